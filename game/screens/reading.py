"""Where to read on after a round, and what to learn again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from game.bank.question import Question
from game.packs.model import Pack
from game.play.sitting import Sitting
from game.screens import words
from game.ui.scene import Catalogue

FEWEST = 2
"""Who missed nothing has something to read all the same."""


def missed(sitting: Sitting) -> tuple[Question, ...]:
    """The questions of the countdown that fewer than half of the seats had right at once.

    Those that were not mended come first: what is still lost is to be read before all else.
    """
    state, cells = sitting.round, sitting.cells()
    shares = ((index, state.right_share(index)) for index in range(state.count))
    found = [index for index, share in shares if share is not None and share < 0.5]
    found.sort(key=lambda index: cells[index] == "mended")
    return tuple(state.asked[index].question for index in found)


def to_read(sitting: Sitting) -> tuple[Question, ...]:
    """What was missed, the lost first; if nothing was, what the round's questions drew on most."""
    again = missed(sitting)
    if again:
        return again
    flown = [asked.question for asked in sitting.round.asked if asked.purpose == "flight"]
    often = Counter(citation for question in flown for citation in question.citations)
    chosen: dict[object, Question] = {}
    for question in sorted(flown, key=lambda q: -max((often[c] for c in q.citations), default=0)):
        if question.citations and len(chosen) < FEWEST:
            chosen.setdefault(question.citations[0], question)
    return tuple(chosen.values())


def read_next(
    questions: Sequence[Question], pack: Pack, catalogue: Catalogue
) -> tuple[tuple[str, str], ...]:
    """Of each question what it was about, and where to read about it."""
    return tuple((about(q, pack), where(q, pack, catalogue)) for q in questions)


def about(question: Question, pack: Pack) -> str:
    """The label of a question's fact; its topic where it has none."""
    return question.label or words.topic(question, pack)


def where(question: Question, pack: Pack, catalogue: Catalogue) -> str:
    """The first source that is cited, its kind and the paragraphs; "" where none is."""
    cited = words.by_source(question)
    return source_line(*cited[0], pack, catalogue) if cited else ""


def source_line(source_id: str, numbers: tuple[int, ...], pack: Pack, catalogue: Catalogue) -> str:
    """A source with its kind, and the paragraphs of it."""
    source = pack.source(source_id)
    place = words.place_in(source, numbers, catalogue)
    name = source.publisher or source.title
    line = catalogue.gettext("{publisher} ({kind}), {where}")
    return line.format(publisher=name, kind=source.kind, where=place)
