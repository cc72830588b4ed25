"""The host of a live class has stopped: say so, and go on where it was."""

from __future__ import annotations

from collections.abc import Sequence

from game.phrase import in_words
from game.screens import live_flow
from game.screens.blocks import Block, draw_blocks
from game.screens.live import LiveScreen
from game.screens.prompt import draw_card
from game.screens.scenery import draw_backdrop
from game.screens.screen import Shortcuts
from game.ui.canvas import Canvas
from game.ui.geometry import Rect
from game.ui.widgets import Button, Widget


class GoneScreen(LiveScreen):
    """What was answered is in the host's log; it goes on from there."""

    name = "live-gone"

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        high = 96 * min(1.2, self.text_scale)
        again = Button(self.say("Go on"), (96, 1000 - high, 560, high), self.forward, "primary")
        back = Button(self.say("Menu"), (704, 1000 - high, 400, high), self.leave_class)
        return (again, back), again

    def shortcuts(self) -> Shortcuts:
        return {"enter": self.forward, "page_down": self.forward, "escape": self.leave_class}

    def forward(self) -> None:
        self.hosting.start_again()
        live_flow.follow(self)

    def leave_class(self) -> None:
        """To the title; what the class has answered stays in its log for a day."""
        live_flow.close(self.game)

    def paint(self, canvas: Canvas) -> None:
        draw_backdrop(canvas, "hold", None, horizon=960)
        card = Rect(96, 96, 1728, 720)
        draw_card(canvas, card, "tr bl")
        blocks = [
            Block(self.say("The class has stopped"), "title"),
            Block(
                self.say(
                    "The part of the game that talks to the phones has ended. All answers that "
                    "were acknowledged are kept, and the phones wait for it."
                ),
                before=32,
            ),
            Block(in_words(self.live.message, self.shared.catalogue), "hint", "ink_dim", before=32),
        ]
        draw_blocks(canvas, [block for block in blocks if block.text], card.inset(64, 56))
