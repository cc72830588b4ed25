"""A connection to the file, with what every connection needs."""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path
from urllib.request import pathname2url

PATIENCE_S = 5.0
"""How long a connection waits for another one, that of a second copy of the game or of a backup."""


def connect(path: Path | None, *, wal: bool = True) -> sqlite3.Connection:
    """A connection that reads and writes; None for a file in memory. sqlite3.Error if it cannot.

    An answer that was committed is on disk: FULL waits for the disk at every commit. Without
    WAL, as on a network folder, EXTRA also waits for the folder, which FULL would leave out.
    """
    made = sqlite3.connect(
        ":memory:" if path is None else path,
        timeout=PATIENCE_S,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        _set_up(made, wal=wal and path is not None)
    except BaseException:
        made.close()
        raise
    return made


def read_only(path: Path, *, untouched: bool = False) -> sqlite3.Connection:
    """A connection that changes nothing in the file.

    `untouched` leaves also no trace beside it, and sees what is in the file alone, not in its log.
    """
    how = "immutable=1" if untouched else "mode=ro"
    name = f"file:{pathname2url(str(path.resolve()))}?{how}"
    made = sqlite3.connect(name, uri=True, timeout=PATIENCE_S, isolation_level=None)
    made.execute("PRAGMA trusted_schema = OFF")
    return made


def _set_up(made: sqlite3.Connection, *, wal: bool) -> None:
    for pragma in ("trusted_schema = OFF", "foreign_keys = ON", "recursive_triggers = ON"):
        made.execute(f"PRAGMA {pragma}")
    made.execute("PRAGMA secure_delete = ON")
    if sys.platform == "darwin":
        made.execute("PRAGMA fullfsync = ON")
        made.execute("PRAGMA checkpoint_fullfsync = ON")
    mode = "delete"
    if wal:
        (mode,) = made.execute("PRAGMA journal_mode = WAL").fetchone()
        if mode == "wal" and not _shares(made):
            wal, mode = False, "delete"
    if not wal:
        made.execute("PRAGMA journal_mode = DELETE")
    made.execute(f"PRAGMA synchronous = {'FULL' if mode == 'wal' else 'EXTRA'}")


def _shares(made: sqlite3.Connection) -> bool:
    """Whether the shared memory that a log needs is to be had; some network folders have none."""
    try:
        made.execute("BEGIN")
        made.execute("SELECT count(*) FROM sqlite_master").fetchone()
        made.execute("COMMIT")
    except sqlite3.OperationalError as error:
        if made.in_transaction:
            made.execute("ROLLBACK")
        if getattr(error, "sqlite_errorcode", 0) & 0xFF not in (10, 14):
            raise
        return False
    return True
