"""The row of keys at the foot of a screen, none of which is ever lost to a large text size."""

from __future__ import annotations

from collections.abc import Sequence

from game.ui.canvas import Canvas
from game.ui.focus import FocusGroup
from game.ui.geometry import Point, Rect, RectLike
from game.ui.widgets import Hint, KeyHints

_GAP = 16.0
_BETWEEN = 56.0
_CLOSER = 28.0


class Hints(KeyHints):
    """Key caps with their words; where the row is too short, words give way, last first.

    Each can be pressed with a pointer, and does then what its key does.
    """

    def __init__(self, hints: Sequence[Hint], rect: RectLike) -> None:
        super().__init__(hints, rect)
        self.places: list[tuple[Rect, Hint]] = []
        self.under: Point | None = None

    def at(self, point: Point) -> Hint | None:
        return next((hint for place, hint in self.places if place.contains(point)), None)

    def draw(self, canvas: Canvas) -> None:
        theme = canvas.theme
        high = min(self.rect.h, 52 * canvas.text_scale)
        caps = [
            max(high, canvas.text_width(hint.key, "hint_bold") + 34 * high / 52)
            for hint in self.hints
        ]
        words = [canvas.text_width(hint.words, "hint") for hint in self.hints]
        spoken, between = self._worded(caps, words)
        x, middle = self.rect.x, self.rect.centre[1]
        self.places = []
        for index, (hint, cap, width) in enumerate(zip(self.hints, caps, words, strict=True)):
            box = Rect(x, middle - high / 2, cap, high)
            whole = cap + (_GAP + width if index < spoken else 0)
            area = Rect(x - 12, box.y - 18, whole + 24, high + 36)
            over = self.under is not None and area.contains(self.under)
            ink = theme.colour("ink" if over else "ink_dim")
            if over:
                canvas.box(box, theme.colour("quiet"), 10)
            canvas.box(box, theme.colour("ink" if over else "hollow"), 10, 3)
            canvas.text(
                hint.key, box.centre, "hint_bold", theme.colour("ink"), "centre", fit=cap - 12
            )
            if index < spoken:
                canvas.text(hint.words, (box.right + _GAP, middle), "hint", ink, "midleft")
            self.places.append((area, hint))
            x += whole + between

    def _worded(self, caps: list[float], words: list[float]) -> tuple[int, float]:
        """How many hints keep their words, and how far apart they stand."""
        gaps = max(0, len(caps) - 1)
        for between in (_BETWEEN, _CLOSER):
            if sum(caps) + sum(words) + _GAP * len(words) + between * gaps <= self.rect.w:
                return len(words), between
        for spoken in range(len(words) - 1, 0, -1):
            wide = sum(caps) + sum(words[:spoken]) + _GAP * spoken + _CLOSER * gaps
            if wide <= self.rect.w:
                return spoken, _CLOSER
        return 0, _CLOSER


def press_hint(group: FocusGroup, key: str) -> bool:
    """Press the hint of that key, as a click does; False if there is none."""
    for widget in group.widgets:
        for hint in widget.hints if isinstance(widget, KeyHints) else ():
            if hint.key == key and hint.on_press is not None:
                hint.on_press()
                return True
    return False
