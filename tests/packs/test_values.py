"""What an answer is worth, by its form."""

from __future__ import annotations

from datetime import date

import pytest

from game.packs.model import AnswerType
from game.packs.notation import notation_of
from game.packs.values import Worth, as_type, impossible_day, infer, not_of_type


def day(year: int, month: int, number: int) -> float:
    return float(date(year, month, number).toordinal())


@pytest.mark.parametrize(
    ("text", "worth"),
    [
        ("1957", Worth("year", 1957.0)),
        ("2199", Worth("year", 2199.0)),
        ("1799", Worth("number", 1799.0)),
        ("2 June 1955", Worth("date", day(1955, 6, 2))),
        ("June 2, 1955", Worth("date", day(1955, 6, 2))),
        ("May 1957", Worth("date", day(1957, 5, 1))),
        ("1961-04-12", Worth("date", day(1961, 4, 12))),
        ("31 June 1955", Worth("thing")),
        ("6,717 square km", Worth("number", 6717.0, "square km")),
        ("70 %", Worth("number", 70.0, "%")),
        ("70%", Worth("number", 70.0, "%")),
        ("−5.5 degrees", Worth("number", -5.5, "degrees")),
        ("three", Worth("number", 3.0)),
        ("Twenty-five", Worth("number", 25.0)),
        ("2 June", Worth("thing")),
        ("3 of 4", Worth("thing")),
        ("Sputnik 1", Worth("thing")),
        ("Soyuz-5", Worth("thing")),
        ("Yuri Gagarin", Worth("thing")),
        ("a railway station", Worth("thing")),
        ("1,23", Worth("thing")),
    ],
)
def test_a_form_gives_its_type(text: str, worth: Worth) -> None:
    assert infer(text) == worth


@pytest.mark.parametrize(
    ("text", "language", "is_impossible"),
    [
        ("31 June 1955", "en", True),
        ("June 31, 1955", "en", True),
        ("2023-13-45", "en", True),
        ("1998-99", "ru", False),
        ("2023-02-30", "ru", True),
        ("31 сентября 1994 года", "ru", True),
        ("31 сентября 1994", "ru", True),
        ("30 сентября 1994 года", "ru", False),
        ("30 June 1955", "en", False),
        ("2023-12", "en", False),
        ("32 rockets 1955", "en", False),
        ("undated", "en", False),
        ("31 человек", "ru", False),
    ],
)
def test_a_day_that_no_calendar_has_is_known(text: str, language: str, is_impossible: bool) -> None:
    assert impossible_day(text, notation_of(language)) == is_impossible


@pytest.mark.parametrize(
    ("text", "wanted", "worth"),
    [
        ("$115 million", "number", Worth("number", 115.0, "million")),
        ("three rockets", "number", Worth("number", 3.0, "rockets")),
        ("1957", "number", Worth("number", 1957.0)),
        ("988", "year", Worth("year", 988.0)),
        ("Ada", "person", Worth("person")),
        ("Ada", "number", None),
        ("Ada", "year", None),
        ("one day in June", "date", None),
    ],
)
def test_a_written_type_is_held_to(text: str, wanted: AnswerType, worth: Worth | None) -> None:
    assert as_type(text, wanted) == worth


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
@pytest.mark.parametrize("wanted", ["year", "date", "number"])
def test_the_example_of_a_type_is_one_in_the_language_of_the_pack(
    wanted: AnswerType, language: str
) -> None:
    notation = notation_of(language)
    _message, hint = not_of_type("lake", wanted, notation)
    example = hint.partition(" looks like ")[2]
    worth = as_type(example, wanted, notation)
    assert worth is not None and worth.value is not None
