"""The names in the lobby of a live class: as large as all of them fit, the newest first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from game.rounds.crew import STATIONS
from game.screens.prompt import draw_card
from game.ui.art.stations import draw_station
from game.ui.canvas import Canvas
from game.ui.geometry import Rect
from game.ui.theme import TypeStyle

_LARGEST, _SMALLEST, _STEP = 36.0, 28.0, 2.0
_MOST_SCALE = 1.3
"""How far names follow the size of text."""
_MANY = 0.35
"""And how much of that where there are many."""


@dataclass(frozen=True, slots=True)
class Name:
    """A learner in the lobby; `station` is "" where there are no teams."""

    name: str
    station: str
    here: bool


@dataclass(frozen=True, slots=True)
class _Set:
    """Where each name stands that has room; `more` is where the rest is counted, if any is left."""

    places: tuple[Rect, ...]
    more: Rect | None


@dataclass(frozen=True, slots=True)
class _Sized:
    """Measures of the tiles for names of a size in grid units."""

    size: float

    @property
    def row(self) -> float:
        return self.size * (2.1 if self.size >= _LARGEST else 1.45)

    @property
    def gap(self) -> float:
        return self.size * 0.44 if self.size >= _LARGEST else self.size * 0.22

    @property
    def padding(self) -> float:
        return self.size * (0.78 if self.size >= _LARGEST else 0.5)

    @property
    def sign(self) -> float:
        return self.row * 0.5

    def style(self, scale: float) -> TypeStyle:
        return TypeStyle(self.size / scale, 600, min_size=_SMALLEST / scale)


def draw_names(
    canvas: Canvas, names: Sequence[Name], area: Rect, more: Callable[[int], str]
) -> None:
    """Draw as many names as fit in rows; `more` says how many others there are."""
    sized, places = _fitted(canvas, names, area, more)
    theme, style = canvas.theme, sized.style(canvas.text_scale)
    for one, box in zip(names, places.places, strict=False):
        draw_card(canvas, box)
        left = box.x + sized.padding
        if one.station in STATIONS:
            draw_station(canvas, one.station, (left + sized.sign / 2, box.centre[1]), sized.sign)
            left += sized.sign * 1.4
        ink = theme.colour("ink" if one.here else "ink_dim")
        room = box.right - sized.padding / 2 - left
        canvas.text(one.name, (left, box.centre[1]), style, ink, "midleft", fit=room)
    if places.more is not None:
        words, at = more(len(names) - len(places.places)), places.more
        draw_card(canvas, at)
        where = (at.x + sized.padding, at.centre[1])
        room = at.w - 1.5 * sized.padding
        canvas.text(words, where, style, theme.colour("ink"), "midleft", fit=room)


def _fitted(
    canvas: Canvas, names: Sequence[Name], area: Rect, more: Callable[[int], str]
) -> tuple[_Sized, _Set]:
    """The largest size at which all are seen; else the smallest, at which most are."""
    scale = min(_MOST_SCALE, canvas.text_scale)
    size, least = _LARGEST * scale, _SMALLEST * (1 + _MANY * (scale - 1))
    while True:
        sized = _Sized(size)
        places = _set(canvas, names, area, more, sized)
        if places.more is None or size <= least:
            return sized, places
        size = max(least, size - _STEP)


def _set(
    canvas: Canvas,
    names: Sequence[Name],
    area: Rect,
    more: Callable[[int], str],
    sized: _Sized,
) -> _Set:
    style, row, gap = sized.style(canvas.text_scale), sized.row, sized.gap
    places: list[Rect] = []
    x, y = area.x, area.y
    for one in names:
        sign = sized.sign * 1.4 if one.station in STATIONS else 0.0
        wide = canvas.text_width(one.name, style) + 2 * sized.padding + sign
        wide = min(wide, area.w)
        if x + wide > area.right:
            x, y = area.x, y + row + gap
        if y + row > area.bottom:
            break
        places.append(Rect(x, y, wide, row))
        x += wide + gap
    else:
        return _Set(tuple(places), None)
    # The last names give their places to the count of those who are left.
    while True:
        rest = more(len(names) - len(places))
        wide = canvas.text_width(rest, style) + 2 * sized.padding
        last = places[-1] if places else Rect(area.x - gap, area.y, 0, row)
        if not places or last.right + gap + wide <= area.right:
            return _Set(tuple(places), Rect(last.right + gap, last.y, wide, row))
        places.pop()
