"""Places and sizes in grid units: the screen is 1920 x 1080 of them, from the top left."""

from __future__ import annotations

from typing import NamedTuple

GRID_WIDTH = 1920.0
GRID_HEIGHT = 1080.0
ABOVE = 0.75
"""The share of a high window's spare room that lies over the grid: sky, rather than bare ground."""

Point = tuple[float, float]


class Rect(NamedTuple):
    """A rectangle in grid units; any tuple of four numbers serves where one is asked for."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        return self.x + self.w

    @property
    def bottom(self) -> float:
        return self.y + self.h

    @property
    def centre(self) -> Point:
        return (self.x + self.w / 2, self.y + self.h / 2)

    def inset(self, by: float, vertical: float | None = None) -> Rect:
        """The same rectangle, smaller by `by` on each side; a negative number makes it larger."""
        down = by if vertical is None else vertical
        return Rect(self.x + by, self.y + down, self.w - 2 * by, self.h - 2 * down)

    def moved(self, x: float, y: float) -> Rect:
        return Rect(self.x + x, self.y + y, self.w, self.h)

    def contains(self, point: Point) -> bool:
        return self.x <= point[0] < self.right and self.y <= point[1] < self.bottom

    def meets(self, other: Rect) -> bool:
        """Whether they have more than an edge in common."""
        across = self.x < other.right and other.x < self.right
        return across and self.y < other.bottom and other.y < self.bottom


RectLike = Rect | tuple[float, float, float, float]
GRID = Rect(0, 0, GRID_WIDTH, GRID_HEIGHT)
