"""Whole classes through the screens of the window, held by a real room."""

from __future__ import annotations

from typing import Any

import pytest

from game.live.settings import Settings
from game.screens.studio import Studio
from tests.screens.hosted_room import Played


def rows(played: Played) -> list[Any]:
    """What the standing shows: place, name and fuel."""
    found = played.screen.told()["rows"]
    assert isinstance(found, list)
    return found


@pytest.mark.parametrize("standing", ["top", "teams", "none"])
@pytest.mark.parametrize(("teams", "dealt"), [(0, "dealt"), (2, "dealt"), (6, "chosen")])
def test_a_class_is_played_with_each_standing(
    studio: Studio, standing: str, teams: int, dealt: str
) -> None:
    played = Played(studio)
    played.host.order("settings", teams=teams, dealt=dealt, standing=standing)
    for at in range(6):
        station = ("propulsion", "guidance")[at % 2] if dealt == "chosen" else ""
        played.join(station)
    played.play(right=2)
    shows = standing == "top" or (standing == "teams" and teams > 0)
    assert ("live-standing" in played.seen) is shows


def test_teams_that_are_wanted_while_the_standing_is_up_show_at_once(studio: Studio) -> None:
    played = Played(studio, Settings(go=False, teams=2))
    played.join()
    played.join()
    played.press("enter")
    played.all_answer(right=1)
    while played.screen.name != "live-standing":
        played.press("enter")
    played.host.teacher("settings", standing="teams")
    played.step()
    assert [row[1] for row in rows(played)] == ["propulsion", "guidance"]


def test_the_first_five_are_five_of_six_who_have_fuel(studio: Studio) -> None:
    played = Played(studio, Settings(go=False))
    for _ in range(6):
        played.join()
    played.press("enter")
    played.all_answer(right=6)
    while played.screen.name != "live-standing":
        played.press("enter")
    assert len(rows(played)) == 5


def test_a_standing_of_nobody_is_passed_by(studio: Studio) -> None:
    played = Played(studio, Settings(go=False))
    played.join()
    played.press("enter")
    played.all_answer(right=0)
    while played.screen.name != "live-question":
        assert played.screen.name != "live-standing"
        played.press("enter")
    assert played.host.room.course.q == 1
