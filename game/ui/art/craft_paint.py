"""A vehicle, or what is left of it, painted upright from its measures.

Contract: `portrait(craft, blocks, px_per_m, light)` gives a premultiplied sprite whose middle is
the point of the axis at `middle_m`; turn it about its middle. Bodies get their tones across from
the light and their paint from the data; ogives and rims are drawn to look right.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import cos, radians, sin
from typing import Literal

import pygame

from .craft import Band, Block, Body, Craft, Nozzles, Spacecraft
from .livery import Dress, Tone, round_tones
from .paint import Colour, Point, bar, mix, supersampled

Light = Literal["flood", "dawn", "space"]
_STOPS: dict[Light, tuple[Tone, ...]] = {
    "flood": (
        (-1.0, (122, 108, 136)),
        (-0.62, (226, 210, 204)),
        (-0.12, (255, 248, 236)),
        (0.42, (196, 182, 190)),
        (1.0, (88, 78, 118)),
    ),
    "dawn": (
        (-1.0, (74, 60, 108)),
        (-0.35, (150, 140, 176)),
        (0.2, (226, 210, 206)),
        (0.62, (255, 240, 214)),
        (1.0, (236, 128, 84)),
    ),
    "space": (
        (-1.0, (20, 20, 46)),
        (-0.3, (74, 74, 104)),
        (0.3, (206, 198, 202)),
        (0.66, (255, 247, 232)),
        (1.0, (216, 180, 150)),
    ),
}
_MARGIN_M = 1.2


Row = tuple[float, float, float]
"""Height, radius and the axis's place there, in metres."""


@dataclass(frozen=True, slots=True)
class Portrait:
    """A sprite of blocks; its middle is the axis at `middle_m`, `half_m` what it reaches aside."""

    picture: pygame.Surface
    scale: float
    middle_m: float
    half_m: float

    def foot(self) -> Point:
        """Where height 0 of the axis lies in the sprite, in pixels."""
        size = self.picture.get_size()
        return size[0] / 2, size[1] / 2 + self.middle_m * self.scale


def portrait(
    craft: Craft,
    blocks: Sequence[Block],
    px_per_m: float,
    light: Light | Dress,
    *,
    payload: bool = False,
    times: int = 0,
) -> Portrait:
    """Blocks of a craft (and its payload) at a scale in pixels a metre.

    They are drawn `times` as large and made smaller (0: what the size allows).
    """
    bodies = [body for block in blocks for body in (block.body, block.around) if body is not None]
    low = min((body.foot_m for body in bodies), default=craft.payload_m[0]) - _MARGIN_M
    high = max((body.top_m for body in bodies), default=0.0)
    half = max((body.out_m + body.radius_m for body in bodies), default=craft.payload_m[2])
    if payload:
        high = max(high, craft.payload_m[1])
    high, half = high + 0.4, half + 0.7
    size = (2 * half * px_per_m, (high - low) * px_per_m)

    def draw(big: pygame.Surface, k: int) -> None:
        place = (px_per_m * k, half * px_per_m * k, high * px_per_m * k)
        if isinstance(light, Dress):
            brush = _Brush(big, *place, light.tones, light.rim, light.outline)
        else:
            brush = _Brush(big, *place, _tones(light, _TONES[0]), light=light)
        if payload:
            _payload(brush, craft.spacecraft, craft.payload_m)
        for block in sorted(blocks, key=_depth):
            _block(brush, block)

    return Portrait(supersampled(size, draw, times), px_per_m, (low + high) / 2, half)


_TONES = (14, 28, 56)
"""How many tones a body has, as far as it is wide enough for them to be seen."""


@lru_cache(maxsize=9)
def _tones(light: Light, count: int) -> tuple[Tone, ...]:
    return round_tones(_STOPS[light], count)


def lone(block: Block) -> Block:
    """One of a block's equal bodies, upright on an axis of its own."""
    if block.body.count == 1:
        return block
    body = Body(block.body.base_m, block.body.bands)
    return Block(block.id, block.kind, body, None, block.nozzles)


def _depth(block: Block) -> tuple[bool, bool, float]:
    """Parts over stages, what stands around the axis over the rest, a body over the next's
    nozzles."""
    return block.kind != "stage", block.body.count > 1, -block.body.base_m


