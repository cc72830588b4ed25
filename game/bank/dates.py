"""Wrong dates among which no part of a date tells the key.

Of 12 April 1957, 12 April 1961, 12 April 1962 and 2 June 1961 the second has most in common with
the others, and who knows nothing picks it. So dates differ in all their parts, or two days stand
in each of two years.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from gettext import NullTranslations
from itertools import combinations, product

from game.bank.distractors import MOST, Distractor
from game.bank.ranks import NEVER, Told
from game.bank.scale import Day

_MONTHS = 12
_SAFE_DAYS = 28
_BASE = 32
_POOL = 6
_RECENT = 10


@dataclass(frozen=True, slots=True)
class DateSets:
    """For each rank of the key the sets of places that are best vouched for, and how well."""

    by_rank: tuple[tuple[tuple[int, ...], ...], ...]
    told: Told


@dataclass(frozen=True, slots=True)
class _Cell:
    """A date as a place in a table: days by years, months by years, or days by months."""

    column: int
    row: int


def date_sets(
    key: Day,
    given: Mapping[int, Distractor],
    barred: frozenset[int],
    latest: int,
    rng: random.Random,
) -> DateSets:
    """Three wrong dates each, all unlike or in a square with the key.

    `given` are places that somebody vouches for, `barred` those that may be right or stand in the
    question; `latest` is the last year that makes sense. What lacks is made up by `rng`.
    """
    vouched = sorted(
        (at for at in given if at not in barred),
        key=lambda at: (not given[at].by_author, abs(at - key.place)),
    )[:_POOL]
    best = [NEVER] * (MOST + 1)
    found: list[list[tuple[int, ...]]] = [[] for _ in best]
    for places in (*_unlike(key, vouched), *_squares(key, vouched, latest, rng)):
        if not barred.isdisjoint(places):
            continue
        rank = sum(at < key.place for at in places)
        told = sum(at in vouched for at in places)
        if told > best[rank]:
            best[rank] = told
            found[rank].clear()
        if told == best[rank]:
            found[rank].append(places)
    return DateSets(tuple(map(tuple, found)), tuple(best))


def _unlike(key: Day, vouched: list[int]) -> Iterator[tuple[int, ...]]:
    """Vouched dates that share no day, month or year with each other or the key."""
    for places in combinations(vouched, MOST):
        days = [key, *(key.at(place) for place in places)]
        parts = ({d.year for d in days}, {d.month for d in days}, {d.day for d in days})
        if all(len(part) == len(days) or part == {0} for part in parts):
            yield places


def _squares(
    key: Day, vouched: list[int], latest: int, rng: random.Random
) -> Iterator[tuple[int, ...]]:
    """Another column and another row give three dates that are as like the key as each other."""
    mine = _cell(key)
    cells = [_cell(key.at(place)) for place in vouched]
    columns = dict.fromkeys((*(c.column for c in cells), *_made_columns(key, rng)))
    rows = dict.fromkeys((*(c.row for c in cells), *_made_rows(key, latest, rng)))
    for column, row in product(columns, rows):
        if column == mine.column or row == mine.row:
            continue
        corners = (_Cell(column, mine.row), _Cell(mine.column, row), _Cell(column, row))
        places = [_place(corner, key) for corner in corners]
        if None not in places:
            yield tuple(place for place in places if place is not None)


def _cell(day: Day) -> _Cell:
    if not day.day:
        return _Cell(day.month, day.year)
    return _Cell(day.month * _BASE + day.day, day.year) if day.year else _Cell(day.day, day.month)


def _place(cell: _Cell, like: Day) -> int | None:
    """The place of a cell's date, None if the calendar has no such day."""
    if not like.day:
        made = Day(cell.row, cell.column, 0)
    elif like.year:
        made = Day(cell.row, cell.column // _BASE, cell.column % _BASE)
    else:
        made = Day(0, cell.row, cell.column)
    try:
        return made.place
    except ValueError:
        return None


def _made_columns(key: Day, rng: random.Random) -> Iterator[int]:
    """One column before the key's and one behind it, where there is room."""
    for way in (-1, 1):
        if key.day and not key.year:
            day = key.day + way * rng.randint(2, 12)
            if 1 <= day <= _SAFE_DAYS:
                yield day
            continue
        month = key.month + way * rng.randint(1, 4)
        if 1 <= month <= _MONTHS:
            yield month * _BASE + rng.randint(1, _SAFE_DAYS) if key.day else month
        elif key.day and 1 <= (day := key.day + way * rng.randint(3, 9)) <= _SAFE_DAYS:
            yield key.month * _BASE + day


def _made_rows(key: Day, latest: int, rng: random.Random) -> Iterator[int]:
    """One row before the key's and one behind it, where there is room."""
    for way in (-1, 1):
        if not key.year:
            month = key.month + way * rng.randint(1, 4)
            if 1 <= month <= _MONTHS:
                yield month
            continue
        year = key.year + way * rng.randint(1, 3 if latest - key.year < _RECENT else 6)
        if way < 0 or year <= latest or key.year > latest:
            yield year


def half_right(key: Day, other: Day, catalogue: NullTranslations) -> str:
    """What to say of a date that shares one half with the key; "" if it shares none."""
    _ = catalogue.gettext
    mine, theirs = _cell(key), _cell(other)
    if mine.row == theirs.row:
        if not key.year:
            return _("The month is right, but the day is not.")
        if key.day:
            return _("The year is right, but the day is not.")
        return _("The year is right, but the month is not.")
    if mine.column == theirs.column:
        if not key.year:
            return _("The day is right, but the month is not.")
        if key.day:
            return _("The day is right, but the year is not.")
        return _("The month is right, but the year is not.")
    return ""
