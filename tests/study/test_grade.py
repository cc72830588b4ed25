"""What an answer is worth to the schedule."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.study.grade import AGAIN, EASY, GOOD, HARD, RAPID_MS, Given, grade

RIGHT = Given(True, "choice", (), True, False, False, False, 5000)
WRONG = replace(RIGHT, right=False)


def test_right_is_good_and_wrong_is_again() -> None:
    assert grade(RIGHT) == GOOD
    assert grade(WRONG) == AGAIN


@given(st.integers(RAPID_MS, 10**7), st.integers(RAPID_MS, 10**7))
def test_speed_is_worth_nothing(one: int, other: int) -> None:
    for answer in (RIGHT, WRONG):
        assert grade(replace(answer, elapsed_ms=one)) == grade(replace(answer, elapsed_ms=other))


def test_what_is_right_before_it_can_be_read_moves_nothing() -> None:
    assert grade(replace(RIGHT, elapsed_ms=RAPID_MS - 1)) is None
    assert grade(replace(WRONG, elapsed_ms=RAPID_MS - 1)) == AGAIN


def test_what_was_skipped_is_asked_again() -> None:
    assert grade(replace(WRONG, skipped=True)) == AGAIN


@pytest.mark.parametrize("calls", [("archive",), ("navigator",), ("archive", "navigator")])
def test_a_little_help_makes_it_hard(calls: tuple[str, ...]) -> None:
    assert grade(replace(RIGHT, calls=calls)) == HARD
    assert grade(replace(WRONG, calls=calls)) == AGAIN


@pytest.mark.parametrize("calls", [("engineer",), ("radio",), ("archive", "navigator", "radio")])
def test_what_was_given_away_was_not_known(calls: tuple[str, ...]) -> None:
    assert grade(replace(RIGHT, calls=calls)) == AGAIN


@pytest.mark.parametrize("right", [True, False])
def test_only_the_first_answer_of_a_day_moves_the_schedule(right: bool) -> None:
    assert grade(replace(RIGHT, right=right, first=False)) is None
    assert grade(replace(RIGHT, right=right, mend=True)) is None


@pytest.mark.parametrize("right", [True, False])
def test_a_question_that_was_paused_is_not_graded(right: bool) -> None:
    assert grade(replace(RIGHT, right=right, paused=True)) is None
    assert grade(replace(WRONG, paused=True, skipped=True)) is None


def test_easy_is_never_given_but_where_it_was_asked_for() -> None:
    assert grade(replace(RIGHT, easy=True)) == EASY
    assert grade(replace(RIGHT, easy=True, calls=("archive",))) == HARD
    assert grade(replace(WRONG, easy=True)) == AGAIN
    assert grade(replace(RIGHT, easy=True, kind="true-false")) == GOOD


@given(
    st.builds(
        Given,
        right=st.booleans(),
        kind=st.sampled_from(("choice", "typed", "order")),
        calls=st.lists(st.sampled_from(("archive", "navigator", "engineer", "radio"))).map(tuple),
        first=st.booleans(),
        mend=st.booleans(),
        skipped=st.booleans(),
        paused=st.booleans(),
        elapsed_ms=st.integers(0, 10**6),
    )
)
def test_without_the_key_for_it_no_answer_is_easy(given_: Given) -> None:
    assert grade(given_) in (None, AGAIN, HARD, GOOD)
