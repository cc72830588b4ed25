"""H5P packages, read and written."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.workshop.formats import h5p
from game.workshop.formats.item import Item, Option
from tests.workshop.formats.items import choices, true_false


def package(library: str, content: object, **more: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("h5p.json", json.dumps({"mainLibrary": library, **more}))
        archive.writestr("content/content.json", json.dumps(content))
    return out.getvalue()


MULTI = {
    "question": "<p>What flew <em>first</em>?</p>",
    "answers": [
        {
            "text": "<div>Sputnik&nbsp;1</div>\n",
            "correct": True,
            "tipsAndFeedback": {"tip": "", "chosenFeedback": "<div>Yes</div>"},
        },
        {"text": "<div>Vostok</div>", "correct": False},
    ],
}


def test_a_multiple_choice_has_its_answers_and_their_feedback() -> None:
    options = (Option("Sputnik 1", 1.0, "Yes"), Option("Vostok"))
    assert h5p.read(package("H5P.MultiChoice", MULTI, license="CC BY-SA"), "h") == replace(
        h5p.read(package("H5P.MultiChoice", MULTI), "h"), licence="CC BY-SA"
    )
    (item,) = h5p.read(package("H5P.MultiChoice", MULTI), "h").items
    assert item == Item("h", "choice", "What flew first?", options=options)


@pytest.mark.parametrize(
    ("licence", "named"),
    [("CC BY 4.0", "CC BY 4.0"), ("cc by-sa", "CC BY-SA"), ("CC0", "CC0"), ("My own", "")],
)
def test_a_licence_that_h5p_has_a_name_for_goes_along(licence: str, named: str) -> None:
    item = Item("h", "choice", "Who?", options=(Option("a", 1.0), Option("b")))
    written, _ = h5p.write([item], "Small", licence)
    assert h5p.read(written, "h").licence == named


def test_a_text_with_one_gap_is_to_be_typed() -> None:
    texts = ["<p>Austria: *Vienna/Wien:on the Danube*.</p>", "*a* and *b*", "none"]
    content = {"text": "<p>Which city?</p>", "questions": texts}
    reading = h5p.read(package("H5P.Blanks", content), "h")
    options = (Option("Vienna", 1.0), Option("Wien", 1.0))
    prompt = "Which city?\nAustria: _____."
    assert reading.items == (
        Item("h, question 1", "typed", prompt, options=options, hints=("on the Danube",)),
    )
    assert [said.place for said in reading.skipped] == ["h, question 2", "h, question 3"]


def test_of_single_choices_the_first_answer_is_right() -> None:
    content = {"choices": [{"question": "Who?", "answers": ["<p>Gagarin</p>", "Titov"]}]}
    (item,) = h5p.read(package("H5P.SingleChoiceSet", content), "h").items
    assert item.right == (Option("Gagarin", 1.0),)
    assert item.place == "h, question 1"


def test_a_set_holds_questions_of_several_libraries_and_names_the_others() -> None:
    inner = [
        {"library": "H5P.MultiChoice 1.16", "params": MULTI},
        {"library": "H5P.TrueFalse 1.8", "params": {"question": "It flew.", "correct": "true"}},
        {"library": "H5P.DragText 1.10", "params": {}},
    ]
    reading = h5p.read(package("H5P.QuestionSet", {"questions": inner}), "h")
    assert [item.form for item in reading.items] == ["choice", "true-false"]
    (said,) = reading.skipped
    assert said.place == "h, question 3"
    assert "H5P.DragText" in said.reason


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04",
        package("H5P.MultiChoice", []),
        package("H5P.MultiChoice", {"question": "x"}),
        package("H5P.MultiChoice", {"question": "x", "answers": [7, 8]}),
        package("H5P.SingleChoiceSet", {"choices": 7}),
        package("H5P.CoursePresentation", {}),
    ],
)
def test_what_is_no_such_package_is_named(data: bytes) -> None:
    reading = h5p.read(data, "h")
    assert not reading.items
    assert len(reading.skipped) == 1


def test_a_package_without_its_content_says_so() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("h5p.json", "{}")
    assert "content/content.json" in h5p.read(out.getvalue(), "h").skipped[0].reason


@given(st.one_of(choices(), true_false()))
def test_what_is_written_is_read_again_the_same(item: Item) -> None:
    bare = replace(item, feedback="", place="")
    data, lost = h5p.write([bare])
    assert not lost
    (again,) = h5p.read(data, "made").items
    assert replace(again, place="") == bare


def test_the_same_questions_are_the_same_bytes() -> None:
    item = Item("x", "choice", "Who?", options=(Option("a", 1.0), Option("b")))
    assert h5p.write([item]) == h5p.write([item])
