"""Whether a file is whole: in full where anything could have happened to it, else at a glance."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

from game.phrase import phrase
from game.records import migrate
from game.records.derived import memories_are_whole
from game.records.places import Places
from game.records.rows import COLUMNS, sum_of
from game.records.schema import TABLES

_EVERY = ", ".join(f'"{name}"' for name in COLUMNS)
_PARAMS = COLUMNS.index("scheduler_params")


class NotWhole(Exception):
    """The file is damaged; says where."""


def look_through(connection: sqlite3.Connection, since: int = 0) -> None:
    """Read the whole file, and the checksum of every answer after number `since`.

    NotWhole or sqlite3.Error if it is damaged.
    """
    (said,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    if said != "ok":
        raise NotWhole(said)
    if migrate.version_of(connection) < migrate.VERSION:
        # Its tables are of another time; they are looked through once they are up to date.
        return
    found = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    if not found >= set(TABLES):
        lacking = ", ".join(sorted(set(TABLES) - found))
        raise NotWhole(phrase("it lacks the tables {tables}", tables=lacking))
    if connection.execute("PRAGMA foreign_key_check").fetchone():
        raise NotWhole(phrase("an answer belongs to nobody"))
    schedulers = dict(connection.execute("SELECT id, params FROM scheduler"))
    query = f"SELECT id, {_EVERY}, clock_back_s, sum FROM answer WHERE id > ?"
    for number, *values, behind, checksum in connection.execute(query, (since,)):
        values[_PARAMS] = schedulers[values[_PARAMS]]
        if sum_of(values, behind) != checksum:
            raise NotWhole(phrase("answer {number} is not as it was written", number=number))


def derived_is_whole(connection: sqlite3.Connection) -> bool:
    """Whether what is made from the answers still agrees with them, as far as is seen quickly."""
    day = (
        'SELECT profile, study_day, count(*), sum("right"), sum(elapsed_ms) FROM answer '
        "WHERE profile IS NOT NULL GROUP BY profile, study_day"
    )
    sitting = (
        'SELECT profile, seed, mode, pack, count(*), sum("right") FROM answer '
        "WHERE profile IS NOT NULL GROUP BY profile, seed, mode, pack"
    )
    kept_day = "SELECT * FROM day"
    kept_sitting = 'SELECT profile, seed, mode, pack, answers, "right" FROM sitting'
    for one, other in ((day, kept_day), (sitting, kept_sitting)):
        for left, right in ((one, other), (other, one)):
            if connection.execute(f"{left} EXCEPT {right}").fetchone():
                return False
    return memories_are_whole(connection)


def reaches(connection: sqlite3.Connection, places: Places) -> bool:
    """Whether the file still has the last answer that is known to have been stored.

    It has not where its log was cut or thrown away, of which the file itself shows nothing.
    """
    try:
        last = int(places.last.read_text("ascii"))
    except (OSError, ValueError):
        return True
    (newest,) = connection.execute("SELECT coalesce(max(id), 0) FROM answer").fetchone()
    return bool(newest >= last)


def mark(places: Places) -> None:
    """Note that the file as it lies there is whole; without the note it is looked through."""
    note = json.dumps(_traits(places.db))
    unfinished = places.unfinished(places.marker.name)
    unfinished.write_text(note, encoding="ascii")
    unfinished.replace(places.marker)


def is_marked(places: Places) -> bool:
    """Whether the file is the one that was last noted to be whole, untouched since."""
    try:
        return bool(json.loads(places.marker.read_text("ascii")) == _traits(places.db))
    except (OSError, ValueError, RecursionError):
        return False


def _traits(path: Path) -> list[int]:
    stat = path.stat()
    return [stat.st_size, stat.st_mtime_ns]
