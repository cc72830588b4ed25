"""How able a learner is and how hard a card: Elo, with a floor for guessing.

After Pelanek, "Applications of the Elo rating system in adaptive educational systems" (Computers &
Education, 2016). It decides which new card comes next, and nothing else: when a card comes back is
the schedule's. The difficulty of a card is the author's level; one learner's answers are far too
few to say better, and what they say of it is never shown.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import exp

AIM = 0.8
"""The share of new cards that is to be right: neither dull nor discouraging."""

_STEP, _SLOWING = 0.8, 0.05
_START = -0.8
"""A beginner: eight in ten of the plainest questions with four options are right."""

_SHRINK = 10


@dataclass(frozen=True, slots=True)
class Ability:
    """Ability in logits, on one line with the difficulties, after `n` first answers."""

    theta: float = _START
    n: int = 0


@dataclass(frozen=True, slots=True)
class First:
    """The first answer that a learner ever gave to a card; `options` as for the schedule."""

    topic: str
    level: int
    options: int
    right: bool


@dataclass(frozen=True, slots=True)
class Abilities:
    """A learner's ability on the whole, and topic by topic."""

    whole: Ability = Ability()
    topics: tuple[tuple[str, Ability], ...] = ()

    def of(self, topic: str) -> float:
        """The ability in a topic: that on the whole, until ten answers say as much of the topic."""
        own = next((ability for name, ability in self.topics if name == topic), None)
        if own is None:
            return self.whole.theta
        return (own.n * own.theta + _SHRINK * self.whole.theta) / (own.n + _SHRINK)


def prior(level: int) -> float:
    """The difficulty of a card by its author's level (1, 2 or 3; an import may have up to 5)."""
    return 0.8 * (level - 3)


def expected(theta: float, difficulty: float, options: int) -> float:
    """The chance (0 to 1) of a right answer: 1/k + (1 - 1/k) / (1 + e^(difficulty - theta))."""
    guess = 1 / options if options > 1 else 0.0
    return guess + (1 - guess) / (1 + exp(difficulty - theta))


def moved(ability: Ability, difficulty: float, options: int, right: bool) -> Ability:
    """The ability after a first answer, by 0.8 / (1 + 0.05 n) times the surprise."""
    surprise = right - expected(ability.theta, difficulty, options)
    return Ability(ability.theta + _STEP / (1 + _SLOWING * ability.n) * surprise, ability.n + 1)


def abilities(firsts: Iterable[First]) -> Abilities:
    """The abilities after a learner's first answers, in their order."""
    whole = Ability()
    topics: dict[str, Ability] = {}
    for first in firsts:
        before = topics.get(first.topic, Ability(whole.theta))
        topics[first.topic] = moved(before, prior(first.level), first.options, first.right)
        whole = moved(whole, prior(first.level), first.options, first.right)
    return Abilities(whole, tuple(topics.items()))
