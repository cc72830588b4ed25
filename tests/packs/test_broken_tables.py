"""A table broken in every way an author breaks one: each message is read, and so is its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.packs.made import line, problems_of, replaced
from tests.packs.tables import CSV, ROWS, TABLE, make_table

WHOLE = TABLE + ROWS

BREAKS = [
    # What is written, what stands there instead, and all that is said of it.
    pytest.param("key: id\n", "", ["tables/rivers.yaml:1:1  : 'key' is missing"], id="no key"),
    pytest.param(
        "shown: name",
        "shown: nmae",
        ["tables/rivers.yaml:2:8  shown: the table has no column 'nmae'; did you mean 'name'?"],
        id="called by a column that is not there",
    ),
    pytest.param(
        "topic: rivers",
        "topic: river",
        ["tables/rivers.yaml:3:8  topic: pack.yaml has no topic 'river'; did you mean 'rivers'?"],
        id="a topic that is not there",
    ),
    pytest.param(
        "from: atlas 1\n",
        "from: atlas 9\n",
        ["tables/rivers.yaml:5:7  from: 'atlas' has no paragraph 9; it has 3"],
        id="a paragraph that is not there",
    ),
    pytest.param(
        "    tolerance: 100",
        "    tollerance: 100",
        [
            "tables/rivers.yaml:11:5  columns.length: "
            "unknown key 'tollerance'; did you mean 'tolerance'?"
        ],
        id="a key misspelt",
    ),
    pytest.param(
        "    tolerance: 100",
        "    tolerance: -1",
        ["tables/rivers.yaml:11:16  columns.length: '-1' cannot be a tolerance"],
        id="a tolerance below nothing",
    ),
    pytest.param(
        "  name: {type: place}",
        "  name: {type: place, tolerance: 1}",
        ["tables/rivers.yaml:7:34  columns.name: only years, dates and numbers have a tolerance"],
        id="a tolerance of a place",
    ),
    pytest.param(
        "  name: {type: place}",
        "  name: {type: place, unit: km}",
        ["tables/rivers.yaml:7:29  columns.name: only numbers have a unit"],
        id="a unit of a place",
    ),
    pytest.param(
        "    fact: The {name} is {length} long.\n",
        "",
        ["tables/rivers.yaml:13:7  columns.length: 'length' is asked for, and no sentence says it"],
        id="a question without a sentence",
    ),
    pytest.param(
        "    ask: In which year did {who} swim across the {name}?\n",
        "",
        ["tables/rivers.yaml:23:11  columns.swum: nothing asks for 'swum'"],
        id="a sentence without a question",
    ),
    pytest.param(
        "is {length} long",
        "is long",
        ["tables/rivers.yaml:12:11  columns.length: the sentence must have {length} in it, once"],
        id="a sentence without its answer",
    ),
    pytest.param(
        "is {length} long",
        "is {length long",
        ["tables/rivers.yaml:12:11  columns.length: a brace is not closed"],
        id="a brace that is not closed",
    ),
    pytest.param(
        "is {length} long",
        "is {} long",
        ["tables/rivers.yaml:12:11  columns.length: there is nothing between these braces"],
        id="braces around nothing",
    ),
    pytest.param(
        "through {lands}",
        "through {countries}",
        ["tables/rivers.yaml:16:11  columns.length: the table has no column 'countries'"],
        id="a place for a column that is not there",
    ),
    pytest.param(
        "through {lands}",
        "for {length}",
        ["tables/rivers.yaml:16:11  columns.length: this gives away 'length', which is asked for"],
        id="a hint with the answer in it",
    ),
    pytest.param(
        "  lands: {}",
        "  from: {}",
        [
            "tables/rivers.yaml:16:11  columns.length: the table has no column 'lands'",
            "tables/rivers.yaml:19:10  columns.length: the table has no column 'lands'",
            "tables/rivers.yaml:20:3  columns.from: "
            "'from' cannot name a column: in a row it says something of all of it",
        ],
        id="a column with the name of something else",
    ),
    pytest.param(
        "  lands: {}",
        "  lands: {}\n  Its Mouth: {}",
        ["tables/rivers.yaml:21:3  columns.Its Mouth: 'Its Mouth' cannot name a column"],
        id="a column that cannot have its name",
    ),
    pytest.param(
        ROWS,
        "",
        ["tables/rivers.yaml:1:1  : 'rows' is missing"],
        id="no rows",
    ),
    pytest.param(
        ROWS, "rows: []\n", ["tables/rivers.yaml:34:7  : the table has no rows"], id="an empty list"
    ),
    pytest.param(
        ROWS,
        "rows: ../rivers.csv\n",
        ["tables/rivers.yaml:34:7  rows: '../rivers.csv' is no CSV file beside the table"],
        id="rows that are elsewhere",
    ),
    pytest.param(
        ROWS,
        "rows: lakes.csv\n",
        ["tables/rivers.yaml:34:7  rows: there is no file 'lakes.csv' in tables/"],
        id="rows that are not there",
    ),
    pytest.param(
        "{id: red, name",
        "{name",
        ["tables/rivers.yaml:42:5  rows[2]: this row has nothing under 'id', its key"],
        id="a row without a key",
    ),
    pytest.param(
        "{id: red, name",
        "{id: Red River, name",
        ["tables/rivers.yaml:42:10  rows[2] \"Red River\": 'Red River' cannot be a key"],
        id="a key that cannot be one",
    ),
    pytest.param(
        "{id: red, name",
        "{id: blue, name",
        [
            'tables/rivers.yaml:42:10  rows[2] "blue": '
            "the id 'rivers/blue' is taken by the fact at tables/rivers.yaml:36:5"
        ],
        id="a key used twice",
    ),
    pytest.param(
        "name: Red River, ",
        "",
        [
            'tables/rivers.yaml:42:5  rows[2] "red": '
            "this row has nothing under 'name', by which it is called"
        ],
        id="a row that is not called anything",
    ),
    pytest.param(
        'length: "800"',
        "length: very long",
        ["tables/rivers.yaml:42:40  rows[2] \"red\" length: 'very long' is no number"],
        id="a number that is none",
    ),
    pytest.param(
        'length: "800"',
        "length: 800 miles",
        [
            'tables/rivers.yaml:42:40  rows[2] "red" length: '
            "this is in 'miles', and the column is in 'km'"
        ],
        id="a number in another unit",
    ),
    pytest.param(
        'length: "800", lands',
        'length: "800", lnads',
        [
            'tables/rivers.yaml:42:47  rows[2] "red": '
            "the table has no column 'lnads'; did you mean 'lands'?"
        ],
        id="a value for a column that is not there",
    ),
    pytest.param(
        'length: "800"',
        'length: {si: "800"}',
        [
            "tables/rivers.yaml:42:40  rows[2] \"red\" length: 'is' is missing",
            "tables/rivers.yaml:42:41  rows[2] \"red\" length: unknown key 'si'",
        ],
        id="more about a value, misspelt",
    ),
    pytest.param(
        'length: "800"',
        'length: ["800"]',
        [
            'tables/rivers.yaml:42:40  rows[2] "red": '
            "'length' must be text or a mapping, and is a list"
        ],
        id="a list for a value",
    ),
    pytest.param(
        "lands: one land, from: atlas 3",
        "lands: one land, from: atlass 3",
        [
            'tables/rivers.yaml:42:70  rows[2] "red" from: '
            "pack.yaml has no source 'atlass'; did you mean 'atlas'?"
        ],
        id="a row from a source that is not there",
    ),
    pytest.param(
        "lands: one land, from",
        "lands: one land, level: 9, from",
        ["tables/rivers.yaml:42:71  rows[2] \"red\": 'level' cannot be '9'"],
        id="a level that there is not",
    ),
    pytest.param(
        '  - {id: red, name: Red River, length: "800", lands: one land, from: atlas 3}',
        "  - {id: red, name: Red River, lands: one land}",
        ['tables/rivers.yaml:42:5  rows[2] "red": nothing can be asked about this row'],
        id="a row of which nothing is asked",
    ),
    pytest.param(
        '  - {id: red, name: Red River, length: "800", lands: one land, from: atlas 3}',
        "  - red",
        ["tables/rivers.yaml:42:5  rows[2]: this entry must be a mapping, and is text"],
        id="a row that is a word",
    ),
]


@pytest.mark.parametrize(("old", "new", "expected"), BREAKS)
def test_what_is_wrong_is_said_in_one_sentence_with_its_place(
    tmp_path: Path, old: str, new: str, expected: list[str]
) -> None:
    folder = make_table(tmp_path, replaced(WHOLE, old, new))
    assert [line(problem) for problem in problems_of(folder)] == expected


def test_the_table_that_is_broken_here_is_right(tmp_path: Path) -> None:
    assert problems_of(make_table(tmp_path)) == []


def test_a_value_without_a_source_is_named(tmp_path: Path) -> None:
    table = replaced(WHOLE, "from: atlas 1\n", "")
    assert [line(one) for one in problems_of(make_table(tmp_path, table))] == [
        'tables/rivers.yaml:34:42  rows[0] "long" length: nothing says where this stands',
        'tables/rivers.yaml:34:88  rows[0] "long" who: nothing says where this stands',
        'tables/rivers.yaml:39:10  rows[1] "blue" who: nothing says where this stands',
    ]


CSV_BREAKS = [
    pytest.param(
        "id;name;length;lands",
        "id;name;length;lnads",
        [
            "tables/rivers.csv:1:16  : the table has no column 'lnads'; did you mean 'lands'?",
        ],
        id="a column that is not there, said once",
    ),
    pytest.param(
        "red;Red River;800;one land;;;;",
        "red;Red River;800;one land",
        ["tables/rivers.csv:4:1  : this row has 4 values, and the first line names 8 columns"],
        id="a row that is too short",
    ),
    pytest.param(
        "Red River;800",
        "Red River;much",
        ["tables/rivers.csv:4:15  rows[2] \"red\" length: 'much' is no number"],
        id="a number that is none",
    ),
    pytest.param(
        "atlas 2 | diary 2",
        "atlas 2 | diary 7",
        [
            'tables/rivers.csv:3:38  rows[1] "blue" length from: '
            "'diary' has no paragraph 7; it has 2"
        ],
        id="a paragraph that is not there",
    ),
    pytest.param(
        "length.from;length.why",
        "length.form;length.why",
        [
            'tables/rivers.csv:1:31  rows[1] "blue" length: '
            "unknown key 'form'; did you mean 'from'?"
        ],
        id="more about a column, misspelt",
    ),
    pytest.param(
        CSV,
        "id;name\n",
        ["tables/rivers.csv:1:1  : the table has no rows"],
        id="a line of names alone",
    ),
]


@pytest.mark.parametrize(("old", "new", "expected"), CSV_BREAKS)
def test_what_is_wrong_in_rows_beside_a_table_is_said_there(
    tmp_path: Path, old: str, new: str, expected: list[str]
) -> None:
    folder = make_table(tmp_path, TABLE + "rows: rivers.csv\n", replaced(CSV, old, new))
    assert [line(problem) for problem in problems_of(folder)] == expected


def test_a_language_that_inflects_needs_a_word_for_each_column(tmp_path: Path) -> None:
    folder = make_table(tmp_path)
    manifest = (folder / "pack.yaml").read_text()
    (folder / "pack.yaml").write_text(manifest.replace("language: en", "language: ru"))
    told = [problem.message for problem in problems_of(folder)]
    assert told == 3 * [
        "in 'ru' words change with their place in a sentence, and every row is put into this one"
    ]
    table = WHOLE.replace("    fact:", "    fits: yes\n    fact:")
    (folder / "tables" / "rivers.yaml").write_text(table)
    assert problems_of(folder) == []


def test_a_table_cannot_be_called_anything(tmp_path: Path) -> None:
    folder = make_table(tmp_path)
    (folder / "tables" / "rivers.yaml").rename(folder / "tables" / "My Rivers.yaml")
    assert [line(problem) for problem in problems_of(folder)] == [
        "tables/My Rivers.yaml:1:1  : 'My Rivers' cannot name a table, as its file's name does"
    ]


def test_a_file_that_is_no_table_is_named(tmp_path: Path) -> None:
    folder = make_table(tmp_path)
    (folder / "tables" / "rivers.xlsx").write_bytes(b"")
    assert [line(problem) for problem in problems_of(folder)] == [
        "tables/rivers.xlsx:1:1  : this file is not read; "
        "tables are in files whose names end in .yaml"
    ]
