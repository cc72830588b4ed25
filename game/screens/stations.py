"""What stands beside options that are arranged: a railway with its stations, or the left halves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from game.bank.question import Question
from game.screens.places import Places
from game.ui.canvas import Canvas
from game.ui.geometry import Rect
from game.ui.theme import TypeStyle

_RAIL = 22.0
_SLEEPER = 40.0
_SLEEPERS_EVERY = 20.0
_BEYOND = 18.0


def draw_railway(canvas: Canvas, x: float, rests: Sequence[Rect], lit: int | None) -> None:
    """A railway down the screen with a numbered station beside each place; one may be lit."""
    theme = canvas.theme
    top, foot = rests[0].y - _BEYOND, rests[-1].bottom + _BEYOND
    y = top + 6
    while y < foot:
        canvas.line([(x - _SLEEPER, y), (x + _SLEEPER, y)], theme.colour("ornament"), 7, alpha=150)
        y += _SLEEPERS_EVERY
    for side in (-_RAIL, _RAIL):
        canvas.line([(x + side, top), (x + side, foot)], theme.colour("sand"), 5)
    radius = min(42.0, rests[0].h * 0.4)
    for number, rest in enumerate(rests, start=1):
        ink = theme.colour("fuel" if number - 1 == lit else "sand")
        middle = rest.centre[1]
        canvas.line([(x + radius, middle), (rest.x - 4, middle)], ink, 4)
        canvas.disc((x, middle), radius, theme.colour("night"))
        canvas.disc((x, middle), radius, ink, 5)
        style = TypeStyle(radius / canvas.text_scale, 800, min_size=10)
        figure = theme.colour("fuel" if number - 1 == lit else "ink")
        canvas.text(str(number), (x, middle), style, figure, "centre")


_BESIDE_BRIEF = 0.62
"""The share of the left halves where the right ones are years, or as short."""


def draw_prompts(
    canvas: Canvas, prompts: Sequence[str], left: Rect, rests: Sequence[Rect], lit: int | None
) -> None:
    """The left halves of pairs, each with a line to the place of its right half."""
    theme = canvas.theme
    words = alike(canvas, prompts, (left.w - 56, min(rest.h for rest in rests) - 12))
    for at, (prompt, rest) in enumerate(zip(prompts, rests, strict=True)):
        card = Rect(left.x, rest.y, left.w, rest.h)
        ink = theme.colour("fuel" if at == lit else "line")
        middle = rest.centre[1]
        canvas.line([(card.right, middle), (rest.x - 4, middle)], ink, 6)
        canvas.box(card, theme.colour("card"))
        canvas.box(card, ink, width=3)
        canvas.paragraph(
            prompt, (card.x + 32, card.y + 6, card.w - 56, card.h - 12), words,
            theme.colour("ink"), valign="middle",
        )  # fmt: skip


def alike(canvas: Canvas, texts: Sequence[str], room: tuple[float, float]) -> TypeStyle:
    """The type in which all texts fit such a room each, so large that the longest does."""
    kind = canvas.theme.style("answer")
    sizes = [canvas.measure(text, room, kind).size for text in texts]
    size = min(sizes) / canvas.text_scale if sizes else kind.size
    return replace(kind, size=size, tracking=kind.tracking * size / kind.size)


def events_share(question: Question, places: Places, usual: float) -> float:
    """How much of the width the left halves of pairs have: more for large text beside years."""
    longest = max(map(len, question.prompts), default=0)
    brief = 2 * max(map(len, question.options), default=0) < longest
    return _BESIDE_BRIEF if brief and places.room != "normal" else usual
