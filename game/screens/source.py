"""Where an answer stands: each source with what kind of source it is, in plain words."""

from __future__ import annotations

from game.bank.question import Question
from game.screens import words
from game.screens.blocks import Block, draw_blocks
from game.screens.card import CardScreen
from game.screens.game import Game
from game.screens.loading import Loaded
from game.screens.screen import Shortcuts
from game.ui.canvas import Canvas
from game.ui.geometry import Rect


class SourceScreen(CardScreen):
    """The sources of one question, with title, publisher, kind, day and paragraph."""

    name = "source"
    high = 860.0

    def __init__(self, game: Game, question: Question) -> None:
        super().__init__(game, game.shared.catalogue.gettext("Where it stands"))
        self.question = question

    def shortcuts(self) -> Shortcuts:
        return {**super().shortcuts(), "s": self.close}

    def paint_card(self, canvas: Canvas, area: Rect) -> None:
        result = self.game.loading.result
        if not isinstance(result, Loaded):
            return
        catalogue = self.shared.catalogue
        blocks = [Block(result.pack.came_from, "hint", "sand")] if result.pack.came_from else []
        for source_id, numbers in words.by_source(self.question):
            source = result.pack.source(source_id)
            _ = catalogue.gettext
            whole = _("{kind}. “{title}”, {day}.")
            line = (_("{kind}. “{title}”, {day}, {where}.") if any(numbers) else whole).format(
                kind=capital(source.kind),
                title=source.title,
                day=words.day(source.date, catalogue),
                where=words.paragraphs(numbers, catalogue),
            )
            name = source.publisher or source.title
            blocks += [Block(name, "body_bold", "sand", before=24), Block(line)]
        draw_blocks(canvas, blocks, area)


def capital(text: str) -> str:
    """The text with its first letter large."""
    return text[:1].upper() + text[1:]
