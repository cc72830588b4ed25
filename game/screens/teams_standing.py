"""What each team has earned, beside the rocket: a sign and its fuel, which never falls."""

from __future__ import annotations

from game.rounds.state import Round
from game.screens.places import Places
from game.ui.art.stations import draw_station
from game.ui.canvas import Canvas
from game.ui.geometry import Rect
from game.ui.theme import TypeStyle

MOST_LARGE = 4
"""Teams that large figures leave room for side by side."""
_NORMAL = Rect(1446, 936, 400, 120)


def draw_standing(canvas: Canvas, places: Places, state: Round, label: str) -> None:
    """The signs side by side, the figure under each; whose turn it is has a line under it.

    `label` says what the figures are, where there is room for it.
    """
    area = _NORMAL if places.room == "normal" else places.mast
    seats = state.seats
    normal = places.room == "normal"
    if not normal and len(seats) > MOST_LARGE:
        _two_rows(canvas, area, state)
        return
    wide = area.w / len(seats)
    sign = min(48.0, wide * 0.8, area.h * 0.42)
    style = TypeStyle((34.0 if normal else 36.0) / canvas.text_scale, 700, min_size=10)
    theme = canvas.theme
    for at, seat in enumerate(seats):
        x = area.x + (at + 0.5) * wide
        draw_station(canvas, seat.id, (x, area.y + sign / 2 + 4), sign)
        figure = str(state.earned(seat.id))
        y = area.y + sign + 34
        canvas.text(figure, (x, y), style, theme.colour("ink"), "centre", fit=wide - 6)
        if seat.id == state.first_asked and state.phase in ("go", "asking"):
            canvas.box((x - wide * 0.3, y + 24, wide * 0.6, 5), theme.colour("fuel"), 2)
    if normal:
        foot = (area.centre[0], area.bottom + 4)
        canvas.text(label, foot, "small", theme.colour("ink_dim"), "centre", fit=440)


def _two_rows(canvas: Canvas, area: Rect, state: Round) -> None:
    """Three teams a row, the figure beside the sign."""
    wide, high = area.w / 3, area.h / 2
    style = TypeStyle(29.0 / canvas.text_scale, 700, min_size=10)
    for at, seat in enumerate(state.seats):
        x, y = area.x + at % 3 * wide, area.y + (at // 3 + 0.5) * high
        draw_station(canvas, seat.id, (x + 16, y), 32)
        figure = str(state.earned(seat.id))
        ink = canvas.theme.colour("ink")
        drawn = canvas.text(figure, (x + 38, y), style, ink, "midleft", fit=wide - 40)
        if seat.id == state.first_asked and state.phase in ("go", "asking"):
            canvas.box((drawn.x, y + 18, drawn.w, 5), canvas.theme.colour("fuel"), 2)
