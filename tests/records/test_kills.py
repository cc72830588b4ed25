"""A kill at any moment loses no answer that was called stored, and no power cut can either."""

from __future__ import annotations

import os
import random
import re
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from tests.conftest import program
from tests.records.kills import ROOT, kill

KILLS = 20
POSIX_ONLY = pytest.mark.skipif(os.name == "nt", reason="Windows has no kill that is so sudden")


@pytest.mark.slow
@POSIX_ONLY
def test_twenty_kills_at_random_moments_lose_nothing(tmp_path: Path) -> None:
    rng = random.Random(11)
    found = [kill(tmp_path, rng, number) for number in range(KILLS)]
    # Most were killed while they stored, and each of these had stored one at least.
    assert found[-1].there >= KILLS // 2
    assert all(later.there >= before.there for before, later in pairwise(found))


@pytest.mark.slow
def test_each_answer_is_synced_to_the_disk_before_it_is_called_stored(tmp_path: Path) -> None:
    strace = program("strace")
    trace = tmp_path / "trace"
    robot = [sys.executable, str(ROOT / "main.py"), "play", "--robot", "--seed", "1"]
    watched = ["-f", "-y", "-e", "trace=pwrite64,write,fsync,fdatasync", "-s", "4000"]
    done = subprocess.run(
        [strace, *watched, "-o", str(trace), *robot, "--data", str(tmp_path / "kept")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    if "ptrace" in done.stderr or not trace.exists():
        pytest.skip("strace may not trace here")
    assert done.returncode == 0, done.stderr
    since: list[str] = []
    stored = 0
    for call, text in _finished(trace.read_text("utf-8", "replace").splitlines()):
        if call == "write" and re.search(r'stored \d+(\\n)?"', text):
            stored += 1
            assert "pwrite64" in since, f"stored {stored}: nothing was written"
            assert since[-1] in ("fsync", "fdatasync"), f"stored {stored}: {since}"
            since = []
        elif "records.db-wal>" in text:
            since.append(call)
    assert stored == done.stdout.count("stored ")
    assert stored >= 10


def _finished(lines: list[str]) -> Iterator[tuple[str, str]]:
    """(call, its arguments) of a trace, each where it came back; some take turns with others."""
    begun: dict[str, str] = {}
    for line in lines:
        thread, _, rest = line.partition(" ")
        rest = rest.strip()
        if rest.endswith("<unfinished ...>"):
            begun[thread] = rest
            continue
        if rest.startswith("<... "):
            rest = begun.pop(thread, rest)
        call, bracket, text = rest.partition("(")
        if bracket:
            yield call, text
