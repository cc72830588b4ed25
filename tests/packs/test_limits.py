"""A folder from elsewhere: whatever lies in it, reading it comes to an end soon."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from game.packs import folder as folders
from game.packs.findings import MAX_ERRORS
from game.packs.read import read_folder, read_pack
from game.reading import csv_table, yaml_events
from tests.packs.made import FACTS, MANIFEST, make, problems_of, replaced
from tests.packs.made_pictures import moving_png, png, svg

WITH_PICTURE = replaced(
    FACTS, "    from: atlas 3\n", "    from: atlas 3\n    picture: {file: a.png, alt: A lake}\n"
)


def codes(folder: Path) -> list[str]:
    return [one.code for one in problems_of(folder) if one.severity == "error"]


def test_a_good_picture_is_read_and_known_as_a_file_of_the_pack(tmp_path: Path) -> None:
    make(tmp_path, WITH_PICTURE)
    (tmp_path / "a.png").write_bytes(png())
    reading = read_folder(tmp_path)
    assert codes(tmp_path) == []
    assert reading.findings.files == {"pack.yaml", "facts/rivers.yaml", "a.png"}


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (png(20_000, 20_000, data=b""), "picture-size"),
        (moving_png(), "picture-moves"),
        (b"GIF89a", "picture-kind"),
        (png()[:30], "picture-broken"),
        (bytes(10_000_001), "picture-bytes"),
    ],
)
def test_a_picture_that_could_do_harm_is_an_error_at_its_line(
    tmp_path: Path, data: bytes, code: str
) -> None:
    make(tmp_path, WITH_PICTURE)
    (tmp_path / "a.png").write_bytes(data)
    (error,) = [one for one in problems_of(tmp_path) if one.severity == "error"]
    assert (error.code, error.place.file, error.place.line) == (code, "facts/rivers.yaml", 21)
    assert error.hint


def test_a_drawing_that_runs_something_is_an_error(tmp_path: Path) -> None:
    make(tmp_path, WITH_PICTURE.replace("a.png", "a.svg"))
    (tmp_path / "a.svg").write_bytes(svg("<script>a()</script>"))
    assert codes(tmp_path) == ["svg-content"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes in folders")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    make(tmp_path)
    os.mkfifo(tmp_path / "facts" / "more.yaml")
    assert codes(tmp_path) == ["unreadable"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows refuses such names itself")
def test_a_name_with_a_hidden_character_is_an_error(tmp_path: Path) -> None:
    make(tmp_path)
    (tmp_path / "facts" / "mo\u202ere.yaml").write_text("facts: []\n", "utf-8")
    assert codes(tmp_path) == ["hidden-character"]


def test_a_folder_with_very_many_files_is_no_pack(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(tmp_path)
    monkeypatch.setattr(folders, "MAX_FILES", 1)
    assert codes(tmp_path) == ["too-many-files"]


def test_after_a_thousand_errors_nothing_more_is_read(tmp_path: Path) -> None:
    one = FACTS[FACTS.index("  - id: source") :].replace("  - id: source\n", "  - ")
    make(
        tmp_path, "facts:\n" + one.replace("    fact", "fact").replace("atlas 3", "globe 3") * 1_500
    )
    pack, problems = read_pack(tmp_path)
    errors = [problem.code for problem in problems if problem.severity == "error"]
    assert pack is None
    assert len(errors) == MAX_ERRORS + 1
    assert errors.count("too-many") == 1 and errors.count("unknown-source") == MAX_ERRORS


def test_whoever_needs_one_error_gets_one(tmp_path: Path) -> None:
    make(tmp_path, FACTS.replace("atlas", "globe"))
    found = read_folder(tmp_path, most_errors=1).findings.in_order()
    assert [one.code for one in found] == ["too-many", "unknown-source"]


def test_a_list_of_the_wrong_sort_is_not_judged_to_its_end(tmp_path: Path) -> None:
    make(tmp_path, "facts:\n" + "- a\n" * 30_000)
    assert len(codes(tmp_path)) == MAX_ERRORS + 1


def test_entries_far_down_a_list_are_named_by_their_place(tmp_path: Path) -> None:
    many = "".join(
        f"  - {{id: f{n}, fact: 'It is {{{n + 3} km}}.', ask: 'How long is {n}?', from: atlas 1}}\n"
        for n in range(2_500)
    )
    make(tmp_path, f"facts:\n{many}  - {{id: last, fact: 'The {{end}}.', from: atlas 1, bad: 1}}\n")
    (error,) = [one for one in problems_of(tmp_path) if one.code == "unknown-key"]
    assert error.place.line == 2_502
    assert error.path.startswith("facts[2500]")


def test_a_yaml_file_of_mistakes_is_read_up_to_the_two_hundredth() -> None:
    document = yaml_events.read_yaml(b"- yes\n" * 10_000)
    assert len(document.mistakes) == yaml_events.MAX_MISTAKES + 1
    assert document.mistakes[-1].code == "too-many" and not document.whole


def test_a_csv_file_of_mistakes_is_read_up_to_the_two_hundredth() -> None:
    document = csv_table.read_csv(b"a,b\n" + b"x\n" * 10_000)
    assert len(document.mistakes) <= csv_table.MAX_MISTAKES + 2
    assert document.mistakes[-1].code == "too-many" and not document.whole


def test_a_language_that_is_none_is_not_looked_for_on_the_disk(tmp_path: Path) -> None:
    (tmp_path / "notation.toml").write_text("= broken", "utf-8")
    away = "../" * 20 + tmp_path.as_posix().lstrip("/")
    make(tmp_path / "pack", manifest=replaced(MANIFEST, "language: en", f"language: {away}"))
    assert codes(tmp_path / "pack") == ["bad-language"]
