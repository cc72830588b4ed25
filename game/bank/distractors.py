"""Wrong options that are certainly wrong, and of the key's own kind."""

from __future__ import annotations

import random
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from game.bank.balance import balanced
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


def pick(found: list[Distractor], known: Known, rng: random.Random) -> list[Distractor]:
    """Up to three of them: the author's before the pack's, and those that the bank lacks first."""
    own = [d for d in found if d.by_author]
    rest = [d for d in found if not d.by_author]
    if len(own) >= MOST:
        return [own[at] for at in balanced([d.text for d in own], MOST, known, rng)]
    more = balanced([d.text for d in rest], MOST - len(own), known, rng)
    return own + [rest[at] for at in more]


def _what(text: str, fact: Fact, known: Known) -> str:
    for entry in known.said(text):
        if known.fit_beside(fact, entry.fact):
            return entry.said
    return ""


def _others(fact: Fact, answer: Answer, known: Known) -> list[Entry]:
    """Answers of other facts that fit: of the same topic first, then the nearest in length."""
    said_here = normalise(f"{fact.said(answer)} {' '.join(answer.asks)}")
    key = normalise(answer.text)
    found: list[Entry] = []
    for entry in _outwards(known.alike(answer), len(answer.text)):
        if _fits(fact, key, entry, said_here, known):
            found.append(entry)
            if len(found) >= 2 * _POOL:
                break
    found.sort(
        key=lambda e: (
            e.fact.topic != fact.topic,
            abs(len(e.text) - len(answer.text)) // 4,
            e.fact.id,
            e.answer.name,
        )
    )
    return found


def _outwards(group: list[Entry], length: int) -> Iterator[Entry]:
    """Entries sorted by length, the nearest to a length first, and not all of a long list."""
    right = bisect_left(group, length, key=lambda e: len(e.text))
    left = right - 1
    for _ in range(_WINDOW):
        if right < len(group):
            yield group[right]
            right += 1
        if left >= 0:
            yield group[left]
            left -= 1


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
