"""Kills the game at random moments while it stores answers, and looks for what was lost.

`python -m tests.records.kills --kills 500` does so as often as one likes; every run of the tests
does it twenty times. A robot plays; each `stored N` that it printed is a promise. After each kill
the file is opened as the game would, and must be whole and hold at least N answers.
"""

from __future__ import annotations

import argparse
import os
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from game.records.store import Store
from game.records.whole import look_through

ROOT = Path(__file__).resolve().parents[2]
LONGEST_S = 0.6
"""How long a robot stores at most before it is killed: dozens of answers, and a log that is moved
into the file now and then."""
ROUNDS = "100000"


@dataclass(frozen=True, slots=True)
class Killed:
    """What was found after one kill: answers that were promised, and those that are there."""

    promised: int
    there: int


def kill(folder: Path, rng: random.Random, seed: int) -> Killed:
    """Let a robot play into a folder, kill it, and see what is there. AssertionError if anything
    that was promised is lost, or the file is damaged."""
    arguments = [sys.executable, str(ROOT / "main.py"), "play", "--robot", "--seed", str(seed)]
    robot = subprocess.Popen(
        [*arguments, "--rounds", ROUNDS, "--data", str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=ROOT,
    )
    assert robot.stdout is not None
    # One in five is killed while it opens the file, the others while they store.
    opening = rng.random() < 0.2
    if opening:
        while not (folder / "records.lock").exists() and robot.poll() is None:
            time.sleep(0.001)
        time.sleep(rng.uniform(0, 0.1))
        robot.kill()
        said, _ = robot.communicate()
    else:
        first = b""
        while b"stored" not in first:
            first = robot.stdout.readline()
            assert first, "the robot ended by itself"
        reading = Reading(robot, rng.uniform(0, LONGEST_S))
        said = first + reading.said
    promised = [int(line.split()[1]) for line in said.splitlines(keepends=True) if _whole(line)]
    return _look(folder, promised[-1] if promised else 0)


class Reading:
    """Reads what a robot says until a moment comes, and kills it then."""

    def __init__(self, robot: subprocess.Popen[bytes], seconds: float) -> None:
        assert robot.stdout is not None
        os.set_blocking(robot.stdout.fileno(), False)
        end, parts = time.monotonic() + seconds, []
        while time.monotonic() < end:
            parts.append(robot.stdout.read() or b"")
            time.sleep(0.0005)
        robot.kill()
        os.set_blocking(robot.stdout.fileno(), True)
        parts.append(robot.stdout.read())
        robot.wait()
        self.said = b"".join(parts)


def _whole(line: bytes) -> bool:
    return line.startswith(b"stored ") and line.endswith(b"\n")


def _look(folder: Path, promised: int) -> Killed:
    file = folder / "records.db"
    assert file.exists() or promised == 0
    opened = Store.open(folder)
    damage = [message.what for message in opened.said if message.what != "clock-back"]
    assert damage == [], damage
    there = opened.store.count
    opened.store.close()
    with closing(sqlite3.connect(file)) as connection:
        look_through(connection)
        assert connection.execute("SELECT count(*) FROM answer").fetchone() == (there,)
    assert there >= promised, f"{promised} were promised, {there} are there"
    return Killed(promised, there)


def main() -> None:
    """Kill as often as asked, and say what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    unpromised = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number in range(1, options.kills + 1):
            found = kill(folder, rng, number)
            unpromised += found.there > found.promised > 0
            if number % 25 == 0:
                print(f"{number} kills, {found.there} answers, none lost", flush=True)
    print(
        f"{options.kills} kills: no promised answer lost, no damaged file; "
        f"{unpromised} times one more was on disk than was yet promised"
    )


if __name__ == "__main__":
    main()
