"""Where an answer stands: each source with what kind of source it is, in plain words."""

from __future__ import annotations

from game.bank.question import Question
from game.screens import words
from game.screens.card import CardScreen
from game.screens.game import Game
from game.screens.loading import Loaded
from game.screens.screen import Shortcuts
from game.ui.canvas import Canvas
from game.ui.geometry import Rect


class SourceScreen(CardScreen):
    """The sources of one question."""

    name = "source"

    def __init__(self, game: Game, question: Question) -> None:
        super().__init__(game, game.shared.catalogue.gettext("Where this stands"))
        self.question = question

    def shortcuts(self) -> Shortcuts:
        return {**super().shortcuts(), "s": self.close}

    def paint_card(self, canvas: Canvas, area: Rect) -> None:
        result = self.game.loading.result
        if not isinstance(result, Loaded):
            return
        cited = words.by_source(self.question)
        row = area.h / max(3, len(cited))
        for index, (source_id, numbers) in enumerate(cited):
            source = result.pack.source(source_id)
            where = words.paragraphs(numbers, self.shared.catalogue)
            canvas.paragraph(
                f"{source.title}\n{source.publisher}, {source.kind}, {source.date}, {where}",
                (area.x, area.y + index * row, area.w, row - 16),
                "body",
                canvas.theme.colour("ink"),
            )
