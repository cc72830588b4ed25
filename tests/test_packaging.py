"""The game as other people's tools install it: a wheel, and an sdist, into empty environments."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

import main
from game import paths
from game.carry import copy_game, read_lock

HOME = paths.HERE.parent


def run(*command: str | Path, where: Path) -> subprocess.CompletedProcess[str]:
    """Run a command as someone would who has none of the checkout in their settings."""
    kept = ("PATH", "HOME", "SYSTEMROOT", "SSL_CERT_FILE", "PIP_CERT")
    environment = {name: os.environ[name] for name in kept if name in os.environ}
    return subprocess.run(
        command, cwd=where, env=environment, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist, and the wheel that was built from the sdist."""
    folder = tmp_path_factory.mktemp("built")
    copy_game(HOME, folder / "checkout")
    done = run(
        *(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder / "dist"),
        where=folder / "checkout",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "dist"


def data_files(names: list[str], before: str) -> set[str]:
    return {name.removeprefix(before) for name in names if name.startswith(before)}


@pytest.mark.slow
def test_wheel_and_sdist_hold_all_assets_and_packs(built: Path) -> None:
    here = {
        path.relative_to(HOME).as_posix()
        for folder in ("assets", "questions")
        for path in (HOME / folder).rglob("*")
        if path.is_file()
    }
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        assert data_files(wheel.namelist(), "game/_data/") == here
        assert not [name for name in wheel.namelist() if name.startswith("tests")]
    sdist = next(built.glob("*.tar.gz"))
    with tarfile.open(sdist) as archive:
        names = [name.partition("/")[2] for name in archive.getnames()]
    assert here <= set(names)
    assert {"main.py", "requirements.lock", "README.md", "LICENSE"} <= set(names)


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["*.whl", "*.tar.gz"])
def test_installed_from_nothing_it_checks_a_pack_from_elsewhere(
    built: Path, tmp_path: Path, kind: str
) -> None:
    empty = tmp_path / "environment"
    venv.create(empty, with_pip=True)
    python = main.python_in(str(empty))
    # An sdist is built there, so that environment is given the tool that builds it, too.
    builder = [pin for pin in read_lock(HOME / main.TEST[0]) if "setuptools==" in pin.requirement]
    pins = [*read_lock(HOME / main.CORE[0]), *builder]
    lock = tmp_path / "lock.txt"
    lock.write_text("".join(pin.line() + "\n" for pin in pins), encoding="utf-8")
    pip = (python, "-I", "-m", "pip", "install", "--quiet")
    fetched = run(*pip, "--require-hashes", "--only-binary", ":all:", "-r", lock, where=tmp_path)
    assert fetched.returncode == 0, fetched.stderr
    package = next(built.glob(kind))
    done = run(*pip, "--no-deps", "--no-build-isolation", package, where=tmp_path)
    assert done.returncode == 0, done.stderr
    elsewhere = tmp_path / "elsewhere"
    shutil.copytree(paths.default_pack(), elsewhere / "pack")
    checked = run(Path(python).with_name("t-minus"), "check", "pack", where=elsewhere)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    found = run(
        *(python, "-I", "-c", "from game import paths; print(paths.default_pack())"),
        where=elsewhere,
    )
    assert Path(found.stdout.strip()).is_relative_to(empty)
    assert (Path(found.stdout.strip()) / "pack.yaml").is_file()
