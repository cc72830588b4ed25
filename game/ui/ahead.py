"""Slow drawing done ahead, in a thread of its own, while the screen goes on."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Generic, TypeVar

T = TypeVar("T")

BREATH_S = 0.002
"""Pause between two slices, so that a picture of the game's is not late."""
_LONGEST_S = 0.03

_way_is_free = threading.Event()
_way_is_free.set()
_taken = 0


@contextmanager
def first() -> Iterator[None]:
    """While the game draws and shows its own picture: what is done behind it gives way meanwhile.

    For the game's own thread; one may lie within another.
    """
    global _taken
    _taken += 1
    _way_is_free.clear()
    try:
        yield
    finally:
        _taken -= 1
        if not _taken:
            _way_is_free.set()


def give_way() -> None:
    """Called between two large strokes: behind the game, wait while it draws a picture.

    Python's own turns come every millisecond at best, and a stroke cannot be broken off.
    """
    if _way_is_free.is_set() or threading.current_thread() is threading.main_thread():
        return
    if not _way_is_free.wait(_LONGEST_S):
        # The game itself waits, for what is done here.
        _way_is_free.set()


class Ahead(Generic[T]):
    """Runs slices to their end behind the game; the last one that came is the result.

    `turn` is how many have come.

    The slices must touch nothing that the game draws with meanwhile.
    """

    def __init__(self, slices: Iterator[T]) -> None:
        self._slices = slices
        self._newest: T | None = None
        self.turn = 0
        self._lock = threading.Lock()
        self._over = False
        self._trouble: BaseException | None = None
        threading.Thread(target=self._run, name="ahead", daemon=True).start()

    @property
    def done(self) -> bool:
        """Whether there is a result."""
        return self._over

    def stop(self) -> None:
        """Do no more of it: nobody wants the result any longer."""
        self._over = True

    def finish(self) -> T:
        """The result, with what is left of the work done now. What the slices raise is raised."""
        _way_is_free.set()
        while not self._over:
            self._step()
        if self._trouble is not None:
            raise self._trouble
        assert self._newest is not None
        return self._newest

    def _run(self) -> None:
        while not self._over:
            give_way()
            self._step()
            time.sleep(BREATH_S)

    def _step(self) -> None:
        with self._lock:
            if self._over:
                return
            try:
                self._newest = next(self._slices)
                self.turn += 1
            except StopIteration:
                self._over = True
            except BaseException as trouble:
                self._trouble = trouble
                self._over = True
