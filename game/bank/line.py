"""Wrong years, dates and numbers, on both sides of the key.

The rank of the key among the sorted options is drawn first, then options are found below and above
it to suit: who always takes the second of four numbers must not be right more often than chance.
Of the ranks come those that options can fill which an author or another fact vouches for; `ranks`
sees to it that over the whole bank all are as frequent.
"""

from __future__ import annotations

import random
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from gettext import NullTranslations
from itertools import islice

from game.bank.axes import Axis, axis_of
from game.bank.dates import date_sets, half_right
from game.bank.distractors import FEWEST, MOST, Distractor
from game.bank.known import Entry, Known, entries, line_of
from game.bank.numbers import tolerance
from game.bank.ranks import NEVER, Odds, Told, drawn_rank, even_odds
from game.bank.scale import Day, numeral, read_day
from game.bank.text import normalise
from game.packs.model import NUMERIC, Answer, Fact
from game.packs.notation import notation_of

_AT_LEAST = re.compile(r"\b(more than|over|at least|above)\b", re.IGNORECASE)
_AT_MOST = re.compile(r"\b(less than|fewer than|under|up to|at most|below)\b", re.IGNORECASE)
_WINDOW = 12
_TRIED = 4
_COUNTED = 2_000
"""Answers by which the ranks are evened out; of more, so many are enough."""


@lru_cache(maxsize=4_096)
def only_above(words: str) -> int:
    """1 if words say "more than", so that smaller numbers are true too; -1 for "up to"; else 0."""
    return 1 if _AT_LEAST.search(words) else -1 if _AT_MOST.search(words) else 0


@dataclass(frozen=True, slots=True)
class _Field:
    """What may stand beside one key: its axis, the places that are vouched for, and the barred.

    `below` and `above` count the wrong places on either side, to three. `day` is the key as a date
    whose parts can be weighed, else None.
    """

    axis: Axis
    given: dict[int, Distractor]
    barred: frozenset[int]
    below: int
    above: int
    day: Day | None


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
    field = _field(fact, answer, known, way)
    if field is None:
        return None
    places = _places(field, known, rng)
    if len(places) < FEWEST:
        return None
    found = [
        _told(field.given.get(at) or Distractor(field.axis.write(at)), field, at, answer, catalogue)
        for at in places
    ]
    return found, sum(at < field.axis.key for at in places)


def vouched(fact: Fact, answer: Answer, known: Known, way: int = 0) -> list[Distractor]:
    """The author's wrong numbers in the author's order, without those that could be called right.

    `way` as for `numeric_options`.
    """
    field = _field(fact, answer, known, way)
    if field is None:
        return []
    return [
        d
        for at, d in field.given.items()
        if d.by_author and at not in field.barred and (at - field.axis.key) * way >= 0
    ]


def can_be_choice(fact: Fact, answer: Answer, known: Known, way: int = 0) -> bool:
    """Whether `numeric_options` will find enough, whatever is drawn."""
    field = _field(fact, answer, known, way)
    return field is not None and field.below + field.above >= FEWEST


