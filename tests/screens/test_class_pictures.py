"""Golden pictures of a class and of teams, on the question that is made for pictures."""

from __future__ import annotations

from game.rounds.crew import Crew, Order
from game.screens.studio import Studio
from game.ui.pilot import Pilot
from tests.pictures import assert_like_golden
from tests.screens.test_pictures import QUESTION

COUNT_S = 3.2


def voted(studio: Studio) -> Pilot:
    pilot = studio.play(studio.sitting(3, QUESTION, crew=Crew("class"), missed=(1,)))
    pilot.press("page_down", "page_down")
    pilot.step(COUNT_S)
    return pilot


def team(studio: Studio, order: Order) -> Pilot:
    return studio.play(studio.sitting(4, QUESTION, crew=Crew("teams", 4, order), missed=(1,)))


def test_a_class_shows_its_letters(studio: Studio) -> None:
    assert_like_golden(voted(studio).picture(), "screens/vote-show")


def test_hands_are_counted(studio: Studio) -> None:
    pilot = voted(studio)
    for hands in ("6", "14", "3", "5"):
        pilot.press(*hands, "enter")
    assert_like_golden(pilot.picture(), "screens/vote-counted")


def test_a_team_has_its_turn(studio: Studio) -> None:
    pilot = team(studio, "turns")
    pilot.press("enter")
    assert_like_golden(pilot.picture(), "screens/team-turn")


def test_teams_may_buzz(studio: Studio) -> None:
    pilot = team(studio, "buzz")
    pilot.press("enter")
    assert_like_golden(pilot.picture(), "screens/team-buzz")


def test_teams_are_marked(studio: Studio) -> None:
    pilot = team(studio, "together")
    pilot.press("page_down", "page_down")
    pilot.step(COUNT_S)
    pilot.press("page_down")
    pilot.step(1)
    pilot.press("1", "3")
    assert_like_golden(pilot.picture(), "screens/team-mark")
