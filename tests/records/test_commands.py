"""report, backup and restore, from the command line."""

from __future__ import annotations

import csv
import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from game import cli
from game.records.store import Store
from tests.records.made import record


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Twenty answers of Ada, ten of Bek, one of a robot."""
    folder = tmp_path / "kept"
    store = Store.open(folder).store
    ada, bek = store.add_profile("Ada", "fox").id, store.add_profile("Bek", "owl").id
    for at in range(30):
        store.add(record(at - 100, profile=bek if at % 3 == 2 else ada))
    store.add(record(-50, mode="robot", rating=None, right=True))
    store.close()
    return folder


def run(*arguments: object) -> int:
    return cli.main([str(argument) for argument in arguments])


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_the_figures_of_a_learner_stand_in_one_column_in_every_language(
    data: Path,
    language: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LANGUAGE", language)
    assert run("report", "--data", data, "--profile", "Ada") == 0
    rows = [line for line in capsys.readouterr().out.splitlines() if line.startswith("  ")]
    columns = [found.end() for found in (re.match("  .*?  +", row) for row in rows) if found]
    assert len(columns) == len(rows) >= 5
    assert len(set(columns)) == 1


def test_report_says_the_totals_and_how_each_learner_stands(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("report", "--json", "--data", data) == 0
    text = capsys.readouterr().out
    found = json.loads(text)
    assert next(iter(found)) == "answers"
    assert list(found["answers"]) == ["total", "right"]
    assert found["answers"] == {"total": 31, "right": 21}
    assert [one["nickname"] for one in found["learners"]] == ["Ada", "Bek"]
    assert [one["answers"]["total"] for one in found["learners"]] == [20, 10]
    assert len(found["learners"][0]["due"]) == 30
    assert run("report", "--data", data) == 0
    assert "Answers kept: 31, right: 21 (68%)" in capsys.readouterr().out


def test_report_of_one_learner(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("report", "--json", "--profile", "Bek", "--data", data) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["answers"]["total"] == 10
    assert len(found["learners"]) == 1
    assert run("report", "--profile", "Zoe", "--data", data) == 1
    assert "no learner called 'Zoe'" in capsys.readouterr().err


def test_where_nothing_is_kept_that_is_said_and_nothing_is_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    nowhere = tmp_path / "nowhere"
    assert run("report", "--json", "--data", nowhere) == 0
    said = capsys.readouterr()
    assert json.loads(said.out)["answers"] == {"total": 0, "right": 0}
    assert "Nothing is kept" in said.err
    assert run("backup", "--data", nowhere) == 1
    assert run("restore", "--data", nowhere) == 1
    assert not nowhere.exists()


def test_rebuilding_tells_whether_anything_was_otherwise(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("report", "--rebuild", "--data", data) == 0
    assert "all as it was" in capsys.readouterr().err


def test_a_spreadsheet_gets_every_answer_and_no_formula(data: Path, tmp_path: Path) -> None:
    store = Store.open(data).store
    ada = store.profiles()[0].id
    for chosen in ("=1+1", "-3", "@x", "\t=2", "+7"):
        store.add(record(profile=ada, chosen=chosen, card="=cmd()"))
    store.close()
    out = tmp_path / "out.csv"
    assert run("report", "--to", "csv", "-o", out, "--data", data) == 0
    with out.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 36
    assert {row["learner"] for row in rows} == {"0", "1", "2"}
    assert [row["chosen"] for row in rows[-5:]] == ["'=1+1", "'-3", "'@x", "'\t=2", "'+7"]
    assert not [cell for row in rows for cell in row.values() if cell[:1] in tuple("=+-@\t\r")]


def test_json_has_every_answer_as_it_is(data: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    assert run("report", "--to", "json", "-o", out, "--data", data) == 0
    found = json.loads(out.read_text("utf-8"))
    assert found["format"] == 1
    assert len(found["answers"]) == 31
    assert found["answers"][0]["shown"] == ["1955", "1957", "1961", "Байқоңыр"]
    assert found["answers"][-1]["learner"] == 0


def test_anki_gets_the_rows_of_its_own_table_of_reviews(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.csv"
    assert run("report", "--to", "anki", "-o", out, "--data", data) == 1
    assert "--profile" in capsys.readouterr().err
    assert run("report", "--to", "anki", "-o", out, "--profile", "Ada", "--data", data) == 0
    with out.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0])[:9] == [
        *("id", "cid", "usn", "ease", "ivl", "lastIvl", "factor", "time", "type")
    ]
    ids = [int(row["id"]) for row in rows]
    assert ids == sorted(set(ids))
    assert all(10**12 < number < 10**13 for number in ids)
    seen: dict[str, str] = {}
    for row in rows:
        assert row["ease"] in "1234"
        assert 100 <= int(row["factor"]) <= 1100
        assert int(row["ivl"]) >= 1
        assert row["type"] == ("1" if row["cid"] in seen else "0")
        assert row["lastIvl"] == seen.get(row["cid"], "0")
        seen[row["cid"]] = row["ivl"]
    with closing(sqlite3.connect(":memory:")) as file:
        # Anki's own table, as its schema 11 has it.
        file.execute(
            "CREATE TABLE revlog (id integer PRIMARY KEY, cid integer NOT NULL, usn integer NOT "
            "NULL, ease integer NOT NULL, ivl integer NOT NULL, lastIvl integer NOT NULL, factor "
            "integer NOT NULL, time integer NOT NULL, type integer NOT NULL)"
        )
        file.executemany(
            "INSERT INTO revlog VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [[int(value) for value in list(row.values())[:9]] for row in rows],
        )


def test_a_file_that_cannot_be_written_is_one_sentence(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("report", "--to", "csv", "-o", tmp_path / "no" / "out", "--data", data) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert run("report", "--to", "csv", "--data", data) == 2
    assert run("report", "-o", tmp_path / "out", "--data", data) == 2


def test_a_backup_is_made_listed_and_restored(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("backup", "--json", "--data", data) == 0
    made = Path(json.loads(capsys.readouterr().out)["backup"])
    assert made.exists()
    assert run("restore", "--list", "--data", data) == 0
    assert made.name in capsys.readouterr().out
    assert run("restore", made.name, "--json", "--data", data) == 0
    assert json.loads(capsys.readouterr().out)["answers"] == 31
    assert run("restore", "nonsense", "--data", data) == 1
    assert "no backup nonsense" in capsys.readouterr().err
    (data / "records.db").write_bytes(b"damaged")
    assert run("backup", "--data", data) == 1
    assert "Traceback" not in capsys.readouterr().err


def test_a_damaged_file_is_mended_on_the_way_and_said_so(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (data / "records.db").write_bytes(b"damaged")
    assert run("report", "--json", "--data", data) == 0
    said = capsys.readouterr()
    assert json.loads(said.out)["answers"]["total"] == 31
    assert "was damaged" in said.err
