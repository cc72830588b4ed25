"""The backdrops behind the screens, each made once for a size, a theme and a stage."""

from __future__ import annotations

from collections import OrderedDict
from typing import Literal

import pygame

from game.ui.art.backdrop import SCREEN, Stand, backdrop
from game.ui.canvas import Canvas

Sky = Literal["rollout", "fuel", "check", "hold", "launch"]

_KEPT = 6
_made: OrderedDict[tuple[object, ...], pygame.Surface] = OrderedDict()


def draw_backdrop(
    canvas: Canvas, sky: Sky, rocket: Stand | None = SCREEN, *, horizon: float = 908.0
) -> None:
    """Fill the window with a stage's backdrop; `rocket` is where it stands, if it does."""
    size = canvas.surface.get_size()
    key = (size, canvas.theme.name, sky, rocket, horizon)
    picture = _made.get(key)
    if picture is None:
        picture = backdrop(
            size,
            canvas.scale,
            canvas.offset,
            canvas.theme,
            sky,
            rocket=rocket is not None,
            horizon=horizon,
            place=rocket,
        )
        _made[key] = picture
        while len(_made) > _KEPT:
            _made.popitem(last=False)
    _made.move_to_end(key)
    canvas.surface.blit(picture, (0, 0))
