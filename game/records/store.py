"""The records of this machine: answers kept, and what is read from them."""

from __future__ import annotations

import secrets
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from game.records import derived, rows
from game.records.connect import connect
from game.records.log import Log
from game.records.message import Message
from game.records.record import DayKept, Mode, Profile, Record, SittingKept
from game.records.schema import APPLICATION_ID, FIRST
from game.records.ticket import Ticket
from game.records.writer import Writer
from game.study.memory import Memory
from game.study.review import Review

NAME = "records.db"


@dataclass(frozen=True, slots=True)
class Opened:
    """The records, and what is to be said of how they were opened; often nothing."""

    store: Store
    said: tuple[Message, ...] = ()


def _now() -> datetime:
    return datetime.now(UTC)


class Store:
    """All that is kept. What writes is done by a thread of its own, also where a method waits."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        reading: sqlite3.Connection | None,
        folder: Path | None,
        now: Callable[[], datetime],
    ) -> None:
        self.folder = folder
        self._now = now
        self._log = Log(connection)
        self._writer = Writer(self._log)
        self._reading = reading or connection
        self._lock = threading.RLock() if reading else self._log.lock
        self._count = self._log.count()

    @staticmethod
    def open(folder: Path | None, now: Callable[[], datetime] = _now) -> Opened:
        """The records of a folder; of None, all is kept in memory alone until the end."""
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)
        path = None if folder is None else folder / NAME
        connection = connect(path)
        if not connection.execute("PRAGMA user_version").fetchone()[0]:
            connection.executescript(
                f"BEGIN IMMEDIATE; PRAGMA application_id = {APPLICATION_ID}; "
                f"PRAGMA user_version = 1; {FIRST} COMMIT;"
            )
        return Opened(Store(connection, connect(path) if path else None, folder, now))

    @property
    def count(self) -> int:
        """How many answers the file has, as of the last that was stored."""
        return self._count

    def add(self, record: Record, done: Callable[[int], None] | None = None) -> Ticket:
        """Have an answer kept. `done` is called from the writer's thread with the number of answers
        in the file, once this one is on disk."""

        def stored(count: int) -> None:
            self._count = count
            if done is not None:
                done(count)

        ticket = Ticket(stored)
        self._writer.add(record, ticket)
        return ticket

    def wait(self, timeout_s: float | None = None) -> bool:
        """Wait until all that was handed over is settled; whether that came in time."""
        return self._writer.wait(timeout_s)

    def close(self, timeout_s: float | None = 5.0) -> bool:
        """Write what is left, and close the file; whether every answer is on disk."""
        whole = self._writer.close(timeout_s)
        with self._lock:
            if self._reading is not self._log.connection:
                self._reading.close()
        self._log.connection.close()
        return whole

    def profiles(self) -> tuple[Profile, ...]:
        """The learners of this machine, the first that was made first."""
        with self._read() as file:
            found = file.execute(
                "SELECT id, nickname, picture, created_day FROM profile ORDER BY rowid"
            ).fetchall()
        return tuple(
            Profile(id, nickname, picture, date.fromisoformat(day))
            for id, nickname, picture, day in found
        )

    def add_profile(self, nickname: str, picture: str) -> Profile:
        """A new learner. The nickname need not be another than all others."""
        today = self._now().astimezone().date()
        made = Profile(secrets.token_hex(8), nickname, picture, today)

        def work(log: Log) -> None:
            with log.transaction():
                log.connection.execute(
                    "INSERT INTO profile VALUES (?, ?, ?, ?)",
                    (made.id, made.nickname, made.picture, made.created_day.isoformat()),
                )

        self._writer.run(work)
        return made

    def memories(self, profile: str) -> dict[str, Memory]:
        """All that a learner remembers, by card."""
        with self._read() as file:
            return derived.memories(file, profile)

    def reviews(self, profile: str) -> tuple[tuple[Review, int], ...]:
        """The graded answers of a learner in the log's order, each with its options."""
        return tuple(
            (Review(one.card, one.study_day, one.at_utc, one.rating), one.options)  # type: ignore[arg-type]
            for one in self.records(profile)
            if one.rating is not None
        )

    def records(self, profile: str, card: str = "") -> tuple[Record, ...]:
        """All answers of a learner in the log's order, or those of one card."""
        with self._read() as file:
            if card:
                where = "answer.profile = ? AND answer.card = ?"
                return tuple(rows.select(file, where, (profile, card)))
            return tuple(rows.select(file, "answer.profile = ?", (profile,)))

    def sittings(self, profile: str, mode: Mode | None = None) -> tuple[SittingKept, ...]:
        """The sittings and rounds of a learner, or those of one mode, the oldest first."""
        with self._read() as file:
            found = file.execute(
                'SELECT seed, mode, pack, study_day, began, answers, "right" FROM sitting '
                "WHERE profile = ? AND mode = coalesce(?, mode) ORDER BY began",
                (profile, mode),
            ).fetchall()
        return tuple(
            SittingKept(seed, mode, pack, date.fromisoformat(day), rows.moment(began), *counts)
            for seed, mode, pack, day, began, *counts in found
        )

    def days(self, profile: str) -> tuple[DayKept, ...]:
        """The study days of a learner on which anything was answered, the oldest first."""
        with self._read() as file:
            found = file.execute(
                'SELECT study_day, answers, "right", elapsed_ms FROM day WHERE profile = ? '
                "ORDER BY study_day",
                (profile,),
            ).fetchall()
        return tuple(DayKept(date.fromisoformat(row[0]), *row[1:]) for row in found)

    def rebuild(self) -> None:
        """Make all that is derived anew from the log of answers."""

        def work(log: Log) -> None:
            with log.transaction():
                log.derived.rebuild()

        self._writer.run(work)

    @contextmanager
    def _read(self) -> Iterator[sqlite3.Connection]:
        with self._lock:
            yield self._reading
