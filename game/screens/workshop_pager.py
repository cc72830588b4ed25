"""Turning the pages of what is read of a row: two buttons on its card, and where one is between."""

from __future__ import annotations

from collections.abc import Callable

from game.ui.canvas import Canvas
from game.ui.geometry import Rect
from game.ui.scene import Catalogue
from game.ui.widgets import Button

_MARGIN = 12.0


class Pager:
    """Stands at the foot of a card, at its right. `buttons` are the one back and the one on."""

    def __init__(
        self, card: Rect, high: float, before: Callable[[], None], on: Callable[[], None]
    ) -> None:
        wide = high * 1.25
        tall = high - _MARGIN
        y = card.bottom - _MARGIN - tall
        right = card.right - _MARGIN - wide
        self._room = 5.2 * high
        self._middle = (right - self._room / 2, y + tall / 2)
        self.buttons = (
            Button("◀", (right - self._room - wide, y, wide, tall), before, "quiet"),
            Button("▶", (right, y, wide, tall), on, "quiet"),
        )
        self._at, self._of = 0, 1

    def set(self, count: tuple[int, int], first: bool, last: bool) -> None:
        """Which page shows, from 0, of how many that the row has; and whether the row is the first
        or the last, with nothing beyond it."""
        self._at, self._of = count
        before, on = self.buttons
        before.enabled = not (first and self._at == 0)
        on.enabled = not (last and self._at == self._of - 1)

    def draw_place(self, canvas: Canvas, catalogue: Catalogue) -> None:
        """Say between the buttons which page it is."""
        said = catalogue.gettext("Page {page} of {pages}")
        text = said.format(page=self._at + 1, pages=self._of)
        ink = canvas.theme.colour("ink_dim")
        canvas.text(text, self._middle, "hint", ink, "centre", fit=self._room - 24)
