"""What leaves the game is whole for those who read it elsewhere."""

from __future__ import annotations

import pytest

from game import languages
from game.workshop.export import written
from game.workshop.importing import imported
from tests.examples import sweep
from tests.workshop.banks import bank_in

WORDS = {"ru": ("Верно", "Неверно"), "kk": ("Дұрыс", "Бұрыс")}


def exported(to: str, language: str) -> bytes:
    catalogue = languages.catalogue(language)
    data, _lost, _count = written(bank_in(language).pack, to, catalogue, language, seed=0, at=0.0)
    return data


@pytest.mark.parametrize("language", sweep(["ru", "kk"], "kk"))
def test_a_statement_offers_the_two_words_of_its_language(language: str) -> None:
    true, false = WORDS[language]
    text = exported("aiken", language).decode()
    assert f"A) {true}\nB) {false}\n" in text
    assert "True" not in text


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_it_comes_back_as_a_statement(language: str) -> None:
    made = imported(exported("kahoot", language), "x.xlsx", "kahoot")
    assert made.kinds().get("true-false")
