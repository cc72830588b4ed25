"""Moodle's XML, read and written."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.workshop.formats import moodle_xml
from game.workshop.formats.item import Item, Option, Reading, Shown, Value, is_row
from tests.packs.made_pictures import png
from tests.workshop.formats.items import choices, matches, numbers, true_false, typed


def read(inside: str) -> Reading:
    return moodle_xml.read(f"<quiz>{inside}</quiz>".encode(), "m")


def question(kind: str, more: str, words: str = "") -> str:
    text = f"<questiontext format='html'><text><![CDATA[<p>What <b>flew</b>?</p>{words}]]></text>"
    return f"<question type='{kind}'>{text}</questiontext>{more}</question>"


def answer(text: str, share: str, told: str = "", more: str = "") -> str:
    return (
        f"<answer fraction='{share}' format='html'><text>{text}</text>{more}"
        f"<feedback format='html'><text>{told}</text></feedback></answer>"
    )


def test_a_choice_has_weights_feedback_category_name_and_tags() -> None:
    category = (
        "<question type='category'><category><text>$course$/space</text></category></question>"
    )
    more = (
        "<name><text>First</text></name><single>true</single>"
        "<generalfeedback><text>All of it</text>"
        "</generalfeedback><tags><tag><text>moon</text></tag></tags>"
        + answer("Sputnik", "100", "yes")
        + answer("Vostok", "-50")
    )
    (item,) = read(category + question("multichoice", more)).items
    assert item == Item(
        "m, question 1",
        "choice",
        "What flew?",
        "First",
        (Option("Sputnik", 1.0, "yes"), Option("Vostok", -0.5)),
        feedback="All of it",
        category="$course$/space",
        tags=("moon",),
    )


def test_a_question_that_is_not_single_has_several_right() -> None:
    more = "<single>false</single>" + answer("a", "50") + answer("b", "50") + answer("c", "0")
    assert read(question("multichoice", more)).items[0].form == "several"


def test_a_number_has_its_margin_and_unit() -> None:
    more = answer("108", "100", more="<tolerance>2</tolerance>") + answer("*", "0", "far")
    more += "<units><unit><multiplier>1</multiplier><unit_name>min</unit_name></unit></units>"
    (item,) = read(question("numerical", more)).items
    assert item.values == (Value(108, 2), Value(None, 0, 0, "far"))
    assert item.unit == "min"


@pytest.mark.parametrize(
    ("gap", "item"),
    [
        (
            "{1:SHORTANSWER:=Sputnik#Yes~%50%Vostok~*#No}",
            Item(
                "",
                "typed",
                "",
                options=(Option("Sputnik", 1, "Yes"), Option("Vostok", 0.5), Option("*", 0, "No")),
            ),
        ),
        ("{:MCV:a \\} b~=c}", Item("", "choice", "", options=(Option("a } b", 0), Option("c", 1)))),
        ("{2:NM:=108:2}", Item("", "number", "", values=(Value(108, 2),))),
    ],
)
def test_a_text_with_one_gap_is_asked(gap: str, item: Item) -> None:
    reading = read(question("cloze", "<hint><text>Look up.</text></hint>", f"<p>It was {gap}.</p>"))
    assert reading.items == (
        replace(
            item, place="m, question 1", prompt="What flew?\nIt was _____.", hints=("Look up.",)
        ),
    )


def with_picture(data: bytes, name: str = "a river.png", alt: str = "Map &amp; rivers") -> str:
    file = f'<file name="{name}" path="/" encoding="base64">{b64encode(data).decode()}</file>'
    image = '<p>Which?<img src="@@PLUGINFILE@@/a%20river.png" alt="' + alt + '" width="3"></p>'
    text = f"<questiontext format='html'><text><![CDATA[{image}]]></text>{file}</questiontext>"
    answers = answer("true", "100") + answer("false", "0")
    return f"<question type='truefalse'>{text}{answers}</question>"


def test_a_picture_within_the_file_comes_along() -> None:
    reading = read(with_picture(png()))
    assert reading.items[0].picture == Shown(png(), ".png", "Map & rivers")
    assert reading.items[0].prompt == "Which?"
    assert reading.lost == ()


@pytest.mark.parametrize(
    "inside",
    [with_picture(b"no picture"), with_picture(png(), "b.png"), with_picture(png(), alt="")],
)
def test_a_picture_that_cannot_be_shown_or_has_no_words_is_lost(inside: str) -> None:
    reading = read(inside)
    assert reading.items[0].picture is None
    assert [said.reason for said in reading.lost] == ["a picture is lost"]


def test_what_is_to_be_put_in_order_stands_in_its_places() -> None:
    more = "".join(answer(text, share) for text, share in (("Mir", "2.0"), ("Salyut", "1.0")))
    (item,) = read(question("ordering", more)).items
    assert (item.form, item.pairs) == ("match", (("1.", "Salyut"), ("2.", "Mir")))
    assert is_row(item)


def test_hints_are_kept_and_written() -> None:
    more = answer("a", "100") + answer("b", "0")
    more += "".join(
        f"<hint format='html'><text>{text}</text></hint>" for text in ("One", "", "Two")
    )
    reading = read(question("multichoice", more))
    assert reading.items[0].hints == ("One", "Two")
    assert reading.lost == ()
    written, _ = moodle_xml.write(reading.items)
    assert moodle_xml.read(written, "m").items[0].hints == ("One", "Two")


@pytest.mark.parametrize(
    ("inside", "reason"),
    [
        (question("essay", ""), "essay"),
        (question("cloze", "", "{1:SA:=a} and {1:MC:=b~c}"), "several gaps"),
        (question("cloze", "", "{1:XX:=a}"), "no gap"),
        (question("cloze", "", "{1:SA:~a}"), "none of its answers"),
        (question("cloze", "", "{1:MC:=a}"), "fewer than two"),
        (question("cloze", "", "{1:NM:=many}"), "'many' is not a number"),
        (question("ddimageortext", ""), "'ddimageortext' is not known"),
        (question("multichoice", answer("a", "100")), "fewer than two"),
        (question("multichoice", answer("a", "0") + answer("b", "0")), "none of its answers"),
        (question("multichoice", answer("", "100") + answer("b", "0")), "no words"),
        (question("truefalse", answer("true", "0") + answer("false", "0")), "one is right"),
        (question("numerical", answer("many", "100")), "'many' is not a number"),
        (question("matching", ""), "two pairs"),
        ("<question type='multichoice'/>", "no question text"),
    ],
)
def test_what_cannot_be_played_is_named_and_the_next_is_read(inside: str, reason: str) -> None:
    good = question("truefalse", answer("true", "100") + answer("false", "0"))
    reading = read(inside + good)
    (said,) = reading.skipped
    assert said.place == "m, question 1"
    assert reason in said.reason
    assert len(reading.items) == 1


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"<quiz>", "not XML"),
        (b"<other/>", "<other>"),
        (b"", "not XML"),
        (b'<!DOCTYPE x [<!ENTITY a "b">]><quiz/>', "entities"),
        (b"<?xml version='1.0' encoding='no-such'?><quiz/>", "not XML"),
    ],
)
def test_a_file_that_is_no_such_xml_is_named(data: bytes, reason: str) -> None:
    (said,) = moodle_xml.read(data, "m").skipped
    assert reason in said.reason


@given(st.one_of(choices(), true_false(), typed(), numbers(), matches()))
def test_what_is_written_is_read_again_the_same(item: Item) -> None:
    data, lost = moodle_xml.write([item])
    assert not lost
    (again,) = moodle_xml.read(data, "made").items
    assert replace(again, place=item.place, name="") == item


@given(st.binary(max_size=200))
def test_any_bytes_end_in_a_named_problem(data: bytes) -> None:
    assert moodle_xml.read(data, "any").skipped
