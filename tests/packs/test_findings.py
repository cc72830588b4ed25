"""What an author has misspelt is named as it was probably meant."""

from __future__ import annotations

import pytest

from game.packs.findings import nearest

KEYS = ("accepted", "ask", "fact", "from", "hint", "was", "why", "wrong")


@pytest.mark.parametrize(
    ("written", "meant"),
    [("aks", "ask"), ("form", "from"), ("Facts", "fact"), ("acepted", "accepted")],
)
def test_the_nearest_word_is_the_one_with_the_fewest_slips(written: str, meant: str) -> None:
    assert nearest(written, KEYS) == f"; did you mean '{meant}'?"


def test_a_word_that_is_like_none_is_not_guessed_at() -> None:
    assert nearest("colour", KEYS) == ""


def test_of_very_many_words_none_is_looked_for() -> None:
    assert nearest("ask", [f"ask{number}" for number in range(5_000)]) == ""
