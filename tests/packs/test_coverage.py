"""What check lists of paragraphs, systems and countries, and what it finds left over."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from game.packs.commands import check
from tests.packs.made import FACTS, MANIFEST, make, problems_of, replaced

Printed = pytest.CaptureFixture[str]

ATLAS = (
    "In 1957 Ada Byrd came with Cy Stone to the Long River, 6,650 km from Oslo.\n"
    "Ada Byrd swam across it in 1957, at the age of 31.\n"
    "It springs from the Blue Lake.\n"
)


def listed(folder: Path, capsys: Printed) -> list[dict[str, Any]]:
    """What `check --coverage --json` lists, with a document beside the pack."""
    (folder / "atlas.txt").write_text(ATLAS, encoding="utf-8")
    check(folder, folder, {}, True, True, None, lambda _: {"longest": frozenset("ab")})
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return found


def left(found: list[dict[str, Any]]) -> list[list[str]]:
    return [one["left"] for one in found if one["code"] == "paragraph"]


def test_names_numbers_and_dates_that_no_fact_takes_up_are_listed(
    tmp_path: Path, capsys: Printed
) -> None:
    found = left(listed(make(tmp_path), capsys))
    assert found[:3] == [["1957", "Cy Stone", "Oslo"], ["31"], []]


def test_what_is_left_out_with_a_reason_is_not_left(tmp_path: Path, capsys: Printed) -> None:
    make(tmp_path)
    (tmp_path / "left-out.yaml").write_text(
        '- {at: atlas 1, what: Who came., reason: Not Ada., words: [Cy Stone, Oslo, "1957"]}\n'
        "- {at: atlas 2, what: An age of 31., reason: Nobody asks a lady.}\n",
        encoding="utf-8",
    )
    assert left(listed(tmp_path, capsys))[:3] == [[], [], []]


def test_a_paragraph_without_a_fact_and_a_reason_is_named(tmp_path: Path, capsys: Printed) -> None:
    make(tmp_path, replaced(FACTS, "from: atlas 3", "from: atlas 2"))
    assert check(tmp_path, None, {}, coverage=True, as_json=False) == 0
    printed = capsys.readouterr().out
    assert printed.endswith("Not all is taken up, or left out with a reason: atlas 3.\n")


def test_systems_are_listed_with_their_facts_and_questions(tmp_path: Path, capsys: Printed) -> None:
    make(tmp_path)
    (tmp_path / "systems.yaml").write_text(
        "- {name: The Long River, kind: a river, facts: [longest, source]}\n", encoding="utf-8"
    )
    system = next(one for one in listed(tmp_path, capsys) if one["code"] == "system")
    assert (system["questions"], system["facts"]) == (2, ["longest", "source"])


def test_a_system_of_a_fact_that_there_is_not_is_an_error(tmp_path: Path) -> None:
    make(tmp_path)
    (tmp_path / "systems.yaml").write_text(
        "- {name: The Long River, kind: a river, facts: [longst]}\n", encoding="utf-8"
    )
    (problem,) = problems_of(tmp_path)
    assert problem.message == "the pack has no fact 'longst'; did you mean 'longest'?"


def test_keys_are_counted_by_country(tmp_path: Path, capsys: Printed) -> None:
    make(tmp_path, manifest=f"{MANIFEST}countries:\n  Norway: [Ada Byrd]\n  Peru: []\n")
    check(tmp_path, None, {}, coverage=False, as_json=False)
    assert "Answers by country: Norway (1), Peru (0), of none (1).\n" in capsys.readouterr().out


def test_a_reason_is_compared_unless_it_says_that_it_is_from_elsewhere(
    tmp_path: Path, capsys: Printed
) -> None:
    reason = "from: atlas 3\n    why: In Paris nobody knows it."
    make(tmp_path, replaced(FACTS, "from: atlas 3", reason))
    found = [one for one in listed(tmp_path, capsys) if one["code"] == "not-grounded"]
    assert "'Paris' does not stand in what the why cites (atlas 3)" in [f["message"] for f in found]
    make(tmp_path, replaced(FACTS, "from: atlas 3", f"{reason}\n    why_from: elsewhere"))
    found = [one for one in listed(tmp_path, capsys) if one["code"] == "not-grounded"]
    assert "Paris" not in " ".join(one["message"] for one in found)
