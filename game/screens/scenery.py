"""The backdrops behind the screens, each made once for a size, a theme and a stage."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import chain
from typing import TYPE_CHECKING, Literal

import pygame

from game.screens.constellation import draw_orbit
from game.ui.ahead import Ahead
from game.ui.art.backdrop import SCREEN, Stand, preparation
from game.ui.art.craft import Craft
from game.ui.canvas import Canvas
from game.ui.geometry import Point
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

Orbits = tuple[float, ...]
"""How high orbits are over the Earth of the results, in grid units."""

BESIDE, GROUND_TURN = 420.0, 2
"""How far from the rocket's axis everything stands that is painted after the sky and the ground."""

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
    vehicle: str
    horizon: float


_Key = _Wanted | tuple[object, ...]


class _Making:
    """A picture that is shown while it is painted."""

    def __init__(self, key: _Key, slices: Iterator[pygame.Surface], *, behind: bool) -> None:
        self.key = key
        self.picture = next(slices)
        self._turn = 1
        self._slices = slices
        self._ahead = Ahead(chain((self.picture,), slices)) if behind else None

    @property
    def turn(self) -> int:
        """How many slices are painted."""
        return self._turn if self._ahead is None else max(1, self._ahead.turn)

    def whole(self) -> bool:
        """Whether all is painted, once one more slice is if they are painted here."""
        if self._ahead is not None:
            return self._ahead.done and self._ahead.finish() is self.picture
        self._turn += 1
        return next(self._slices, None) is None

    def stop(self) -> None:
        """Paint no more of it."""
        if self._ahead is not None:
            self._ahead.stop()


class _Store:
    """The pictures that were made, the one that is made behind the game, and the title's slices."""

    def __init__(self) -> None:
        self._made: OrderedDict[_Key, pygame.Surface] = OrderedDict()
        self._ahead: tuple[_Key, Ahead[pygame.Surface]] | None = None
        self._making: _Making | None = None

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
        self, key: _Key, slices: Callable[[], Iterator[pygame.Surface]], *, behind: bool
    ) -> tuple[pygame.Surface, int]:
        """The picture as far as it is painted, and how many slices that is; 0 once it is whole.

        Its slices after the first are painted `behind` the game, or else one a call.
        """
        if key in self._made:
            return self._made[key], 0
        if self._making is None or self._making.key != key:
            if self._making is not None:
                self._making.stop()
            self._making = _Making(key, slices(), behind=behind)
        elif self._making.whole():
            picture = self._making.picture
            self._making = None
            self._keep(key, picture)
            return picture, 0
        return self._making.picture, self._making.turn

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
    canvas: Canvas,
    sky: Sky,
    rocket: Stand | None = SCREEN,
    vehicle: str = "",
    *,
    horizon: float = 908.0,
) -> None:
    """Fill the window with a stage's backdrop; `rocket` is where it stands, if it does.

    `vehicle` is the id of what stands there, "" for the usual one.
    """
    wanted = _wanted(canvas, sky, rocket, vehicle, horizon)
    canvas.backdrop(_store.get(wanted, _slices(wanted, canvas.theme)))


def draw_backdrop_so_far(
    canvas: Canvas, sky: Sky, rocket: Stand, horizon: float, *, behind: bool
) -> bool:
    """Draw what there is of a backdrop; True once it is whole. It is painted `behind` the game,
    or else by a slice more with each call."""
    wanted = _wanted(canvas, sky, rocket, "", horizon)
    picture, turn = _store.so_far(wanted, _slices(wanted, canvas.theme), behind=behind)
    if turn == 0:
        canvas.backdrop(picture)
        return True
    seen, left = canvas.visible, rocket.axis - BESIDE
    with canvas.clipped((seen.x, seen.y, left - seen.x, seen.h)):
        canvas.backdrop(picture, min(turn, GROUND_TURN))
    with canvas.clipped((left, seen.y, seen.right - left, seen.h)):
        canvas.backdrop(picture, turn)
    return False


def prepare_backdrop(
    canvas: Canvas, sky: Sky, rocket: Stand | None = SCREEN, vehicle: str = ""
) -> bool:
    """Have a backdrop made that is wanted soon; True once it is there."""
    wanted = _wanted(canvas, sky, rocket, vehicle, 908.0)
    return _store.prepare(wanted, _slices(wanted, canvas.theme))


def draw_earth(canvas: Canvas, orbits: Orbits = ()) -> None:
    """Fill the window with the Earth's edge, as seen from orbit, and with orbits over it."""
    canvas.backdrop(_store.get(_earth_key(canvas, orbits), _earth_slices(canvas, orbits)))


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


def prepare_earth(canvas: Canvas, orbits: Orbits = ()) -> bool:
    """Have the Earth's edge made, which is wanted soon; True once it is there."""
    return _store.prepare(_earth_key(canvas, orbits), _earth_slices(canvas, orbits))


def draw_hangar_so_far(canvas: Canvas, crafts: Sequence[Craft], *, behind: bool) -> bool:
    """Draw these vehicles beside each other, to one scale; True once all stand. They are painted
    `behind` the game, or else one more with each call."""
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
    picture, turn = _store.so_far(key, slices, behind=behind)
    canvas.backdrop(picture, turn)
    return turn == 0


def forget_backdrops(but: int = 0) -> None:
    """Give back the room that backdrops take, `but` for the last that were drawn."""
    _store.forget(but)


def _earth_key(canvas: Canvas, orbits: Orbits) -> _Key:
    return ("earth", canvas.surface.get_size(), canvas.theme.name, orbits)


def _earth_slices(canvas: Canvas, orbits: Orbits) -> Callable[[], Iterator[pygame.Surface]]:
    size, scale, offset, theme = (
        canvas.surface.get_size(),
        canvas.scale,
        canvas.offset,
        canvas.theme,
    )

    def slices() -> Iterator[pygame.Surface]:
        from game.ui.art.earth import earth

        picture = earth(size, scale, offset, theme)
        yield picture
        for height in orbits:
            draw_orbit(Canvas(picture, theme), height)
            yield picture

    return slices


def hose_ends(place: Stand, vehicle: str = "") -> tuple[Point, ...]:
    """Where the hoses of the mast leave a vehicle that stands there."""
    from game.ui.art.berth import Berth, hoses

    return hoses(Berth(place, standing_craft(vehicle)))


@lru_cache(maxsize=4)
def standing_craft(vehicle: str, fuelled: bool = True) -> Craft:
    """A vehicle by its id ("" for the usual one) as it stands on its pad."""
    from game.play.mission import vehicle_called
    from game.screens.flown import standing

    return standing(vehicle_called(vehicle), fuelled=fuelled)


def _wanted(
    canvas: Canvas, sky: Sky, rocket: Stand | None, vehicle: str, horizon: float
) -> _Wanted:
    size, theme = canvas.surface.get_size(), canvas.theme.name
    vehicle = vehicle if rocket is not None else ""
    return _Wanted(size, canvas.scale, canvas.offset, theme, sky, rocket, vehicle, horizon)


def _slices(wanted: _Wanted, theme: Theme) -> Callable[[], Iterator[pygame.Surface]]:
    # Cold tanks are filled, and white with frost, after the roll-out.
    craft = partial(standing_craft, wanted.vehicle, wanted.sky != "rollout")
    return lambda: preparation(
        wanted.size,
        wanted.scale,
        wanted.offset,
        theme,
        wanted.sky,
        craft if wanted.rocket is not None else None,
        horizon=wanted.horizon,
        place=wanted.rocket,
    )
