"""The rounds that a page holds: drawn as the game draws them, with what mends each miss."""

from __future__ import annotations

import random
from dataclasses import dataclass

from game.bank.bank import Bank
from game.bank.draw import draw_round, spare
from game.bank.letters import dealt
from game.bank.mend import another_form
from game.bank.question import Question
from game.rounds import steps
from game.rounds.state import MEND_AFTER, Rules

ROUNDS = 4
"""Rounds that a page holds, unless more are wanted."""


@dataclass(frozen=True, slots=True)
class Flight:
    """One round: its questions, before which of them GO is offered, and what the hold may need.

    `mends` has for each question the same fact in another form (itself if there is none); `spares`
    are fresh questions to stand between a late miss and its mend.
    """

    questions: tuple[Question, ...]
    offers_go: tuple[bool, ...]
    mends: tuple[Question, ...]
    spares: tuple[Question, ...]


def flights(bank: Bank, rounds: int, count: int, seed: int, today: str) -> tuple[Flight, ...]:
    """So many rounds of `count` questions from the sets chosen by default. CannotDraw.

    What a round before has asked comes again only when all else was asked.
    """
    found: list[Flight] = []
    asked: set[str] = set()
    for number in range(rounds):
        one = _flight(bank.under(number), count, f"{seed}/{number}", today, frozenset(asked))
        found.append(one)
        asked.update(fact for question in one.questions for fact in question.facts)
        if len(asked) >= len(bank.facts):
            asked.clear()
    return tuple(found)


def _flight(bank: Bank, count: int, seed: str, today: str, exclude: frozenset[str]) -> Flight:
    rng = random.Random(f"{seed}/page")
    drawn = draw_round(bank, count, rng, sets=None, today=today, exclude=exclude)
    questions = dealt(drawn, rng)
    state = steps.begin(questions, Rules(window_s=0), rng)
    used = {fact for question in questions for fact in question.facts}
    spares: list[Question] = []
    for _ in range(MEND_AFTER - 1):
        fresh = spare(bank, frozenset(used), rng, today=today)
        if fresh is not None:
            used.update(fresh.facts)
            spares.append(fresh)
    return Flight(
        questions,
        tuple(asked.offers_go for asked in state.asked),
        tuple(_mend(bank, question, rng) for question in questions),
        tuple(spares),
    )


def _mend(bank: Bank, question: Question, rng: random.Random) -> Question:
    """The same fact in another form, whatever wrong option will have been chosen."""
    response = None
    if question.options and isinstance(question.answer, int):
        struck = {hint.strikes for hint in question.hints}
        wrong = (at for at in range(len(question.options)) if at != question.answer)
        response = next((at for at in wrong if at not in struck), None)
    return another_form(bank, question, rng, response, len(question.hints)) or question
