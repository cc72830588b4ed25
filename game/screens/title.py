"""The title: one press of Enter begins the first flight."""

from __future__ import annotations

from collections.abc import Sequence

from game.bank.draw import CannotDraw
from game.screens import flow
from game.screens.game import Game
from game.screens.loading import Loaded, NotLoaded
from game.screens.scenery import draw_backdrop
from game.screens.screen import Screen
from game.ui.canvas import Canvas
from game.ui.widgets import Button, Widget

ASK_S = 0.05


class TitleScreen(Screen):
    """Name, rocket, Fly. The pack is read meanwhile; Fly pressed early waits for it."""

    name = "title"

    def __init__(self, game: Game) -> None:
        super().__init__(game)
        self._drawn = False
        self._wanted = False

    @property
    def next_tick_s(self) -> float | None:  # type: ignore[override]
        return ASK_S if self.game.loading.result is None else None

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        fly = Button(self.say("Fly"), (96, 888, 360, 108), self.fly, "primary", sign="play")
        quit_ = Button(self.say("Quit"), (488, 888, 310, 108), self.quit)
        return (fly, quit_), fly

    def fly(self) -> None:
        """Begin the first flight, as soon as there is a pack."""
        result = self.game.loading.result
        if isinstance(result, Loaded):
            try:
                flow.start(self.game, self.game.first_flight())
            except CannotDraw as error:
                self.game.notice = str(error)
        elif result is None:
            self._wanted = True

    def quit(self) -> None:
        self.shared.stack.clear()

    def told(self) -> dict[str, object]:
        return {"ready": self.game.loading.result is not None}

    def update(self, dt: float) -> None:
        super().update(dt)
        if self._drawn:
            self.game.loading.begin()
        result = self.game.loading.result
        if isinstance(result, NotLoaded):
            return
        if result is not None and self._wanted:
            self._wanted = False
            self.fly()

    def paint(self, canvas: Canvas) -> None:
        draw_backdrop(canvas, "launch", horizon=812)
        canvas.text("T-MINUS", (88, 320), "poster", canvas.theme.colour("ink"), "baseleft")
        self._drawn = True
