"""What one gets for an answer that was handed over to be kept."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress

from game.records.trouble import Trouble


class Ticket:
    """Tells how it went with one answer.

    `stored` is True from the moment on at which the answer is on disk. `trouble` says
    why it is not, "" as long as nothing is wrong; what failed for want of room is tried again with
    the next answer, so that a ticket in trouble may still become a stored one.
    """

    __slots__ = ("_done", "_settled", "count", "stored", "trouble")

    def __init__(self, done: Callable[[int], None] | None = None) -> None:
        self.stored = False
        self.trouble: Trouble = ""
        self.count = 0
        self._done = done
        self._settled = threading.Event()

    @property
    def settled(self) -> bool:
        """Whether it is known how it went: stored, or in trouble."""
        return self._settled.is_set()

    def wait(self, timeout_s: float | None = None) -> bool:
        """Wait until it is settled, at most so many seconds; whether it is."""
        return self._settled.wait(timeout_s)

    def store(self, count: int) -> None:
        """The answer is on disk, as the `count`th of the file."""
        self.count = count
        self.trouble = ""
        self.stored = True
        self._settled.set()
        if self._done is not None:
            # Whatever it does, the thread that writes has others to write for.
            with suppress(Exception):
                self._done(count)

    def fail(self, trouble: Trouble) -> None:
        """The answer is not on disk."""
        self.trouble = trouble
        self._settled.set()
