"""What is made from the log of answers: memories, sittings, days. It can be made anew at any time.

One function folds in one answer; it is used both when the answer comes and when all is rebuilt, so
that both give the same to the last bit.
"""

from __future__ import annotations

import sqlite3
from datetime import date
from typing import cast

from game.records.record import Record
from game.records.rows import microseconds, select
from game.records.schema import DERIVED
from game.study.grade import Rating
from game.study.memory import Memory
from game.study.review import Review
from game.study.schedule import Scheduler

_MEMORY = "card, state, step, stability, difficulty, due, last, reviews, lapses"


class Derived:
    """Keeps the tables that are made from the answers. The transaction is the caller's."""

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
            "INSERT INTO day VALUES (?, ?, 1, ?, ?) ON CONFLICT DO UPDATE SET "
            'answers = answers + 1, "right" = "right" + excluded."right", '
            "elapsed_ms = elapsed_ms + excluded.elapsed_ms",
            (record.profile, day, right, record.elapsed_ms),
        )
        self._connection.execute(
            "INSERT INTO sitting VALUES (?, ?, ?, ?, ?, ?, 1, ?) ON CONFLICT DO UPDATE SET "
            'answers = answers + 1, "right" = "right" + excluded."right"',
            (record.profile, record.seed, record.mode, record.pack, day, at, right),
        )
        if record.rating is not None:
            self._review(record, cast(Rating, record.rating))

    def rebuild(self) -> None:
        """Empty the tables and make them anew from the log."""
        self._renamed = None
        for table in DERIVED:
            self._connection.execute(f"DELETE FROM {table}")
        for record in select(self._connection, "answer.profile IS NOT NULL"):
            self.fold(record)

    def forget_renamings(self) -> None:
        """Read anew, before it is next needed, which cards have another id."""
        self._renamed = None

    def _review(self, record: Record, rating: Rating) -> None:
        card = self._card(record.card)
        row = self._connection.execute(
            f"SELECT {_MEMORY}, card_rev FROM memory WHERE profile = ? AND card = ?",
            (record.profile, card),
        ).fetchone()
        # With another key it is another card, and starts anew.
        before = memory_of(row[:-1]) if row and row[-1] == record.card_rev else None
        if self._scheduler is None:
            self._scheduler = Scheduler()
        review = Review(card, record.study_day, record.at_utc, rating)
        after = self._scheduler.after(before, review, options=record.options)
        self._connection.execute(
            f"INSERT OR REPLACE INTO memory (profile, card_rev, {_MEMORY}) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (record.profile, record.card_rev, *_values(after)),
        )

    def _card(self, card: str) -> str:
        """The id that a card has now."""
        if self._renamed is None:
            self._renamed = dict(self._connection.execute("SELECT old, new FROM renamed"))
        seen = {card}
        while card in self._renamed and self._renamed[card] not in seen:
            card = self._renamed[card]
            seen.add(card)
        return card


def memories(connection: sqlite3.Connection, profile: str) -> dict[str, Memory]:
    """All that a learner remembers, by card."""
    rows = connection.execute(f"SELECT {_MEMORY} FROM memory WHERE profile = ?", (profile,))
    return {row[0]: memory_of(row) for row in rows}


def memory_of(row: tuple[str, int, int | None, float, float, str, str, int, int]) -> Memory:
    """The memory of a row."""
    card, state, step, stability, difficulty, due, last, reviews, lapses = row
    days = date.fromisoformat(due), date.fromisoformat(last)
    return Memory(card, state, step, stability, difficulty, *days, reviews, lapses)


def _values(memory: Memory) -> tuple[int | float | str | None, ...]:
    return (
        memory.card,
        memory.state,
        memory.step,
        memory.stability,
        memory.difficulty,
        memory.due.isoformat(),
        memory.last.isoformat(),
        memory.reviews,
        memory.lapses,
    )
