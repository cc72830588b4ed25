"""The pause: a reminder of the keys, sound and text size, and the ways out."""

from __future__ import annotations

from collections.abc import Sequence

from game.play.sitting import Sitting
from game.screens import flow
from game.screens.card import CardScreen
from game.screens.game import Game
from game.screens.screen import Shortcuts
from game.ui.widgets import Button, Widget


class PauseScreen(CardScreen):
    """Laid over a round; the window stands still under it."""

    name = "pause"

    def __init__(self, game: Game, sitting: Sitting) -> None:
        super().__init__(game, game.shared.catalogue.gettext("Paused"))
        self.sitting = sitting

    def shortcuts(self) -> Shortcuts:
        return {"escape": self.close, "space": self.close}

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        card = self.card
        back = Button(
            self.say("Go on"), (card.x + 64, card.y + 200, 500, 92), self.close, "primary"
        )
        leave = Button(
            self.say("Leave the round"), (card.x + 64, card.y + 320, 500, 92), self.leave
        )
        return (back, leave), back

    def leave(self) -> None:
        flow.to_title(self.game)
