"""The question on its card."""

from __future__ import annotations

from dataclasses import replace

from game.bank.question import Question
from game.screens import words
from game.screens.places import LARGE_FROM, Places
from game.ui.art import ornament, signs
from game.ui.canvas import Canvas
from game.ui.geometry import Rect
from game.ui.scene import Catalogue
from game.ui.theme import Theme, TypeStyle

_CLEAR = 62.0
"""Free height over and under the words, below which the horns would come too near to them."""
_WORD_FROM = 62.0  # of the chip, behind its sign
CHIP = 60.0
"""How high the chip of a GO is."""


def draw_card(canvas: Canvas, card: Rect, horns: str = "") -> None:
    """A card on the sky, with felt horns in the named corners."""
    theme = canvas.theme
    canvas.box(card, theme.colour("card"), alpha=round(255 * theme.number("card_alpha")))
    canvas.box(card, theme.colour("line"), width=2)
    if horns:
        ornament.corners(canvas, card, where=horns)


def draw_prompt(
    canvas: Canvas,
    question: Question,
    card: Rect,
    places: Places,
    catalogue: Catalogue,
    *,
    went: bool = False,
    declined: bool = False,
    small: bool = False,
) -> None:
    """The card with the question in the middle of its height.

    `went` puts the GO chip on its edge, where the row above is no wider, and `declined` that of a
    NO-GO; `small` is the card over an explanation.
    """
    foot = 0.0 if small else foot_of(question, canvas.text_scale)
    dated = foot > 0
    normal = places.room == "normal"
    said = normal and (went or declined)
    area = Rect(card.x + places.inset, card.y + 16, card.w - 2 * places.inset, card.h - 32 - foot)
    style = (
        small_style(canvas.theme, canvas.text_scale) if small else canvas.theme.style("question")
    )
    layout = canvas.measure(question.prompt, (area.w, area.h), style, balanced=not small)
    clear = normal and layout.height <= card.h - 2 * _CLEAR and not small
    draw_card(canvas, card, ("bl" if said else "tr bl") if clear and not dated else "")
    canvas.paragraph(
        question.prompt,
        area,
        style,
        canvas.theme.colour("ink"),
        valign="middle",
        balanced=not small,
    )
    if dated:
        line = catalogue.gettext("As of {day}").format(day=words.day(question.as_of, catalogue))
        canvas.text(
            line,
            (area.x, card.bottom - 14 - foot / 2),
            "hint",
            canvas.theme.colour("sand"),
            "midleft",
        )
    if said:
        word = catalogue.gettext("GO") if went else catalogue.gettext("NO-GO")
        wide = chip_width(canvas, word)
        chip = Rect(card.right - 28 - wide, card.y - 30, wide, CHIP)
        draw_chip(canvas, chip, word, go=went)


def foot_of(question: Question, text_scale: float) -> float:
    """The room on the card for the day as of which the question stands; 0 where none is said."""
    dated = bool(question.as_of) and question.as_of[:4] not in question.prompt
    return 44 * min(1.5, text_scale) if dated else 0.0


def small_style(theme: Theme, text_scale: float) -> TypeStyle:
    """The type of a question that was read already, in lines of any length.

    It is as large as fits; large text gives it the size of the explanation and no more.
    """
    question = replace(theme.style("question"), measure=0)
    if text_scale < LARGE_FROM:
        return question
    size = theme.style("body").size
    return replace(question, size=size, min_size=size)


def chip_width(canvas: Canvas, word: str) -> float:
    """How wide the chip with this word is."""
    return max(132.0, _WORD_FROM + canvas.text_width(word, "hint_bold") + 24)


def draw_chip(canvas: Canvas, chip: Rect, word: str, *, go: bool = True) -> None:
    """What is left of the plate that was taken."""
    theme = canvas.theme
    ink = theme.colour("ink_dark" if go else "ink")
    canvas.box(chip, theme.colour("fuel" if go else "nogo"), chip.h / 2)
    (signs.go if go else signs.no_go)(canvas, (chip.x + 36, chip.centre[1]), 30, ink)
    at = (chip.x + _WORD_FROM, chip.centre[1])
    canvas.text(word, at, "hint_bold", ink, "midleft", fit=chip.w - _WORD_FROM - 16)
