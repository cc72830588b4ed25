"""A live class that was cut short, whose log was left behind: looked for beside the frames."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path


@dataclass(frozen=True, slots=True)
class CutShort:
    """The class: its pack's id, when it stopped, in the time of this machine, who had a seat, and
    how many of its questions are over."""

    pack: str
    stopped: datetime
    learners: int
    over: int
    questions: int


class LeftClass:
    """The newest such class of a folder, as far as it was looked for."""

    def __init__(self) -> None:
        self.found: CutShort | None = None
        # Two that look at once would each take the log for one that is in use.
        self._one = threading.Lock()

    def look(self, folder: Path | None, after: Callable[[], object] = lambda: None) -> None:
        """Look for it in a thread of its own, once `after` came back; without a folder there is
        none."""
        if folder is None:
            self.found = None
            return

        def work() -> None:
            after()
            self.find(folder)

        threading.Thread(target=work, name="left class", daemon=True).start()

    def find(self, folder: Path) -> CutShort | None:
        """Look for it now; most days there is no such file."""
        with self._one:
            self.found = _found(folder)
        return self.found

    def forget(self) -> None:
        """It is taken up, or another one is begun."""
        self.found = None


def _found(folder: Path) -> CutShort | None:
    from game.records.class_log import last_written, unfinished

    with suppress(OSError):
        found = unfinished(folder)
        if found is not None:
            path, kept = found
            return CutShort(
                kept.head.pack,
                last_written(path).astimezone(),
                sum(bool(seat.token) for seat in kept.seats),
                len(kept.closed),
                kept.head.questions,
            )
    return None
