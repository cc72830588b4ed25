"""Plates to tick, and rows whose value is stepped through: what the settings are made of."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.screens.blocks import shrunk
from game.ui.art import signs
from game.ui.canvas import Canvas
from game.ui.events import Event, Key, Pointer
from game.ui.geometry import Rect, RectLike
from game.ui.theme import mix
from game.ui.widgets import Action, Widget

VALUE_FROM = 0.42
"""Where the value of a row begins, as a share of its width."""
LABEL, ARROWS = 48.0, 128.0
"""What its label, and its value, cannot have of the room before and after that."""


def draw_ground(canvas: Canvas, widget: Widget, *, on: bool) -> None:
    """The ground of a plate that can be chosen: filled when on, changed under a hand."""
    theme = canvas.theme
    ground = theme.colour("nogo" if on and theme.filled_plates else "card")
    if widget.held:
        ground = mix(ground, theme.colour("night"), 0.2)
    elif widget.hovered:
        ground = mix(ground, theme.colour("ink"), 0.08)
    canvas.box(widget.rect, ground)


class Pick(Widget):
    """A plate that is on or off: a sign, words, and a quieter line under them.

    `single` plates show a dot in a ring, of which one is on; the others a tick in a box.
    """

    def __init__(
        self,
        text: str,
        aside: str,
        rect: RectLike,
        on_press: Action,
        *,
        on: bool,
        single: bool = False,
    ) -> None:
        super().__init__(rect, on_press)
        self.text = text
        self.aside = aside
        self.on = on
        self.single = single

    def draw(self, canvas: Canvas) -> None:
        theme = canvas.theme
        draw_ground(canvas, self, on=self.on)
        canvas.box(self.rect, theme.colour("hollow" if self.on else "ornament"), width=3)
        size = min(30.0, self.rect.h * 0.24)
        centre = (self.rect.x + 40 + size, self.rect.centre[1])
        self._sign(canvas, centre, size)
        left = centre[0] + size + 32
        area = Rect(left, self.rect.y + 8, self.rect.right - 28 - left, self.rect.h - 16)
        share = 0.56 if self.aside else 1.0
        canvas.paragraph(
            self.text,
            (area.x, area.y, area.w, area.h * share),
            "body_bold",
            theme.colour("ink"),
            valign="bottom" if self.aside else "middle",
            max_lines=1,
        )
        if self.aside:
            canvas.paragraph(
                self.aside,
                (area.x, area.y + area.h * share, area.w, area.h * (1 - share)),
                "hint",
                theme.colour("ink_dim"),
                valign="top",
                max_lines=2,
            )

    def _sign(self, canvas: Canvas, centre: tuple[float, float], size: float) -> None:
        theme = canvas.theme
        ink = theme.colour("fuel")
        if self.single:
            canvas.disc(centre, size, theme.colour("fuel" if self.on else "hollow"), 4)
            if self.on:
                canvas.disc(centre, size * 0.55, ink)
            return
        box = Rect(centre[0] - size, centre[1] - size, 2 * size, 2 * size)
        if self.on:
            canvas.box(box, ink, 8)
            ground = "ink_dark" if theme.filled_plates else "paper"
            signs.check(canvas, centre, size * 1.2, theme.colour(ground))
        else:
            canvas.box(box, theme.colour("hollow"), 8, 4)


class Stepper(Widget):
    """A row with a label and one of a few values: arrows, clicks and Enter step through them.

    Its words are set `share` as large as others, at most.
    """

    def __init__(
        self,
        label: str,
        values: Sequence[str],
        at: int,
        rect: RectLike,
        on_change: Callable[[int], None],
        *,
        share: float = 1.0,
    ) -> None:
        super().__init__(rect, self.forward)
        self.share = share
        self.label = label
        self.values = tuple(values)
        self.at = at
        self.on_change = on_change
        self._back = False

    def forward(self) -> None:
        """The next value, and the first one after the last; from the left arrow the one before."""
        step, self._back = (-1 if self._back else 1), False
        self._to((self.at + step) % len(self.values))

    def handle(self, event: Event) -> bool:
        if isinstance(event, Key) and event.name in ("left", "right"):
            step = -1 if event.name == "left" else 1
            self._to(max(0, min(len(self.values) - 1, self.at + step)))
            return True
        if isinstance(event, Pointer) and event.kind == "press":
            # Only letting go steps: a change lays the screen out anew, and this row is no more.
            left, middle, _ = self._places()
            self._back = left <= event.position[0] < middle
        return False

    def draw(self, canvas: Canvas) -> None:
        theme = canvas.theme
        y = self.rect.centre[1]
        if self.hovered or self.held:
            canvas.box(self.rect, mix(theme.colour("card"), theme.colour("ink"), 0.08))
        left, _, right = self._places()
        canvas.text(
            self.label,
            (self.rect.x + 24, y),
            shrunk(theme, "body", self.share, canvas.text_scale),
            theme.colour("ink"),
            "midleft",
            fit=left - self.rect.x - LABEL,
        )
        ink = theme.colour("hollow")
        for x, way in ((left + 28, -1), (right - 28, 1)):
            canvas.polygon([(x + 12 * way, y), (x - 9 * way, y - 17), (x - 9 * way, y + 17)], ink)
        canvas.text(
            self.values[self.at],
            ((left + right) / 2, y),
            shrunk(theme, "body_bold", self.share, canvas.text_scale),
            theme.colour("ink"),
            "centre",
            fit=right - left - ARROWS,
        )

    def _places(self) -> tuple[float, float, float]:
        """The left edge of the value, the right edge of its left arrow, and its right edge."""
        left = self.rect.x + self.rect.w * VALUE_FROM
        return left, left + 72, self.rect.right

    def _to(self, at: int) -> None:
        if at != self.at:
            self.at = at
            self.on_change(at)
