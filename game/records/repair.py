"""A damaged file: set aside, the newest good backup in its place, and all later answers that can
still be read put after it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import Any

from game.records import backup, migrate, wal
from game.records.backup import Backup
from game.records.connect import connect
from game.records.derived import Derived
from game.records.message import Message
from game.records.places import Places, put
from game.records.rows import COLUMNS, from_values, insert_values, sum_of
from game.records.trouble import DAMAGED
from game.records.whole import look_through

_EVERY = ", ".join(f'"{name}"' for name in COLUMNS)
_PARAMS, _PROFILE = COLUMNS.index("scheduler_params"), COLUMNS.index("profile")
_GAP = 5_000
"""So many answers in a row that cannot be read are taken for the end."""


def has_anything(places: Places) -> bool:
    """Whether there is anything to start from where the file is gone: a backup, a damaged file, or
    what SQLite had beside it, which must not come to lie beside another one."""
    beside = any(path.exists() for path in places.beside)
    return beside or bool(backup.every(places) or places.aside())


def repair(places: Places, now: datetime) -> Message:
    """Put a good file in the place of one that is damaged or gone. OSError or sqlite3.Error if the
    disk does not let us; then all is as it was."""
    unfinished = places.unfinished("records-repaired.db")
    gone = not places.db.exists()
    # Of a file that is gone the log may be left, and have its last answers.
    left = not gone or places.beside[0].exists()
    damaged = places.db if left else next(iter(places.aside()[-1:]), None)
    base = _newest_good(places, unfinished)
    saved = 0
    with closing(connect(unfinished, wal=False)) as made:
        if base is None:
            migrate.fill(made)
        else:
            migrate.migrate(made)
        if damaged is not None and (left or not (base and _is_older(damaged, base))):
            saved = _salvage(places, damaged, made)
    aside = None if gone else places.set_aside(now)
    if gone:
        _clear_beside(places, now)
        places.forget_notes()
    put(unfinished, places.db)
    name = aside.name if aside else ""
    if base is None:
        return Message("started-anew", name, count=saved)
    return Message("found-again" if gone else "restored", name, base.at.date(), saved)


def _newest_good(places: Places, target: Path) -> Backup | None:
    """Unpack the newest backup that is whole, and say which it was."""
    for one in backup.every(places):
        try:
            backup.unpack(one.path, target)
            with closing(connect(target, wal=False)) as file:
                if migrate.version_of(file) > migrate.VERSION:
                    continue
                look_through(file)
            return one
        except backup.BAD as error:
            if isinstance(error, OSError) and not target.exists():
                raise
            continue
    target.unlink(missing_ok=True)
    return None


def _is_older(damaged: Path, base: Backup) -> bool:
    """Whether a file was set aside before a backup was made, which then has all of it."""
    return damaged.stat().st_mtime < base.at.timestamp()


def _clear_beside(places: Places, now: datetime) -> None:
    """A log without its file would be played into the new one."""
    if any(path.exists() for path in places.beside):
        places.set_aside(now)


def _salvage(places: Places, damaged: Path, made: sqlite3.Connection) -> int:
    """Add what can be read of a damaged file after the end of another; gives how many answers."""
    scratch = places.unfinished("records-damaged.db")
    wal.readable_copy(damaged, scratch)
    try:
        with closing(sqlite3.connect(scratch, isolation_level=None)) as source:
            made.execute("BEGIN IMMEDIATE")
            try:
                count = _take_over(source, made)
                made.execute("COMMIT")
            finally:
                if made.in_transaction:
                    made.execute("ROLLBACK")
        return count
    finally:
        for path in scratch.parent.glob(f"{scratch.name}*"):
            path.unlink(missing_ok=True)


def _take_over(source: sqlite3.Connection, made: sqlite3.Connection) -> int:
    for row in _rows(source, "SELECT id, nickname, picture, created_day FROM profile"):
        if all(isinstance(value, str) for value in row) and _is_day(row[3]):
            made.execute("INSERT OR IGNORE INTO profile VALUES (?, ?, ?, ?)", row)
    Derived(made).rename(dict(_rows(source, "SELECT old, new FROM renamed")))
    schedulers = dict(made.execute("SELECT id, params FROM scheduler"))
    schedulers.update(_rows(source, "SELECT id, params FROM scheduler"))
    numbers = {params: number for number, params in made.execute("SELECT * FROM scheduler")}
    known = {name for (name,) in made.execute("SELECT id FROM profile")}
    (last,) = made.execute("SELECT coalesce(max(id), 0) FROM answer").fetchone()
    derived, count = Derived(made), 0
    for number, *values, behind, checksum in _answers(source, last):
        values[_PARAMS] = schedulers.get(values[_PARAMS])
        try:
            if sum_of(values, behind) != checksum:
                continue
            record = from_values(values)
        except (ValueError, TypeError, OverflowError):
            continue
        profile = values[_PROFILE]
        if profile is not None and profile not in known:
            # Who it was cannot be read any more; that it was answered can.
            made.execute(
                "INSERT INTO profile VALUES (?, '?', '', ?)",
                (profile, record.study_day.isoformat()),
            )
            known.add(profile)
        if record.scheduler_params not in numbers:
            made.execute("INSERT INTO scheduler (params) VALUES (?)", (record.scheduler_params,))
            (new,) = made.execute("SELECT last_insert_rowid()").fetchone()
            numbers[record.scheduler_params] = new
        values[_PARAMS] = numbers[record.scheduler_params]
        insert_values(made, number, values, behind, checksum)
        derived.fold(record)
        count += 1
    return count


def _rows(source: sqlite3.Connection, query: str) -> Iterator[tuple[Any, ...]]:
    """The rows of a small table, as far as they can be read."""
    try:
        yield from source.execute(query)
    except DAMAGED:
        return


def _answers(source: sqlite3.Connection, last: int) -> Iterator[list[Any]]:
    """The answers after a number, those left out that cannot be read."""
    query = f"SELECT id, {_EVERY}, clock_back_s, sum FROM answer WHERE id > ? ORDER BY id"
    missed = 0
    while missed < _GAP:
        try:
            for row in source.execute(query, (last,)):
                if not isinstance(row[0], int) or row[0] <= last:
                    return
                last, missed = row[0], 0
                yield list(row)
            return
        except DAMAGED:
            last, missed = last + 1, missed + 1


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
