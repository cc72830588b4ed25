"""What a picture says: a canvas that shows nothing and keeps the texts that are drawn on it."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any

import pygame

from game.ui.canvas import Canvas
from game.ui.geometry import GRID_HEIGHT, GRID_WIDTH, Point, Rect, RectLike
from game.ui.theme import Colour, Theme, TypeStyle


class Overheard(Canvas):
    """`texts` has every text once, in the order in which they were drawn."""

    def __init__(self, theme: Theme, text_scale: float = 1.0) -> None:
        super().__init__(pygame.Surface((1, 1)), theme, text_scale=text_scale)
        self.shows = False
        self.scale, self.offset = 1.0, (0.0, 0.0)
        self.visible = Rect(0, 0, GRID_WIDTH, GRID_HEIGHT)
        self._heard: dict[str, None] = {}

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(self._heard)

    def text(
        self,
        string: str,
        position: Point,
        style: str | TypeStyle,
        colour: Colour,
        *args: Any,
        **options: Any,
    ) -> Rect:
        self._hear(string)
        return super().text(string, position, style, colour, *args, **options)

    def paragraph(
        self,
        string: str,
        rect: RectLike,
        style: str | TypeStyle,
        colour: Colour,
        *args: Any,
        **options: Any,
    ) -> Rect:
        self._hear(string)
        return super().paragraph(string, rect, style, colour, *args, **options)

    def live(self, paint: Callable[[pygame.Surface], None]) -> None:
        pass

    def still(self, key: Hashable, draw: Callable[[], None]) -> None:  # noqa: ARG002
        draw()

    def _hear(self, string: str) -> None:
        if string.strip():
            self._heard[string] = None

    def _line(self, *_: Any) -> None:
        pass

    def _put(self, *_: Any) -> None:
        pass

    def _blit(self, *_: Any) -> None:
        pass
