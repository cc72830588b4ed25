"""Whether a response is right."""

from __future__ import annotations

from game.bank.question import Question
from game.bank.text import normalise

Response = int | float | str | tuple[int, ...] | None


def judge(question: Question, response: Response) -> bool:
    """Whether `response` is right; None, no answer, never is."""
    if response is None:
        return False
    if question.kind == "number":
        return (
            not isinstance(response, str | tuple)
            and abs(response - float(str(question.answer))) <= question.tolerance
        )
    if question.kind == "typed":
        return normalise(str(response)) in {normalise(a) for a in question.accepted}
    return response == question.answer
