"""The three stages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.bank.stages import STAGES, stage_lengths, stage_of


def test_ten_questions_are_two_four_and_four() -> None:
    assert stage_lengths(10) == (2, 4, 4)


def test_a_first_flight_of_six_has_all_three_stages() -> None:
    assert stage_lengths(6) == (1, 3, 2)


@given(st.integers(3, 200))
def test_every_countdown_has_all_three_stages_in_order(count: int) -> None:
    stages = [stage_of(index, count) for index in range(count)]
    assert set(stages) == set(STAGES)
    assert stages == sorted(stages, key=STAGES.index)


def test_two_questions_are_no_countdown() -> None:
    with pytest.raises(ValueError, match="at least three"):
        stage_lengths(2)
