"""How the game is called where it is, and how a path is typed there."""

from __future__ import annotations

import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from game import paths

PYTHON = "py" if sys.platform == "win32" else "python3"


@pytest.mark.parametrize(
    ("called", "program"),
    [
        ("t-minus", "t-minus"),
        ("/usr/bin/t-minus", "t-minus"),
        ("main.py", f"{PYTHON} main.py"),
        ("HERE/main.py", f"{PYTHON} main.py"),
        ("HERE/below/main.py", f"{PYTHON} {Path('below/main.py')}"),
    ],
)
def test_a_program_is_named_as_it_was_called_from_the_folder_one_is_in(
    called: str, program: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", [called.replace("HERE", str(Path.cwd()))])
    assert paths.program() == program


def test_a_program_elsewhere_is_named_with_its_path_but_not_in_a_file_that_goes_anywhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "in here").mkdir()
    monkeypatch.chdir(tmp_path / "in here")
    monkeypatch.setattr(sys, "argv", [str(tmp_path / "my game" / "main.py")])
    assert paths.program() == f"{PYTHON} {paths.typed(tmp_path / 'my game' / 'main.py')}"
    assert paths.program(anywhere=True) == f"{PYTHON} main.py"


def test_a_path_is_typed_as_the_system_takes_it(monkeypatch: pytest.MonkeyPatch) -> None:
    path = Path("my packs") / "rivers"
    monkeypatch.setattr(sys, "platform", "win32")
    assert paths.typed(path) == subprocess.list2cmdline([str(path)])
    assert paths.typed(path).startswith('"')
    monkeypatch.setattr(sys, "platform", "linux")
    assert shlex.split(paths.typed(path)) == [str(path)]
