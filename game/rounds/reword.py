"""A round that goes on in another language: the same questions, in other words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from game.bank.question import Question
from game.rounds.scoring import reading_seconds
from game.rounds.state import Round


def untouched(state: Round) -> tuple[int, ...]:
    """The places in `asked` of the questions that nobody has begun to answer.

    What was called, voted on or answered stays in the words in which it was.
    """
    first = state.at if is_fresh(state) else state.at + 1
    return tuple(range(first, len(state.asked)))


def reword(state: Round, said: Mapping[int, Question]) -> Round:
    """The round with those questions in the words of another language. ValueError for one that
    was begun already, or is another question."""
    if not said:
        return state
    places = set(untouched(state))
    asked = list(state.asked)
    for place, question in said.items():
        if place not in places or asked[place].question.id != question.id:
            raise ValueError(f"the question at {place} cannot be asked in other words now")
        asked[place] = replace(asked[place], question=question)
    state = replace(state, asked=tuple(asked))
    if state.at not in said:
        return state
    # It is read anew.
    question = state.now.question
    reading = reading_seconds(question.prompt, *question.prompts, *question.options)
    return replace(state, reading_left_s=reading * state.rules.time_factor)


def is_fresh(state: Round) -> bool:
    """Whether nothing was done with the question that stands now, but that GO was said."""
    return (
        state.phase in ("go", "asking")
        and not state.buzzed
        and not any(said.calls for said in state.said)
        and not any(given.asked == state.at for given in state.answers)
        and not state.votes_on(state.at)
    )
