"""Tables of quiz makers: found by their headings, kept whole, bad rows named, no formulas."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import replace

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.workshop.formats import blooket, kahoot, wayground
from game.workshop.formats.item import Item, Option, Reading
from game.workshop.formats.table import bare, rows_of, safe, separated, spreadsheet
from tests.examples import examples
from tests.workshop.formats.items import LETTERS, choices

Reader = Callable[[bytes, str], Reading]


def sheet(rows: Sequence[Sequence[object]]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(list(row))  # type: ignore[union-attr]
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def commas(rows: Sequence[Sequence[object]]) -> bytes:
    return "\n".join(",".join(f'"{cell}"' for cell in row) for row in rows).encode()


def test_a_picture_of_a_row_is_named_as_lost() -> None:
    row = (
        "What flew?",
        "Multiple Choice",
        "Sputnik",
        "Vostok",
        "",
        "",
        "",
        1,
        30,
        "http://x/a.png",
    )
    reading = wayground.read(sheet((wayground.HEADINGS, row)), "w")
    assert len(reading.items) == 1
    assert [(said.place, said.reason) for said in reading.lost] == [("w:2", "a picture is lost")]


def test_a_row_of_blooket_with_one_answer_is_to_be_typed() -> None:
    rows = (blooket.HEADINGS, (1, "Which was first?", "Sputnik", "", "", "", 20, 1))
    (item,) = blooket.read(commas(rows), "b").items
    assert (item.form, item.options) == ("typed", (Option("Sputnik", 1.0),))


KAHOOT = (
    ("",),
    ("", "Quiz template"),
    ("", *kahoot.HEADINGS),
    (1, "What flew first?", "Sputnik", "Vostok", "", "", 20, 1),
    (2, "Which are dogs?", "Laika", "Belka", "Ham", "", 30, "1,2"),
    (3, "Nothing is right", "a", "b", "", "", 20, ""),
    (4, "Too few", "a", "", "", "", 20, "1"),
    (5, "Names the empty one", "a", "b", "", "", 20, "3"),
    ("", "", "", "", "", "", "", ""),
)


@pytest.mark.parametrize("made", [sheet, commas])
def test_kahoot_is_found_by_its_headings_wherever_they_stand(
    made: Callable[[Sequence[Sequence[object]]], bytes],
) -> None:
    reading = kahoot.read(made(KAHOOT), "k")
    first, second = reading.items
    assert first == Item(
        "k:4",
        "choice",
        "What flew first?",
        options=(Option("Sputnik", 1.0), Option("Vostok")),
        seconds=20,
    )
    assert second.form == "several"
    assert [said.place for said in reading.skipped] == ["k:6", "k:7", "k:8"]
    assert reading.read == 5


def test_wayground_has_types_of_its_own_and_a_row_that_only_tells() -> None:
    rows = (
        wayground.HEADINGS,
        ("Text of the question (required)", "default is Multiple Choice", *[""] * 9),
        ("Who?", "", "Gagarin", "Titov", "", "", "", 1, 30, "", "He flew on 12 April."),
        ("Which?", "Checkbox", "a", "b", "c", "", "", "1,3", 30, "", ""),
        (
            "The ___ of 1957",
            "Fill-in-the-Blank",
            "satellite",
            "Sputnik",
            "",
            "",
            "",
            "",
            30,
            "",
            "",
        ),
        ("What do you think?", "Poll", "a", "b", "", "", "", "", 30, "", ""),
    )
    reading = wayground.read(sheet(rows), "w")
    assert [item.form for item in reading.items] == ["choice", "several", "typed"]
    assert reading.items[0].feedback == "He flew on 12 April."
    assert [said.place for said in reading.skipped] == ["w:6"]


def test_a_table_without_the_headings_says_which_are_missing() -> None:
    (said,) = blooket.read(b"a,b\n1,2\n", "b").skipped
    assert "no row names the columns answer 1, answer 2, question, right" in said.reason


@pytest.mark.parametrize("read", [kahoot.read, wayground.read, blooket.read])
@pytest.mark.parametrize("data", [b"PK\x03\x04broken", b"\xd0\xcf\x11\xe0old", b"", b"\0\0"])
def test_a_damaged_table_is_named_and_nothing_more(read: Reader, data: bytes) -> None:
    reading = read(data, "file")
    assert not reading.items
    assert len(reading.skipped) == 1


@examples(10)
@given(choices())
def test_kahoot_is_read_again_the_same_as_it_was_written(item: Item) -> None:
    plain = _without_feedback(item)
    data, lost = kahoot.write([plain])
    if lost:
        assert "at most 4" in lost[0].reason
        return
    assert [replace(i, place="", seconds=0) for i in kahoot.read(data, "k").items] == [plain]


@examples(10)
@given(choices())
def test_wayground_is_read_again_the_same_as_it_was_written(item: Item) -> None:
    plain = replace(_without_feedback(item), feedback=item.feedback)
    data, lost = wayground.write([plain])
    assert not lost
    assert [replace(i, place="", seconds=0) for i in wayground.read(data, "w").items] == [plain]


@given(choices())
def test_blooket_is_read_again_the_same_as_it_was_written(item: Item) -> None:
    plain = _without_feedback(item)
    text, lost = blooket.write([plain])
    if lost:
        assert "at most 4" in lost[0].reason
        return
    assert [replace(i, place="", seconds=0) for i in blooket.read(text.encode(), "b").items] == [
        plain
    ]


def _without_feedback(item: Item) -> Item:
    options = tuple(replace(option, feedback="") for option in item.options)
    return replace(item, place="", options=options, feedback="")


@given(st.text(LETTERS))
def test_no_written_cell_starts_a_formula_and_each_is_read_as_it_was(cell: str) -> None:
    assert bare(safe(cell)) == cell


@pytest.mark.parametrize("cell", ["=1+1", "+cmd", "-cmd", "@SUM(A1)", "\tx", "=HYPERLINK(1)"])
def test_what_would_be_a_formula_is_written_as_text(cell: str) -> None:
    assert separated([[cell]]).lstrip('"').startswith("'")
    book = openpyxl.load_workbook(io.BytesIO(spreadsheet([[cell]], "x")))
    assert book.active["A1"].data_type == "s"  # type: ignore[index]


def test_semicolons_and_tabs_part_cells_too() -> None:
    assert list(rows_of(b"a;b\n1;2\n")) == [(1, ["a", "b"]), (2, ["1", "2"])]
    assert list(rows_of(b"a\tb\n")) == [(1, ["a", "b"])]


@given(st.binary(max_size=200))
def test_any_bytes_end_in_rows_or_a_named_problem(data: bytes) -> None:
    reading = blooket.read(data, "any")
    assert reading.read == len(reading.items) + len(reading.skipped)
