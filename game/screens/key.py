"""The key to launch: one press turns it by thirds, with 3, 2, 1."""

from __future__ import annotations

from collections.abc import Sequence

from game.play.sitting import Sitting
from game.screens import flow
from game.screens.countdown import CountdownScreen
from game.screens.game import Game
from game.screens.hints import Hints
from game.screens.screen import Shortcuts
from game.ui.canvas import Canvas
from game.ui.widgets import Button, Hint, Widget

THIRD_S = 0.8


class KeyScreen(CountdownScreen):
    """Waits for the player; the class counts aloud."""

    name = "key"

    def __init__(self, game: Game, sitting: Sitting) -> None:
        super().__init__(game, sitting)
        self.turning = False
        self.turned_s = 0.0

    @property
    def wants_frames(self) -> bool:  # type: ignore[override]
        return self.turning

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        turn = Button(self.say("Turn the key"), (96, 788, 520, 96), self.turn, "primary")
        hints = Hints(
            (
                Hint(self.say("Enter"), self.say("Turn"), self.turn),
                Hint("Esc", self.say("Skip the flight"), self.skip),
            ),
            self.places.hints,
        )
        return (turn, hints), turn

    def shortcuts(self) -> Shortcuts:
        return {"enter": self.turn, "space": self.turn, "escape": self.skip}

    def turn(self) -> None:
        """Begin to turn; the rest goes by itself."""
        if not self.turning:
            self.turning = True
            self.shared.sounds.play("three")

    def skip(self) -> None:
        """Straight to the results."""
        self.sitting.turn_key()
        self.sitting.reach_orbit()
        flow.go(self.game, self.sitting)

    def update(self, dt: float) -> None:
        super().update(dt)
        if not self.turning:
            return
        before = int(self.turned_s / THIRD_S)
        self.turned_s += dt
        after = int(self.turned_s / THIRD_S)
        if after != before and after < 3:
            self.shared.sounds.play(("three", "two", "one")[after])
        if after >= 3:
            self.shared.sounds.play("key")
            self.sitting.turn_key()
            flow.go(self.game, self.sitting)

    def paint(self, canvas: Canvas) -> None:
        super().paint(canvas)
        canvas.text(
            self.say("Turn the key"), (88, 170), "display", canvas.theme.colour("ink"), "baseleft"
        )
