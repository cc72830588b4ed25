"""Wrong options that are certainly wrong, and of the key's own kind."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from zlib import crc32

from game.bank.known import Entry, Known
from game.bank.text import contains, normalise, overlap, word_count
from game.packs.model import Answer, Fact

MOST = 3
"""Wrong options beside a key: four options at most, and never a bad one to fill up."""
FEWEST = 2
"""With fewer wrong options a question is no choice: it would be true-false in disguise."""

_LEVEL_ONE_WORDS = 4
_WINDOW = 32
_POOL = 8


@dataclass(frozen=True, slots=True)
class Distractor:
    """A wrong option and what it really is ("" if nobody says).

    `by_author`: vouched for.
    """

    text: str
    what: str = ""
    by_author: bool = False


def text_distractors(fact: Fact, answer: Answer, known: Known) -> list[Distractor]:
    """All that may stand beside a text answer, best first, no two of them alike.

    The author's own come first, in their order, of whatever type the pack knows them to be: the
    author's word counts. Answers of other facts join them only where the answer is single: what a
    pack does not say is not false.
    """
    barred = known.true_for(answer) | {normalise(t) for t in answer.never_with}
    chosen: list[Distractor] = []
    taken: list[str] = []

    def take(text: str, what: str, by_author: bool) -> None:
        plain = normalise(text)
        if not plain or any(overlap(plain, b) for b in barred):
            return
        if any(overlap(plain, t) for t in taken):
            return
        taken.append(plain)
        chosen.append(Distractor(text, what, by_author))

    for wrong in answer.wrong:
        take(wrong.text, wrong.what or _what(wrong.text, fact, known), True)
    if answer.single:
        for entry in _others(fact, answer, known):
            take(entry.text, entry.said, False)
            if len(chosen) >= _POOL:
                break
    return chosen


def _what(text: str, fact: Fact, known: Known) -> str:
    for entry in known.said(text):
        if known.fit_beside(fact, entry.fact):
            return entry.said
    return ""


def _others(fact: Fact, answer: Answer, known: Known) -> list[Entry]:
    """Answers of other facts that fit, near in length, those of the same topic first.

    How many are shorter than the key is as if drawn for each answer. The nearest on both sides
    alike would leave the key in the middle, where it can be found by its length.
    """
    said_here = normalise(f"{fact.said(answer)} {' '.join(answer.asks)}")
    key = normalise(answer.text)
    group = known.alike(answer)
    middle = bisect_left(group, _place(answer.text), key=lambda e: _place(e.text))
    shorter, longer = (
        _fitting(walk, fact, key, said_here, known)
        for walk in (
            (group[at] for at in range(middle - 1, -1, -1)),
            (group[at] for at in range(middle, len(group))),
        )
    )
    before = crc32(f"{fact.id}#{answer.name}".encode()) % (_POOL + 1)
    before = min(len(shorter), max(before, _POOL - len(longer)))
    return _mixed(shorter[:before], longer[: _POOL - before])


def _place(text: str) -> tuple[int, str]:
    return len(text), text


def _fitting(
    walk: Iterator[Entry], fact: Fact, key: str, said_here: str, known: Known
) -> list[Entry]:
    """Those of the next entries that fit, each text once, those of the fact's topic first."""
    found: dict[str, Entry] = {}
    for entry in islice(walk, _WINDOW):
        if entry.text not in found and _fits(fact, key, entry, said_here, known):
            found[entry.text] = entry
            if len(found) >= 2 * _POOL:
                break
    return sorted(found.values(), key=lambda entry: entry.fact.topic != fact.topic)


def _mixed(one: list[Entry], other: list[Entry]) -> list[Entry]:
    """Two lists as one, so that any beginning of it has as much of either as the whole."""
    places = [
        ((at + 0.5) / len(some), some[at]) for some in (one, other) for at in range(len(some))
    ]
    return [entry for _, entry in sorted(places, key=lambda pair: pair[0])]


def _fits(fact: Fact, key: str, entry: Entry, said_here: str, known: Known) -> bool:
    if not known.fit_beside(fact, entry.fact):
        return False
    text, other = entry.text, entry.answer
    if fact.level == 1 and word_count(text) > _LEVEL_ONE_WORDS:
        return False
    plain = normalise(text)
    if contains(said_here, plain) or any(contains(said_here, normalise(a)) for a in other.accepted):
        return False
    return all(normalise(t) != key for t in (*other.accepted, *other.never_with))
