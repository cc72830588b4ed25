"""A connection to the file, with what every connection needs."""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path

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


def _set_up(made: sqlite3.Connection, *, wal: bool) -> None:
    for pragma in ("trusted_schema = OFF", "foreign_keys = ON", "recursive_triggers = ON"):
        made.execute(f"PRAGMA {pragma}")
    made.execute("PRAGMA secure_delete = ON")
    if sys.platform == "darwin":
        made.execute("PRAGMA fullfsync = ON")
        made.execute("PRAGMA checkpoint_fullfsync = ON")
    mode = "wal" if wal else "delete"
    (got,) = made.execute(f"PRAGMA journal_mode = {mode}").fetchone()
    made.execute(f"PRAGMA synchronous = {'FULL' if got == 'wal' else 'EXTRA'}")
