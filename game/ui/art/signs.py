"""The signs that carry meaning without colour: lamps, recheck, mended, satellites and the rest.

Contract: every function draws on a Canvas in grid units, round `centre`, and takes its colour
from the theme unless one is given.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, radians, sin
from typing import Literal

from game.ui.canvas import Canvas
from game.ui.shapes import arc_points
from game.ui.theme import Colour

from .paint import Point

Lamp = Literal["lit", "unlit", "recheck"]


def recheck(canvas: Canvas, centre: Point, radius: float, colour: Colour | None = None) -> None:
    """A ring whose lower half is filled: this comes once more."""
    ink = colour or canvas.theme.colour("amber")
    canvas.disc(centre, radius, ink, width=radius * 0.2)
    half = arc_points(centre, radius * 0.92, 90, 270)
    canvas.polygon([(centre[0] + radius * 0.92, centre[1]), *half], ink)


def mended(canvas: Canvas, centre: Point, radius: float, colour: Colour | None = None) -> None:
    """A ring with a dot: missed, then mended."""
    ink = colour or canvas.theme.colour("amber")
    canvas.disc(centre, radius, ink, width=radius * 0.24)
    canvas.disc(centre, radius * 0.32, ink)


def lamp(canvas: Canvas, centre: Point, state: Lamp) -> None:
    """One pad lamp of the streak: a disc with eight rays, a ring, or the recheck sign."""
    canvas.stamp(("lamp", state), centre, 26, lambda part, middle: _lamp(part, middle, state))


def _lamp(canvas: Canvas, centre: Point, state: Lamp) -> None:
    if state == "recheck":
        recheck(canvas, centre, 14)
        return
    if state == "unlit":
        canvas.disc(centre, 12, canvas.theme.colour("hollow"), width=3.4)
        return
    ink = canvas.theme.colour("fuel")
    canvas.disc(centre, 11.5, ink)
    for turn in range(0, 360, 45):
        dx, dy = sin(radians(turn)), -cos(radians(turn))
        canvas.polygon(
            [
                (centre[0] + dx * reach - dy * side, centre[1] + dy * reach + dx * side)
                for reach, side in ((15, -1.8), (20.5, -1.8), (20.5, 1.8), (15, 1.8))
            ],
            ink,
        )


def lamps(
    canvas: Canvas, states: Sequence[Lamp], x: float = 1464, y: float = 1006, step: float = 52
) -> None:
    """A row of pad lamps from grid x on."""
    for index, state in enumerate(states):
        lamp(canvas, (x + index * step, y), state)


def check(
    canvas: Canvas, centre: Point, size: float, colour: Colour, stroke: float | None = None
) -> None:
    """A tick, `size` grid units wide."""
    x, y = centre
    points = [
        (x - size * 0.46, y + size * 0.02),
        (x - size * 0.13, y + size * 0.35),
        (x + size * 0.48, y - size * 0.34),
    ]
    canvas.line(points, colour, stroke or size * 0.19)


def check_disc(canvas: Canvas, centre: Point, radius: float, disc: Colour, tick: Colour) -> None:
    """A tick on a disc."""
    canvas.disc(centre, radius, disc)
    check(canvas, centre, radius * 1.0, tick, radius * 0.2)


def radio(canvas: Canvas, centre: Point, size: float, colour: Colour) -> None:
    """A dot that sends: two arcs on each side; `size` is the width."""
    canvas.disc(centre, size * 0.118, colour)
    for radius in (size * 0.275, size * 0.465):
        for middle in (90, 270):
            canvas.arc(centre, radius, middle - 47, middle + 47, colour, size * 0.068)


def clock(canvas: Canvas, centre: Point, radius: float, share: float, colour: Colour) -> None:
    """A pie in a ring: the share of the launch window that is left."""
    canvas.disc(centre, radius, colour, width=4)
    canvas.pie(centre, radius - 10, min(max(share, 0.0), 1.0), colour)


def pause(canvas: Canvas, centre: Point, radius: float, colour: Colour) -> None:
    """Two bars in a ring: the clock stands still."""
    canvas.disc(centre, radius, colour, width=4)
    bars(canvas, centre, radius * 0.86, colour)


def bars(canvas: Canvas, centre: Point, size: float, colour: Colour) -> None:
    """The two upright bars of a pause, `size` high."""
    x, y = centre
    wide = size * 0.26
    for left in (x - size * 0.42, x + size * 0.42 - wide):
        canvas.box((left, y - size / 2, wide, size), colour, radius=wide * 0.3)


def go(canvas: Canvas, centre: Point, size: float, colour: Colour) -> None:
    """A triangle that points up, `size` wide."""
    x, y = centre
    half, tall = size / 2, size * 0.4
    canvas.polygon([(x - half, y + tall), (x, y - tall), (x + half, y + tall)], colour)


def no_go(canvas: Canvas, centre: Point, size: float, colour: Colour) -> None:
    """Two level bars, `size` wide."""
    x, y = centre
    high = size * 0.235
    for top in (y - size * 0.3, y + size * 0.3 - high):
        canvas.box((x - size / 2, top, size, high), colour, radius=3)


def play(canvas: Canvas, centre: Point, size: float, colour: Colour) -> None:
    """A triangle that points right, `size` high."""
    x, y = centre
    half, wide = size / 2, size * 0.42
    canvas.polygon([(x - wide, y - half), (x + wide, y), (x - wide, y + half)], colour)


def gamepad(canvas: Canvas, centre: Point, size: float, colour: Colour, hole: Colour) -> None:
    """A gamepad, `size` wide: its cross and its buttons are holes."""
    x, y = centre
    high, grip = size * 0.5, size * 0.22
    for side in (-1, 1):
        canvas.disc((x + side * (size / 2 - grip), y + size * 0.1), grip, colour)
    canvas.box((x - size / 2, y - high / 2, size, high * 0.8), colour, radius=high * 0.4)
    left, right, thin = x - size * 0.24, x + size * 0.24, size * 0.07
    canvas.box((left - size * 0.11, y - thin / 2 - 2, size * 0.22, thin), hole)
    canvas.box((left - thin / 2, y - size * 0.11 - 2, thin, size * 0.22), hole)
    for aside, down in ((-0.06, 0.05), (0.06, -0.05)):
        canvas.disc((right + size * aside, y + size * down - 2), size * 0.055, hole)


def satellite(
    canvas: Canvas,
    centre: Point,
    state: Literal["learned", "mended"],
    size: float = 1.0,
    alpha: int = 255,
) -> None:
    """A fact in orbit: a disc, or the mended ring, with four antennas swept back."""
    canvas.stamp(
        ("satellite", state, size, alpha), centre, 44 * size,
        lambda part, middle: _satellite(part, middle, state, size, alpha),
    )  # fmt: skip


def _satellite(
    canvas: Canvas, centre: Point, state: Literal["learned", "mended"], size: float, alpha: int
) -> None:
    name = "amber" if state == "mended" else "sand"
    ink = canvas.theme.colour(name)
    radius = 16.5 * size
    for turn in (-52, -27, 27, 52):
        dx, dy = -cos(radians(turn)), sin(radians(turn))
        near = (centre[0] + dx * radius * 0.8, centre[1] + dy * radius * 0.8)
        far = (centre[0] + dx * 40 * size, centre[1] + dy * 40 * size)
        canvas.line([near, far], ink, 2.8 * size, alpha=alpha)
    if state == "mended":
        canvas.disc(centre, radius, ink, width=4.6 * size, alpha=alpha)
        canvas.disc(centre, radius * 0.33, ink, alpha=alpha)
    else:
        canvas.disc(centre, radius, ink, alpha=alpha)
