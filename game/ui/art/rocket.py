"""The rocket, drawn from its profiles in flat tones from the left with a thin edge of dawn.

Contract: `rocket(vehicle, px_per_m, livery)` gives a premultiplied sprite and the place of the
vehicle's foot (its axis at the nozzles' rim) in it; paste it so that the two agree. Sprites are
made once and kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import pygame

from .paint import Colour, Palette, Point, bar, is_light, mix, supersampled
from .vehicle import Body, Profile, Vehicle

Tone = tuple[float, Colour]


@dataclass(frozen=True, slots=True)
class Livery:
    """Tones across a body as (where it ends, colour), -1 left to 1 right, and single colours.

    `rim` is how much of the `edge` colour shows round a body that stands before others, in metres.
    """

    tones: tuple[Tone, ...]
    band: Colour
    edge: Colour
    gap: Colour
    bars: Colour
    outline: Colour | None = None
    rim: float = 0.19


@dataclass(frozen=True, slots=True)
class RocketSprite:
    """A picture of a vehicle and where its foot stands in it, in pixels."""

    picture: pygame.Surface
    foot: Point
    scale: float


def flat_livery(palette: Palette) -> Livery:
    """Three flat tones from the left and a coral edge towards the dawn."""
    tone = {name: palette.colour(f"rocket.{name}") for name in _TONES}
    return Livery(
        tones=(
            (-0.15, tone["light"]),
            (0.38, tone["mid"]),
            (0.76, tone["shade"]),
            (0.88, tone["deep"]),
            (1.0, tone["rim"]),
        ),
        band=mix(tone["shade"], tone["mid"], 0.25),
        edge=tone["deep"],
        gap=mix(tone["deep"], (10, 7, 20), 0.55),
        bars=tone["mid"],
        outline=palette.colour("outline") if is_light(palette) else None,
    )


_TONES = ("light", "mid", "shade", "deep", "rim")


def round_tones(stops: Sequence[Tone]) -> tuple[Tone, ...]:
    """Tones that run evenly from stop to stop, for the film's rounder light."""
    tones: list[Tone] = []
    count = 28
    for i in range(count):
        middle = -1 + (2 * i + 1) / count
        tones.append((-1 + 2 * (i + 1) / count, _between(stops, middle)))
    return tuple(tones)


def _between(stops: Sequence[Tone], place: float) -> Colour:
    for (a, first), (b, second) in pairwise(stops):
        if place <= b:
            return mix(first, second, (place - a) / (b - a))
    return stops[-1][1]


@lru_cache(maxsize=24)
def rocket(vehicle: Vehicle, px_per_m: float, livery: Livery) -> RocketSprite:
    """The whole vehicle, upright, at a scale in pixels a metre."""
    half, below = 6.4, 0.8
    size = (half * 2 * px_per_m, (vehicle.height + below + 0.6) * px_per_m)
    foot = (half * px_per_m, (vehicle.height + 0.6) * px_per_m)
    picture = supersampled(size, lambda big, k: _draw(big, k, vehicle, px_per_m, livery, foot))
    return RocketSprite(picture, foot, px_per_m)


@dataclass(frozen=True, slots=True)
class _Place:
    scale: float
    x: float
    y: float

    def at(self, x: float, height: float) -> Point:
        return self.x + x * self.scale, self.y - height * self.scale


def _draw(
    big: pygame.Surface,
    k: int,
    vehicle: Vehicle,
    px_per_m: float,
    livery: Livery,
    foot: Point,
) -> None:
    place = _Place(px_per_m * k, foot[0] * k, foot[1] * k)
    for fin in vehicle.fins:
        pygame.draw.polygon(big, livery.band, [place.at(*corner) for corner in fin])
    for low, high, radius in vehicle.lattices:
        _lattice(big, place, low, high, radius, livery)
    for body in vehicle.bodies:
        _body(big, place, body, livery)
    for x, height, wide, high in vehicle.hatches:
        left, top = place.at(x, height + high)
        pygame.draw.rect(
            big,
            mix(livery.band, livery.tones[0][1], 0.3),
            (left, top, wide * place.scale, high * place.scale),
            border_radius=round(0.06 * place.scale),
        )


def _body(big: pygame.Surface, place: _Place, body: Body, livery: Livery) -> None:
    if body.outlined:
        _hull(big, place, body, livery.edge, livery.rim)
    elif livery.outline is not None:
        _hull(big, place, body, livery.outline, 0.14)
    tones = livery.tones
    if body.outlined:
        tones = tuple((end, livery.edge if end == 1.0 else colour) for end, colour in tones)
    _strips(big, place, body, body.profile, tones)
    width = max(0.075 * place.scale, 2.5)
    for height in body.bands:
        radius, x = _value(body.profile, height), _value(body.axis, height)
        left, right = place.at(x - radius, height), place.at(x + radius, height)
        bar(big, livery.band, left, right, width)


def _hull(big: pygame.Surface, place: _Place, body: Body, colour: Colour, extra: float) -> None:
    grown = tuple((height, radius + extra) for height, radius in body.profile)
    top = grown[-1]
    grown = (*grown, (top[0] + extra, top[1] * 0.5))
    _strips(big, place, body, grown, ((1.0, colour),))


def _strips(
    big: pygame.Surface, place: _Place, body: Body, profile: Profile, tones: Sequence[Tone]
) -> None:
    """Each tone is one polygon; each reaches under the next, so that no seam opens."""
    rows = [(height, radius, _value(body.axis, height)) for height, radius in profile]
    start = -1.0
    for end, colour in tones:
        left = [place.at(x + radius * start, height) for height, radius, x in rows]
        right = [place.at(x + radius, height) for height, radius, x in reversed(rows)]
        pygame.draw.polygon(big, colour, left + right)
        start = end


def _lattice(
    big: pygame.Surface, place: _Place, low: float, high: float, radius: float, livery: Livery
) -> None:
    corners = [(-radius, low), (radius, low), (radius, high), (-radius, high)]
    pygame.draw.polygon(big, livery.gap, [place.at(*corner) for corner in corners])
    bays, width = 3, 0.15 * place.scale
    for bay in range(bays):
        left = -radius + 2 * radius * bay / bays
        right = -radius + 2 * radius * (bay + 1) / bays
        bar(big, livery.bars, place.at(left, low), place.at(right, high), width)
        bar(big, livery.bars, place.at(left, high), place.at(right, low), width)


def _value(line: Profile, height: float) -> float:
    """The value at a height of a line of (height, value), level beyond its ends."""
    if height <= line[0][0]:
        return line[0][1]
    for (low, first), (high, second) in pairwise(line):
        if height <= high:
            return first + (second - first) * (height - low) / (high - low)
    return line[-1][1]
