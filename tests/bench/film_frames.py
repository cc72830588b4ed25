"""What the frames of a launch cost beside their floor, in seconds of one core."""

from __future__ import annotations

from statistics import median
from time import process_time
from typing import Any

import pygame

from game.screens.flown import flown
from game.ui.art.launch import LaunchFilm
from game.ui.theme import load
from tests.bench.row import Row

SIZE = (1920, 1080)
RATE = 30
NAMES = tuple(f"fact number {number}" for number in range(10))
FLOOR = "one full copy and the same sprites by the fastest blit"


class Noting(pygame.Surface):
    """A window that notes what is put on it."""

    def __init__(self, size: tuple[int, int]) -> None:
        super().__init__(size, 0, 32)
        self.put: list[tuple[tuple[int, int], Any]] = []

    def blit(self, source: pygame.Surface, dest: Any = (0, 0), *more: Any, **named: Any) -> Any:
        self.put.append((source.get_size(), dest))
        return super().blit(source, dest, *more, **named)


def rows(vehicle: str) -> list[Row]:
    """The frames of a whole film, one after the other, and the making of its pictures."""
    film = _film(vehicle)
    before = process_time()
    film.prepare()
    making = process_time() - before
    picture = pygame.Surface(SIZE, 0, 32)
    drawn = _timed(film, picture)
    floors = _floors(_film(vehicle))
    ordered = sorted(drawn)
    middle, floor = median(drawn), median(floors)
    slowest = ordered[int(len(ordered) * 0.99)]
    name = f"launch of {vehicle}"
    return [
        Row(f"{name}, median frame", middle * 1e3, "ms", FLOOR, floor * 1e3, middle / floor),
        Row(f"{name}, p99 frame", slowest * 1e3, "ms", "16 ms", 16.0, slowest * 1e3 / 16),
        Row(f"{name}, its pictures", making * 1e3, "ms", "150 ms", 150.0, making * 1e3 / 150),
    ]


def _film(vehicle: str) -> LaunchFilm:
    return LaunchFilm(SIZE, load("calm"), flown(vehicle), names=NAMES, seed="bench")


def _timed(film: LaunchFilm, picture: pygame.Surface) -> list[float]:
    took = []
    for frame in range(int(film.length * RATE)):
        film.seek(frame / RATE)
        before = process_time()
        film.draw(picture)
        took.append(process_time() - before)
    return took


def _floors(film: LaunchFilm) -> list[float]:
    """The same sprites without alpha, which is the fastest that a blit can be."""
    film.prepare()
    window = Noting(SIZE)
    back = pygame.Surface(SIZE, 0, 32)
    plain: dict[tuple[int, int], pygame.Surface] = {}
    took = []
    for frame in range(0, int(film.length * RATE), 3):
        film.seek(frame / RATE)
        window.put.clear()
        film.draw(window)
        # What is first put is the background, which stands for the full copy.
        sprites = [
            (plain.setdefault(size, pygame.Surface(size, 0, 32)), place)
            for size, place in window.put[1:]
        ]
        before = process_time()
        back.blit(window, (0, 0))
        for sprite, place in sprites:
            back.blit(sprite, place)
        took.append(process_time() - before)
    return took
