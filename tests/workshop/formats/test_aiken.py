"""Aiken by Moodle's rules."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.workshop.formats import aiken
from game.workshop.formats.item import Item, Option, Value
from game.workshop.formats.recognise import recognised
from tests.workshop.formats.items import choices

GOOD = "What flew?\nA) Sputnik\nB. The Moon\nANSWER: A\n"


def test_a_question_has_its_options_and_the_one_that_answer_names() -> None:
    (item,) = aiken.read(GOOD.encode(), "a").items
    options = (Option("Sputnik", 1.0), Option("The Moon"))
    assert item == Item("a:1", "choice", "What flew?", options=options)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("What?\nA) a\nB) b\n\nWhat else?\nA) a\nB) b\nANSWER: B\n", "no ANSWER line"),
        ("What?\nA) a\nB) b\nANSWER: C\n", "ANSWER says C"),
        ("What?\nA) a\nB) b\nANSWER:\n", "no letter"),
        ("What?\nA) a\nANSWER: A\n", "fewer than two"),
        ("A) a\nB) b\nANSWER: A\n", "no question before"),
        ("What?\nA) a\nB) b\n", "before the file ends"),
    ],
)
def test_what_is_no_whole_question_is_named_and_the_next_is_read(text: str, reason: str) -> None:
    reading = aiken.read((text if "file ends" in reason else text + GOOD).encode(), "a")
    assert reason in reading.skipped[0].reason
    assert reading.skipped[0].place == "a:1"
    if "file ends" not in reason:
        assert reading.items[-1].prompt == "What flew?"


@given(choices())
def test_what_is_written_is_read_again_the_same(item: Item) -> None:
    bare = replace(
        item, feedback="", options=tuple(replace(each, feedback="") for each in item.options)
    )
    text, lost = aiken.write([bare])
    if lost:
        assert "something else" in lost[0].reason
        return
    (again,) = aiken.read(text.encode(), "made").items
    assert replace(again, place=item.place) == bare


def test_what_aiken_cannot_hold_is_named() -> None:
    _, lost = aiken.write([Item("x:1", "number", "How many?", values=(Value(3),))])
    assert lost[0].place == "x:1"


@given(st.text("ABab.) \nANSWER:"))
def test_any_text_ends_in_questions_or_named_problems(text: str) -> None:
    reading = aiken.read(text.encode(), "any")
    assert reading.read == len(reading.items) + len(reading.skipped)


@pytest.mark.parametrize(
    ("letters", "answer"), [("АБВГ", "Б"), ("АБВГ", "б"), ("ABCD", "В"), ("AВСD", "B")]
)
def test_russian_letters_are_letters_whatever_they_look_like(letters: str, answer: str) -> None:
    options = "".join(f"{letter}) {at}\n" for at, letter in enumerate(letters, 1))
    text = f"Что летело?\n{options}ANSWER: {answer}\n".encode()
    assert recognised(text, "a.txt") == "aiken"
    reading = aiken.read(text, "a")
    assert not reading.skipped and [o.text for o in reading.items[0].right] == ["2"]


def test_a_question_may_begin_with_russian_initials() -> None:
    text = "А. С. Пушкин родился в Москве?\nА) Да\nБ) Нет\nANSWER: А\n"
    (item,) = aiken.read(text.encode(), "a").items
    assert item.prompt == "А. С. Пушкин родился в Москве?"
