"""The letters of a round's keys, dealt evenly, so that a letter tells nothing about a key."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from game.bank.question import Question

RUN = 3
"""So many of the same letter in a row are avoided."""
_FREE = frozenset({"choice", "who-said"})


def dealt(
    questions: Sequence[Question], rng: random.Random, *, only: int | None = None
) -> tuple[Question, ...]:
    """The questions with the places of some keys changed: every letter is the key about as often,
    and none so often as `RUN` times in a row, unless what cannot move makes it so.

    Only options without an order of their own move, and never those of a picture. With `only` it is
    the question at that place alone which moves.
    """

    def moves(at: int) -> bool:
        return only in (None, at) and _free(questions[at])

    letters = [None if moves(at) else _letter(one) for at, one in enumerate(questions)]
    uses = Counter(letter for letter in letters if letter is not None)
    found: list[Question] = []
    for at, question in enumerate(questions):
        if moves(at):
            rest = [to for to in range(len(question.options)) if not _runs(letters, at, to)]
            places = rest or list(range(len(question.options)))
            least = min(uses[to] for to in places)
            to = rng.choice([place for place in places if uses[place] == least])
            letters[at] = to
            uses[to] += 1
            question = _moved(question, to)
        found.append(question)
    return tuple(found)


def elsewhere(question: Question, other: Question, rng: random.Random) -> Question:
    """The question with its key at another letter than that of the other one, where its options
    may move: who remembers the letter alone knows nothing."""
    letter = _letter(other)
    if letter is None or letter != question.answer or not _free(question):
        return question
    return _moved(question, rng.choice([to for to in range(len(question.options)) if to != letter]))


def _letter(question: Question) -> int | None:
    return question.answer if question.options and isinstance(question.answer, int) else None


def _free(question: Question) -> bool:
    """Whether nothing but chance has set the options in their order: figures and dates ascend."""
    return (
        question.kind in _FREE
        and question.picture is None
        and _letter(question) is not None
        and not any(letter.isdigit() for option in question.options for letter in option)
    )


def _runs(letters: Sequence[int | None], at: int, letter: int) -> bool:
    """Whether a letter at a place would stand there in a run that is too long."""
    low = high = at
    while low > 0 and letters[low - 1] == letter:
        low -= 1
    while high + 1 < len(letters) and letters[high + 1] == letter:
        high += 1
    return high - low + 1 >= RUN


def _moved(question: Question, to: int) -> Question:
    """The question with its key at a place, and what stood there in the place of the key."""
    at = question.answer
    assert isinstance(at, int)
    swap = {at: to, to: at}
    hints = tuple(
        hint
        if hint.strikes is None
        else replace(hint, strikes=swap.get(hint.strikes, hint.strikes))
        for hint in question.hints
    )
    return replace(
        question,
        options=_swapped(question.options, at, to),
        feedback=_swapped(question.feedback, at, to) if question.feedback else (),
        answer=to,
        hints=hints,
    )


def _swapped(texts: Sequence[str], at: int, to: int) -> tuple[str, ...]:
    changed = list(texts)
    changed[at], changed[to] = changed[to], changed[at]
    return tuple(changed)
