"""Facts that contradict each other, and options that are true after all."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.packs.made import line, make, problems_of

DEEP = "- {id: one, fact: 'The lake is {40 m} deep.', ask: How deep is the lake?, from: atlas 1}\n"


def said(folder: Path, *facts: str) -> list[str]:
    make(folder, "".join(facts))
    return [line(problem) for problem in problems_of(folder)]


def other(sentence: str, ask: str, more: str = "") -> str:
    return f"- {{id: two, fact: '{sentence}', ask: {ask}, from: atlas 2{more}}}\n"


@pytest.mark.parametrize(
    ("sentence", "ask"),
    [
        ("The lake is {45 m} deep.", "What is its depth?"),
        ("the lake is {45 m} deep", "What is its depth?"),
        ("Its depth is {45 m}.", "How deep is the lake?"),
        ("Its depth is {45 m}.", "How deep is the LAKE"),
    ],
)
def test_two_answers_to_one_question_contradict(tmp_path: Path, sentence: str, ask: str) -> None:
    assert said(tmp_path, DEEP, other(sentence, ask)) == [
        f'facts/rivers.yaml:2:19  facts[1] "{" ".join(sentence.split()[:4])}'
        f'{" ..." if len(sentence.split()) > 4 else ""}": '
        "'45 m' is the only answer here, and '40 m' is at facts/rivers.yaml:1:3, "
        'in facts[0] "The lake is {40 ..."'
    ]


@pytest.mark.parametrize(
    "more",
    [
        ", as_of: 2025-06-02",
        ", by: Ada",
        ", answers: {single: no}",
        ", answers: {accepted: [40 m]}",
    ],
)
def test_facts_that_may_differ_do_not(tmp_path: Path, more: str) -> None:
    assert said(tmp_path, DEEP, other("Its depth is {45 m}.", "How deep is the lake?", more)) == []


def test_answers_that_may_be_several_do_not_contradict(tmp_path: Path) -> None:
    one = "- {id: one, fact: 'In it lives the {pike}.', ask: What lives in it?, from: atlas 1}\n"
    assert said(tmp_path, one, other("In it lives the {carp}.", "What lives there?")) == []


def test_a_wrong_option_may_not_be_the_answer_of_another_fact(tmp_path: Path) -> None:
    one = (
        "- {id: one, fact: 'In it lives the {pike}.', ask: What lives in it?, from: atlas 1,\n"
        "   wrong: [trout, carp]}\n"
    )
    assert said(tmp_path, one, other("In it lives the {Carp}.", "What lives there?")) == [
        "facts/rivers.yaml:3:19  facts[1] \"In it lives the ...\": 'carp' is the answer here, "
        "and is under 'wrong' at facts/rivers.yaml:1:3, in facts[0] \"In it lives the ...\""
    ]


def test_two_answers_of_one_fact_are_not_held_against_each_other(tmp_path: Path) -> None:
    two = "'It is {deep: 40 m} deep and {wide: 90 m} wide.'"
    text = f"- {{id: one, fact: {two}, ask: {{deep: How big?, wide: How big?}}, from: atlas 1}}\n"
    assert said(tmp_path, text) == []


def test_an_option_twice_is_named(tmp_path: Path) -> None:
    text = DEEP.replace("from", "wrong: [50 m, 50 m], from")
    assert said(tmp_path, text) == [
        'facts/rivers.yaml:1:89  facts[0] "The lake is {40 ...": '
        "'50 m' stands twice under 'wrong'"
    ]


@pytest.mark.parametrize(
    ("wrong", "flawed"),
    [
        ('"Red Lake: It lies in another country."', True),
        ('"Red Lake": It lies in another country.', False),
        ('"The Lake: A Story"', False),
    ],
)
def test_a_reason_within_the_quotes_of_an_option_is_a_flaw(
    tmp_path: Path, wrong: str, flawed: bool
) -> None:
    fact = f"""- id: one
  fact: It springs from the {{Blue Lake}}.
  ask: From which lake does it spring?
  wrong: [{wrong}, Long Lake]
  from: atlas 1
"""
    make(tmp_path, fact)
    found = [one for one in problems_of(tmp_path) if one.code == "wrong-in-quotes"]
    assert bool(found) == flawed
    if found:
        assert (found[0].place.line, found[0].severity) == (4, "flaw")
        assert found[0].hint == 'write "Red Lake": "..."'
