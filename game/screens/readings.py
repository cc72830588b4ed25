"""The three readings beside a question and no more: T-n with its stage, the window, the fuel.

Where a scheme has a clock for each question, it stands in the place of the window.
"""

from __future__ import annotations

from game.bank.stages import STAGES
from game.rounds.state import Round
from game.screens import words
from game.screens.places import Places
from game.screens.prompt import CHIP, chip_width, draw_chip
from game.ui.art import signs
from game.ui.art.stations import draw_station
from game.ui.canvas import Canvas
from game.ui.geometry import Point, Rect
from game.ui.scene import Catalogue
from game.ui.theme import TypeStyle

_BASE = 132.0
_LARGE_COUNT = 121.0


DIAL = 38.0


def draw_readings(
    canvas: Canvas,
    places: Places,
    state: Round,
    filled: float,
    catalogue: Catalogue,
    *,
    went: bool = False,
    word: str = "",
    aside: str = "",
    station: str = "",
) -> Rect:
    """Draw the top row; `filled` is how many cells show as full. The dial's place comes back.

    Where the text is large, the chip of a GO (`went`) stands in the place of the stage. A `word`
    that everybody is to see stands there too, as large as T-n, after the sign of a `station`, and
    `aside` small after it.
    """
    left = _draw_count(canvas, places, state)
    fuel_from = draw_fuel(canvas, places, state, filled, catalogue)
    away = 78.0 if places.room == "normal" else 96.0
    x = min(1378.0, fuel_from - away) if places.room == "normal" else fuel_from - away
    window_from = fuel_from
    if state.rules.window_s > 0 or state.clock_left_s is not None:
        window_from = _draw_window(canvas, places, state, catalogue, (x, 92.0))
    if station:
        draw_station(canvas, station, (left + 40, 94), 80)
        left += 104
    if word:
        _draw_word(canvas, word, aside, left, window_from)
    elif went and places.room != "normal":
        word = catalogue.gettext("GO")
        wide, high = chip_width(canvas, word), CHIP * 1.3
        draw_chip(canvas, Rect(left, 100 - high / 2, wide, high), word)
    elif state.now.purpose != "flight":
        between = state.now.purpose == "spare"
        name = catalogue.gettext("One in between") if between else catalogue.gettext("Hold")
        _draw_stage(canvas, name, "amber", left, window_from)
    elif places.room == "normal":
        _draw_stages(canvas, state, catalogue, left, window_from)
    else:
        name = words.stage_name(state.stage, catalogue)
        _draw_stage(canvas, name, "fuel", left, window_from)
    return Rect(x - DIAL, 92 - DIAL, 2 * DIAL, 2 * DIAL)


def _sized(canvas: Canvas, name: str, most: float) -> TypeStyle:
    """A style that is at most so large on the screen, whatever the text scale."""
    style = canvas.theme.style(name)
    size = min(style.size, most / canvas.text_scale)
    tracking = style.tracking * size / style.size
    return TypeStyle(size, style.weight, tracking, style.line, min_size=size)


def _draw_count(canvas: Canvas, places: Places, state: Round) -> float:
    mending = state.now.purpose != "flight"
    colour = canvas.theme.colour("amber" if mending else "ink")
    text = words.t_minus(0 if mending else state.t_minus)
    drawn = canvas.text(
        text, (places.card.x - 4, _BASE), _sized(canvas, "count", _LARGE_COUNT), colour, "baseleft"
    )
    return drawn.right + 44


def _draw_word(canvas: Canvas, word: str, aside: str, left: float, right: float) -> None:
    theme = canvas.theme
    style = _sized(canvas, "count", _LARGE_COUNT)
    at, room = (left, _BASE), right - left - 40
    drawn = canvas.text(word, at, style, theme.colour("fuel"), "baseleft", fit=room)
    after = drawn.right + 32
    if aside and after + canvas.text_width(aside, "body_bold") < right - 40:
        canvas.text(aside, (after, 116), "body_bold", theme.colour("ink"), "baseleft")


