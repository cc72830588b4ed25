"""Honest phones are served, whatever else comes; more of it: `python -m tests.live.fuzz`."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

import pytest

from tests.live.fuzz import fuzz
from tests.live.kills import killed_often

SECONDS = float(os.environ.get("T_MINUS_FUZZ_SECONDS", "60"))
POSIX_ONLY = pytest.mark.skipif(os.name == "nt", reason="Windows has no kill that is so sudden")


def test_a_class_under_attack_loses_no_honest_answer(tmp_path: Path) -> None:
    found = asyncio.run(fuzz(tmp_path, 3, 1))
    assert found.answers
    assert found.attacks


@pytest.mark.slow
def test_a_class_under_attack_for_a_minute_loses_no_honest_answer(tmp_path: Path) -> None:
    assert asyncio.run(fuzz(tmp_path, SECONDS, int.from_bytes(os.urandom(4)))).answers


@POSIX_ONLY
@pytest.mark.slow
def test_thirty_kills_break_no_promise(tmp_path: Path) -> None:
    found = asyncio.run(killed_often(tmp_path, 30, 1))
    assert found.answers
    assert found.unpromised
