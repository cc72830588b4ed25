"""Slow drawing done ahead, in a thread of its own, while the screen goes on."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from typing import Generic, TypeVar

T = TypeVar("T")

BREATH_S = 0.002
"""Pause between two slices, so that a picture of the game's is not late."""


class Ahead(Generic[T]):
    """Runs slices to their end behind the game; the last one that came is the result.

    The slices must touch nothing that the game draws with meanwhile.
    """

    def __init__(self, slices: Iterator[T]) -> None:
        self._slices = slices
        self._newest: T | None = None
        self._lock = threading.Lock()
        self._over = False
        self._trouble: BaseException | None = None
        threading.Thread(target=self._run, name="ahead", daemon=True).start()

    @property
    def done(self) -> bool:
        """Whether there is a result."""
        return self._over

    def finish(self) -> T:
        """The result, with what is left of the work done now. What the slices raise is raised."""
        while not self._over:
            self._step()
        if self._trouble is not None:
            raise self._trouble
        assert self._newest is not None
        return self._newest

    def _run(self) -> None:
        while not self._over:
            self._step()
            time.sleep(BREATH_S)

    def _step(self) -> None:
        with self._lock:
            if self._over:
                return
            try:
                self._newest = next(self._slices)
            except StopIteration:
                self._over = True
            except BaseException as trouble:
                self._trouble = trouble
                self._over = True
