"""Backups: made whole or not at all, as many as Anki keeps, and put back by one command."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.records import backup
from game.records.places import Places
from game.records.restore import CannotRestore, restore
from game.records.rotation import DAYS, MONTHS, WEEKS, staying
from game.records.store import Store
from game.records.whole import look_through
from tests.examples import examples
from tests.patience import PATIENCE_S
from tests.records.made import record

NOW = datetime(2027, 6, 1, 12, tzinfo=UTC)
moments = st.datetimes(datetime(2024, 1, 1), datetime(2027, 6, 2)).map(
    lambda at: at.replace(tzinfo=UTC, microsecond=0)
)


def filled(folder: Path, first: int = 0, count: int = 5, now: datetime = NOW) -> None:
    store = Store.open(folder, lambda: now).store
    for at in range(first, first + count):
        store.add(record(at))
    assert store.close(PATIENCE_S)


def test_two_years_of_backups_come_down_to_days_weeks_and_months() -> None:
    made = [NOW - timedelta(hours=hours) for hours in range(0, 2 * 365 * 24, 6)]
    kept = staying(made, NOW)
    recent = {at for at in kept if NOW - at < timedelta(days=2)}
    assert recent == {at for at in made if NOW - at < timedelta(days=2)}
    older = sorted(kept - recent, reverse=True)
    assert len(older) == DAYS + WEEKS + MONTHS
    days, weeks, months = older[:DAYS], older[DAYS : DAYS + WEEKS], older[DAYS + WEEKS :]
    assert len({at.date() for at in days}) == DAYS
    assert len({at.isocalendar()[:2] for at in weeks}) == WEEKS
    assert len({(at.year, at.month) for at in months}) == MONTHS
    assert NOW - older[-1] > timedelta(days=330)


@given(st.sets(moments, max_size=60))
def test_the_newest_backup_always_stays_and_doing_it_twice_changes_nothing(
    made: set[datetime],
) -> None:
    kept = staying(made, NOW)
    assert kept <= made
    assert not made or max(made) in kept
    assert staying(kept, NOW) == kept


@examples(25)
@given(st.lists(st.integers(1, 40), min_size=1, max_size=80))
def test_however_often_it_is_used_each_of_the_last_weeks_has_a_backup(hours: list[int]) -> None:
    now, kept, made = NOW, frozenset[datetime](), []
    for gap in hours:
        now += timedelta(hours=gap)
        made.append(now)
        kept = staying({*kept, now}, now)
    for at in made:
        if now - at < timedelta(days=DAYS):
            assert any(other.date() == at.date() for other in kept)


def test_a_backup_is_made_when_the_game_is_left_and_not_again_for_half_an_hour(
    tmp_path: Path,
) -> None:
    places = Places(tmp_path)
    filled(tmp_path)
    assert [one.newest for one in backup.every(places)] == [5]
    filled(tmp_path, 5, now=NOW + timedelta(minutes=29))
    assert [one.newest for one in backup.every(places)] == [5]
    filled(tmp_path, 10, now=NOW + timedelta(minutes=31))
    # It was due at the start, with the answers of the time before, or else when the game was left.
    assert [one.newest for one in backup.every(places)] in ([10, 5], [15, 5])


def test_a_long_sitting_is_backed_up_every_half_hour(tmp_path: Path) -> None:
    now = NOW
    store = Store.open(tmp_path, lambda: now).store
    for at in range(4):
        now = NOW + timedelta(minutes=20 * at)
        store.add(record(at))
        store.wait()
        store._keeping.settle()
    assert [one.newest for one in backup.every(Places(tmp_path))] == [3]
    store.close()


def test_nothing_new_makes_no_backup(tmp_path: Path) -> None:
    filled(tmp_path)
    filled(tmp_path, 0, 0, now=NOW + timedelta(days=1))
    assert len(backup.every(Places(tmp_path))) == 1


def test_a_backup_that_is_made_while_answers_come_is_whole(tmp_path: Path) -> None:
    store = Store.open(tmp_path, lambda: NOW).store
    places = Places(tmp_path)
    going = True

    def answer() -> None:
        at = 0
        while going:
            store.add(record(at)).wait(PATIENCE_S)
            at += 1

    thread = threading.Thread(target=answer)
    thread.start()
    made = [backup.make(places, NOW + timedelta(hours=hour)) for hour in range(5)]
    going = False
    thread.join()
    store.close()
    for one in made:
        backup.unpack(one.path, tmp_path / "unpacked.db")
        with closing(sqlite3.connect(tmp_path / "unpacked.db")) as file:
            look_through(file)
            (count,) = file.execute("SELECT count(*) FROM answer").fetchone()
            assert count == one.newest


def test_what_a_crash_left_of_a_backup_is_thrown_away(tmp_path: Path) -> None:
    filled(tmp_path)
    left = tmp_path / "backups" / "20270601T120000Z.db.unfinished"
    left.write_bytes(b"half")
    Store.open(tmp_path).store.close()
    assert not left.exists()
    assert len(backup.every(Places(tmp_path))) == 1


def test_going_back_keeps_what_stood_before_as_a_backup(tmp_path: Path) -> None:
    places = Places(tmp_path)
    filled(tmp_path, 0, 5)
    first = backup.every(places)[0]
    filled(tmp_path, 5, 5, now=NOW + timedelta(minutes=5))
    done = restore(places, NOW + timedelta(hours=2))
    assert (done.path, done.answers) == (first.path, 5)
    assert done.before is not None
    opened = Store.open(tmp_path, lambda: NOW + timedelta(hours=3))
    assert opened.said == ()
    assert opened.store.count == 5
    opened.store.close()
    back = restore(places, NOW + timedelta(hours=4), done.before.name)
    assert back.answers == 10


def test_nothing_is_restored_while_the_game_is_open(tmp_path: Path) -> None:
    filled(tmp_path)
    store = Store.open(tmp_path).store
    with pytest.raises(CannotRestore, match="Close it first"):
        restore(Places(tmp_path), NOW)
    store.close()
    assert restore(Places(tmp_path), NOW).answers == 5


def test_a_damaged_file_is_set_aside_before_a_backup_takes_its_place(tmp_path: Path) -> None:
    filled(tmp_path)
    (tmp_path / "records.db").write_bytes(b"damaged")
    done = restore(Places(tmp_path), NOW)
    assert done.answers == 5
    assert done.before is not None
    assert done.before.read_bytes() == b"damaged"


def test_without_a_good_backup_nothing_is_touched(tmp_path: Path) -> None:
    filled(tmp_path)
    places = Places(tmp_path)
    with pytest.raises(CannotRestore, match="no backup nonsense"):
        restore(places, NOW, "nonsense")
    for one in backup.every(places):
        one.path.write_bytes(b"damaged")
    with pytest.raises(CannotRestore, match="Every backup is damaged"):
        restore(places, NOW)
    store = Store.open(tmp_path).store
    assert store.count == 5
    store.close()
