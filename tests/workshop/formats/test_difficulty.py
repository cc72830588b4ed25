"""How hard a question is, in the words of teachers."""

from __future__ import annotations

import pytest

from game.workshop.formats.difficulty import meant
from game.workshop.formats.item import Item, Option
from game.workshop.importing import DIFFICULTY_UNKNOWN, imported
from game.workshop.written_yaml import Placed, entry

EASY = ("easy", "Легко", "лёгкий", "легкий", "оңай")
HARD = ("HARD", "сложно", "сложный", "трудный", "қиын")


@pytest.mark.parametrize(("word", "level"), [*((w, "1") for w in EASY), *((w, "3") for w in HARD)])
def test_a_word_of_three_languages_gives_the_level(word: str, level: str) -> None:
    item = Item("a", "typed", "Кто?", options=(Option("я", 1.0),), difficulty=word)
    assert f"    level: {level}\n" in entry(item, Placed("q-1")) + "\n"


def test_a_word_that_is_not_known_is_said_so() -> None:
    made = imported("Вопрос,Ответ,Сложность\nЧто?,это,так себе\n".encode(), "a.csv")
    assert meant("так себе") == ""
    assert [one.reason for one in made.lost] == [DIFFICULTY_UNKNOWN]
