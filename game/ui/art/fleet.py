"""The satellites of a constellation: craft with two panels, dots where they are many, tethers.

Contract: every function draws on a Canvas in grid units and takes its colours from the theme.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from math import cos, hypot, radians, sin
from typing import Literal

from game.ui.canvas import Canvas
from game.ui.geometry import Point
from game.ui.theme import Colour, mix

from .paint import is_light

State = Literal["known", "due"]

_GLOW = 9
_TURN = 3
"""Degrees between two drawn slants: a satellite is drawn once for each."""


def craft(canvas: Canvas, centre: Point, slant: float, state: State, size: float = 1.0) -> None:
    """A satellite, turned clockwise by `slant` degrees, 64 grid units across at size 1."""
    turn = round(slant / _TURN) * _TURN
    half = 40.0 * size * (1.5 if state == "due" else 1.0)
    key = ("craft", state, turn, round(size, 3))
    canvas.stamp(key, centre, half, partial(_craft, turn=turn, state=state, size=size))


def dot(canvas: Canvas, centre: Point, state: State, radius: float = 5.0) -> None:
    """A satellite among very many."""
    canvas.disc(centre, radius, canvas.theme.colour("amber" if state == "due" else "ink"))


def tether(canvas: Canvas, orbit: Point, centre: Point) -> None:
    """From where a card would be if it were fresh to where it has sunk to."""
    ink = canvas.theme.colour("amber")
    canvas.disc(orbit, 6.5, ink, 2.5)
    long = hypot(centre[0] - orbit[0], centre[1] - orbit[1])
    at = 12.0
    while at + 5.0 < long - 14.0:
        ends = [_along(orbit, centre, at / long), _along(orbit, centre, (at + 6.0) / long)]
        canvas.line(ends, ink, 2.5)
        at += 12.0


def orbit(canvas: Canvas, points: Sequence[Point], *, bright: bool) -> None:
    """One orbit; the one that is looked at is bright."""
    theme = canvas.theme
    canvas.line(points, theme.colour("ornament" if bright else "line"), 3.5 if bright else 2.2)


def _craft(canvas: Canvas, middle: Point, *, turn: int, state: State, size: float) -> None:
    theme = canvas.theme
    body: Colour = theme.colour("amber" if state == "due" else "ink")
    panel = theme.colour("amber" if state == "due" else "hollow")
    behind = theme.colour("night")
    scale = size * (1.25 if state == "due" else 1.0)
    if state == "due" and not is_light(theme):
        strength = 1.0 if size >= 1 else 0.55
        for step in range(_GLOW):
            reach = 46.0 * (1 - step / _GLOW) + 8.0
            canvas.disc(middle, reach * scale, body, alpha=round(9 * strength))
    cosine, sine = cos(radians(turn)), sin(radians(turn))

    def at(x: float, y: float) -> Point:
        return (
            middle[0] + (x * cosine - y * sine) * scale,
            middle[1] + (x * sine + y * cosine) * scale,
        )

    canvas.line([at(-26, 0), at(26, 0)], mix(panel, behind, 0.25), 2.4 * scale)
    for left in (-31.0, -20.0, 11.0, 22.0):
        corners = [at(left, -5.2), at(left + 9.0, -5.2), at(left + 9.0, 5.2), at(left, 5.2)]
        canvas.polygon(corners, mix(panel, behind, 0.2))
        half = [at(left, -5.2), at(left + 9.0, -5.2), at(left + 9.0, -1.0), at(left, -1.0)]
        canvas.polygon(half, panel)
    canvas.disc(middle, 9.0 * scale, mix(body, behind, 0.35))
    canvas.disc((middle[0] - 1.6 * scale, middle[1] - 1.6 * scale), 7.4 * scale, body)


def _along(one: Point, other: Point, share: float) -> Point:
    return (one[0] + (other[0] - one[0]) * share, one[1] + (other[1] - one[1]) * share)
