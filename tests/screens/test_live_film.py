"""The film of a live class in front: it runs once, and its end stands until the host goes on."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from game import paths
from game.live.settings import Settings
from game.play.class_host import Event
from game.screens.film import FilmScreen
from game.screens.studio import Studio
from game.ui.settings import Settings as Looks
from tests.screens.hosted_room import Played

FRAME_S = 1 / 30
MOST_FRAMES = 1000
SKIPPED_AT = 20
VEHICLES = tuple(path.stem for path in (paths.assets() / "vehicles").glob("*.yaml"))
LATE = 4
"""So many frames pass before the window hears what the host has told."""


class Late:
    """Tells the window what a host has told some frames later, as the pipe of a process does."""

    def __init__(self, played: Played) -> None:
        self._host = played.host
        self._coming: list[Sequence[Event]] = [()] * LATE

    def order(self, do: str, **named: object) -> None:
        self._host.order(do, **named)

    def heard(self) -> Sequence[Event]:
        self._coming.append(self._host.heard())
        return self._coming.pop(0)

    def close(self) -> None:
        self._host.close()

    def wait(self) -> None:
        self._host.wait()


def _at_the_key(studio: Studio) -> Played:
    played = Played(studio, Settings(go=False, standing="none"), count=3)
    played.join()
    played.press("enter")
    for _ in range(30):
        if played.screen.name == "live-key":
            break
        if played.host.room.course.phase == "asking":
            played.all_answer(right=1)
        else:
            played.press("enter")
            played.pilot.settle(2.0)
    assert played.screen.name == "live-key"
    assert played.game.hosting is not None
    played.game.hosting.host = Late(played)
    played.pilot.step(1.0)
    return played


@pytest.fixture(scope="module")
def small() -> Studio:
    seen = Looks(motion="full", seen_launches=VEHICLES)
    return Studio(paths.default_pack(), size=(320, 180), settings=seen)


@pytest.mark.parametrize("skipped", [False, True])
def test_the_first_picture_of_the_film_never_shows_again(small: Studio, skipped: bool) -> None:
    played = _at_the_key(small)
    played.pilot.press("enter")
    seconds: list[float] = []
    pictures: list[bytes] = []
    for _ in range(MOST_FRAMES):
        played.pilot.step(FRAME_S)
        screen = played.screen
        if screen.name == "live-podium":
            break
        if isinstance(screen, FilmScreen):
            assert screen.reel.now is not None
            seconds.append(screen.reel.now.seconds)
            pictures.append(played.pilot.picture().get_view("2").raw)
            if skipped and len(seconds) == SKIPPED_AT:
                played.pilot.press("enter")
                played.pilot.press("enter")
    assert played.screen.name == "live-podium"
    assert seconds == sorted(seconds)
    assert pictures[-1] == pictures[-2]
    assert pictures[0] not in pictures[SKIPPED_AT:]
    assert played.host.orders.count("launched") == 1


def test_a_flight_that_is_skipped_at_the_key_shows_no_picture_of_it(small: Studio) -> None:
    played = _at_the_key(small)
    played.pilot.press("escape")
    played.pilot.press("enter")
    shown = set()
    for _ in range(20):
        played.pilot.step(FRAME_S)
        shown.add(played.screen.name)
    assert shown <= {"live-key", "live-podium"}
    assert played.screen.name == "live-podium"
    assert played.host.orders.count("launched") == 1
