"""A list of rows that scrolls when it is longer than its box."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.ui.canvas import Canvas
from game.ui.events import Event, Key, Pointer
from game.ui.geometry import Rect, RectLike
from game.ui.theme import mix
from game.ui.widgets.base import Widget


class ListBox(Widget):
    """Rows of text, one of them chosen by arrows, wheel or hand.

    A row is its text, or a pair: the text and what stands dimmer at its right.
    """

    def __init__(
        self,
        rows: Sequence[str | tuple[str, str]],
        rect: RectLike,
        on_choose: Callable[[int], None] | None = None,
        *,
        row_height: float = 88,
    ) -> None:
        super().__init__(rect, self._choose)
        self.rows = [(row, "") if isinstance(row, str) else row for row in rows]
        self.row_height = row_height
        self.current = 0
        self.first = 0
        self._on_choose = on_choose

    @property
    def shown(self) -> int:
        """How many rows the box shows at once."""
        return max(1, int((self.rect.h - 16) // self.row_height))

    def select(self, index: int) -> None:
        """Go to a row, and scroll until it can be seen."""
        if not self.rows:
            return
        self.current = min(len(self.rows) - 1, max(0, index))
        self.first = min(self.current, max(self.first, self.current - self.shown + 1))

    def handle(self, event: Event) -> bool:
        if isinstance(event, Key):
            jump = {"up": -1, "down": 1, "page_up": -self.shown, "page_down": self.shown}
            if event.name in jump:
                before = self.current
                self.select(self.current + jump[event.name])
                return self.current != before
            if event.name in ("home", "end"):
                self.select(0 if event.name == "home" else len(self.rows) - 1)
                return True
        if isinstance(event, Pointer):
            if event.kind == "wheel":
                last = max(0, len(self.rows) - self.shown)
                self.first = min(last, max(0, self.first - round(event.wheel)))
                return True
            if event.kind == "press":
                row = self.first + int((event.position[1] - self.rect.y - 8) // self.row_height)
                self.select(row)
                return True
        return False

    def draw(self, canvas: Canvas) -> None:
        theme = canvas.theme
        canvas.box(self.rect, theme.colour("card"), self.radius)
        canvas.box(self.rect, theme.colour("line"), self.radius, 2)
        for place, (text, aside) in enumerate(self.rows[self.first : self.first + self.shown]):
            y = self.rect.y + 8 + place * self.row_height
            row = Rect(self.rect.x + 8, y, self.rect.w - 40, self.row_height)
            if self.first + place == self.current:
                canvas.box(row.inset(0, 4), theme.colour("nogo"), 14)
            middle = row.centre[1]
            room = row.w - 56
            if aside:
                ink = theme.colour("ink" if self.first + place == self.current else "ink_dim")
                told = canvas.text(
                    aside, (row.right - 28, middle), "hint", ink, "midright", fit=room * 0.45
                )
                room -= told.w + 24
            canvas.text(
                text, (row.x + 28, middle), "body", theme.colour("ink"), "midleft", fit=room
            )
        self._draw_bar(canvas)

    def _draw_bar(self, canvas: Canvas) -> None:
        if len(self.rows) <= self.shown:
            return
        track = Rect(self.rect.right - 24, self.rect.y + 20, 8, self.rect.h - 40)
        long = max(48.0, track.h * self.shown / len(self.rows))
        down = (track.h - long) * self.first / (len(self.rows) - self.shown)
        theme = canvas.theme
        canvas.box(track, mix(theme.colour("line"), theme.colour("card"), 0.7), 4)
        canvas.box((track.x, track.y + down, 8, long), theme.colour("hollow"), 4)

    def _choose(self) -> None:
        if self.rows and self._on_choose is not None:
            self._on_choose(self.current)
