"""What `check` told of a pack is told again, until anything in it changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from game import cli
from tests.packs.made import FACTS, make


@pytest.fixture
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("T_MINUS_DATA", str(tmp_path / "data"))
    return make(tmp_path / "pack")


def told(pack: Path, capsys: pytest.CaptureFixture[str], *more: str) -> tuple[int, str, str]:
    status = cli.main(["check", str(pack), *more])
    out, err = capsys.readouterr()
    return status, out, err


@pytest.mark.parametrize("more", [(), ("--json",)])
def test_the_same_is_told_again(
    pack: Path, capsys: pytest.CaptureFixture[str], more: tuple[str, ...]
) -> None:
    assert told(pack, capsys, *more) == told(pack, capsys, *more)


def test_the_questions_are_not_looked_at_again(
    pack: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = told(pack, capsys)
    monkeypatch.setattr("game.bank.check.check", lambda *_: pytest.fail("looked again"))
    assert told(pack, capsys) == first


def test_a_change_is_seen(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told(pack, capsys)
    make(pack, FACTS.replace("from: atlas 3", "from: atlas 9"))
    status, out, _ = told(pack, capsys)
    assert status == 1
    assert "has no paragraph 9" in out
