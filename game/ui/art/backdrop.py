"""The picture behind a screen: sky, steppe, pad and rocket, made once a size and stage.

Contract: `backdrop(size_px, scale, offset, palette, stage, craft, horizon=908)` gives an opaque
surface of the whole window. The rocket's axis, foot and height follow from the horizon: 908 is the
screens' (axis 1560, foot 900, 16.6 px a metre where it is 38.4 m high), 812 the title's (1404, 790,
19.4). `preparation` does the same work in slices: advance it once a frame until it ends.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from random import Random

import pygame

from . import steppe
from .berth import Berth
from .berth import Stand as Stand
from .berth import stand as stand_vehicle
from .craft import Craft
from .paint import Palette, Point, View, is_light
from .sky import sky, stars

SCREEN = Stand(1560, 900, 16.6, False, 0.735, 0.64, 1.0, ((84, 44, 1340, 850), (1420, 50, 420, 82)))
TITLE = Stand(1404, 790, 19.4, True, 1.0, 1.0, 1.7, ((84, 130, 960, 300),))
_SPREAD = {"rollout": 0.9, "fuel": 1.0, "check": 1.03, "hold": 0.97, "launch": 1.15}


def stand(horizon: float) -> Stand:
    """The rocket's stand for a horizon: the title's is the higher one."""
    return TITLE if horizon < 880 else SCREEN


def backdrop(
    size: tuple[int, int],
    scale: float,
    offset: Point,
    palette: Palette,
    stage: str,
    craft: Craft | None = None,
    *,
    horizon: float = 908,
    words: Sequence[tuple[float, float, float, float]] = (),
    place: Stand | None = None,
) -> pygame.Surface:
    """The backdrop of one stage ("rollout", "fuel", "check", "hold" or "launch").

    The craft stands on its pad, if there is one.
    `words` are boxes of text on the grid that stars keep away from, if not the usual ones; `place`
    is where the rocket stands, if not where the horizon puts it.
    """
    steps = preparation(
        size,
        scale,
        offset,
        palette,
        stage,
        None if craft is None else lambda: craft,
        horizon=horizon,
        words=words,
        place=place,
    )
    return list(steps)[-1]


def preparation(
    size: tuple[int, int],
    scale: float,
    offset: Point,
    palette: Palette,
    stage: str,
    craft: Callable[[], Craft] | None = None,
    *,
    horizon: float = 908,
    words: Sequence[tuple[float, float, float, float]] = (),
    place: Stand | None = None,
) -> Iterator[pygame.Surface]:
    """Make a backdrop in slices; every slice gives the picture as far as it is done.

    `craft` reads what stands on the pad, in a slice of its own.
    """
    view = View(size, scale, offset)
    place = place or stand(horizon)
    sun = view.at(place.axis, horizon)
    picture = sky(
        size,
        palette.sky(stage),
        sun,
        scale=scale,
        spread=_SPREAD.get(stage, 1.0),
        core=place.core,
    )
    yield picture
    stars(
        picture,
        Random(f"stars/{stage}"),
        scale=scale,
        below=view.y(horizon - 180),
        count=90 if place.floodlit else 64,
        away_from=[
            pygame.Rect(view.at(x, y), (wide * scale, high * scale))
            for x, y, wide, high in (words or place.words)
        ],
    )
    if place.floodlit:
        steppe.far_things(picture, view, horizon, place.axis - 558, palette)
    steppe.ground(picture, view, horizon, place.axis, palette)
    yield picture
    if craft is None:
        return
    for _ in _light_up(picture, view, place, horizon, palette):
        yield picture
    berth = Berth(place, craft())
    yield picture
    for _ in stand_vehicle(picture, view, berth, horizon, palette):
        yield picture


def _light_up(
    picture: pygame.Surface, view: View, place: Stand, horizon: float, palette: Palette
) -> Iterator[None]:
    """Floodlights behind the rocket."""
    metre = place.metre * view.scale
    foot = view.at(place.axis, place.foot)
    sand = palette.colour("sand")

    def at(x: float, height: float) -> Point:
        return foot[0] + x * metre, foot[1] - height * metre

    dark = not is_light(palette)
    if dark and place.floodlit:
        for side in (-1.0, 1.0):
            lamp = at(side * 15.1, 28.6)
            steppe.beam(picture, lamp, at(side * 1.2, 37.4), at(side * -1.6, 14.0), sand, 0.15)
            steppe.beam(picture, lamp, at(side * 2.0, 20.0), at(side * 3.4, 5.0), sand, 0.12)
            yield
    elif dark:
        for side in (-1.0, 1.0):
            lamp = at(side * 9.4, 3.0)
            steppe.beam(picture, lamp, at(side * 1.6, 33.0), at(side * -1.2, 33.0), sand, 0.10)
            yield
    if place.floodlit:
        steppe.masts(picture, foot, metre, view.y(horizon), palette)
        yield
