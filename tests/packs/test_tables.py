"""Tables as authors write them: what becomes of a row."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.packs import commands
from game.packs.model import Answer, Citation, Fact, Pack
from game.packs.read import read_pack
from tests.packs.made import replaced
from tests.packs.tables import CSV, ROWS, TABLE, make_table


def read(folder: Path, table: str = TABLE + ROWS, csv: str = "") -> Pack:
    pack, problems = read_pack(make_table(folder, table, csv))
    assert pack is not None, problems
    return pack


def row(pack: Pack, key: str) -> Fact:
    return next(fact for fact in pack.facts if fact.id == f"rivers/{key}")


def answer(fact: Fact, name: str) -> Answer:
    return next(one for one in fact.answers if one.name == name)


def test_a_row_is_a_fact_with_an_answer_for_each_column_that_is_asked_for(tmp_path: Path) -> None:
    pack = read(tmp_path)
    assert [fact.id for fact in pack.facts] == ["rivers/long", "rivers/blue", "rivers/red"]
    assert [one.name for one in row(pack, "long").answers] == ["length", "swum", "who"]
    assert row(pack, "long").name == "Long River"
    assert answer(row(pack, "long"), "length").column == "rivers/length"


def test_each_answer_has_its_own_sentence_and_question(tmp_path: Path) -> None:
    fact = row(read(tmp_path), "long")
    assert [fact.said(one) for one in fact.answers] == [
        "The Long River is 6,650 km long.",
        "Ada Byrd swam across the Long River in 1957.",
        "Ada Byrd swam across the Long River in 1957.",
    ]
    assert fact.around(answer(fact, "swum")) == ("Ada Byrd swam across the Long River in ", ".")
    assert answer(fact, "length").asks == (
        "How long is the Long River?",
        "How many kilometres does the Long River run?",
    )
    assert fact.text == " ".join(fact.said(one) for one in fact.answers)


def test_a_column_says_how_its_rows_are_matched(tmp_path: Path) -> None:
    length = answer(row(read(tmp_path), "long"), "length")
    assert length.match == "Match each river with its length."
    assert length.odd == "Three of these are 6,650 km long."


def test_a_number_is_printed_with_the_unit_of_its_column(tmp_path: Path) -> None:
    length = answer(row(read(tmp_path), "long"), "length")
    assert (length.text, length.unit, length.value, length.tolerance) == (
        "6,650 km",
        "km",
        6650.0,
        100.0,
    )


def test_of_an_empty_value_the_pack_says_nothing(tmp_path: Path) -> None:
    pack = read(tmp_path)
    assert [one.name for one in row(pack, "red").answers] == ["length"]
    blue = row(pack, "blue")
    assert blue.hint_of(answer(blue, "length")) == "It was in a warm year."
    table = replaced(TABLE + ROWS, "    hint: It was in a warm year.\n", "")
    blue = row(read(tmp_path, table), "blue")
    assert blue.hint_of(answer(blue, "length")) == ""


def test_a_value_is_cited_for_itself_or_its_row_or_its_column_or_its_table(tmp_path: Path) -> None:
    pack = read(tmp_path)
    long, blue, red = pack.facts
    assert blue.cited(answer(blue, "length")) == (Citation("atlas", 2), Citation("diary", 2))
    assert red.cited(answer(red, "length")) == (Citation("atlas", 3),)
    assert long.cited(answer(long, "swum")) == (Citation("diary", 1),)
    assert long.cited(answer(long, "who")) == (Citation("atlas", 1),)
    assert long.citations == (Citation("atlas", 1), Citation("diary", 1))


def test_the_reason_of_a_value_comes_before_that_of_its_column(tmp_path: Path) -> None:
    long, blue, _red = read(tmp_path).facts
    assert long.why_of(answer(long, "length")) == "Its water crosses three lands."
    assert blue.why_of(answer(blue, "length")) == "It dries up in summer."


def test_spellings_are_those_of_the_value_wherever_it_stands(tmp_path: Path) -> None:
    pack = read(tmp_path)
    assert answer(row(pack, "long"), "who").accepted == ("Byrd", "A. Byrd")
    assert answer(row(pack, "blue"), "who").accepted == ()


def test_a_wrong_option_of_a_column_is_none_where_it_is_the_answer(tmp_path: Path) -> None:
    pack = read(tmp_path)
    wrongs = {
        key: [one.text for one in answer(row(pack, key), "who").wrong] for key in ("long", "blue")
    }
    assert wrongs == {"long": ["Ann Otter", "Cy Stone"], "blue": ["Ann Otter"]}


def test_numbers_are_single_and_other_columns_if_the_author_says_so(tmp_path: Path) -> None:
    fact = row(read(tmp_path), "long")
    assert [one.single for one in fact.answers] == [True, True, True]
    other = replaced(TABLE + ROWS, "    single: yes\n", "")
    assert not answer(row(read(tmp_path, other), "long"), "who").single


def test_a_sentence_begins_with_a_large_letter(tmp_path: Path) -> None:
    table = replaced(TABLE + ROWS, "who: Cy Stone\n", "who: a shepherd\n")
    blue = row(read(tmp_path, table), "blue")
    assert blue.said(answer(blue, "who")) == "A shepherd swam across the Blue River in 1960."
    assert answer(blue, "who").text == "a shepherd"
    assert blue.said(answer(blue, "swum")) == "A shepherd swam across the Blue River in 1960."


def test_the_form_in_sentences_may_differ_from_the_one_shown(tmp_path: Path) -> None:
    table = replaced(TABLE + ROWS, "name: Red River", "name: Red River proper = Red River")
    red = row(read(tmp_path, table), "red")
    assert red.name == "Red River"
    assert red.said(red.answers[0]) == "The Red River proper is 800 km long."


@pytest.mark.parametrize("separator", [";", "\t"])
def test_rows_beside_the_table_say_the_same_as_rows_in_it(tmp_path: Path, separator: str) -> None:
    inside = read(tmp_path / "in")
    beside = read(tmp_path / "by", TABLE + "rows: rivers.csv\n", CSV.replace(";", separator))
    for fact, other in zip(inside.facts, beside.facts, strict=True):
        assert fact.text == other.text
        assert fact.answers[0].why == other.answers[0].why
    assert beside.facts[1].answers[0].citations == (Citation("atlas", 2), Citation("diary", 2))
    assert str(beside.facts[1].place) == "tables/rivers.csv:3:1"


def test_facts_and_rows_stand_in_one_pack(tmp_path: Path) -> None:
    (tmp_path / "facts").mkdir()
    (tmp_path / "facts" / "one.yaml").write_text(
        "- {id: lake, fact: A lake is {wet}., ask: What is a lake?, from: atlas 1}\n".replace(
            "{wet}", "'{wet}'"
        ).replace("A lake is '{wet}'.", "'A lake is {wet}.'")
    )
    assert [fact.id for fact in read(tmp_path).facts][:2] == ["lake", "rivers/long"]


def test_facts_prints_a_row_by_its_table_and_key(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert commands.facts(make_table(tmp_path), True) == 0
    first = json.loads(capsys.readouterr().out)[0]
    assert first["id"] == "rivers/long"
    assert [one["name"] for one in first["answers"]] == ["length", "swum", "who"]
    assert first["citations"] == [
        {"source": "atlas", "paragraph": 1},
        {"source": "diary", "paragraph": 1},
    ]


def test_no_row_lacks_an_id(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = make_table(tmp_path)
    before = (folder / "tables" / "rivers.yaml").read_bytes()
    assert commands.ids(folder) == 0
    assert capsys.readouterr().out == "Every fact has an id.\n"
    assert (folder / "tables" / "rivers.yaml").read_bytes() == before


def test_each_sentence_of_a_row_is_held_against_what_it_cites(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sources = tmp_path / "sources"
    sources.mkdir()
    (sources / "atlas.txt").write_text(
        "The Long River is 6,650 km long and crosses three lands. Ada Byrd swam across it in 1957."
        "\nThe Blue River is 1,200 km long. Cy Stone swam across it in 1960.\n"
        "The Red River is 900 km long.\n"
    )
    (sources / "diary.txt").write_text("In 1957 Ada Byrd swam across the Long River.\nBlue River\n")
    globs = {"diary": "diary.txt"}
    assert commands.check(make_table(tmp_path / "pack"), sources, globs, False, False) == 1
    out = capsys.readouterr().out
    assert (
        "tables/rivers.yaml:42:40  row 3 \"red\": error: '800' does not stand in what the fact "
        "cites (atlas 3)" in out
    )
    assert "'1960' does not stand in what the fact cites (diary 1)" in out
    assert "1 facts grounded, 2 not, 0 cited, not compared" in out
