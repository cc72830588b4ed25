"""Third shot: from under and behind, the four boosters leave the core together, as a cross."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import cos, radians, sin, sqrt
from random import Random

import pygame

from ..craft import Block, Body
from ..light import halo, soft_ellipse
from ..paint import Colour, Palette, Point, View, along, mix, paste, polyline, supersampled, veil
from ..sky import add_grain, stars
from .shot import CLOCK, Mark, Shot, out_cubic, words_box
from .turned import Turned

_Place = Callable[[float, float], Point]

SECONDS = 2.2
_CENTRE: Point = (1030.0, 474.0)
_BLOCKS = ((-80.0, -3.0), (12.0, 3.0), (104.0, -3.0), (193.0, 3.0))
"""Where each block leaves to (degrees, clockwise from the right) and how far it turns."""
_TURNS = 7
_LENGTH, _NOSE, _TAIL = 300.0, 11.0, 73.0


class Cross(Shot):
    """The separation. Times are seconds since the cut, to `SECONDS`."""

    def __init__(self, view: View, palette: Palette, seed: str, block: Block) -> None:
        super().__init__(view, palette, seed)
        self._body = block.body
        self._turned = Turned(8)

    def prepare(self) -> Iterator[None]:
        view, palette, s = self.view, self.palette, self.view.scale
        night, indigo = palette.colour("night"), palette.colour("indigo")
        deep = mix(night, (2, 4, 14), 0.35)
        blue = mix(indigo, (40, 70, 190), 0.35)
        # Soft light only, so a sixth of the size is enough until the stars come.
        low = pygame.Surface((view.size[0] // 6 + 1, view.size[1] // 6 + 1), 0, 32)
        low.fill(deep)
        x, y = view.at(*_CENTRE)
        corner = (view.size[0] / 6, view.size[1] / 6)
        dawn = mix(palette.colour("coral"), palette.colour("dusk"), 0.35)
        for radius, colour, strength, power, place in (
            (1250, indigo, 0.9, 1.5, (x / 6, y / 6)),
            (620, blue, 0.85, 1.5, (x / 6, y / 6)),
            (640, dawn, 0.5, 1.6, corner),
            (430, (128, 160, 255), 0.62, 1.25, (x / 6, y / 6)),
        ):
            light = halo(radius * s / 6, colour, strength, power)
            low.blit(light, light.get_rect(center=place))
        back = pygame.transform.smoothscale(low, view.size)
        yield
        stars(
            back,
            Random(f"{self.seed}/cross"),
            scale=s,
            below=view.size[1],
            count=190,
            away_from=[words_box(view, *CLOCK)],
        )
        add_grain(back)
        yield
        self._back = back
        yield
        self._shine = halo(190 * s, (236, 242, 255), 0.95, 1.5)
        self._jet = soft_ellipse((170 * s, 46 * s), (240, 246, 255), 0.9, 1.3)
        yield
        self._blocks: list[pygame.Surface] = []
        for angle, _ in _BLOCKS:
            self._blocks.append(_block(s, angle, self._body))
            yield
        self._jets = [pygame.transform.rotozoom(self._jet, -angle, 1.0) for angle, _ in _BLOCKS]
        fan = _fan(s)
        self._fans = [pygame.transform.rotozoom(fan, -angle, 1.0) for angle, _ in _BLOCKS]
        yield
        self._core = supersampled((150 * s, 150 * s), self._draw_core)
        yield

    def draw(self, surface: pygame.Surface, seconds: float) -> None:
        view, s = self.view, self.view.scale
        surface.blit(self._back, (0, 0))
        share = min(max(seconds / SECONDS, 0.0), 1.0)
        away = _away(seconds)
        centre = view.at(*_CENTRE)
        surface.blit(self._shine, self._shine.get_rect(center=centre))
        parts = zip(self._blocks, self._jets, self._fans, _BLOCKS, strict=True)
        for index, (sprite, jet, fan, (angle, turns)) in enumerate(parts):
            turn = radians(angle)
            behind = (away + _LENGTH + 90) * s
            paste(
                surface,
                fan,
                (
                    centre[0] + cos(turn) * behind - fan.get_width() / 2,
                    centre[1] + sin(turn) * behind - fan.get_height() / 2,
                ),
            )
            vent = away * 0.66 * s
            near = (centre[0] + cos(turn) * vent, centre[1] + sin(turn) * vent)
            jet.set_alpha(round(255 * (1 - 0.6 * share)))
            surface.blit(jet, jet.get_rect(center=near))
            # One of the four at a time is turned on.
            late = max(0.0, share - index / (4 * _TURNS))
            block, _, _ = self._turned.get(
                index, sprite, angle + turns * late, step=abs(turns) / _TURNS
            )
            middle = away + _LENGTH / 2
            x = centre[0] + cos(turn) * middle * s - block.get_width() / 2
            y = centre[1] + sin(turn) * middle * s - block.get_height() / 2
            paste(surface, block, (x, y))
        paste(surface, self._core, (centre[0] - 75 * s, centre[1] - 75 * s))

    def marks(self, seconds: float) -> tuple[Mark, ...]:
        turn, along = radians(_BLOCKS[1][0]), _away(seconds) + 0.6 * _LENGTH
        booster = (_CENTRE[0] + cos(turn) * along, _CENTRE[1] + sin(turn) * along)
        return Mark("core", self.view.at(*_CENTRE)), Mark("booster", self.view.at(*booster))

    def _draw_core(self, big: pygame.Surface, k: int) -> None:
        unit = self.view.scale * k
        middle = 75 * unit
        edge, dark = self.palette.colour("rocket.steel_far"), (58, 44, 48)
        pygame.draw.circle(big, edge, (middle, middle), 52 * unit)
        pygame.draw.circle(big, dark, (middle, middle), 47 * unit)
        warm = [(96, 66, 52), (255, 214, 150), (255, 250, 236)]
        for turn in (20, 110, 200, 290):
            x = middle + cos(radians(turn)) * 21 * unit
            y = middle + sin(radians(turn)) * 21 * unit
            for step in range(14):
                share = step / 13
                radius = (17 - 5 * share) * unit
                pygame.draw.circle(big, along(warm, share**0.6), (x, y), radius)


def _away(seconds: float) -> float:
    """How far the boosters' noses are from the core's middle."""
    return 58 + 46 * out_cubic(seconds / 1.4) + 11 * seconds


def _warmed(colour: Colour) -> Colour:
    """A paint in the light of a low sun: lively colours stronger, greys as they are."""
    strong = (max(colour) - min(colour)) / max(1, max(colour))
    return mix(colour, (232, 84, 28), 0.6 * min(1.0, max(0.0, strong - 0.2) * 2))


def _block(scale: float, angle: float, body: Body) -> pygame.Surface:
    """A booster seen from behind, nose left and tail right, lit from the lower right."""
    wide, high = (_LENGTH + 60) * scale, 160 * scale
    turn = radians(angle)
    # The light's direction in the block's own frame: along the body, and across it.
    lx, ly = 0.62, 0.78
    across = -lx * sin(turn) + ly * cos(turn)

    def draw(big: pygame.Surface, k: int) -> None:
        unit = scale * k
        left, middle = 30 * unit, high * k / 2

        def at(x: float, y: float) -> Point:
            return left + x * unit, middle + y * unit

        length = body.bands[-1].top_m - body.bands[0].bottom_m
        paints: list[tuple[float, float, Colour]] = []
        for band in reversed(body.bands):
            first = (body.bands[-1].top_m - band.top_m) / length
            last = (body.bands[-1].top_m - band.bottom_m) / length
            paints.append((first, last, _warmed(band.colour)))
        for first, last, paint in paints:
            _strip(big, at, first, last, paint, across)
        rings = {0.28, 0.44, *(last for _, last, _ in paints[:-1])}
        for share in sorted(rings):
            paint = next(colour for _, last, colour in paints if share <= last)
            polyline(big, mix(paint, (52, 48, 76), 0.3), _ring(at, share), 3 * unit)
        _base(big, at, unit, paints[-1][2])

    return supersampled((wide, high), draw, 2)


def _fan(scale: float) -> pygame.Surface:
    """Leftover vapour behind a tail, spreading to the right from the sprite's left edge."""

    def draw(big: pygame.Surface, k: int) -> None:
        unit = scale * k
        for step in range(26):
            share = step / 26
            end, spread = 170 * (1 - share), 70 + 60 * (1 - share)
            corners = ((0, 100 - 66), (0, 100 + 66), (end, 100 + spread), (end, 100 - spread))
            vapour = veil((150, 176, 255), 0.16 * share**1.4)
            pygame.draw.polygon(big, vapour, [(x * unit, (y + 35) * unit) for x, y in corners])

    return supersampled((180 * scale, 270 * scale), draw, 2)


