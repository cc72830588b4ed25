"""The quicker way to show pictures is found out once, and then used."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from game.ui import flips


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(flips.HINT, "0")


@pytest.mark.parametrize(("found", "hint"), [(True, "1"), (False, "0")])
def test_what_was_found_is_used(tmp_path: Path, found: bool, hint: str) -> None:
    (tmp_path / flips.NAME).write_text(json.dumps({"opengl": found}))
    assert flips.use_what_was_found(tmp_path)
    assert os.environ[flips.HINT] == hint


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"opengl": 3}', "\x00"])
def test_a_damaged_or_missing_answer_is_none(tmp_path: Path, text: str) -> None:
    if text:
        (tmp_path / flips.NAME).write_text(text)
    assert not flips.use_what_was_found(tmp_path)
    assert os.environ[flips.HINT] == "0"


def test_where_there_is_no_choice_nothing_is_kept(tmp_path: Path) -> None:
    flips.find_out(tmp_path)
    assert list(tmp_path.iterdir()) == []
