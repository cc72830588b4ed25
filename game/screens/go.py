"""GO or NO-GO: a fair choice of two, before the options show."""

from __future__ import annotations

from collections.abc import Sequence

from game.rounds.scoring import FUEL_GO, FUEL_MENDED, FUEL_RIGHT
from game.screens import flow
from game.screens.countdown import CountdownScreen
from game.screens.hints import Hints
from game.screens.prompt import draw_prompt
from game.screens.screen import Shortcuts
from game.ui.canvas import Canvas
from game.ui.geometry import Rect, RectLike
from game.ui.widgets import Action, Hint, Widget


class GoScreen(CountdownScreen):
    """The stem, and two plates of the same size that each say what right and mended give."""

    name = "go"

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        left, right = self._plates()
        go = GoPlate(True, left, lambda: self.decide(True))
        no_go = GoPlate(False, right, lambda: self.decide(False))
        hints = Hints(
            (
                Hint("G", self.say("GO"), lambda: self.decide(True)),
                Hint("N", self.say("NO-GO"), lambda: self.decide(False)),
                Hint(self.say("Space"), self.say("Pause"), self.pause),
            ),
            self.places.hints,
        )
        return (go, no_go, hints), go

    def shortcuts(self) -> Shortcuts:
        return {
            **super().shortcuts(),
            "g": lambda: self.decide(True),
            "n": lambda: self.decide(False),
        }

    def decide(self, go: bool) -> None:
        """Say GO or NO-GO, and see the options."""
        self.shared.sounds.play("go" if go else "lock")
        self.sitting.say_go(go)
        flow.go(self.game, self.sitting)

    def paint(self, canvas: Canvas) -> None:
        super().paint(canvas)
        card = self.places.card
        grown = Rect(card.x, card.y, card.w, self._plates()[0].y - 32 - card.y)
        draw_prompt(canvas, self.sitting.question, grown, self.places)

    def _plates(self) -> tuple[Rect, Rect]:
        left, right = self.places.plates
        top = {"normal": 524.0, "large": 560.0, "huge": 560.0}[self.places.room]
        return (
            Rect(left.x, top, left.w, left.bottom - top),
            Rect(right.x, top, right.w, right.bottom - top),
        )


class GoPlate(Widget):
    """One of the two plates, with its sign, its word, and what it is worth."""

    def __init__(self, go: bool, rect: RectLike, on_press: Action) -> None:
        super().__init__(rect, on_press)
        self.go = go
        self.text = "GO" if go else "NO-GO"

    def draw(self, canvas: Canvas) -> None:
        theme = canvas.theme
        canvas.box(self.rect, theme.colour("fuel" if self.go else "nogo"))
        canvas.text(
            self.text,
            self.rect.centre,
            "display",
            theme.colour("ink_dark" if self.go else "ink"),
            "centre",
            fit=self.rect.w - 80,
        )


WORTH = {True: (FUEL_GO, 0), False: (FUEL_RIGHT, FUEL_MENDED)}
