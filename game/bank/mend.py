"""A missed fact asked once more, in another form."""

from __future__ import annotations

import random
from collections.abc import Collection

from game.bank.bank import Bank
from game.bank.judge import Response
from game.bank.letters import elsewhere
from game.bank.question import Question
from game.bank.spec import Spec
from game.bank.text import contains, normalise


def another_form(
    bank: Bank,
    question: Question,
    rng: random.Random,
    response: Response = None,
    calls: int = 0,
) -> Question | None:
    """The same fact asked another way, None if the bank has only this one.

    The same answer in another kind comes first, then in other words, then another answer of the
    fact. True-false comes only where there is nothing else: it tells least about what was learned.
    Then nothing is stated that the player chose (`response`) or saw struck out by the first `calls`
    hints. Of a question about several facts comes the one that the response got wrong, alone. The
    key stands at another letter.
    """
    fact = _confused(question, response)
    others = [s for s in bank.of_fact(fact) if not s.more and s.id(bank.pack.id) != question.id]
    if not others:
        return None
    name = question.id.partition("#")[2].partition("/")[0]

    def rank(spec: Spec) -> tuple[bool, bool, bool]:
        return spec.kind == "true-false", spec.answer.name != name, spec.kind == question.kind

    ruled_out = _ruled_out(question, response, calls)
    best = min(map(rank, others))
    first = [spec for spec in others if rank(spec) == best]
    rng.shuffle(first)
    for spec in (*first, *sorted((s for s in others if rank(s) != best), key=rank)):
        made = bank.make(spec)
        if made.kind != "true-false" or made.answer == 0 or not _states(made, ruled_out):
            return elsewhere(made, question, rng)
    return None


def _ruled_out(question: Question, response: Response, calls: int) -> frozenset[str]:
    """The options, normalised, that a player knows to be wrong: the chosen one and those struck."""
    if question.kind == "true-false" or not isinstance(question.answer, int):
        return frozenset()
    known = {hint.strikes for hint in question.hints[:calls]} | {response}
    wrong = known - {question.answer}
    return frozenset(normalise(t) for at, t in enumerate(question.options) if at in wrong)


def _states(statement: Question, texts: Collection[str]) -> bool:
    plain = normalise(statement.prompt)
    return any(contains(plain, text) for text in texts)


def _confused(question: Question, response: Response) -> str:
    """The fact that was most likely confused: the first whose place is wrong, else the key's."""
    answer = question.answer
    if isinstance(answer, int) and len(question.facts) > 1:
        return question.facts[answer]
    if not isinstance(answer, tuple) or len(question.facts) == 1:
        return question.facts[0]
    said = response if isinstance(response, tuple) else ()
    wrong = (at for at, (one, other) in enumerate(zip(answer, said, strict=False)) if one != other)
    at = next(wrong, len(answer) // 2)
    return question.facts[at if question.prompts else answer[at]]
