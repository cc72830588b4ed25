"""CSV files: what is read, where it stands, and every complaint."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.reading import csv_table
from game.reading.csv_table import read_csv
from game.reading.values import Document


def rows_of(document: Document) -> list[dict[str, str]]:
    assert isinstance(document.value, list)
    return [{key: str(value) for key, value in row.items()} for row in document.value]


def complaints(document: Document) -> list[str]:
    return [f"{one.line}:{one.column} {one.message}" for one in document.mistakes]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_the_separator_is_found_from_the_first_line(separator: str) -> None:
    text = "id|name|height\nr-7|R-7|29.2\n".replace("|", separator)
    assert rows_of(read_csv(text.encode())) == [{"id": "r-7", "name": "R-7", "height": "29.2"}]


def test_a_separator_in_a_quoted_name_counts_for_nothing() -> None:
    document = read_csv(b'"a, b, c";d\n1;2\n')
    assert rows_of(document) == [{"a, b, c": "1", "d": "2"}]


def test_a_byte_order_mark_and_windows_line_ends_are_read_over() -> None:
    document = read_csv("\ufeffid,name\r\nr-7,R-7\r\n".encode())
    assert rows_of(document) == [{"id": "r-7", "name": "R-7"}]
    assert document.mistakes == ()


def test_an_empty_value_is_left_out_of_its_row() -> None:
    assert rows_of(read_csv(b"id,name,mass\na,,3\n")) == [{"id": "a", "mass": "3"}]


def test_rows_without_any_value_are_passed_over() -> None:
    assert rows_of(read_csv(b"\nid,name\n\n,,\na,b\n ,\n")) == [{"id": "a", "name": "b"}]


def test_every_value_knows_its_line_and_column() -> None:
    value = read_csv(b'id,name,mass\na,"two\nlines", 3\nb,c,4\n').value
    assert isinstance(value, list)
    places = [[(v.mark.line, v.mark.column) for v in row.values()] for row in value]
    assert places == [[(1, 0), (1, 2), (2, 8)], [(3, 0), (3, 2), (3, 4)]]
    assert [(m.line, m.column) for m in value[1].key_marks] == [(0, 0), (0, 3), (0, 8)]


def test_all_bad_rows_are_named_in_one_run_and_the_good_ones_read() -> None:
    document = read_csv(b'id,name\na,b,c\nd,e\nf\n"g" h,i\nj,k\n')
    assert rows_of(document) == [{"id": "d", "name": "e"}, {"id": "j", "name": "k"}]
    assert complaints(document) == [
        "2:1 this row has 3 values, and the first line names 2 columns",
        "4:1 this row has 1 value, and the first line names 2 columns",
        "5:4 something stands here behind a closing quote",
    ]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"id,id\n1,2\n", ["1:4 'id' names a second column"]),
        (b"id,,x\n1,2,3\n", ["1:4 this column has no name in the first line"]),
        (b'id,name\na,"b\nc,d\n', ["2:3 this quote is not closed"]),
        (b"id,\xffname\n", ["1:4 this is not UTF-8 text: it has the byte 0xff here"]),
        (
            "id,имя\n1,Волга\n".encode("cp1251"),
            ["1:4 this is not UTF-8 text; it looks like Windows-1251"],
        ),
        (
            "id,größe\n1,älter\n2,für\n".encode("latin-1"),
            ["1:6 this is not UTF-8 text: it has the byte 0xf6 here"],
        ),
        (b"i\0d,name\n", ["1:1 this is not UTF-8 text; it looks like UTF-16"]),
        (
            "id,na\u200bme\n".encode(),
            ["1:6 there is a character here that nobody sees (U+200B)"],
        ),
        (
            b"id,name\na," + b"x" * 2001 + b"\n",
            ["2:3 this value has 2,001 characters; 2,000 are the most"],
        ),
        (
            ",".join(f"c{n}" for n in range(201)).encode(),
            ["1:1 the first line names 201 columns; 200 are the most"],
        ),
    ],
)
def test_what_is_wrong_is_said_with_its_place(data: bytes, expected: list[str]) -> None:
    assert complaints(read_csv(data)) == expected


def test_only_so_many_rows_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_table, "MAX_ROWS", 2)
    document = read_csv(b"id\na\nb\nc\nd\n")
    assert rows_of(document) == [{"id": "a"}, {"id": "b"}]
    assert not document.whole
    assert complaints(document) == [
        "4:1 the file has more than 2 rows; those from here on are not read"
    ]


def test_a_file_that_is_too_large_is_not_read() -> None:
    document = read_csv(b"a" * 8_000_001)
    assert document.value is None
    assert [one.code for one in document.mistakes] == ["file-too-large"]


def test_a_file_without_a_line_is_no_table() -> None:
    assert read_csv(b"").value is None


@given(st.binary(max_size=200))
def test_no_bytes_are_too_strange(data: bytes) -> None:
    read_csv(data)


_CELLS = st.text(st.characters(codec="ascii", min_codepoint=32, max_codepoint=126), max_size=12)


@given(st.lists(st.lists(_CELLS, min_size=3, max_size=3), max_size=6))
def test_what_another_program_wrote_comes_back(cells: list[list[str]]) -> None:
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows([["a", "b", "c"], *cells])
    expected = [
        {name: cell.strip() for name, cell in zip("abc", row, strict=True) if cell.strip()}
        for row in cells
    ]
    found = rows_of(read_csv(written.getvalue().encode()))
    stripped = [
        {key: value.strip() for key, value in row.items() if value.strip()} for row in found
    ]
    assert stripped == [row for row in expected if row]
