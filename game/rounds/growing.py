"""A round whose questions are found one by one, as an answer says which comes next."""

from __future__ import annotations

from dataclasses import replace

from game.bank.question import Question
from game.rounds import steps
from game.rounds.state import Asked, Round, Rules, Seat


def begin(question: Question, rules: Rules) -> Round:
    """A round of one seat at its first question. It has no stages, no GO and no hold."""
    alone = replace(rules, go_offers=0, hold=False)
    start = Round(alone, (Seat("player"),), (Asked(question),), "explaining", at=-1)
    return steps.go_on(start)


def go_on(state: Round, question: Question, mends: int | None = None) -> Round:
    """Leave the explanation for one more question; `mends` is the missed one it asks again."""
    asked = Asked(question) if mends is None else Asked(question, "mend", mends=mends)
    return steps.go_on(replace(state, asked=(*state.asked, asked)))
