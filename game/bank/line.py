"""Wrong years, dates and numbers, on both sides of the key.

The rank of the key among the sorted options is drawn first, evenly, and options are found below
and above it to suit: who always takes the second of four numbers must not be right more often
than chance.
"""

from __future__ import annotations

import random
import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from gettext import NullTranslations

from game.bank.distractors import FEWEST, MOST, Distractor
from game.bank.known import Known
from game.bank.scale import MONTHS, numeral, read_day
from game.bank.text import contains, normalise
from game.packs.model import Answer, Fact

_DECADE = re.compile(r"(the |)(\d{3})0s")
_AT_LEAST = re.compile(r"\b(more than|over|at least|above)\b", re.IGNORECASE)
_AT_MOST = re.compile(r"\b(less than|fewer than|under|up to|at most|below)\b", re.IGNORECASE)
_BEYOND_TODAY = 2
_WINDOW = 12


@dataclass(frozen=True, slots=True)
class Axis:
    """The line on which a key lies: places are whole steps, so that roundness is kept.

    `gap` draws a distance in steps, given how far out one is already; `low` and `high` are the
    last places that make sense. `reach` is how far a value from elsewhere may be.
    """

    key: int
    low: int
    high: int
    reach: int
    gap: Callable[[random.Random, int], int]
    write: Callable[[int], str]
    place: Callable[[str], int | None]
    skip: Callable[[int], bool]


def axis_of(answer: Answer, known: Known) -> Axis | None:
    """The axis on which an answer lies: years, dates, numbers, and decades and months by name.

    None for anything else, or if the text holds no number that can be read.
    """
    if answer.type == "date":
        return _date_axis(answer.text, known.latest_year)
    if answer.type == "year":
        return _year_axis(answer.text, known.latest_year)
    if answer.type == "number":
        return _number_axis(answer)
    if answer.text in MONTHS:
        return _month_axis(answer.text)
    if _DECADE.fullmatch(answer.text):
        return _decade_axis(answer.text, known.latest_year)
    return None


def _month_axis(text: str) -> Axis:
    def place(other: str) -> int | None:
        return MONTHS.index(other) + 1 if other in MONTHS else None

    return Axis(
        key=MONTHS.index(text) + 1,
        low=1,
        high=12,
        reach=12,
        gap=lambda rng, _out: rng.randint(1, 3),
        write=lambda at: MONTHS[at - 1],
        place=place,
        skip=lambda _at: False,
    )


def _decade_axis(text: str, latest: int) -> Axis:
    def place(other: str) -> int | None:
        found = _DECADE.fullmatch(other)
        return int(found[2]) if found else None

    before = text[: text.index(text.strip("s")[-4:])]
    key = int(text.strip("s")[-4:-1])
    return Axis(
        key=key,
        low=0,
        high=max(key, latest // 10) if latest else key + 100,
        reach=12,
        gap=lambda rng, _out: rng.randint(1, 2),
        write=lambda at: f"{before}{at}0s",
        place=place,
        skip=lambda _at: False,
    )


def _year_axis(text: str, latest: int) -> Axis | None:
    mould = numeral(text)
    if mould is None or mould.in_words or mould.decimals:
        return None
    year = int(mould.value)
    ahead = year > latest
    step = 1 if year % 10 else 10 if ahead else 5
    age = abs(latest - year)
    widest = 1 if step > 1 else 2 if age < 10 else 3 if age < 40 else 4

    def place(other: str) -> int | None:
        found = numeral(other)
        return int(found.value) // step if found and found.value % step == 0 else None

    return Axis(
        key=year // step,
        low=0 if not ahead else (latest // step) + 1,
        high=year // step + 100 if ahead or not latest else (latest + _BEYOND_TODAY) // step,
        reach=max(4, 16 // step),
        gap=lambda rng, _out: rng.randint(1, widest),
        write=lambda at: mould.write(at * step),
        place=place,
        skip=lambda _at: False,
    )


def _date_axis(text: str, latest: int) -> Axis | None:
    day = read_day(text)
    if day is None:
        return None
    first, last = 1, 10**7
    if not day.year:
        first, last = day.at(730486).place, 730850
        low, high, near, far = 730486, 730850, 9, 60
    else:
        low, high = first, last
        recent = latest - day.year < 10
        if day.day:
            near, far = (20, 120) if recent else (60, 500)
        else:
            near, far = (1, 4) if recent else (2, 9)

    def place(other: str) -> int | None:
        found = read_day(other)
        if found is None or (not found.day, not found.year) != (not day.day, not day.year):
            return None
        return found.place

    return Axis(
        key=day.place,
        low=low,
        high=high,
        reach=far * 6,
        gap=lambda rng, _out: rng.randint(near, far),
        write=lambda at: day.at(at).write(),
        place=place,
        skip=lambda _at: False,
    )


def _number_axis(answer: Answer) -> Axis | None:
    mould = numeral(answer.text)
    if mould is None or mould.value <= 0:
        return None
    key = round(mould.value / mould.step)
    percent = answer.unit in ("%", "percent", "per cent") or "%" in answer.text
    high = round(100 / mould.step) if percent and mould.value <= 100 else key * 10
    if mould.in_words:
        high = min(high, 12 if mould.value <= 12 else round(90 / mould.step))

    def gap(rng: random.Random, out: int) -> int:
        if key <= 12:
            return rng.randint(1, 1 if key <= 6 else 2)
        return max(1, round((key + out) * rng.uniform(0.12, 0.3)))

    def place(other: str) -> int | None:
        found = numeral(other)
        return round(found.value / mould.step) if found else None

    return Axis(
        key=key,
        low=1,
        high=max(high, key),
        reach=max(3, key // 2),
        gap=gap,
        write=lambda at: mould.write(at * mould.step),
        place=place,
        skip=lambda at: key > 12 and at % 10 == 0 and key % 10 != 0,
    )


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
    here = normalise(f"{fact.text} {' '.join(answer.asks)}")
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
            found[at] = Distractor(axis.write(at), entry.fact.text)
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
