"""The bar of the key: what the answer is, in the colour and with the sign of its plate."""

from __future__ import annotations

from game.bank.question import Question
from game.ui.art import signs
from game.ui.canvas import Canvas
from game.ui.geometry import Rect
from game.ui.scene import Catalogue
from game.ui.theme import Colour, TypeStyle

LETTERS = "ABCD"
SIZES = 4.0
"""Steps in which a sign grows."""


class KeyBar:
    """Draws the key of one question."""

    def __init__(self, question: Question, catalogue: Catalogue) -> None:
        self._question = question
        self._key = question.key
        self._words = catalogue.gettext("{key} is the answer")
        if isinstance(question.answer, tuple):
            # The whole row stands in the explanation, where it has the room.
            order = question.kind == "order"
            say = catalogue.gettext
            self._key = say("The right order") if order else say("The right pairs")
            self._words = "{key}"

    def draw(self, canvas: Canvas, rect: Rect, *, moving: bool = False) -> None:
        """Draw the bar; its words only once it is wide enough for them.

        The signs of a bar that is `moving` stand on whole pixels and grow in steps: each place
        and size between would be a picture of its own.
        """
        theme = canvas.theme
        ground = self._ground(canvas)
        canvas.box(rect, ground, min(20.0, rect.h / 2))
        if rect.h < 80:
            return
        ink = theme.colour("ink_shape")
        x, right, y = rect.x, rect.right, rect.centre[1]
        if moving:
            x, y = canvas.to_grid(canvas.to_pixels((x, y)))
            right = canvas.to_grid(canvas.to_pixels((right, y)))[0]
        left = rect.x + 64
        if self._letter is not None:
            size = _stepped(min(110.0, rect.h * 0.73), moving)
            centre = (x + 86, y)
            _, shape = theme.answer(self._letter)
            canvas.shape(shape, centre, size, ink)
            lower = size * (0.2 if shape == "triangle" else 0)
            style = TypeStyle(size * 0.42 / canvas.text_scale, 800, min_size=10)
            canvas.text(self._letter, (centre[0], y + lower), style, ground, "centre")
            left = rect.x + 176
        tick = _stepped(min(76.0, rect.h * 0.5), moving)
        signs.check_disc(canvas, (right - 34 - tick / 2, y), tick / 2, ink, ground)
        self._draw_words(canvas, left, rect.right - 64 - tick, y, ink)

    @property
    def words(self) -> str:
        """All that stands on the bar, as one line."""
        return self._words.format(key=self._key)

    @property
    def _letter(self) -> str | None:
        answer = self._question.answer
        if self._question.options and isinstance(answer, int):
            return LETTERS[answer]
        return None

    def _ground(self, canvas: Canvas) -> Colour:
        if self._letter is not None:
            return canvas.theme.answer(self._letter)[0]
        return canvas.theme.answer("A")[0]

    def _draw_words(self, canvas: Canvas, left: float, right: float, y: float, ink: Colour) -> None:
        """The key large, the words round it smaller; the key alone where there is no room."""
        before, _, after = self._words.partition("{key}")
        key = self._key
        large = canvas.theme.style("figure")
        plain = canvas.theme.style("body")
        base = y + large.size * canvas.text_scale * 0.36
        sides = canvas.text_width(before + after, plain) + 40
        whole = canvas.text_width(key, large)
        if whole + sides > right - left:
            fit = TypeStyle(52, 700, line=1.15, min_size=30)
            canvas.paragraph(
                key, (left, y - 70, right - left, 140), fit, ink, valign="middle", max_lines=2
            )
            return
        if before.strip():
            left = canvas.text(before.strip(), (left, base), plain, ink, "baseleft").right + 24
        left = canvas.text(key, (left, base), large, ink, "baseleft").right + 28
        canvas.text(after.strip(), (left, base), plain, ink, "baseleft")


def _stepped(size: float, moving: bool) -> float:
    return SIZES * round(size / SIZES) if moving else size
