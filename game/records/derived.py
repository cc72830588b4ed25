"""What is made from the log of answers: memories, sittings, days. It can be made anew at any time.

One function takes a memory over one answer, both when the answer comes and when all is made anew,
so that both give the same to the last bit.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import cast
from zlib import crc32

from game.records.record import Outline, Record
from game.records.rows import microseconds, moment
from game.records.schema import DERIVED
from game.study.grade import Rating
from game.study.memory import Memory
from game.study.review import Review
from game.study.schedule import Scheduler

_MEMORY = "card, state, step, stability, difficulty, due, last, reviews, lapses, card_rev"
_SET_MEMORY = (
    f"INSERT OR REPLACE INTO memory ({_MEMORY}, sum, profile) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_GRADED = (
    "SELECT profile, card, card_rev, study_day, at_utc, rating, options FROM answer "
    "WHERE profile IS NOT NULL AND rating IS NOT NULL"
)
_DAYS = (
    'INSERT INTO day SELECT profile, study_day, count(*), sum("right"), sum(elapsed_ms) '
    "FROM answer WHERE profile IS NOT NULL GROUP BY profile, study_day"
)
_SITTINGS = (
    # With one min() in it, SQLite takes the other columns from the row of the least: the first.
    "INSERT INTO sitting SELECT profile, seed, mode, pack, study_day, at_utc, answers, rights "
    'FROM (SELECT min(id), *, count(*) AS answers, sum("right") AS rights FROM answer '
    "WHERE profile IS NOT NULL GROUP BY profile, seed, mode, pack)"
)


@dataclass(frozen=True, slots=True)
class Kept:
    """A memory and the key that it is of; with another key the card is another one."""

    memory: Memory
    card_rev: str


@dataclass(frozen=True, slots=True)
class Graded:
    """A graded answer of a learner, its card under the id that it has now."""

    profile: str
    review: Review
    card_rev: str
    options: int


class Derived:
    """Keeps the tables that are made from the answers. Transactions are the caller's."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._scheduler: Scheduler | None = None
        self._renamed: dict[str, str] | None = None

    def fold(self, record: Record) -> None:
        """Take in one answer, the newest of the log."""
        if not record.profile:
            return
        at = microseconds(record.at_utc)
        day, right = record.study_day.isoformat(), int(record.right)
        self._connection.execute(
            "INSERT INTO day VALUES (?, ?, 1, ?, ?) ON CONFLICT (profile, study_day) DO UPDATE SET "
            'answers = answers + 1, "right" = "right" + excluded."right", '
            "elapsed_ms = elapsed_ms + excluded.elapsed_ms",
            (record.profile, day, right, record.elapsed_ms),
        )
        self._connection.execute(
            "INSERT INTO sitting VALUES (?, ?, ?, ?, ?, ?, 1, ?) "
            "ON CONFLICT (profile, seed, mode, pack) DO UPDATE SET "
            'answers = answers + 1, "right" = "right" + excluded."right"',
            (record.profile, record.seed, record.mode, record.pack, day, at, right),
        )
        if record.rating is not None:
            card = _now_called(record.card, self._renamings())
            rating = cast(Rating, record.rating)
            review = Review(card, record.study_day, record.at_utc, rating)
            graded = Graded(record.profile, review, record.card_rev, record.options)
            before = _kept(self._connection, record.profile, card)
            self._set(graded, self._after(before, graded))

    def is_current(self) -> bool:
        """Whether the memories are of the schedule that is in use."""
        row = self._connection.execute("SELECT scheduler FROM made_by").fetchone()
        return row is None or row[0] == self._schedule().params

    def rebuild(self) -> None:
        """Empty the tables and make them anew from the log."""
        self._renamed = None
        for table in DERIVED:
            self._connection.execute(f"DELETE FROM {table}")
        self._connection.execute(_DAYS)
        self._connection.execute(_SITTINGS)
        self._remake(graded(self._connection))

    def state(self) -> list[list[tuple[object, ...]]]:
        """All that the tables have, for comparing."""
        return [
            sorted(self._connection.execute(f"SELECT * FROM {table}").fetchall(), key=repr)
            for table in DERIVED
        ]

    def rename(self, renamed: Mapping[str, str]) -> bool:
        """Have facts, as pack/fact, go on under other ids; whether that was not yet known."""
        known = self._renamings()
        news = {old: new for old, new in renamed.items() if known.get(old) != new and old != new}
        for old, new in news.items():
            # What is a fact's id today is no former one, whatever an older pack said.
            self._connection.execute("DELETE FROM renamed WHERE old = ?", (new,))
            self._connection.execute("INSERT OR REPLACE INTO renamed VALUES (?, ?)", (old, new))
        self._renamed = None
        if news:
            self._connection.execute("DELETE FROM memory")
            self._remake(graded(self._connection))
        return bool(news)

    def look_again(self) -> None:
        """Read anew, before it is next needed, which facts have another id."""
        self._renamed = None

    def _remake(self, answers: Iterator[Graded]) -> None:
        memories: dict[tuple[str, str], Kept] = {}
        for one in answers:
            key = one.profile, one.review.card
            memories[key] = self._after(memories.get(key), one)
        self._connection.executemany(
            _SET_MEMORY, (_row(profile, kept) for (profile, _), kept in memories.items())
        )
        if memories:
            self._sign()

    def _after(self, before: Kept | None, graded: Graded) -> Kept:
        memory = before.memory if before and before.card_rev == graded.card_rev else None
        after = self._schedule().after(memory, graded.review, options=graded.options)
        return Kept(after, graded.card_rev)

    def _set(self, graded: Graded, kept: Kept) -> None:
        self._connection.execute(_SET_MEMORY, _row(graded.profile, kept))
        if self._connection.execute("SELECT 1 FROM made_by").fetchone() is None:
            self._sign()

    def _sign(self) -> None:
        self._connection.execute("DELETE FROM made_by")
        self._connection.execute("INSERT INTO made_by VALUES (?)", (self._schedule().params,))

    def _schedule(self) -> Scheduler:
        if self._scheduler is None:
            self._scheduler = Scheduler()
        return self._scheduler

    def _renamings(self) -> dict[str, str]:
        if self._renamed is None:
            self._renamed = renamings(self._connection)
        return self._renamed


