"""Progress, each figure against one that was worked out by hand."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.study.agenda import forecast
from game.study.grade import Rating
from game.study.progress import (
    WEEKS,
    Trouble,
    history,
    known,
    retention,
    streak,
    trouble,
    wilson,
    year,
)
from game.study.review import Review
from game.study.schedule import Scheduler
from tests.study.made import START, memory, review

MONDAY = date(2026, 11, 23)


def days(*before: int) -> set[date]:
    """Study days, so many days before a certain Monday."""
    return {MONDAY - timedelta(days=n) for n in before}


def test_nobody_has_a_streak_yet() -> None:
    now = streak((), MONDAY)
    assert (now.days, now.longest, now.all, now.today, now.until) == (0, 0, 0, False, None)


def test_days_in_a_row_are_counted() -> None:
    now = streak(days(0, 1, 2), MONDAY)
    assert (now.days, now.longest, now.all, now.today) == (3, 3, 3, True)
    assert now.until == MONDAY + timedelta(days=3)


def test_a_weekend_is_rest_and_breaks_nothing() -> None:
    friday = days(3, 4, 5)
    assert streak(friday, MONDAY).days == 3
    assert streak(friday, MONDAY).until == MONDAY
    assert streak(friday | days(0), MONDAY).days == 4


def test_three_days_of_rest_begin_a_new_streak_and_take_nothing_away() -> None:
    now = streak(days(4, 5, 6), MONDAY)
    assert (now.days, now.longest, now.all, now.until) == (0, 3, 3, None)
    again = streak(days(0, 4, 5, 6), MONDAY)
    assert (again.days, again.longest, again.all) == (1, 3, 4)


def test_a_day_under_a_clock_ahead_breaks_no_streak() -> None:
    now = streak(days(0, 1, -200), MONDAY)
    assert (now.days, now.all) == (2, 3)


@given(st.sets(st.integers(0, 60)), st.integers(0, 60))
def test_a_day_more_never_shortens_a_streak(before: set[int], more: int) -> None:
    one, other = streak(days(*before), MONDAY), streak(days(*before, more), MONDAY)
    assert other.days >= one.days
    assert other.longest >= one.longest


def test_a_year_is_fifty_three_weeks_from_a_monday() -> None:
    squares = year({}, MONDAY + timedelta(days=2))
    assert squares[0].day.weekday() == 0
    assert squares[-1].day == MONDAY + timedelta(days=2)
    assert len(squares) == 7 * (WEEKS - 1) + 3
    assert {square.shade for square in squares} == {0}


def test_the_shades_of_a_year_are_quarters_of_its_days() -> None:
    counts = {MONDAY - timedelta(days=n): n + 1 for n in range(8)}
    squares = {square.day: square for square in year(counts, MONDAY)}
    shades = [squares[MONDAY - timedelta(days=n)].shade for n in range(8)]
    assert shades == [1, 1, 1, 2, 2, 3, 3, 4]
    assert squares[MONDAY - timedelta(days=3)].answers == 4


def test_days_that_are_all_alike_have_one_shade() -> None:
    counts = {MONDAY - timedelta(days=n): 10 for n in range(30)}
    assert {square.shade for square in year(counts, MONDAY)} == {0, 1}


@pytest.mark.parametrize(
    ("right", "n", "low", "high"),
    [
        (8, 10, 0.4902, 0.9433),
        (0, 10, 0.0, 0.2775),
        (10, 10, 0.7225, 1.0),
        (90, 100, 0.8256, 0.9448),
    ],
)
def test_the_interval_of_a_share(right: int, n: int, low: float, high: float) -> None:
    assert wilson(right, n) == pytest.approx((low, high), abs=1e-4)


def test_of_nothing_nothing_is_known() -> None:
    assert wilson(0, 0) == (0.0, 1.0)
    nothing = retention([]).all
    assert (nothing.n, nothing.low, nothing.high) == (0, 0.0, 1.0)


def test_true_retention_by_hand() -> None:
    """Two cards: 1 of 2 right when they came back soon, 1 of 1 after three weeks."""
    log: list[tuple[Review, int]] = [
        (review(0, 3, "a"), 4),
        (review(0, 1, "b"), 4),
        (review(2, 3, "a"), 4),
        (review(2, 1, "b"), 2),
        (review(23, 2, "a"), 0),
    ]
    found = retention(log)
    assert (found.all.n, found.all.right) == (3, 2)
    assert (found.young.n, found.young.right) == (2, 1)
    assert (found.mature.n, found.mature.right) == (1, 1)
    assert found.all.share == pytest.approx(2 / 3)
    assert found.all.aim == pytest.approx((0.925 + 0.95 + 0.9) / 3)
    assert found.all.low == pytest.approx(0.2077, abs=1e-4)
    assert found.all.high == pytest.approx(0.9385, abs=1e-4)


def test_what_gives_most_trouble_by_hand() -> None:
    answers: list[tuple[int, Rating, str]] = [
        (0, 1, "a"), (0, 1, "b"), (0, 3, "c"),
        (1, 1, "a"), (1, 1, "b"), (2, 3, "c"),
        (2, 1, "a"), (2, 1, "b"), (9, 1, "c"),
        (3, 1, "a"), (3, 3, "b"),
    ]  # fmt: skip
    found = trouble(review(day, rating, card) for day, rating, card in answers)
    assert found == (
        Trouble("a", 3, 3, START + timedelta(days=3)),
        Trouble("b", 2, 3, START + timedelta(days=3)),
    )


def test_the_history_of_a_card_is_what_its_memory_went_through() -> None:
    scheduler = Scheduler(fuzz=False)
    events = history([(review(0, 3), 0), (review(2, 3), 0), (review(13, 1), 0)], scheduler)
    assert [event.rating for event in events] == [3, 3, 1]
    assert [event.days for event in events] == [2, 11, 2]
    assert events[0].recall is None
    assert events[1].recall == pytest.approx(0.909493, abs=1e-6)
    assert events[1].stability == pytest.approx(10.964332, abs=1e-6)


def test_what_is_due_in_the_next_days_by_hand() -> None:
    dues = (-9, 0, 0, 1, 3, 3, 3, 29, 30, 100)
    memories = [memory(str(number), due=due) for number, due in enumerate(dues)]
    ahead = memory("ahead", due=100, last=90)
    counts = forecast([*memories, ahead], START)
    assert len(counts) == 30
    assert {at: count for at, count in enumerate(counts) if count} == {0: 4, 1: 1, 3: 3, 29: 1}


def test_what_is_known_is_the_sum_of_the_chances() -> None:
    scheduler = Scheduler()
    fresh, old = memory("a", last=0), memory("b", last=-5)
    assert known([fresh, old], START, scheduler) == pytest.approx(1.9)
