"""Dates beside a date: no part of one points at it."""

from __future__ import annotations

import random
from collections import Counter
from gettext import NullTranslations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.bank.bank import build
from game.bank.dates import date_sets, half_right
from game.bank.distractors import Distractor
from game.bank.ranks import NEVER
from game.bank.scale import Day, read_day
from tests.bank.packs import answer, fact, pack

days = st.builds(Day, st.integers(1900, 2030), st.integers(1, 12), st.integers(1, 28))
months = st.builds(Day, st.integers(1900, 2030), st.integers(1, 12), st.just(0))
yearless = st.builds(Day, st.just(0), st.integers(1, 12), st.integers(1, 28))


def shared(day: Day, others: list[Day]) -> int:
    """In how many halves a date agrees with others."""
    if not day.year:
        return sum((day.month == o.month) + (day.day == o.day) for o in others)
    return sum((day.year == o.year) + ((day.month, day.day) == (o.month, o.day)) for o in others)


@st.composite
def keys_and_given(draw: st.DrawFn) -> tuple[Day, dict[int, Distractor]]:
    like = draw(st.sampled_from((days, months, yearless)))
    key, *others = draw(st.lists(like, min_size=1, max_size=8))
    given = {o.place: Distractor(o.write(), "", True) for o in others if o.place != key.place}
    return key, given


@given(keys_and_given(), st.integers(0, 99))
def test_every_date_has_as_much_in_common_with_the_others(
    made: tuple[Day, dict[int, Distractor]], seed: int
) -> None:
    key, beside = made
    found = date_sets(key, beside, frozenset({key.place}), 2030, random.Random(seed))
    for rank, sets in enumerate(found.by_rank):
        assert bool(sets) is (found.told[rank] != NEVER)
        for places in sets:
            dates = [key, *(key.at(place) for place in places)]
            assert len({date.place for date in dates}) == 4
            counts = {shared(d, [o for o in dates if o is not d]) for d in dates}
            assert len(counts) == 1
            assert sum(place < key.place for place in places) == rank


def options(wrong: tuple[str, ...], seeds: range = range(12)) -> list[tuple[str, ...]]:
    marked = answer("12 April 1961", "date", "On which day did Gagarin fly?", wrong=wrong)
    made = pack(fact("flight", ("He flew on ", marked, ".")))
    return [next(build(made, seed).questions("choice")).options for seed in seeds]


def test_dates_that_point_at_the_key_are_not_put_together() -> None:
    for shown in options(("12 April 1957", "12 April 1960", "2 June 1961")):
        found = [read_day(text) for text in shown]
        years = Counter(day.year for day in found if day)
        assert set(years.values()) in ({1}, {2})


def test_the_authors_dates_stand_together_where_they_are_all_unlike() -> None:
    shown = options(("2 June 1955", "4 October 1957", "16 March 1965"))
    assert ("2 June 1955", "4 October 1957", "12 April 1961", "16 March 1965") in shown


@pytest.mark.parametrize(
    ("key", "other", "said"),
    [
        ("12 April 1961", "12 April 1957", "The day is right, but the year is not."),
        ("12 April 1961", "2 June 1961", "The year is right, but the day is not."),
        ("12 April 1961", "2 June 1957", ""),
        ("May 1957", "May 1961", "The month is right, but the year is not."),
        ("May 1957", "June 1957", "The year is right, but the month is not."),
        ("2 June", "12 June", "The month is right, but the day is not."),
        ("2 June", "2 May", "The day is right, but the month is not."),
    ],
)
def test_a_date_that_is_half_right_is_called_so(key: str, other: str, said: str) -> None:
    one, two = read_day(key), read_day(other)
    assert one and two
    assert half_right(one, two, NullTranslations()) == said
