"""The command that writes a picture of every screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.screens import shots as module
from game.screens.shots import SHOTS, shots

SMALL = (480, 270)


def test_every_state_gets_a_picture_of_the_size_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    few = {name: SHOTS[name] for name in ("title", "choice", "wrong", "results")}
    monkeypatch.setattr(module, "SHOTS", few)
    assert shots(tmp_path, size=SMALL) == 0
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == ["01-title.png", "02-choice.png", "03-wrong.png", "04-results.png"]
    header = (tmp_path / names[0]).read_bytes()[16:24]
    assert (int.from_bytes(header[:4]), int.from_bytes(header[4:])) == SMALL
    told = capsys.readouterr()
    assert (told.out, "4 pictures" in told.err) == ("", True)


@pytest.mark.slow
def test_the_same_pictures_come_out_each_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = {name: SHOTS[name] for name in ("title", "call-1", "launch-climb", "results")}
    monkeypatch.setattr(module, "SHOTS", few)
    for turn in ("one", "two"):
        shots(tmp_path / turn, size=SMALL)
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()


def test_a_theme_that_there_is_not_is_refused_by_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert shots(tmp_path, theme="neon") == 2
    assert "neon" in capsys.readouterr().err
