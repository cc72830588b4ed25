"""Teams as stations of one mission."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.rounds import steps, teams
from game.rounds.crew import MOST_TEAMS, STATIONS, Crew, Order
from game.rounds.saved import NotARound, from_json, to_json
from game.rounds.state import Asked, Round, Rules, Seat
from tests.rounds.questions import question, questions

FIRST, SECOND, THIRD = STATIONS[:3]


def begun(order: Order = "turns", count: int = 9, many: int = 3, **rules: int) -> Round:
    crew = Crew("teams", many, order)
    seats = tuple(Seat(name) for name in crew.seats)
    used = replace(Rules(go_offers=0), **rules)  # type: ignore[arg-type]
    return steps.begin(questions(count), used, random.Random(1), seats, crew)


@pytest.mark.parametrize("many", [0, 1, 7])
def test_there_are_two_to_six_teams(many: int) -> None:
    with pytest.raises(ValueError, match="2 to 6"):
        Crew("teams", many)


def test_teams_answer_one_after_the_other() -> None:
    state = begun()
    for name in (FIRST, SECOND, THIRD, FIRST):
        assert state.awaited() == (name,)
        state = steps.go_on(steps.answer(state, name, 0))
    assert state.earned(FIRST) == 200
    assert state.cells(SECOND)[:4] == ("empty", "full", "empty", "empty")


def test_nobody_answers_out_of_turn() -> None:
    with pytest.raises(steps.NotNow):
        steps.answer(begun(), SECOND, 0)


def test_what_one_team_misses_goes_to_all_the_others_at_once() -> None:
    state = steps.answer(begun(), FIRST, 1)
    assert (state.phase, state.passed) == ("asking", True)
    assert state.awaited() == (SECOND, THIRD)
    state = teams.mark(state, {THIRD})
    assert state.phase == "explaining"
    assert [state.earned(name) for name in (FIRST, SECOND, THIRD)] == [0, 0, 50]


def test_nobody_loses_by_what_others_know() -> None:
    state = steps.go_on(steps.answer(begun(), FIRST, 0))
    before = state.earned(FIRST)
    state = teams.mark(steps.answer(state, SECOND, 1), {FIRST, THIRD})
    assert state.earned(FIRST) >= before
    assert teams.standing(state, FIRST) > teams.standing(state, THIRD) - 100
    assert state.earned(SECOND) == 0


def test_the_first_to_press_answers_before_the_others() -> None:
    state = begun("buzz")
    assert teams.waits_for_buzz(state)
    state = teams.buzz(state, THIRD)
    assert state.awaited() == (THIRD,)
    with pytest.raises(steps.NotNow):
        teams.buzz(state, FIRST)
    state = steps.go_on(steps.answer(state, THIRD, 0))
    assert state.earned(THIRD) == 100
    assert teams.waits_for_buzz(state)


def test_where_nobody_presses_all_may_show() -> None:
    state = teams.mark(begun("buzz"), {FIRST, SECOND})
    assert [state.earned(name) for name in (FIRST, SECOND, THIRD)] == [100, 100, 0]
    assert state.cells(THIRD)[0] == "hollow"


def test_all_teams_together_are_marked_with_one_key_each() -> None:
    state = begun("together")
    assert state.awaited() == (FIRST, SECOND, THIRD)
    state = teams.mark(state, {SECOND})
    assert state.phase == "explaining"
    assert state.earned(SECOND) == 100


def test_a_team_that_is_not_asked_cannot_be_marked() -> None:
    passed = steps.answer(begun(), FIRST, 1)
    with pytest.raises(steps.NotNow):
        teams.mark(passed, {FIRST})
    with pytest.raises(steps.NotNow):
        teams.mark(begun(), {FIRST})


def test_the_mean_is_over_a_teams_own_questions() -> None:
    state = begun(count=4)
    for name in (FIRST, SECOND, THIRD, FIRST):
        state = steps.answer(state, name, 0)
        state = steps.go_on(state)
    # One team had two questions of its own and the others one: they stand alike.
    assert [teams.standing(state, name) for name in (FIRST, SECOND, THIRD)] == [100, 100, 100]


def test_one_rocket_flies_for_all_teams() -> None:
    state = begun(count=3)
    state = steps.go_on(steps.answer(state, FIRST, 0))
    state = steps.go_on(teams.mark(steps.answer(state, SECOND, 1), {FIRST, THIRD}))
    state = teams.mark(steps.answer(state, THIRD, 1), set())
    assert state.mission_cells() == ("full", "full", "hollow")
    assert state.mission_fuel() == (100, 50, 0)
    assert state.fuel_share() == 0.5
    assert state.missed() == (2,)


def test_the_hold_asks_all_teams_and_mends_for_those_who_missed() -> None:
    state = begun(count=3)
    state = steps.go_on(teams.mark(steps.answer(state, FIRST, 1), {SECOND}))
    for name in (SECOND, THIRD):
        state = steps.go_on(steps.answer(state, name, 0))
    assert state.phase == "hold"
    state = steps.begin_hold(state, [Asked(question(0, "true-false"), "mend", mends=0)])
    assert state.awaited() == (FIRST, SECOND, THIRD)
    state = teams.mark(state, {FIRST, SECOND})
    assert state.mission_cells()[0] == "mended"
    assert [state.earned(name) for name in (FIRST, SECOND, THIRD)] == [50, 150, 100]


def test_only_the_team_whose_turn_it_is_says_go() -> None:
    state = begun(count=10, go_offers=2)
    while state.phase != "go":
        state = steps.go_on(steps.answer(state, state.first_asked, 0))
    name = state.first_asked
    other = next(seat.id for seat in state.seats if seat.id != name)
    with pytest.raises(steps.NotNow):
        steps.say_go(state, other, True)
    state = steps.answer(steps.say_go(state, name, True), name, 0)
    assert state.answers[-1].earned == 120


@pytest.mark.parametrize("order", ["buzz", "together"])
def test_where_nobody_is_asked_alone_there_is_no_go(order: Order) -> None:
    state = begun(order, count=10, go_offers=2)
    assert not any(asked.offers_go for asked in state.asked)


def test_only_a_team_that_answers_alone_calls() -> None:
    assert steps.can_call(begun(), FIRST)
    assert not steps.can_call(begun(), SECOND)
    assert not steps.can_call(begun("together"), FIRST)


def test_a_teams_point_is_taken_back_and_the_others_keep_theirs() -> None:
    state = teams.mark(begun("together"), {FIRST, SECOND})
    back = teams.overrule(state, FIRST)
    assert [back.earned(name) for name in (FIRST, SECOND)] == [0, 100]
    assert teams.overrule(back, FIRST) == state


def test_an_answer_given_after_all_ends_the_passing_on() -> None:
    state = teams.overrule(steps.answer(begun(), FIRST, 1), FIRST)
    assert state.phase == "explaining"
    assert state.earned(FIRST) == 100


def test_a_skipped_question_is_nobodys_turn_lost() -> None:
    state = steps.skip(begun())
    state = steps.go_on(steps.answer(state, SECOND, 0))
    assert teams.turns_of(state, FIRST) == 0
    assert teams.standing(state, FIRST) == 0.0


@pytest.mark.parametrize(
    ("part", "other"),
    [
        ('"teams": 3', '"teams": 7'),
        ('"teams": 3', '"teams": 2'),
        ('"order": "buzz"', '"order": "shout"'),
        ('"buzzed": "guidance"', '"buzzed": "nobody"'),
        ('"asked": 0, "response"', '"asked": 99, "response"'),
    ],
)
def test_a_team_round_that_cannot_be_is_refused(part: str, other: str) -> None:
    state = steps.answer(teams.buzz(begun("buzz"), SECOND), SECOND, 1)
    text = to_json(state)
    assert part in text
    with pytest.raises(NotARound):
        from_json(text.replace(part, other))


def test_a_team_round_is_read_back_as_it_was_written() -> None:
    state = teams.buzz(begun("buzz"), SECOND)
    assert from_json(to_json(state)) == state


@given(
    many=st.integers(2, MOST_TEAMS),
    order=st.sampled_from(["turns", "buzz", "together"]),
    chance=st.randoms(use_true_random=False),
)
def test_every_team_round_ends_and_no_fuel_is_ever_taken_by_others(
    many: int, order: Order, chance: random.Random
) -> None:
    state = begun(order, count=5, many=many, hold=0)
    names = [seat.id for seat in state.seats]
    while state.phase in ("asking", "explaining"):
        before = {name: state.earned(name) for name in names}
        if state.phase == "explaining":
            state = steps.go_on(state)
        elif teams.waits_for_buzz(state) and chance.random() < 0.7:
            state = teams.buzz(state, chance.choice(names))
        elif state.first_asked and not state.passed:
            state = steps.answer(state, state.first_asked, chance.choice((0, 1, None)))
        else:
            state = teams.mark(state, {n for n in state.awaited() if chance.random() < 0.5})
        assert all(state.earned(name) >= before[name] for name in names)
    assert state.phase == "key"
    assert 0.0 <= state.fuel_share() <= 1.0
