"""Made learners forget as their models say, and neither as FSRS does."""

from __future__ import annotations

from collections.abc import Callable
from statistics import fmean

import pytest

from game.study.simulate.learners import Activation, Contexts, Learner

MODELS: tuple[Callable[[str], Learner], ...] = (Activation, Contexts)
both = pytest.mark.parametrize("make", MODELS)


def after(make: Callable[[str], Learner], seed: str, gaps: list[float], later: float) -> float:
    """The chance to recall a card some days after meetings with gaps of so many days."""
    learner = make(seed)
    for number, gap in enumerate([0.0, *gaps]):
        learner.rest(gap)
        learner.meet("card", remembered=number > 0)
    learner.rest(later)
    return learner.recall("card")


@both
def test_what_was_never_met_is_not_known(make: Callable[[str], Learner]) -> None:
    assert make("one").recall("card") == 0.0


@both
def test_one_meeting_leaves_what_the_models_were_fitted_to(
    make: Callable[[str], Learner],
) -> None:
    seeds = [str(number) for number in range(300)]
    left = [fmean(after(make, seed, [], days) for seed in seeds) for days in (1, 7, 30)]
    assert left == pytest.approx([0.75, 0.5, 0.3], abs=0.06)


@both
def test_a_memory_only_fades(make: Callable[[str], Learner]) -> None:
    for seed in "abcde":
        chances = [after(make, seed, [3.0], days) for days in (0.01, 1, 5, 20, 80, 300)]
        assert chances == sorted(chances, reverse=True)


@both
def test_meetings_apart_last_longer_than_meetings_together(
    make: Callable[[str], Learner],
) -> None:
    for seed in "abcde":
        assert after(make, seed, [7.0, 7.0], 60) > after(make, seed, [0.001, 0.001], 60)


@both
def test_a_card_is_as_easy_for_a_learner_whenever_it_is_met(
    make: Callable[[str], Learner],
) -> None:
    early, late = make("one"), make("one")
    early.meet("card", remembered=False)
    late.meet("other", remembered=False)
    late.meet("card", remembered=False)
    early.rest(10)
    late.rest(10)
    assert early.recall("card") == late.recall("card")


def test_activation_by_hand() -> None:
    """Two meetings 100 s apart: 100 ^ -0.177 is 0.4426, so the second decays by 0.2730."""
    learner = Activation("one")
    learner.meet("card", remembered=False)
    learner.work(100)
    assert learner._strength("card") == pytest.approx(0.4426, abs=1e-4)
    learner.meet("card", remembered=True)
    learner.work(900)
    expected = 1000**-0.177 + 900**-0.2730
    assert learner._strength("card") == pytest.approx(expected, abs=1e-3)
