"""What check, facts and ids print, and with which status they end."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from game.languages import catalogue
from game.packs import folder, read
from game.packs.commands import check, facts, ids, translate
from game.packs.model import Place
from game.packs.problem import Problem
from game.packs.report import lines_of
from tests.packs.made import FACTS, MANIFEST, make, problems_of, replaced
from tests.packs.made_pictures import png

Printed = pytest.CaptureFixture[str]
ENGLISH = catalogue("en")


def run_check(pack: Path, as_json: bool = False, coverage: bool = False) -> int:
    return check(pack, None, {}, coverage=coverage, as_json=as_json)


def test_a_good_pack_is_done_and_counted(tmp_path: Path, capsys: Printed) -> None:
    assert run_check(make(tmp_path)) == 0
    assert capsys.readouterr().out == (
        "Nothing wrong found.\n3 facts with 4 answers.\nAnswers by source: atlas (4), diary (2).\n"
    )


def test_people_see_the_line_and_a_caret(tmp_path: Path, capsys: Printed) -> None:
    assert run_check(make(tmp_path, replaced(FACTS, "topic: rivers", "topc: rivers"))) == 1
    assert capsys.readouterr().out.startswith(
        "facts/rivers.yaml:1:1: error: unknown key 'topc'; did you mean 'topic'?\n"
        "     1 | topc: rivers\n"
        "         ^\n"
    )


def test_people_count_facts_from_one(tmp_path: Path, capsys: Printed) -> None:
    assert run_check(make(tmp_path, replaced(FACTS, "from: atlas 3", "from: atlas 30"))) == 1
    printed = capsys.readouterr().out
    assert "fact 3 \"It springs from the ...\" from: error: 'atlas' has no paragraph 30" in printed


def test_programs_get_json_alone(tmp_path: Path, capsys: Printed) -> None:
    assert run_check(make(tmp_path, replaced(FACTS, "topic: rivers", "topc: rivers")), True) == 1
    assert json.loads(capsys.readouterr().out) == [
        {
            "file": "facts/rivers.yaml",
            "line": 1,
            "column": 1,
            "path": "",
            "code": "unknown-key",
            "severity": "error",
            "message": "unknown key 'topc'; did you mean 'topic'?",
            "hint": "",
        }
    ]


def test_a_note_alone_is_no_failure(tmp_path: Path, capsys: Printed) -> None:
    assert run_check(make(tmp_path, replaced(FACTS, "  - id: source\n    fact", "  - fact"))) == 0
    assert "1 note." in capsys.readouterr().out


def test_a_flaw_is_a_failure(tmp_path: Path) -> None:
    long = "ask: From " + "up " * 18 + "it?"
    old = "ask: From which lake does it spring?"
    assert run_check(make(tmp_path, replaced(FACTS, old, long))) == 1


def test_every_fact_is_printed_for_programs(tmp_path: Path, capsys: Printed) -> None:
    assert facts(make(tmp_path), as_json=True) == 0
    assert json.loads(capsys.readouterr().out)[1] == {
        "id": "first-crossing",
        "text": "Ada Byrd first swam across it in 1957.",
        "answers": [
            {
                "name": "who",
                "text": "Ada Byrd",
                "type": "person",
                "unit": None,
                "accepted": ["A. Byrd"],
            },
            {"name": "when", "text": "1957", "type": "year", "unit": None, "accepted": []},
        ],
        "status": "fact",
        "set": "first",
        "level": 1,
        "topic": "rivers",
        "by": None,
        "as_of": None,
        "citations": [
            {"source": "atlas", "paragraph": 2},
            {"source": "diary", "paragraph": 1},
            {"source": "diary", "paragraph": 2},
        ],
    }


def test_facts_of_a_broken_pack_are_not_printed(tmp_path: Path, capsys: Printed) -> None:
    assert facts(make(tmp_path, "facts: none"), as_json=True) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "'facts' must be a list, and is text" in printed.err


def test_coverage_lists_every_paragraph_with_its_facts(tmp_path: Path, capsys: Printed) -> None:
    make(tmp_path, replaced(FACTS, "from: atlas 3", "from: atlas 2"))
    left = "- {at: atlas 3, what: A guess., reason: Nobody knows.}\n"
    (tmp_path / "left-out.yaml").write_text(left, encoding="utf-8")
    assert run_check(tmp_path, coverage=True) == 0
    printed = capsys.readouterr().out
    assert "    1  longest\n    2  first-crossing, source\n" in printed
    assert "    3  left out: A guess. (Nobody knows.)\n" in printed


def test_wrong_arguments_are_wrong_use(tmp_path: Path, capsys: Printed) -> None:
    make(tmp_path)
    assert check(tmp_path, tmp_path / "none", {}, coverage=False, as_json=False) == 2
    assert check(tmp_path, None, {"atlas": "*"}, coverage=False, as_json=False) == 2
    assert check(tmp_path, tmp_path, {"map": "*"}, coverage=False, as_json=False) == 2
    assert capsys.readouterr().out == ""


def test_the_caret_stands_under_a_place_far_to_the_right() -> None:
    text = "x" * 300 + "HERE" + "y" * 300
    problem = Problem(Place("a.yaml", 7, 301), "", "code", "error", "bad", "", text)
    _, shown, caret = lines_of(problem, ENGLISH)
    assert shown[caret.index("^") :].startswith("HERE")
    assert len(shown) < 120


def test_people_are_told_in_the_language_of_their_system(
    tmp_path: Path, capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = make(tmp_path, replaced(FACTS, "topic: rivers", "topc: rivers"))
    monkeypatch.setenv("LANGUAGE", "ru")
    assert run_check(pack) == 1
    assert "\n1 ошибка" in capsys.readouterr().out


def test_programs_are_told_in_english_whatever_the_system_speaks(
    tmp_path: Path, capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = make(tmp_path, replaced(FACTS, "topic: rivers", "topc: rivers"))
    monkeypatch.setenv("LANGUAGE", "ru")
    assert run_check(pack, as_json=True) == 1
    assert json.loads(capsys.readouterr().out)[0]["message"].startswith("unknown key 'topc'")


def test_nothing_that_a_terminal_obeys_is_printed() -> None:
    evil = "\x1b[2J\u202e\x07"
    problem = Problem(Place(evil, 1, 1), evil, "code", "error", evil, evil, evil + "text")
    shown = "".join(lines_of(problem, ENGLISH))
    assert not any(sign in shown for sign in evil[:1] + "\u202e\x07")


@pytest.mark.parametrize("run", [facts, check, ids])
def test_a_folder_that_is_no_pack_is_one_clear_sentence(
    tmp_path: Path, run: object, capsys: Printed
) -> None:
    for pack in (tmp_path / "none", tmp_path, Path(__file__), Path("a\0b"), Path("x" * 5000)):
        status = (
            run_check(pack) if run is check else ids(pack) if run is ids else facts(pack, False)
        )
        printed = capsys.readouterr()
        assert status == 1
        assert len((printed.out + printed.err).split("\n")) <= 4


def test_a_link_out_of_the_pack_is_not_followed(tmp_path: Path) -> None:
    pack = make(tmp_path / "pack")
    outside = tmp_path / "outside.yaml"
    outside.write_text(FACTS, encoding="utf-8")
    (pack / "facts" / "linked.yaml").symlink_to(outside)
    (pack / "glossary.yaml").symlink_to(tmp_path / "none.yaml")
    assert [(one.place.file, one.code) for one in problems_of(pack)] == [
        ("facts/linked.yaml", "outside"),
        ("glossary.yaml", "outside"),
    ]


def test_a_folder_of_facts_that_is_a_link_out_of_the_pack_is_named(tmp_path: Path) -> None:
    pack = make(tmp_path / "pack")
    (pack / "facts").rename(tmp_path / "elsewhere")
    (pack / "facts").symlink_to(tmp_path / "elsewhere")
    assert [(one.place.file, one.code) for one in problems_of(pack)] == [("facts", "outside")]


def test_a_link_to_itself_ends(tmp_path: Path) -> None:
    pack = make(tmp_path)
    (pack / "facts" / "loop.yaml").symlink_to(pack / "facts" / "loop.yaml")
    assert [one.place.file for one in problems_of(pack)] == ["facts/loop.yaml"]


def test_a_file_that_looks_like_facts_and_is_not_read_is_named(tmp_path: Path) -> None:
    pack = make(tmp_path)
    (pack / "facts" / "lakes.yml").write_text(FACTS, encoding="utf-8")
    assert [(one.place.file, one.severity) for one in problems_of(pack)] == [
        ("facts/lakes.yml", "flaw")
    ]


def test_a_pack_over_the_limits_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path)
    monkeypatch.setattr(read, "MAX_ANSWERS", 3)
    assert [one.code for one in problems_of(tmp_path)] == ["too-many-questions"]
    monkeypatch.setattr(folder, "MAX_PACK_BYTES", 100)
    assert [one.code for one in problems_of(tmp_path)] == ["pack-too-large"]


def test_a_manifest_under_another_name_is_pointed_at(tmp_path: Path) -> None:
    make(tmp_path)
    (tmp_path / "pack.yaml").rename(tmp_path / "pack.yml")
    assert [one.hint for one in problems_of(tmp_path)] == ["rename pack.yml to pack.yaml"]


@pytest.mark.skipif(getattr(os, "geteuid", int)() == 0, reason="everything can be read by root")
def test_a_file_that_may_not_be_read_is_named(tmp_path: Path) -> None:
    make(tmp_path)
    (tmp_path / "facts" / "rivers.yaml").chmod(0)
    assert [one.code for one in problems_of(tmp_path)] == ["unreadable"]


def test_an_empty_file_is_named(tmp_path: Path) -> None:
    make(tmp_path, "# nothing yet\n")
    assert [one.message for one in problems_of(tmp_path)] == ["there is nothing in this file"]


def test_a_manifest_that_is_a_list_is_named(tmp_path: Path) -> None:
    make(tmp_path, manifest=f"- {MANIFEST.splitlines()[0]}\n")
    assert [one.message for one in problems_of(tmp_path)] == [
        "the file must be a mapping, and is a list"
    ]


def test_a_folder_that_is_not_there_is_named_in_a_plain_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_check(tmp_path / "none") == 1
    told = capsys.readouterr()
    said = f"The folder {tmp_path / 'none'} does not exist; check its name.\n"
    assert said in told.out + told.err
    assert "pack.yaml" not in told.out + told.err


def test_a_name_that_windows_made_longer_is_told_with_the_right_one(tmp_path: Path) -> None:
    make(tmp_path)
    (tmp_path / "facts" / "lakes.yaml.txt").write_text("", encoding="utf-8")
    (problem,) = problems_of(tmp_path)
    assert (problem.code, problem.hint) == ("unread-file", "rename it to lakes.yaml")


def test_where_the_only_facts_are_not_read_their_file_is_named_with_its_right_name(
    tmp_path: Path,
) -> None:
    make(tmp_path)
    facts = tmp_path / "facts"
    (facts / "rivers.yaml").rename(facts / "rivers.yaml.txt")
    error = next(one for one in problems_of(tmp_path) if one.code == "no-facts")
    assert error.message == "the pack has no facts, as facts/rivers.yaml.txt is not read"
    assert error.hint == "rename it to rivers.yaml"


def test_a_picture_whose_name_has_other_capitals_is_named(tmp_path: Path) -> None:
    make(tmp_path, FACTS + "    picture: {file: lake.png, alt: A lake}\n")
    (tmp_path / "Lake.PNG").write_bytes(png())
    hints = [one.hint for one in problems_of(tmp_path) if one.severity == "error"]
    # Where capitals make no difference the file is found.
    assert hints in ([], ["there is 'Lake.PNG': capitals and small letters differ"])


def test_the_code_that_is_meant_is_told_to_who_wants_to_translate(
    tmp_path: Path, capsys: Printed
) -> None:
    for named, code in (("deutsch", "de"), ("kz", "kk")):
        assert translate(make(tmp_path), named) == 2
        assert capsys.readouterr().err.endswith(f"is not the code of a language: write {code}.\n")
    assert not (tmp_path / "languages").exists()


def test_a_new_file_of_a_language_speaks_to_its_translator_in_the_language_of_the_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "kk")
    assert translate(make(tmp_path), "de") == 0
    head, _, rest = (
        (tmp_path / "languages/de/facts/rivers.yaml").read_text("utf-8").partition("reviewed: no\n")
    )
    assert "түпнұсқа" in head and "original" not in head
    assert all(line.startswith("# ") and len(line) <= 98 for line in head.splitlines())
    assert "longest" in rest
