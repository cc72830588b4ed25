"""What a robot keeps, and what it prints of it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from game import cli
from game.records.store import Store


def answers(data: Path) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(data / "records.db")) as file:
        query = 'SELECT mode, profile, seed, card, "right" FROM answer ORDER BY id'
        return file.execute(query).fetchall()


def test_with_a_folder_each_answer_is_stored_and_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["play", "--robot", "--seed", "1", "--data", str(tmp_path)]
    assert cli.main(arguments) == 0
    lines = capsys.readouterr().out.splitlines()
    stored = [line for line in lines if line.startswith("stored ")]
    kept = answers(tmp_path)
    assert stored == [f"stored {n}" for n in range(1, len(kept) + 1)]
    assert len(kept) >= 10
    assert {row[:3] for row in kept} == {("robot", None, "1/1")}
    assert cli.main(arguments) == 0
    assert f"stored {2 * len(kept)}" in capsys.readouterr().out
    assert answers(tmp_path) == 2 * kept


def test_without_a_folder_it_keeps_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("T_MINUS_DATA", str(tmp_path))
    assert cli.main(["play", "--robot", "--seed", "1"]) == 0
    assert "stored" not in capsys.readouterr().out
    assert not (tmp_path / "records.db").exists()


def test_what_cannot_be_kept_is_said_once_and_the_rounds_go_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("no folder")
    arguments = ["play", "--robot", "--seed", "1", "--data", str(in_the_way)]
    assert cli.main(arguments) == 1
    said = capsys.readouterr()
    assert "launch: fuel" in said.out
    assert "stored" not in said.out
    assert len(said.err.splitlines()) == 1


def test_its_answers_can_be_read_back_as_records(tmp_path: Path) -> None:
    assert cli.main(["play", "--robot", "--seed", "1", "--data", str(tmp_path)]) == 0
    store = Store.open(tmp_path).store
    assert store.count >= 10
    assert store.profiles() == ()
    store.close()
