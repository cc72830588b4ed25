"""The film of a launch, made behind the game before it is shown."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from weakref import ReferenceType, ref

from game.flight.track import Flight
from game.screens.film_stills import frame_size
from game.screens.flown import flight, flown
from game.screens.game import Game
from game.screens.roar import Roar
from game.ui.art.launch import LaunchFilm
from game.ui.theme import Theme, load

WAITING_S, PLAYING_S, IDLE_S = 0.001, 0.012, 0.1
"""Pauses of the film's thread: between two slices, and while it has nothing to do."""


class Reel:
    """The film of a vehicle for the window's size, made behind the game before it is shown.

    The vehicle, with a payload by its id or with its first one, is flown in the same thread.
    `names` are those of the satellites at its end. A `brief` film takes 8 s; of one that is shown
    in `still` pictures there is no brief form.
    """

    def __init__(
        self,
        vehicle: str,
        payload: str = "",
        *,
        names: Sequence[str] = (),
        seed: str = "launch",
        brief: bool = False,
        still: bool = False,
    ) -> None:
        self._flies = (vehicle, payload)
        self._names, self._seed = tuple(names), seed
        self._film: LaunchFilm | None = None
        self._roar: Roar | None = None
        self._size, self._at_s = (0, 0), 0.0
        self._made = threading.Event()
        self.brief = brief and not still
        self.still = still
        self.theme: Theme = load("calm")

    def begin(self, size: tuple[int, int]) -> None:
        """Have the film made for this window; where that has changed it goes on where it was."""
        size = frame_size(size) if self.still else size
        if size == self._size:
            return
        self._at_s = self._film.seconds if self._film is not None else self._at_s
        self._film, self._size = None, size
        self._made = made = threading.Event()
        threading.Thread(target=self._make, args=(size, made), name="film", daemon=True).start()

    def film(self, size: tuple[int, int]) -> LaunchFilm:
        """The film for a window of this size, waited for if it is not there yet.

        Where its thread has failed it is made now; what goes wrong then is raised.
        """
        self.begin(size)
        self._made.wait()
        if self._film is None:
            self._film = self._flown(self._size)
        return self._film

    @property
    def vehicle(self) -> str:
        """The id of what flies."""
        return self._flies[0]

    def stand_still(self) -> None:
        """Show still pictures, and no motion."""
        if not self.still:
            self.still = True
            self.again(brief=False)

    def again(self, *, brief: bool) -> None:
        """Begin anew in the other form."""
        self.brief = brief
        self.close()

    def close(self) -> None:
        """Give back the film's room: it was shown, or will not be."""
        self._film, self._size, self._at_s = None, (0, 0), 0.0
        self._made = threading.Event()

    @property
    def now(self) -> LaunchFilm | None:
        """The film, once it is there."""
        return self._film

    @property
    def flight(self) -> Flight:
        """What it shows, computed; cached from when the film was made."""
        return flight(*self._flies)

    @property
    def roar(self) -> Roar | None:
        """How its flight sounds, once there is a film."""
        return self._roar

    @property
    def ready(self) -> bool:
        """Whether `film` answers at once, or has to make it itself."""
        return self._made.is_set()

    def _make(self, size: tuple[int, int], made: threading.Event) -> None:
        try:
            film = self._flown(size)
            # Another size may be wanted by now, or none.
            if self._made is made:
                self._film = film
        except Exception:
            # Whoever wants the film makes it, and hears of what went wrong.
            return
        finally:
            made.set()
        reference = ref(film)
        del film
        _prepare(reference, lambda: self._made is made)

    def _flown(self, size: tuple[int, int]) -> LaunchFilm:
        film = LaunchFilm(
            size, self.theme, flown(*self._flies), names=self._names, seed=self._seed,
            brief=self.brief,
        )  # fmt: skip
        film.seek(self._at_s)
        self._roar = Roar(self.flight)
        return film


def seen(game: Game, vehicle: str) -> bool:
    """Whether a launch of that vehicle was shown before, so that the brief form is enough."""
    return vehicle in game.shared.settings.seen_launches


def _prepare(reference: ReferenceType[LaunchFilm], wanted: Callable[[], bool]) -> None:
    """Draw each scene of a film behind the game while the one before it plays.

    With all of them at once the game would need more memory than all else together. A film that
    nobody has any more, or that is not `wanted`, ends it.
    """
    while wanted():
        film = reference()
        if film is None or film.finished:
            return
        ahead = film.ahead
        if film.prepare_ahead():
            return
        pause = IDLE_S if not ahead else PLAYING_S if film.seconds > 0 else WAITING_S
        del film
        time.sleep(pause)
