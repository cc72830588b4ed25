"""In which form a card is asked: its questions take turns, and grow harder as it matures."""

from __future__ import annotations

import random
from collections.abc import Sequence

from game.bank.bank import Bank
from game.bank.question import Kind, Question
from game.bank.spec import Spec
from game.study.cards import cards_of, cards_of_spec
from game.study.memory import Memory
from game.study.queue import fact_of

FIRM_DAYS, MATURE_DAYS = 5.0, 21.0
"""From these stabilities on, in days, a card is asked in its harder and in its hardest kinds."""

_RECOGNISED: tuple[Kind, ...] = ("choice", "picture", "who-said")
_COMPARED: tuple[Kind, ...] = (*_RECOGNISED, "odd-one-out", "match")
_REMEMBERED: tuple[Kind, ...] = ("typed", "number", "order")
_STEPS = (_RECOGNISED, _COMPARED, _REMEMBERED)


def step_of(memory: Memory | None) -> int:
    """How hard a card is asked: 0 to recognise it, 1 among others, 2 to remember it unaided."""
    stability = memory.stability if memory else 0.0
    return (stability >= FIRM_DAYS) + (stability >= MATURE_DAYS)


def question_for(
    bank: Bank, card: str, step: int, asked: Sequence[str], rng: random.Random
) -> Question | None:
    """A question whose main card is `card`, None if the bank asks for it nowhere.

    `asked` are the ids of questions that were asked of this card before, the oldest first. Within
    the kinds of the step, or of the nearest easier one, comes what was asked longest ago.
    True-false comes only where there is nothing else: half of the guesses are right.
    """
    latest = {question: at for at, question in enumerate(asked)}
    pack = bank.pack.id
    specs = _specs(bank, card)
    rng.shuffle(specs)

    def rank(spec: Spec) -> tuple[int, int]:
        return _distance(spec.kind, step), latest.get(spec.id(pack), -1)

    for spec in sorted(specs, key=rank):
        question = bank.make(spec)
        # A question about several facts moves its main card alone, and it must be this one.
        if cards_of(bank, question)[0] == card:
            return question
    return None


def grows(bank: Bank, card: str) -> bool:
    """Whether a card can be asked harder than by recognising it."""
    return any(spec.kind in _REMEMBERED for spec in _specs(bank, card))


def _specs(bank: Bank, card: str) -> list[Spec]:
    pack = bank.pack.id
    specs = bank.of_fact(fact_of(card).removeprefix(f"{pack}/"))
    return [spec for spec in specs if card in cards_of_spec(pack, spec)]


def _distance(kind: Kind, step: int) -> int:
    """How far a kind is from what a step asks for: easier ones first, then harder ones."""
    if kind == "true-false":
        return 2 * len(_STEPS)
    if kind in _STEPS[step]:
        return 0
    for away in range(1, len(_STEPS)):
        if step - away >= 0 and kind in _STEPS[step - away]:
            return away
    return len(_STEPS)
