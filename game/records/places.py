"""Where the files of the records lie in their folder, and how they are put there."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

_STAMP = "%Y%m%dT%H%M%SZ"
UNFINISHED = ".unfinished"
"""How the name of a file ends while it is written; what a crash leaves of it is thrown away."""


@dataclass(frozen=True, slots=True)
class Places:
    """The names of all files in a folder of records."""

    folder: Path

    @property
    def db(self) -> Path:
        """The file itself."""
        return self.folder / "records.db"

    @property
    def beside(self) -> tuple[Path, Path, Path]:
        """What SQLite writes beside it: log, its index, and the journal where there is no log."""
        wal, shm, journal = (
            self.db.with_name(self.db.name + end) for end in ("-wal", "-shm", "-journal")
        )
        return wal, shm, journal

    @property
    def marker(self) -> Path:
        """Tells which file was last found whole."""
        return self.folder / "records.whole"

    @property
    def last(self) -> Path:
        """Has the number of the last answer that was stored, or of one shortly before it."""
        return self.folder / "records.last"

    @property
    def backups(self) -> Path:
        """The folder of the backups."""
        return self.folder / "backups"

    def lock(self, number: int) -> Path:
        """What a copy of the game holds as long as it has the records open; the first has 0."""
        return self.folder / (f"records.lock{number}" if number else "records.lock")

    def unfinished(self, name: str) -> Path:
        """A file of that name while it is written."""
        return self.folder / (name + UNFINISHED)

    def aside(self) -> list[Path]:
        """The damaged files that were set aside, the oldest first."""
        return sorted(self.folder.glob("records.damaged-*.db"))

    def set_aside(self, now: datetime) -> Path:
        """Give the file, and what SQLite has beside it, another name; gives the new one."""
        number, name = 0, f"records.damaged-{stamp(now)}"
        while (target := self.folder / f"{name}{f'-{number}' if number else ''}.db").exists():
            number += 1
        wal, shm, journal = self.beside
        for path, end in ((self.db, ""), (wal, "-wal"), (journal, "-journal")):
            if path.exists():
                path.replace(target.with_name(target.name + end))
        shm.unlink(missing_ok=True)
        self.forget_notes()
        return target

    def forget_notes(self) -> None:
        """Throw away what is noted of the file: it is to be another one."""
        self.marker.unlink(missing_ok=True)
        self.last.unlink(missing_ok=True)

    def tidy(self) -> None:
        """Throw away what a crash left half written."""
        for folder in (self.folder, self.backups):
            for path in folder.glob(f"*{UNFINISHED}*"):
                path.unlink(missing_ok=True)


def stamp(at: datetime) -> str:
    """A moment as it stands in a file's name."""
    return at.astimezone(UTC).strftime(_STAMP)


def stamped(text: str) -> datetime | None:
    """The moment of a stamp, None if it is none."""
    try:
        return datetime.strptime(text, _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None


def settle(path: Path) -> None:
    """Wait until a file is on disk."""
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def put(unfinished: Path, path: Path) -> None:
    """Give a finished file its name, on disk, in one step; what had the name is replaced."""
    settle(unfinished)
    unfinished.replace(path)
    settle_folder(path.parent)


def settle_folder(folder: Path) -> None:
    """Wait until the names in a folder are on disk, where the system can be asked to."""
    if os.name == "nt":
        return
    # Some network folders cannot.
    with suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)
