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

from game.packs.model import Pack
from game.records import rows
from game.records.derived import graded, kept_of, outline
from game.records.forget import forget, forget_in_backups
from game.records.keeping import Keeping
from game.records.log import Log
from game.records.message import Message
from game.records.opening import File, open_file
from game.records.pack import Matched, matched, renamed
from game.records.record import DayKept, Mode, Outline, Profile, Record, SittingKept
from game.records.ticket import Ticket
from game.records.trouble import Trouble
from game.records.writer import Writer
from game.study.memory import Memory
from game.study.review import Review


@dataclass(frozen=True, slots=True)
class Opened:
    """The records, and what is to be said of how they were opened; often nothing."""

    store: Store
    said: tuple[Message, ...] = ()


def _now() -> datetime:
    return datetime.now(UTC)


class Store:
    """All that is kept. What writes is done by a thread of its own, also where a method waits.

    Opening takes a moment and much longer where something has to be mended, so it is not for a
    frame, and neither is any method that gives something back from the file.
    """

    def __init__(self, file: File, now: Callable[[], datetime]) -> None:
        self.folder = file.places.folder if file.places else None
        self._file = file
        self._now = now
        self._log = Log(file.writing)
        self._reading = file.reading or file.writing
        self._lock = threading.RLock() if file.reading else self._log.lock
        self._keeping = Keeping(file, self._log, now)
        self._writer = Writer(self._log, file.kept, self._keeping)
        self._checked = False
        self._keeping.start()

    @staticmethod
    def open(folder: Path | None, now: Callable[[], datetime] = _now) -> Opened:
        """The records of a folder; of None, all is kept in memory alone until the end.

        It always opens. What could not be had as it should is told in `said`, and then perhaps
        nothing is kept on disk: see `kept`.
        """
        file = open_file(folder, now)
        return Opened(Store(file, now), file.said)

    @property
    def kept(self) -> Trouble:
        """Why answers do not go to the disk from the start, "" if they do or are not meant to."""
        return self._file.kept

    @property
    def trouble(self) -> Trouble:
        """Why the last answer was not kept, "" if it was."""
        return self._writer.trouble

    @property
    def count(self) -> int:
        """How many answers the file has, as of the last that was stored."""
        return self._writer.count

    def add(self, record: Record, done: Callable[[int], None] | None = None) -> Ticket:
        """Have an answer kept. `done` is called from the writer's thread with the number of answers
        in the file, once this one is on disk."""
        ticket = Ticket(done)
        self._writer.add(record, ticket)
        return ticket

    def wait(self, timeout_s: float | None = None) -> bool:
        """Wait until all that was handed over is settled; whether that came in time."""
        return self._writer.wait(timeout_s)

    def close(self, timeout_s: float | None = 5.0) -> bool:
        """Write what is left, and close the file; whether every answer is on disk."""
        whole = self._writer.close(timeout_s)
        if not self._writer.is_done:
            # The disk hangs. What waits is lost, and nothing may be taken from under the writer.
            return False
        self._keeping.stop()
        with self._lock:
            if self._file.reading is not None:
                self._file.reading.close()
        self._file.writing.close()
        self._keeping.end(whole=whole)
        return whole

    def profiles(self) -> tuple[Profile, ...]:
        """The learners of this machine, the first that was made first."""
        with self._read() as file:
            found = file.execute(
                "SELECT id, nickname, picture, created_day FROM profile "
                "WHERE id NOT IN (SELECT profile FROM leaving) ORDER BY rowid"
            ).fetchall()
        return tuple(
            Profile(id, nickname, picture, date.fromisoformat(day))
            for id, nickname, picture, day in found
        )

    def add_profile(self, nickname: str, picture: str) -> Profile:
        """A new learner. The nickname need not be another than all others. sqlite3.Error if the
        disk refuses."""
        today = self._now().astimezone().date()
        made = Profile(secrets.token_hex(8), nickname, picture, today)
        self._write(
            "INSERT INTO profile VALUES (?, ?, ?, ?)",
            (made.id, made.nickname, made.picture, made.created_day.isoformat()),
        )
        return made

    def rename_profile(self, profile: str, nickname: str, picture: str) -> None:
        """Call a learner otherwise; the backups until now have the old name. sqlite3.Error if the
        disk refuses."""
        self._write(
            "UPDATE profile SET nickname = ?, picture = ? WHERE id = ?",
            (nickname, picture, profile),
        )

    def delete_profile(
        self, profile: str, progress: Callable[[int, int], None] = lambda *_: None
    ) -> None:
        """Delete a learner and all their answers, from the file and from every backup.

        Set-aside damaged files go as well, since nothing can be taken out of those. It may take
        seconds; `progress` is told how many backups of how many are done. If it is cut short, the
        next start goes on with it. sqlite3.Error if the disk refuses.
        """

        def work(log: Log) -> None:
            self._keeping.forgot()
            forget(log, profile)

        self._writer.run(work)
        if self._file.places is not None and not self._file.kept:
            places = self._file.places
            with self._keeping.backing_up:
                forget_in_backups(places, {profile}, progress)
            self._writer.run(lambda log: log.gone({profile}))

    def memories(self, profile: str) -> dict[str, Memory]:
        """All that a learner remembers, by card."""
        self._ensure_current()
        with self._read() as file:
            return {card: kept.memory for card, kept in kept_of(file, profile).items()}

    def known(self, profile: str, pack: Pack) -> Matched:
        """What a learner remembers of a pack as it is now, once it is told which facts it has
        renamed."""
        former = renamed(pack)
        if former:
            self._writer.run(lambda log: log.rename(former))
        self._ensure_current()
        with self._read() as file:
            kept = kept_of(file, profile)
        memories = {card: one.memory for card, one in kept.items()}
        return matched(pack, memories, {card: one.card_rev for card, one in kept.items()})

    def reviews(self, profile: str) -> tuple[tuple[Review, int], ...]:
        """The graded answers of a learner in the log's order, each with its options."""
        with self._read() as file:
            return tuple((one.review, one.options) for one in graded(file, profile))

    def records(self, profile: str, card: str = "", pack: str = "") -> tuple[Record, ...]:
        """All answers of a learner in the log's order, or those of one card or pack."""
        where, given = "answer.profile = ?", [profile]
        for name, value in (("card", card), ("pack", pack)):
            if value:
                where += f" AND answer.{name} = ?"
                given.append(value)
        with self._read() as file:
            return tuple(rows.select(file, where, given))

    def outline(self, profile: str, pack: str) -> tuple[Outline, ...]:
        """All answers of a learner about a pack in the log's order, in a few words each."""
        with self._read() as file:
            return tuple(outline(file, profile, pack))

    def every_record(self) -> Iterator[Record]:
        """Every answer of the file in the log's order. Others who read wait until it is at the
        end."""
        with self._read() as file:
            yield from rows.select(file)

    def totals(self) -> tuple[int, int]:
        """How many answers there are, and how many of them are right."""
        with self._read() as file:
            query = 'SELECT count(*), coalesce(sum("right"), 0) FROM answer'
            total, right = file.execute(query).fetchone()
        return total, right

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

    def rebuild(self) -> bool:
        """Make all that is derived anew from the log of answers; whether it had been the same."""
        return self._writer.run(lambda log: log.rebuild())

    def _write(self, statement: str, given: tuple[str, ...]) -> None:
        def work(log: Log) -> None:
            with log.transaction():
                log.connection.execute(statement, given)

        self._writer.run(work)

    def _ensure_current(self) -> None:
        """After a change of the schedule, make the memories anew before anyone sees old ones."""
        if not self._checked:
            self._writer.run(lambda log: log.derived.is_current() or log.rebuild())
            self._checked = True

    @contextmanager
    def _read(self) -> Iterator[sqlite3.Connection]:
        """The connection that reads, for one thread at a time."""
        with self._lock:
            yield self._reading
