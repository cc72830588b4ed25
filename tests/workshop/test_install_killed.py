"""Killed at any moment, an install leaves the old version or the new one, whole."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from game import paths
from game.packs.installed import one_installed
from game.packs.read import read_pack
from game.workshop.bundle import bundle
from game.workshop.contents import contents
from game.workshop.install import install
from tests.packs.made import FACTS, MANIFEST, make, replaced

KILLS = 6

# What it does is told on standard output, so that the kills fall into the install itself.
INSTALL = """
import sys
from pathlib import Path
from game.workshop.install import install
print("begun", flush=True)
install(Path(sys.argv[1]), Path(sys.argv[2]))
print("done", flush=True)
"""

CHANGES = ("fsync", "replace", "rename", "unlink", "rmdir", "mkdir")
"""The calls that change something on the disk, but writing, which is followed by fsync."""


def made(tmp_path: Path, version: str) -> Path:
    folder = tmp_path / "pack"
    text = FACTS.replace("6,650", "6,650" if version == "1" else "7,000")
    make(folder, text, replaced(MANIFEST, "1.0.0", version))
    file = tmp_path / f"{version}.zip"
    file.write_bytes(bundle(folder, contents(folder)).data)
    return file


def whole_version(data: Path) -> str:
    """The version that is installed; it must be one that can be played, with its own facts."""
    found = one_installed(data, "small")
    assert found is not None
    pack, problems = read_pack(found.folder)
    assert pack is not None, problems
    assert pack.version == found.version
    assert ("6,650" in pack.facts[0].text) == (pack.version == "1")
    return pack.version


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such kill")
def test_kill_9_leaves_the_old_or_the_new(tmp_path: Path) -> None:
    old, new = made(tmp_path, "1"), made(tmp_path, "2")
    data = tmp_path / "data"
    chance = random.Random(8)
    for _ in range(KILLS):
        shutil.rmtree(data, ignore_errors=True)
        install(old, data)
        child = subprocess.Popen(
            [sys.executable, "-c", INSTALL, str(new), str(data)],
            cwd=paths.HERE.parent,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert child.stdout is not None and child.stdout.readline() == "begun\n"
        time.sleep(chance.random() * 0.3)
        child.send_signal(signal.SIGKILL)
        said = child.stdout.read()
        child.wait()
        assert whole_version(data) in ("1", "2")
        assert whole_version(data) == "2" or not said
        install(new, data)
        assert whole_version(data) == "2"


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no fork")
def test_stopped_before_each_change_on_the_disk_it_leaves_the_old_or_the_new(
    tmp_path: Path,
) -> None:
    old, new = made(tmp_path, "1"), made(tmp_path, "2")
    data = tmp_path / "data"
    seen: list[str] = []
    status = 9
    while status == 9 and len(seen) < 200:
        shutil.rmtree(data, ignore_errors=True)
        install(old, data)
        status = stopped_at(len(seen), new, data)
        seen.append(whole_version(data))
        install(new, data)
        assert whole_version(data) == "2"
        assert len(list((data / "installed").iterdir())) == 3
    # The old one up to one moment, and the new one from there on.
    assert status == 0
    assert seen == sorted(seen) and {*seen} == {"1", "2"} and len(seen) > 10


def stopped_at(number: int, file: Path, data: Path) -> int:
    """Install in a child that ends, without a word, before the change of that number: 9, or 0."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    left = iter(range(number))

    def counted(call: Callable[..., Any]) -> Callable[..., Any]:
        def instead(*given: Any, **named: Any) -> Any:
            if next(left, None) is None:
                os._exit(9)
            return call(*given, **named)

        return instead

    for name in CHANGES:
        setattr(os, name, counted(getattr(os, name)))
    try:
        install(file, data)
    except BaseException:
        os._exit(1)
    os._exit(0)
