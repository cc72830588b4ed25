"""The pause of a sitting of self-study: its ways out lead to the sky, and nothing is lost."""

from __future__ import annotations

from collections.abc import Sequence

from game.play.sitting import Sitting
from game.screens import flow, study_flow
from game.screens.game import Game
from game.screens.pause import PauseScreen
from game.ui.widgets import Button, Widget


class StudyPauseScreen(PauseScreen):
    """As in a round, but the sitting can end here, and all that was answered stays."""

    def __init__(self, game: Game, sitting: Sitting) -> None:
        super().__init__(game, sitting)

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        widgets, first = super().lay_out()
        now, leave = widgets[3], widgets[4]
        assert isinstance(now, Button) and isinstance(leave, Button)
        now.text, now.on_press = self.say("End the sitting"), self.end
        leave.text = self.say("To my sky")
        return widgets, first

    def end(self) -> None:
        """End with what was answered so far."""
        self.sitting.pause(False)
        self.sitting.launch_now()
        self.close()
        flow.go(self.game, self.sitting)

    def back(self) -> None:
        """To the constellation; every answer is kept already."""
        from game.play.studying import Studying

        assert isinstance(self.sitting, Studying)
        learner = self.sitting.learner
        self.game.logbook.read(learner.bank, self.game.choice.sets)
        study_flow.home(self.game, self.sitting)
