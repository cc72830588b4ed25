"""A vehicle that lies: joined in the hall, and on its way to the pad on rails.

Contract: both functions draw a craft on a Canvas in grid units; `share` (0 to 1) is how far the
scene has come. The ground of the screens' backdrop begins at y 908.
"""

from __future__ import annotations

from functools import lru_cache

import pygame

from game.ui.canvas import Canvas
from game.ui.geometry import Point
from game.ui.theme import mix

from .craft import Block, Craft
from .craft_paint import Light, Portrait, portrait
from .paint import is_light, paste

LONG = 1150.0
"""Grid units that a lying vehicle is long at most."""
_MOST_A_METRE = 25.0
RAILS = 928.0
_FLOOR = 900.0
_APART = 330.0
_WAY = 700.0


def hall(canvas: Canvas, share: float, craft: Craft, foot: float = 1640.0) -> None:
    """The assembly hall: trusses, lamps, and the upper part that is joined to the lower one.

    The nozzles are at grid x `foot`, the nose to the left.
    """
    _hall(canvas)
    metre, axis = _metre(craft), _FLOOR - 190.0
    away = _APART * (1.0 - share)
    joint = _joint(craft)
    for part in (0.08, 0.5, 0.86):
        _cradle(canvas, foot - part * joint * metre, axis, 70.0)
    _cradle(canvas, foot - (joint + craft.height_m) / 2 * metre - away, axis, 46.0)
    _lying(canvas, (foot, axis), craft, "flood", away)


def rails(canvas: Canvas, share: float, craft: Craft, foot: float = 1580.0) -> None:
    """The transporter on its rails: nozzles first, the locomotive behind, from left to right."""
    theme = canvas.theme
    left, right = canvas.visible.x, canvas.visible.right
    ink = theme.colour("rocket.steel_far")
    sleeper, x = mix(ink, theme.colour("pit"), 0.5), left
    while x < right:
        canvas.line([(x, RAILS + 4), (x - 10, RAILS + 24)], sleeper, 7)
        x += 46
    for y, wide in ((RAILS, 5.0), (RAILS + 18, 6.0)):
        canvas.line([(left, y), (right, y)], ink, wide)
    metre = _metre(craft)
    at = foot - _WAY * (1.0 - share)
    axis, nose = RAILS - 180.0, at - craft.height_m * metre
    for part in (0.1, 0.32, 0.54, 0.78):
        _cradle(canvas, at - part * craft.height_m * metre, axis, 56.0, RAILS - 50)
    _wagon(canvas, nose + 40, at - 10, RAILS)
    _lying(canvas, (at, axis), craft, "dawn")
    _engine(canvas, nose - 330, RAILS)


def _metre(craft: Craft) -> float:
    """Grid units a metre."""
    return min(_MOST_A_METRE, LONG / craft.height_m)


def _joint(craft: Craft) -> float:
    """The height at which the upper part begins, in metres over the nozzles."""
    return min(block.body.foot_m for block in _upper(craft))


def _upper(craft: Craft) -> tuple[Block, ...]:
    """What is joined last: the last stage, and all that sits over it."""
    last = [block for block in craft.blocks if block.kind == "stage"][-1]
    foot = last.body.foot_m
    return tuple(block for block in craft.blocks if block.body.foot_m >= foot)


def _lying(canvas: Canvas, foot: Point, craft: Craft, light: Light, away: float = 0.0) -> None:
    """The vehicle with its nozzles at a point, its upper part so far away from the lower one."""
    metre = _metre(craft) * canvas.scale
    parts = [(_turned(craft, False, metre, light), 0.0), (_turned(craft, True, metre, light), away)]
    left, top = canvas.to_grid((0, 0))

    def paint(surface: pygame.Surface) -> None:
        for (picture, drawn), off in parts:
            x = (foot[0] - off - left) * canvas.scale - drawn.foot()[1]
            y = (foot[1] - top) * canvas.scale - picture.get_height() / 2
            paste(surface, picture, (x, y))

    canvas.live(paint)


