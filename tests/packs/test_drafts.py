"""A draft is read and checked, and nobody plays it until its author accepts it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.bank.bank import build
from game.bank.check import check
from game.packs.cache import open_pack
from game.packs.commands import facts, ids
from game.packs.read import read_pack
from tests.packs.made import FACTS, make, problems_of, replaced

DRAFTED = replaced(FACTS, "  - id: source\n", "  - id: source\n    draft: true\n")


def test_a_draft_stands_apart_from_what_can_be_played(tmp_path: Path) -> None:
    pack, _ = read_pack(make(tmp_path, DRAFTED))
    assert pack is not None
    assert [fact.id for fact in pack.facts] == ["longest", "first-crossing"]
    assert [(fact.id, fact.draft) for fact in pack.drafts] == [("source", True)]
    assert "source" not in {fact.id for fact in build(pack).facts}


def test_programs_that_list_facts_see_no_draft(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert facts(make(tmp_path, DRAFTED), as_json=True) == 0
    listed = json.loads(capsys.readouterr().out)
    assert [one["id"] for one in listed] == ["longest", "first-crossing"]


def test_the_line_draft_false_makes_no_draft(tmp_path: Path) -> None:
    pack, _ = read_pack(make(tmp_path, DRAFTED.replace("draft: true", "draft: false")))
    assert pack is not None
    assert len(pack.facts) == 3 and not pack.drafts


def test_each_draft_is_a_note_at_its_place_and_their_number_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make(tmp_path, DRAFTED)
    notes = [one for one in problems_of(tmp_path) if one.code == "draft"]
    assert [(one.severity, one.place.line) for one in notes] == [("note", 17)]
    assert check(tmp_path, None, {}, coverage=False, as_json=False) == 0
    assert "until they are accepted: 1." in capsys.readouterr().out


def test_a_pack_of_drafts_alone_has_no_error(tmp_path: Path) -> None:
    make(tmp_path, FACTS.replace("    from:", "    draft: true\n    from:"))
    pack, problems = read_pack(tmp_path)
    assert pack is not None and len(pack.drafts) == 3
    assert {one.code for one in problems} == {"draft", "no-facts"}
    empty = next(one for one in problems if one.code == "no-facts")
    assert empty.line_text == "id: small"


def test_of_many_drafts_the_first_is_told_with_the_number_of_the_others(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make(tmp_path, FACTS.replace("    from:", "    draft: true\n    from:"))
    check(tmp_path, None, {}, coverage=False, as_json=False)
    printed = capsys.readouterr().out
    assert printed.count("which nobody can play yet; the pack has 2 more") == 1
    assert printed.count("this is a draft") == 1


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("from: atlas 3", "from: atlas 9", "no-such-paragraph"),
        ("id: source", "id: longest", "duplicate-id"),
        ("draft: true", "draft: perhaps", "unknown-word"),
    ],
)
def test_what_is_wrong_in_a_draft_is_an_error(
    tmp_path: Path, old: str, new: str, code: str
) -> None:
    make(tmp_path, replaced(DRAFTED, old, new))
    assert code in {one.code for one in problems_of(tmp_path) if one.severity == "error"}


def test_a_draft_without_an_id_gets_one_that_no_fact_has(tmp_path: Path) -> None:
    make(tmp_path, replaced(DRAFTED, "  - id: source\n    draft", "  - draft"))
    assert ids(tmp_path) == 0
    pack, _ = read_pack(tmp_path)
    assert pack is not None
    assert [fact.id for fact in pack.drafts] == ["springs"]


def test_drafts_are_kept_with_the_pack_that_is_read_anew(tmp_path: Path) -> None:
    folder = make(tmp_path / "pack", DRAFTED)
    first, _ = open_pack(folder, tmp_path / "cache")
    again, _ = open_pack(folder, tmp_path / "cache")
    assert first == again and again is not None and len(again.drafts) == 1
