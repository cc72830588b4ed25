"""Sprites turned and sized as they are needed, the newest kept: one step of an angle, one picture.

A sprite is turned again only when its angle or size has moved by a step; the same key always
gives the same picture.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from math import cos, exp, log, radians, sin

import pygame

from ..paint import Point

_ZOOM = 0.025


class Turned:
    """At most `most` pictures."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._made: OrderedDict[Hashable, pygame.Surface] = OrderedDict()

    def get(
        self,
        key: Hashable,
        sprite: pygame.Surface,
        clockwise: float,
        zoom: float = 1.0,
        step: float = 0.5,
    ) -> tuple[pygame.Surface, float, float]:
        """The sprite turned about its middle, and the angle and the zoom that it really has."""
        angle, size = round(clockwise / step), round(log(zoom) / _ZOOM)
        whole = (key, angle, size)
        turned = self._made.get(whole)
        if turned is None:
            turned = pygame.transform.rotozoom(sprite, -angle * step, exp(size * _ZOOM))
            self._made[whole] = turned
            if len(self._made) > self._most:
                self._made.popitem(last=False)
        else:
            self._made.move_to_end(whole)
        return turned, angle * step, exp(size * _ZOOM)


def hung(turned: tuple[pygame.Surface, float, float], sprite: pygame.Surface, at: Point) -> Point:
    """Where to paste a turned sprite so that the middle of its upper edge is at a place."""
    picture, angle, zoom = turned
    turn, half = radians(angle), sprite.get_height() * zoom / 2
    x, y = at[0] - sin(turn) * half, at[1] + cos(turn) * half
    return x - picture.get_width() / 2, y - picture.get_height() / 2
