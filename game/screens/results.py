"""In orbit: what the round filled, learned and mended, and where to read on."""

from __future__ import annotations

from collections.abc import Sequence

from game.play.sitting import Sitting
from game.screens import flow
from game.screens.countdown import CountdownScreen
from game.screens.game import Game
from game.screens.screen import Shortcuts
from game.ui.canvas import Canvas
from game.ui.widgets import Button, Widget


class ResultsScreen(CountdownScreen):
    """The end of a round."""

    name = "results"

    def __init__(self, game: Game, sitting: Sitting) -> None:
        super().__init__(game, sitting)
        game.keeper.forget()

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        again = Button(self.say("Fly again"), (96, 936, 336, 92), self.again, "primary")
        title = Button(self.say("Title"), (464, 936, 352, 92), self.leave)
        return (again, title), again

    def shortcuts(self) -> Shortcuts:
        return {"escape": self.leave}

    def told(self) -> dict[str, object]:
        state = self.sitting.round
        return {**super().told(), "fuel": state.earned(self.sitting.seat), "on_time": state.on_time}

    def again(self) -> None:
        flow.start(self.game, self.game.first_flight())

    def leave(self) -> None:
        flow.to_title(self.game)

    def paint(self, canvas: Canvas) -> None:
        canvas.fill(canvas.theme.colour("night"))
        canvas.text(
            self.say("In orbit"), (88, 240), "poster", canvas.theme.colour("ink"), "baseleft"
        )
        canvas.text(
            str(self.sitting.round.earned(self.sitting.seat)),
            (96, 370),
            "title",
            canvas.theme.colour("fuel"),
            "baseleft",
        )
