"""The backdrops behind the screens, each made once for a size, a theme and a stage."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from typing import Literal

import pygame

from game.ui.art.backdrop import backdrop
from game.ui.canvas import Canvas
from game.ui.theme import Colour, Theme

Sky = Literal["rollout", "fuel", "check", "hold", "launch"]

_KEPT = 6
_made: OrderedDict[tuple[object, ...], pygame.Surface] = OrderedDict()


class Palette:
    """A theme as the drawings ask for it."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def colour(self, name: str) -> Colour:
        return self._theme.colour(name.replace("rocket_", "rocket.", 1))

    def sky(self, stage: str) -> Sequence[Colour]:
        return self._theme.sky(stage)


def draw_backdrop(canvas: Canvas, sky: Sky, *, rocket: bool = True, horizon: float = 908.0) -> None:
    """Fill the window with a stage's backdrop."""
    size = canvas.surface.get_size()
    key = (size, canvas.theme.name, sky, rocket, horizon)
    picture = _made.get(key)
    if picture is None:
        picture = backdrop(
            size,
            canvas.scale,
            canvas.offset,
            Palette(canvas.theme),
            sky,
            rocket=rocket,
            horizon=horizon,
        )
        _made[key] = picture
        while len(_made) > _KEPT:
            _made.popitem(last=False)
    _made.move_to_end(key)
    canvas.surface.blit(picture, (0, 0))
