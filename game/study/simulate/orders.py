"""The orders in which a made learner is asked: T-Minus, SM-2, a fixed order, a random one."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Literal

from game.study import ability, grade, queue
from game.study.agenda import Agenda
from game.study.cards import Card
from game.study.day import is_first
from game.study.fresh import Fresh
from game.study.memory import Memory
from game.study.queue import Length, Sitting, Up
from game.study.review import Review
from game.study.schedule import Scheduler
from game.study.simulate import sm2
from game.study.simulate.trial import SECONDS_AN_ANSWER, Answer, Order

Name = Literal["T-Minus", "SM-2", "fixed order", "random order"]

_UNTIL_CUT = Length(questions=1_000_000)
"""The day's budget ends a sitting."""

_ELAPSED_MS = round(1000 * SECONDS_AN_ANSWER)


class NewCards:
    """Cards that wait to be met, one after the other, from the day on which each is handed out."""

    def __init__(self, days: Sequence[Sequence[str]], rng: random.Random | None = None) -> None:
        self._days = iter(days)
        self._rng = rng
        self._waiting: list[str] = []

    def begin(self) -> None:
        """A day begins; its cards come in the order given, or shuffled."""
        today = list(next(self._days, ()))
        if self._rng is not None:
            self._rng.shuffle(today)
        self._waiting += today

    def first(self, seen: frozenset[str] = frozenset()) -> str | None:
        """The first that waits and is not among those, None if there is none."""
        return next((card for card in self._waiting if card not in seen), None)

    def take(self, card: str) -> None:
        """It waits no longer."""
        self._waiting.remove(card)


class Passes:
    """New cards at once, and then all that was met, again and again; shuffled each time, or not."""

    def __init__(self, new: NewCards, rng: random.Random | None) -> None:
        self._new = new
        self._rng = rng
        self._met: list[str] = []
        self._left: list[str] = []

    def begin(self, day: date) -> None:  # noqa: ARG002
        self._new.begin()

    def next_card(self) -> str | None:
        new = self._new.first()
        if new is not None:
            self._new.take(new)
            self._met.append(new)
            return new
        if not self._left:
            self._left = self._met[::-1]
            if self._rng is not None:
                self._rng.shuffle(self._left)
        return self._left.pop() if self._left else None

    def told(self, answer: Answer) -> None:
        pass


class Scheduled:
    """What was missed in the sitting, then what is due, then what is new.

    When there is nothing of these it goes on with what is due next, and at last with what was asked
    longest ago today, so that all orders have the same number of answers.
    """

    def __init__(
        self,
        new: Callable[[frozenset[str]], str | None],
        after: Callable[[Memory | None, Answer], Memory],
        rng: random.Random,
        begins: Callable[[], None] | None = None,
    ) -> None:
        self._new = new
        self._after = after
        self._rng = rng
        self._begins = begins
        self._agenda = Agenda()
        self._sitting = Sitting(date.min, Length())
        self._up = Up("", "new")

    def begin(self, day: date) -> None:
        if self._begins is not None:
            self._begins()
        self._sitting = queue.begin(day, _UNTIL_CUT)

    def next_card(self) -> str | None:
        up = queue.next_up(self._sitting, self._agenda, self._new, 0.0) or self._ahead()
        if up is None:
            return None
        self._up = up
        return up.card

    def told(self, answer: Answer) -> None:
        memory = self._agenda.memories.get(answer.card)
        if is_first(memory.last if memory else None, answer.day):
            self._agenda.note(self._after(memory, answer))
        self._sitting = queue.answered(self._sitting, self._up, answer.right, self._rng, 0.0)

    def _ahead(self) -> Up | None:
        seen = set(self._sitting.asked)
        left = (memory for memory in self._agenda.memories.values() if memory.card not in seen)
        nearest = min(left, key=lambda memory: (memory.due, memory.card), default=None)
        if nearest is not None:
            return Up(nearest.card, "due")
        latest = dict.fromkeys(reversed(self._sitting.asked))
        return Up(list(latest)[-1], "back") if latest else None


class _Learning:
    """T-Minus's own choice of new cards, and its schedule."""

    def __init__(self, cards: Mapping[str, Card], scheduler: Scheduler, rng: random.Random) -> None:
        self._cards = cards
        self._scheduler = scheduler
        self._fresh = Fresh(cards.values(), (), rng)
        self._whole = ability.Ability()

    def new(self, seen: frozenset[str]) -> str | None:
        return self._fresh.best(ability.Abilities(self._whole), seen)

    def after(self, memory: Memory | None, answer: Answer) -> Memory:
        if memory is None:
            card = self._cards[answer.card]
            self._fresh.take(card)
            hard = ability.prior(card.level)
            self._whole = ability.moved(self._whole, hard, answer.options, answer.right)
        given = grade.Given(answer.right, "choice", (), True, False, False, False, _ELAPSED_MS)
        rating = grade.grade(given)
        assert rating is not None
        review = Review(answer.card, answer.day, answer.at_utc, rating)
        return self._scheduler.after(memory, review, options=answer.options)


def t_minus(cards: Mapping[str, Card], scheduler: Scheduler, rng: random.Random) -> Order:
    """T-Minus at its beginning."""
    learning = _Learning(cards, scheduler, rng)
    return Scheduled(learning.new, learning.after, rng)


def peer(name: Name, days: Sequence[Sequence[str]], rng: random.Random) -> Order:
    """Another order at its beginning, with the new cards that each day may bring."""
    if name == "random order":
        return Passes(NewCards(days, rng), rng)
    new = NewCards(days)
    if name == "fixed order":
        return Passes(new, None)

    def after(memory: Memory | None, answer: Answer) -> Memory:
        if memory is None:
            new.take(answer.card)
        return sm2.after(memory, answer.card, answer.day, answer.right)

    return Scheduled(new.first, after, rng, new.begin)
