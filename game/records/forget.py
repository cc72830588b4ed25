"""Deleting a learner, so that not a byte of them is left: in the file, its log and its backups."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection
from contextlib import closing

from game.records import backup
from game.records.connect import connect
from game.records.log import Log
from game.records.places import UNFINISHED, Places, put, settle_folder


def forget(log: Log, profile: str) -> None:
    """Delete a learner from the file; they stay noted as leaving until `Log.gone`."""
    with log.transaction():
        _delete(log.connection, {profile})
    log.recount()
    _compact(log.connection)


def forget_in_backups(
    places: Places,
    profiles: Collection[str],
    progress: Callable[[int, int], None] = lambda *_: None,
    go_on: Callable[[], bool] = lambda: True,
) -> None:
    """Delete learners from every backup, and the files that were set aside as damaged.

    A backup that cannot be read is deleted: whatever is in it, it is no use as a backup.
    """
    for path in (*places.folder.glob("records.damaged-*"), *places.folder.glob("records.was-*")):
        path.unlink(missing_ok=True)
    backups = backup.every(places)
    for done, one in enumerate(backups):
        progress(done, len(backups))
        plain = one.path.with_name(one.path.name + f".plain{UNFINISHED}")
        packed = one.path.with_name(one.path.name + UNFINISHED)
        try:
            backup.unpack(one.path, plain)
            with closing(connect(plain, wal=False)) as file:
                file.execute("BEGIN IMMEDIATE")
                _delete(file, profiles)
                file.execute("DELETE FROM leaving")
                file.execute("COMMIT")
                _compact(file)
            backup.pack(plain, packed, go_on)
            put(packed, one.path)
        except backup.Stopped:
            raise
        except backup.BAD:
            one.path.unlink(missing_ok=True)
        finally:
            plain.unlink(missing_ok=True)
            packed.unlink(missing_ok=True)
    if places.backups.exists():
        settle_folder(places.backups)
    progress(len(backups), len(backups))


def _delete(connection: sqlite3.Connection, profiles: Collection[str]) -> None:
    for profile in profiles:
        connection.execute("INSERT OR IGNORE INTO leaving VALUES (?)", (profile,))
        connection.execute("DELETE FROM answer WHERE profile = ?", (profile,))
        connection.execute("DELETE FROM profile WHERE id = ?", (profile,))


def _compact(connection: sqlite3.Connection) -> None:
    """Leave no byte of what was deleted, in the file or in its log."""
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    connection.execute("VACUUM")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
