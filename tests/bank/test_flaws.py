"""Flaws are seen where they are, and not where letters only look like them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.bank.bank import build
from game.bank.flaws import CRITERIA, flaws
from game.bank.question import Question
from tests.bank.packs import space_pack


def question(prompt: str, *options: str, key: int = 0, level: int = 2) -> Question:
    made = build(space_pack()).question("made/country#answer/choice")
    return replace(made, prompt=prompt, options=options, answer=key, level=level)


def codes(made: Question) -> list[str]:
    return [flaw.code for flaw in flaws(made)]


PLAIN = ("Which country is it?", "Kazakhstan", "Mongolia", "China")


def test_a_plain_question_has_none() -> None:
    assert codes(question(*PLAIN)) == []


@pytest.mark.parametrize(
    ("code", "made"),
    [
        ("catch-all", question("Which one?", "Mars", "Venus", "All of the above")),
        ("catch-all", question("Which one?", "Mars", "Venus", "None of these")),
        ("twins", question("Which place?", "Baikonur", "Baikonur Cosmodrome", "Astana")),
        (
            "long-key",
            question("What?", "a very long and careful right option", "a car", "a ship", "a bus"),
        ),
        ("echo", question("Which line do satellites use?", "power lines", "a canal", "a road")),
        ("article", question("It flies with an", "engine", "rocket", "motor")),
        ("article", question("What is it?", "the Earth", "Mars", "Venus")),
        ("unfocused", question("Baikonur.", "a city", "a rocket", "a lake")),
        ("order", question("How many?", "3", "9", "4")),
        ("order", question("When?", "2 June 1955", "1 May 1957", "4 July 1956")),
        ("answered", question("Kazakhstan is where?", "Kazakhstan", "China", "Mongolia")),
        ("long-prompt", question("Which " + "one " * 18 + "is it?", "a", "b", "c", level=1)),
        ("long-option", question("What?", "a", "b", "one two three four five", level=1)),
    ],
)
def test_a_flaw_is_found(code: str, made: Question) -> None:
    assert code in codes(made)


@pytest.mark.parametrize(
    "made",
    [
        question("What was it called?", "a called-off flight", "a recalled crew", "a small stall"),
        question("Which town?", "Nonesuch", "Allstedt", "Bothwell"),
        question("What does it use?", "a pad", "a padlock", "a padded cell"),
        question("When?", "2 June 1955", "12 April 1957", "1 May 1961"),
    ],
)
def test_letters_inside_a_word_make_no_flaw(made: Question) -> None:
    assert codes(made) == []


def test_every_flaw_has_a_source_and_tells_what_to_change() -> None:
    found = list(flaws(question("Which one?", "Mars", "Venus", "All of the above")))
    assert all(flaw.source and flaw.sentence.endswith(".") for flaw in found)
    assert len({criterion.code for criterion in CRITERIA}) == len(CRITERIA)
