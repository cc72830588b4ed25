"""The tones across a round body: even ones for the film's light, flat ones in a theme's colours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from .paint import Colour, Palette, is_light, mix

Tone = tuple[float, Colour]
"""Where it ends, -1 left to 1 right, and its colour."""


@dataclass(frozen=True, slots=True)
class Dress:
    """Flat tones across every body from the left, for pictures that are no film.

    `rim` is what the last tone shows whatever the paint; `outline` goes round every body.
    """

    tones: tuple[Tone, ...]
    rim: Colour
    outline: Colour | None


def dressed(palette: Palette) -> Dress:
    """Three flat tones from the left and a thin edge towards the dawn, in a theme's colours."""
    tones = tuple((end, palette.colour(f"rocket.{name}")) for end, name in _ENDS)
    outline = palette.colour("outline") if is_light(palette) else None
    return Dress(tones, tones[-1][1], outline)


_ENDS = ((-0.15, "light"), (0.38, "mid"), (0.76, "shade"), (0.88, "deep"), (1.0, "rim"))


def round_tones(stops: Sequence[Tone], count: int) -> tuple[Tone, ...]:
    """So many tones that run evenly from stop to stop, for the film's rounder light."""
    tones: list[Tone] = []
    for i in range(count):
        middle = -1 + (2 * i + 1) / count
        tones.append((-1 + 2 * (i + 1) / count, _between(stops, middle)))
    return tuple(tones)


def _between(stops: Sequence[Tone], place: float) -> Colour:
    for (a, first), (b, second) in pairwise(stops):
        if place <= b:
            return mix(first, second, (place - a) / (b - a))
    return stops[-1][1]
