"""The letters of a round's keys."""

from __future__ import annotations

import random
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from game.bank.letters import RUN, dealt
from game.bank.question import Hint, Question
from tests.rounds.questions import question

WORDS = ("one", "two", "three", "four")


def ask(key: int, *, fixed: bool = False) -> Question:
    options = tuple(f"{word} {at}" if fixed else word for at, word in enumerate(WORDS))
    told = tuple("" if at == key else f"not {word}" for at, word in enumerate(WORDS))
    wrong = (key + 1) % 4
    return replace(
        question(0),
        kind="choice",
        options=options,
        answer=key,
        feedback=told,
        hints=(Hint("engineer", f"Not {options[wrong]}.", wrong),),
        picture=None,
    )


def keys(questions: tuple[Question, ...]) -> list[int]:
    return [int(str(one.answer)) for one in questions]


@given(st.lists(st.integers(0, 3), min_size=3, max_size=30), st.integers())
def test_no_letter_comes_three_times_in_a_row_and_all_come_alike(
    drawn: list[int], seed: int
) -> None:
    found = keys(dealt([ask(key) for key in drawn], random.Random(seed)))
    for at in range(len(found) - RUN + 1):
        assert len(set(found[at : at + RUN])) > 1
    uses = [found.count(letter) for letter in range(4)]
    assert max(uses) - min(uses) <= 1


@given(st.lists(st.tuples(st.integers(0, 3), st.booleans()), min_size=1, max_size=12))
def test_figures_keep_their_order_and_what_can_move_breaks_their_runs(
    drawn: list[tuple[int, bool]],
) -> None:
    asked = [ask(key, fixed=fixed) for key, fixed in drawn]
    found = dealt(asked, random.Random(1))
    for before, after, (_, fixed) in zip(asked, found, drawn, strict=True):
        assert not fixed or before == after
    letters = keys(found)
    for at in range(len(letters) - RUN + 1):
        run, free = letters[at : at + RUN], [not f for _, f in drawn[at : at + RUN]]
        assert len(set(run)) > 1 or not any(free)


@given(st.integers(0, 3), st.integers())
def test_what_is_said_of_an_option_goes_with_it(key: int, seed: int) -> None:
    (found,) = dealt([ask(key)], random.Random(seed))
    assert found.key == WORDS[key]
    assert sorted(found.options) == sorted(WORDS)
    for option, told in zip(found.options, found.feedback, strict=True):
        assert told == ("" if option == found.key else f"not {option}")
    struck = found.hints[0].strikes
    assert struck is not None and found.hints[0].text == f"Not {found.options[struck]}."


def test_the_same_seed_deals_the_same_letters() -> None:
    asked = [ask(3) for _ in range(8)]
    assert dealt(asked, random.Random(5)) == dealt(asked, random.Random(5))
