"""Questions with options to choose from: two to four plates, each with its shape and letter."""

from __future__ import annotations

from collections.abc import Sequence

from game.play.sitting import Sitting
from game.screens.game import Game
from game.screens.question import QuestionScreen
from game.screens.screen import Shortcuts
from game.ui.canvas import Canvas
from game.ui.geometry import Rect
from game.ui.widgets import Choice, Hint, Widget

LETTERS = "ABCD"
SLIDE = 16.0


class OptionsScreen(QuestionScreen):
    """Choice, true or false, and what else is answered by one of a few plates."""

    def __init__(self, game: Game, sitting: Sitting) -> None:
        super().__init__(game, sitting)
        self.choices: list[Choice] = []
        self._rests: list[Rect] = []
        self._locked: int | None = None

    @property
    def plates(self) -> bool:
        """Whether two large plates stand instead of four."""
        return len(self.question.options) == 2

    @property
    def card(self) -> Rect:
        card = self.places.card
        return Rect(card.x, card.y, card.w, self._areas()[0].y - 32 - card.y)

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        hints = self.hints_widget()
        if self.moment == "stem":
            self.choices = []
            return (hints,), None
        fresh = not self.choices
        self.choices = [
            Choice(
                LETTERS[index],
                option,
                area,
                lambda index=index: self.choose(index),  # type: ignore[misc]
                figure=option[:1].isdigit(),
                sign_size=168 if self.plates else min(120, 92 * min(1.2, self.text_scale)),
                style="display" if self.plates else "",
            )
            for index, (option, area) in enumerate(
                zip(self.question.options, self._areas(), strict=False)
            )
        ]
        self._rests = [choice.rect for choice in self.choices]
        self._mark()
        return (*self.choices, hints), self.choices[0] if fresh else None

    def shortcuts(self) -> Shortcuts:
        keys = super().shortcuts()
        if self.moment == "open":
            for index in range(len(self.question.options)):
                keys[LETTERS[index].lower()] = lambda index=index: self.choose(index)  # type: ignore[misc]
                keys[str(index + 1)] = lambda index=index: self.choose(index)  # type: ignore[misc]
        return keys

    def answer_hints(self) -> list[Hint]:
        letters = "A B" if self.plates else f"A–{LETTERS[len(self.question.options) - 1]}"
        return [Hint(letters, self.say("Choose"))]

    def choose(self, index: int) -> None:
        """Answer with an option, unless a call has ruled it out."""
        if index in self.strip.struck or self.moment != "open":
            return
        self._locked = index
        self.lock(index)

    def update(self, dt: float) -> None:
        super().update(dt)
        down = SLIDE * (1 - self.sliding.value)
        for choice, rest in zip(self.choices, self._rests, strict=True):
            choice.rect = rest.moved(0, down)
            choice.pulse = self.pulse

    def draw(self, canvas: Canvas) -> None:
        self._mark()
        super().draw(canvas)

    def _mark(self) -> None:
        for index, choice in enumerate(self.choices):
            if self.moment == "locked":
                choice.state = "pulsing" if index == self._locked else "dimmed"
            elif index in self.strip.struck:
                choice.state = "ruled_out"
                choice.focusable = False

    def _areas(self) -> tuple[Rect, ...]:
        return self.places.plates if self.plates else self.places.answers
