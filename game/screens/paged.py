"""A card to read that turns its pages where large text does not fit on one."""

from __future__ import annotations

from collections.abc import Sequence

from game.screens.blocks import Block, draw_blocks
from game.screens.card import CardScreen, Words
from game.screens.game import Game
from game.screens.leaves import SHARES, Measure
from game.screens.screen import Shortcuts
from game.ui.canvas import Canvas
from game.ui.geometry import Rect
from game.ui.widgets import Button, Widget


class PagedCardScreen(CardScreen):
    """Blocks under a heading; those without room `before` them stay with the one over them."""

    def __init__(self, game: Game, heading: Words) -> None:
        super().__init__(game, heading)
        self.at = 0
        self._pages: list[list[Block]] = [[]]
        self._share = 1.0

    def blocks(self) -> Sequence[Block]:
        """All that there is to read."""
        return ()

    @property
    def pages(self) -> int:
        """How many pages it takes."""
        return len(self._pages)

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        self._set_out()
        self.at = min(self.at, self.pages - 1)
        last = self.at + 1 == self.pages
        words = self.say("Go on") if last else self.say("Read on")
        on = Button(words, self.foot(1)[0], self.close if last else self.turn, "primary")
        return (on,), on

    def shortcuts(self) -> Shortcuts:
        keys = {**super().shortcuts(), "left": self.turn_back, "page_up": self.turn_back}
        if self.at + 1 < self.pages:
            keys |= {"right": self.turn, "page_down": self.turn}
        return keys

    def turn(self) -> None:
        """To the next page."""
        self._to(min(self.pages - 1, self.at + 1))

    def turn_back(self) -> None:
        """To the page before."""
        self._to(max(0, self.at - 1))

    def paint_card(self, canvas: Canvas, area: Rect) -> None:
        draw_blocks(canvas, self._pages[self.at], area, self._share)
        if self.pages > 1:
            button = self.group.widgets[0].rect
            place = self.say("{page} of {pages}").format(page=self.at + 1, pages=self.pages)
            ink = canvas.theme.colour("ink_dim")
            canvas.text(place, (area.right, button.centre[1]), "hint", ink, "midright")

    def _to(self, at: int) -> None:
        if at != self.at:
            self.at = at
            self.shared.sounds.play("page", 0.5)
            self.renew()

    def _set_out(self) -> None:
        body = self.body
        measure = Measure(self.shared.theme, self.text_scale, body.w)
        groups = _groups(self.blocks())
        for share in SHARES:
            whole = [block for group in groups for block in group]
            if _height(measure, whole, share) <= body.h:
                self._pages, self._share = [whole], share
                return
        self._share = SHARES[-1]
        pages: list[list[Block]] = [[]]
        for group in groups:
            if pages[-1] and _height(measure, [*pages[-1], *group], self._share) > body.h:
                pages.append([])
            pages[-1] += group
        self._pages = pages


def _groups(blocks: Sequence[Block]) -> list[list[Block]]:
    groups: list[list[Block]] = []
    for block in blocks:
        if block.before or not groups:
            groups.append([])
        groups[-1].append(block)
    return groups


def _height(measure: Measure, blocks: Sequence[Block], share: float) -> float:
    return sum(
        block.before * share + measure.text(block.text, block.style, share) for block in blocks
    )
