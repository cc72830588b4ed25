"""A text of several lines to write in, with a caret, a selection, and an input method's letters."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from game.screens import clipboard
from game.ui.canvas import Canvas
from game.ui.events import Event, Key, Pointer, TextComposing, TextEntered
from game.ui.geometry import Point, Rect, RectLike
from game.ui.text import curled, line_width
from game.ui.theme import TypeStyle
from game.ui.widgets import TextField
from game.ui.widgets.base import Action

STYLE = TypeStyle(34, 500, line=1.24)
PAD_X, PAD_Y = 24.0, 14.0
_MOST_UNDONE = 200

Span = tuple[int, int]


@lru_cache(maxsize=256)
def broken(text: str, size: float, wide: float) -> tuple[Span, ...]:
    """Where the lines of a text begin and end, broken behind blanks, a long word anywhere.

    Every letter is in one of them, so that a caret can stand before each.
    """
    found: list[Span] = []
    start = 0
    while start < len(text):
        end = _fitting(text, start, size, wide)
        if end < len(text):
            blank = text.rfind(" ", start, end + 1)
            end = blank + 1 if blank > start else end
        found.append((start, end))
        start = end
    if not found or (text.endswith(" ") and _width(text[found[-1][0] :], size) > wide):
        found.append((len(text), len(text)))
    return tuple(found)


def _fitting(text: str, start: int, size: float, wide: float) -> int:
    """The last place up to which a line can reach, one letter at least."""
    low, high = start + 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if _width(text[start:middle].rstrip(" "), size) <= wide:
            low = middle
        else:
            high = middle - 1
    return low


def _width(text: str, size: float) -> float:
    return line_width(curled(text), STYLE, size)


class TextArea(TextField):
    """One text that wraps. `name` is what it is called; Enter in it calls `on_enter`.

    It draws itself in `window` alone, since one of very many lines is higher than that.
    """

    radius = 14.0

    def __init__(
        self,
        name: str,
        text: str,
        *,
        limit: int,
        scale: float,
        on_enter: Action | None = None,
        on_change: Callable[[str], None] | None = None,
    ) -> None:
        super().__init__(Rect(0, 0, 1, 1), text, placeholder=name, limit=limit, on_change=on_change)
        self.on_enter = on_enter
        self.size = STYLE.size * scale
        self.window = Rect(0, 0, 1920, 1080)
        self._anchor = self._caret
        self._typing = False
        self._undone: list[tuple[str, int]] = []

    @property
    def selected(self) -> Span:
        """From where to where letters are chosen; the same twice if none are."""
        return min(self._anchor, self._caret), max(self._anchor, self._caret)

    def height(self, wide: float) -> float:
        """How high it stands in a width."""
        rows = len(broken(self._shown, self.size, wide - 2 * PAD_X))
        return rows * self.size * STYLE.line + 2 * PAD_Y

    def set_text(self, text: str) -> None:
        """Have another text in it, of which nothing is chosen; nobody is told."""
        super().set_text(text)
        self._anchor = self._caret

    def handle(self, event: Event) -> bool:
        if isinstance(event, TextEntered):
            self.composing = ""
            self._put(event.text)
            return True
        if isinstance(event, TextComposing):
            self.composing = event.text
            return True
        if isinstance(event, Pointer):
            return self._pointed(event)
        if not isinstance(event, Key) or self.composing:
            return isinstance(event, Key)
        if event.device == "gamepad":
            return False
        if event.ctrl and not event.alt:
            return self._ordered(event)
        return self._key(event)

    def draw(self, canvas: Canvas) -> None:
        theme = canvas.theme
        with canvas.clipped(self.window):
            canvas.box(self.rect, theme.colour("card"), self.radius)
            canvas.box(self.rect, theme.colour("fuel" if self.focused else "hollow"), 14, 3)
            style = replace(STYLE, size=self.size / canvas.text_scale, min_size=1)
            ink, high = theme.colour("ink"), self.size * STYLE.line
            text = self._shown
            if self.focused:
                self._draw_selection(canvas)
            for at, (start, end) in enumerate(self._lines):
                y = self.rect.y + PAD_Y + (at + 0.5) * high
                canvas.text(text[start:end], (self.rect.x + PAD_X, y), style, ink, "midleft")
            if not self.focused:
                return
            if self.composing:
                self._underline(canvas)
            # Steady: a blinking caret would wake the whole screen twice a second.
            x, y = self._place_of(self._caret + len(self.composing))
            canvas.line([(x, y - high * 0.42), (x, y + high * 0.42)], theme.colour("fuel"), 4)

    @property
    def _shown(self) -> str:
        """The text with what an input method is still putting together."""
        return self.text[: self._caret] + self.composing + self.text[self._caret :]

    @property
    def _lines(self) -> tuple[Span, ...]:
        return broken(self._shown, self.size, self.rect.w - 2 * PAD_X)

    def _line_at(self, at: int) -> int:
        lines = self._lines
        return next((n for n, (_, end) in enumerate(lines) if at < end), len(lines) - 1)

    def _place_of(self, at: int) -> Point:
        """Where the caret stands before a letter, in the middle of its line."""
        line = self._line_at(at)
        start = self._lines[line][0]
        y = self.rect.y + PAD_Y + (line + 0.5) * self.size * STYLE.line
        return self.rect.x + PAD_X + _width(self._shown[start:at], self.size) + 1, y

    def _letter_at(self, line: int, x: float) -> int:
        """Before which letter of a line the caret is nearest to a place."""
        start, end = self._lines[line]
        last = end if line == len(self._lines) - 1 else max(start, end - 1)
        text, left = self._shown, self.rect.x + PAD_X
        return min(
            range(start, last + 1),
            key=lambda at: abs(left + _width(text[start:at], self.size) - x),
        )

    def _pointed(self, event: Pointer) -> bool:
        if event.kind not in ("press", "move") or self.composing:
            return False
        high = self.size * STYLE.line
        line = int((event.position[1] - self.rect.y - PAD_Y) // high)
        at = self._letter_at(max(0, min(line, len(self._lines) - 1)), event.position[0])
        self._go(at, keeps=event.kind == "move")
        return True

    def _key(self, event: Key) -> bool:
        name = event.name
        if name in ("up", "down"):
            return self._to_line(-1 if name == "up" else 1, keeps=event.shift)
        start, end = self._lines[self._line_at(self._caret)]
        places = {
            "left": self._caret - 1,
            "right": self._caret + 1,
            "home": start,
            "end": end if end == len(self.text) else max(start, end - 1),
        }
        if name in places:
            chosen = self.selected
            if chosen[0] < chosen[1] and not event.shift and name in ("left", "right"):
                self._go(chosen[name == "right"], keeps=False)
            else:
                self._go(places[name], keeps=event.shift)
        elif name in ("backspace", "delete"):
            self._erase(-1 if name == "backspace" else 1)
        elif name == "enter":
            if self.on_enter is not None and not event.repeat:
                self.on_enter()
        else:
            # What a key types arrives as TextEntered too; no shortcut may hear it meanwhile.
            return self.types(event.text) and not event.alt
        return True

    def _ordered(self, event: Key) -> bool:
        """What a key does with Ctrl (Cmd on a Mac), as in every other field."""
        name = event.name
        if name == "a":
            self._anchor, self._caret = 0, len(self.text)
        elif name in ("c", "x"):
            start, end = self.selected
            clipboard.put(self.text[start:end] or self.text)
            if name == "x" and start < end:
                self._put("")
        elif name == "v":
            self._put(" ".join(clipboard.get().split()))
        elif name == "z":
            self._undo()
        elif name in ("left", "right", "backspace", "delete"):
            at = self._word(-1 if name in ("left", "backspace") else 1)
            if name in ("left", "right"):
                self._go(at, keeps=event.shift)
            else:
                self._anchor = at
                self._put("")
        elif name in ("home", "end"):
            self._go(0 if name == "home" else len(self.text), keeps=event.shift)
        else:
            return False
        return True

    def _word(self, way: int) -> int:
        """Where the word begins or ends beside the caret."""
        text, at = self.text, self._caret
        if way < 0:
            return text.rstrip().rfind(" ", 0, len(text[:at].rstrip())) + 1
        rest = text[at:]
        blanks = len(rest) - len(rest.lstrip(" "))
        end = rest.find(" ", blanks)
        return len(text) if end < 0 else at + end

    def _to_line(self, by: int, *, keeps: bool) -> bool:
        line = self._line_at(self._caret) + by
        if not 0 <= line < len(self._lines):
            return False
        self._go(self._letter_at(line, self._place_of(self._caret)[0]), keeps=keeps)
        return True

    def _go(self, at: int, *, keeps: bool) -> None:
        self._caret = max(0, min(at, len(self.text)))
        if not keeps:
            self._anchor = self._caret

    def _erase(self, by: int) -> None:
        start, end = self.selected
        if start == end:
            self._anchor = max(0, min(self._caret + by, len(self.text)))
        if self.selected[0] < self.selected[1]:
            self._put("")

    def _put(self, text: str) -> None:
        """Have a text in the place of what is chosen."""
        start, end = self.selected
        kept = "".join(filter(self._fits, text))
        kept = kept[: max(0, self.limit - len(self.text) + end - start)]
        letter = len(kept) == 1 and kept != " "
        if not (letter and self._typing and start == end):
            # A word that is typed is taken back as one.
            self._undone = [*self._undone, (self.text, self._caret)][-_MOST_UNDONE:]
        self._typing = letter
        self.text = self.text[:start] + kept + self.text[end:]
        self._caret = self._anchor = start + len(kept)
        self._changed()

    def _undo(self) -> None:
        if self._undone:
            self.text, self._caret = self._undone.pop()
            self._anchor, self._typing = self._caret, False
            self._changed()

    def _draw_selection(self, canvas: Canvas) -> None:
        start, end = self.selected
        if start == end or self.composing:
            return
        high, left = self.size * STYLE.line, self.rect.x + PAD_X
        for at, (first, last) in enumerate(self._lines):
            low, top = max(start, first), min(end, last)
            if low < top:
                begin = left + _width(self.text[first:low], self.size)
                wide = left + _width(self.text[first:top], self.size) - begin
                y = self.rect.y + PAD_Y + at * high
                canvas.box((begin, y, wide, high), canvas.theme.colour("nogo"), 6)

    def _underline(self, canvas: Canvas) -> None:
        """A line under what an input method is putting together."""
        begin, end = self._caret, self._caret + len(self.composing)
        high, left = self.size * STYLE.line, self.rect.x + PAD_X
        for at, (first, last) in enumerate(self._lines):
            low, top = max(begin, first), min(end, last)
            if low < top:
                x = left + _width(self._shown[first:low], self.size)
                to = left + _width(self._shown[first:top], self.size)
                y = self.rect.y + PAD_Y + (at + 0.94) * high
                canvas.line([(x, y), (to, y)], canvas.theme.colour("fuel"), 3)


def area_at(area: TextArea, rect: RectLike, window: Rect) -> None:
    """Put a field in its place, seen through a window."""
    area.rect, area.window = Rect(*rect), window
