"""A round goes on in other words, but never what somebody has begun to answer."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from game.rounds import steps
from game.rounds.crew import Crew
from game.rounds.reword import reword, untouched
from game.rounds.state import Round, Rules
from tests.rounds.questions import questions

ALONE = "player"


def begun() -> Round:
    return steps.begin(questions(6), Rules(go_offers=0), random.Random(0), crew=Crew())


def in_other_words(state: Round, *places: int) -> Round:
    said = {at: replace(state.asked[at].question, prompt="Иначе?") for at in places}
    return reword(state, said)


def test_what_nobody_has_touched_gets_other_words_and_is_read_anew() -> None:
    state = begun()
    state = steps.tick(state, state.reading_left_s + 5)
    assert untouched(state) == (0, 1, 2, 3, 4, 5)
    other = in_other_words(state, 0, 3)
    assert [a.question.prompt == "Иначе?" for a in other.asked[:4]] == [True, False, False, True]
    assert other.reading_left_s > 0
    assert other.window_left_s == state.window_left_s


def test_a_question_that_was_called_about_or_answered_keeps_its_words() -> None:
    state = begun()
    called = steps.call(state, ALONE)
    assert untouched(called) == (1, 2, 3, 4, 5)
    answered = steps.answer(state, ALONE, 0)
    assert untouched(answered) == (1, 2, 3, 4, 5)
    with pytest.raises(ValueError, match="cannot be asked in other words"):
        in_other_words(answered, 0)


def test_another_question_is_no_other_wording() -> None:
    state = begun()
    with pytest.raises(ValueError, match="cannot be asked in other words"):
        reword(state, {1: state.asked[2].question})
