"""The link for the teacher's own phone: whoever has it drives the class, so it shows on demand."""

from __future__ import annotations

from collections.abc import Sequence

from game.screens.blocks import Block, draw_blocks
from game.screens.game import Game
from game.screens.live_card import LiveCard
from game.screens.live_lobby import draw_code
from game.ui.canvas import Canvas
from game.ui.geometry import Rect
from game.ui.widgets import Button, Widget


class RemoteScreen(LiveCard):
    """Says first what it is about to show; the code itself comes with a press."""

    name = "live-remote"
    wide = 1500.0
    high = 860.0

    def __init__(self, game: Game) -> None:
        super().__init__(game, lambda: game.shared.catalogue.gettext("Your own phone"))
        self.shows = False

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        first, second = self.foot(2)
        back = Button(self.say("Back"), first, self.close, "primary")
        show = Button(self.say("Show the code"), second, self.show)
        return ((back,) if self.shows else (back, show)), back

    def show(self) -> None:
        """Show the code."""
        self.shows = True
        self.renew()

    def paint_card(self, canvas: Canvas, area: Rect) -> None:
        opened = self.hosting.now.opened
        if not self.shows or opened is None:
            text = self.say(
                "A code leads your phone to a page that goes on, pauses and closes questions. "
                "Whoever scans it can do so too: show it while the class does not see the screen."
            )
            draw_blocks(canvas, [Block(text)], area)
            return
        side = min(area.h, area.w * 0.5)
        draw_code(canvas, opened.teacher, Rect(area.x, area.y, side, side))
        beside = Rect(area.x + side + 48, area.y, area.w - side - 48, area.h)
        text = self.say("Scan it with your phone, in the same network as the class.")
        draw_blocks(canvas, [Block(text)], beside)
