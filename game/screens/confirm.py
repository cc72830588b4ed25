"""A question before something is lost."""

from __future__ import annotations

from collections.abc import Sequence

from game.screens.blocks import Block, draw_blocks
from game.screens.card import CardScreen, Words, said
from game.screens.game import Game
from game.ui.canvas import Canvas
from game.ui.geometry import Rect
from game.ui.widgets import Action, Button, Widget


class ConfirmScreen(CardScreen):
    """What would happen, a button that does it, and a way back, which has the focus."""

    name = "confirm"
    high = 520.0

    def __init__(self, game: Game, heading: Words, text: Words, words: Words, do: Action) -> None:
        super().__init__(game, heading)
        self.text = text
        self.words = words
        self.do = do

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        first, second = self.foot(2)
        back = Button(self.say("Back"), first, self.close, "primary")
        return (back, Button(said(self.words), second, self._do)), back

    def paint_card(self, canvas: Canvas, area: Rect) -> None:
        draw_blocks(canvas, [Block(said(self.text))], area)

    def _do(self) -> None:
        self.close()
        self.do()


def ask_launch(game: Game, do: Action, kind: type[ConfirmScreen] = ConfirmScreen) -> None:
    """Ask whether to end the questions here and fly."""

    def say(text: str) -> str:
        return game.shared.catalogue.gettext(text)

    game.shared.stack.push(
        kind(
            game,
            lambda: say("Launch now?"),
            lambda: say(
                "The questions that are left will not be asked. All that is earned stays, "
                "and the rocket flies."
            ),
            lambda: say("Launch now"),
            do,
        )
    )


def ask_anew(game: Game, do: Action) -> None:
    """Ask before another round takes the place of one that was left in the middle."""

    def say(text: str) -> str:
        return game.shared.catalogue.gettext(text)

    game.shared.stack.push(
        ConfirmScreen(
            game,
            lambda: say("Begin anew?"),
            lambda: say("The round that was left in the middle will be lost."),
            lambda: say("Begin anew"),
            do,
        )
    )
