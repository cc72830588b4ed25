"""What a picture costs at 1920x1080, beside a full-screen opaque copy and flip in the same run."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.bench.row import Row

ROOT = Path(__file__).resolve().parents[2]
PLAYED = ROOT / "tests" / "bench" / "played.py"
FRAME_MS = 1000 / 60
REST_SHARE = 2.0
MEMORY_MB = 200.0


def rows() -> list[Row]:
    """A round is played in a window of a process of its own; milliseconds are of the wall, but
    where the game's own thread is named: other programs do not slow that."""
    found = _played()
    floor = statistics.median(found["floor"])
    copy = "a full-screen copy and flip"
    made = [
        _row(f"a frame while {what} (median)", statistics.median(times), "ms", copy, floor)
        for what, times in found["moving"].items()
    ]
    frame = "a sixtieth of a second"
    shown = found["transitions"]
    return [
        *made,
        _row("a frame of a transition (p99)", _p99(shown), "ms", frame, FRAME_MS),
        _row("a frame of a transition, the game's own thread alone (p99)", _p99(found["own"]), "ms",
             frame, FRAME_MS),
        _row("a frame of a transition (worst)", max(shown), "ms", frame, FRAME_MS),
        _row("from a key to its picture (worst)", max(found["keys"]), "ms", frame, FRAME_MS),
        _row("from a key to its picture, the game's own thread alone (worst)",
             max(found["own_keys"]), "ms", frame, FRAME_MS),
        _row("pictures drawn in ten seconds at rest, beside the clock's own steps",
             found["rest_drawn"], "pictures", "steps of the clock", found["rest_steps"]),
        _row("a core's time at rest", found["rest_share"], "%", "what is allowed", REST_SHARE),
        _row("memory of the whole game", found["memory_mb"], "MB", "what is allowed", MEMORY_MB),
    ]  # fmt: skip


def _row(name: str, value: float, unit: str, against: str, floor: float) -> Row:
    return Row(name, value, unit, against, floor, value / floor)


def _p99(times: Sequence[float]) -> float:
    return sorted(times)[int(0.99 * len(times))]


def _played() -> dict[str, Any]:
    environment = dict(os.environ, SDL_AUDIODRIVER="dummy", PYTHONPATH=str(ROOT))
    if not environment.get("DISPLAY") and sys.platform.startswith("linux"):
        environment["SDL_VIDEODRIVER"] = "dummy"
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "frames.json"
        subprocess.run(
            [sys.executable, str(PLAYED), str(out)],
            env=environment, check=True, stdout=subprocess.DEVNULL,
        )  # fmt: skip
        return dict(json.loads(out.read_text(encoding="utf-8")))
