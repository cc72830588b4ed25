"""The log of a live class while it runs: each answer is in it before it is acknowledged.

`ClassLog` is all that a class asks of it, so that an event of a whole school can have its log in a
store of another kind. Here it is a file of its own for each class, which goes with it.
"""

from __future__ import annotations

import json
import os
import secrets
import sqlite3
import threading
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Protocol

from game.phrase import phrase
from game.records.connect import connect
from game.records.lock import hold
from game.records.places import stamp
from game.records.trouble import DAMAGED, Trouble, trouble_of

UNCLAIMED = timedelta(days=1)
"""So long a class that was cut short can be taken up again; then its file goes."""
_AGAIN_S = 0.5
"""How long a disk that refused is left alone."""
_FOLDER = "live"


@dataclass(frozen=True, slots=True)
class Head:
    """What a class is: its pack, how its questions were drawn, and how it is reached."""

    pack: str
    pack_version: str
    language: str
    seed: int
    questions: int
    today: str
    sets: tuple[str, ...] | None
    level: str
    pin: str
    secret: str
    address: str
    port: int


@dataclass(frozen=True, slots=True)
class SeatRow:
    """A seat, taken or changed. `token` is a digest of what its phone keeps."""

    id: str
    token: str
    name: str
    team: str
    since: int
    factor: float


@dataclass(frozen=True, slots=True)
class GoneRow:
    """A seat that was given up for good; nobody can know whose it was."""

    id: str


@dataclass(frozen=True, slots=True)
class BanRow:
    """A phone that is kept out. `mark` tells it again, and says nothing of whose it is."""

    mark: str


@dataclass(frozen=True, slots=True)
class DoorRow:
    """The class is reached at another address from now on."""

    address: str
    port: int


@dataclass(frozen=True, slots=True)
class SaidRow:
    """GO (1), NO-GO (0) or neither (None) of a seat, and its calls, before it answers."""

    seat: str
    q: int
    go: int | None
    calls: int


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """The `n`-th answer of a seat to question `q`, as JSON."""

    seat: str
    q: int
    n: int
    response: str
    elapsed_ms: int


@dataclass(frozen=True, slots=True)
class StepRow:
    """The round and the settings as they now are, as JSON; `begun` once the lobby is left.

    `closed` is the question that this step closes, -1 if none; `away` the seats that it does not
    count for.
    """

    round: str
    settings: str
    begun: bool
    closed: int = -1
    away: tuple[str, ...] = ()


Row = SeatRow | GoneRow | BanRow | DoorRow | SaidRow | AnswerRow | StepRow


@dataclass(frozen=True, slots=True)
class KeptClass:
    """A class as its log has it. Of `answers` the last of each seat to each question; `closed` are
    the questions that are over, each with the seats that it does not count for."""

    head: Head
    round: str
    settings: str
    begun: bool
    seats: tuple[SeatRow, ...]
    said: tuple[SaidRow, ...]
    answers: tuple[AnswerRow, ...]
    closed: tuple[tuple[int, tuple[str, ...]], ...]
    banned: tuple[str, ...] = ()


class ClassLog(Protocol):
    """Where a class is written down while it runs."""

    def write(self, rows: Sequence[Row], then: Callable[[], None]) -> None:
        """Have rows written, and `then` called once they and all before them are on disk."""

    def close(self, *, keep: bool) -> None:
        """Write what waits and end. Unless it is to be kept for taking up, all of it goes."""


