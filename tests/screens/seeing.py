"""What eyes find in a picture: contrast, colours under colour blindness, flashes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import compress
from math import dist
from operator import ne

import pygame

from game.ui.theme import Colour, contrast

BLINDNESS = {
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
"""Machado, Oliveira and Fernandes 2009, severity 1, for linear RGB."""

Pixel = int
FLASH = 0.1
"""A change of relative luminance that counts as half a flash (WCAG 2.3.1), if the darker is below
DARK."""
DARK = 0.8
FLASHING_SHARE = 0.25
"""The share of the picture that must change at once: a quarter, as in a 10 degree field."""


def ink_contrast(drawn: pygame.Surface, blank: pygame.Surface, area: pygame.Rect) -> float | None:
    """The contrast of an ink to what lies under it, from a picture with it and one without it: the
    least of nearly all its pixels. None where nothing was drawn."""
    inked, bare = _pixels(drawn, area), _pixels(blank, area)
    # Most pixels of a line have no ink: to count those would take most of the time.
    changed = Counter(compress(zip(inked, bare, strict=True), map(ne, inked, bare)))
    if not changed:
        return None
    inks: Counter[Pixel] = Counter()
    for (ink, _), count in changed.items():
        inks[ink] += count
    ink = inks.most_common(1)[0][0]
    grounds = {ground: n for (own, ground), n in changed.items() if own == ink}
    return _least(_colour(ink), grounds)


def _least(ink: Colour, grounds: dict[Pixel, int]) -> float:
    rated = sorted((contrast(ink, _colour(ground)), count) for ground, count in grounds.items())
    spare = sum(grounds.values()) * 0.02
    for ratio, count in rated:
        spare -= count
        if spare < 0:
            return ratio
    return rated[-1][0]


def _pixels(picture: pygame.Surface, area: pygame.Rect) -> Iterable[Pixel]:
    part = picture.subsurface(area.clip(picture.get_rect()))
    return memoryview(pygame.image.tobytes(part, "RGBA")).cast("I")


def _colour(pixel: Pixel) -> Colour:
    return (pixel & 255, pixel >> 8 & 255, pixel >> 16 & 255)


def apart(one: Colour, other: Colour, blindness: str) -> float:
    """How far apart two colours are for an eye of this kind, as CIE 1976 Delta E."""
    matrix = BLINDNESS[blindness]
    first, second = (_lab(_seen(colour, matrix)) for colour in (one, other))
    return dist(first, second)


def _linear(channel: int) -> float:
    share = channel / 255
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


def _seen(colour: Colour, matrix: Sequence[Sequence[float]]) -> list[float]:
    light = [_linear(channel) for channel in colour]
    return [
        min(1.0, max(0.0, sum(a * b for a, b in zip(row, light, strict=True)))) for row in matrix
    ]


def _lab(rgb: Sequence[float]) -> tuple[float, float, float]:
    red, green, blue = rgb
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883
    fx, fy, fz = (v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def luminances(picture: pygame.Surface, size: tuple[int, int] = (32, 18)) -> list[float]:
    """The relative luminance of each field of a coarse grid over a picture."""
    small = pygame.transform.smoothscale(picture, size)
    raw = pygame.image.tobytes(small, "RGB")
    return [
        0.2126 * _linear(raw[i]) + 0.7152 * _linear(raw[i + 1]) + 0.0722 * _linear(raw[i + 2])
        for i in range(0, len(raw), 3)
    ]


def flashes(frames: Sequence[Sequence[float]], frames_per_second: int) -> int:
    """The most flashes within any second: pairs of opposite changes of a quarter of the picture."""
    turns = list(_turns(frames))
    return max(
        (sum(start <= at < start + frames_per_second for at in turns) // 2 for start in turns),
        default=0,
    )


def _turns(frames: Sequence[Sequence[float]]) -> Iterator[int]:
    """The frames at which a quarter of the picture has gone up, down, up and so on."""
    lows, highs, last = list(frames[0]), list(frames[0]), 0
    for at, frame in enumerate(frames):
        lows = [min(low, now) for low, now in zip(lows, frame, strict=True)]
        highs = [max(high, now) for high, now in zip(highs, frame, strict=True)]
        risen = sum(now - low >= FLASH and low < DARK for low, now in zip(lows, frame, strict=True))
        fallen = sum(
            high - now >= FLASH and now < DARK for high, now in zip(highs, frame, strict=True)
        )
        way = 1 if risen > fallen else -1
        if max(risen, fallen) >= FLASHING_SHARE * len(frame) and way != last:
            yield at
            last = way
            lows, highs = list(frame), list(frame)
