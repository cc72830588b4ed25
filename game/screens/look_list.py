"""Lists whose rows have a short mark and up to two lines: the questions of a round, and others."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.bank.question import Question
from game.screens import words
from game.ui.canvas import Canvas
from game.ui.geometry import Rect, RectLike
from game.ui.text import line_width
from game.ui.theme import TypeStyle
from game.ui.widgets import ListBox

_ROW = 68.0
_COUNT = 96.0
_COUNT_LETTERS = 84.0
_LETTERS = TypeStyle(30, 500, line=1.08, min_size=28)


class MarkedList(ListBox):
    """Rows of a mark and a text of two lines at most; the one that is read has a bar as well."""

    def __init__(
        self,
        rows: Sequence[tuple[str, str]],
        rect: RectLike,
        on_choose: Callable[[int], None],
        *,
        most: float = 92.0,
        large: float = 0.0,
    ) -> None:
        """`most` is how high a row is where there are few.

        `large` is the text scale of a list whose rows grow with it: all of them have as many lines
        as the longest needs, so that no row has smaller letters than the next.
        """
        area = Rect(*rect)
        self._lines = 2
        least = _ROW
        if large:
            room = area.w - 76 - max(_COUNT, _COUNT_LETTERS * large)
            size = _LETTERS.size * large
            long = any(line_width(label, _LETTERS, size) > room for _, label in rows)
            self._lines = 2 if long else 1
            least = most = self._lines * size * _LETTERS.line + 12
        high = max(least, (area.h - 16) / max(1, len(rows)))
        super().__init__(rows, area, on_choose, row_height=min(high, most))

    def draw(self, canvas: Canvas) -> None:
        theme = canvas.theme
        canvas.box(self.rect, theme.colour("card"), self.radius)
        canvas.box(self.rect, theme.colour("line"), self.radius, 2)
        style = _LETTERS
        aside = max(_COUNT, _COUNT_LETTERS * canvas.text_scale)
        for place, (count, label) in enumerate(self.rows[self.first : self.first + self.shown]):
            top = self.rect.y + 8 + place * self.row_height
            row = Rect(self.rect.x + 8, top, self.rect.w - 40, self.row_height)
            on = self.first + place == self.current
            if on:
                canvas.box(row.inset(0, 3), theme.colour("nogo"), 14)
                canvas.box((row.x, row.y + 12, 8, row.h - 24), theme.colour("fuel"), 4)
            middle = row.centre[1]
            ink = theme.colour("ink")
            canvas.text(count, (row.x + 24, middle), "hint_bold", ink, "midleft")
            area = (row.x + 24 + aside, row.y + 2, row.w - 36 - aside, row.h - 4)
            said = _in_lines(canvas, label, area[2], style, self._lines)
            canvas.paragraph(said, area, style, ink, valign="middle", max_lines=self._lines)
        self._draw_bar(canvas)


def _in_lines(canvas: Canvas, text: str, wide: float, style: TypeStyle, most: int) -> str:
    """As many words as so many lines hold, three dots for the others."""
    lines = canvas.measure(text, (wide, 10_000), style, balanced=False).lines
    while len(lines) > most:
        cut = " ".join(lines[:most]).rsplit(" ", 1)[0]
        text = f"{cut.rstrip('.,:; ')} ..."
        if len(lines := canvas.measure(text, (wide, 10_000), style, balanced=False).lines) > most:
            text = cut
    return text


class QuestionList(MarkedList):
    """The questions of a round: T-n, and what each is about."""

    def __init__(
        self, questions: Sequence[Question], rect: RectLike, on_choose: Callable[[int], None]
    ) -> None:
        rows = [
            (words.t_minus(len(questions) - at), question.label)
            for at, question in enumerate(questions)
        ]
        super().__init__(rows, rect, on_choose)
