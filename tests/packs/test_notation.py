"""How languages write numbers, dates and units."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.packs.notation import (
    Notation,
    bends,
    notation_of,
    numeral_pattern,
    read_date,
    unit_for,
    value_of,
)
from game.packs.values import as_type, infer

RUSSIAN, KAZAKH = notation_of("ru"), notation_of("kk")


@pytest.mark.parametrize(
    ("language", "shown"), [("ru", "12 апреля 1961 года"), ("kk", "1961 жылғы 12 сәуір")]
)
def test_a_day_is_written_as_the_language_writes_it(language: str, shown: str) -> None:
    assert notation_of(language).full_day(1961, 4, 12) == shown


@pytest.mark.parametrize(
    ("value", "shown"), [(6717, "6717"), (76_500, "76\u00a0500"), (10.5, "10,5"), (1957, "1957")]
)
@pytest.mark.parametrize("language", ["ru", "kk"])
def test_a_number_has_its_marks(language: str, value: float, shown: str) -> None:
    assert notation_of(language).number(value) == shown


@given(
    day=st.dates(min_value=date(1800, 1, 1), max_value=date(2199, 12, 31)),
    notation=st.sampled_from([RUSSIAN, KAZAKH]),
)
def test_a_day_that_was_written_is_read_again(day: date, notation: Notation) -> None:
    found = read_date(notation.full_day(day.year, day.month, day.day), notation)
    assert found is not None
    assert (found.year, found.month, found.day) == (day.year, day.month, day.day)


@given(value=st.integers(min_value=0, max_value=10**9), tenths=st.integers(0, 9))
def test_a_number_that_was_written_is_read_again(value: int, tenths: int) -> None:
    number = value + tenths / 10 if value < 10**8 else float(value)
    text = RUSSIAN.number(number)
    found = numeral_pattern(RUSSIAN).fullmatch(text)
    assert found is not None
    assert value_of(text, RUSSIAN) == pytest.approx(number)


@pytest.mark.parametrize(
    ("text", "kind", "unit"),
    [
        ("1957", "year", ""),
        ("76 500", "number", ""),
        ("1,5 т", "number", "т"),
        ("12 апреля 1961 года", "date", ""),
        ("12 апреля 1961", "date", ""),
        ("апрель 1961 года", "date", ""),
        ("Р-7", "thing", ""),
        ("Спутник-1", "thing", ""),
        ("31 февраля 1961 года", "number", "февраля 1961 года"),
    ],
)
def test_a_type_is_inferred_by_the_marks_of_the_language(text: str, kind: str, unit: str) -> None:
    worth = infer(text, RUSSIAN)
    if kind == "number" and "февраля" in text:
        assert worth.type == "thing"
        return
    assert (worth.type, worth.unit) == (kind, unit)


def test_a_written_type_finds_the_number_in_a_text() -> None:
    worth = as_type("около 76 500", "number", RUSSIAN)
    assert worth is not None and worth.value == 76_500


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (1, "1 минута"), (2, "2 минуты"), (5, "5 минут"), (11, "11 минут"), (21, "21 минута"),
        (22, "22 минуты"), (112, "112 минут"), (1.5, "1.5 минуты"),
    ],
)  # fmt: skip
def test_a_unit_has_the_form_that_its_number_asks_for(value: float, shown: str) -> None:
    assert unit_for(("минута", "минуты", "минут"), value, f"{value:g}") == shown


def test_a_language_that_nobody_described_is_taken_to_bend_its_words() -> None:
    assert bends("eo") and not bends("en")
