"""The launch in stills: words for each, numbers as they are computed, no name over another."""

from __future__ import annotations

import pytest

from game import languages, paths
from game.flight.load import names
from game.screens.film_stills import frame_size, told
from game.screens.flown import flown
from game.screens.launch import LaunchScreen
from game.screens.reel import Reel
from game.ui.art.launch import LaunchFilm
from game.ui.pilot import Pilot
from game.ui.settings import Settings
from game.ui.theme import load
from tests.pictures import assert_like_golden
from tests.screens.sharing import studio_of

VEHICLES = tuple(names(paths.assets() / "vehicles"))


@pytest.mark.parametrize("language", ("en", "ru", "kk"))
@pytest.mark.parametrize("vehicle", VEHICLES)
def test_every_still_has_a_heading_and_words_of_its_own(vehicle: str, language: str) -> None:
    film = LaunchFilm(frame_size((320, 180)), load("calm"), flown(vehicle))
    catalogue = languages.catalogue(language)
    said = [told(still, film, catalogue) for still in film.stills()]
    assert 5 <= len(said) <= 7
    assert len({body for _, body in said}) >= len(said) - 1
    assert all(len(title) <= 32 and len(body) <= 96 for title, body in said)


def test_a_vehicle_that_nothing_holds_is_not_said_to_be_held() -> None:
    for vehicle, held in (("soyuz-2-1a", True), ("proton-m", False)):
        film = LaunchFilm(frame_size((320, 180)), load("calm"), flown(vehicle))
        _, body = told(film.stills()[0], film, languages.catalogue("en"))
        assert ("arms" in body) is held


def still_pilot(motion: str) -> Pilot:
    """A launch whose round missed one fact, for a player who wants less motion."""
    studio = studio_of(Settings(motion="none"))
    sitting = studio.sitting(9, missed=(3,))
    sitting.launch_now()
    sitting.turn_key()
    game = studio.game(studio.settings.with_(motion=motion))
    reel = Reel("soyuz-2-1a", names=("one", "two"))
    return Pilot(game.shared, LaunchScreen(game, sitting, reel), studio.size)


@pytest.mark.parametrize("motion", ("reduced", "none"))
def test_a_still_stands_beside_its_words(motion: str) -> None:
    pilot = still_pilot(motion)
    pilot.press("right", "right", "right")
    assert_like_golden(pilot.picture(), "launch/still")


def test_the_still_that_is_on_stays_where_the_window_changes() -> None:
    pilot = still_pilot("none")
    pilot.press("right", "right")
    before = pilot.picture()
    pilot.resize((1280, 720))
    pilot.resize((960, 540))
    assert pilot.picture().get_buffer().raw == before.get_buffer().raw
