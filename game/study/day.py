"""Study days: calendar days that begin at four in the morning, where the learner is."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

ROLLOVER = timedelta(hours=4)
"""Who plays past midnight is still at yesterday's cards."""

_SHIFT = timedelta(days=1)
"""How far back a study day may go without a wrong clock: once, by flying over the date line."""


def study_day(at: datetime, offset: timedelta) -> date:
    """The study day of a moment. `offset` is local time minus UTC at that moment.

    ValueError for a moment that does not say its zone.
    """
    if at.utcoffset() is None:
        raise ValueError("a moment without a zone belongs to no study day")
    return (at.astimezone(UTC) + offset - ROLLOVER).date()


def is_first(last: date | None, day: date) -> bool:
    """Whether an answer on `day` is the first of its study day, `last` being the card's last one.

    A traveller may live one day twice, and it counts once. A last day further ahead was written
    under a wrong clock, and must not keep the card away until then.
    """
    return last is None or day > last or last - day > _SHIFT
