"""What authors write that YAML reads as something else, and what they are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.packs.made import FACTS, make, problems_of, replaced

YAML_BREAKS = [
    pytest.param(
        "{Blue Lake}.",
        "{Blue Lake}: it is deep.",
        (
            18,
            42,
            "a text with a colon and a space in it confuses YAML",
            'put the whole text in quotes ("..."), or after >- on the next line',
        ),
        id="a colon in a sentence",
    ),
    pytest.param(
        "fact: It springs from the {Blue Lake}.",
        "fact: {Blue Lake} is its source.",
        (
            18,
            11,
            "a text that begins with { confuses YAML",
            'put the whole text in quotes ("..."), or after >- on the next line',
        ),
        id="a leading brace",
    ),
    pytest.param(
        "fact: It springs",
        'fact: "It" springs',
        (
            18,
            11,
            'a text that begins with " confuses YAML',
            "put the text after >- on the next line",
        ),
        id="a leading quote",
    ),
    pytest.param(
        "    fact: The Long River is {6,650 km} long.\n",
        '    fact: "The Long River is {6,650 km} long.\n',
        (
            4,
            11,
            "the quote that opens here is not closed",
            'write " at the end of the text as well',
        ),
        id="a quote that is left open",
    ),
    pytest.param(
        "fact: It springs",
        "fact: [It] springs",
        (
            18,
            11,
            "a text that begins with [ confuses YAML",
            'put the whole text in quotes ("..."), or after >- on the next line',
        ),
        id="a leading bracket",
    ),
    pytest.param(
        "fact: It springs",
        "fact: > It springs",
        (
            18,
            13,
            "nothing may stand behind > or | on its line",
            "write the text on the next line, indented; or put it in quotes",
        ),
        id="a text behind the fold",
    ),
    pytest.param(
        "fact: It springs",
        "fact: %It springs",
        (18, 11, "a text cannot begin with %", "put the text in quotes"),
        id="a leading percent",
    ),
    pytest.param(
        "fact: It springs",
        "fact: It springs # up and",
        (
            18,
            22,
            "YAML cuts the text off here: a # after a space begins a comment",
            "put a comment on a line of its own; if # belongs to the text, "
            "put the whole text in quotes",
        ),
        id="a comment that cuts a sentence",
    ),
    pytest.param(
        "ask: From which lake does it spring?",
        "ask: no",
        (
            19,
            10,
            "YAML would read no without quotes as a yes-or-no value",
            'put it in quotes: "no"',
        ),
        id="no",
    ),
    pytest.param(
        "ask: From which lake does it spring?",
        "ask: 12:30",
        (
            19,
            10,
            "YAML would read 12:30 without quotes as a number of seconds",
            'put it in quotes: "12:30"',
        ),
        id="a time",
    ),
    pytest.param(
        "ask: From which lake does it spring?",
        "ask: 010",
        (
            19,
            10,
            "YAML would read 010 without quotes as a number in another base",
            'put it in quotes: "010"',
        ),
        id="a leading zero",
    ),
    pytest.param(
        "ask: From which lake does it spring?",
        "ask:",
        (19, 5, "nothing stands after 'ask:'", "write it, or delete the line"),
        id="nothing",
    ),
    pytest.param(
        "ask: From which lake does it spring?",
        "ask: *lake",
        (
            19,
            10,
            "'*lake' means a copy of something else to YAML",
            'put it in quotes: "*lake", or write the text out again',
        ),
        id="an alias",
    ),
    pytest.param(
        "ask: From which lake does it spring?",
        "ask: &lake From which?",
        (
            19,
            10,
            "'&lake' names something to YAML; a pack has no use for it",
            "put a text that begins with & in quotes",
        ),
        id="an anchor",
    ),
    pytest.param(
        "ask: From which lake does it spring?",
        "ask: !important From which?",
        (
            19,
            10,
            "a word that begins with ! gives orders to YAML; a pack has no use for it",
            "put a text that begins with ! in quotes",
        ),
        id="a tag",
    ),
    pytest.param(
        "    from: atlas 3",
        "   from: atlas 3",
        (
            20,
            4,
            "this line does not line up with the lines above it",
            "keys of one fact begin in the same column; a list's entries begin with '- '",
        ),
        id="a line that does not line up",
    ),
    pytest.param(
        "    from: atlas 3",
        "\tfrom: atlas 3",
        (20, 1, "there is a tab here", "use spaces"),
        id="a tab",
    ),
    pytest.param(
        "    from: atlas 3",
        "    from: atlas 3\n    ask: other",
        (21, 5, "'ask' stands here a second time; the first is in line 19", "keep one of them"),
        id="a key twice",
    ),
    pytest.param(
        "    from: atlas 3",
        "    from: atlas 3\n    id: other\n    fact: It is {deep}.\n    ask: What is it?",
        (
            21,
            5,
            "'id' stands here a second time; the first is in line 17",
            "if something new begins here, write '- ' before it; else keep one of them",
        ),
        id="a new fact without its dash",
    ),
    pytest.param(
        "    ask: From which lake does it spring?",
        "     ask: From which lake does it spring?",
        (
            19,
            6,
            "this line begins further to the right than the one above it",
            "begin it in column 5, as that one",
        ),
        id="a blank too many before a key",
    ),
    pytest.param(
        "fact: It springs from the {Blue Lake}.",
        "fact: “It springs from the {where: Blue Lake}.”",
        (
            18,
            11,
            "to YAML these quotation marks are letters like others: “",
            'write " in their place, before the text and behind it',
        ),
        id="quotation marks of print",
    ),
    pytest.param(
        "fact: It springs from the {Blue Lake}.",
        "fact: «It» springs: from the {where: Blue Lake}.",
        (
            18,
            11,
            "to YAML these quotation marks are letters like others: «",
            'put " before and behind the whole text',
        ),
        id="quotation marks of print in a text",
    ),
    pytest.param(
        "    from: atlas 3",
        "    from: atlas 3\n---\nmore: facts",
        (
            21,
            1,
            "a second document begins here; a file holds one",
            "take the line --- away, or make two files",
        ),
        id="a second document",
    ),
    pytest.param(
        "It springs",
        "It\u202e springs",
        (
            18,
            13,
            "there is a character here that nobody sees (U+202E)",
            "delete it and type the words around it again",
        ),
        id="a turn of direction",
    ),
    pytest.param(
        "    from: atlas 3",
        "    from: " + "[" * 25_000,
        (
            20,
            28,
            "lists and mappings are more than 20 deep here",
            "if it is a text that begins with a bracket, put the text after >- on the next line",
        ),
        id="25,000 brackets",
    ),
]


@pytest.mark.parametrize(("old", "new", "said"), YAML_BREAKS)
def test_a_trap_of_yaml_gets_advice_in_plain_words(
    tmp_path: Path, old: str, new: str, said: tuple[int, int, str, str]
) -> None:
    make(tmp_path, replaced(FACTS, old, new))
    found = [
        (problem.place.line, problem.place.column, problem.message, problem.hint)
        for problem in problems_of(tmp_path)
        if problem.severity == "error"
    ]
    assert found == [said]


def test_a_colon_in_a_text_that_has_quotes_in_it_is_not_told_to_be_put_in_quotes(
    tmp_path: Path,
) -> None:
    make(tmp_path, replaced(FACTS, "{Blue Lake}.", '{Blue Lake}: the "blue" one.'))
    (problem,) = [one for one in problems_of(tmp_path) if one.severity == "error"]
    assert problem.hint == "put the text after >- on the next line"


def test_a_file_in_utf_16_is_shown_as_it_was_written(tmp_path: Path) -> None:
    make(tmp_path)
    (tmp_path / "facts" / "rivers.yaml").write_bytes(FACTS.encode("utf-16"))
    problem = next(one for one in problems_of(tmp_path) if one.code == "encoding")
    assert problem.line_text == "topic: rivers"
