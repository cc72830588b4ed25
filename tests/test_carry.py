"""The copy for machines without a network."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import main
from game import carry, paths
from game.carry import SYSTEMS, System, copy_game, needed, read_lock
from tests.made_wheels import make_wheel, write_lock

pytestmark = pytest.mark.slow
"""Each makes real environments or copies of the game."""

HOME = paths.HERE.parent
WINDOWS, MAC, *_, ARM = SYSTEMS


@pytest.mark.parametrize(
    ("marker", "system", "python", "holds"),
    [
        ("", ARM, "3.11", True),
        ("sys_platform == 'win32'", WINDOWS, "3.11", True),
        ("sys_platform == 'win32'", MAC, "3.11", False),
        ("os_name == 'nt' or sys_platform == 'darwin'", MAC, "3.11", True),
        ("python_full_version < '3.12'", ARM, "3.11", True),
        ("python_version < '3.9' and os_name == 'posix'", ARM, "3.11", False),
        ("python_version >= '3.9'", ARM, "3.11", True),
        ("platform_machine != 'aarch64'", ARM, "3.14", False),
        ("platform_release >= '20'", MAC, "3.14", True),
        ("python_version ~= '3.11'", MAC, "3.14", True),
    ],
)
def test_a_marker_is_judged_for_the_machine_that_will_play(
    marker: str, system: System, python: str, holds: bool
) -> None:
    assert needed(marker, system, python) is holds


def test_every_pin_of_a_lock_is_read_with_its_hashes() -> None:
    lock = HOME / "requirements-test.lock"
    pins = read_lock(lock)
    assert sum(len(pin.hashes) for pin in pins) == lock.read_text().count("--hash=sha256:")
    colorama = next(pin for pin in pins if pin.requirement.startswith("colorama=="))
    assert needed(colorama.marker, WINDOWS, "3.12")
    assert not needed(colorama.marker, MAC, "3.12")


def test_the_copy_has_the_game_and_nothing_that_was_made_in_the_checkout(tmp_path: Path) -> None:
    home = tmp_path / "home"
    made = [".git/HEAD", ".venv/bin/python", ".venv.lock", "wheels/x.whl", "build/x", "uv.lock"]
    made += ["game/__pycache__/cli.pyc", ".mypy_cache/x", "out/a.png", "t_minus.egg-info/x"]
    kept = [
        "main.py",
        "game/cli.py",
        "game/build/wheels/x.py",
        ".ci/run",
        "questions/мой/pack.yaml",
    ]
    for name in made + kept:
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).touch()
    folder = home / "copies" / "school"
    copy_game(home, folder)
    copied = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert copied == set(kept)


def test_a_folder_with_something_else_in_it_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "homework.txt").write_text("mine")
    assert carry.carry(tmp_path) == 1
    assert "name a new or an empty folder" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["homework.txt"]


def test_a_carried_copy_sets_itself_up_without_a_network(tmp_path: Path) -> None:
    source = tmp_path / "source"
    (source / "game").mkdir(parents=True)
    needed_to_carry = ("__init__", "carry", "languages", "paths", "phrase", "system_errors")
    for name in ("main.py", *(f"game/{module}.py" for module in needed_to_carry)):
        (source / name).write_bytes((HOME / name).read_bytes())
    (source / "game" / "cli.py").write_text(
        "from pathlib import Path\n"
        "def main(argv):\n"
        "    from game.carry import carry\n"
        "    return carry(Path(argv[1])) if argv else print('played') or 0\n"
    )
    index = tmp_path / "index"
    wheels = [
        make_wheel(index, name, version, {module: ""})
        for module, distributions in main.CORE[1].items()
        for name, version in list(distributions.items())[:1]
    ]
    write_lock(source / main.CORE[0], wheels)
    write_lock(source / main.TEST[0], wheels)
    reached = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": index.as_uri(), "HOME": str(tmp_path)}
    closed = {"PIP_NO_INDEX": "1", "HOME": str(tmp_path), "PIP_CONFIG_FILE": os.devnull}
    school = tmp_path / "school"
    commands = (
        ([source / "main.py", "carry", school], reached),
        ([school / "main.py"], closed),
    )
    for command, environment in commands:
        done = subprocess.run(
            [main.base_python(), "-S", *command],
            env={"PATH": os.environ["PATH"], **environment},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
    assert done.stdout == "played\n"
    carried = {wheel.name for wheel in (school / "wheels").iterdir()}
    assert {name for name in carried if not name.startswith("pip-")} == {w.name for w in wheels}


@pytest.mark.skipif(sys.platform == "win32", reason="needs a folder that cannot take a file")
def test_a_disk_that_refuses_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    assert carry.carry(tmp_path / "file" / "deeper") == 1
    assert "cannot take the copy" in capsys.readouterr().err
