"""A value between two ends, set by arrows or by hand."""

from __future__ import annotations

from collections.abc import Callable

from game.ui.canvas import Canvas
from game.ui.events import Event, Key, Pointer
from game.ui.geometry import RectLike
from game.ui.theme import mix
from game.ui.widgets.base import Widget

_LABEL = 0.42  # share of the width


class Slider(Widget):
    """A value from `low` to `high` in steps; `words` says it, as in "150 %"."""

    def __init__(
        self,
        label: str,
        rect: RectLike,
        value: float,
        low: float,
        high: float,
        step: float,
        on_change: Callable[[float], None] | None = None,
        words: Callable[[float], str] = str,
    ) -> None:
        super().__init__(rect)
        self.label = label
        self.value = value
        self.low, self.high, self.step = low, high, step
        self.on_change = on_change
        self.words = words
        self._span = (self.rect.x + self.rect.w * _LABEL, self.rect.x + self.rect.w * 0.8)

    def handle(self, event: Event) -> bool:
        if isinstance(event, Key):
            if event.name not in ("left", "right", "home", "end"):
                return False
            target = {
                "left": self.value - self.step,
                "right": self.value + self.step,
                "home": self.low,
                "end": self.high,
            }[event.name]
            self.set(target)
            return True
        if isinstance(event, Pointer) and event.kind in ("press", "move"):
            left, right = self._track()
            share = (event.position[0] - left) / (right - left)
            self.set(self.low + share * (self.high - self.low))
            return True
        return False

    def set(self, value: float) -> None:
        """Take the step nearest to `value` within the ends."""
        steps = round((value - self.low) / self.step)
        stepped = min(self.high, max(self.low, self.low + steps * self.step))
        if abs(stepped - self.value) > 1e-9:
            self.value = stepped
            if self.on_change is not None:
                self.on_change(stepped)

    def draw(self, canvas: Canvas) -> None:
        theme = canvas.theme
        y = self.rect.centre[1]
        said = self.words(self.value)
        room = max(canvas.text_width(end, "body_bold") for end in (said, *self._ends()))
        left = self.rect.x + self.rect.w * _LABEL
        right = max(left + 120, self.rect.right - 24 - room - 40)
        self._span = (left, right)
        knob = left + (right - left) * (self.value - self.low) / (self.high - self.low)
        ink = theme.colour("ink")
        label = left - self.rect.x - 56
        canvas.text(self.label, (self.rect.x + 24, y), "body", ink, "midleft", fit=label)
        rail = mix(theme.colour("line"), theme.colour("card"), 0.4)
        canvas.box((left, y - 5, right - left, 10), rail, 5)
        canvas.box((left, y - 5, knob - left, 10), theme.colour("fuel"), 5)
        canvas.disc((knob, y), 24, ink)
        canvas.disc((knob, y), 9, theme.colour("ink_dark"))
        canvas.text(said, (self.rect.right - 24, y), "body_bold", ink, "midright")

    def _ends(self) -> tuple[str, str]:
        return self.words(self.low), self.words(self.high)

    def _track(self) -> tuple[float, float]:
        # Where it was drawn last: its right end makes room for the words of the longer end.
        return self._span
