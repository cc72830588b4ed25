"""Who has the records open: told by locks that the system frees, however a process ends."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

from game.records.places import Places

MOST = 8
"""Copies of the game that can be told apart; more of them share what the last one is told."""

_CANNOT = {errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP, errno.EINVAL}
"""A folder without locks, on some networks."""


class Lock:
    """A place in the row of those who have the records open. The first, number 0, looks after them:
    it mends, brings up to date and backs up. The lock files are empty, and stay."""

    def __init__(self, places: Places, number: int, held: int) -> None:
        self._places = places
        self.number = number
        self._held = held

    @staticmethod
    def take(places: Places) -> Lock:
        """The first free place. OSError if the folder cannot be written to."""
        for number in range(MOST):
            held = hold(places.lock(number))
            if held is not None:
                return Lock(places, number, held)
        return Lock(places, MOST, -1)

    def alone(self) -> bool:
        """Whether nobody else has the records open."""
        for number in range(MOST):
            if number == self.number or not self._places.lock(number).exists():
                continue
            held = hold(self._places.lock(number))
            if held is None:
                return False
            os.close(held)
        return self.number < MOST

    def release(self) -> None:
        """Leave the place."""
        if self._held >= 0:
            os.close(self._held)
            self._held = -1


def hold(path: Path) -> int | None:
    """A file descriptor that holds the lock until it is closed, None if another process does.

    OSError if the file cannot be made.
    """
    number = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(number, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in _CANNOT:
            return number
        os.close(number)
        return None
    return number
