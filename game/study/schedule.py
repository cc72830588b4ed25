"""When a card comes back: FSRS on whole study days, with a target that allows for guessing."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from importlib.metadata import version

from game.study.memory import Memory
from game.study.review import Review

TARGET = 0.9
"""The chance to remember at which a card is due."""

LONGEST_DAYS = 150
"""A card comes back at least once in half a school year."""

_AT_STABILITY = 0.9
"""Stability is, by FSRS's definition, the days to this chance to remember."""

_FUZZ = 0.1
_FUZZED_FROM = 3
_NOON = time(12)


class Scheduler:
    """FSRS with its published parameters, nothing trained.

    `longest_days` is the longest interval. `fuzz` moves intervals from three days on by up to a
    tenth, so that what was learned together does not stay together for ever; by how much depends on
    the card and on how often it was seen alone, and so is the same when the log is read again.
    """

    def __init__(self, longest_days: int = LONGEST_DAYS, *, fuzz: bool = True) -> None:
        import fsrs

        self._fsrs = fsrs
        self._longest = longest_days
        self._fuzz = fuzz
        # Steps within a day are the sitting's; FSRS is told of days alone.
        self._model = fsrs.Scheduler(
            desired_retention=TARGET,
            learning_steps=(),
            relearning_steps=(),
            maximum_interval=longest_days,
            enable_fuzzing=False,
        )
        self._decay: float = self._model.parameters[20]
        self._factor = _AT_STABILITY ** (-1 / self._decay) - 1

    @property
    def params(self) -> str:
        """What a record keeps of how its card was scheduled."""
        weights = ",".join(f"{weight:g}" for weight in self._model.parameters)
        fuzz = f"{_FUZZ:g}" if self._fuzz else "0"
        return (
            f"fsrs {version('fsrs')}; target {TARGET:g}; longest {self._longest} d; "
            f"fuzz {fuzz}; w {weights}"
        )

    def after(self, memory: Memory | None, review: Review, *, options: int) -> Memory:
        """The card after a review. `options` is among how many things one could guess, 0 if none.

        FSRS counts in spans of 24 hours, and a class that meets at 10:05 and the next day at 10:00
        would count as one day. So each study day is handed to it as its noon. A day before the last
        one, from a clock set back, counts as the same day, and the card goes on from there.
        """
        fsrs = self._fsrs
        day = review.day
        card = fsrs.Card(card_id=0, due=_noon(day))
        if memory is not None:
            card.state = fsrs.State(memory.state)
            card.step = memory.step
            card.stability = memory.stability
            card.difficulty = memory.difficulty
            card.last_review = _noon(min(memory.last, day))
        card, _ = self._model.review_card(card, fsrs.Rating(review.rating), _noon(day))
        assert card.stability is not None
        assert card.difficulty is not None
        reviews = 1 if memory is None else memory.reviews + 1
        lapsed = memory is not None and review.rating == 1
        done = Memory(
            card=review.card,
            state=int(card.state),
            step=card.step,
            stability=card.stability,
            difficulty=card.difficulty,
            due=day,
            last=day,
            reviews=reviews,
            lapses=(memory.lapses if memory else 0) + lapsed,
        )
        return replace(done, due=day + timedelta(days=self._interval(done, options)))

    def recall(self, memory: Memory, day: date) -> float:
        """The chance (0 to 1) that a card is remembered on a study day."""
        days = max(0, (day - memory.last).days)
        return float((1 + self._factor * days / memory.stability) ** -self._decay)

    def _interval(self, memory: Memory, options: int) -> int:
        """Days until the chance to remember falls to what is aimed at; at least one."""
        exact: float = memory.stability / self._factor * (target(options) ** (-1 / self._decay) - 1)
        days = max(1, round(exact))
        if self._fuzz and days >= _FUZZED_FROM:
            reach = max(1, round(days * _FUZZ))
            rng = random.Random(f"{memory.card}/{memory.reviews}")
            days += rng.randint(-reach, reach)
        return min(days, self._longest)


def target(options: int) -> float:
    """The chance to answer right at which a card is due, where one could guess among `options`.

    Who remembers with the chance R is right with 1/k + (1 - 1/k) R. FSRS sees right answers alone,
    so it is asked for as many as there are when R is `TARGET`.
    """
    return TARGET if options < 2 else 1 / options + (1 - 1 / options) * TARGET


def _noon(day: date) -> datetime:
    return datetime.combine(day, _NOON, UTC)
