"""What is found wrong is said in the language of whoever reads it."""

from __future__ import annotations

import copy
import gettext
import pickle

from hypothesis import given
from hypothesis import strategies as st

from game.phrase import counted, in_words, joined, phrase


class Backwards(gettext.NullTranslations):
    """A language that only three texts have been put into, and that groups digits by a dot."""

    def gettext(self, message: str) -> str:
        known = {"no {thing} here": "hier kein {thing}", "rocket": "Rakete", "1,000.5": "1.000,5"}
        return known.get(message, message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        one = {"{count:,} file": "{count:,} Datei"}.get(msgid1, msgid2)
        return one + "en" * (n != 1)


ELSEWHERE = Backwards()


def test_a_phrase_is_its_english_text() -> None:
    assert phrase("no {thing!r} here", thing="rocket") == "no 'rocket' here"


def test_a_phrase_is_said_in_the_language_of_a_catalogue() -> None:
    assert in_words(phrase("no {thing} here", thing="pad"), ELSEWHERE) == "hier kein pad"


def test_a_phrase_within_a_phrase_is_said_in_that_language_too() -> None:
    inner = phrase("no {thing} here", thing=phrase("rocket"))
    assert in_words(phrase("(see: {why})", why=inner), ELSEWHERE) == "(see: hier kein Rakete)"


def test_plain_text_stays_as_it_is() -> None:
    assert in_words("rocket", ELSEWHERE) == "rocket"


def test_what_is_counted_takes_the_form_of_its_number() -> None:
    assert [counted("{count:,} file", "{count:,} files", count) for count in (1, 1500)] == [
        "1 file",
        "1,500 files",
    ]
    many = counted("{count:,} file", "{count:,} files", 1500)
    assert in_words(many, ELSEWHERE) == "1.500 Dateien"


def test_a_number_has_the_marks_of_the_language() -> None:
    there = phrase("{share:.1f} % of {count:,}", share=93.8, count=1500)
    assert there == "93.8 % of 1,500"
    assert in_words(there, ELSEWHERE) == "93,8 % of 1.500"


def test_phrases_in_a_row_are_each_said_in_that_language() -> None:
    row = joined([phrase("rocket"), "Energia", phrase("rocket")], "; ")
    assert row == "rocket; Energia; rocket"
    assert in_words(row, ELSEWHERE) == "Rakete; Energia; Rakete"


def test_no_phrases_in_a_row_are_nothing() -> None:
    assert in_words(joined([]), ELSEWHERE) == ""


def test_an_error_keeps_the_phrase_that_it_was_raised_with() -> None:
    error = str(ValueError(phrase("no {thing} here", thing="pad")))
    assert in_words(error, ELSEWHERE) == "hier kein pad"


def test_a_copy_can_still_be_said_in_another_language() -> None:
    there = phrase("no {thing} here", thing="pad")
    for again in (copy.copy(there), pickle.loads(pickle.dumps(there))):
        assert in_words(again, ELSEWHERE) == "hier kein pad"


@given(st.text(), st.integers())
def test_whatever_its_values_a_phrase_says_the_same_in_english(name: str, number: int) -> None:
    there = phrase("{name}: {number:,} of {name!r}", name=name, number=number)
    assert in_words(there, gettext.NullTranslations()) == there
    assert there == f"{name}: {number:,} of {name!r}"
