"""Study days: four in the morning, zones, summer time, and clocks that jump."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from game.study.day import is_first, study_day


def local(zone: str, *when: int) -> tuple[datetime, timedelta]:
    """A wall-clock time as the moment and the offset that a machine there would tell."""
    year, month, day, hour, minute = when
    here = datetime(year, month, day, hour, minute, tzinfo=ZoneInfo(zone))
    offset = here.utcoffset()
    assert offset is not None
    return here.astimezone(UTC), offset


@pytest.mark.parametrize("zone", ["Asia/Almaty", "Europe/Berlin", "America/St_Johns", "UTC"])
def test_a_study_day_begins_at_four_in_the_morning(zone: str) -> None:
    assert study_day(*local(zone, 2026, 11, 24, 3, 59)) == date(2026, 11, 23)
    assert study_day(*local(zone, 2026, 11, 24, 4, 0)) == date(2026, 11, 24)


def test_a_class_that_meets_five_minutes_earlier_meets_on_the_next_day() -> None:
    monday = study_day(*local("Asia/Almaty", 2026, 11, 23, 10, 5))
    tuesday = study_day(*local("Asia/Almaty", 2026, 11, 24, 10, 0))
    assert tuesday - monday == timedelta(days=1)


@pytest.mark.parametrize("change", [(2026, 3, 29), (2026, 10, 25)])
def test_the_days_of_a_change_of_summer_time_are_one_day_each(change: tuple[int, int, int]) -> None:
    before = study_day(*local("Europe/Berlin", *change, 3, 59))
    after = study_day(*local("Europe/Berlin", *change, 4, 1))
    assert after == date(*change)
    assert after - before == timedelta(days=1)


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        study_day(datetime(2026, 11, 23, 12), timedelta(0))


def test_only_the_first_answer_of_a_study_day_is_first() -> None:
    day = date(2026, 11, 23)
    assert is_first(None, day)
    assert is_first(day - timedelta(days=1), day)
    assert not is_first(day, day)


def test_a_traveller_who_lives_a_day_twice_has_one_first_answer() -> None:
    here = study_day(*local("Pacific/Kiritimati", 2026, 11, 24, 9, 0))
    there = study_day(*local("Pacific/Honolulu", 2026, 11, 23, 18, 0))
    assert (here, there) == (date(2026, 11, 24), date(2026, 11, 23))
    assert not is_first(here, there)


def test_a_card_seen_under_a_clock_a_year_ahead_is_first_again_today() -> None:
    assert is_first(date(2027, 11, 23), date(2026, 11, 23))
