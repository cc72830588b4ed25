"""`bank PACK` for people and for programs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.bank.commands import bank

PACK = """\
format: 1
id: tiny
version: 1.0.0
language: en
title: Tiny
from: From a test
licence: CC0
authors: [A tester]
sources:
  book: {title: A book, publisher: A press, kind: a book, date: undated, paragraphs: 3}
sets:
  plain: {title: Plain, age: 10, chosen: always}
topics: {flights: Flights}
"""
FACTS = """\
- id: first
  set: plain
  topic: flights
  label: A first
  fact: The first satellite was launched in {1957}.
  ask: In which year was the first satellite launched?
  from: book 2
  why: It opened the way.
"""
FIELDS = [
    "id", "rev", "kind", "prompt", "prompts", "options", "answer", "accepted", "unit", "tolerance",
    "hints", "explanation", "why", "feedback", "picture", "facts", "citations", "difficulty",
    "level", "topic", "set", "by", "as_of",
]  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "facts").mkdir()
    (tmp_path / "pack.yaml").write_text(PACK, encoding="utf-8")
    (tmp_path / "facts" / "facts.yaml").write_text(FACTS, encoding="utf-8")
    return tmp_path


def test_json_has_the_fields_that_programs_rely_on(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bank(folder, True, 7, None, None) == 0
    printed = json.loads(capsys.readouterr().out)
    assert [*printed] == ["pack", "language", "seed", "questions"]
    assert (printed["pack"], printed["language"], printed["seed"]) == ("tiny", "en", 7)
    by_kind = {q["kind"]: q for q in printed["questions"]}
    assert all([*q] == FIELDS for q in printed["questions"])
    assert by_kind["number"]["answer"] == 1957
    assert by_kind["number"]["options"] is None
    assert by_kind["choice"]["options"][by_kind["choice"]["answer"]] == "1957"
    assert by_kind["choice"]["citations"] == [{"source": "book", "paragraph": 2}]
    assert by_kind["true-false"]["options"] == ["True", "False"]


def test_people_get_a_list_and_its_length(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert bank(folder, False, 0, None, "number") == 0
    printed = capsys.readouterr().out
    assert "  * 1957\n" in printed
    assert printed.endswith("1 question: 1 number.\n")


def test_a_kind_that_there_is_not_is_wrong_use(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bank(folder, False, 0, None, "riddle") == 2
    assert "no kind 'riddle'" in capsys.readouterr().err


def test_a_pack_that_cannot_be_read_says_why(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bank(tmp_path / "nowhere", True, 0, None, None) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err


def test_a_language_that_the_pack_lacks_falls_back_and_says_so(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bank(folder, True, 0, "kk", None) == 0
    captured = capsys.readouterr()
    assert json.loads(captured.out)["language"] == "en"
    assert "'kk'" in captured.err
