"""Open Trivia DB's JSON in each of its encodings."""

from __future__ import annotations

import json
from base64 import b64encode
from dataclasses import replace
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.workshop.formats import opentdb
from game.workshop.formats.item import Item, Option
from tests.workshop.formats.items import choices

ENTRY = {
    "type": "multiple",
    "difficulty": "easy",
    "category": "Science & Nature",
    "question": 'Who said "Let\'s go"?',
    "correct_answer": "Yuri Gagarin",
    "incorrect_answers": ["Alan Shepard", "John Glenn"],
}
ITEM = Item(
    "o, question 1",
    "choice",
    'Who said "Let\'s go"?',
    options=(Option("Yuri Gagarin", 1.0), Option("Alan Shepard"), Option("John Glenn")),
    category="Science & Nature",
    difficulty="easy",
)


def encoded(how: str) -> bytes:
    def text(value: str) -> str:
        if how == "html":
            return value.replace("&", "&amp;").replace('"', "&quot;").replace("'", "&#039;")
        if how == "url":
            return quote(value)
        return b64encode(value.encode()).decode() if how == "base64" else value

    entry = {
        name: text(value) if isinstance(value, str) else [text(each) for each in value]
        for name, value in ENTRY.items()
    }
    return json.dumps({"response_code": 0, "results": [entry]}).encode()


@pytest.mark.parametrize("how", ["html", "url", "base64", "plain"])
def test_a_question_is_the_same_in_every_encoding(how: str) -> None:
    assert opentdb.read(encoded(how), "o").items == (ITEM,)


def test_a_boolean_is_true_or_false() -> None:
    entry = {
        "type": "boolean",
        "question": "It flew.",
        "correct_answer": "False",
        "incorrect_answers": ["True"],
    }
    (item,) = opentdb.read(json.dumps([entry]).encode(), "o").items
    assert (item.form, item.options) == ("true-false", (Option("True"), Option("False", 1.0)))


def test_its_licence_goes_with_it() -> None:
    assert opentdb.read(encoded("html"), "o").licence == "CC BY-SA 4.0"


@pytest.mark.parametrize(
    "entry",
    [
        7,
        {},
        {"question": "x"},
        {"question": "x", "correct_answer": "a"},
        {"question": "x", "correct_answer": "a", "incorrect_answers": ["a"]},
        {"question": "x", "correct_answer": "a", "incorrect_answers": [[], 7]},
        {"question": True, "correct_answer": "a", "incorrect_answers": ["b"]},
    ],
)
def test_a_bad_entry_is_named_and_the_next_is_read(entry: object) -> None:
    reading = opentdb.read(json.dumps({"results": [entry, ENTRY]}).encode(), "o")
    assert [said.place for said in reading.skipped] == ["o, question 1"]
    assert len(reading.items) == 1


@pytest.mark.parametrize("data", [b"", b"{", b"[" * 200_000, b"7", b'{"results": 7}', b"\xff"])
def test_what_is_no_such_file_is_named(data: bytes) -> None:
    reading = opentdb.read(data, "o")
    assert not reading.items
    assert len(reading.skipped) == 1


@given(choices())
def test_what_is_written_is_read_again_the_same(item: Item) -> None:
    options = tuple(replace(option, feedback="") for option in item.options)
    bare = replace(item, place="", feedback="", difficulty="hard", options=options)
    text, lost = opentdb.write([bare])
    assert not lost
    (again,) = opentdb.read(text.encode(), "o").items
    assert replace(again, place="") == bare


@given(st.recursive(st.none() | st.text(max_size=5), lambda inner: st.lists(inner, max_size=3)))
def test_any_json_ends_in_questions_or_named_problems(value: object) -> None:
    reading = opentdb.read(json.dumps({"results": [{"question": value}]}).encode(), "o")
    assert reading.read == len(reading.items) + len(reading.skipped)
