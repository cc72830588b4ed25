"""What every widget has: a place, and whether it has the focus, the pointer, a finger on it."""

from __future__ import annotations

from collections.abc import Callable

from game.ui.canvas import Canvas
from game.ui.events import Event
from game.ui.geometry import Rect, RectLike

Action = Callable[[], None]


class Widget:
    """A part of a screen. A FocusGroup sets `focused`, `hovered` and `held`."""

    focusable = True
    takes_text = False
    takes_letters = False
    radius = 20.0

    def __init__(self, rect: RectLike, on_press: Action | None = None) -> None:
        self.rect = Rect(*rect)
        self.on_press = on_press
        self.enabled = True
        self.visible = True
        self.focused = False
        self.hovered = False
        self.held = False

    def press(self) -> None:
        """Do what the widget is for, as Enter, Space and a click do."""
        if self.enabled and self.on_press is not None:
            self.on_press()

    def handle(self, event: Event) -> bool:  # noqa: ARG002
        """Take an event that came while the widget has the focus; True if it was for it."""
        return False

    def types(self, text: str) -> bool:  # noqa: ARG002
        """Whether a key that types this text writes it here."""
        return False

    def update(self, dt: float) -> None:
        """Let `dt` seconds pass."""

    def draw(self, canvas: Canvas) -> None:
        """Draw it, without its focus ring."""


class Label(Widget):
    """Words in a box."""

    focusable = False

    def __init__(
        self,
        text: str,
        rect: RectLike,
        style: str = "body",
        colour: str = "ink",
        *,
        centred: bool = False,
    ) -> None:
        super().__init__(rect)
        self.text = text
        self.style = style
        self.colour = colour
        self.centred = centred

    def draw(self, canvas: Canvas) -> None:
        canvas.paragraph(
            self.text,
            self.rect,
            self.style,
            canvas.theme.colour(self.colour),
            align="centre" if self.centred else "left",
            valign="middle" if self.centred else "top",
        )
