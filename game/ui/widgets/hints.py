"""What stands on the ground: keys with what they do, and a short notice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from game.ui.canvas import Canvas
from game.ui.geometry import GRID_WIDTH, Rect, RectLike
from game.ui.widgets.base import Widget


@dataclass(frozen=True, slots=True)
class Hint:
    """A key and its word; pressing it with a pointer does what the key does."""

    key: str
    words: str
    on_press: Callable[[], None] | None = None


class KeyHints(Widget):
    """A row of key caps with their words. What does not fit in the row is left out, last first."""

    focusable = False

    def __init__(
        self, hints: Sequence[Hint | tuple[str, str]], rect: RectLike = (96, 970, 1312, 52)
    ) -> None:
        super().__init__(rect)
        self.hints = [hint if isinstance(hint, Hint) else Hint(*hint) for hint in hints]
        self._places: list[tuple[Rect, Hint]] = []

    def at(self, point: tuple[float, float]) -> Hint | None:
        """The hint that was drawn at a place."""
        return next((hint for place, hint in self._places if place.contains(point)), None)

    def draw(self, canvas: Canvas) -> None:
        theme = canvas.theme
        self._places = []
        x, middle = self.rect.x, self.rect.centre[1]
        height = max(self.rect.h, 52 * canvas.text_scale)
        for hint in self.hints:
            cap = max(height, canvas.text_width(hint.key, "hint_bold") + 34)
            words = canvas.text_width(hint.words, "hint")
            if x > self.rect.x and x + cap + 16 + words > self.rect.right:
                break
            room = self.rect.right - x - cap - 16
            box = Rect(x, middle - height / 2, cap, height)
            canvas.box(box, theme.colour("hollow"), 10, 3)
            canvas.text(hint.key, box.centre, "hint_bold", theme.colour("ink"), "centre")
            canvas.text(
                hint.words,
                (box.right + 16, middle),
                "hint",
                theme.colour("ink_dim"),
                "midleft",
                fit=room,
            )
            self._places.append(
                (Rect(x, box.y - 18, cap + 16 + min(words, room), height + 36), hint)
            )
            x += cap + 16 + words + 56


class Toast(Widget):
    """A notice that goes away by itself; hidden when there is none."""

    focusable = False

    def __init__(self, seconds: float = 4.0) -> None:
        super().__init__((GRID_WIDTH / 2, 48, 0, 0))
        self.seconds = seconds
        self.text = ""
        self._left = 0.0

    def show(self, text: str) -> None:
        self.text = text
        self._left = self.seconds

    @property
    def shown(self) -> bool:
        return self._left > 0

    @property
    def next_tick_s(self) -> float | None:
        """How long the notice stays, for a scene that sleeps meanwhile."""
        return self._left if self.shown else None

    def update(self, dt: float) -> None:
        self._left = max(0.0, self._left - dt)

    def draw(self, canvas: Canvas) -> None:
        if not self.shown:
            return
        theme = canvas.theme
        layout = canvas.measure(self.text, (1200, 200), "body")
        box = Rect((GRID_WIDTH - layout.width) / 2 - 48, 40, layout.width + 96, layout.height + 40)
        canvas.box(box, theme.colour("strip"), 20)
        canvas.paragraph(
            self.text,
            box.inset(48, 20).inset(-1),
            "body",
            theme.colour("ink_dark"),
            "centre",
            "middle",
        )
