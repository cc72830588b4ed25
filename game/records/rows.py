"""Records as rows of the table of answers, and back."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Any
from zlib import crc32

from game.records.record import Record

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)

COLUMNS = (
    *("at_utc", "study_day", "profile", "mode", "pack", "pack_version", "card", "card_rev"),
    *("question", "question_rev", "language", "seed", "shown", "chosen", "right", "hints", "go"),
    *("elapsed_ms", "rating", "grading_version", "scheduler_params", "others", "options"),
)
_PARAMS = COLUMNS.index("scheduler_params")
_NAMES = ", ".join(f'"{name}"' for name in ("id", *COLUMNS, "clock_back_s", "sum"))
_MARKS = ", ".join("?" * (len(COLUMNS) + 3))
_INSERT = f"INSERT INTO answer ({_NAMES}) VALUES ({_MARKS})"

_FIELDS = ", ".join(
    "scheduler.params" if name == "scheduler_params" else f'answer."{name}"' for name in COLUMNS
)
SELECT = f"SELECT {_FIELDS} FROM answer JOIN scheduler ON scheduler.id = answer.scheduler_params"

Value = int | str | None


def to_values(record: Record) -> list[Value]:
    """A record as the values of `COLUMNS`, the scheduler as its own words."""
    return [
        microseconds(record.at_utc),
        record.study_day.isoformat(),
        record.profile or None,
        record.mode,
        record.pack,
        record.pack_version,
        record.card,
        record.card_rev,
        record.question,
        record.question_rev,
        record.language,
        record.seed,
        _list(record.shown),
        record.chosen,
        int(record.right),
        _list(record.hints),
        None if record.go is None else int(record.go),
        record.elapsed_ms,
        record.rating,
        record.grading_version,
        record.scheduler_params,
        _list(record.others),
        record.options,
    ]


def from_values(row: Sequence[Any]) -> Record:
    """The record of the values of `COLUMNS`. ValueError or TypeError for what is no record."""
    at, day, profile, *texts = row[:12]
    shown, chosen, right, hints, go, elapsed_ms, rating, grading, params, others, of = row[12:]
    mode, pack, pack_version, card, card_rev, question, question_rev, language, seed = texts
    return Record(
        at_utc=moment(at),
        study_day=_day(day),
        profile=profile or "",
        mode=mode,
        pack=pack,
        pack_version=pack_version,
        card=card,
        card_rev=card_rev,
        question=question,
        question_rev=question_rev,
        language=language,
        seed=seed,
        shown=_tuple(shown),
        chosen=chosen,
        right=bool(right),
        hints=_tuple(hints),
        go=None if go is None else bool(go),
        elapsed_ms=elapsed_ms,
        rating=rating,
        grading_version=grading,
        scheduler_params=params,
        others=_tuple(others),
        options=of,
    )


def insert(
    connection: sqlite3.Connection, record: Record, scheduler: int, clock_back_s: int
) -> None:
    """Add a record to the table; the transaction is the caller's."""
    values = to_values(record)
    checksum = sum_of(values, clock_back_s)
    values[_PARAMS] = scheduler
    insert_values(connection, None, values, clock_back_s, checksum)


def insert_values(
    connection: sqlite3.Connection,
    number: int | None,
    values: Sequence[Value],
    clock_back_s: int,
    checksum: int,
) -> None:
    """Add a row as it is, under that number, or under the next if None."""
    connection.execute(_INSERT, (number, *values, clock_back_s, checksum))


def select(
    connection: sqlite3.Connection, where: str = "", given: Iterable[Value] = ()
) -> Iterator[Record]:
    """The records that a condition holds for, in the order of the log."""
    condition = f" WHERE {where}" if where else ""
    for row in connection.execute(f"{SELECT}{condition} ORDER BY answer.id", tuple(given)):
        yield from_values(row)


def sum_of(values: Sequence[Value], clock_back_s: int) -> int:
    """A checksum over a row, since SQLite itself does not see a letter that has changed."""
    text = "\x1f".join([str(value) for value in (*values, clock_back_s)])
    return crc32(text.encode("utf-8", "surrogatepass"))


def microseconds(at: datetime) -> int:
    """A moment as the file has it: whole microseconds since 1970, exact both ways."""
    return (at - EPOCH) // _MICROSECOND


def moment(at: int) -> datetime:
    """The moment of so many microseconds since 1970. OverflowError beyond the year 9999."""
    return EPOCH + at * _MICROSECOND


def _list(texts: tuple[str, ...]) -> str:
    return json.dumps(texts, ensure_ascii=False)


@lru_cache(maxsize=4096)
def _tuple(text: str) -> tuple[str, ...]:
    return tuple(json.loads(text))


@lru_cache(maxsize=4096)
def _day(text: str) -> date:
    return date.fromisoformat(text)
