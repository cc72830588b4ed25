"""The log of answers as a file has it: adding to its end, and what follows from it."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Collection, Mapping, Sequence
from contextlib import AbstractContextManager

from game.records import rows
from game.records.derived import Derived
from game.records.record import Record

_SECOND_US = 1_000_000


class Log:
    """Adds to the log of one connection, each group in one transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.lock = threading.RLock()
        self.derived = Derived(connection)
        self._schedulers: dict[str, int] = {}
        self._version = -1
        self._count = 0

    def count(self) -> int:
        """How many answers the file has; counted anew only if another copy has written."""
        (version,) = self.connection.execute("PRAGMA data_version").fetchone()
        if version != self._version:
            (self._count,) = self.connection.execute("SELECT count(*) FROM answer").fetchone()
            self._version = version
            self.derived.look_again()
        return self._count

    def add(self, records: Sequence[Record]) -> int:
        """Add records to the end; gives how many answers the file then has.

        All of them are on disk when this returns, or none if it raises sqlite3.Error.
        """
        try:
            before = self._add(records)
        except BaseException:
            self.recount()
            raise
        self._count = before + len(records)
        return self._count

    def _add(self, records: Sequence[Record]) -> int:
        with self.transaction():
            before = self.count()
            for record in records:
                rows.insert(
                    self.connection,
                    record,
                    self._scheduler(record.scheduler_params),
                    self._clock_back_s(record),
                )
                self.derived.fold(record)
        return before

    def transaction(self) -> Transaction:
        """All of what is done within, or nothing of it; others who use the connection wait."""
        return Transaction(self.connection, self.lock)

    def rebuild(self) -> bool:
        """Make all that is derived anew; whether it had been the same, to the last bit."""
        with self.transaction():
            before = self.derived.state()
            self.derived.rebuild()
            return self.derived.state() == before

    def rename(self, renamed: Mapping[str, str]) -> None:
        """Have facts go on under new ids."""
        with self.transaction():
            self.derived.rename(renamed)

    def newest(self) -> int:
        """The number of the newest answer, 0 if there is none."""
        with self.lock:
            row = self.connection.execute("SELECT coalesce(max(id), 0) FROM answer").fetchone()
        return int(row[0])

    def leaving(self) -> frozenset[str]:
        """The learners who are not yet gone from the backups."""
        with self.lock:
            return frozenset(
                name for (name,) in self.connection.execute("SELECT profile FROM leaving")
            )

    def gone(self, profiles: Collection[str]) -> None:
        """Learners are gone from all backups, and their random ids need not be known any longer."""
        with self.transaction():
            for profile in profiles:
                self.connection.execute("DELETE FROM leaving WHERE profile = ?", (profile,))

    def recount(self) -> None:
        """Count anew, and look up again what is known of the tables, before they are next used."""
        self._version = -1
        self._schedulers.clear()

    def _clock_back_s(self, record: Record) -> int:
        """How far the clock stood behind the answer before, which happens where it is set back."""
        last = self.connection.execute("SELECT at_utc FROM answer ORDER BY id DESC LIMIT 1")
        row = last.fetchone()
        behind = row[0] - rows.microseconds(record.at_utc) if row else 0
        return max(0, -(-behind // _SECOND_US))

    def _scheduler(self, params: str) -> int:
        if params not in self._schedulers:
            self.connection.execute(
                "INSERT OR IGNORE INTO scheduler (params) VALUES (?)", (params,)
            )
            found = self.connection.execute("SELECT id FROM scheduler WHERE params = ?", (params,))
            (number,) = found.fetchone()
            self._schedulers[params] = number
        return self._schedulers[params]


class Transaction:
    """All of what is done within, or nothing of it."""

    def __init__(self, connection: sqlite3.Connection, lock: AbstractContextManager[bool]) -> None:
        self._connection = connection
        self._lock = lock

    def __enter__(self) -> None:
        self._lock.__enter__()
        try:
            self._connection.execute("BEGIN IMMEDIATE")
        except BaseException:
            self._lock.__exit__(None, None, None)
            raise

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        try:
            if kind is None:
                self._connection.execute("COMMIT")
        finally:
            # A full disk has SQLite roll back by itself, and then there is nothing left to do.
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            self._lock.__exit__(None, None, None)
