"""New cards: hard enough, from all topics, and none that has just been given away."""

from __future__ import annotations

import random
from collections import Counter
from math import exp

import pytest

from game.study.ability import Abilities, Ability, expected, moved, prior
from game.study.cards import Card
from game.study.fresh import Fresh

NONE: frozenset[str] = frozenset()


def card(number: int, level: int = 1, topic: str = "sky", name: str = "answer") -> Card:
    fact = f"fact-{number}"
    return Card(f"made/{fact}#{name}", fact, topic, level, "first", "")


def shelf(cards: list[Card], known: frozenset[str] = NONE) -> Fresh:
    return Fresh(cards, known, random.Random(1))


def test_what_was_ever_asked_is_not_new() -> None:
    cards = [card(number) for number in range(5)]
    fresh = shelf(cards, frozenset(one.id for one in cards[:4]))
    assert fresh.left == 1
    assert fresh.best(Abilities(), NONE) == cards[4].id
    assert fresh.best(Abilities(), frozenset({cards[4].id})) is None


def test_a_card_that_was_taken_does_not_come_again() -> None:
    cards = {one.id: one for one in map(card, range(30))}
    fresh = shelf(list(cards.values()))
    met = []
    while (best := fresh.best(Abilities(), NONE)) is not None:
        met.append(best)
        fresh.take(cards[best])
    assert sorted(met) == sorted(cards)
    assert fresh.left == 0


@pytest.mark.parametrize(("theta", "level"), [(-0.8, 1), (0.2, 2), (1.2, 3)])
def test_the_level_is_the_one_where_eight_in_ten_are_right(theta: float, level: int) -> None:
    cards = [card(number, 1 + number % 3) for number in range(30)]
    best = shelf(cards).best(Abilities(Ability(theta, 30)), NONE)
    assert best is not None
    assert next(one for one in cards if one.id == best).level == level


def test_topics_take_turns() -> None:
    cards = {
        one.id: one
        for one in (card(number, topic=("sky", "sea", "land")[number % 3]) for number in range(30))
    }
    fresh = shelf(list(cards.values()))
    met: list[str] = []
    for _ in range(12):
        best = fresh.best(Abilities(), NONE)
        assert best is not None
        met.append(cards[best].topic)
        fresh.take(cards[best])
    assert Counter(met) == {"sky": 4, "sea": 4, "land": 4}
    assert all(len(set(met[at : at + 3])) == 3 for at in range(10))


def test_another_card_of_a_fact_that_was_just_explained_waits() -> None:
    pair = [card(1, name="who"), card(1, name="when")]
    other = card(2)
    fresh = shelf([*pair, other])
    assert fresh.best(Abilities(), frozenset({pair[0].id})) == other.id
    seen = frozenset({pair[0].id, other.id})
    assert fresh.best(Abilities(), seen) == pair[1].id


def test_learners_of_every_kind_have_eight_in_ten_right() -> None:
    """New cards of five levels, until each learner has answered 60: it settles near the aim."""
    for theta in (-1.5, -0.5, 0.5, 1.5):
        shares = []
        for seed in range(8):
            rng = random.Random(f"{theta}/{seed}")
            cards = {one.id: one for one in (card(n, 1 + n % 5) for n in range(400))}
            fresh, ability, right = shelf(list(cards.values())), Ability(), 0
            for turn in range(100):
                best = fresh.best(Abilities(ability), NONE)
                assert best is not None
                fresh.take(cards[best])
                hard = prior(cards[best].level)
                was_right = rng.random() < 0.25 + 0.75 / (1 + exp(hard - theta))
                ability = moved(ability, hard, 4, was_right)
                right += was_right and turn >= 40
            shares.append(right / 60)
        mean = sum(shares) / len(shares)
        lowest = expected(theta, prior(1), 4)
        assert min(0.72, lowest - 0.05) <= mean <= 0.88
