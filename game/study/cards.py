"""The cards of a bank: one for each answer of a fact that something asks."""

from __future__ import annotations

from dataclasses import dataclass
from math import factorial, perm

from game.bank.bank import Bank
from game.bank.known import Entry
from game.bank.question import Question
from game.bank.spec import Spec


@dataclass(frozen=True, slots=True)
class Card:
    """One answer of one fact. `id` is `pack/fact#name`; `review_by` an ISO day, or ""."""

    id: str
    fact: str
    topic: str
    level: int
    set: str
    review_by: str


def cards(bank: Bank) -> dict[str, Card]:
    """The cards of a bank by their ids, in the order of the facts in the pack.

    A fact that is only ever asked together with others has none: nothing could ask it alone again.
    """
    pack = bank.pack.id
    asked: dict[str, set[int]] = {}
    for spec in bank.specs:
        if not spec.more:
            asked.setdefault(spec.fact.id, set()).add(spec.index)
    found: dict[str, Card] = {}
    for fact in bank.facts:
        for index in sorted(asked.get(fact.id, ())):
            card = f"{pack}/{fact.id}#{fact.answers[index].name}"
            found[card] = Card(card, fact.id, fact.topic, fact.level, fact.set, fact.review_by)
    return found


def card_of(question: Question) -> str:
    """The card of a question about one fact. ValueError if it is about several: see `cards_of`."""
    if len(question.facts) != 1:
        raise ValueError(f"{question.id} is about several facts")
    stem, _, rest = question.id.partition("#")
    if question.status == "written":
        pack, fact, _kind, *name = question.id.split("/")
        return f"{pack}/{fact}#{''.join(name)}"
    return f"{stem}#{rest.partition('/')[0]}"


def cards_of(bank: Bank, question: Question) -> tuple[str, ...]:
    """The cards of a question, the main one first: only that one is rescheduled.

    It is the odd one of odd-one-out, and of order and match the fact that the bank made it for.
    """
    if len(question.facts) == 1:
        return (card_of(question),)
    main = question.facts[question.answer] if isinstance(question.answer, int) else ""
    pack = bank.pack.id
    specs = (spec for spec in bank.of_fact(question.facts[0]) if spec.more)
    spec = next(spec for spec in specs if spec.id(pack) == question.id)
    entries = sorted(spec.entries, key=lambda entry: entry.fact.id != main)
    return tuple(_card(pack, entry) for entry in entries)


def cards_of_spec(pack: str, spec: Spec) -> tuple[str, ...]:
    """The cards of what a question will be made of, in no order that counts."""
    return tuple(_card(pack, entry) for entry in spec.entries)


def options_of(question: Question) -> int:
    """Among how many equally likely answers one could guess; 0 where guessing leads nowhere."""
    if isinstance(question.answer, tuple):
        if question.prompts:
            return perm(len(question.options), len(question.prompts))
        return factorial(len(question.options))
    return len(question.options)


def _card(pack: str, entry: Entry) -> str:
    return f"{pack}/{entry.fact.id}#{entry.answer.name}"
