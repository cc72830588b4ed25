"""One graded answer, as the schedule sees it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from game.study.grade import Rating


@dataclass(frozen=True, slots=True)
class Review:
    """A card was answered. `day` is the study day; `card` is `pack/fact#name`."""

    card: str
    day: date
    at_utc: datetime
    rating: Rating
