"""What every shot of the film has: a view, a palette, sprites made in slices, and a time."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import pygame

from ..paint import Palette, Point, View

CLOCK = (84.0, 70.0, 600.0, 110.0)
"""Where the screen writes the mission clock, on the grid: stars keep away from it."""


MarkName = Literal["arms", "engines", "nose", "payload", "core", "booster", "cover", "empty"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A thing of the picture that words can point at, and where it is, in pixels."""

    name: MarkName
    at: Point


def words_box(view: View, x: float, y: float, wide: float, high: float) -> pygame.Rect:
    """A box of words on the grid, in pixels of the window."""
    return pygame.Rect(view.at(x, y), (wide * view.scale, high * view.scale))


class Shot(ABC):
    """One camera position. `draw` depends on the time alone; call it when `prepare` has ended."""

    def __init__(self, view: View, palette: Palette, seed: str) -> None:
        self.view = view
        self.palette = palette
        self.seed = seed

    @abstractmethod
    def prepare(self) -> Iterator[None]:
        """Make the sprites, a few milliseconds' work between two steps."""

    @abstractmethod
    def draw(self, surface: pygame.Surface, seconds: float) -> None:
        """The whole picture at this time since the cut."""

    def marks(self, seconds: float) -> tuple[Mark, ...]:  # noqa: ARG002
        """What can be pointed at then."""
        return ()


def eased(share: float) -> float:
    """From 0 to 1, starting and ending gently."""
    held = min(max(share, 0.0), 1.0)
    return held * held * (3 - 2 * held)


def out_cubic(share: float) -> float:
    """From 0 to 1, quickly at first."""
    return 1 - (1 - min(max(share, 0.0), 1.0)) ** 3
