"""`export` to paper and to a page: what it writes, and what it says of what it cannot do."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from game import paths
from game.cli import main

BAIKONUR = str(paths.default_pack())


@pytest.mark.parametrize(
    ("to", "more", "start"),
    [
        ("pdf", ["--variants", "2", "--questions", "3"], b"%PDF-"),
        pytest.param("flashcards", ["--questions", "3"], b"%PDF-", marks=pytest.mark.slow),
        pytest.param("poster", [], b"%PDF-", marks=pytest.mark.slow),
        ("html", ["--variants", "1", "--questions", "3"], b"<!DOCTYPE html>"),
    ],
)
def test_each_is_written_the_same_for_a_seed(
    to: str, more: list[str], start: bytes, tmp_path: Path
) -> None:
    files = [tmp_path / name for name in ("one", "other")]
    for file in files:
        arguments = ["export", BAIKONUR, "--to", to, "-o", str(file), "--lang", "ru", *more]
        assert main([*arguments, "--seed", "7"]) == 0
    one, other = (file.read_bytes() for file in files)
    assert one.startswith(start) and one == other


@pytest.mark.parametrize(
    ("arguments", "status", "says"),
    [
        (["--to", "gift", "--variants", "2"], 2, "--variants is for html, pdf;"),
        (["--to", "poster", "--questions", "5"], 2, "--questions is for"),
        (["--to", "flashcards", "--variants", "2"], 2, "--variants is for"),
        (["--to", "pdf", "--variants", "27"], 2, "from 1 to 26"),
        (["--to", "pdf", "--questions", "2"], 2, "from 3 to 40"),
        (["--to", "html", "--variants", "x"], 2, "from 1 to 26"),
    ],
)
def test_a_number_that_a_format_has_no_use_for_is_refused(
    arguments: list[str],
    status: int,
    says: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    out = tmp_path / "made"
    assert main(["export", BAIKONUR, "-o", str(out), *arguments]) == status
    told = capsys.readouterr().err
    assert says in told and "Traceback" not in told
    assert not out.exists()


@pytest.mark.parametrize("to", ["pdf", "html"])
def test_a_round_that_is_too_long_for_a_pack_is_told(
    to: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = tmp_path / "small"
    pack.mkdir()
    (pack / "pack.yaml").write_text(
        "format: 1\nid: small\nversion: 1.0.0\nlanguage: en\ntitle: Small\nfrom: From one text\n"
        "licence: CC0\nauthors: [A]\nsources:\n  a: {title: A, publisher: B, kind: a newspaper,"
        " date: undated, paragraphs: 3}\n"
        "sets:\n  all: {title: All, age: 10, chosen: always}\n"
    )
    (pack / "facts").mkdir()
    (pack / "facts" / "facts.yaml").write_text(
        "- id: one\n  set: all\n  fact: The first flight was in {1961}.\n"
        "  ask: In which year was the first flight?\n  from: a 1\n"
    )
    assert main(["export", str(pack), "--to", to, "-o", str(tmp_path / "made")]) == 1
    told = capsys.readouterr().err
    assert "a round of 10 needs" in told and "Traceback" not in told


def test_a_page_needs_nothing_beside_the_game(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "fpdf", None)
    for name in [name for name in sys.modules if name.startswith("game.workshop.printed")]:
        monkeypatch.delitem(sys.modules, name)
    out = tmp_path / "made"
    assert main(["export", BAIKONUR, "--to", "html", "-o", str(out)]) == 0
    assert main(["export", BAIKONUR, "--to", "pdf", "-o", str(out)]) == 1
    assert "t-minus[author]" in capsys.readouterr().err
