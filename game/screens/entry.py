"""Questions that are answered by writing: a name, or a number with its unit."""

from __future__ import annotations

from collections.abc import Sequence

from game.play.sitting import Sitting
from game.screens.game import Game
from game.screens.question import QuestionScreen
from game.ui.geometry import Rect
from game.ui.widgets import Button, Hint, TextField, Widget


class EntryScreen(QuestionScreen):
    """A line to write in, and a button that locks it."""

    def __init__(self, game: Game, sitting: Sitting) -> None:
        super().__init__(game, sitting)
        self.written = ""
        self.field: TextField | None = None

    @property
    def numeric(self) -> bool:
        return self.question.kind == "number"

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        hints = self.hints_widget()
        if self.moment == "stem":
            return (hints,), None
        area = self.places.answers[0]
        wide = self.places.answers[1]
        self.field = TextField(
            Rect(area.x, area.y, wide.x + wide.w - area.x - 340, 120),
            self.written,
            placeholder=self.say("Type the number")
            if self.numeric
            else self.say("Type the answer"),
            on_enter=self.submit,
            on_change=self._note,
        )
        ready = Button(
            self.say("Lock it in"),
            Rect(self.field.rect.right + 24, area.y, 316, 120),
            self.submit,
            "primary",
        )
        return (self.field, ready, hints), self.field

    def answer_hints(self) -> list[Hint]:
        return [Hint(self.say("Enter"), self.say("Lock it in"), self.submit)]

    def submit(self) -> None:
        """Answer with what is written, if it can be an answer."""
        text = self.written.strip()
        if not text:
            return
        if not self.numeric:
            self.lock(text)
            return
        number = parsed(text)
        if number is not None:
            self.lock(number)

    def _note(self, text: str) -> None:
        self.written = text


def parsed(text: str) -> float | None:
    """A number as a pupil writes it: spaces between thousands, a comma or a point; else None."""
    plain = "".join(text.split()).replace(",", ".")
    try:
        return float(plain)
    except ValueError:
        return None