@dataclass(frozen=True, slots=True)
class _Brush:
    big: pygame.Surface
    scale: float
    x: float
    y: float
    tones: tuple[Tone, ...]
    rim: Colour | None = None
    outline: Colour | None = None
    light: Light | None = None

    def at(self, x: float, height: float) -> Point:
        return self.x + x * self.scale, self.y - height * self.scale

    def strips(self, rows: Sequence[Row], paint: Colour) -> None:
        """Each tone is one polygon that reaches under the next, so that no seam opens."""
        scale = self.scale
        shape = [(self.x + x * scale, radius * scale, self.y - h * scale) for h, radius, x in rows]
        right = [(x + radius, y) for x, radius, y in reversed(shape)]
        tones = self.tones
        if self.light is not None:
            wide = 2 * max(row[1] for row in rows) * scale
            tones = _tones(self.light, _TONES[(wide > 118) + (wide > 190)])
        start = -1.0
        for end, tone in tones:
            left = [(x + radius * start, y) for x, radius, y in shape]
            plain = self.rim is not None and end == 1.0
            pygame.draw.polygon(self.big, tone if plain else _times(tone, paint), left + right)
            start = end

    def flat(self, colour: Colour, points: Iterable[tuple[float, float]]) -> None:
        pygame.draw.polygon(self.big, colour, [self.at(*point) for point in points])

    @property
    def dark(self) -> Colour:
        deep = self.tones[0 if self.rim is None else -2][1]
        return mix(deep, (10, 9, 26), 0.5)


def _block(brush: _Brush, block: Block) -> None:
    places = list(_places(block.body))
    behind = [place for place in places if place[1] < -0.1]
    before = sorted((place for place in places if place[1] >= -0.1), key=lambda place: place[1])
    if block.around is not None:
        stand = list(_places(block.around))
        for x, z in stand:
            if z < -0.1:
                _body(brush, block.around, x, True)
        _nozzles(brush, block)
        _body(brush, block.body, 0.0, False)
        for x, _ in sorted((p for p in stand if p[1] >= -0.1), key=lambda place: place[1]):
            _body(brush, block.around, x, True)
        return
    for x, _ in [*behind, *before]:
        _nozzles(brush, block, x * block.body.out_m)
        _body(brush, block.body, x, block.body.count > 1 and abs(x) < 0.3, block.kind == "fairing")


def _places(body: Body) -> Iterable[tuple[float, float]]:
    """Where equal bodies stand: across, and towards the eye (1) or away (-1)."""
    if body.count == 1:
        return [(0.0, 0.0)]
    first = 0.0 if body.count == 4 else 180.0 / body.count
    turns = [radians(first + 360 * i / body.count) for i in range(body.count)]
    return [(sin(turn), cos(turn)) for turn in turns]


def _body(brush: _Brush, body: Body, side: float, outlined: bool, smooth: bool = False) -> None:
    span = body.bands[-1].top_m - body.bands[0].bottom_m
    whole: list[tuple[Band, list[Row]]] = []
    for band, heights in _shaped(body, smooth or body.count > 1):
        rows: list[Row] = []
        for height, radius in heights:
            share = (height - body.bands[0].bottom_m) / span
            axis = side * (body.out_m + (body.out_top_m - body.out_m) * share)
            rows.append((body.base_m + height, radius, axis))
        whole.append((band, rows))
    if outlined or brush.outline is not None:
        grown = [(h, radius + 0.11, x) for _, rows in whole for h, radius, x in rows]
        edge = [brush.at(x - radius, h) for h, radius, x in grown]
        edge += [brush.at(x + radius, h) for h, radius, x in reversed(grown)]
        pygame.draw.polygon(brush.big, brush.outline or brush.dark, edge)
    for band, rows in whole:
        if band.open:
            _lattice(brush, band, rows)
        else:
            brush.strips(rows, band.colour)
    width = max(0.07 * brush.scale, 2.0)
    for (lower, rows), (upper, _) in pairwise(whole):
        if not (lower.open or upper.open):
            height, radius, x = rows[-1]
            ends = brush.at(x - radius, height), brush.at(x + radius, height)
            bar(brush.big, mix(brush.dark, lower.colour, 0.34), *ends, width)


def _shaped(body: Body, smooth: bool) -> Iterable[tuple[Band, list[tuple[float, float]]]]:
    """Bands with their outlines; the narrowing ones at the top become one ogive if `smooth`."""
    first = len(body.bands)
    while smooth and first > 0 and _narrows(body.bands[first - 1]):
        first -= 1
    if first < len(body.bands):
        foot, head = body.bands[first], body.bands[-1]
        tall, end = head.top_m - foot.bottom_m, head.top_radius_m * 0.45
        if tall > 9 * foot.bottom_radius_m:
            first = len(body.bands) - 1
            foot = head
            tall = head.top_m - head.bottom_m
    for number, band in enumerate(body.bands):
        if number < first:
            yield band, [(band.bottom_m, band.bottom_radius_m), (band.top_m, band.top_radius_m)]
        else:
            rows = []
            for i in range(11):
                height = band.bottom_m + (band.top_m - band.bottom_m) * i / 10
                share = (height - foot.bottom_m) / tall
                radius = end + (foot.bottom_radius_m - end) * float((1 - share**1.9) ** 0.78)
                rows.append((height, radius))
            yield band, rows