class LogFile:
    """The log of a class as a file of its own, written by a thread of its own.

    What waits goes to the disk in one commit. `tell` has something called on the thread of the
    class; `refused` is called there when the disk refuses, and again with "" once it takes what has
    waited. Nothing is lost or overtaken meanwhile. OSError if there can be no log there.
    """

    def __init__(
        self,
        path: Path,
        tell: Callable[[Callable[[], None]], None],
        refused: Callable[[Trouble], None],
        head: Head | None = None,
    ) -> None:
        self.path = path
        self._tell = tell
        self._refused = refused
        alone = hold(_lock_of(path))
        if alone is None:
            raise OSError(phrase("{file} is in use", file=path.name))
        self._lock = alone
        if head is not None:
            # SQLite gives the files beside it the same rights.
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        try:
            self._file = connect(path)
            if head is not None:
                self._file.executescript(_TABLES)
                self._file.execute("INSERT INTO head VALUES (?)", (json.dumps(asdict(head)),))
        except sqlite3.Error as error:
            raise OSError(str(error)) from error
        self._change = threading.Condition()
        self._jobs: deque[tuple[Sequence[Row], Callable[[], None]]] = deque()
        self._waiting = 0
        self._closing = False
        self._thread = threading.Thread(target=self._work, name="class log", daemon=True)
        self._thread.start()

    def write(self, rows: Sequence[Row], then: Callable[[], None]) -> None:
        """Have rows written, and `then` called once they and all before them are on disk."""
        if not rows and not self._waiting:
            then()
            return
        self._waiting += 1
        with self._change:
            self._jobs.append((rows, then))
            self._change.notify()

    def close(self, *, keep: bool) -> None:
        """Write what waits and end. Unless it is to be kept for taking up, all of it goes."""
        with self._change:
            self._closing = True
            self._change.notify()
        self._thread.join()
        if not keep:
            # What was in the file is written over before its name goes.
            with suppress(sqlite3.Error):
                self._file.executescript(
                    "DELETE FROM seat; DELETE FROM said; DELETE FROM answer; DELETE FROM step;"
                    "DELETE FROM head; DELETE FROM banned; PRAGMA wal_checkpoint(TRUNCATE);"
                )
        self._file.close()
        if not keep:
            _remove(self.path)
        os.close(self._lock)
        if not keep:
            _lock_of(self.path).unlink(missing_ok=True)

    def _work(self) -> None:
        while True:
            with self._change:
                self._change.wait_for(lambda: self._jobs or self._closing)
                group = list(self._jobs)
                self._jobs.clear()
            if not group:
                return
            rows = [row for some, _ in group for row in some]
            trouble: Trouble = ""
            while rows and (now := self._commit(rows)):
                if now != trouble:
                    trouble = now
                    self._tell(lambda told=now: self._refused(told))  # type: ignore[misc]
                with self._change:
                    # A disk that stays full must not keep the class from ending.
                    if self._change.wait_for(lambda: self._closing, _AGAIN_S):
                        return
            if trouble:
                self._tell(lambda: self._refused(""))
            thens = [then for _, then in group]
            self._tell(lambda thens=thens: self._settle(thens))  # type: ignore[misc]

    def _settle(self, thens: Sequence[Callable[[], None]]) -> None:
        self._waiting -= len(thens)
        for then in thens:
            then()

    def _commit(self, rows: Sequence[Row]) -> Trouble:
        try:
            self._file.execute("BEGIN IMMEDIATE")
            for kind, statement in _INSERTS:
                names = kind.__slots__
                some = [[getattr(row, name) for name in names] for row in rows if type(row) is kind]
                if some:
                    # One statement for all: with each, Python may give the processor away.
                    self._file.execute(statement, (json.dumps(some),))
            self._step([row for row in rows if isinstance(row, StepRow)])
            self._file.execute("COMMIT")
        except (*DAMAGED, OSError) as error:
            with suppress(sqlite3.Error):
                if self._file.in_transaction:
                    self._file.execute("ROLLBACK")
            return trouble_of(error)
        return ""

    def _step(self, steps: Sequence[StepRow]) -> None:
        if not steps:
            return
        newest = steps[-1]
        self._file.execute(
            "INSERT OR REPLACE INTO step VALUES (1, ?, ?, ?)",
            (newest.round, newest.settings, newest.begun),
        )
        for one in steps:
            if one.closed >= 0:
                self._file.execute(
                    "INSERT OR REPLACE INTO closed VALUES (?, ?)",
                    (one.closed, json.dumps(one.away)),
                )


def new_log(
    data: Path,
    head: Head,
    tell: Callable[[Callable[[], None]], None],
    refused: Callable[[Trouble], None],
) -> LogFile:
    """The log of a class that begins. OSError if the folder refuses."""
    folder = data / _FOLDER
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    name = f"{stamp(datetime.now(UTC))}-{secrets.token_hex(4)}.db"
    return LogFile(folder / name, tell, refused, head)


def unfinished(data: Path) -> tuple[Path, KeptClass] | None:
    """The newest class that was cut short and that nobody has taken up."""
    for path in sorted((data / _FOLDER).glob("*.db"), reverse=True):
        with _Alone(path) as alone:
            kept = _read(path) if alone else None
        if kept is not None:
            return path, kept
    return None


def last_written(path: Path) -> datetime:
    """When something was last written into a log. OSError if it is gone."""
    wal = path.with_name(path.name + "-wal")
    newest = max(one.stat().st_mtime for one in (path, wal) if one.exists())
    return datetime.fromtimestamp(newest, UTC)


