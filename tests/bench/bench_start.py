"""From `python3 main.py`, warm, to the first picture, beside pygame alone flipping once."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.row import Row

ROOT = Path(__file__).resolve().parents[2]
TURNS = 11
LONGEST_S = 30.0

PYGAME_ALONE = """
import sys
import pygame
pygame.display.init()
pygame.display.set_mode((1280, 720), pygame.RESIZABLE)
pygame.display.flip()
with open(sys.argv[1], "a") as trace:
    trace.write("flipped\\n")
"""


def rows() -> list[Row]:
    """Median seconds of eleven turns each, taken in turns so that both meet the same weather."""
    game: list[float] = []
    alone: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        for turn in range(TURNS + 1):
            trace = Path(folder) / f"trace-{turn}"
            data = str(Path(folder) / f"data-{turn}")
            took = _first_line([str(ROOT / "main.py"), "play", "--data", data], trace)
            took_alone = _first_line(["-c", PYGAME_ALONE, str(trace) + "-alone"], None)
            if turn:
                game.append(took)
                alone.append(took_alone)
    value, floor = statistics.median(game), statistics.median(alone)
    return [
        Row(
            "start to the first picture",
            value,
            "s",
            "pygame alone opening a window and flipping once",
            floor,
            value / floor,
        )
    ]


def _first_line(arguments: list[str], trace: Path | None) -> float:
    """Seconds from starting Python with these arguments to the first line that it traces."""
    written = trace if trace is not None else Path(arguments[-1])
    environment = dict(os.environ)
    if trace is not None:
        environment["T_MINUS_TRACE"] = str(trace)
    if not environment.get("DISPLAY") and sys.platform.startswith("linux"):
        environment["SDL_VIDEODRIVER"] = "dummy"
    environment["SDL_AUDIODRIVER"] = "dummy"
    # A second start reads what the first compiled, unless the environment forbids to keep it.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    start = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, *arguments],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    try:
        while not (written.exists() and written.stat().st_size):
            if process.poll() not in (None, 0) or time.perf_counter() - start > LONGEST_S:
                assert process.stderr is not None
                process.kill()
                raise RuntimeError(f"no picture: {process.stderr.read().decode()[-500:]}")
            time.sleep(0.0005)
        return time.perf_counter() - start
    finally:
        process.kill()
        process.communicate()
