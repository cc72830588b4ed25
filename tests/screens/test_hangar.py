"""The hangar: every vehicle to one scale, its data and sources, and its launch once more."""

from __future__ import annotations

import pytest

from game import paths
from game.flight.load import names
from game.play.mission import vehicles
from game.screens.film import FilmScreen
from game.screens.flown import standing
from game.screens.hangar import HangarScreen
from game.screens.results import ResultsScreen
from game.screens.shots import SHOTS
from game.screens.studio import Studio, answer
from game.screens.title import TitleScreen
from game.screens.vehicle_card import VehicleCardScreen
from game.ui.art.hangar import FLOOR, STAND_M, Bays
from game.ui.events import Key
from game.ui.pilot import Pilot
from tests.patience import until
from tests.pictures import assert_like_golden


@pytest.fixture
def hangar(studio: Studio) -> Pilot:
    game = studio.game()
    pilot = Pilot(game.shared, TitleScreen(game), studio.size)
    pilot.press("h")
    pilot.settle()
    return pilot


def film_of(pilot: Pilot) -> FilmScreen:
    """The film, once it is computed behind the hangar."""
    until(lambda: isinstance(pilot.scene, FilmScreen), lambda: pilot.step(1 / 60))
    assert isinstance(pilot.scene, FilmScreen)
    return pilot.scene


def screen_of(pilot: Pilot) -> HangarScreen:
    assert isinstance(pilot.scene, HangarScreen)
    return pilot.scene


def test_every_vehicle_is_there_and_open_the_usual_one_first(hangar: Pilot) -> None:
    screen = screen_of(hangar)
    known = names(paths.assets() / "vehicles")
    assert sorted(one.id for one in screen.vehicles) == sorted(known)
    assert screen.vehicle.id == "soyuz-2-1a"


def test_the_arrows_go_from_one_to_the_next(hangar: Pilot) -> None:
    screen = screen_of(hangar)
    before = screen.at
    hangar.press("right")
    assert screen.at == before + 1
    hangar.press("left", "left")
    assert screen.at == before - 1


def test_a_click_on_a_rocket_means_its_vehicle(hangar: Pilot) -> None:
    screen = screen_of(hangar)
    for at in range(len(screen.vehicles)):
        hangar.click((screen.bays.middle(at), 700))
        assert screen.at == at
        assert hangar.scene is screen


def test_a_gamepad_goes_along_looks_and_flies(hangar: Pilot) -> None:
    screen = screen_of(hangar)
    hangar.send(Key("right", device="gamepad", pad=1), Key("h", device="gamepad", pad=1))
    assert isinstance(hangar.scene, VehicleCardScreen)
    assert hangar.scene.vehicle is screen.vehicle
    hangar.send(Key("escape", device="gamepad", pad=1), Key("enter", device="gamepad", pad=1))
    assert film_of(hangar).name == "flight"


def test_enter_flies_the_vehicle_whole_and_a_key_comes_back(hangar: Pilot) -> None:
    screen = screen_of(hangar)
    hangar.press("right", "enter")
    flight = film_of(hangar)
    assert not flight.reel.brief
    assert flight.reel.film((960, 540)).flown.craft.id == screen.vehicle.id
    hangar.press("x")
    assert hangar.scene is screen


def test_after_a_flight_its_vehicle_is_looked_at_and_esc_leads_back(
    hangar: Pilot, studio: Studio
) -> None:
    hangar.press("escape")
    assert isinstance(hangar.scene, TitleScreen)
    sitting = studio.sitting(9)
    answer(sitting, right=True)
    sitting.go_on()
    sitting.turn_key()
    sitting.reach_orbit()
    pilot = studio.play(sitting)
    pilot.press("h")
    assert isinstance(pilot.scene, HangarScreen)
    assert pilot.scene.vehicle is sitting.vehicle
    pilot.press("escape")
    assert isinstance(pilot.scene, ResultsScreen)


@pytest.mark.parametrize("at", range(len(vehicles())))
def test_every_figure_that_is_shown_says_how_sure_it_is(studio: Studio, at: int) -> None:
    vehicle = vehicles()[at]
    card = VehicleCardScreen(studio.game(), vehicle)
    texts = [block.text for block in card.blocks()]
    sure = ("several sources agree", "one source", "reckoned from", "an estimate")
    for figure in (
        "Height:",
        "Mass at lift-off:",
        "Propellants:",
        "Empty mass:",
        "Thrust",
        "Mass:",
    ):
        places = [index for index, text in enumerate(texts) if text.startswith(figure)]
        assert places, figure
        assert all(texts[index + 1].startswith(sure) for index in places)
    assert all(source.title in texts for source in vehicle.sources)
    assert ("Design values" in texts[0]) == (vehicle.values == "design")


def test_all_stand_to_one_scale_on_the_screen() -> None:
    crafts = [standing(vehicle) for vehicle in vehicles()]
    bays = Bays(len(crafts), max(craft.height_m for craft in crafts))
    foot = FLOOR - STAND_M * bays.metre
    for craft in crafts:
        assert bays.height(craft.height_m) >= 160
        assert foot - bays.height(craft.height_m) == pytest.approx(craft.height_m * bays.metre)


def test_many_and_tall_vehicles_find_room_too() -> None:
    bays = Bays(12, 110.6)
    assert bays.height(110.6) >= 160
    assert bays.middle(11) + bays.wide / 2 <= 1824


def test_nothing_is_kept_of_a_flight_out_of_the_hangar(hangar: Pilot) -> None:
    hangar.press("enter")
    film_of(hangar)
    hangar.press("x")
    assert not screen_of(hangar).shared.settings.seen_launches


def test_the_flight_out_of_the_hangar_ends_in_the_hangar(hangar: Pilot) -> None:
    screen = screen_of(hangar)
    hangar.press("enter")
    film = film_of(hangar).reel.film((960, 540))
    for _ in range(30):
        hangar.step(2.5)
    assert film.finished
    assert hangar.scene is screen


def test_the_hangar_looks_as_it_did(studio: Studio) -> None:
    assert_like_golden(SHOTS["hangar"](studio).picture(), "screens/hangar")
