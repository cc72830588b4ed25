"""A look through a text finds what no pack may have, and agrees with the reader about the rest."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.reading import skim
from game.reading.yaml_events import read_yaml

MOST, KEYS = 1_000, 5
REFUSED = {"anchor", "alias", "tag", "too-deep", "several-documents"}


def yaml_code(text: str) -> str:
    _, mistake = skim.skim_yaml(io.BytesIO(text.encode()), MOST, KEYS)
    return mistake.code if mistake else ""


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: b\n", ""),
        ("a: &b c\n", "anchor"),
        ("a: *b\n", "alias"),
        ("a: !!str b\n", "tag"),
        ("a: !b [c]\n", "tag"),
        ("[" * 30, "too-deep"),
        ("a: b\n---\na: b\n", "several-documents"),
        ("a: " + "b" * (skim.MAX_TEXT + 1), "too-long"),
        ("- a\n" * (MOST + 1), "too-many-values"),
        ("a: {b: 1, c: 1, d: 1, e: 1, f: 1}", ""),
        ("a: {b: 1, c: 1, d: 1, e: 1, f: 1, g: 1}", "too-many-keys"),
        ("- {b: 1, c: 1, d: 1}\n" * 9, ""),
        ("a: [b\n", ""),
        ("", ""),
    ],
)
def test_yaml_is_stopped_at_what_no_pack_may_have(text: str, code: str) -> None:
    assert yaml_code(text) == code


def test_values_are_counted() -> None:
    assert skim.skim_yaml(io.BytesIO(b"a: [b, c]\n"), MOST, KEYS) == (5, None)
    assert skim.skim_rows(io.BytesIO(b"a,b\nc,d\n"), MOST) == (4, None)


def test_places_are_those_of_the_character(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(skim, "PIECE", 3)
    text = "a: b\nabcdefgh \u202e\n"
    mistake = skim.skim_text(io.BytesIO(text.encode()))
    assert mistake is not None
    assert (mistake.line, mistake.column, mistake.code) == (2, 10, "hidden-character")


def test_a_tab_is_for_tables_alone() -> None:
    assert skim.skim_text(io.BytesIO(b"a\tb"), tabs=True) is None
    mistake = skim.skim_text(io.BytesIO(b"a\tb"))
    assert mistake is not None and mistake.code == "tab"


def test_no_more_lines_than_a_file_may_have(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(skim, "MAX_LINES", 10)
    mistake = skim.skim_text(io.BytesIO(b"\n" * 11))
    assert mistake is not None and mistake.code == "too-many-lines"


@given(st.binary(max_size=300))
def test_any_bytes_can_be_looked_through(data: bytes) -> None:
    skim.skim_text(io.BytesIO(data))
    skim.skim_rows(io.BytesIO(data.decode("utf-8", "ignore").encode()), MOST)
    skim.skim_yaml(io.BytesIO(data), MOST, KEYS)


@given(st.text(alphabet="ab:-[]{}&*!, \n'\"", max_size=60))
def test_what_the_look_refuses_the_reader_refuses_as_well(text: str) -> None:
    code = yaml_code(text)
    codes = {mistake.code for mistake in read_yaml(text.encode()).mistakes}
    assert code not in REFUSED or code in codes or codes
    assert not (codes & (REFUSED - {"several-documents"})) or code
