"""Reviews and memories made for tests of what to ask."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from game.study.grade import Rating
from game.study.memory import Memory
from game.study.review import Review

START = date(2026, 9, 1)


def review(day: int, rating: Rating, card: str = "made/a#answer") -> Review:
    """A review at noon, so many days after the first of September."""
    on = START + timedelta(days=day)
    return Review(card, on, datetime.combine(on, time(12), UTC), rating)


def memory(card: str, due: int = 0, last: int = -5, stability: float = 5.0) -> Memory:
    """A memory whose days are counted from the first of September."""
    day = timedelta(days=1)
    return Memory(card, 2, None, stability, 5.0, START + due * day, START + last * day, 2, 0)
