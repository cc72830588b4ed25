"""The screens of a round as a live class shows them, from the explanation to the launch."""

from __future__ import annotations

from collections.abc import Sequence

from game.screens.explanation import ExplanationScreen
from game.screens.hold import HoldScreen
from game.screens.key import KeyScreen
from game.screens.launch import LaunchScreen
from game.screens.live import LiveCountdown, LiveScreen
from game.screens.screen import Shortcuts
from game.ui.widgets import Widget


class LiveExplanation(LiveCountdown, ExplanationScreen):
    """Why it is so; the host then tells the standing, or the next question."""

    name = "live-explanation"
    _told = ""

    def shortcuts(self) -> Shortcuts:
        keys = LiveCountdown.shortcuts(self)
        return {**keys, "left": self.back, "page_up": self.back}

    def forward(self) -> None:
        self.go_on()

    def settle(self) -> None:
        super().settle()
        card = "why" if self._last else "more"
        if card != self._told:
            # The teacher's phone says what comes next.
            self._told = card
            self.hosting.host.order("card", name=card)

    def go_on(self) -> None:
        if self._last:
            self.sitting.go_on()
        else:
            self._turn(1)


class LiveHold(LiveCountdown, HoldScreen):
    """What the class missed comes once more."""

    name = "live-hold"

    def forward(self) -> None:
        self.begin()


class LiveKey(LiveCountdown, KeyScreen):
    """The class counts aloud."""

    name = "live-key"

    def shortcuts(self) -> Shortcuts:
        return {**LiveCountdown.shortcuts(self), "space": self.turn, "escape": self.skip}

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        return KeyScreen.lay_out(self)

    def forward(self) -> None:
        self.turn()

    def skip(self) -> None:
        self.ahead = ("launch",)
        super().skip()

    def launch(self) -> None:
        self.turn_to(LiveLaunch(self.game, self.sitting, self.reel))


class LiveLaunch(LiveScreen, LaunchScreen):
    """The class's own rocket."""

    name = "live-launch"
    ahead = ("key", "launch")

    def shortcuts(self) -> Shortcuts:
        return LaunchScreen.shortcuts(self)

    def changed(self) -> None:
        """The film goes on."""

    def forward(self) -> None:
        self.arrive()
