"""Figures that are asked about: a rocket in outline, a place on a map, a part of a pad, a year.

All are drawn from data in assets/figures, in flat tones of the theme, and fill the area that they
are given without being stretched. What is marked has a sign of its own, not only a colour.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise
from math import cos, radians
from typing import Any, Protocol

from game import paths
from game.ui.canvas import Anchor
from game.ui.geometry import Point, Rect
from game.ui.theme import Colour, Theme, mix

_BAR_M = 10.0
_LATTICE_BAYS = 3
_MIDDLE_LATITUDE = 48.0
_NAMED_EVERY = (1, 2, 5, 10, 20, 50, 100, 1000)
"""How many decades may lie between two that are named."""


class Ground(Protocol):
    """What a figure is drawn on: the canvas of a window, or a sheet of paper."""

    theme: Theme
    text_scale: float

    def polygon(self, points: Sequence[Point], colour: Colour) -> None: ...

    def line(self, points: Sequence[Point], colour: Colour, width: float) -> None: ...

    def disc(self, centre: Point, radius: float, colour: Colour, width: float = 0) -> None: ...

    def shape(self, name: str, centre: Point, size: float, colour: Colour) -> None: ...

    def text(
        self,
        string: str,
        position: Point,
        style: str,
        colour: Colour,
        anchor: Anchor = "topleft",
        *,
        fit: float = 0,
    ) -> object: ...


def draw_figure(
    canvas: Ground, draw: str, of: str, area: Rect, within: tuple[int, int] = (0, 0)
) -> None:
    """Draw one figure into an area.

    `draw` is `silhouette`, `map`, `pad` or `timeline`; `of` names the figure, of a timeline the
    year, and `within` are the first and last year that it shows. KeyError for a name that
    assets/figures has not.
    """
    if draw == "timeline":
        _timeline(canvas, int(of), within, area)
        return
    data = _data(draw)
    if draw == "silhouette":
        _silhouette(canvas, data["figures"][of], area)
    elif draw == "map":
        _map(canvas, data["outline"], data["figures"][of]["at"], area)
    else:
        _pad(canvas, data["figures"], of, area)


@cache
def _data(draw: str) -> dict[str, Any]:
    path = paths.assets() / "figures" / f"{draw}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _fitted(
    points: Sequence[Sequence[float]], area: Rect, *, wide: float = 1.0
) -> Callable[[Sequence[float]], Point]:
    """How points of the data lie in an area: as large as fits, in its middle, y upwards."""
    xs = [x * wide for x, _y in points]
    ys = [y for _x, y in points]
    scale = min(area.w / (max(xs) - min(xs)), area.h / (max(ys) - min(ys)))
    x0 = area.centre[0] - scale * (max(xs) + min(xs)) / 2
    y0 = area.centre[1] + scale * (max(ys) + min(ys)) / 2
    return lambda point: (x0 + scale * wide * point[0], y0 - scale * point[1])


def _silhouette(canvas: Ground, figure: dict[str, Any], area: Rect) -> None:
    """The bodies of a rocket on a line of ground, and a bar of ten metres beside it."""
    theme = canvas.theme
    light, dark = theme.colour("ink"), theme.colour("card")
    tones: dict[str, Colour] = {
        "core": light,
        "side": mix(light, dark, 0.32),
        "front": mix(light, dark, 0.14),
    }
    bodies = _bodies(figure)
    every = [point for _tone, points in bodies for point in points]
    room = Rect(area.x, area.y, area.w, area.h - 16)
    place = _fitted(every, room)
    for tone, points in bodies:
        if tone == "lattice":
            _lattice(canvas, [place(point) for point in points], light)
        else:
            canvas.polygon([place(point) for point in points], tones[tone])
    foot = room.bottom + 6
    canvas.line([(area.x, foot), (area.right, foot)], theme.colour("ornament"), 4)
    _bar(canvas, place, min(x for x, _y in every), area, foot)


def bodies_of(of: str) -> list[tuple[str, list[Point]]]:
    """The bodies of a silhouette, the farthest first: a tone, and an outline in metres, up the left
    side and down the right. KeyError for a name that assets/figures has not."""
    return _bodies(_data("silhouette")["figures"][of])


def _bodies(figure: dict[str, Any]) -> list[tuple[str, list[Point]]]:
    return [(body["tone"], _body(body)) for body in figure["bodies"]]


def _body(body: dict[str, Any]) -> list[tuple[float, float]]:
    """The outline of a body: up its left side and down its right, about its axis."""
    axis = body.get("axis", [[0.0, 0.0]])
    left = [(_along(axis, h) - r, h) for h, r in body["profile"]]
    right = [(_along(axis, h) + r, h) for h, r in reversed(body["profile"])]
    return left + right


def _along(axis: Sequence[Sequence[float]], height: float) -> float:
    """Where an axis is at a height; beyond its ends it goes straight up."""
    for (low, x1), (high, x2) in pairwise(axis):
        if low <= height <= high:
            return x1 + (x2 - x1) * (height - low) / (high - low)
    return axis[-1][1] if height > axis[-1][0] else axis[0][1]


def _lattice(canvas: Ground, corners: Sequence[Point], ink: Colour) -> None:
    """An open truss between two levels: zigzags inside its frame."""
    (x1, foot), (x2, head), (x3, _), (x4, _) = corners
    lower = [x1 + (x4 - x1) * i / (2 * _LATTICE_BAYS) for i in range(2 * _LATTICE_BAYS + 1)]
    upper = [x2 + (x3 - x2) * i / (2 * _LATTICE_BAYS) for i in range(2 * _LATTICE_BAYS + 1)]
    for first in (0, 1):
        points = [
            (lower[i], foot) if (i + first) % 2 == 0 else (upper[i], head)
            for i in range(len(lower))
        ]
        canvas.line(points, ink, 2.5)


def _bar(
    canvas: Ground, place: Callable[[Sequence[float]], Point], left: float, area: Rect, foot: float
) -> None:
    """Ten metres, upright, left of the rocket."""
    high = place((0, 0))[1] - place((0, _BAR_M))[1]
    x = max(area.x + 96, min(area.x + 150, place((left, 0))[0] - 40))
    ink = canvas.theme.colour("sand")
    top = foot - high
    canvas.line([(x, foot - 2), (x, top)], ink, 5)
    for y in (foot - 2, top):
        canvas.line([(x - 12, y), (x + 12, y)], ink, 5)
    room = x - area.x - 24
    canvas.text("10 m", (x - 22, (foot + top) / 2), "hint_bold", ink, "midright", fit=room)


def _map(
    canvas: Ground, outline: Sequence[Sequence[float]], at: Sequence[float], area: Rect
) -> None:
    """The outline of a country and one place in it; degrees of longitude are drawn narrower."""
    theme = canvas.theme
    place = _fitted(outline, area, wide=cos(radians(_MIDDLE_LATITUDE)))
    points = [place(point) for point in outline]
    canvas.polygon(points, mix(theme.colour("card"), theme.colour("ornament"), 0.55))
    canvas.line([*points, points[0]], theme.colour("sand"), 4)
    _mark(canvas, place(at))


def _mark(canvas: Ground, at: Point) -> None:
    """A diamond in a ring."""
    theme = canvas.theme
    canvas.disc(at, 30, theme.colour("night"))
    canvas.disc(at, 30, theme.colour("fuel"), 5)
    canvas.shape("diamond", at, 36, theme.colour("fuel"))


def _pad(canvas: Ground, figures: dict[str, Any], of: str, area: Rect) -> None:
    """All parts of a pad, the marked one last and outlined as well as lit."""
    theme = canvas.theme
    every = [
        point for part in figures.values() for polygon in part["polygons"] for point in polygon
    ]
    place = _fitted(every, area)
    plain = mix(theme.colour("ink"), theme.colour("card"), 0.62)
    for name, part in figures.items():
        if name != of:
            tone = (
                mix(theme.colour("ink"), theme.colour("card"), 0.3) if name == "rocket" else plain
            )
            for polygon in part["polygons"]:
                canvas.polygon([place(point) for point in polygon], tone)
    for polygon in figures[of]["polygons"]:
        points = [place(point) for point in polygon]
        canvas.polygon(points, theme.colour("fuel"))
        canvas.line([*points, points[0]], theme.colour("night"), 7)
        canvas.line([*points, points[0]], theme.colour("fuel"), 4)


def _timeline(canvas: Ground, year: int, within: tuple[int, int], area: Rect) -> None:
    """A railway of years with a sleeper a decade, its ends named, and a mark over one year."""
    theme = canvas.theme
    low, high = within
    aside = 44 * min(1.5, canvas.text_scale)
    left, right = area.x + aside, area.right - aside
    # The years stand under the line and the mark over it, also where the area is low.
    y = area.y + min(area.h * 0.6, area.h - 50 - 34 * canvas.text_scale)
    rise = min(150.0, max(60.0, y - area.y - 32))

    def across(one: int) -> float:
        return left + (right - left) * (one - low) / (high - low)

    decades = range(low, high + 1, 10)
    least = (len(decades) - 1) * 110 * canvas.text_scale / (right - left)
    every = next(number for number in _NAMED_EVERY if number >= least)
    last = len(decades) - 1
    for number, decade in enumerate(decades):
        x = across(decade)
        # The last is always named, or the mark seems to lie behind the end of the line.
        named = number == last or (number % every == 0 and last - number >= least)
        reach = 34 if named else 20
        canvas.line([(x, y - reach), (x, y + reach)], theme.colour("ornament"), 8)
        if named:
            canvas.text(str(decade), (x, y + 50), "hint_bold", theme.colour("ink"), "midtop")
    for side in (-9.0, 9.0):
        canvas.line([(left - 20, y + side), (right + 20, y + side)], theme.colour("sand"), 4)
    x = across(year)
    canvas.line([(x, y - rise + 20), (x, y)], theme.colour("fuel"), 6)
    _mark(canvas, (x, y - rise))
    canvas.disc((x, y), 14, theme.colour("night"))
    canvas.disc((x, y), 14, theme.colour("fuel"), 5)
