"""Smoke as flat, hard-edged clumps of discs in a few tones, rolling out of the flame trench.

A clump is a fixed set of puffs, made once from a seed; a frame only moves and scales them, so
the same time gives the same picture. Far clumps come first, cool; near ones last, warm.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil, exp, floor
from random import Random

import pygame
from pygame import gfxdraw

from .paint import Colour, Palette, Point, View, mix


@dataclass(frozen=True, slots=True)
class Puff:
    """One disc: when it is born (s), where it comes from and comes to rest, its last radius."""

    born: float
    source: Point
    rest: Point
    radius: float
    pace: float


@dataclass(frozen=True, slots=True)
class Clump:
    """Puffs that share their tones, darkest first, and the way towards the light."""

    puffs: tuple[Puff, ...]
    tones: tuple[Colour, ...]
    light: Point


_BEDS: tuple[
    tuple[str, int, tuple[float, float, float, float], tuple[float, float], float], ...
] = (
    ("far", 12, (-140, 560, 560, 170), (92, 150), 0.5),
    ("cool", 14, (60, 690, 640, 120), (66, 112), 0.34),
    ("rose", 16, (-40, 850, 760, 130), (62, 104), 0.18),
    ("near", 17, (560, 850, 520, 120), (44, 84), 0.06),
    ("bright", 15, (930, 900, 330, 84), (26, 50), 0.0),
)
"""Name, number of puffs, box they come to rest in, their radii, and when the first is born."""


def rolling(
    seed: str, palette: Palette, start: Point, tint: Colour | None = None
) -> tuple[Clump, ...]:
    """The smoke of a lift-off, coming out at `start` (grid) and rolling to the left.

    `tint` is the smoke's own colour; grey takes on the light's colours, others keep their own.
    """
    clumps: list[Clump] = []
    for name, count, (x, y, wide, high), (small, large), born in _BEDS:
        rng = Random(f"{seed}/{name}")
        puffs: list[Puff] = []
        for index in range(count):
            across = (index + rng.uniform(0.1, 0.9)) / count
            rest_x = x + wide * across
            # Clouds pile up: high in the middle of the bed, low at its ends.
            heap = 1 - (2 * across - 1) ** 2
            rest_y = y + high * (1 - rng.random() * (0.35 + 0.65 * heap))
            radius = rng.uniform(small, large) * (0.72 + 0.28 * heap)
            late = 0.22 if name == "bright" else 0.48
            delay = born + (1 - across) * late + rng.uniform(0, late)
            back = 190 if name in ("far", "cool") else 0
            mouth = (start[0] - back + rng.uniform(-34, 24), start[1] + rng.uniform(-16, 22))
            puffs.append(Puff(delay, mouth, (rest_x, rest_y), radius, rng.uniform(0.75, 1.15)))
        puffs.sort(key=lambda puff: puff.rest[1])
        tones = tuple(tinted(tone, tint) for tone in _tones(name, palette))
        clumps.append(Clump(tuple(puffs), tones, (0.16, -0.1)))
    return tuple(clumps)


def aside(clumps: Iterable[Clump], axis: float, reach: float, low: float) -> tuple[Clump, ...]:
    """The same smoke lying low on both sides of an axis, as over flat flame channels.

    `reach` is how far, as a share; `low` how high, as a share, over the ground at grid y 990.
    """
    found: list[Clump] = []
    for clump in clumps:
        puffs: list[Puff] = []
        for index, puff in enumerate(clump.puffs):
            sign = -1 if index % 2 else 1
            x = axis + sign * (70 + reach * abs(1290 - puff.rest[0]))
            y = 1000 - low * (1000 - puff.rest[1])
            source = (axis + sign * 60.0, 930.0)
            puffs.append(Puff(puff.born, source, (x, y), puff.radius * 0.72, puff.pace))
        puffs.sort(key=lambda puff: puff.rest[1])
        found.append(Clump(tuple(puffs), clump.tones, clump.light))
    return tuple(found)


def tinted(tone: Colour, tint: Colour | None) -> Colour:
    """A tone moved towards a smoke's own colour, as far as that is no grey, as bright as it was."""
    if tint is None:
        return tone
    strong = (max(tint) - min(tint)) / max(1, max(tint))
    share = max(0.0, min(0.85, (strong - 0.15) * 1.3))
    light = max(tone) / max(1, max(tint))
    own = (
        min(255, round(tint[0] * light)),
        min(255, round(tint[1] * light)),
        min(255, round(tint[2] * light)),
    )
    return mix(tone, own, share)


def _tones(name: str, palette: Palette) -> tuple[Colour, ...]:
    night, dusk, coral, amber, sand = (
        palette.colour(each) for each in ("night", "dusk", "coral", "amber", "sand")
    )
    violet, rose = mix(dusk, (122, 92, 150), 0.55), mix(coral, dusk, 0.42)
    return {
        "far": (mix(dusk, night, 0.25), mix(dusk, violet, 0.45), violet),
        "cool": (mix(dusk, night, 0.1), mix(violet, rose, 0.2), mix(violet, rose, 0.55)),
        "rose": (mix(dusk, rose, 0.4), mix(rose, violet, 0.18), mix(rose, sand, 0.34)),
        "near": (
            mix(rose, coral, 0.35),
            mix(coral, amber, 0.55),
            mix(amber, sand, 0.22),
            mix(amber, sand, 0.55),
        ),
        "bright": (
            mix(coral, amber, 0.55),
            mix(amber, (255, 205, 90), 0.6),
            (255, 221, 130),
            (255, 243, 200),
        ),
    }[name]


