"""The lines under the launch: what the round taught, in a few words each."""

from __future__ import annotations

from game.bank.question import Question
from game.packs.model import Pack
from game.play.sitting import Sitting
from game.screens.constellation import facts_in_orbit
from game.ui.scene import Catalogue

FACTS = 3
WORDS, BEST, LONGEST = 12, 45, 56
"""Words, and characters at best and at most, that can be read over a film in passing."""


def captions(sitting: Sitting, pack: Pack, catalogue: Catalogue) -> tuple[tuple[str, str], ...]:
    """Three facts that were learned, short and mended ones first, and how many there are.

    Each comes with where it is from. An empty text is a caption that does not show.
    """
    lines: list[tuple[str, str]] = []
    state = sitting.round
    learned = [
        (cell == "mended", asked.question)
        for asked, cell in zip(state.asked, sitting.cells(), strict=False)
        if cell in ("full", "mended")
    ]
    learned.sort(key=lambda pair: (len(pair[1].explanation) > BEST, not pair[0]))
    for _, question in learned:
        line = in_short(question)
        if line and len(lines) < FACTS:
            lines.append((line, pack.came_from))
    lines += [("", "")] * (FACTS - len(lines))
    count = len(facts_in_orbit(sitting))
    if count:
        last = catalogue.ngettext(
            "One fact that you know is now a satellite.",
            "{count} facts that you know are now satellites.",
            count,
        ).format(count=count)
    else:
        last = catalogue.gettext("Every round that is flown reaches orbit.")
    return (*lines, (last, ""))


def in_short(question: Question) -> str:
    """The fact in a few words: its sentence if that is short, else its name and a key that is a
    name or a number; else ""."""
    if question.kind == "odd-one-out":
        return ""
    if _fits(question.explanation):
        return question.explanation
    telling = question.key[:1].isupper() or question.key[:1].isdigit()
    if question.kind != "true-false" and question.label and telling:
        line = f"{question.label}: {question.key}"
        return line if _fits(line) else ""
    return ""


def _fits(line: str) -> bool:
    return len(line) <= LONGEST and len(line.split()) <= WORDS
