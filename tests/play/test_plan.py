"""What is to be played."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.play.plan import FEWEST, Plan, first_flight, in_equal_turns, rules_for, shortened
from game.rounds.crew import Crew

USUAL = first_flight("seed", "2026-01-01")


@pytest.mark.parametrize("count", [5, 6, 10, 15, 20, 30])
@pytest.mark.parametrize("many", [2, 3, 4, 5, 6])
def test_by_turns_every_team_has_as_many_questions(count: int, many: int) -> None:
    plan = in_equal_turns(replace(USUAL, count=count, crew=Crew("teams", many)))
    assert plan.count % many == 0
    assert plan.count >= FEWEST
    assert abs(plan.count - count) <= many / 2


def test_three_teams_and_five_questions_are_two_turns_each() -> None:
    plan = in_equal_turns(replace(USUAL, count=5, crew=Crew("teams", 3)))
    assert plan.count == 6
    assert plan.rules.window_s == pytest.approx(USUAL.rules.window_s * 6 / 5)


@pytest.mark.parametrize("crew", [Crew(), Crew("class"), Crew("teams", 3, "buzz")])
def test_where_nobody_waits_for_a_turn_the_length_stays(crew: Crew) -> None:
    plan = replace(USUAL, count=5, crew=crew)
    assert in_equal_turns(plan) == plan


def test_a_shorter_flight_keeps_the_time_a_question_and_the_turns_of_the_teams() -> None:
    alone = Plan(10, "x", "2026-01-01", rules=rules_for(10))
    assert shortened(alone, 4) == replace(alone, count=4, rules=rules_for(4))
    assert shortened(alone, 2) is None
    teams = replace(alone, count=12, crew=Crew("teams", 3, "turns"))
    shorter = shortened(teams, 8)
    assert shorter is not None and shorter.count == 6
    assert shortened(replace(teams, crew=Crew("teams", 4, "turns")), 3) is None