def draw(
    surface: pygame.Surface, clump: Clump, seconds: float, view: View, lift: float = 0.0
) -> None:
    """Paint a clump `seconds` after ignition; `lift` is how far the camera has tilted (grid)."""
    paint_discs(surface, _discs(clump, seconds, view, lift), clump.tones, clump.light)


def _discs(
    clump: Clump, seconds: float, view: View, lift: float = 0.0
) -> list[tuple[float, float, float]]:
    """Where each puff is, and how large, in pixels."""
    discs: list[tuple[float, float, float]] = []
    for puff in clump.puffs:
        age = seconds - puff.born
        if age <= 0:
            continue
        grown = 1 - exp(-age * puff.pace)
        x = puff.source[0] + (puff.rest[0] - puff.source[0]) * grown - age * 9
        y = puff.source[1] + (puff.rest[1] - puff.source[1]) * grown * grown - age * 3
        radius = puff.radius * (0.12 + 0.88 * grown + 0.03 * age)
        discs.append((view.x(x), view.y(y + lift), radius * view.scale))
    return discs


class Rolling:
    """Clumps painted on layers of their own, each anew a few times a second and in turn.

    What is on a layer depends on the time alone; between two paintings it only moves.
    """

    def __init__(self, clumps: Sequence[Clump], view: View, until: float) -> None:
        """`until` is the greatest age (s) that will be drawn."""
        self._clumps = clumps
        self._view = view
        self._boxes = [_reach(clump, view, until) for clump in clumps]
        self._layers = [pygame.Surface(box.size, pygame.SRCALPHA, 32) for box in self._boxes]
        widest = max(box.width for box in self._boxes)
        self._plain = pygame.Surface((widest, max(box.height for box in self._boxes)), 0, 32)
        self._painted: list[int | None] = [None] * len(clumps)

    def draw(self, surface: pygame.Surface, seconds: float, lift: float) -> None:
        """Show the smoke `seconds` after its start; `lift` is the camera's tilt (grid)."""
        count = len(self._clumps)
        for index, clump in enumerate(self._clumps):
            turn = floor(seconds * _PACE + index / count)
            age = (turn - index / count) / _PACE
            if age <= min(puff.born for puff in clump.puffs):
                continue
            if self._painted[index] != turn:
                self._painted[index] = turn
                self._paint(index, clump, age)
            box = self._boxes[index]
            surface.blit(self._layers[index], (box.x, box.y + round(lift * self._view.scale)))

    def _paint(self, index: int, clump: Clump, age: float) -> None:
        """Tones on a plain picture, and the outline as alpha: smooth edges spoil alpha inside."""
        box, layer, view = self._boxes[index], self._layers[index], self._view
        own = View(box.size, view.scale, (view.offset[0] - box.x, view.offset[1] - box.y))
        discs = _discs(clump, age, own)
        self._plain.fill(clump.tones[0])
        paint_discs(self._plain, discs, clump.tones[1:], clump.light, 1)
        layer.fill((255, 255, 255, 0))
        places = [(round(x), round(y), max(1, round(radius))) for x, y, radius in discs]
        for place in places:
            gfxdraw.aacircle(layer, *place, _OPAQUE)
        for place in places:
            _filled(layer, _OPAQUE, *place)
        layer.blit(self._plain, (0, 0), special_flags=pygame.BLEND_RGB_MIN)


_OPAQUE = (255, 255, 255, 255)
_PACE = 20
"""Paintings of a clump in a second."""


def _reach(clump: Clump, view: View, until: float) -> pygame.Rect:
    """What a clump covers until it is that old, as far as a window can show it."""
    discs = [disc for age in (0.5, 1.5, until) for disc in _discs(clump, age, view)]
    left = min((x - radius for x, _, radius in discs), default=0.0)
    right = max((x + radius for x, _, radius in discs), default=1.0)
    top = min((y - radius for _, y, radius in discs), default=0.0)
    low = max((y + radius for _, y, radius in discs), default=1.0)
    left, right = max(left, -2.0), min(right, view.size[0] + 2.0)
    low = min(low, view.size[1] + 2.0)
    box = pygame.Rect(floor(left), floor(top), ceil(right - left) + 2, ceil(low - top) + 2)
    return box.inflate(4, 4)


def paint_discs(
    surface: pygame.Surface,
    discs: Sequence[tuple[float, float, float]],
    tones: Iterable[Colour],
    light: Point,
    first: int = 0,
) -> None:
    """All discs (x, y, radius in pixels) in each tone, smaller and nearer to the light in turn."""
    wide, high = surface.get_size()
    seen = [
        (x, y, radius)
        for x, y, radius in discs
        if x + radius > 0 and x - radius < wide and y + radius > 0 and y - radius < high
    ]
    for level, colour in enumerate(tones, first):
        share = 1 - 0.17 * level
        for x, y, radius in seen:
            away = radius * level
            disc(surface, x + light[0] * away, y + light[1] * away, radius * share, colour)


def disc(surface: pygame.Surface, x: float, y: float, radius: float, colour: Colour) -> None:
    """A flat disc with a smooth edge, quick enough for hundreds in a frame."""
    place = (round(x), round(y), max(1, round(radius)))
    gfxdraw.aacircle(surface, *place, colour)
    _filled(surface, colour, *place)


def _filled(surface: pygame.Surface, colour: Sequence[int], x: int, y: int, radius: int) -> None:
    """All within a smooth edge, as wide on both sides of its middle; pygame's circle is not."""
    side = 2 * radius + 1
    pygame.draw.ellipse(surface, colour, (x - radius, y - radius, side, side))
