"""Going back to a backup, by hand. What stands now is backed up first, or set aside if damaged."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from game.phrase import phrase
from game.records import backup, migrate
from game.records.backup import Backup
from game.records.connect import connect
from game.records.lock import Lock
from game.records.network import is_on_network
from game.records.places import Places, put
from game.records.trouble import DAMAGED
from game.records.whole import NotWhole, look_through, mark


class CannotRestore(Exception):
    """Why not, in a sentence; all is as it was."""


@dataclass(frozen=True, slots=True)
class Restored:
    """Which backup stands now, its answers, and where what stood before is, None for nothing."""

    path: Path
    answers: int
    before: Path | None


def restore(places: Places, now: datetime, name: str = "") -> Restored:
    """Put a backup in the place of the file: the one of that file name, else the newest good one.

    CannotRestore if there is none, or if the game is open; OSError or sqlite3.Error if the disk
    refuses.
    """
    if not places.folder.is_dir():
        raise CannotRestore(phrase("{folder} is no folder of answers.", folder=places.folder))
    lock = Lock.take(places)
    try:
        if lock.number or not lock.alone():
            raise CannotRestore(phrase("T-Minus is open with these answers. Close it first."))
        return _restore(places, now, name)
    finally:
        lock.release()


def _restore(places: Places, now: datetime, name: str) -> Restored:
    unfinished = places.unfinished("records-restored.db")
    chosen = [one for one in backup.every(places) if not name or one.path.name == name]
    if not chosen:
        there = places.backups
        raise CannotRestore(
            phrase("There is no backup {name} in {folder}.", name=name, folder=there)
            if name
            else phrase("There is no backup in {folder}.", folder=there)
        )
    good = next((one for one in chosen if _unpacked(one, unfinished)), None)
    if good is None:
        raise CannotRestore(
            phrase("The backup is damaged.") if name else phrase("Every backup is damaged.")
        )
    with closing(connect(unfinished, wal=False)) as file:
        migrate.migrate(file)
        (answers,) = file.execute("SELECT count(*) FROM answer").fetchone()
    before = _put_by(places, now)
    places.forget_notes()
    put(unfinished, places.db)
    mark(places)
    return Restored(good.path, answers, before)


def _unpacked(one: Backup, target: Path) -> bool:
    """Whether a backup is good; then it stands unpacked."""
    try:
        backup.unpack(one.path, target)
        with closing(connect(target, wal=False)) as file:
            look_through(file)
            return migrate.version_of(file) <= migrate.VERSION
    except backup.BAD:
        return False


def _put_by(places: Places, now: datetime) -> Path | None:
    """Keep what stands now: as a backup, or as it is if it is damaged."""
    if not places.db.exists():
        return None
    try:
        made = backup.make(places, now)
        # What is in the log only is in the file then, and no log is left for the next one.
        with closing(connect(places.db, wal=not is_on_network(places.folder))) as file:
            file.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    except (*DAMAGED, NotWhole):
        return places.set_aside(now)
    return made.path
