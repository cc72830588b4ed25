"""Opening the records of a folder, in whatever state it is: nothing is ever overwritten unsaid."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from game.phrase import phrase
from game.records import backup, class_log, migrate, repair, wal
from game.records.connect import connect, read_only
from game.records.lock import Lock
from game.records.message import Message
from game.records.network import is_on_network
from game.records.places import Places, settle_folder
from game.records.rows import microseconds, moment
from game.records.schema import APPLICATION_ID, OLD_SQLITE
from game.records.trouble import DAMAGED, Trouble, trouble_of
from game.records.whole import NotWhole, derived_is_whole, is_marked, look_through, mark, reaches

_HIGHEST = 10_000
"""No version of the tables will have such a number; the file that has it is damaged."""


PATIENCE_S = 10.0
"""How long a second copy of the game waits for the first to make the file, or to mend it."""


@dataclass(frozen=True, slots=True)
class File:
    """The connections to an opened file. `reading` is None where one connection does it all.

    `kept` is "" where answers go to the disk, else why they do not. `places` and `lock` are None
    for what is in memory alone; `first` is whether this copy of the game looks after the file.
    """

    writing: sqlite3.Connection
    reading: sqlite3.Connection | None = None
    places: Places | None = None
    lock: Lock | None = None
    kept: Trouble = ""
    said: tuple[Message, ...] = field(default=())

    @property
    def first(self) -> bool:
        return self.lock is not None and self.lock.number == 0


def open_file(folder: Path | None, now: Callable[[], datetime]) -> File:
    """The file of a folder; of None, one in memory. What happened is in `said`."""
    if folder is None:
        return File(_in_memory(None))
    places = Places(folder)
    lock = None
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = _place(places)
        made = _first(places, lock, now) if lock.number == 0 else _another(places, lock)
    except _Others:
        assert lock is not None
        lock.release()
        said = (Message("second-copy"),)
        return File(_in_memory(places), places=places, kept="busy", said=said)
    except (OSError, *DAMAGED, NotWhole) as error:
        if lock is not None:
            lock.release()
        return _lent(places, trouble_of(error))
    return made


def _place(places: Places) -> Lock:
    """A place in the row, once there is a file for whoever is not the first: two copies that are
    started at once both keep what is answered."""
    lock = Lock.take(places)
    until = time.monotonic() + PATIENCE_S
    while lock.number and (_version(places) or 0) < migrate.VERSION and time.monotonic() < until:
        time.sleep(0.02)
        # The first may have gone without a file; then this one makes it.
        lock.release()
        lock = Lock.take(places)
    return lock


def _first(places: Places, lock: Lock, now: Callable[[], datetime]) -> File:
    places.tidy()
    class_log.tidy(places.folder, now())
    said: list[Message] = []
    version = _version(places)
    if version is None and not places.db.exists() and not repair.has_anything(places):
        migrate.create(places)
    elif version is None:
        said.append(_mended(places, lock, now))
    elif version > migrate.VERSION:
        return _newer(places, lock)
    elif wal.is_damaged(places.beside[0]):
        # Whoever opened it would lose what SQLite does not take.
        said.append(_mended(places, lock, now))
    try:
        writing = _connection(places, now)
    except migrate.Newer:
        return _newer(places, lock)
    except (*DAMAGED, NotWhole) as error:
        if not isinstance(error, NotWhole) and trouble_of(error) != "damaged":
            raise
        said.append(_mended(places, lock, now))
        writing = _connection(places, now)
    behind = _clock_back(writing, now())
    said += [behind] if behind else []
    reading = _second_connection(places, writing)
    return File(writing, reading, places, lock, said=tuple(said))


class _Others(Exception):
    """Another copy of the game has the file open that would have to be replaced."""


def _mended(places: Places, lock: Lock, now: Callable[[], datetime]) -> Message:
    if not lock.alone():
        raise _Others
    return repair.repair(places, now())


def _newer(places: Places, lock: Lock) -> File:
    lock.release()
    return File(_in_memory(None), places=places, kept="read-only", said=(Message("newer"),))


def _connection(places: Places, now: Callable[[], datetime]) -> sqlite3.Connection:
    """A connection to a file that is whole, up to date and noted as such."""
    made = connect(places.db, wal=not is_on_network(places.folder))
    try:
        if not is_marked(places):
            look_through(made)
        if not reaches(made, places):
            raise NotWhole(phrase("its last answers are gone"))
        if migrate.version_of(made) < migrate.VERSION:
            backup.make(places, now())
        migrate.migrate(made)
        if not is_marked(places):
            if not derived_is_whole(made):
                migrate.remake(made)
            mark(places)
        # A crash may come between a commit and the folder's first word of the log.
        settle_folder(places.folder)
    except BaseException:
        made.close()
        raise
    return made


def _another(places: Places, lock: Lock) -> File:
    """A second copy of the game writes beside the first where SQLite can keep them apart."""
    if _version(places) != migrate.VERSION:
        lock.release()
        return File(_in_memory(None), kept="busy", said=(Message("second-copy"),))
    if is_on_network(places.folder):
        lock.release()
        return File(_in_memory(places), places=places, kept="busy", said=(Message("second-copy"),))
    made = connect(places.db)
    reading = _second_connection(places, made)
    return File(made, reading, places, lock, said=(Message("shared"),))


def _lent(places: Places, why: Trouble) -> File:
    """What is on disk, read into memory: it can be studied, and nothing of it is kept."""
    what = "no-room" if why in ("no-room", "disk") else "read-only"
    said = (Message(what, str(places.folder)),)  # type: ignore[arg-type]
    return File(_in_memory(places), places=places, kept=why or "disk", said=said)


def _in_memory(places: Places | None) -> sqlite3.Connection:
    """An empty file in memory, or what can be read of the one on disk."""
    if places is not None and places.db.exists():
        # Where nothing can be written, what is in the log alone cannot be read either.
        for untouched in (False, True):
            made = connect(None)
            with suppress(*DAMAGED, NotWhole):
                with closing(read_only(places.db, untouched=untouched)) as source:
                    source.backup(made)
                if migrate.version_of(made) == migrate.VERSION:
                    look_through(made)
                    return made
            made.close()
    made = connect(None)
    migrate.fill(made)
    return made


def _second_connection(places: Places, first: sqlite3.Connection) -> sqlite3.Connection:
    try:
        return connect(places.db, wal=not is_on_network(places.folder))
    except BaseException:
        first.close()
        raise


def _version(places: Places) -> int | None:
    """The version of the tables, None where there is no file of ours or no whole one.

    It is read without a trace, since a file of a newer game is to be left as it is.
    """
    if not places.db.exists():
        return None
    try:
        with closing(read_only(places.db, untouched=True)) as file:
            (ours,) = file.execute("PRAGMA application_id").fetchone()
            version = migrate.version_of(file)
            file.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except DAMAGED as error:
        if trouble_of(error) != "damaged":
            raise
        if OLD_SQLITE and "malformed database schema" in str(error):
            # It was made with a newer SQLite, whose tables this one does not understand.
            return migrate.VERSION + 1
        return None
    return version if ours == APPLICATION_ID and 0 < version < _HIGHEST else None


def _clock_back(connection: sqlite3.Connection, now: datetime) -> Message | None:
    """A word if the clock stands before the last answer, by more than a summer hour."""
    row = connection.execute("SELECT at_utc FROM answer ORDER BY id DESC LIMIT 1").fetchone()
    if row is None or row[0] - microseconds(now) < 2 * 3600 * 1_000_000:
        return None
    return Message("clock-back", day=moment(row[0]).date())
