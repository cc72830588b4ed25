"""A live class that was cut short: the machine slept for good, or the window was closed."""

from __future__ import annotations

from collections.abc import Sequence

from game.screens import words
from game.screens.blocks import Block, draw_blocks
from game.screens.card import CardScreen
from game.screens.game import Game
from game.screens.left_class import CutShort
from game.screens.loading import Loaded
from game.ui.canvas import Canvas
from game.ui.geometry import Rect
from game.ui.widgets import Action, Button, Widget


class CutShortScreen(CardScreen):
    """Go on where it stopped, with every seat and answer, or open a new one."""

    name = "live-cut-short"
    high = 700.0

    def __init__(self, game: Game, found: CutShort, go_on: Action, anew: Action) -> None:
        super().__init__(game, lambda: game.shared.catalogue.gettext("A class was cut short"))
        self.found = found
        self._go_on = go_on
        self._anew = anew

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        first, second, third = self.foot(3)
        again = Button(self.say("Go on with it"), first, self._resume, "primary")
        anew = Button(self.say("A new class"), second, self._begin)
        back = Button(self.say("Back"), third, self.close, "quiet")
        return (again, anew, back), again

    @property
    def pack_title(self) -> str:
        """What the class plays."""
        result = self.game.loading.result
        return result.pack.title if isinstance(result, Loaded) else ""

    def paint_card(self, canvas: Canvas, area: Rect) -> None:
        found = self.found
        day = words.day(found.stopped.date().isoformat(), self.shared.catalogue)
        stopped = self.say(
            "Stopped: {day}, {time}. Learners: {learners}. Questions: {over} of {all}."
        )
        head = stopped.format(
            day=day,
            time=f"{found.stopped:%H:%M}",
            learners=found.learners,
            over=found.over,
            all=found.questions,
        )
        text = self.say(
            "Its seats and answers are still there, and the phones that had joined find their way "
            "back by themselves. A day after it stopped they are deleted."
        )
        blocks = [
            Block(self.pack_title, "body_bold", "sand"),
            Block(head, "body_bold", before=12),
            Block(text, before=28),
        ]
        draw_blocks(canvas, blocks, area)

    def _resume(self) -> None:
        self.close()
        self._go_on()

    def _begin(self) -> None:
        self.close()
        self._anew()
