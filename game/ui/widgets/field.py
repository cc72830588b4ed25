"""A line to write in, with what an input method is still composing."""

from __future__ import annotations

from collections.abc import Callable

from game.ui.canvas import Canvas
from game.ui.events import Event, Key, TextComposing, TextEntered
from game.ui.geometry import RectLike
from game.ui.widgets.base import Action, Widget


class TextField(Widget):
    """One line of text. `on_enter` is called when Enter is pressed in it.

    Where `only` is not empty, nothing but these characters can be written: a field for numbers
    leaves letters to the shortcuts.
    """

    takes_text = True

    def __init__(
        self,
        rect: RectLike,
        text: str = "",
        *,
        placeholder: str = "",
        limit: int = 80,
        only: str = "",
        on_enter: Action | None = None,
        on_change: Callable[[str], None] | None = None,
    ) -> None:
        super().__init__(rect, on_enter)
        self.text = text
        self.placeholder = placeholder
        self.limit = limit
        self.only = only
        self.takes_letters = not only
        self.on_change = on_change
        self.composing = ""
        self._caret = len(text)

    @property
    def caret(self) -> int:
        """Before which character the caret stands."""
        return self._caret

    def set_text(self, text: str) -> None:
        self.text = text[: self.limit]
        self._caret = len(self.text)
        self.composing = ""

    def handle(self, event: Event) -> bool:
        if isinstance(event, TextEntered):
            self.composing = ""
            self._insert(event.text)
            return True
        if isinstance(event, TextComposing):
            self.composing = event.text
            return True
        if not isinstance(event, Key) or self.composing:
            return isinstance(event, Key) and bool(self.composing)
        if event.device == "gamepad" and event.name in ("left", "right"):
            return False
        if event.name in _EDITS:
            self._edit(event.name)
            return True
        # What a key types arrives as TextEntered too; no shortcut may hear it meanwhile.
        return self.types(event.text) and not (event.ctrl or event.alt)

    def types(self, text: str) -> bool:
        return bool(text) and all(map(self._fits, text))

    def draw(self, canvas: Canvas) -> None:
        theme = canvas.theme
        canvas.box(self.rect, theme.colour("card"), self.radius)
        canvas.box(self.rect, theme.colour("hollow"), self.radius, 3)
        left, y = self.rect.x + 36, self.rect.centre[1]
        room = self.rect.w - 72
        ink = theme.colour("ink")
        before = self.text[: self._caret] + self.composing
        whole = before + self.text[self._caret :]
        if not whole and self.placeholder:
            start, dim = (left + _CLEAR, y), theme.colour("ink_dim")
            canvas.text(self.placeholder, start, "answer", dim, "midleft", fit=room - _CLEAR)
        width = canvas.text_width(whole, "answer")
        shrink = min(1.0, room / width) if width else 1.0
        canvas.text(whole, (left, y), "answer", ink, "midleft", fit=room)
        at = left + canvas.text_width(before, "answer") * shrink
        if self.composing:
            begun = left + canvas.text_width(self.text[: self._caret], "answer") * shrink
            canvas.line([(begun, y + 34), (at, y + 34)], theme.colour("fuel"), 3)
        if self.focused:  # steady: a blinking caret would wake the whole screen twice a second
            canvas.line([(at + 3, y - 30), (at + 3, y + 30)], theme.colour("fuel"), 4)

    def _insert(self, text: str) -> None:
        kept = "".join(filter(self._fits, text))
        kept = kept[: max(0, self.limit - len(self.text))]
        self.text = self.text[: self._caret] + kept + self.text[self._caret :]
        self._caret += len(kept)
        self._changed()

    def _fits(self, letter: str) -> bool:
        return letter in self.only if self.only else letter.isprintable()

    def _edit(self, name: str) -> None:
        if name == "backspace" and self._caret:
            self.text = self.text[: self._caret - 1] + self.text[self._caret :]
            self._caret -= 1
            self._changed()
        elif name == "delete":
            self.text = self.text[: self._caret] + self.text[self._caret + 1 :]
            self._changed()
        elif name == "left":
            self._caret = max(0, self._caret - 1)
        elif name == "right":
            self._caret = min(len(self.text), self._caret + 1)
        elif name == "home":
            self._caret = 0
        elif name == "end":
            self._caret = len(self.text)
        elif name == "enter":
            self.press()

    def _changed(self) -> None:
        if self.on_change is not None:
            self.on_change(self.text)


_CLEAR = 20.0
"""How far what stands in an empty field keeps away from its caret."""
_EDITS = frozenset({"backspace", "delete", "left", "right", "home", "end", "enter"})
