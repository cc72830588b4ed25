"""Frost that falls off the cold tanks when the engines shake the rocket."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from math import floor
from random import Random

import pygame

from ..paint import Pen, Point, View, stamp


@dataclass(frozen=True, slots=True)
class Flake:
    """One piece: when it lets go (s), where (grid), its drift, and its turned pictures."""

    born: float
    start: Point
    drift: float
    spin: float
    turns: tuple[pygame.Surface, ...]

    def draw(self, surface: pygame.Surface, seconds: float, view: View, lift: float) -> None:
        """Where it has fallen to; `lift` moves what stood still at its birth (grid)."""
        age = seconds - self.born
        if not 0 < age < 2.2:
            return
        x = self.start[0] + self.drift * age
        y = self.start[1] + 40 * age + 110 * age * age + lift
        surface.blit(self.turns[floor(age * self.spin) % len(self.turns)], view.at(x, y))


def flakes(
    seed: str, scale: float, foot: Point, metre: float, tall: float, first: float, span: float
) -> list[Flake]:
    """Sixty flakes along a rocket that stands on `foot`, born within `span` s of `first`."""
    rng = Random(f"{seed}/frost")
    kinds = [_turns(wide * scale, high * scale) for wide, high in ((9, 5), (7, 4), (5, 4))]
    made: list[Flake] = []
    for _ in range(60):
        side = rng.choice((-1, 1))
        start = (
            foot[0] + side * rng.uniform(10, 30),
            foot[1] - rng.uniform(0.16, 0.85) * tall * metre,
        )
        born = first + rng.random() ** 0.8 * span
        drift = side * rng.uniform(10, 55)
        made.append(Flake(born, start, drift, rng.uniform(4, 11), rng.choice(kinds)))
    return made


def _turns(wide: float, high: float) -> tuple[pygame.Surface, ...]:
    plate = stamp((wide * 1.8, wide * 1.8), (240, 236, 240), partial(_plate, high / wide))
    return tuple(pygame.transform.rotozoom(plate, turn, 1.0) for turn in range(0, 180, 20))


def _plate(flat: float, big: pygame.Surface, _times: int, pen: Pen) -> None:
    wide = big.get_width() / 1.8
    box = pygame.Rect(0, 0, round(wide), round(wide * flat))
    box.center = big.get_rect().center
    pygame.draw.rect(big, pen.ink, box)
