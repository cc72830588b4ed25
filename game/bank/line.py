"""Wrong years, dates and numbers, on both sides of the key.

The rank of the key among the sorted options is drawn first, evenly, and options are found below
and above it to suit: who always takes the second of four numbers must not be right more often
than chance.
"""

from __future__ import annotations

import random
import re
from bisect import bisect_left
from collections.abc import Iterator
from gettext import NullTranslations

from game.bank.axes import Axis, axis_of
from game.bank.distractors import FEWEST, MOST, Distractor
from game.bank.known import Known
from game.bank.text import contains, normalise
from game.packs.model import Answer, Fact

_AT_LEAST = re.compile(r"\b(more than|over|at least|above)\b", re.IGNORECASE)
_AT_MOST = re.compile(r"\b(less than|fewer than|under|up to|at most|below)\b", re.IGNORECASE)
_WINDOW = 12


def only_above(words: str) -> int:
    """1 if words say "more than", so that smaller numbers are true too; -1 for "up to"; else 0."""
    return 1 if _AT_LEAST.search(words) else -1 if _AT_MOST.search(words) else 0


def numeric_options(
    fact: Fact,
    answer: Answer,
    known: Known,
    rng: random.Random,
    catalogue: NullTranslations,
    way: int = 0,
) -> tuple[list[Distractor], int] | None:
    """Distractors in ascending order and the rank of the key among them, or None.

    `way` is 1 if only numbers above the key are wrong, -1 if only those below are. None if the key
    cannot be read, or if there is no room for two others.
    """
    axis = axis_of(answer, known)
    if axis is None:
        return None
    given = _given(fact, answer, axis, known)
    barred = _barred(fact, answer, axis, known)
    ranks, others = _ranks(*_room(axis, barred, way))
    if not ranks:
        return None
    rank = rng.choice(ranks)
    low = _side(axis, -1, rank, given, barred, rng)
    high = _side(axis, 1, others - rank, given, barred, rng)
    found = [
        _told(given.get(at) or Distractor(axis.write(at)), axis, at, answer, catalogue)
        for at in sorted(low + high)
    ]
    return (found, len(low)) if len(found) >= FEWEST else None


def _told(
    found: Distractor, axis: Axis, at: int, answer: Answer, catalogue: NullTranslations
) -> Distractor:
    """The distractor with something to say of it: at least on which side of the key it lies."""
    if found.what:
        return found
    early = at < axis.key
    _ = catalogue.gettext
    if answer.type == "number":
        what = _("That is too few.") if early else _("That is too many.")
        if answer.unit:
            what = _("That is too little.") if early else _("That is too much.")
    else:
        what = _("That is too early.") if early else _("That is too late.")
    return Distractor(found.text, what, found.by_author)


def can_be_choice(fact: Fact, answer: Answer, known: Known, way: int = 0) -> bool:
    """Whether `numeric_options` will find enough, whatever is drawn."""
    axis = axis_of(answer, known)
    if axis is None:
        return False
    return bool(_ranks(*_room(axis, _barred(fact, answer, axis, known), way))[0])


def _room(axis: Axis, barred: frozenset[int], way: int) -> tuple[int, int]:
    """How many wrong places there are below and above the key, each counted to three."""
    below = 0 if way > 0 else _supply(axis, -1, barred)
    above = 0 if way < 0 else _supply(axis, 1, barred)
    return below, above


def _ranks(below: int, above: int) -> tuple[range, int]:
    """The ranks that the key may take, and the number of distractors."""
    for others in (MOST, FEWEST):
        if below >= others and above >= others:
            return range(others + 1), others
    for others in (MOST, FEWEST):
        if below + above >= others:
            return range(max(0, others - above), min(others, below) + 1), others
    return range(0), 0


def _supply(axis: Axis, way: int, barred: frozenset[int]) -> int:
    """How many places there are on one side, counted to three."""
    count, at, tries = 0, axis.key, 0
    while count < MOST and tries < 30:
        at += way
        tries += 1
        if not axis.low <= at <= axis.high:
            break
        count += at not in barred and not axis.skip(at)
    return count


def _barred(fact: Fact, answer: Answer, axis: Axis, known: Known) -> frozenset[int]:
    texts = [*answer.never_with, *known.true_for(answer)]
    places = {axis.place(t) for t in texts}
    here = normalise(f"{fact.said(answer)} {' '.join(answer.asks)}")
    for at in range(axis.key - _WINDOW, axis.key + _WINDOW + 1):
        if axis.low <= at <= axis.high and contains(here, normalise(axis.write(at))):
            places.add(at)
    return frozenset(p for p in places if p is not None) | {axis.key}


def _given(fact: Fact, answer: Answer, axis: Axis, known: Known) -> dict[int, Distractor]:
    """Places that the author or another fact of the pack names, with what they are."""
    found: dict[int, Distractor] = {}
    for wrong in answer.wrong:
        at = axis.place(wrong.text)
        if at is not None and at != axis.key:
            found[at] = Distractor(wrong.text, wrong.what, True)
    if answer.value is None:
        return found
    line = known.line(answer)
    middle = bisect_left(line, answer.value, key=lambda pair: pair[0])
    for _value, entry in line[max(0, middle - _WINDOW) : middle + _WINDOW]:
        at = axis.place(entry.text)
        if at is None or at in found or abs(at - axis.key) > axis.reach:
            continue
        if axis.low <= at <= axis.high and known.fit_beside(fact, entry.fact):
            found[at] = Distractor(axis.write(at), entry.said)
    return found


def _side(
    axis: Axis,
    way: int,
    count: int,
    given: dict[int, Distractor],
    barred: frozenset[int],
    rng: random.Random,
) -> list[int]:
    """`count` places on one side of the key: given ones first, the author's before the pack's."""
    there = [at for at in given if (at - axis.key) * way > 0 and at not in barred]
    there.sort(key=lambda at: (not given[at].by_author, abs(at - axis.key)))
    places = there[:count]
    for at in _made(axis, way, barred, rng):
        if len(places) >= count:
            break
        if at not in places:
            places.append(at)
    return places


def _made(axis: Axis, way: int, barred: frozenset[int], rng: random.Random) -> Iterator[int]:
    """Places outwards from the key by drawn gaps, then every free one, nearest first."""
    room = axis.key - axis.low if way < 0 else axis.high - axis.key
    at = axis.key
    while True:
        step = axis.gap(rng, at - axis.key)
        at += way * min(step, max(1, room // 3))
        if not axis.low <= at <= axis.high:
            break
        if at not in barred and not axis.skip(at):
            yield at
    for near in range(1, room + 1):
        at = axis.key + way * near
        if at not in barred and not axis.skip(at):
            yield at