def _narrows(band: Band) -> bool:
    return band.top_radius_m < 0.8 * band.bottom_radius_m


def _lattice(brush: _Brush, band: Band, rows: Sequence[Row]) -> None:
    (low, wide, x), (high, narrow, _) = rows[0], rows[-1]
    corners = ((x - wide, low), (x + wide, low), (x + narrow, high), (x - narrow, high))
    brush.flat(mix(band.colour, (8, 8, 24), 0.72), corners)
    steel = mix(_times(brush.tones[len(brush.tones) // 2][1], band.colour), (255, 255, 255), 0.2)
    bays, width = max(3, round(2 * wide / (high - low) * 1.6)), 0.13 * brush.scale
    for bay in range(bays):
        a, b = -1 + 2 * bay / bays, -1 + 2 * (bay + 1) / bays
        bar(brush.big, steel, brush.at(x + wide * a, low), brush.at(x + narrow * b, high), width)
        bar(brush.big, steel, brush.at(x + narrow * a, high), brush.at(x + wide * b, low), width)
    for height, radius in ((low, wide), (high, narrow)):
        ends = brush.at(x - radius, height), brush.at(x + radius, height)
        bar(brush.big, steel, *ends, width)


def _nozzles(brush: _Brush, block: Block, x: float = 0.0) -> None:
    foot = block.body.foot_m
    dark, light = brush.dark, mix(brush.dark, brush.tones[len(brush.tones) // 2][1], 0.5)
    for nozzles in sorted(block.nozzles, key=lambda each: each.main):
        stand = nozzle_places(nozzles)
        half, deep = nozzles.exit_m / 2, min(1.0, nozzles.exit_m * 0.95)
        for place in stand:
            c = x + place
            top, low = foot + 0.3, foot - deep
            bell = (
                (c - half * 0.55, top),
                (c + half * 0.55, top),
                (c + half, low),
                (c - half, low),
            )
            brush.flat(dark, bell)
            shine = ((c - half * 0.45, top), (c, top), (c - half * 0.1, low), (c - half * 0.8, low))
            brush.flat(light, shine)


def nozzle_places(nozzles: Nozzles) -> list[float]:
    """How far from the block's axis its nozzles are seen, in metres, from left to right."""
    first = 0.0 if nozzles.count == 4 and not nozzles.main else 180.0 / nozzles.count
    turns = (radians(first + 360 * i / nozzles.count) for i in range(nozzles.count))
    return sorted({round(nozzles.ring_m * sin(turn), 2) + 0.0 for turn in turns})


def _payload(brush: _Brush, kind: Spacecraft, room: tuple[float, float, float]) -> None:
    """What stands under the fairing, inside its room; folded, as it is carried."""
    foot, top, wide = room
    tall = top - foot
    body: Colour = (164, 164, 152)

    def piece(colour: Colour, *outline: tuple[float, float]) -> None:
        brush.strips([(foot + tall * h, wide * r, 0.0) for h, r in outline], colour)

    def globe(colour: Colour, middle: float, half: float, radius: float) -> None:
        turns = [radians(a) for a in range(-86, 90, 10)]
        piece(colour, *((middle + half * sin(a), radius * cos(a)) for a in turns))

    if kind == "ship":
        piece((132, 134, 122), (0, 0.98), (0.06, 0.82), (0.3, 0.82), (0.34, 0.84))
        piece((108, 110, 102), (0.34, 0.84), (0.46, 0.7), (0.56, 0.36), (0.58, 0.34))
        half = 0.78 * wide / tall
        globe(body, 0.57 + half, half, 0.78)
        piece((176, 176, 168), (0.57 + 1.95 * half, 0.24), (0.6 + 2 * half, 0.22))
    elif kind == "capsule":
        piece((150, 150, 144), (0, 0.3), (0.2, 0.86), (0.3, 0.86), (0.44, 0.42))
        globe((206, 204, 196), 0.58, wide * 0.82 / tall, 0.82)
    elif kind == "ball":
        globe((222, 226, 230), wide / tall, wide / tall, 1.0)
    else:
        gold = (206, 158, 84)
        piece((110, 112, 116), (0, 0.5), (0.1, 0.6), (0.12, 0.6))
        piece(gold, (0.12, 0.62), (0.66, 0.62))
        piece((60, 84, 170), (0.16, 0.86), (0.6, 0.86))
        piece(gold, (0.16, 0.6), (0.66, 0.6))
        piece((226, 228, 232), (0.66, 0.3), (0.72, 0.66), (0.8, 0.86), (0.82, 0.86))
        piece((190, 192, 196), (0.82, 0.12), (0.98, 0.08))


def _times(colour: Colour, paint: Colour) -> Colour:
    return (
        colour[0] * paint[0] // 255,
        colour[1] * paint[1] // 255,
        colour[2] * paint[2] // 255,
    )
