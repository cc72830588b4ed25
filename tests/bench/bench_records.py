"""What keeping answers costs: to store one, to start after five years, to find what comes next."""

from __future__ import annotations

import random
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from game.records import backup
from game.records.log import Log
from game.records.places import Places
from game.records.record import Record
from game.records.rows import COLUMNS, insert_values, sum_of, to_values
from game.records.store import Store
from game.study.ability import abilities
from game.study.agenda import Agenda
from game.study.cards import Card
from game.study.fresh import Fresh
from game.study.memory import Memory
from game.study.queue import Length, begin, next_up
from tests.bench.row import Row
from tests.records.made import record

ROOT = Path(__file__).resolve().parents[2]
STORED = 400
YEARS_ANSWERS = 200_000
CARDS = 1_500
STARTS = 7
FEW, MANY = 1_000, 100_000
CHOICES = 300
TODAY = date(2026, 9, 1)

START = """
import sys, time
from pathlib import Path
from game.records.store import Store
begin = time.perf_counter()
store = Store.open(Path(sys.argv[1])).store
(one,) = store.profiles()
print(time.perf_counter() - begin, flush=True)
store.close()
"""


def rows() -> list[Row]:
    """An answer's way to the disk, two starts, and the choice of the next question."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        return [*_storing(folder), _starting(folder), *_choosing()]


def _storing(folder: Path) -> list[Row]:
    """Taken in turns with the bare insert, so that both meet the same disk."""
    store = Store.open(folder / "stored").store
    ada = store.add_profile("Ada", "fox").id
    # The first graded answer imports the schedule, which a game has done long before.
    store.add(record(profile=ada)).wait()
    bare = sqlite3.connect(folder / "bare.db", isolation_level=None)
    bare.execute("PRAGMA journal_mode = WAL")
    bare.execute("PRAGMA synchronous = FULL")
    columns = ", ".join(f'"{column}"' for column in COLUMNS)
    bare.execute(f"CREATE TABLE answer (id INTEGER PRIMARY KEY, {columns})")
    insert = f"INSERT INTO answer ({columns}) VALUES ({', '.join('?' * len(COLUMNS))})"
    took: list[float] = []
    floor: list[float] = []
    for at in range(STORED):
        given = record(at, profile=ada)
        begin_s = time.perf_counter()
        store.add(given).wait()
        took.append(time.perf_counter() - begin_s)
        values = to_values(given)
        begin_s = time.perf_counter()
        bare.execute(insert, values)
        floor.append(time.perf_counter() - begin_s)
    bare.close()
    store.close()
    return [
        Row(
            f"an answer stored, {said}",
            value * 1e3,
            "ms",
            "a bare SQLite insert with FULL",
            against * 1e3,
            value / against,
        )
        for said, value, against in (
            ("p99", _p99(took), _p99(floor)),
            ("median", statistics.median(took), statistics.median(floor)),
        )
    ]


def _starting(folder: Path) -> Row:
    """The whole process, with nothing to mend and nothing to back up, as on most days."""
    full, empty = folder / "full", folder / "empty"
    for where, count in ((full, YEARS_ANSWERS), (empty, 0)):
        _fill(where, count)
    times: dict[Path, list[float]] = {full: [], empty: []}
    for turn in range(STARTS + 1):
        for where, took in times.items():
            begin_s = time.perf_counter()
            subprocess.run(
                [sys.executable, "-c", START, str(where)],
                cwd=ROOT,
                capture_output=True,
                check=True,
            )
            if turn:
                took.append(time.perf_counter() - begin_s)
    value, against = (statistics.median(times[where]) for where in (full, empty))
    return Row(
        f"start with the {YEARS_ANSWERS:,} answers of five years",
        value,
        "s",
        "with an empty file",
        against,
        value / against,
    )


def _fill(folder: Path, count: int) -> None:
    """A file as the game leaves it, backed up."""
    store = Store.open(folder).store
    ada = store.add_profile("Ada", "fox").id

    def work(log: Log) -> None:
        connection = log.connection
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT OR IGNORE INTO scheduler VALUES (1, 'made for a test')")
        for given in _answers(ada, count):
            values = to_values(given)
            checksum = sum_of(values, 0)
            values[COLUMNS.index("scheduler_params")] = 1
            insert_values(connection, None, values, 0, checksum)
        log.derived.rebuild()
        connection.execute("COMMIT")

    store._writer.run(work)
    store.close()
    if count:
        backup.make(Places(folder), datetime.now(UTC))


def _answers(profile: str, count: int) -> Iterator[Record]:
    for at in range(count):
        card = f"made/fact-{at * 7919 % CARDS}#when"
        yield record(at // 110, profile=profile, card=card, seed=f"s{at // 10}")


def _choosing() -> list[Row]:
    """What is due, and, where nothing is, a card that was never asked."""
    found = []
    for said, choose in (("due", _choose_due), ("new", _choose_new)):
        few, many = choose(FEW), choose(MANY)
        value, against = (took / CHOICES * 1e6 for took in _best(many, few))
        name = f"choose the next question from {MANY:,} {said} cards"
        found.append(Row(name, value, "us", f"from {FEW:,}", against, value / against))
    return found


def _choose_due(count: int) -> Callable[[], None]:
    agenda = _agenda(count)

    def choose() -> None:
        sitting = begin(TODAY, Length(10))
        for _ in range(CHOICES):
            assert next_up(sitting, agenda, lambda _: None, 0.0) is not None

    return choose


def _choose_new(count: int) -> Callable[[], None]:
    cards = [
        Card(f"made/fact-{at}#when", f"fact-{at}", f"topic-{at % 6}", 1 + at % 3, "first", "")
        for at in range(count)
    ]
    fresh = Fresh(cards, frozenset(), random.Random(1)).choosing(abilities(()))

    def choose() -> None:
        sitting = begin(TODAY, Length(10))
        for _ in range(CHOICES):
            assert next_up(sitting, Agenda(), fresh, 0.0) is not None

    return choose


def _agenda(count: int) -> Agenda:
    rng = random.Random(count)
    return Agenda(
        Memory(
            card=f"made/fact-{at}#when",
            state=2,
            step=None,
            stability=10.0,
            difficulty=5.0,
            due=TODAY + timedelta(days=rng.randint(-20, 100)),
            last=TODAY - timedelta(days=rng.randint(21, 40)),
            reviews=3,
            lapses=0,
        )
        for at in range(count)
    )


def _p99(times: list[float]) -> float:
    return statistics.quantiles(times, n=100)[98]


def _best(*jobs: Callable[[], object], turns: int = 5) -> list[float]:
    """The least seconds of each, in turns so that all meet the same weather."""
    times = [float("inf")] * len(jobs)
    for _ in range(turns):
        for at, job in enumerate(jobs):
            begin_s = time.process_time()
            job()
            times[at] = min(times[at], time.process_time() - begin_s)
    return times
