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
        theme, catalogue = canvas.theme, self.shared.catalogue
        canvas.text(
            result.pack.came_from, (area.x, area.y + 18), "hint", theme.colour("sand"), "midleft",
            fit=area.w,
        )  # fmt: skip
        area = Rect(area.x, area.y + 36 * self.text_scale, area.w, area.h - 36 * self.text_scale)
        cited = words.by_source(self.question)
        row = min(240.0, area.h / max(1, len(cited)))
        for index, (source_id, numbers) in enumerate(cited):
            source = result.pack.source(source_id)
            where = words.paragraphs(numbers, catalogue)
            y = area.y + index * row
            canvas.line([(area.x, y + 8), (area.right, y + 8)], theme.colour("line"), 2)
            head = canvas.paragraph(
                source.publisher or source.title,
                (area.x, y + 20, area.w, row * 0.3),
                "body_bold",
                theme.colour("sand"),
                max_lines=1,
            )
            line = catalogue.gettext("{kind}. “{title}”, {day}, {where}.").format(
                kind=capital(source.kind),
                title=source.title,
                day=words.day(source.date, catalogue),
                where=where,
            )
            canvas.paragraph(
                line,
                (area.x, head.bottom, area.w, y + row - head.bottom - 8),
                "body",
                theme.colour("ink"),
                balanced=False,
            )


def capital(text: str) -> str:
    """The text with its first letter large."""
    return text[:1].upper() + text[1:]
