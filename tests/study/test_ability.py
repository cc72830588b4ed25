"""Ability: whether it finds what made learners really know, and what it then asks."""

from __future__ import annotations

import random
from math import exp, sqrt
from statistics import fmean

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.study.ability import (
    Abilities,
    Ability,
    First,
    abilities,
    expected,
    hardened,
    moved,
    prior,
)

LEARNERS, ITEMS, ANSWERS, OPTIONS = 25, 200, 60, 4


def correlation(one: list[float], other: list[float]) -> float:
    a, b = fmean(one), fmean(other)
    both = sum((x - a) * (y - b) for x, y in zip(one, other, strict=True))
    return both / sqrt(sum((x - a) ** 2 for x in one) * sum((y - b) ** 2 for y in other))


def class_of(seed: int) -> tuple[float, float]:
    """How well a class is found: the correlations of its learners and of its cards with the truth.

    25 learners answer 60 of 200 cards each, all of them drawn from N(0, 1), four options to a card.
    """
    rng = random.Random(seed)
    able = [rng.gauss(0, 1) for _ in range(LEARNERS)]
    hard = [rng.gauss(0, 1) for _ in range(ITEMS)]
    learners = [Ability(0.0)] * LEARNERS
    cards = [Ability(0.0)] * ITEMS
    turns = [(who, card) for who in range(LEARNERS) for card in rng.sample(range(ITEMS), ANSWERS)]
    rng.shuffle(turns)
    for who, card in turns:
        chance = 1 / OPTIONS + (1 - 1 / OPTIONS) / (1 + exp(hard[card] - able[who]))
        right = rng.random() < chance
        learner, item = learners[who], cards[card]
        learners[who] = moved(learner, item.theta, OPTIONS, right)
        cards[card] = hardened(item, learner.theta, OPTIONS, right)
    return (
        correlation(able, [learner.theta for learner in learners]),
        correlation(hard, [card.theta for card in cards]),
    )


def test_a_class_of_made_learners_is_found_again() -> None:
    found = [class_of(seed) for seed in range(20)]
    assert fmean(learners for learners, _ in found) >= 0.85
    assert fmean(cards for _, cards in found) >= 0.5


@pytest.mark.parametrize(
    ("theta", "difficulty", "options", "chance"),
    [
        (0, 0, 0, 0.5),
        (0, 0, 4, 0.625),
        (0, 0, 2, 0.75),
        (1, 0, 4, 0.798294),
        (-0.8, -1.6, 4, 0.7675),
    ],
)
def test_the_chance_of_a_right_answer(
    theta: float, difficulty: float, options: int, chance: float
) -> None:
    assert expected(theta, difficulty, options) == pytest.approx(chance, abs=1e-4)


def test_the_first_step_by_hand() -> None:
    """0.8 times the surprise of 0.375 at even odds among four; the next by 0.8 / 1.05."""
    one = moved(Ability(0.0), 0.0, 4, True)
    assert one.theta == pytest.approx(0.3)
    two = moved(one, 0.3, 4, False)
    assert two.theta == pytest.approx(0.3 - 0.8 / 1.05 * 0.625)
    assert two.n == 2


def test_the_levels_of_the_author_are_the_first_guess() -> None:
    assert [prior(level) for level in (1, 2, 3, 5)] == pytest.approx([-1.6, -0.8, 0.0, 1.6])


@settings(deadline=None)
@given(st.floats(-4, 4), st.floats(-4, 4), st.integers(0, 6), st.integers(0, 500))
def test_a_right_answer_lifts_and_a_wrong_one_lowers(
    theta: float, difficulty: float, options: int, n: int
) -> None:
    before = Ability(theta, n)
    assert moved(before, difficulty, options, False).theta < theta
    assert moved(before, difficulty, options, True).theta > theta
    assert hardened(before, difficulty, options, True).theta < theta


def test_a_topic_is_judged_by_the_whole_until_it_has_answers_of_its_own() -> None:
    easy = [First("sky", 2, 4, True)] * 10
    hard = [First("sea", 2, 4, False)] * 10
    found = abilities([first for pair in zip(easy, hard, strict=True) for first in pair])
    assert found.of("sea") < found.of("land") < found.of("sky")
    assert found.of("land") == found.whole.theta
    assert Abilities().of("land") == Ability().theta
