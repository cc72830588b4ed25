"""A live class that was cut short: the machine slept for good, or the window was closed."""

from __future__ import annotations

from collections.abc import Sequence

from game.screens.blocks import Block, draw_blocks
from game.screens.card import CardScreen
from game.screens.game import Game
from game.ui.canvas import Canvas
from game.ui.geometry import Rect
from game.ui.widgets import Action, Button, Widget


class CutShortScreen(CardScreen):
    """Go on where it stopped, with every seat and answer, or open a new one."""

    name = "live-cut-short"
    high = 560.0

    def __init__(self, game: Game, go_on: Action, anew: Action) -> None:
        super().__init__(game, lambda: game.shared.catalogue.gettext("A class was cut short"))
        self._go_on = go_on
        self._anew = anew

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        first, second, third = self.foot(3)
        again = Button(self.say("Go on with it"), first, self._resume, "primary")
        anew = Button(self.say("A new class"), second, self._begin)
        back = Button(self.say("Back"), third, self.close, "quiet")
        return (again, anew, back), again

    def paint_card(self, canvas: Canvas, area: Rect) -> None:
        text = self.say(
            "Its seats and answers are still there, and the phones that had joined find their way "
            "back by themselves. A day after it stopped they are deleted."
        )
        draw_blocks(canvas, [Block(text)], area)

    def _resume(self) -> None:
        self.close()
        self._go_on()

    def _begin(self) -> None:
        self.close()
        self._anew()
