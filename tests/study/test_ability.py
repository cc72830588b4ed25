"""Ability: whether it finds what made learners really know, and what it then asks."""

from __future__ import annotations

import random
from math import exp, sqrt
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.study.ability import (
    Abilities,
    Ability,
    First,
    abilities,
    expected,
    moved,
    prior,
)

LEARNERS, ITEMS, ANSWERS, OPTIONS = 25, 200, 60, 4


def correlation(one: list[float], other: list[float]) -> float:
    a, b = fmean(one), fmean(other)
    both = sum((x - a) * (y - b) for x, y in zip(one, other, strict=True))
    return both / sqrt(sum((x - a) ** 2 for x in one) * sum((y - b) ** 2 for y in other))


def class_of(seed: int, levels: tuple[int, ...], spread: float) -> float:
    """How well a class is found: the correlation of its abilities with the true ones.

    25 learners from N(0, 1) answer 60 of 200 cards each, four options to a card. A card is as hard
    as its level says, give or take `spread`.
    """
    rng = random.Random(seed)
    level = [rng.choice(levels) for _ in range(ITEMS)]
    hard = [prior(one) + rng.gauss(0, spread) for one in level]
    able = [rng.gauss(0, 1) for _ in range(LEARNERS)]
    found = []
    for theta in able:
        firsts = []
        for card in rng.sample(range(ITEMS), ANSWERS):
            chance = 1 / OPTIONS + (1 - 1 / OPTIONS) / (1 + exp(hard[card] - theta))
            firsts.append(First("sky", level[card], OPTIONS, rng.random() < chance))
        found.append(abilities(firsts).whole.theta)
    return correlation(able, found)


@pytest.mark.parametrize(
    ("levels", "spread"), [((3,), 1.0), ((1, 2, 3), 0.6), ((1, 2, 3, 4, 5), 1.0)]
)
def test_a_class_of_made_learners_is_found_again(levels: tuple[int, ...], spread: float) -> None:
    """Also where the author's levels say nothing (the first), or are often wrong."""
    assert fmean(class_of(seed, levels, spread) for seed in range(20)) >= 0.85


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


@given(st.floats(-4, 4), st.floats(-4, 4), st.integers(0, 6), st.integers(0, 500))
def test_a_right_answer_lifts_and_a_wrong_one_lowers(
    theta: float, difficulty: float, options: int, n: int
) -> None:
    before = Ability(theta, n)
    assert moved(before, difficulty, options, False).theta < theta
    assert moved(before, difficulty, options, True).theta > theta


def test_a_topic_is_judged_by_the_whole_until_it_has_answers_of_its_own() -> None:
    easy = [First("sky", 2, 4, True)] * 10
    hard = [First("sea", 2, 4, False)] * 10
    found = abilities([first for pair in zip(easy, hard, strict=True) for first in pair])
    assert found.of("sea") < found.of("land") < found.of("sky")
    assert found.of("land") == found.whole.theta
    assert Abilities().of("land") == Ability().theta
