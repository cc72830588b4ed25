"""A class hears who has put in the most fuel before the teacher reads the report."""

from __future__ import annotations

import pytest

from game.play.class_host import Event
from game.play.sitting import Sitting
from game.rounds import steps
from game.screens.live_podium import STEP_S, LivePodiumScreen
from game.screens.live_results import LiveResultsScreen
from game.screens.shots_live import RULES, fuelled, in_class
from game.screens.studio import Studio
from game.ui.pilot import Pilot
from game.ui.settings import Settings

NAMES = ("Ada", "Ben", "Cem", "Dan", "Eva", "Fay")


def flown(
    studio: Studio,
    fuels: tuple[int, ...],
    *,
    standing: str = "top",
    teams: tuple[tuple[str, int], ...] = (),
    motion: str = "none",
) -> Pilot:
    """A class whose rocket has flown, with so much fuel of each learner."""
    moving = studio.another(Settings(motion=motion), (320, 180))  # type: ignore[arg-type]
    sitting = fuelled(moving)
    state = steps.reach_orbit(steps.turn_key(sitting.round))
    rows = [
        {"id": name, "name": name, "team": "", "right": 3, "of": 10, "fuel": fuel,
         "place": 1 + sum(other > fuel for other in fuels)}
        for name, fuel in zip(NAMES, fuels, strict=False)
    ]  # fmt: skip
    stations = [
        {"id": team, "name": team, "fuel": fuel, "place": at}
        for at, (team, fuel) in enumerate(teams, start=1)
    ]
    finished: Event = {"event": "finished", "standings": rows, "questions": [], "fuel": 0.8,
                       "teams": stations}  # fmt: skip
    rules: Event = {**RULES, "standing": standing}
    return in_class(moving, [rules, finished], Sitting(sitting.bank, sitting.plan, taken_up=state))


def podium(pilot: Pilot) -> LivePodiumScreen:
    assert isinstance(pilot.scene, LivePodiumScreen)
    return pilot.scene


def names(pilot: Pilot) -> list[str]:
    return [one.name for one in podium(pilot).placed]


def test_the_three_with_the_most_fuel_stand_on_it(studio: Studio) -> None:
    pilot = flown(studio, (900, 800, 700, 600))
    assert names(pilot) == ["Ada", "Ben", "Cem"]
    assert list(podium(pilot).spoken())[1:] == [
        "1. Ada. 900 fuel",
        "2. Ben. 800 fuel",
        "3. Cem. 700 fuel",
    ]


def test_who_is_level_stands_on_the_same_step(studio: Studio) -> None:
    pilot = flown(studio, (900, 900, 700, 700))
    assert [one.place for one in podium(pilot).placed] == [1, 1, 3, 3]


def test_nobody_without_fuel_stands_on_it(studio: Studio) -> None:
    assert names(flown(studio, (900, 0, 0))) == ["Ada"]


@pytest.mark.parametrize("standing", ["none", "top"])
def test_without_a_standing_or_where_too_many_are_level_the_class_is_told_as_one(
    studio: Studio, standing: str
) -> None:
    fuels = (900, 800) if standing == "none" else (900,) * 6
    pilot = flown(studio, fuels, standing=standing)
    assert names(pilot) == []
    assert next(iter(podium(pilot).spoken())) == "You flew it together"
    pilot.picture()


def test_stations_stand_on_it_where_the_standing_is_theirs(studio: Studio) -> None:
    teams = (("propulsion", 500), ("guidance", 400))
    pilot = flown(studio, (900, 800), standing="teams", teams=teams)
    assert [one.station for one in podium(pilot).placed] == ["propulsion", "guidance"]
    pilot.picture()


def test_the_third_shows_first_and_the_first_last(studio: Studio) -> None:
    pilot = flown(studio, (900, 800, 700), motion="full")
    screen = podium(pilot)
    said = []
    for _ in range(3):
        pilot.step(STEP_S + 0.1, 10)
        said.append([str(line)[0] for line in list(screen.spoken())[1:]])
    assert said[-1] == ["1", "2", "3"]
    assert said[0] == ["3"]


def test_enter_shows_all_at_once_and_then_the_report(studio: Studio) -> None:
    pilot = flown(studio, (900, 800, 700), motion="full")
    pilot.press("enter")
    assert podium(pilot).shown == 3
    pilot.press("enter")
    assert isinstance(pilot.scene, LiveResultsScreen)


def test_where_nobody_put_fuel_in_the_report_comes_at_once(studio: Studio) -> None:
    assert isinstance(flown(studio, (0, 0)).scene, LiveResultsScreen)
