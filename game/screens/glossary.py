"""The hard words of a question, each with its line from the pack."""

from __future__ import annotations

import re
from collections.abc import Sequence

from game.bank.question import Question
from game.packs.model import Pack
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
        theme = canvas.theme
        row = area.h / max(3, len(self.words))
        for index, (word, line) in enumerate(self.words):
            y = area.y + index * row
            head = canvas.paragraph(
                word,
                (area.x, y, area.w, row * 0.45),
                "body_bold",
                theme.colour("fuel"),
                max_lines=1,
            )
            canvas.paragraph(
                line,
                (area.x, head.bottom + 4, area.w, y + row - head.bottom - 16),
                "body",
                theme.colour("ink"),
            )
