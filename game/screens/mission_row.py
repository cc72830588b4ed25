"""The steps of a learner's mission in a row: what is done, and what the next sitting does."""

from __future__ import annotations

from game.screens.sky_chart import shortened
from game.study.steps import STAGES, Stage, Standing
from game.ui.canvas import Canvas
from game.ui.geometry import Rect
from game.ui.scene import Catalogue
from game.ui.theme import TypeStyle

_GAP = 24.0


def stage_word(stage: Stage, catalogue: Catalogue) -> str:
    """The step as it stands in the row."""
    _ = catalogue.gettext
    names: dict[Stage, str] = {
        "assembly": _("Assembly hall"),
        "roll-out": _("Roll-out"),
        "fuelling": _("Fuelling"),
        "launch": _("Launch"),
    }
    return names[stage]


def next_stage(standing: Standing) -> Stage:
    """The step that the next sitting takes."""
    return STAGES[len(STAGES) - standing.to_launch] if standing.to_launch else STAGES[0]


def done(standing: Standing) -> int:
    """How many of the four steps are done in the mission that the next sitting belongs to."""
    return len(STAGES) - standing.to_launch if standing.to_launch else 0


def draw_steps(
    canvas: Canvas, area: Rect, count: int, catalogue: Catalogue, *, alone: bool = False
) -> None:
    """The four steps with `count` done: a filled bar under each, and the next one's name bold.

    Where the room is short, or `alone`, the next step stands alone, with a dot for each of four.
    """
    theme, scale = canvas.theme, canvas.text_scale
    names = [stage_word(stage, catalogue) for stage in STAGES]
    size = theme.style("hint").size * min(1.25, scale) / scale
    plain, bold = TypeStyle(size, 500), TypeStyle(size, 700)
    now = min(count, len(STAGES) - 1)
    wide = [canvas.text_width(name, bold) for name in names]
    whole = sum(wide) + _GAP * (len(names) - 1)
    y = area.y + area.h * 0.36
    if alone or whole > area.w:
        left = area.x
        for index in range(len(STAGES)):
            centre = (left + 11, y)
            if index < count:
                canvas.disc(centre, 10, theme.colour("fuel"))
            else:
                canvas.disc(centre, 10, theme.colour("fuel" if index == now else "hollow"), 3)
            left += 34
        room = area.right - left - 12
        text = shortened(canvas, names[now], bold, room)
        canvas.text(text, (left + 12, y), bold, theme.colour("ink"), "midleft")
        return
    left = area.x
    for index, name in enumerate(names):
        current = index == now
        ink = theme.colour("ink" if current else "ink_dim")
        canvas.text(name, (left, y), bold if current else plain, ink, "midleft")
        bar = theme.colour("fuel" if index < count else "hollow" if current else "line")
        canvas.box((left, y + 24 * min(1.25, scale), wide[index], 6), bar, 3)
        left += wide[index] + _GAP
