"""Answers for other programs. Learners are numbers in it: no file says who they are."""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import fields
from pathlib import Path
from typing import Any, TextIO

from game.reading.csv_table import STARTS_A_FORMULA
from game.records.places import UNFINISHED, put
from game.records.record import Record
from game.study.memory import Memory
from game.study.review import Review
from game.study.schedule import Scheduler

FORMAT = 1
COLUMNS = ("learner", *(field.name for field in fields(Record) if field.name != "profile"))

REVLOG = ("id", "cid", "usn", "ease", "ivl", "lastIvl", "factor", "time", "type", "card")
"""The columns of Anki's table of reviews, and our own name of the card after them."""

_LONGEST_MS = 60_000
_LEARNING, _REVIEWING = 0, 1
_NOT_SYNCED = -1

Answers = Iterable[tuple[int, Record]]
"""Records with the number of their learner, 0 for nobody."""


def to_csv(answers: Answers, path: Path) -> int:
    """A line an answer, UTF-8 with a mark, as spreadsheets want it. Gives how many there are.

    No cell begins as a formula would: an apostrophe stands before it. OSError if the file cannot
    be written.
    """

    def lines() -> Iterator[Sequence[str]]:
        for number, record in answers:
            row = _plain(number, record)
            yield [_cell(row[name]) for name in COLUMNS]

    return _csv(path, COLUMNS, lines())


def to_json(answers: Answers, path: Path) -> int:
    """All answers as one JSON document, an answer a line. Gives how many there are."""
    count = 0
    with _new(path, "utf-8", "\n") as file:
        file.write(f'{{"format": {FORMAT}, "answers": [')
        for number, record in answers:
            file.write(",\n" if count else "\n")
            file.write(json.dumps(_plain(number, record), ensure_ascii=False))
            count += 1
        file.write("\n]}\n")
    return count


def to_anki(answers: Iterable[Record], path: Path) -> int:
    """The graded answers of one learner, as the rows of Anki's table `revlog`.

    Times are milliseconds since 1970 and differ from each other, intervals are days, the factor is
    the difficulty from 100 to 1100 as Anki writes it with FSRS. Gives how many rows there are.
    """
    return _csv(path, REVLOG, _revlog(answers))


def _revlog(answers: Iterable[Record]) -> Iterator[Sequence[str]]:
    schedule = Scheduler()
    memories: dict[tuple[str, str], Memory] = {}
    last = 0
    for one in answers:
        if one.rating is None:
            continue
        key = one.card, one.card_rev
        before = memories.get(key)
        review = Review(one.card, one.study_day, one.at_utc, one.rating)  # type: ignore[arg-type]
        after = memories[key] = schedule.after(before, review, options=one.options)
        last = max(last + 1, round(one.at_utc.timestamp() * 1000))
        row = (
            last,
            _card_id("\x1f".join(key)),
            _NOT_SYNCED,
            one.rating,
            (after.due - after.last).days,
            (before.due - before.last).days if before else 0,
            round(100 + 1000 * (after.difficulty - 1) / 9),
            min(_LONGEST_MS, one.elapsed_ms),
            _REVIEWING if before else _LEARNING,
        )
        yield [*map(str, row), _cell(one.card)]


def _card_id(text: str) -> int:
    """A positive number that fits where Anki has one, the same for the same card everywhere."""
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=6).digest())


def _plain(number: int, record: Record) -> dict[str, Any]:
    values = {name: getattr(record, name) for name in COLUMNS[1:]}
    values["at_utc"] = record.at_utc.isoformat()
    values["study_day"] = record.study_day.isoformat()
    return {"learner": number, **values}


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, int):
        return str(value)
    text = json.dumps(value, ensure_ascii=False) if isinstance(value, tuple) else str(value)
    return f"'{text}" if text.startswith(STARTS_A_FORMULA) else text


def _csv(path: Path, columns: Sequence[str], lines: Iterable[Sequence[str]]) -> int:
    count = 0
    with _new(path, "utf-8-sig", "") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        for line in lines:
            writer.writerow(line)
            count += 1
    return count


@contextmanager
def _new(path: Path, encoding: str, newline: str) -> Iterator[TextIO]:
    """A file that gets its name when all of it is written; what had the name stays until then."""
    unfinished = path.with_name(path.name + UNFINISHED)
    try:
        with unfinished.open("w", encoding=encoding, newline=newline) as file:
            yield file
        put(unfinished, path)
    finally:
        unfinished.unlink(missing_ok=True)