def rank_odds(known: Known) -> Odds:
    """How likely each rank is for each sort of key, evened out over all questions of the pack."""
    count = sum(len(fact.answers) for fact in known.pack.facts)
    counts: Counter[Told] = Counter()
    for entry in islice(entries(known.pack), 0, None, max(1, count // _COUNTED)):
        answer = entry.answer
        field = _field(entry.fact, answer, known, only_above(" ".join(answer.meant_asks)))
        if field is not None and field.below + field.above >= FEWEST:
            counts[_told_by_rank(field, known, random.Random(0))] += len(answer.asks)
    return even_odds(counts)


def _places(field: _Field, known: Known, rng: random.Random) -> list[int]:
    """Wrong places in ascending order; fewer than two if there is no room."""
    if field.below + field.above < FEWEST:
        return []
    odds = known.once(rank_odds)
    if field.day is not None:
        sets = date_sets(field.day, field.given, field.barred, known.latest_year, rng)
        if max(sets.told) != NEVER:
            return sorted(rng.choice(sets.by_rank[drawn_rank(sets.told, odds, rng)]))
    told = _told_on_line(field)
    rank = drawn_rank(told, odds, rng)
    below = _side(field.axis, -1, rank, field.given, field.barred, rng)
    above = _side(field.axis, 1, len(told) - 1 - rank, field.given, field.barred, rng)
    return sorted(below + above)


def _told_by_rank(field: _Field, known: Known, rng: random.Random) -> Told:
    if field.day is not None:
        told = date_sets(field.day, field.given, field.barred, known.latest_year, rng).told
        if max(told) != NEVER:
            return told
    return _told_on_line(field)


def _told_on_line(field: _Field) -> Told:
    """How many vouched options the key would have at each rank, of three others if there is room.

    A side that has fewer than three places bars the ranks that need more.
    """
    key, free = field.axis.key, [at for at in field.given if at not in field.barred]
    low = min(field.below, sum(at < key for at in free))
    high = min(field.above, sum(at > key for at in free))
    others = min(MOST, field.below + field.above)
    return tuple(
        min(rank, low) + min(others - rank, high)
        if rank <= field.below and others - rank <= field.above
        else NEVER
        for rank in range(others + 1)
    )


def _told(
    found: Distractor, field: _Field, at: int, answer: Answer, catalogue: NullTranslations
) -> Distractor:
    """The distractor with something to say of it: at least on which side of the key it lies."""
    if found.what:
        return found
    early = at < field.axis.key
    _ = catalogue.gettext
    if answer.type == "number":
        what = _("That is too few.") if early else _("That is too many.")
        if answer.unit:
            what = _("That is too little.") if early else _("That is too much.")
    else:
        half = half_right(field.day, field.day.at(at), catalogue) if field.day else ""
        what = half or (_("That is too early.") if early else _("That is too late."))
    return replace(found, told=what)


@dataclass(frozen=True, slots=True)
class _Around:
    """What lies around a key, whichever fact it is the key of.

    `written` are the places in sight of it as a sentence would say them, between blanks; `others`
    the places of the pack's other values, with the first answer that is there and all of them.
    """

    axis: Axis
    written: tuple[tuple[int, str], ...]
    others: tuple[tuple[int, Distractor, tuple[Entry, ...]], ...]


def _seen(answer: Answer, known: Known) -> _Around | None:
    """As `_around`, made once for the keys of one line that are written alike."""
    if answer.type not in NUMERIC:
        return _around(answer, known)
    mark = (line_of(answer), answer.unit, answer.text, answer.value)
    return known.recent(_around, mark, answer, known)


def _around(answer: Answer, known: Known) -> _Around | None:
    axis = axis_of(answer, known)
    if axis is None:
        return None
    low, high = max(axis.low, axis.key - _WINDOW), min(axis.high, axis.key + _WINDOW)
    written = tuple((at, f" {normalise(axis.write(at))} ") for at in range(low, high + 1))
    return _Around(axis, written, tuple(_others(answer, axis, known)))


def _others(
    answer: Answer, axis: Axis, known: Known
) -> Iterator[tuple[int, Distractor, tuple[Entry, ...]]]:
    if answer.value is None:
        return
    line = known.line(answer)
    middle = bisect_left(line, answer.value, key=lambda other: other.value)
    for other in line[max(0, middle - _WINDOW) : middle + _WINDOW]:
        first = other.entries[0]
        at = axis.place(first.text)
        if at is None or not 0 < abs(at - axis.key) <= axis.reach:
            continue
        if not axis.low <= at <= axis.high:
            continue
        text = axis.write(at)
        rounded = (
            numeral(text, notation_of(known.pack.language)) if answer.type == "number" else None
        )
        if rounded is None or rounded.value == other.value:
            yield at, Distractor(text, entry=first), other.entries[:_TRIED]


def _field(fact: Fact, answer: Answer, known: Known, way: int) -> _Field | None:
    """What may stand beside an answer; None if it lies on no line."""
    return known.recent(_laid_out, (fact.id, answer.name, way), fact, answer, known, way)


def _laid_out(fact: Fact, answer: Answer, known: Known, way: int) -> _Field | None:
    around = _seen(answer, known)
    if around is None:
        return None
    axis = around.axis
    given = _given(fact, answer, around, known)
    barred = _barred(fact, answer, around, known)
    below = 0 if way > 0 else _supply(axis, -1, given, barred)
    above = 0 if way < 0 else _supply(axis, 1, given, barred)
    day = read_day(answer.text) if answer.type == "date" and way == 0 else None
    return _Field(axis, given, barred, below, above, day)


def _supply(axis: Axis, way: int, given: dict[int, Distractor], barred: frozenset[int]) -> int:
    """How many wrong places there are on one side, counted to three."""
    count, at, tries = 0, axis.key, 0
    while count < MOST and tries < 30:
        at += way
        tries += 1
        if not axis.low <= at <= axis.high:
            break
        count += at not in barred and not axis.skip(at)
    if count >= MOST:
        return MOST
    named = sum((at - axis.key) * way > 0 and at not in barred for at in given)
    return min(MOST, max(count, named))


def _barred(fact: Fact, answer: Answer, around: _Around, known: Known) -> frozenset[int]:
    axis = around.axis
    texts = [*answer.never_with, *known.true_for(answer)]
    places = {axis.place(t) for t in texts}
    here = f" {normalise(' '.join((fact.said(answer), *answer.asks)))} "
    places.update([at for at, text in around.written if text in here])
    near = min(_near(answer, axis), _WINDOW)
    places.update(range(axis.key - near, axis.key + near + 1))
    return frozenset(p for p in places if p is not None)


def _near(answer: Answer, axis: Axis) -> int:
    """How many places beside the key would be right if they were typed, and so are not wrong."""
    if answer.type != "number" or not answer.value or axis.key < 1:
        return 0
    return int(tolerance(answer) * axis.key / answer.value)


def _given(fact: Fact, answer: Answer, around: _Around, known: Known) -> dict[int, Distractor]:
    """Places that the author or another fact of the pack names, with what they are."""
    axis = around.axis
    found: dict[int, Distractor] = {}
    for wrong in answer.wrong:
        at = axis.place(wrong.text)
        if at is not None and at != axis.key:
            found[at] = Distractor(wrong.text, wrong.what, True, form=wrong.form)
    near = _near(answer, axis)
    for at, first, there in around.others:
        if at in found or abs(at - axis.key) <= near:
            continue
        if known.fit_beside(fact, there[0].fact):
            found[at] = first
            continue
        for entry in there:
            if known.fit_beside(fact, entry.fact):
                found[at] = Distractor(first.text, entry=entry)
                break
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
