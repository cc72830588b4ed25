"""The readings beside a question of self-study: which one it is, the mission's step, the time."""

from __future__ import annotations

from game.play.sitting import Sitting
from game.play.studying import Studying
from game.screens import words
from game.screens.mission_row import draw_steps
from game.screens.places import Places
from game.screens.readings import draw_clock
from game.ui.art import signs
from game.ui.canvas import Canvas
from game.ui.geometry import Rect
from game.ui.scene import Catalogue
from game.ui.theme import TypeStyle

_BASE = 132.0


def draw(canvas: Canvas, places: Places, sitting: Sitting, catalogue: Catalogue) -> None:
    """The top row: a number, the four steps with the one that this sitting takes, and at the right
    what was right, or by minutes the time that is left."""
    assert isinstance(sitting, Studying)
    theme = canvas.theme
    count = theme.style("count")
    size = min(count.size, 121.0 / canvas.text_scale)
    style = TypeStyle(size, count.weight, count.tracking * size / count.size, min_size=size)
    number = str(sitting.counted)
    if sitting.length.questions:
        number = catalogue.gettext("{number}/{count}").format(
            number=number, count=sitting.length.questions
        )
    again = sitting.reason == "back"
    ink = theme.colour("amber" if again else "ink")
    drawn = canvas.text(number, (places.card.x - 4, _BASE), style, ink, "baseleft")
    right = 1824.0 if places.room != "huge" else 1856.0
    end = (
        _time(canvas, sitting, right)
        if sitting.length.minutes
        else _right(canvas, places, sitting, catalogue, right)
    )
    left = drawn.right + 44
    area = Rect(left, 60, max(200.0, min(end - 48, 1400.0) - left), 72)
    if again:
        bold = TypeStyle(theme.style("hint_bold").size, 700)
        amber = theme.colour("amber")
        signs.recheck(canvas, (left + 18, 92), 17)
        text = catalogue.gettext("Once more")
        canvas.text(text, (left + 52, 92), bold, amber, "midleft", fit=area.w - 52)
        return
    draw_steps(
        canvas,
        area,
        _done(sitting),
        catalogue,
        alone=places.room != "normal",
    )


def _done(sitting: Studying) -> int:
    from game.screens.mission_row import done

    return done(sitting.learner.standing)


def _right(
    canvas: Canvas, places: Places, sitting: Studying, catalogue: Catalogue, right: float
) -> float:
    """How many were right, with a tick; where that begins comes back."""
    theme = canvas.theme
    figure = theme.style("figure")
    size = min(figure.size, 80.0 / canvas.text_scale)
    style = TypeStyle(size, figure.weight, min_size=size)
    text = str(sitting.right())
    drawn = canvas.text(text, (right, 116), style, theme.colour("fuel"), "baseright")
    if places.room != "normal":
        signs.check(canvas, (drawn.x - 40, 94), 40, theme.colour("fuel"))
        return drawn.x - 64
    label = catalogue.gettext("Right")
    dim = theme.colour("ink_dim")
    return canvas.text(label, (drawn.x - 22, 116), "hint", dim, "baseright").x


def _time(canvas: Canvas, sitting: Studying, right: float) -> float:
    """The minutes that are left."""
    theme = canvas.theme
    figure = theme.style("figure")
    size = min(figure.size, 80.0 / canvas.text_scale)
    style = TypeStyle(size, figure.weight, min_size=size)
    share = sitting.left_s / (60 * sitting.length.minutes)
    drawn = draw_clock(canvas, words.clock(float(sitting.shown_s)), (right, 116), style)
    centre = (drawn.x - 60, 92)
    signs.clock(canvas, centre, 38, round(share * 120) / 120, theme.colour("ink"))
    return centre[0] - 38
