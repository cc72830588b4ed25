"""What is done for the file beside writing: backups, moving the log into it, noting it whole."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from io import FileIO

from game.records import backup
from game.records.forget import forget_in_backups
from game.records.log import Log
from game.records.opening import File
from game.records.places import Places
from game.records.trouble import DAMAGED, Trouble, trouble_of
from game.records.whole import NotWhole, mark

_COMMITS = 120
"""After so many commits the log is moved into the file, well before SQLite would do so by itself
between an answer and its ticket."""
_ONE_GO_BYTES = 20_000_000
"""A file up to this size is backed up also when the game is left, which takes half a second."""

_CANNOT = (*backup.BAD, backup.Stopped)


class Keeping:
    """Looks after the file, if this is the first copy of the game that has it open."""

    def __init__(self, file: File, log: Log, now: Callable[[], datetime]) -> None:
        self.backing_up = threading.Lock()
        self._file = file
        self._log = log
        self._now = now
        self._stopping = False
        self._doubted = False
        self._thread: threading.Thread | None = None
        self._looked = now()
        self._newest = 0
        self._commits = 0
        self._last: FileIO | None = None

    def start(self) -> None:
        """Begin what may be due at the start."""
        if self._file.first:
            self._newest = self._log.newest()
            leaving = self._log.leaving()
            if leaving or self._is_due():
                self._begin(leaving)

    def written(self) -> None:
        """Called on the writer's thread after answers were stored, when nothing waits for it."""
        places = self._file.places
        if not self._file.first or places is None:
            return
        self._newest = self._log.newest()
        self._note(places)
        self._commits += 1
        if self._commits >= _COMMITS:
            self._commits = 0
            with suppress(OSError, sqlite3.Error):
                self._log.connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
                if not self._doubted:
                    mark(places)
        now = self._now()
        if abs(now - self._looked) > backup.EVERY:
            self._looked = now
            if self._is_due():
                self._begin(frozenset())

    def forgot(self) -> None:
        """Called when answers were deleted: the last that was stored may be one of them."""
        if self._file.places is not None:
            with suppress(OSError):
                self._close_note()
                self._file.places.last.unlink(missing_ok=True)

    def failed(self, trouble: Trouble) -> None:
        """Called on the writer's thread when answers could not be stored."""
        if trouble == "damaged":
            self._doubt()

    def settle(self) -> None:
        """Wait until a backup that is being made is there."""
        if self._thread is not None:
            self._thread.join()

    def stop(self) -> None:
        """Have a backup that is being made leave off."""
        self._stopping = True
        self.settle()

    def end(self, *, whole: bool) -> None:
        """After the connections are closed: note the file whole, back it up if that is quick."""
        places, lock = self._file.places, self._file.lock
        self._close_note()
        if self._file.first and places is not None and whole and not self._doubted:
            with suppress(*_CANNOT):
                mark(places)
                if self._is_due() and places.db.stat().st_size < _ONE_GO_BYTES:
                    self._stopping = False
                    self._backup(places)
        if lock is not None:
            lock.release()

    def _note(self, places: Places) -> None:
        """Note the last answer. The answer is on disk already, so the note need not wait for it."""
        with suppress(OSError):
            if self._last is None:
                self._last = places.last.open("wb", buffering=0)
            self._last.seek(0)
            self._last.write(b"%020d" % self._newest)

    def _close_note(self) -> None:
        if self._last is not None:
            self._last.close()
            self._last = None

    def _is_due(self) -> bool:
        places = self._file.places
        return places is not None and backup.is_due(places, self._now(), self._newest)

    def _begin(self, leaving: frozenset[str]) -> None:
        if self._thread is not None and self._thread.is_alive():
            return
        self._thread = threading.Thread(
            target=self._work, args=(leaving,), name="backup", daemon=True
        )
        self._thread.start()

    def _work(self, leaving: frozenset[str]) -> None:
        places = self._file.places
        assert places is not None
        with suppress(*_CANNOT), self.backing_up:
            if leaving:
                forget_in_backups(places, leaving, go_on=self._goes_on)
                self._log.gone(leaving)
            if self._is_due():
                self._backup(places)

    def _backup(self, places: Places) -> None:
        try:
            last = next(iter(backup.every(places)), None)
            since = min(last.newest, self._newest) if last else 0
            backup.make(places, self._now(), self._goes_on, since)
        except (*DAMAGED, NotWhole) as error:
            if isinstance(error, NotWhole) or trouble_of(error) == "damaged":
                self._doubt()

    def _doubt(self) -> None:
        """Have the next start look through the whole file, and mend it."""
        self._doubted = True
        if self._file.places is not None:
            with suppress(OSError):
                self._file.places.marker.unlink(missing_ok=True)

    def _goes_on(self) -> bool:
        return not self._stopping
