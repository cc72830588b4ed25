"""After an answer: the key first, then why, then what was chosen and what it really is."""

from __future__ import annotations

from collections.abc import Sequence

from game.play.sitting import Sitting
from game.rounds.state import Cell
from game.screens import flow, words
from game.screens.countdown import CountdownScreen
from game.screens.game import Game
from game.screens.hints import Hints
from game.screens.prompt import draw_prompt
from game.screens.screen import Shortcuts
from game.ui.canvas import Canvas
from game.ui.geometry import Rect
from game.ui.widgets import Hint, Widget


class ExplanationScreen(CountdownScreen):
    """The explanation under its question; the clock stands still until the player goes on."""

    name = "explanation"

    def __init__(self, game: Game, sitting: Sitting, cells: tuple[Cell, ...] | None = None) -> None:
        super().__init__(game, sitting)
        given = sitting.answered
        self.right = given is not None and given.right
        self.shared.sounds.play("fill" if self.right else "recheck")

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        row = [
            Hint(self.say("Enter"), self.say("Go on"), self.go_on),
            Hint("S", self.say("Show the source"), self.open_source),
        ]
        if self.has_glossary:
            row.append(Hint("W", self.say("Words"), self.open_glossary))
        row.append(Hint(self.say("Space"), self.say("Pause"), self.pause))
        return (Hints(row, self.places.hints),), None

    def shortcuts(self) -> Shortcuts:
        return {
            **super().shortcuts(),
            "enter": self.go_on,
            "s": self.open_source,
            "g": self.open_glossary,
        }

    def told(self) -> dict[str, object]:
        return {**super().told(), "right": self.right}

    def go_on(self) -> None:
        """To the next question, the hold or the key."""
        self.sitting.go_on()
        flow.go(self.game, self.sitting)

    def open_source(self) -> None:
        from game.screens.source import SourceScreen

        self.shared.stack.push(SourceScreen(self.game, self.sitting.question))

    def paint(self, canvas: Canvas) -> None:
        super().paint(canvas)
        question = self.sitting.question
        theme = canvas.theme
        draw_prompt(canvas, question, Rect(96, 168, 1312, 176), self.places)
        canvas.box((96, 368, 1312, 516), theme.colour("card"))
        canvas.text(question.key, (180, 440), "answer", theme.colour("ink"), "midleft")
        canvas.paragraph(
            question.why or question.explanation, (160, 540, 1184, 110), "body", theme.colour("ink")
        )
        canvas.text(
            words.source_line(question, self.pack, self.shared.catalogue),
            (186, 846),
            "hint",
            theme.colour("sand"),
            "midleft",
            fit=1100,
        )
