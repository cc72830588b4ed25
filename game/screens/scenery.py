"""The backdrops behind the screens, each made once for a size, a theme and a stage."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import pygame

from game.ui.art.backdrop import SCREEN, Stand, preparation
from game.ui.canvas import Canvas
from game.ui.geometry import Point
from game.ui.painting import blit
from game.ui.theme import Theme

Sky = Literal["rollout", "fuel", "check", "hold", "launch"]
NEXT: dict[Sky, Sky] = {
    "rollout": "fuel",
    "fuel": "check",
    "check": "hold",
    "hold": "launch",
    "launch": "launch",
}
"""Which sky is wanted after each."""

_KEPT = 6


@dataclass(frozen=True, slots=True)
class _Wanted:
    """All that a backdrop depends on."""

    size: tuple[int, int]
    scale: float
    offset: Point
    theme: str
    sky: Sky
    rocket: Stand | None
    horizon: float


class _Store:
    """The pictures that were made, and the one that is being made in slices."""

    def __init__(self) -> None:
        self._made: OrderedDict[_Wanted | tuple[object, ...], pygame.Surface] = OrderedDict()
        self._making: tuple[_Wanted, Iterator[pygame.Surface]] | None = None
        self._picture: pygame.Surface | None = None

    def get(self, wanted: _Wanted, theme: Theme) -> pygame.Surface:
        """The picture, finished now if it is not there."""
        if wanted not in self._made:
            while not self.work(wanted, theme):
                pass
        self._made.move_to_end(wanted)
        return self._made[wanted]

    def work(self, wanted: _Wanted, theme: Theme) -> bool:
        """Do one slice of a picture; True once it is there."""
        if wanted in self._made:
            return True
        if self._making is None or self._making[0] != wanted:
            self._making = (wanted, _slices(wanted, theme))
        picture = next(self._making[1], None)
        if picture is not None:
            self._picture = picture
            return False
        self._making = None
        assert self._picture is not None
        self.keep(wanted, self._picture)
        return True

    def newest(self, wanted: _Wanted) -> pygame.Surface:
        """The picture as far as it is made, after `work`."""
        picture = self._made.get(wanted, self._picture)
        assert picture is not None
        return picture

    def keep(self, key: _Wanted | tuple[object, ...], picture: pygame.Surface) -> None:
        self._made[key] = picture
        while len(self._made) > _KEPT:
            self._made.popitem(last=False)

    def find(self, key: tuple[object, ...]) -> pygame.Surface | None:
        return self._made.get(key)


_store = _Store()


def draw_backdrop(
    canvas: Canvas, sky: Sky, rocket: Stand | None = SCREEN, *, horizon: float = 908.0
) -> None:
    """Fill the window with a stage's backdrop; `rocket` is where it stands, if it does."""
    picture = _store.get(_wanted(canvas, sky, rocket, horizon), canvas.theme)
    canvas.backdrop(picture)


def draw_backdrop_so_far(canvas: Canvas, sky: Sky, rocket: Stand, horizon: float) -> bool:
    """Do one slice of a backdrop and draw what there is of it; True once it is whole."""
    wanted = _wanted(canvas, sky, rocket, horizon)
    whole = _store.work(wanted, canvas.theme)
    picture = _store.newest(wanted)
    if whole:
        canvas.backdrop(picture)
    else:
        canvas.live(lambda surface: blit(surface, picture, 0, 0))
    return whole


def prepare_backdrop(canvas: Canvas, sky: Sky, rocket: Stand | None = SCREEN) -> bool:
    """Do a few milliseconds of work on a backdrop that is wanted soon; True once it is there."""
    return _store.work(_wanted(canvas, sky, rocket, 908.0), canvas.theme)


def draw_earth(canvas: Canvas) -> None:
    """Fill the window with the Earth's edge, as seen from orbit."""
    key = ("earth", canvas.surface.get_size(), canvas.theme.name)
    picture = _store.find(key)
    if picture is None:
        from game.ui.art.earth import earth

        picture = earth(canvas.surface.get_size(), canvas.scale, canvas.offset, canvas.theme)
        _store.keep(key, picture)
    canvas.backdrop(picture)


def _wanted(canvas: Canvas, sky: Sky, rocket: Stand | None, horizon: float) -> _Wanted:
    size = canvas.surface.get_size()
    return _Wanted(size, canvas.scale, canvas.offset, canvas.theme.name, sky, rocket, horizon)


def _slices(wanted: _Wanted, theme: Theme) -> Iterator[pygame.Surface]:
    return preparation(
        wanted.size,
        wanted.scale,
        wanted.offset,
        theme,
        wanted.sky,
        rocket=wanted.rocket is not None,
        horizon=wanted.horizon,
        place=wanted.rocket,
    )
