"""The key that launches: a dark plate with an arc from hold to launch, and the key at an angle.

Contract: `draw(canvas, angle)` paints the plate at 476, 562 with radius 328; `angle` runs from
-60 (hold) to 60 degrees (launch). The screen writes HOLD round `HOLD` and LAUNCH round `LAUNCH`.
"""

from __future__ import annotations

from math import cos, radians, sin

from game.ui.canvas import Canvas
from game.ui.geometry import Rect
from game.ui.theme import Colour, Theme, mix

from . import ornament
from .paint import Point, is_light

CENTRE: Point = (476, 562)
RADIUS = 328.0
PLATE = Rect(CENTRE[0] - RADIUS, CENTRE[1] - RADIUS, 2 * RADIUS, 2 * RADIUS)
HOLD: Point = (280, 538)
LAUNCH: Point = (682, 538)
COUNTS: tuple[Point, ...] = ((944, 382), (1122, 382), (1300, 382))
TURN = 60.0
STEP = 2.0
"""The key turns by so many degrees at least, so that there are few pictures of it."""
PIECE = 10.0
"""Degrees of the arc that are drawn as one, so that a key that turns draws only what is new."""


def draw(canvas: Canvas, angle: float) -> None:
    """The plate with the key turned to `angle`, the arc filled as far."""
    turned = float(min(max(STEP * round(angle / STEP), -TURN), TURN))
    canvas.stamp("plate of the key", CENTRE, RADIUS + 2, _lock)
    start = -TURN
    while start < turned:
        end = min(turned, start + PIECE)
        canvas.arc(CENTRE, 236, start, end, canvas.theme.colour("fuel"), 22)
        start = end
    _key(canvas, turned)


def counts(canvas: Canvas, said: int) -> None:
    """The three discs of 3, 2, 1, of which so many are lit."""
    theme = canvas.theme
    for index, centre in enumerate(COUNTS):
        if index < said:
            canvas.disc(centre, 76, theme.colour("fuel"))
        else:
            canvas.disc(centre, 76, theme.colour("card"))
            canvas.disc(centre, 76, theme.colour("hollow"), 4)


def _lock(canvas: Canvas, centre: Point) -> None:
    """All that stands still: the plate, the track and the lock."""
    theme = canvas.theme
    sand, steel = theme.colour("sand"), theme.colour("rocket.steel_far")
    light = is_light(theme)
    canvas.disc(centre, RADIUS, _plate(theme))
    canvas.disc(centre, 314, sand, width=4)
    track = theme.colour("steppe" if light else "rocket.deep")
    canvas.arc(centre, 236, -TURN, TURN, track, 22)
    lock = theme.colour("rocket.mid") if light else theme.colour("dusk")
    canvas.disc(centre, 114, mix(lock, theme.colour("night"), 0.3))
    canvas.disc(centre, 114, steel, width=4)
    ornament.horns(canvas, (centre[0], centre[1] + 848 - CENTRE[1]), 86, sand, 4)


def _plate(theme: Theme) -> Colour:
    if is_light(theme):
        return theme.colour("card")
    return mix(theme.colour("pit"), theme.colour("steppe"), 0.6)


def _key(canvas: Canvas, angle: float) -> None:
    fuel = canvas.theme.colour("fuel")
    dark = _plate(canvas.theme)
    dx, dy = sin(radians(angle)), -cos(radians(angle))
    near, far = ((CENTRE[0] + dx * at, CENTRE[1] + dy * at) for at in (30, 104))
    across = (-dy * 23, dx * 23)
    shank = [
        (at[0] + side * across[0], at[1] + side * across[1])
        for at, side in ((near, -1), (far, -1), (far, 1), (near, 1))
    ]
    # On whole pixels its picture is the same one at each angle.
    bow = canvas.to_grid(canvas.to_pixels((CENTRE[0] + dx * 154, CENTRE[1] + dy * 154)))
    canvas.polygon(shank, fuel)
    canvas.disc(CENTRE, 46, fuel)
    canvas.disc(CENTRE, 15, dark)
    canvas.disc(bow, 58, fuel)
    canvas.disc(bow, 24, dark)
