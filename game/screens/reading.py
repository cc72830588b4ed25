"""Where to read on after a round."""

from __future__ import annotations

from collections import Counter

from game.packs.model import Pack
from game.play.sitting import Sitting
from game.screens import words
from game.ui.scene import Catalogue

MOST = 2


def read_next(sitting: Sitting, pack: Pack, catalogue: Catalogue) -> tuple[tuple[str, str], ...]:
    """Publisher and paragraph, and under it the kind of source and what stands there.

    First what was missed, in its order, then the paragraphs that the round drew on most. At most
    two, each of another paragraph.
    """
    state = sitting.round
    flown = [asked.question for asked in state.asked if asked.purpose == "flight"]
    missed = [
        question
        for question, cell in zip(flown, sitting.cells(), strict=False)
        if cell in ("hollow", "mended")
    ]
    often = Counter(citation for question in flown for citation in question.citations)
    missed += sorted(flown, key=lambda q: -max((often[c] for c in q.citations), default=0))
    entries: list[tuple[str, str]] = []
    seen = set()
    for question in missed:
        if not question.citations or question.citations[0] in seen:
            continue
        first = question.citations[0]
        seen.add(first)
        source = pack.source(first.source)
        where = words.place_in(source, (first.paragraph,), catalogue)
        label = question.label or words.topic(question, pack)
        entries.append((f"{source.publisher or source.title}, {where}", f"{source.kind}: {label}"))
        if len(entries) == MOST:
            break
    return tuple(entries)