def _half(share: float) -> float:
    """Half the width at a share of the length."""
    return _NOSE + (_TAIL - _NOSE) * (1.0 - float((1.0 - share) ** 1.25))


def _ring(at: _Place, share: float) -> list[Point]:
    half = _half(share)
    turns = range(-90, 91, 10)
    return [
        at(_LENGTH * share + cos(radians(t)) * half * -0.28, sin(radians(t)) * half) for t in turns
    ]


def _strip(
    big: pygame.Surface, at: _Place, first: float, last: float, paint: Colour, across: float
) -> None:
    count = 22
    for index in range(count):
        v = -1 + 2 * (index + 0.5) / count
        light = 0.24 + 0.86 * max(0.0, v * across * 0.75 + sqrt(1 - v * v) * 0.5)
        shade = mix((22, 20, 48), paint, min(1.0, light))
        top = -1 + 2 * index / count
        bend = -0.28 * sqrt(max(0.0, 1 - top * top))
        edge: list[Point] = []
        for share in (first, (first + last) / 2, last):
            half = _half(share)
            edge.append(at(_LENGTH * share + bend * half, top * half))
        low: list[Point] = []
        for share in (last, (first + last) / 2, first):
            half = _half(share)
            low.append(at(_LENGTH * share, half))
        pygame.draw.polygon(big, shade, edge + low)


def _base(big: pygame.Surface, at: _Place, unit: float, tail: Colour) -> None:
    def oval(x: float, y: float, wide: float, high: float, colour: Colour) -> None:
        cx, cy = at(x, y)
        box = pygame.Rect(0, 0, round(2 * wide * unit), round(2 * high * unit))
        box.center = (round(cx), round(cy))
        pygame.draw.ellipse(big, colour, box)

    oval(_LENGTH, 0, 27, _TAIL + 1, tail)
    oval(_LENGTH + 1.5, 0, 22.5, _TAIL - 5, (44, 30, 46))
    for y in (-36.0, 36.0):
        for x in (-7.5, 8.5):
            oval(_LENGTH + x, y * 0.72, 8.4, 20, (126, 108, 112))
            oval(_LENGTH + x, y * 0.72, 6.6, 16.5, (62, 34, 40))
            oval(_LENGTH + x, y * 0.72, 3.4, 9, (164, 84, 72))
    for y in (-60.0, 60.0):
        oval(_LENGTH + 1, y, 3, 6, (126, 108, 112))
