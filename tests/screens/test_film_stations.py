"""Each team's station is seen in the launch, in a moment of its own, beside the vehicle."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from game import paths
from game.flight.load import names
from game.rounds.crew import STATIONS, Crew
from game.screens.film_stations import lit, moments, said
from game.screens.flown import flown
from game.screens.launch import LaunchScreen
from game.screens.reel import Reel
from game.screens.studio import Studio
from game.ui.art.launch import LaunchFilm
from game.ui.pilot import Pilot
from game.ui.scene import SourceTexts
from game.ui.settings import Settings
from game.ui.theme import load
from tests.examples import sweep
from tests.pictures import assert_like_golden

VEHICLES = tuple(names(paths.assets() / "vehicles"))


@cache
def film(vehicle: str, *, brief: bool = False) -> LaunchFilm:
    return LaunchFilm((320, 180), load("calm"), flown(vehicle), names=("one",), brief=brief)


@pytest.mark.parametrize("vehicle", sweep(VEHICLES, "zenit-2"))
@pytest.mark.parametrize("brief", (False, True))
def test_every_station_has_the_stage_once(vehicle: str, brief: bool) -> None:
    made = film(vehicle, brief=brief)
    found = moments(made, STATIONS)
    seen: list[str] = []
    for frame in range(int(made.length * 20)):
        made.seek(frame / 20)
        seat = lit(made, found)
        if seat and (not seen or seen[-1] != seat):
            seen.append(seat)
    assert sorted(seen) == sorted(STATIONS)
    assert seen == [moment.seat for moment in found]


@pytest.mark.parametrize("vehicle", VEHICLES)
def test_propulsion_comes_with_the_engines_and_communications_in_orbit(vehicle: str) -> None:
    made = film(vehicle)
    at = {moment.seat: moment.at for moment in moments(made, STATIONS)}
    assert at["propulsion"] == pytest.approx(made.plan.film(made.flown.when("thrust")[0]))
    assert at["communications"] > made.scenes[-1].start


def test_each_station_says_what_it_does_with_its_name() -> None:
    lines = {said(seat, film("soyuz-2-1a"), SourceTexts()) for seat in STATIONS}
    assert len(lines) == len(STATIONS)
    assert "Recovery: watching the boosters fall back" in lines
    assert said("", film("soyuz-2-1a"), SourceTexts()) == ""


@pytest.mark.parametrize("teams", (2, 6))
def test_teams_see_their_stations_over_the_launch(teams: int) -> None:
    folder: Path = paths.default_pack()
    studio = Studio(folder, size=(960, 540), settings=Settings(motion="full"))
    sitting = studio.sitting(9, crew=Crew("teams", teams, "together"))
    sitting.launch_now()
    sitting.turn_key()
    game = studio.game()
    screen = LaunchScreen(game, sitting, Reel("soyuz-2-1a", names=("one", "two")))
    pilot = Pilot(game.shared, screen, studio.size)
    film = screen.reel.film(studio.size)
    film.seek(film.plan.film(film.flown.when("boosters")[0]) + 0.4)
    assert_like_golden(pilot.picture(), f"launch/stations-{teams}")
