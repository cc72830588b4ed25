"""Trusses: two chords with crossing braces between them, for masts, arms and gantries."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from .paint import Point, bar


def truss(
    surface: pygame.Surface,
    colour: Sequence[int],
    left: tuple[Point, Point],
    right: tuple[Point, Point],
    bays: int,
    chord: float,
    brace: float,
    *,
    crossed: bool = False,
) -> None:
    """Draw a truss between two chords, each given from foot to head; widths in pixels.

    Braces zigzag from chord to chord, or cross in every bay.
    """
    feet = [_between(left, i / bays) for i in range(bays + 1)]
    hands = [_between(right, i / bays) for i in range(bays + 1)]
    for i in range(bays):
        if crossed or i % 2 == 0:
            bar(surface, colour, feet[i], hands[i + 1], brace)
        if crossed or i % 2 == 1:
            bar(surface, colour, hands[i], feet[i + 1], brace)
    bar(surface, colour, *left, chord)
    bar(surface, colour, *right, chord)


def _between(line: tuple[Point, Point], share: float) -> Point:
    (ax, ay), (bx, by) = line
    return ax + (bx - ax) * share, ay + (by - ay) * share
