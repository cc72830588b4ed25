"""The last round of a class that came to its end: what to teach again is found until the next."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from game.screens.kept import Keeper, Kept

if TYPE_CHECKING:
    from game.play.sitting import Sitting

NAME = "last-class.json"


class LastClass:
    """Keeps one ended round of a class or of teams in a file of a folder; without a folder for
    this start alone. Teams are stations and a class is a seat: no person stands in it."""

    def __init__(self, folder: Path | None) -> None:
        self._keeper = Keeper(folder, NAME)
        self._newest: Kept | None = None
        self._looks: threading.Thread | None = None

    @property
    def round(self) -> Kept | None:
        """The round, None if there is none, or while it is being read."""
        return self._newest

    def look(self, after: Callable[[], object] = lambda: None) -> None:
        """Read what the start before has left, in a thread of its own once `after` came back."""
        self._looks = threading.Thread(
            target=self._read, args=(after,), name="last class", daemon=True
        )
        self._looks.start()

    def wait(self) -> Kept | None:
        """The round, once it was read: for tests, never in a frame."""
        if self._looks is not None:
            self._looks.join()
        return self._newest

    def end(self, sitting: Sitting) -> None:
        """A round has come to its end, and takes the place of the one before."""
        from game.rounds.saved import to_json

        state = sitting.round
        state = replace(state, seats=tuple(replace(seat, name="") for seat in state.seats))
        self._newest = Kept(sitting.bank.pack.id, sitting.plan, state)
        self._keeper.keep(self._newest.pack, sitting.plan, to_json(state))

    def settle(self) -> None:
        """Wait until all is on disk; for leaving, never in a frame."""
        self._keeper.settle()

    def _read(self, after: Callable[[], object]) -> None:
        after()
        # A file that is damaged counts as none, and a round that ended meanwhile is newer.
        with suppress(ValueError):
            kept = self._keeper.take_up()
            self._newest = self._newest or kept
