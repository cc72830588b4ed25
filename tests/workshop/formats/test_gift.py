"""GIFT is read by Moodle's rules, and what is written is read again the same."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.workshop.formats import gift
from game.workshop.formats.item import Item, Option, Reading, Value
from tests.workshop.formats.items import choices, matches, numbers, true_false, typed


def read(text: str) -> Reading:
    return gift.read(text.encode(), "quiz.gift")


def one(text: str) -> Item:
    reading = read(text)
    assert not reading.skipped
    (item,) = reading.items
    return item


def test_a_choice_has_its_right_option_its_wrong_ones_and_their_feedback() -> None:
    item = one("::Name:: What flew?{=Sputnik#yes ~Moon#no\n~Sun ####All of it}")
    assert item == Item(
        "quiz.gift:1",
        "choice",
        "What flew?",
        "Name",
        (Option("Sputnik", 1.0, "yes"), Option("Moon", 0.0, "no"), Option("Sun")),
        feedback="All of it",
    )


def test_words_after_the_braces_leave_a_gap_in_the_question() -> None:
    assert one("The {=first ~last} flight.").prompt == "The _____ flight."


def test_words_after_the_braces_that_end_in_a_brace_leave_no_gap() -> None:
    assert one("How many? {#3}").prompt == "How many?"


@pytest.mark.parametrize(
    ("answer", "true"), [("T", True), ("TRUE", True), ("F", False), ("FALSE", False)]
)
def test_true_and_false_have_the_feedback_for_wrong_before_that_for_right(
    answer: str, true: bool
) -> None:
    item = one(f"It flew.{{{answer}#wrong#right}}")
    right, wrong = Option("True", 1.0, "right"), Option("False", 0.0, "wrong")
    if not true:
        right, wrong = Option("True", 0.0, "wrong"), Option("False", 1.0, "right")
    assert (item.form, item.options) == ("true-false", (right, wrong))


def test_true_in_small_letters_is_an_answer_to_type() -> None:
    assert one("It flew.{true}").form == "typed"


def test_typed_answers_have_their_weights() -> None:
    item = one("Who?{=Gagarin =%50%Yuri#which? =%33.333%Y.G.}")
    assert item.options == (
        Option("Gagarin", 1.0),
        Option("Yuri", 0.5, "which?"),
        Option("Y.G.", 0.33333),
    )


@pytest.mark.parametrize(
    ("inside", "value"),
    [
        ("#1961", Value(1961)),
        ("#1961:2", Value(1961, 2)),
        ("#1957..1961", Value(1959, 2)),
        ("#=3.5:0.25#near", Value(3.5, 0.25, 1.0, "near")),
        ("#-4e2", Value(-400)),
    ],
)
def test_numbers_have_their_margin(inside: str, value: Value) -> None:
    assert one("How many?{" + inside + "}").values == (value,)


def test_several_numbers_and_feedback_for_every_other() -> None:
    item = one("How many?{#=3:0 =%50%3:1#near ~#far}")
    assert item.values == (Value(3), Value(3, 1, 0.5, "near"), Value(None, 0, 0, "far"))


def test_pairs_go_together_and_a_side_may_be_alone() -> None:
    item = one("Match.{=Korolev -> builder =Gagarin -> pilot = -> cook}")
    assert item.pairs == (("Korolev", "builder"), ("Gagarin", "pilot"), ("", "cook"))


def test_weights_without_an_equals_sign_make_several_right() -> None:
    item = one("Which?{~%50%a ~%50%b ~%-100%c}")
    assert item.form == "several"
    assert [option.share for option in item.options] == [0.5, 0.5, -1.0]


def test_a_sign_after_a_backslash_is_only_a_sign() -> None:
    item = one(r"What is \{x\} \: 2 \= 1 \~ 1 \#1 \\n a\nb?{=\=1\#2 ~\~}")
    assert item.prompt == "What is {x} : 2 = 1 ~ 1 #1 \\n a\nb?"
    assert [option.text for option in item.options] == ["=1#2", "~"]


def test_a_question_that_no_blank_line_parts_from_the_one_above_is_one_of_its_own() -> None:
    text = (
        "What flew?{=Sputnik ~Vostok}\n// [tag:moon]\nWho landed?{=Armstrong ~Laika}\nWho {=broken"
    )
    reading = gift.read(text.encode(), "g")
    assert [item.prompt for item in reading.items] == ["What flew?", "Who landed?"]
    assert reading.items[1].tags == ("moon",)
    assert [said.place for said in reading.lost] == ["g:2", "g:4"]
    assert "no blank line" in reading.lost[0].reason
    assert [said.place for said in reading.skipped] == ["g:4"]


def test_words_on_the_next_line_still_end_a_sentence_with_a_gap() -> None:
    reading = gift.read(b"It was {=Sputnik ~Vostok}\nthat flew \\{first\\}.", "g")
    assert [item.prompt for item in reading.items] == ["It was _____ that flew {first}."]
    assert reading.lost == ()


def test_a_category_holds_until_the_next() -> None:
    items = read("$CATEGORY: space/first\n\nA?{T}\n\nB?{F}\n\n$CATEGORY: ground\n\nC?{T}").items
    assert [item.category for item in items] == ["space/first", "space/first", "ground"]


def test_comments_are_left_out_but_for_their_tags() -> None:
    item = one("// question: 12  name: a [id:x] [tag:moon] [tag:a\\]b]\nA?{T}\n// end")
    assert (item.prompt, item.tags) == ("A?", ("moon", "a]b"))


def test_html_becomes_words_and_a_picture_is_named_as_lost() -> None:
    reading = read('[html]<p>H<sub>2</sub>O &amp; <b>ice</b><img src="x" alt="a tap"></p>{T}')
    assert reading.items[0].prompt == "H₂O & ice [a tap]"
    assert [said.reason for said in reading.lost] == ["a picture is lost"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Only told.", "tells something"),
        ("Write an essay.{}", "essay"),
        ("Open {=a ~b", "not closed"),
        ("Close } =a", "opens"),
        ("Which?{~a ~b}", "none of its answers is right"),
        ("Which?{=a ~}", "fewer than two"),
        ("How many?{#many}", "'many' is not a number"),
        ("How many?{#1:x}", "'x' is not a number"),
        ("Match.{=a -> b =c}", "'c' has no ->"),
        ("{=a ~b}", "no words"),
    ],
)
def test_what_cannot_be_played_is_skipped_with_its_line_and_reason(text: str, reason: str) -> None:
    reading = read(f"Fine?{{T}}\n\n{text}\n\nFine?{{F}}")
    assert len(reading.items) == 2
    assert reading.read == 3
    (said,) = reading.skipped
    assert said.place == "quiz.gift:3"
    assert reason in said.reason


@given(st.one_of(choices(), true_false(), typed(), numbers(), matches()))
def test_what_is_written_is_read_again_the_same(item: Item) -> None:
    text, lost = gift.write([item])
    assert not lost
    (again,) = gift.read(text.encode(), "made").items
    assert replace(again, place=item.place, name="") == item


@given(st.text('=~#{}%:\\->[]html/ \nTRUE"0123.,$CATEGORY'))
def test_any_text_ends_in_questions_or_named_problems(text: str) -> None:
    reading = gift.read(text.encode(), "any")
    assert reading.read == len(reading.items) + len(reading.skipped)


@given(st.binary(max_size=300))
def test_any_bytes_end_in_questions_or_named_problems(data: bytes) -> None:
    reading = gift.read(data, "any")
    assert reading.read == len(reading.items) + len(reading.skipped)
