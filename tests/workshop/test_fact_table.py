"""A spreadsheet of facts becomes a table of a pack."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game import cli
from game.bank.bank import build
from game.packs.read import read_pack

CSV = """Country,Capital,Area (sq km),Founded
Kazakhstan,Astana,"2,724,900",1991
Norway,Oslo,"385,207",1905
Peru,Lima,"1,285,216",1821
Norway,Bergen,1,1
,Nowhere,1,1
Chile,Santiago,"756,102",1818
Cuba,=cmd(),1,1
"""


@pytest.fixture
def made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> tuple[Path, dict[str, object]]:
    file = tmp_path / "countries.csv"
    file.write_text(CSV, encoding="utf-8")
    out = tmp_path / "made"
    assert cli.main(["import", str(file), "-o", str(out), "--json"]) == 0
    return out, json.loads(capsys.readouterr().out)


def test_each_row_is_a_fact_with_an_answer_a_column(made: tuple[Path, dict[str, object]]) -> None:
    pack, problems = read_pack(made[0])
    assert pack is not None, problems
    assert [fact.id for fact in pack.facts] == [
        "table/kazakhstan",
        "table/norway",
        "table/peru",
        "table/chile",
    ]
    area = pack.facts[0].answers[1]
    assert (area.value, area.unit) == (2724900.0, "sq km")


def test_rows_that_a_pack_cannot_hold_are_named(made: tuple[Path, dict[str, object]]) -> None:
    assert made[1]["read"] == 7
    assert made[1]["skipped"] == [
        {"place": "countries.csv:5", "reason": "a row above tells of 'Norway' already"},
        {
            "place": "countries.csv:6",
            "reason": "it has nothing in its first column, which names what it tells of",
        },
        {"place": "countries.csv:8", "reason": "one of its cells begins as a formula does"},
    ]


def test_a_robot_plays_it(
    made: tuple[Path, dict[str, object]], capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["play", str(made[0]), "--robot", "--questions", "4"]) == 0
    assert "launch" in capsys.readouterr().out


RUSSIAN = """Страна,Столица:,Площадь (км²)
Исландия,Рейкьявик,103000
Норвегия,Осло,385207
Финляндия,Хельсинки,338455
Швеция,Стокгольм,450295
Дания,Копенгаген,43094
"""


def test_in_russian_headings_stand_by_themselves_and_no_flaw_is_found_in_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, out = tmp_path / "q.csv", tmp_path / "made"
    file.write_text(RUSSIAN, encoding="utf-8")
    assert cli.main(["import", str(file), "-o", str(out)]) == 0
    pack, problems = read_pack(out)
    assert pack is not None, problems
    prompts = {one.prompt for one in build(pack, 0).questions("choice")}
    assert "Страна: Исландия. Столица?" in prompts
    capsys.readouterr()
    assert cli.main(["check", str(out)]) == 0
    assert "flaw" not in capsys.readouterr().out


def test_its_files_name_the_schemas_that_lie_there(
    made: tuple[Path, dict[str, object]],
) -> None:
    table = (made[0] / "tables" / "table.yaml").read_text(encoding="utf-8")
    first = table.splitlines()[0]
    assert (made[0] / "tables" / first.partition("=")[2]).is_file()
