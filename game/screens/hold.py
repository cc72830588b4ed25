"""T-0: what was missed comes once more, in another form, without a clock."""

from __future__ import annotations

from collections.abc import Sequence

from game.screens import flow
from game.screens.countdown import CountdownScreen
from game.screens.hints import Hints
from game.screens.screen import Shortcuts
from game.ui.canvas import Canvas
from game.ui.widgets import Button, Hint, Widget


class HoldScreen(CountdownScreen):
    """The facts that were missed, by names that do not give their answers away."""

    name = "hold"

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        begin = Button(self.say("Recheck the first"), (96, 788, 520, 96), self.begin, "amber")
        hints = Hints(
            (
                Hint(self.say("Enter"), self.say("Recheck"), self.begin),
                Hint(self.say("Space"), self.say("Pause"), self.pause),
            ),
            self.places.hints,
        )
        return (begin, hints), begin

    def shortcuts(self) -> Shortcuts:
        return {**super().shortcuts(), "enter": self.begin}

    def begin(self) -> None:
        """Take up the first fact that was missed."""
        self.sitting.begin_hold()
        flow.go(self.game, self.sitting)

    def paint(self, canvas: Canvas) -> None:
        super().paint(canvas)
        canvas.text("T-0", (84, 296), "poster", canvas.theme.colour("amber"), "baseleft")