def tidy(data: Path, now: datetime) -> None:
    """Throw away what was cut short more than a day ago."""
    for path in (data / _FOLDER).glob("*.db"):
        with suppress(OSError), _Alone(path) as alone:
            if alone and now - last_written(path) > UNCLAIMED:
                _remove(path)
                _lock_of(path).unlink(missing_ok=True)


class _Alone:
    """Whether nobody has a log open, for as long as it is asked."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> bool:
        self._held = hold(_lock_of(self._path))
        return self._held is not None

    def __exit__(self, *_: object) -> None:
        if self._held is not None:
            os.close(self._held)


def _lock_of(path: Path) -> Path:
    return path.with_suffix(".lock")


def _remove(path: Path) -> None:
    for end in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + end).unlink(missing_ok=True)


def _read(path: Path) -> KeptClass | None:
    try:
        file = connect(path)
        try:
            (head,) = file.execute("SELECT text FROM head").fetchone()
            step = file.execute("SELECT round, settings, begun FROM step").fetchone()
            closed = file.execute("SELECT q, away FROM closed ORDER BY q").fetchall()
            return KeptClass(
                Head(**json.loads(head)),
                step[0],
                step[1],
                bool(step[2]),
                tuple(SeatRow(*row) for row in file.execute("SELECT * FROM seat ORDER BY rowid")),
                tuple(SaidRow(*row) for row in file.execute("SELECT * FROM said")),
                tuple(AnswerRow(*row) for row in file.execute(_LAST)),
                tuple((q, tuple(json.loads(away))) for q, away in closed),
                tuple(mark for (mark,) in file.execute("SELECT mark FROM banned")),
            )
        finally:
            file.close()
    except (*DAMAGED, OSError, ValueError, TypeError):
        return None


_TABLES = """
CREATE TABLE head (text TEXT NOT NULL);
CREATE TABLE seat (
    id TEXT UNIQUE NOT NULL, token TEXT NOT NULL, name TEXT NOT NULL, team TEXT NOT NULL,
    since INTEGER NOT NULL, factor REAL NOT NULL
);
CREATE TABLE said (
    seat TEXT NOT NULL, q INTEGER NOT NULL, go INTEGER, calls INTEGER NOT NULL,
    PRIMARY KEY (seat, q)
) WITHOUT ROWID;
CREATE TABLE answer (
    seat TEXT NOT NULL, q INTEGER NOT NULL, n INTEGER NOT NULL, response TEXT NOT NULL,
    elapsed_ms INTEGER NOT NULL, PRIMARY KEY (seat, q, n)
) WITHOUT ROWID;
CREATE TABLE step (
    id INTEGER PRIMARY KEY CHECK (id = 1), round TEXT NOT NULL, settings TEXT NOT NULL,
    begun INTEGER NOT NULL
);
CREATE TABLE closed (q INTEGER PRIMARY KEY, away TEXT NOT NULL);
CREATE TABLE banned (mark TEXT PRIMARY KEY) WITHOUT ROWID;
"""


def _each(*members: int) -> str:
    return ", ".join(f"json_extract(value, '$[{member}]')" for member in members)


_INSERTS: tuple[tuple[type[Row], str], ...] = (
    (
        SeatRow,
        f"INSERT INTO seat SELECT {_each(*range(6))} FROM json_each(?) WHERE true "
        "ON CONFLICT (id) DO UPDATE SET token = excluded.token, name = excluded.name, "
        "team = excluded.team, since = excluded.since, factor = excluded.factor",
    ),
    (SaidRow, f"INSERT OR REPLACE INTO said SELECT {_each(*range(4))} FROM json_each(?)"),
    (AnswerRow, f"INSERT OR IGNORE INTO answer SELECT {_each(*range(5))} FROM json_each(?)"),
    (BanRow, f"INSERT OR IGNORE INTO banned SELECT {_each(0)} FROM json_each(?)"),
    (
        DoorRow,
        "UPDATE head SET text = json_set(text, '$.address', json_extract(?1, '$[#-1][0]'), "
        "'$.port', json_extract(?1, '$[#-1][1]'))",
    ),
    (
        GoneRow,
        f"UPDATE seat SET token = '', name = '' WHERE id IN (SELECT {_each(0)} FROM json_each(?))",
    ),
)
_LAST = "SELECT seat, q, max(n), response, elapsed_ms FROM answer GROUP BY seat, q"
"""With max() SQLite takes the other columns from the same row."""