def kept_of(connection: sqlite3.Connection, profile: str) -> dict[str, Kept]:
    """All that a learner remembers, by card."""
    rows = connection.execute(f"SELECT {_MEMORY} FROM memory WHERE profile = ?", (profile,))
    return {row[0]: _kept_of(row) for row in rows}


def graded(connection: sqlite3.Connection, profile: str | None = None) -> Iterator[Graded]:
    """The graded answers of a learner, or of all, in the log's order."""
    renamed = renamings(connection)
    chosen = " AND profile = ?" if profile is not None else ""
    given = () if profile is None else (profile,)
    day = cache(date.fromisoformat)
    for row in connection.execute(f"{_GRADED}{chosen} ORDER BY id", given):
        who, card, card_rev, study_day, at, rating, options = row
        if renamed:
            card = _now_called(card, renamed)
        review = Review(card, day(study_day), moment(at), rating)
        yield Graded(who, review, card_rev, options)


def outline(connection: sqlite3.Connection, profile: str, pack: str) -> Iterator[Outline]:
    """The answers of a learner about a pack in the log's order, in a few words each."""
    renamed = renamings(connection)
    query = (
        'SELECT card, question, seed, options, "right" FROM answer '
        "WHERE profile = ? AND pack = ? ORDER BY id"
    )
    found = map(Outline._make, connection.execute(query, (profile, pack)))
    if not renamed:
        return found
    return (one._replace(card=_now_called(one.card, renamed)) for one in found)


def renamings(connection: sqlite3.Connection) -> dict[str, str]:
    """Facts that have another id, by their former one."""
    return dict(connection.execute("SELECT old, new FROM renamed"))


def memories_are_whole(connection: sqlite3.Connection) -> bool:
    """Whether every memory is as it was written."""
    return all(
        checksum == _sum(profile, *row)
        for *row, checksum, profile in connection.execute(
            f"SELECT {_MEMORY}, sum, profile FROM memory"
        )
    )


def _now_called(card: str, renamed: Mapping[str, str]) -> str:
    """The id that a card has now."""
    if not renamed:
        return card
    fact, mark, name = card.partition("#")
    seen = {fact}
    while fact in renamed and renamed[fact] not in seen:
        fact = renamed[fact]
        seen.add(fact)
    return fact + mark + name


def _kept(connection: sqlite3.Connection, profile: str, card: str) -> Kept | None:
    query = f"SELECT {_MEMORY} FROM memory WHERE profile = ? AND card = ?"
    row = connection.execute(query, (profile, card)).fetchone()
    return _kept_of(row) if row else None


def _kept_of(
    row: tuple[str, int, int | None, float, float, str, str, int, int, str],
) -> Kept:
    card, state, step, stability, difficulty, due, last, reviews, lapses, card_rev = row
    days = date.fromisoformat(due), date.fromisoformat(last)
    memory = Memory(card, state, step, stability, difficulty, *days, reviews, lapses)
    return Kept(memory, card_rev)


def _row(profile: str, kept: Kept) -> tuple[int | float | str | None, ...]:
    memory = kept.memory
    values = (
        *(memory.card, memory.state, memory.step, memory.stability, memory.difficulty),
        *(memory.due.isoformat(), memory.last.isoformat(), memory.reviews, memory.lapses),
        kept.card_rev,
    )
    return (*values, _sum(profile, *values), profile)


def _sum(*values: int | float | str | None) -> int:
    return crc32(json.dumps(values).encode())
