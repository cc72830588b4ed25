"""Timelines and pairs as they are heard: what lies where, and where it is carried."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from game import languages
from game.bank.question import Question
from game.screens.spoken import Line
from game.ui.voice import Said

if TYPE_CHECKING:
    from game.screens.arrange import ArrangeScreen, Plate

LETTERS = "ABCDEFGH"


def stations(question: Question) -> Iterator[Said]:
    """The left halves of pairs, by their numbers; nothing of a timeline."""
    for at, prompt in enumerate(question.prompts, start=1):
        yield Said(f"{at}: {prompt}.", question.language)


def plate(screen: ArrangeScreen, widget: Plate) -> Iterator[Line]:
    """An option, where it lies now, and whether it is lifted."""
    question = screen.question
    yield Said(f"{LETTERS[widget.index]}: {widget.text}.", question.language)
    yield place(screen, screen.row.index(widget.index))
    if screen.lifted == widget.index:
        yield screen.say("Lifted.")


def place(screen: ArrangeScreen, station: int) -> Said:
    """A station: its place in a timeline, or the half that it completes."""
    question = screen.question
    _ = languages.catalogue(question.language).gettext
    if question.prompts:
        said = _("Beside {number}: {prompt}.")
        line = said.format(number=station + 1, prompt=question.prompts[station])
    else:
        line = _("Place {number} of {count}.").format(number=station + 1, count=len(screen.row))
    return Said(line, question.language)


def row(screen: ArrangeScreen) -> Iterator[Line]:
    """How all of them lie now."""
    if screen.moment != "open":
        return
    said = ", ".join(f"{at} {LETTERS[index]}" for at, index in enumerate(screen.row, start=1))
    yield screen.say("Now they lie so: {row}.").format(row=said)
