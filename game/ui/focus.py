"""Which widget has the focus, and how keys, pointer and gamepad move and press it."""

from __future__ import annotations

from collections.abc import Sequence

from game.ui.canvas import Canvas
from game.ui.events import Event, Key, Pointer, TextComposing, TextEntered
from game.ui.geometry import Point, Rect
from game.ui.widgets.base import Widget
from game.ui.widgets.field import TextField
from game.ui.widgets.hints import KeyHints

_ARROWS = {"up": (0, -1), "down": (0, 1), "left": (-1, 0), "right": (1, 0)}


_OUT_OF_LINE = 4000.0
_BAND = 3.0


class FocusGroup:
    """The widgets of a screen. The ring starts on `first`, else on the first that can have it."""

    def __init__(self, widgets: Sequence[Widget], first: Widget | None = None) -> None:
        self.widgets = list(widgets)
        self.focused: Widget | None = None
        self.moved = False
        self._held: Widget | None = None
        self.focus(first if first is not None else next(iter(self._stops()), None))

    def focus(self, widget: Widget | None) -> None:
        """Put the ring on a widget, or nowhere."""
        if self.focused is not None:
            self.focused.focused = False
        self.focused = widget
        if widget is not None:
            widget.focused = True

    @property
    def takes_text(self) -> bool:
        """Whether what has the focus wants text typed into it."""
        return self.focused is not None and self.focused.takes_text

    @property
    def takes_letters(self) -> bool:
        """Whether letters are written into what has the focus."""
        return self.focused is not None and self.focused.takes_letters

    @property
    def composing(self) -> bool:
        """Whether an input method is putting text together in what has the focus."""
        return isinstance(self.focused, TextField) and bool(self.focused.composing)

    def types(self, text: str) -> bool:
        """Whether a key that types this text writes it into what has the focus."""
        return self.focused is not None and self.focused.types(text)

    def handle(self, event: Event) -> bool:
        """Take an event; True if a widget had use for it.

        `moved` tells after each event whether focus or pointer went to another widget.
        """
        before = self._lit()
        used = self._pointer(event) if isinstance(event, Pointer) else self._keys(event)
        self.moved = before != self._lit()
        return used

    def update(self, dt: float) -> None:
        for widget in self.widgets:
            widget.update(dt)

    def draw(self, canvas: Canvas, *, ring: bool = True) -> None:
        """Draw every widget, and the ring round the focused one."""
        for widget in self.widgets:
            if widget.visible:
                widget.draw(canvas)
        if ring and self.focused is not None and self.focused.visible:
            draw_ring(canvas, self.focused.rect, self.focused.radius)

    def _lit(self) -> tuple[object, ...]:
        hovered = [widget for widget in self.widgets if widget.hovered]
        hints = [w.at(w.under) for w in self.widgets if isinstance(w, KeyHints) and w.under]
        return (self.focused, self._held, hovered, hints)

    def _stops(self) -> list[Widget]:
        return [w for w in self.widgets if w.focusable and w.enabled and w.visible]

    def _keys(self, event: Event) -> bool:
        if isinstance(event, TextEntered | TextComposing):
            return self.focused is not None and self.focused.handle(event)
        if not isinstance(event, Key):
            return False
        if event.name == "tab":
            return self._step(-1 if event.shift else 1)
        if self.focused is not None and self.focused.handle(event):
            return True
        if event.name in _ARROWS:
            return self._towards(_ARROWS[event.name])
        if event.name in ("enter", "space") and self.focused is not None and not event.repeat:
            self.focused.press()
            return True
        return False

    def _step(self, by: int) -> bool:
        stops = self._stops()
        if not stops:
            return False
        if self.focused in stops:
            self.focus(stops[(stops.index(self.focused) + by) % len(stops)])
        else:
            self.focus(stops[0 if by > 0 else -1])
        return True

    def _towards(self, way: tuple[int, int]) -> bool:
        stops = self._stops()
        if self.focused is None or self.focused not in stops:
            return self._step(1)
        here = self.focused.rect
        rated = [
            (rating, index)
            for index, widget in enumerate(stops)
            if widget is not self.focused
            and (rating := _distance(here, widget.rect, way)) is not None
        ]
        if not rated:
            return False
        self.focus(stops[min(rated)[1]])
        return True

    def _pointer(self, event: Pointer) -> bool:
        target = None if event.kind == "leave" else self._at(event.position)
        if event.kind in ("move", "leave"):
            for widget in self.widgets:
                widget.hovered = widget is target
                if isinstance(widget, KeyHints):
                    widget.under = event.position if event.kind == "move" else None
            if self._held is not None and event.kind == "move":
                return self._held.handle(event)
            return target is not None
        if event.kind == "wheel":
            return target is not None and target.handle(event)
        if event.kind == "press" and event.button == 1:
            return self._press(target, event)
        if event.kind == "release" and event.button == 1 and self._held is not None:
            held, self._held = self._held, None
            held.held = False
            held.hovered = held.hovered and not event.touch
            if held is target:
                held.press()
            return True
        return False

    def _press(self, target: Widget | None, event: Pointer) -> bool:
        if target is None:
            return self._press_hint(event.position)
        self._held = target
        target.held = True
        self.focus(target)
        target.handle(event)
        return True

    def _press_hint(self, point: Point) -> bool:
        for widget in self.widgets:
            hint = widget.at(point) if isinstance(widget, KeyHints) and widget.visible else None
            if hint is not None and hint.on_press is not None:
                hint.on_press()
                return True
        return False

    def _at(self, point: Point) -> Widget | None:
        return next((w for w in reversed(self._stops()) if w.rect.contains(point)), None)


def draw_ring(canvas: Canvas, rect: Rect, radius: float = 20) -> None:
    """The focus ring round a rectangle: 6 units wide, 4 away from it.

    It lies on a band of the opposite lightness, so that it stands out from whatever is there.
    """
    theme = canvas.theme
    gap, width = theme.number("focus_gap"), theme.number("focus_ring")
    reach = gap + width + _BAND
    band = rect.inset(-reach)
    canvas.box(band, theme.colour("night"), radius + reach, width + 2 * _BAND)
    draw_line(canvas, rect.inset(-(gap + width)), radius + gap + width)


def draw_line(canvas: Canvas, around: Rect, radius: float) -> None:
    """The ring itself."""
    canvas.box(around, canvas.theme.colour("focus"), radius, canvas.theme.number("focus_ring"))


def _distance(here: Rect, there: Rect, way: tuple[int, int]) -> float | None:
    dx = there.centre[0] - here.centre[0]
    dy = there.centre[1] - here.centre[1]
    ahead = dx * way[0] + dy * way[1]
    if ahead <= 1:
        return None
    if way[0]:
        apart, off = max(here.y, there.y) - min(here.bottom, there.bottom), abs(dy)
    else:
        apart, off = max(here.x, there.x) - min(here.right, there.right), abs(dx)
    # What stands in the same row or column comes before all else.
    return ahead + 4 * (max(0.0, apart) + off * 0.1) + (_OUT_OF_LINE if apart >= 0 else 0.0)
