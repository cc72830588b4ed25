"""A live class: everybody answers at the same instant, and waits until it is on disk."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.bench.row import Row

ROOT = Path(__file__).resolve().parents[2]
PLAYERS = (300, 1_000, 2_000)
QUESTIONS = 5
LOADS = 300


def rows() -> list[Row]:
    """For each size of class the p95 beside a bare echo, then what a player costs."""
    found: list[Row] = []
    for players in PLAYERS:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            mine = _class(folder, players)
            bare = _bare(folder, players)
        value, against = _p95(mine.questions), _p95(bare)
        floor = "a bare aiohttp echo with group commit"
        found.append(
            Row(
                f"p95 to the acknowledgement, {players:,} at the same instant",
                value,
                "ms",
                floor,
                against,
                value / against,
            )
        )
        found.append(_asked(f"answers stored of {players:,}", mine.stored, players))
        found.append(_asked(f"messages pushed a question, {players:,} players", mine.pushed, 6.0))
        found.append(_asked(f"memory a player of {players:,}, KB", mine.kb_a_player, 25.0))
    found.append(_pages())
    return found


def _asked(name: str, value: float, asked: float) -> Row:
    return Row(name, value, "", "asked", asked, value / asked)


class Measured:
    """What came of one class."""

    def __init__(self, questions: list[dict[str, Any]], players: int, kb: float) -> None:
        self.questions = questions
        self.stored = min(question["stored"] for question in questions)
        self.pushed = questions[-1]["pushed"] / players / len(questions)
        self.kb_a_player = kb / players


@contextmanager
def _host(folder: Path) -> Iterator[tuple[subprocess.Popen[str], dict[str, Any]]]:
    command = [
        sys.executable, "main.py", "host", "questions/baikonur", "--headless", "--pipe", "--json",
        "--questions", str(QUESTIONS), "--pace", "untimed", "--address", "127.0.0.1",
        "--data", str(folder / "data"),
    ]  # fmt: skip
    process = subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        yield process, _until(process, "opened")
    finally:
        assert process.stdin is not None
        _order(process, do="end")
        process.stdin.close()
        process.wait(30)


def _class(folder: Path, players: int) -> Measured:
    with _host(folder) as (process, opened):
        _order(process, do="settings", go=False, calls=False, standing="none")
        before = _kb(process.pid)
        phones = _phones(opened["port"], players, opened["pin"])
        assert phones.stdout is not None
        json.loads(phones.stdout.readline())
        kb = _kb(process.pid) - before
        _order(process, do="start")
        questions = []
        for _ in range(QUESTIONS):
            questions.append(json.loads(phones.stdout.readline()))
            _until(process, "revealed")
            time.sleep(0.2)
            _order(process, do="next")
        phones.kill()
    return Measured(questions, players, kb)


def _bare(folder: Path, players: int) -> list[dict[str, Any]]:
    command = [sys.executable, "-m", "tests.bench.bare_echo", str(folder / "bare.db")]
    echo = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert echo.stdout is not None
    try:
        phones = _phones(int(echo.stdout.readline()), players)
        assert phones.stdout is not None
        return [json.loads(line) for line in phones.stdout][1:]
    finally:
        echo.kill()


def _phones(port: int, players: int, pin: str = "") -> subprocess.Popen[str]:
    command = [
        sys.executable, "-m", "tests.bench.phones", "127.0.0.1", str(port), str(players),
        str(QUESTIONS), *([pin] if pin else []),
    ]  # fmt: skip
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def _pages() -> Row:
    """So many phones open the page at once, beside one after the other."""
    with tempfile.TemporaryDirectory() as name, _host(Path(name)) as (_process, opened):

        def load(_at: int) -> float:
            begin_s = time.perf_counter()
            with urllib.request.urlopen(opened["url"], timeout=30) as answer:
                answer.read()
            return time.perf_counter() - begin_s

        alone = statistics.median(load(at) for at in range(50))
        begin_s = time.perf_counter()
        with ThreadPoolExecutor(LOADS) as pool:
            list(pool.map(load, range(LOADS)))
        whole = time.perf_counter() - begin_s
    floor = f"{LOADS} one after the other"
    return Row(
        f"{LOADS} page loads at once", whole, "s", floor, alone * LOADS, whole / (alone * LOADS)
    )


def _p95(questions: list[dict[str, Any]]) -> float:
    return statistics.median(float(question["p95"]) for question in questions)


def _order(process: subprocess.Popen[str], **order: object) -> None:
    assert process.stdin is not None
    if process.poll() is None:
        process.stdin.write(json.dumps(order) + "\n")
        process.stdin.flush()


def _until(process: subprocess.Popen[str], event: str) -> dict[str, Any]:
    assert process.stdout is not None
    for line in process.stdout:
        told: dict[str, Any] = json.loads(line)
        if told["event"] == event:
            return told
    raise RuntimeError(f"the host ended before {event!r}")


def _kb(pid: int) -> float:
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return float(line.split()[1])
    raise RuntimeError("no memory is told")
