"""The answer, shown to all before anybody says who had it: the question, its key, its row."""

from __future__ import annotations

from game.screens.arranged import draw_lines, lines_height, lines_of
from game.screens.countdown import CountdownScreen
from game.screens.keybar import LETTERS, KeyBar
from game.screens.prompt import draw_card, draw_prompt
from game.ui.canvas import Canvas
from game.ui.geometry import Rect
from game.ui.theme import TypeStyle

GAP = 24.0


class Revealed:
    """Draws the question and its key for a screen, and says what room is left under them."""

    def __init__(self, screen: CountdownScreen) -> None:
        self._screen = screen

    @property
    def prompt(self) -> Rect:
        """The card of the question."""
        places = self._screen.places
        card = places.card
        high = {"normal": 176.0, "large": 170.0, "huge": 190.0}[places.room]
        return Rect(card.x, card.y - 8, card.w, high)

    @property
    def bar(self) -> Rect:
        """The bar of the key."""
        prompt, places = self.prompt, self._screen.places
        high = {"normal": 140.0, "large": 150.0, "huge": 160.0}[places.room]
        # The row of an arrangement stands under its bar, if the text leaves any room.
        low = self._arranged and places.room == "normal"
        return Rect(prompt.x, prompt.bottom + GAP, prompt.w, 92.0 if low else high)

    @property
    def _arranged(self) -> bool:
        return isinstance(self._screen.sitting.question.answer, tuple)

    def foot(self, rows: int, high: float = 116.0) -> tuple[Rect, ...]:
        """So many rows for what the teacher presses, above the hints; lower where lines need it."""
        places = self._screen.places
        low = places.hints.y - 24
        if self._arranged and places.room == "normal":
            high = 104.0
        top = low - rows * high - (rows - 1) * GAP
        return tuple(
            Rect(self.bar.x, top + at * (high + GAP), self.bar.w, high) for at in range(rows)
        )

    def _letters(self, canvas: Canvas) -> None:
        """The right row in the letters that everybody wrote, at the end of the bar."""
        question, bar = self._screen.sitting.question, self.bar
        if not isinstance(question.answer, tuple):
            return
        letters = [LETTERS[option] for option in question.answer]
        if question.prompts:
            letters = [f"{at}{letter}" for at, letter in enumerate(letters, start=1)]
        style = TypeStyle(min(92.0, bar.h * 0.7) / canvas.text_scale, 800)
        ink = canvas.theme.colour("ink_shape")
        tick = 74 + min(76.0, bar.h * 0.5)
        heading = KeyBar(question, self._screen.shared.catalogue).words
        room = bar.w - 64 - canvas.text_width(heading, "figure") - tick - 40
        at = (bar.right - tick, bar.centre[1])
        canvas.text("  ".join(letters), at, style, ink, "midright", fit=room)

    @property
    def room(self) -> Rect:
        """What is left between the key and two rows."""
        top = self.bar.bottom + GAP / 2
        return Rect(self.bar.x, top, self.bar.w, self.foot(2)[0].y - GAP - top)

    def draw(self, canvas: Canvas) -> None:
        """Draw the question, the key, and of an arrangement the right one."""
        screen = self._screen
        question, catalogue = screen.sitting.question, screen.shared.catalogue
        draw_prompt(canvas, question, self.prompt, screen.places, catalogue, small=True)
        KeyBar(question, catalogue).draw(canvas, self.bar)
        self._letters(canvas)
        lines = lines_of(question, None)
        if not lines or screen.places.room != "normal":
            return
        room = self.room
        draw_card(canvas, room)
        inner = room.inset(32, 12)
        high = lines_height(canvas.theme, canvas.text_scale, lines, 1.0)
        draw_lines(canvas, lines, inner, min(1.0, inner.h / high))
