"""Backups: made while the game is played, looked through, and only then given their name."""

from __future__ import annotations

import gzip
import shutil
import sqlite3
import zlib
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from game.records.connect import connect
from game.records.network import is_on_network
from game.records.places import UNFINISHED, Places, put, settle_folder, stamp, stamped
from game.records.rotation import staying
from game.records.trouble import DAMAGED
from game.records.whole import NotWhole, look_through

EVERY = timedelta(minutes=30)
_END = ".db.gz"
_PAGES = 512
_PACKING = 1
"""Of gzip: 9 takes five times as long, and a tenth less room."""


BAD = (OSError, EOFError, zlib.error, NotWhole, *DAMAGED)
"""What reading a damaged backup raises."""


class Stopped(Exception):
    """The game is being left, and a backup has to wait for the next time."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup by its file. `newest` is the number of the newest answer in it, 0 if it has none."""

    path: Path
    at: datetime
    newest: int


def every(places: Places) -> tuple[Backup, ...]:
    """All backups, the newest first; files of other names are not ours."""
    found = []
    for path in places.backups.glob(f"records-*{_END}"):
        _, _, rest = path.name.removesuffix(_END).partition("-")
        day, _, number = rest.partition("-")
        at = stamped(day)
        if at is not None and number.isdigit():
            found.append(Backup(path, at, int(number)))
    return tuple(sorted(found, key=lambda one: (one.at, one.newest), reverse=True))


def is_due(places: Places, now: datetime, newest: int) -> bool:
    """Whether there is something new since the last backup, and that one is half an hour old.

    `newest` is the number of the newest answer. A backup from the future was made by a wrong clock.
    """
    last = next(iter(every(places)), None)
    if last is None:
        return newest > 0
    return last.newest != newest and not timedelta() <= now - last.at < EVERY


def make(
    places: Places, now: datetime, go_on: Callable[[], bool] = lambda: True, since: int = 0
) -> Backup:
    """Make a backup of the file as it is, and throw away those that have had their time.

    It may be called from any thread while answers are written. Stopped if `go_on` says no;
    sqlite3.Error, NotWhole or OSError if it cannot be made, and then the others all stay. `since`
    is the number of an answer up to which the checksums were read for an earlier backup.
    """
    places.backups.mkdir(exist_ok=True)
    plain = places.backups / f"{stamp(now)}.db{UNFINISHED}"
    packed = plain.with_name(f"{stamp(now)}{_END}{UNFINISHED}")
    try:
        with closing(sqlite3.connect(plain, isolation_level=None)) as target:
            _copy(places, target, go_on)
            target.execute("PRAGMA journal_mode = DELETE")
            look_through(target, since)
            (newest,) = target.execute("SELECT coalesce(max(id), 0) FROM answer").fetchone()
        pack(plain, packed, go_on)
        path = places.backups / f"records-{stamp(now)}-{newest}{_END}"
        put(packed, path)
    finally:
        for left in (plain, packed):
            left.unlink(missing_ok=True)
    rotate(places, now)
    return Backup(path, now, newest)


def rotate(places: Places, now: datetime) -> None:
    """Throw away the backups that have had their time."""
    backups = every(places)
    kept = staying((one.at for one in backups), now)
    for one in backups:
        if one.at not in kept:
            one.path.unlink(missing_ok=True)
    settle_folder(places.backups)


def pack(plain: Path, packed: Path, go_on: Callable[[], bool] = lambda: True) -> None:
    """Write a file packed: answers take a fifth of the room."""
    with (
        plain.open("rb") as source,
        packed.open("wb") as file,
        # Without a name and a time in it, the same answers are the same bytes.
        gzip.GzipFile("", "wb", _PACKING, file, mtime=0) as target,
    ):
        while block := source.read(1 << 20):
            if not go_on():
                raise Stopped
            target.write(block)


def unpack(packed: Path, plain: Path) -> None:
    """Write a backup as the file that it was. OSError, EOFError or zlib.error if it is damaged."""
    with gzip.open(packed, "rb") as source, plain.open("wb") as target:
        shutil.copyfileobj(source, target, 1 << 20)


def _copy(places: Places, target: sqlite3.Connection, go_on: Callable[[], bool]) -> None:
    def progress(*_: int) -> None:
        if not go_on():
            raise Stopped

    wal = not is_on_network(places.folder)
    with closing(connect(places.db, wal=wal)) as source:
        if wal:
            # One moment of the file, whatever is written meanwhile.
            source.execute("BEGIN")
            source.execute("SELECT count(*) FROM profile").fetchone()
        # Without a log whoever reads keeps others from writing, so that is done at one go.
        source.backup(target, pages=_PAGES if wal else -1, progress=progress, sleep=0)
