"""A pack to begin with plays at once, and nothing is wrong with it."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from game import cli, paths
from game.bank.bank import build
from game.bank.check import check
from game.bank.draw import draw_round
from game.packs.read import read_pack
from game.workshop.new import new
from tests.examples import sweep

STARTERS = sorted(path.name for path in (paths.assets() / "starter").iterdir())


@pytest.mark.parametrize("language", sweep(STARTERS, "kk"))
def test_it_has_no_error_no_flaw_and_a_round_of_ten(
    tmp_path: Path, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new(tmp_path / "mine", "", language) == 0
    assert check(tmp_path / "mine", None, {}, coverage=False, as_json=False) == 0
    assert "Nothing wrong found." in capsys.readouterr().out
    pack, problems = read_pack(tmp_path / "mine")
    assert pack is not None and problems == [] and pack.language == language
    for seed in range(3):
        rng = random.Random(str(seed))
        assert len(draw_round(build(pack, seed), 10, rng, sets=None, today="2026-01-01")) == 10


def test_it_has_the_title_that_was_given(tmp_path: Path) -> None:
    assert new(tmp_path / "mine", "Rivers: a 'first' pack", "en") == 0
    pack, _ = read_pack(tmp_path / "mine")
    assert pack is not None
    assert (pack.title, pack.id) == ("Rivers: a 'first' pack", "rivers-a-first-pack")


def test_each_file_names_its_schema_by_a_path_that_leads_there(tmp_path: Path) -> None:
    assert new(tmp_path / "mine", "", "en") == 0
    files = sorted((tmp_path / "mine").rglob("*.yaml"))
    assert len(files) >= 3
    for path in files:
        first = path.read_text("utf-8").splitlines()[0]
        assert first.startswith("# yaml-language-server: $schema=")
        assert (path.parent / first.partition("=")[2]).is_file()


def test_a_folder_that_holds_anything_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "note.txt").write_text("mine", encoding="utf-8")
    assert new(tmp_path, "", "en") == 1
    assert "holds something already" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["note.txt"]
    assert new(tmp_path / "note.txt", "", "en") == 1
    assert "is no folder" in capsys.readouterr().err


def test_a_language_without_a_pack_to_begin_with_is_said_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new(tmp_path / "mine", "", "tlh") == 2
    assert "'tlh'; there are en" in capsys.readouterr().err


def test_the_folder_that_one_is_in_stays_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert new(Path(), "", "en") == 1
    assert "name a new one inside it" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_a_path_keeps_its_letters_and_is_quoted_where_it_is_to_be_copied(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert new(Path("my pack"), "", "en") == 0
    assert "t-minus play 'my pack'\n" in capsys.readouterr().err
    assert new(Path("my pack"), "", "en") == 1
    assert capsys.readouterr().err.startswith("my pack holds something already")


@pytest.mark.parametrize(("computer", "taken"), [("ru", "ru"), ("kk", "kk"), ("de", "en")])
def test_without_a_language_it_takes_that_of_the_computer_and_says_so(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    computer: str,
    taken: str,
) -> None:
    monkeypatch.setattr("game.workshop.new.system_language", lambda: computer)
    assert cli.main(["new", str(tmp_path / "mine"), "--title", "Реки"]) == 0
    assert f"--lang {'kk' if taken == 'ru' else 'ru'}" in capsys.readouterr().err
    pack, _ = read_pack(tmp_path / "mine")
    assert pack is not None and pack.language == taken


def test_a_language_that_was_named_needs_no_word(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["new", str(tmp_path / "mine"), "--lang", "kk"]) == 0
    assert "--lang" not in capsys.readouterr().err
