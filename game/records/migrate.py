"""Making the tables, and bringing those of an older version up to date."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from game.records.connect import connect
from game.records.derived import Derived
from game.records.places import Places, put
from game.records.schema import APPLICATION_ID, FIRST

STEPS: tuple[str, ...] = (FIRST,)
"""The SQL that leads from each version of the tables to the next, from none to the first on."""

VERSION = len(STEPS)


class Newer(Exception):
    """The tables are of a version that only a newer game knows."""


def version_of(connection: sqlite3.Connection) -> int:
    """The version of the tables of a file, 0 if it has none."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def migrate(connection: sqlite3.Connection) -> None:
    """Take the steps that are left, each whole or not at all. Whoever calls has a backup.

    Newer if there are none that begin where the file is.
    """
    version = version_of(connection)
    if version > VERSION:
        raise Newer(version)
    for number in range(version, VERSION):
        try:
            connection.executescript(
                f"BEGIN IMMEDIATE; {STEPS[number]} PRAGMA user_version = {number + 1}; COMMIT;"
            )
        except sqlite3.Error:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


def fill(connection: sqlite3.Connection) -> None:
    """Make the tables in an empty file."""
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    migrate(connection)


def create(places: Places) -> None:
    """Make a new file. It gets its name when it is whole: a crash leaves none, or a good one."""
    unfinished = places.unfinished(places.db.name)
    with closing(connect(unfinished, wal=False)) as made:
        fill(made)
    put(unfinished, places.db)


def remake(connection: sqlite3.Connection) -> None:
    """Make anew all that is derived."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        Derived(connection).rebuild()
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
