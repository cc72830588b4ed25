"""YAML read by its events: places, traps, limits, and no input that it falls over."""

from __future__ import annotations

import codecs

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from game.reading import plain_text, yaml_events
from game.reading.values import Document, Items, Table, Text
from game.reading.yaml_events import read_yaml
from tests.examples import examples


def read(text: str) -> Document:
    return read_yaml(text.encode())


def codes(text: str) -> list[str]:
    return [mistake.code for mistake in read(text).mistakes]


def test_every_value_knows_its_line_and_column() -> None:
    document = read("a: one\nb:\n  - two\n  - c: three\n")
    table = document.value
    assert isinstance(table, Table)
    assert (table["a"].mark.line, table["a"].mark.column) == (0, 3)
    assert (table["b"][0].mark.line, table["b"][0].mark.column) == (2, 4)
    key = table["b"][1].key("c")
    assert (key, key.mark.line, key.mark.column) == ("c", 3, 4)


def test_scalars_stay_as_they_were_written() -> None:
    value = read("- 1957\n- 6,717\n- 1.10\n- 2015-06-02\n- 'no'\n- \"12:30\"\n").value
    assert value == ["1957", "6,717", "1.10", "2015-06-02", "no", "12:30"]
    assert all(type(entry) is Text for entry in value)


SURPRISES = "yes No ON off true False null ~ 12:30 1:02:03 010 0x1f 0b11 1_000 .inf .nan 1.5e+3 ="


@pytest.mark.parametrize("word", SURPRISES.split())
def test_a_word_that_yaml_reads_otherwise_is_a_mistake(word: str) -> None:
    assert codes(f"- {word}\n") == ["surprise"]
    assert codes(f'- "{word}"\n') == []


@pytest.mark.parametrize(
    "word", ["Norway", "0", "10", "1957", "6,717", "1.5", "-3", "north", "1957-58", "12:30 p.m."]
)
def test_a_word_that_yaml_leaves_alone_is_none(word: str) -> None:
    assert codes(f"- {word}\n") == []


def test_yes_is_right_where_a_yes_or_no_belongs() -> None:
    assert read_yaml(b"single: yes\nother: yes\n", frozenset({"single"})).mistakes[0].line == 2


def test_several_mistakes_of_one_file_are_found_in_one_run() -> None:
    assert codes("a: no\na: &x b\nc: *x\nd: !t e\nf: g h # i\n") == [
        "surprise",
        "duplicate-key",
        "anchor",
        "alias",
        "tag",
        "cut-by-comment",
    ]


def test_what_stands_before_a_syntax_error_is_kept_but_for_the_last_entry() -> None:
    document = read("facts:\n  - a: one\n  - a: two\n  - a: b: c\n")
    assert not document.whole
    assert document.value == {"facts": [{"a": "one"}]} or document.value == {
        "facts": [{"a": "one"}, {"a": "two"}]
    }


def test_a_comment_on_a_line_of_its_own_or_behind_a_word_is_none_of_our_business() -> None:
    assert codes("# top\na: b  # a word\n# between\nc: d e\n  # indented\n") == []


def test_a_sign_of_number_inside_a_word_is_text() -> None:
    assert read("a: pad#1 is old\n").value == {"a": "pad#1 is old"}


@pytest.mark.parametrize(
    "cut", ["a: b c # d\n", "a: b #1\n", "- one two #three\n", "a: [b c # d\n ]\n"]
)
def test_a_comment_that_cuts_a_text_is_a_mistake(cut: str) -> None:
    assert "cut-by-comment" in codes(cut)


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? ", "[{a: "])
def test_deep_nesting_stops_at_twenty(opening: str) -> None:
    document = read(opening * 25_000)
    assert [mistake.code for mistake in document.mistakes] in (["too-deep"], ["key-not-text"])


def test_twenty_levels_are_read() -> None:
    assert codes("[" * 20 + "a" + "]" * 20) == []


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ("a: b".encode("utf-16"), "encoding"),
        (codecs.BOM_UTF16_BE + "a: b".encode("utf-16-be"), "encoding"),
        ("a: b".encode("utf-32"), "encoding"),
        ("a: caf\u00e9".encode("latin-1"), "encoding"),
        (b"a: \0", "encoding"),
        (b"a: " + b"b" * 100 + b"\0", "hidden-character"),
        (b"a: b\x1b[2J", "hidden-character"),
        ("a: \u2028".encode(), "hidden-character"),
        ("a: x\u202ey".encode(), "hidden-character"),
        (b'a: "x\\u202Ey"', "hidden-character"),
        (b"a:\tb", "tab"),
        (b"\ta: b", "tab"),
        (b"a: " + b"b" * plain_text.MAX_BYTES, "file-too-large"),
    ],
)
def test_text_that_is_no_plain_utf_8_is_refused(data: bytes, code: str) -> None:
    assert [mistake.code for mistake in read_yaml(data).mistakes] == [code]


def test_the_place_of_a_wrong_byte_is_named() -> None:
    mistake = read_yaml(b"a: b\nc: d\xe9").mistakes[0]
    assert (mistake.line, mistake.column) == (2, 5)


def test_a_byte_order_mark_and_other_line_ends_change_nothing() -> None:
    plain = read_yaml(b"a: b\nc: d\n")
    other = read_yaml(codecs.BOM_UTF8 + b"a: b\r\nc: d\r")
    assert (other.value, other.lines, other.mistakes) == (plain.value, plain.lines, ())
    assert isinstance(other.value, Table)
    assert other.value.key("c").mark.line == 1


def test_a_file_of_the_wrong_sort_gets_a_few_mistakes_and_not_thousands() -> None:
    assert len(read_yaml(b"\x01\n" * 5_000).mistakes) <= plain_text.MAX_REPEATS + 2


def test_the_pure_parser_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "a: one # two\nb: [no, x y # z\n  ]\nc:\n  - {d: e}\n  - *f\n"
    fast = read(text)
    monkeypatch.setattr(yaml_events, "Parser", yaml.BaseLoader)
    slow = read(text)
    assert (slow.value, slow.mistakes, slow.whole) == (fast.value, fast.mistakes, fast.whole)


@given(st.binary(max_size=300))
def test_any_bytes_give_a_document(data: bytes) -> None:
    document = read_yaml(data)
    for mistake in document.mistakes:
        assert 1 <= mistake.line <= max(1, len(document.lines))
        assert mistake.column >= 1 and mistake.message


PIECES = """a|b c|:|: |- |{|}|[|]|,|"|'|#| # |>-|&x|*x|!t|---|...|?|%|@|no|1957|\t|é|\\|  |\n"""
YAML_LIKE = st.lists(st.sampled_from(PIECES.split("|")), max_size=30).map("".join)


@given(YAML_LIKE)
@examples(300)
def test_text_like_yaml_gives_what_a_plain_reader_gives_or_a_mistake(text: str) -> None:
    document = read(text)
    if document.mistakes:
        return
    assert document.whole
    assert plain(document.value) == yaml.load(text, Loader=yaml.CBaseLoader)


def plain(value: object) -> object:
    if isinstance(value, Table):
        return {key: plain(entry) for key, entry in value.items()}
    if isinstance(value, Items):
        return [plain(entry) for entry in value]
    return None if value is None else str(value)
