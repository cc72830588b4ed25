"""What is asked next within a sitting: what was missed in it, what is due, then what is new."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from game.study.agenda import Agenda, forecast

__all__ = ["Back", "Length", "Reason", "Sitting", "Up", "answered", "begin", "forecast", "next_up"]

SOONEST, LATEST = 3, 8
"""How many other cards come before one that was missed."""

MOST_TIMES = 3
"""A card is asked so often in a sitting at most; tomorrow it comes again anyway."""

Reason = Literal["back", "due", "new"]


@dataclass(frozen=True, slots=True)
class Length:
    """How long a sitting is: so many questions, or so many minutes if `questions` is 0."""

    questions: int = 10
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class Back:
    """A missed card, and how many cards have been asked in the sitting when its turn comes."""

    card: str
    turn: int


@dataclass(frozen=True, slots=True)
class Sitting:
    """A sitting after some answers. `asked` are its cards in order; `firsts` how many were firsts.

    What was missed comes back beyond the length that was chosen: then the sitting is `closing`.
    """

    day: date
    length: Length
    asked: tuple[str, ...] = ()
    back: tuple[Back, ...] = ()
    firsts: int = 0
    closing: bool = False


@dataclass(frozen=True, slots=True)
class Up:
    """The card that is asked next, and why."""

    card: str
    reason: Reason


def begin(day: date, length: Length) -> Sitting:
    """A sitting at its first question."""
    return Sitting(day, length)


def next_up(
    sitting: Sitting, agenda: Agenda, new: Callable[[frozenset[str]], str | None], spent_s: float
) -> Up | None:
    """What comes next, None at the end of the sitting.

    `new` gives a card that was never asked and is not among those given to it, None if there is
    none. `spent_s` are the seconds of the sitting so far.
    """
    count = len(sitting.asked)
    ripe = [back for back in sitting.back if back.turn <= count]
    if ripe:
        return Up(ripe[0].card, "back")
    if is_full(sitting, spent_s) and not sitting.back:
        return None
    seen = frozenset(sitting.asked)
    due = _due(agenda, sitting.day, seen)
    if due is not None:
        return Up(due, "due")
    fresh = new(seen)
    if fresh is not None:
        return Up(fresh, "new")
    return Up(sitting.back[0].card, "back") if sitting.back else None


def answered(sitting: Sitting, up: Up, right: bool, rng: random.Random, spent_s: float) -> Sitting:
    """The sitting after an answer. What is missed comes back after three to eight others.

    Once the sitting is closing, nothing new comes back, or it might never end: others are then only
    there so that what was missed before does not follow on its own heels.
    """
    asked = (*sitting.asked, up.card)
    back = tuple(one for one in sitting.back if one.card != up.card)
    if not right and not sitting.closing and asked.count(up.card) < MOST_TIMES:
        turn = len(asked) + rng.randint(SOONEST, LATEST)
        back = tuple(sorted((*back, Back(up.card, turn)), key=lambda one: one.turn))
    firsts = sitting.firsts + (up.reason != "back")
    after = Sitting(sitting.day, sitting.length, asked, back, firsts)
    if not is_full(after, spent_s):
        return after
    return _drawn_together(replace(after, closing=True))


def fact_of(card: str) -> str:
    """The pack and fact of a card."""
    return card.partition("#")[0]


def _due(agenda: Agenda, day: date, seen: frozenset[str]) -> str | None:
    """The first due card that was not asked; those of facts that were just explained come last."""
    told = {fact_of(card) for card in seen}
    spare = None
    for memory in agenda.due(day):
        if fact_of(memory.card) not in told:
            return memory.card
        if spare is None and memory.card not in seen:
            spare = memory.card
    return spare


def is_full(sitting: Sitting, spent_s: float) -> bool:
    """Whether the sitting has all that was chosen, but for what was missed."""
    if sitting.length.questions:
        return sitting.firsts >= sitting.length.questions
    return spent_s >= sitting.length.minutes * 60


def _drawn_together(sitting: Sitting) -> Sitting:
    """A closing sitting: what was missed comes back as soon as enough others have come."""
    count = len(sitting.asked)

    def soonest(back: Back) -> Back:
        last = count - 1 - sitting.asked[::-1].index(back.card)
        return replace(back, turn=min(back.turn, max(count, last + 1 + SOONEST)))

    return replace(sitting, back=tuple(sorted(map(soonest, sitting.back), key=lambda b: b.turn)))
