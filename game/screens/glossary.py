"""The hard words of a question, each with its line from the pack."""

from __future__ import annotations

import re
from collections.abc import Sequence

from game.bank.question import Question
from game.packs.model import Pack
from game.screens.blocks import Block, draw_blocks
from game.screens.card import CardScreen
from game.screens.game import Game
from game.screens.screen import Shortcuts
from game.ui.canvas import Canvas
from game.ui.geometry import Rect

Entry = tuple[str, str]


def entries(question: Question, pack: Pack) -> tuple[Entry, ...]:
    """The glossary lines whose word stands in the question, its options or its explanation."""
    text = " ".join((question.prompt, *question.options, question.explanation, question.why))
    found = []
    for word, line in pack.glossary:
        if re.search(rf"\b{re.escape(word)}", text, re.IGNORECASE):
            found.append((word, line))
    return tuple(found)


class GlossaryScreen(CardScreen):
    """A card of words over the question; the round stands still under it."""

    name = "glossary"

    def __init__(self, game: Game, words: Sequence[Entry]) -> None:
        super().__init__(game, game.shared.catalogue.gettext("Hard words"))
        self.words = tuple(words)

    def shortcuts(self) -> Shortcuts:
        return {**super().shortcuts(), "w": self.close, "g": self.close, "f2": self.close}

    def paint_card(self, canvas: Canvas, area: Rect) -> None:
        blocks = []
        for word, line in self.words:
            blocks += [Block(word, "body_bold", "fuel", before=18), Block(line)]
        draw_blocks(canvas, blocks, area)
