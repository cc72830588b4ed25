"""`cues PACK` for people and for programs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game import paths
from game.bank.cues.commands import cues
from tests.packs.made import make


def test_it_prints_each_guesser_beside_chance(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cues(make(tmp_path), as_json=False) == 0
    printed = capsys.readouterr().out
    assert "longest option" in printed
    assert "logistic model" in printed
    assert "No guesser is above chance" in printed


def test_json_has_accuracy_interval_and_corrected_p(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cues(make(tmp_path), as_json=True) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["clean"] is True
    assert {"name", "accuracy", "low", "high", "chance", "p", "p_holm", "above"} <= set(
        found["guessers"][0]
    )
    assert {"true_share", "positions", "names", "seeds", "questions", "facts"} <= set(found)


def test_a_broken_pack_says_why(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cues(tmp_path / "nothing", as_json=True) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert "nothing" in said.err


@pytest.mark.slow
@pytest.mark.parametrize("folder", sorted(paths.packs().iterdir()), ids=lambda path: path.name)
def test_nobody_who_knows_nothing_beats_a_shipped_pack(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cues(folder, as_json=False) == 0, capsys.readouterr().out
