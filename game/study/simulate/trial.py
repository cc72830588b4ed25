"""One made learner under one order of asking, day by day."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Protocol

from game.study.simulate.learners import DAY_S, Learner

SECONDS_AN_ANSWER = 30.0
"""To read, answer, and read the explanation."""

LATER_DAYS = (0, 7, 30)
"""When it is seen what is remembered: right after the last sitting, a week and a month later."""

_FIRST = date(2026, 9, 1)
_WHEN = time(12)


@dataclass(frozen=True, slots=True)
class Answer:
    """A made learner's answer."""

    card: str
    day: date
    at_utc: datetime
    right: bool
    options: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it. `recalled` is how many cards are remembered at each of `LATER_DAYS`.

    That is the sum of the chances, which no luck touches. `new` are the cards that each day brought
    for the first time.
    """

    answers: int
    right: int
    new: tuple[tuple[str, ...], ...]
    recalled: tuple[float, ...]

    @property
    def met(self) -> int:
        """How many cards were ever asked."""
        return sum(map(len, self.new))


class Order(Protocol):
    """Says which card comes next, and is told how it went."""

    def begin(self, day: date) -> None:
        """A sitting begins."""

    def next_card(self) -> str | None:
        """The next card, None if the sitting is over."""

    def told(self, answer: Answer) -> None:
        """The answer to the card that came last."""


def study(
    learner: Learner,
    order: Order,
    options: Mapping[str, int],
    budget: Sequence[int],
    rng: random.Random,
) -> Outcome:
    """Study for as many days as the budget has: how many answers each day has room for, 0 for none.

    `options` are those of each card's question: who does not remember guesses among them.
    """
    new: list[tuple[str, ...]] = []
    met: set[str] = set()
    answers = right = 0
    for number, most in enumerate(budget):
        day = _FIRST + timedelta(days=number)
        at = datetime.combine(day, _WHEN, UTC)
        today: list[str] = []
        order.begin(day)
        count = 0
        while count < most and (card := order.next_card()) is not None:
            remembered = rng.random() < learner.recall(card)
            was_right = remembered or rng.random() * options[card] < 1
            learner.meet(card, remembered)
            order.told(Answer(card, day, at, was_right, options[card]))
            learner.work(SECONDS_AN_ANSWER)
            if card not in met:
                met.add(card)
                today.append(card)
            count += 1
            right += was_right
        new.append(tuple(today))
        answers += count
        if number < len(budget) - 1:
            learner.rest(1 - count * SECONDS_AN_ANSWER / DAY_S)
    recalled, gone = [], 0
    for later in LATER_DAYS:
        learner.rest(later - gone)
        gone = later
        recalled.append(sum(learner.recall(card) for card in options))
    return Outcome(answers, right, tuple(new), tuple(recalled))
