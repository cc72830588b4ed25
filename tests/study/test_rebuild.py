"""The log is the truth: what is remembered can be made from it at any time."""

from __future__ import annotations

import random
from datetime import UTC, datetime, time, timedelta

import pytest

from game.study.grade import Rating
from game.study.memory import Memory
from game.study.rebuild import rebuild
from game.study.review import Review
from game.study.schedule import Scheduler
from tests.study.made import START

Log = list[tuple[Review, int]]
RATINGS: tuple[Rating, ...] = (1, 2, 3, 4)


def made_log(number: int) -> Log:
    """A log of up to 40 answers to a few cards, under a clock that is now and then set wrong."""
    rng = random.Random(f"log/{number}")
    day, log = START, []
    for _ in range(rng.randint(1, 40)):
        day += timedelta(days=rng.choice((0, 0, 1, 1, 2, 5, 30)))
        if rng.random() < 0.02:
            day += timedelta(days=rng.randint(-400, 400))
        card = f"made/{rng.randint(1, 6)}#answer"
        at = datetime.combine(day, time(rng.randint(4, 23)), UTC)
        rating = rng.choices(RATINGS, (3, 2, 8, 1))[0]
        log.append((Review(card, day, at, rating), rng.choice((0, 2, 3, 4, 24))))
    return log


def as_it_happens(log: Log) -> dict[str, Memory]:
    """The memories after each answer in turn, by a scheduler made anew each time."""
    kept: dict[str, Memory] = {}
    for review, options in log:
        kept[review.card] = Scheduler().after(kept.get(review.card), review, options=options)
    return kept


def same_to_the_last_bit(numbers: range) -> bool:
    shared = Scheduler()
    return all(rebuild(log, shared) == as_it_happens(log) for log in (made_log(n) for n in numbers))


def test_a_few_logs_give_what_was_kept_all_along() -> None:
    assert same_to_the_last_bit(range(300))


@pytest.mark.slow
def test_ten_thousand_logs_give_what_was_kept_all_along() -> None:
    assert same_to_the_last_bit(range(10_000))


def test_the_order_of_the_log_counts_and_no_clock() -> None:
    log = made_log(7)
    cards = [review.card for review, _ in log]
    sorted_by_card = sorted(log, key=lambda pair: cards.index(pair[0].card))
    assert rebuild(sorted_by_card) == rebuild(log)
