"""Prompts as they are read out."""

from __future__ import annotations

from gettext import NullTranslations

import pytest

from game.bank.wording import that_was, why_of, with_day
from tests.bank.packs import answer, fact


@pytest.mark.parametrize(
    ("prompt", "dated"),
    [
        ("How large is the site?", "How large is the site, as of June 2025?"),
        ("Two states run it. Which?", "Two states run it. Which, as of June 2025?"),
        ("It covers 6,717 sq km.", "It covers 6,717 sq km, as of June 2025."),
        ("How large was it in 2025?", "How large was it in 2025?"),
    ],
)
def test_a_dated_prompt_has_its_day_as_its_last_clause_or_the_author_says_it(
    prompt: str, dated: str
) -> None:
    marked = answer("6,717 sq km", "number", prompt)
    made = fact("area", ("It covers ", marked, "."), as_of="2025-06-02")
    assert with_day(made, prompt, NullTranslations()) == dated


def test_a_prompt_of_a_plain_fact_stays_as_it_is() -> None:
    marked = answer("ten", "number", "How many?")
    assert with_day(fact("all", (marked,)), "How many?", NullTranslations()) == "How many?"


def test_what_lies_ahead_of_the_pack_is_not_told_as_past() -> None:
    assert (
        that_was(answer("1957", "year", "When?"), 2025, NullTranslations()) == "That was in 1957."
    )
    assert (
        that_was(answer("2050", "year", "When?"), 2025, NullTranslations()) == "The year is 2050."
    )


@pytest.mark.parametrize(
    ("elsewhere", "told"), [(False, "It rains."), (True, "General knowledge: It rains.")]
)
def test_a_reason_from_elsewhere_says_that_it_is(elsewhere: bool, told: str) -> None:
    marked = answer("wet", "term", "What is it like?")
    made = fact("rain", ("It is ", marked, "."), why="It rains.", why_elsewhere=elsewhere)
    assert why_of(made, marked, NullTranslations()) == told
