"""A small file that is written in a thread of its own, so that no frame waits for the disk."""

from __future__ import annotations

import os
import threading
from pathlib import Path


class WrittenFile:
    """Keeps the newest text in a file.

    Only the newest counts: what was not yet written when a newer one comes is dropped. The file is
    replaced whole, so that a power cut leaves the old one or the new one. Without a path nothing is
    written. A disk that refuses is told by `trouble`, and play goes on.
    """

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.trouble = ""
        self._change = threading.Condition()
        self._next: str | None = None
        self._remove = False
        self._busy = False
        self._thread: threading.Thread | None = None

    def write(self, text: str) -> None:
        """Have the file hold this text soon."""
        self._hand_over(text, remove=False)

    def remove(self) -> None:
        """Have the file gone soon."""
        self._hand_over(None, remove=True)

    def settle(self, timeout_s: float = 5.0) -> bool:
        """Wait until all is on disk; False if it takes longer. For leaving, never in a frame."""
        with self._change:
            return self._change.wait_for(
                lambda: self._next is None and not self._remove and not self._busy, timeout_s
            )

    def _hand_over(self, text: str | None, *, remove: bool) -> None:
        if self.path is None:
            return
        with self._change:
            self._next, self._remove = text, remove
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="keeper", daemon=True)
                self._thread.start()
            self._change.notify_all()

    def _work(self) -> None:
        while True:
            with self._change:
                self._change.wait_for(lambda: self._next is not None or self._remove)
                text, self._next, self._remove = self._next, None, False
                self._busy = True
            try:
                self._replace(text)
                self.trouble = ""
            except OSError as error:
                self.trouble = str(error)
            with self._change:
                self._busy = False
                self._change.notify_all()

    def _replace(self, text: str | None) -> None:
        assert self.path is not None
        if text is None:
            self.path.unlink(missing_ok=True)
            return
        self.path.parent.mkdir(parents=True, exist_ok=True)
        beside = self.path.with_suffix(".new")
        with beside.open("w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(self.path)
