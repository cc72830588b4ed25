"""The backdrops behind the screens, each made once for a size, a theme and a stage."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import pygame

from game.ui.ahead import Ahead
from game.ui.art.backdrop import SCREEN, Stand, preparation
from game.ui.art.craft import Craft
from game.ui.canvas import Canvas
from game.ui.geometry import Point
from game.ui.painting import blit
from game.ui.theme import Theme

if TYPE_CHECKING:
    from game.ui.art.earth import Globe

Sky = Literal["rollout", "fuel", "check", "hold", "launch"]
NEXT: dict[Sky, Sky] = {
    "rollout": "fuel",
    "fuel": "check",
    "check": "hold",
    "hold": "launch",
    "launch": "launch",
}
"""Which sky is wanted after each."""

Words = tuple[tuple[Point, float, float], ...]
"""Where words stand ((x, y), width, height on the grid), which stars keep away from."""

_KEPT = 3


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


_Key = _Wanted | tuple[object, ...]


class _Store:
    """The pictures that were made, the one that is made behind the game, and the title's slices."""

    def __init__(self) -> None:
        self._made: OrderedDict[_Key, pygame.Surface] = OrderedDict()
        self._ahead: tuple[_Key, Ahead[pygame.Surface]] | None = None
        self._making: tuple[_Key, pygame.Surface, Iterator[pygame.Surface]] | None = None

    def get(self, key: _Key, slices: Callable[[], Iterator[pygame.Surface]]) -> pygame.Surface:
        """The picture, finished now if it is not there."""
        if not self.prepare(key, slices):
            assert self._ahead is not None
            self._keep(key, self._ahead[1].finish())
        self._made.move_to_end(key)
        return self._made[key]

    def prepare(self, key: _Key, slices: Callable[[], Iterator[pygame.Surface]]) -> bool:
        """Have a picture made behind the game; True once it is there."""
        if key in self._made:
            return True
        if self._ahead is None or self._ahead[0] != key:
            self._ahead = (key, Ahead(slices()))
        if self._ahead[1].done:
            self._keep(key, self._ahead[1].finish())
            return True
        return False

    def so_far(
        self, key: _Key, slices: Callable[[], Iterator[pygame.Surface]]
    ) -> tuple[pygame.Surface, bool]:
        """The picture, which one more slice was painted on, and whether it is whole."""
        if key in self._made:
            return self._made[key], True
        if self._making is None or self._making[0] != key:
            first = slices()
            self._making = (key, next(first), first)
            return self._making[1], False
        _, picture, rest = self._making
        if next(rest, None) is not None:
            return picture, False
        self._making = None
        self._keep(key, picture)
        return picture, True

    def forget(self, but: int) -> None:
        """Give back the room of all pictures but the last that were drawn."""
        while len(self._made) > but:
            self._made.popitem(last=False)

    def _keep(self, key: _Key, picture: pygame.Surface) -> None:
        self._made[key] = picture
        if self._ahead is not None and self._ahead[0] == key:
            self._ahead = None
        self.forget(_KEPT)


_store = _Store()


def draw_backdrop(
    canvas: Canvas, sky: Sky, rocket: Stand | None = SCREEN, *, horizon: float = 908.0
) -> None:
    """Fill the window with a stage's backdrop; `rocket` is where it stands, if it does."""
    wanted = _wanted(canvas, sky, rocket, horizon)
    canvas.backdrop(_store.get(wanted, _slices(wanted, canvas.theme)))


def draw_backdrop_so_far(canvas: Canvas, sky: Sky, rocket: Stand, horizon: float) -> bool:
    """Do one slice of a backdrop and draw what there is of it; True once it is whole."""
    wanted = _wanted(canvas, sky, rocket, horizon)
    picture, whole = _store.so_far(wanted, _slices(wanted, canvas.theme))
    if whole:
        canvas.backdrop(picture)
    else:
        canvas.live(lambda surface: blit(surface, picture, 0, 0))
    return whole


def prepare_backdrop(canvas: Canvas, sky: Sky, rocket: Stand | None = SCREEN) -> bool:
    """Have a backdrop made that is wanted soon; True once it is there."""
    wanted = _wanted(canvas, sky, rocket, 908.0)
    return _store.prepare(wanted, _slices(wanted, canvas.theme))


def draw_earth(canvas: Canvas) -> None:
    """Fill the window with the Earth's edge, as seen from orbit."""
    canvas.backdrop(_store.get(_earth_key(canvas), _earth_slices(canvas)))


def draw_home(canvas: Canvas, globe: Globe, words: Words) -> None:
    """Fill the window with the Earth under a learner's constellation."""
    size, scale, offset, theme = (
        canvas.surface.get_size(),
        canvas.scale,
        canvas.offset,
        canvas.theme,
    )

    def slices() -> Iterator[pygame.Surface]:
        from game.ui.art.earth import earth

        yield earth(size, scale, offset, theme, words, globe)

    canvas.backdrop(_store.get(("home", size, theme.name, globe, words), slices))


def prepare_earth(canvas: Canvas) -> bool:
    """Have the Earth's edge made, which is wanted soon; True once it is there."""
    return _store.prepare(_earth_key(canvas), _earth_slices(canvas))


def draw_hangar_so_far(canvas: Canvas, crafts: Sequence[Craft]) -> bool:
    """Stand one more of these vehicles beside the others, to one scale; True once all stand."""
    size, scale, offset, theme = (
        canvas.surface.get_size(),
        canvas.scale,
        canvas.offset,
        canvas.theme,
    )

    def slices() -> Iterator[pygame.Surface]:
        from game.ui.art.hangar import preparation as stand_all

        return stand_all(size, scale, offset, theme, crafts)

    key = ("hangar", size, theme.name, tuple(craft.id for craft in crafts))
    picture, whole = _store.so_far(key, slices)
    if whole:
        canvas.backdrop(picture)
    else:
        canvas.live(lambda surface: blit(surface, picture, 0, 0))
    return whole


def forget_backdrops(but: int = 0) -> None:
    """Give back the room that backdrops take, `but` for the last that were drawn."""
    _store.forget(but)


def _earth_key(canvas: Canvas) -> _Key:
    return ("earth", canvas.surface.get_size(), canvas.theme.name)


def _earth_slices(canvas: Canvas) -> Callable[[], Iterator[pygame.Surface]]:
    size, scale, offset, theme = (
        canvas.surface.get_size(),
        canvas.scale,
        canvas.offset,
        canvas.theme,
    )

    def slices() -> Iterator[pygame.Surface]:
        from game.ui.art.earth import earth

        yield earth(size, scale, offset, theme)

    return slices


def _wanted(canvas: Canvas, sky: Sky, rocket: Stand | None, horizon: float) -> _Wanted:
    size = canvas.surface.get_size()
    return _Wanted(size, canvas.scale, canvas.offset, canvas.theme.name, sky, rocket, horizon)


def _slices(wanted: _Wanted, theme: Theme) -> Callable[[], Iterator[pygame.Surface]]:
    return lambda: preparation(
        wanted.size,
        wanted.scale,
        wanted.offset,
        theme,
        wanted.sky,
        rocket=wanted.rocket is not None,
        horizon=wanted.horizon,
        place=wanted.rocket,
    )
