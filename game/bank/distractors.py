"""Wrong options that are certainly wrong, and of the key's own kind."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from zlib import crc32

from game.bank.known import Alike, Entry, Known, by_length
from game.bank.text import normalise, overlap
from game.packs.model import Answer, Fact

MOST = 3
"""Wrong options beside a key: four options at most, and never a bad one to fill up."""
FEWEST = 2
"""With fewer wrong options a question is no choice: it would be true-false in disguise."""

_LEVEL_ONE_WORDS = 4
_WINDOW = 32
"""Texts that are looked at on each side of a key, however often each is an answer."""

_TRIED = 4
"""Answers that are looked at of those that are one text."""

_POOL = 8


@dataclass(frozen=True, slots=True)
class Distractor:
    """A wrong option and what it really is ("" if nobody says).

    `by_author`: vouched for. `entry` is where the pack says what it is, if `told` does not. `form`
    is the author's form for the sentence of the key, "" if there is none of its own.
    """

    text: str
    told: str = ""
    by_author: bool = False
    entry: Entry | None = None
    form: str = ""

    @property
    def what(self) -> str:
        return self.told or (self.entry.said if self.entry else "")


def text_distractors(fact: Fact, answer: Answer, known: Known) -> Sequence[Distractor]:
    """All that may stand beside a text answer, best first, no two of them alike.

    The author's own come first, in their order, of whatever type the pack knows them to be: the
    author's word counts. Answers of other facts join them only where the answer is single: what a
    pack does not say is not false.
    """
    return known.kept(_found, fact, answer)


def _found(fact: Fact, answer: Answer, known: Known) -> Sequence[Distractor]:
    barred = known.true_for(answer) | {normalise(t) for t in answer.never_with}
    chosen: list[Distractor] = []
    taken: list[str] = [*barred]

    def takes(plain: str) -> bool:
        if not plain or any(overlap(plain, t) for t in taken):
            return False
        taken.append(plain)
        return True

    for wrong in answer.wrong:
        if takes(normalise(wrong.text)):
            entry = None if wrong.what else _entry_of(wrong.text, fact, known)
            chosen.append(Distractor(wrong.text, wrong.what, True, entry, wrong.form))
    if answer.single:
        for alike, entry in _others(fact, answer, known):
            if takes(alike.plain):
                chosen.append(Distractor(alike.text, entry=entry))
            if len(chosen) >= _POOL:
                break
    return tuple(chosen)


def _entry_of(text: str, fact: Fact, known: Known) -> Entry | None:
    return next((e for e in known.said(text) if known.fit_beside(fact, e.fact)), None)


_Other = tuple[Alike, Entry]


def _others(fact: Fact, answer: Answer, known: Known) -> list[_Other]:
    """Answers of other facts that fit, near in length, those of the same topic first.

    How many are shorter than the key is as if drawn for each answer. The nearest on both sides
    alike would leave the key in the middle, where it can be found by its length.
    """
    here = f" {normalise(' '.join((fact.said(answer), *answer.asks)))} "
    key = normalise(answer.text)
    group = known.alike(answer)
    middle = bisect_left(group, by_length(answer.text), key=_place)
    shorter, longer = (
        _fitting(walk, fact, key, here, known)
        for walk in (
            reversed(group[max(0, middle - _WINDOW) : middle]),
            group[middle : middle + _WINDOW],
        )
    )
    before = crc32(f"{fact.id}#{answer.name}".encode()) % (_POOL + 1)
    before = min(len(shorter), max(before, _POOL - len(longer)))
    return _mixed(shorter[:before], longer[: _POOL - before])


def _place(alike: Alike) -> tuple[int, str]:
    return by_length(alike.text)


def _fitting(walk: Iterable[Alike], fact: Fact, key: str, here: str, known: Known) -> list[_Other]:
    """Those of the next texts that fit, those of the fact's topic first.

    `here` are the normalised words of all that is said and asked, each between blanks.
    """
    found: list[_Other] = []
    for alike in walk:
        if not _fits(fact, key, alike, here):
            continue
        for entry in alike.entries[:_TRIED]:
            if known.fit_beside(fact, entry.fact):
                found.append((alike, entry))
                break
        if len(found) >= 2 * _POOL:
            break
    found.sort(key=lambda other: other[1].fact.topic != fact.topic)
    return found


def _mixed(one: list[_Other], other: list[_Other]) -> list[_Other]:
    """Two lists as one, so that any beginning of it has as much of either as the whole."""
    places = [
        ((at + 0.5) / len(some), some[at]) for some in (one, other) for at in range(len(some))
    ]
    return [found for _, found in sorted(places, key=lambda pair: pair[0])]


def _fits(fact: Fact, key: str, alike: Alike, here: str) -> bool:
    if fact.level == 1 and alike.words > _LEVEL_ONE_WORDS:
        return False
    if alike.plain in here and f" {alike.plain} " in here:
        return False
    if key in alike.other or key in alike.never:
        return False
    return not any(text and f" {text} " in here for text in alike.other)
