"""Sentences end where readers end them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.workshop.drafting.sentences import sentences
from tests.examples import examples


@pytest.mark.parametrize(
    "expected",
    [
        ["Dr. S. P. Korolev built it.", "It weighed 83.6 kg.", "It flew."],
        ["“It is late.”", "He left!", "Is it No. 45?", "Yes."],
        ["It rose 1,200 km... and fell.", "J. R. R. Tolkien wrote (see p. 4) of it."],
        ["The U.S. team won in St. Petersburg.", "It was so, e.g. in June."],
        ["It covers 70 sq km.", "Then it grew."],
        ["Работы начались в 1955 г. и шли быстро.", "В 1957 г. запустили спутник."],
        ["Қала 1955 ж. салынды.", "Ол үлкен."],
    ],
)
def test_a_full_stop_that_ends_nothing_parts_nothing(expected: list[str]) -> None:
    assert sentences(" ".join(expected)) == expected


@examples(200)
@given(st.text("abcА.!?…”\"' 12ГU", max_size=200))
def test_no_word_is_lost(text: str) -> None:
    assert " ".join(sentences(text)).split() == text.split()
