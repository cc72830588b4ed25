"""The question on its card."""

from __future__ import annotations

from game.bank.question import Question
from game.screens.places import Places
from game.ui.canvas import Canvas
from game.ui.geometry import Rect


def draw_card(canvas: Canvas, card: Rect) -> None:
    """A card on the sky."""
    theme = canvas.theme
    canvas.box(card, theme.colour("card"), alpha=round(255 * theme.number("card_alpha")))
    canvas.box(card, theme.colour("line"), width=2)


def draw_prompt(canvas: Canvas, question: Question, card: Rect, places: Places) -> None:
    """The card with the question in it, in the middle of its height."""
    draw_card(canvas, card)
    canvas.paragraph(
        question.prompt,
        card.inset(places.inset, 24),
        "question",
        canvas.theme.colour("ink"),
        valign="middle",
    )