def _draw_stages(
    canvas: Canvas, state: Round, catalogue: Catalogue, left: float, right: float
) -> None:
    """The three stages; where the room is short, the one that it is now."""
    theme = canvas.theme
    names = [words.stage_name(stage, catalogue) for stage in STAGES]
    whole = sum(canvas.text_width(name, "hint_bold") + 28 for name in names)
    if left + whole > right:
        _draw_stage(canvas, words.stage_name(state.stage, catalogue), "fuel", left, right)
        return
    now = STAGES.index(state.stage)
    for index, stage in enumerate(STAGES):
        current = index == now
        drawn = canvas.text(
            words.stage_name(stage, catalogue),
            (left, 88),
            "hint_bold" if current else "hint",
            theme.colour("ink" if current else "ink_dim"),
            "midleft",
        )
        bar = theme.colour("fuel" if index <= now else "line")
        canvas.box((left, 114, drawn.w, 6), bar, 3)
        left = drawn.right + 28


def _draw_stage(canvas: Canvas, name: str, bar: str, left: float, right: float) -> None:
    """One stage alone; nothing where even that has no room."""
    theme = canvas.theme
    if canvas.text_width(name, "hint_bold") > right - left - 40:
        return
    high = 30 * canvas.text_scale
    drawn = canvas.text(name, (left, 92), "hint_bold", theme.colour("ink"), "midleft")
    canvas.box((left, 96 + high * 0.7, drawn.w, 6), theme.colour(bar), 3)


def _draw_window(
    canvas: Canvas, places: Places, state: Round, catalogue: Catalogue, centre: Point
) -> float:
    """The launch window: dial, figure, and in a normal room its label; its left edge comes back."""
    stands, clock = state.clock_stands, state.clock_left_s
    _draw_dial(canvas, centre, state, stands)
    left = state.window_left_s if clock is None else clock
    figure = draw_clock(
        canvas, words.clock(left), (centre[0] - 60, 116), _sized(canvas, "figure", 88)
    )
    if places.room != "normal":
        return figure.x
    label = catalogue.gettext("Launch window") if clock is None else catalogue.gettext("Time")
    if stands:
        label = catalogue.gettext("Clock stands still")
    drawn = canvas.text(label, (figure.x - 24, 116), "hint", _dim(canvas), "baseright")
    return drawn.x


def draw_clock(canvas: Canvas, text: str, end: Point, style: TypeStyle) -> Rect:
    """A clock that ends at a point: its colon stands still, and digits keep their own widths."""
    minutes, colon, seconds = text.rpartition(":")
    ink = canvas.theme.colour("ink")
    widest = max(canvas.text_width(digit, style) for digit in "0123456789")
    at = end[0] - len(seconds) * widest
    canvas.text(seconds, (at, end[1]), style, ink, "baseleft")
    drawn = canvas.text(minutes + colon, (at, end[1]), style, ink, "baseright")
    return Rect(drawn.x, drawn.y, end[0] - drawn.x, drawn.h)


def _dim(canvas: Canvas) -> tuple[int, int, int]:
    return canvas.theme.colour("ink_dim")


def _draw_dial(canvas: Canvas, centre: Point, state: Round, stands: bool) -> None:
    """A pie of what is left of the window; two bars while it stands still."""
    if stands:
        signs.pause(canvas, centre, DIAL, canvas.theme.colour("ink_dim"))
        return
    clock, rules = state.clock_left_s, state.rules
    left = state.window_left_s if clock is None else clock
    whole = (rules.window_s if clock is None else rules.clock_s) * rules.time_factor
    share = round(left / whole * 120) / 120
    signs.clock(canvas, centre, DIAL, share, canvas.theme.colour("ink"))


def draw_fuel(
    canvas: Canvas, places: Places, state: Round, filled: float, catalogue: Catalogue
) -> float:
    """The fuel alone, at the right; where it begins comes back."""
    right = 1824.0 if places.room != "huge" else 1856.0
    figure = canvas.text(
        words.cells(filled, state.count, catalogue),
        (right, 116),
        _sized(canvas, "figure", 80),
        canvas.theme.colour("fuel"),
        "baseright",
    )
    words_room = figure.x - 22 - 1440
    if places.room != "normal" or canvas.text_width(catalogue.gettext("Fuel"), "hint") > words_room:
        return figure.x
    label = canvas.text(
        catalogue.gettext("Fuel"), (figure.x - 22, 116), "hint", _dim(canvas), "baseright"
    )
    return label.x