@lru_cache(maxsize=8)
def _turned(
    craft: Craft, upper: bool, px_per_m: float, light: Light
) -> tuple[pygame.Surface, Portrait]:
    """The lower or the upper part, lying with its nose to the left."""
    over = _upper(craft)
    blocks = over if upper else tuple(block for block in craft.blocks if block not in over)
    drawn = portrait(craft, blocks, px_per_m, light, payload=upper)
    return pygame.transform.rotate(drawn.picture, 90), drawn


def _hall(canvas: Canvas) -> None:
    theme, seen = canvas.theme, canvas.visible
    night, indigo = theme.colour("night"), theme.colour("indigo")
    light = is_light(theme)
    canvas.fill(mix(night, indigo, 0.6))
    steel = mix(theme.colour("rocket.steel_far"), indigo, 0.35 if light else 0.55)
    dim = mix(steel, indigo, 0.5)
    floor = (seen.x, _FLOOR, seen.w, seen.bottom - _FLOOR)
    top = 150.0
    for x in range(-400, 2400, 200):
        canvas.line([(x, top), (x + 100, top + 70)], dim, 3)
        canvas.line([(x + 100, top + 70), (x + 200, top)], dim, 3)
    for y in (top, top + 70):
        canvas.line([(seen.x, y), (seen.right, y)], steel, 5)
    for x in range(-240, 2200, 480):
        canvas.box((x, top + 70, 14, _FLOOR - top - 70), dim, 0)
    if not light:
        sand = theme.colour("sand")
        for x in range(240, 1800, 480):
            for half, alpha in ((250.0, 7), (170.0, 9), (90.0, 12)):
                lamp = [(x - 20, top + 96), (x + 20, top + 96), (x + half, _FLOOR)]
                canvas.polygon([*lamp, (x - half, _FLOOR)], sand, alpha)
            canvas.box((x - 34, top + 78, 68, 18), sand, 6)
    canvas.box(floor, theme.colour("steppe"), 0)
    canvas.box((seen.x, _FLOOR, seen.w, 8), theme.colour("steppe_far"), 0)
    for y, wide in ((_FLOOR + 30, 4.0), (_FLOOR + 62, 5.0)):
        canvas.line([(seen.x, y), (seen.right, y)], steel, wide)


def _cradle(canvas: Canvas, x: float, axis: float, half: float, foot: float = _FLOOR + 28) -> None:
    """What a lying body rests on."""
    theme = canvas.theme
    ink = mix(theme.colour("rocket.steel_far"), theme.colour("pit"), 0.45)
    canvas.polygon([(x - 34, foot), (x - 16, axis + half * 0.5), (x + 16, axis + half * 0.5),
                    (x + 34, foot)], ink)  # fmt: skip
    canvas.box((x - 44, foot - 6, 88, 12), ink, 4)


def _wagon(canvas: Canvas, left: float, right: float, rails_y: float) -> None:
    """The transporter under the rocket."""
    theme = canvas.theme
    body = mix(theme.colour("rocket.steel_far"), theme.colour("pit"), 0.6)
    canvas.box((left, rails_y - 60, right - left, 22), body, 6)
    for x in (left + 70, left + 200, right - 220, right - 90):
        canvas.box((x - 62, rails_y - 40, 124, 14), body, 4)
        for wheel in (-38, 0, 38):
            canvas.disc((x + wheel, rails_y - 15), 15, theme.colour("pit"))
            canvas.disc((x + wheel, rails_y - 15), 6, body)


def _engine(canvas: Canvas, left: float, rails_y: float) -> None:
    """The locomotive that pushes."""
    theme = canvas.theme
    body = mix(theme.colour("coral"), theme.colour("pit"), 0.35)
    dark = theme.colour("pit")
    canvas.box((left, rails_y - 150, 300, 112), body, 12)
    canvas.box((left + 12, rails_y - 196, 92, 70), body, 10)
    canvas.box((left + 26, rails_y - 182, 64, 34), theme.colour("sand"), 5)
    canvas.box((left, rails_y - 86, 300, 10), theme.colour("sand"), 0)
    canvas.box((left + 296, rails_y - 62, 44, 12), dark, 3)
    for x in (44, 98, 202, 256):
        canvas.disc((left + x, rails_y - 18), 20, dark)
        canvas.disc((left + x, rails_y - 18), 8, theme.colour("rocket.steel_far"))
