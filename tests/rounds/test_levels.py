"""How far the cells of the one rocket are filled, as every screen draws and counts them."""

from __future__ import annotations

import random

import pytest

from game.rounds import steps, vote
from game.rounds.crew import Crew
from game.rounds.state import Round, Rules, Seat
from tests.rounds.questions import question


def _begun(crew: Crew, rules: Rules | None = None) -> Round:
    asked = [question(number) for number in range(4)]
    seats = tuple(Seat(name) for name in crew.seats)
    return steps.begin(asked, rules or Rules(go_offers=0), random.Random(1), seats, crew)


def _on_phones(*closed: tuple[int, int, int], rules: Rules | None = None) -> Round:
    state = _begun(Crew("class", phones=True), rules)
    for right, of, earned in closed:
        state = vote.answer_of_all(state, right=right, of=of, earned=earned)
        state = steps.go_on(state)
    return state


def test_a_cell_of_a_class_on_phones_is_as_full_as_its_learners_have_filled_it() -> None:
    state = _on_phones((3, 5, 60), (1, 5, 20), (5, 5, 120))
    assert state.cells("class")[:3] == ("full", "hollow", "full")
    assert state.levels() == (0.6, 0.2, 1.0, 0.0)
    assert state.mission_fuel() == (60, 20, 120, 0)


@pytest.mark.parametrize(
    ("earned", "filled"), [((60, 20), 0.8), ((67, 0), 0.7), ((64, 0), 0.6), ((120, 120), 2.4)]
)
def test_the_cells_of_a_class_on_phones_are_counted_as_its_fuel_fills_them(
    earned: tuple[int, int], filled: float
) -> None:
    state = _on_phones(*((5, 5, fuel) for fuel in earned))
    assert state.filled_cells() == filled


def test_more_than_all_cells_is_never_counted() -> None:
    assert _on_phones(*[(5, 5, 120)] * 4).filled_cells() == 4


def test_points_fill_the_cells_of_a_class_on_phones_by_their_share() -> None:
    rules = Rules(scheme="classic", points=1000, clock_s=20.0)
    state = _on_phones((5, 5, 750), rules=rules)
    assert state.levels()[0] == 0.75
    assert state.filled_cells() == 0.8


def test_a_cell_of_one_player_is_full_after_a_call_too_and_half_full_when_mended() -> None:
    state = _begun(Crew())
    state = steps.answer(steps.call(state, "player"), "player", state.now.question.answer)
    for response in (None, 0, 0):
        state = steps.answer(steps.go_on(state), "player", response)
    assert state.levels() == (1.0, 0.0, 1.0, 1.0)
    assert state.filled_cells() == 3
