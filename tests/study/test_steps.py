"""Missions: a launch every third or fourth sitting."""

from __future__ import annotations

from itertools import pairwise

from game.study.steps import STAGES, launches, standing


def test_the_first_sittings_by_hand() -> None:
    stages = [standing(n).stage for n in range(8)]
    assert stages == [
        None,
        *("roll-out", "fuelling", "launch"),
        *("assembly", "roll-out", "fuelling", "launch"),
    ]
    assert [standing(n).mission for n in range(9)] == [1, 1, 1, 1, 2, 2, 2, 2, 3]
    assert [standing(n).to_launch for n in range(9)] == [3, 2, 1, 0, 3, 2, 1, 0, 2]
    assert [launches(n) for n in range(9)] == [0, 0, 0, 1, 1, 1, 1, 2, 2]


def test_a_launch_comes_every_third_or_fourth_sitting() -> None:
    at = [n for n in range(1, 400) if standing(n).stage == "launch"]
    assert {later - earlier for earlier, later in pairwise([0, *at])} == {3, 4}
    assert [launches(n) for n in at] == list(range(1, len(at) + 1))


def test_a_mission_never_goes_back() -> None:
    places = [
        (standing(n).mission, STAGES.index(standing(n).stage or "assembly")) for n in range(1, 400)
    ]
    assert places == sorted(places)
    assert len(set(places)) == len(places)
