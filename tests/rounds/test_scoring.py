"""What answers are worth."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.rounds.scoring import (
    classic_points,
    fuel_for,
    fuel_for_mending,
    reading_seconds,
)


def test_classic_matches_the_published_worked_example() -> None:
    assert classic_points(2.0, 30.0) == 967


def test_classic_pays_full_points_under_half_a_second() -> None:
    assert classic_points(0.49, 30.0) == 1000


def test_classic_pays_half_for_an_answer_at_the_last_moment() -> None:
    assert classic_points(30.0, 30.0) == 500


@given(elapsed=st.floats(0.0, 500.0), clock=st.floats(5.0, 240.0))
def test_no_speed_share_pays_every_right_answer_alike(elapsed: float, clock: float) -> None:
    assert classic_points(elapsed, clock, speed_share=0.0) == 1000


@given(
    elapsed=st.floats(0.0, 500.0),
    clock=st.floats(5.0, 240.0),
    share=st.floats(0.0, 1.0),
    possible=st.sampled_from((0, 1000, 2000)),
)
def test_classic_points_stay_between_nothing_and_what_is_possible(
    elapsed: float, clock: float, share: float, possible: int
) -> None:
    assert 0 <= classic_points(elapsed, clock, possible=possible, speed_share=share) <= possible


@given(st.floats(0.5, 239.0), st.floats(0.0, 100.0))
def test_a_later_answer_never_earns_more(elapsed: float, later: float) -> None:
    assert classic_points(elapsed + later, 240.0) <= classic_points(elapsed, 240.0)


def test_a_speed_share_outside_its_range_is_refused() -> None:
    with pytest.raises(ValueError, match="from 0 to 1"):
        classic_points(1.0, 30.0, speed_share=1.1)


def test_each_call_takes_ten_from_a_hundred_and_the_fourth_leaves_sixty() -> None:
    assert [fuel_for(right=True, go=False, calls=n) for n in range(5)] == [100, 90, 80, 70, 60]


def test_asking_four_times_earns_more_than_missing_and_mending() -> None:
    asked = fuel_for(right=True, go=False, calls=4)
    assert asked > fuel_for_mending(right=True, go=False)


@pytest.mark.parametrize("options", [3, 4])
def test_guessing_earns_less_with_go_than_without(options: int) -> None:
    chance = 1 / options

    def expected(go: bool) -> float:
        at_once = chance * fuel_for(right=True, go=go, calls=0)
        return at_once + (1 - chance) * chance * fuel_for_mending(right=True, go=go)

    assert expected(go=True) < expected(go=False)


def test_knowing_earns_more_with_go() -> None:
    assert fuel_for(right=True, go=True, calls=0) > fuel_for(right=True, go=False, calls=0)


def test_a_mend_after_go_earns_nothing() -> None:
    assert fuel_for_mending(right=True, go=True) == 0


def test_reading_time_grows_with_the_text_and_has_a_floor() -> None:
    assert reading_seconds("Why?") == 3.0
    assert reading_seconds(" ".join(["word"] * 25)) == 10.0
