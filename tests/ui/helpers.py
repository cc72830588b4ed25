"""Helpers that speak badly: they hang, flood, die, or leave children behind."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from game.ui.voice_engines import Installed, Order
from tests.patience import until

SPEAKS = """
import sys, struct
text = sys.stdin.buffer.read()
data = b"\\1\\0" * 800
form = struct.pack("<HHIIHH", 1, 1, 8000, 16000, 2, 16)
body = b"WAVEfmt " + struct.pack("<I", 16) + form + b"data" + struct.pack("<I", 0x7FFFF000) + data
sys.stdout.buffer.write(b"RIFF" + struct.pack("<I", 0x7FFFF024) + body)
"""
HANGS = """
import os, signal, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
open(sys.argv[1], "w").write(str(os.getpid()))
time.sleep(600)
"""
HAS_A_CHILD = """
import subprocess, sys, time
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
open(sys.argv[1], "w").write(str(child.pid))
time.sleep(600)
"""
DIES = "import sys; sys.exit(3)"
MUMBLES = "import sys; sys.stdin.buffer.read(); sys.stdout.write('no sound at all')"
FLOODS_OUT = """
import sys
while True:
    sys.stdout.buffer.write(b"x" * 1_000_000)
"""
FLOODS_ERR = "import sys\nsys.stderr.write('no! ' * 2_000_000)" + SPEAKS


def speaker(script: str, *arguments: str, language: str = "en", name: str = "Test") -> Installed:
    """A voice whose helper runs a script."""

    def order(text: str, speed: float) -> Order:  # noqa: ARG001
        return Order((sys.executable, "-c", script, *arguments), text.encode())

    return Installed(name, language, order)


class HeardEar:
    """Where speech would be heard; `busy` until the test lets a sound end."""

    def __init__(self, *, deaf: bool = False) -> None:
        self.busy = False
        self.played: list[object] = []
        self._deaf = deaf

    def load(self, wav: bytes) -> object | None:
        return None if self._deaf else wav

    def play(self, sound: object, volume: float) -> None:  # noqa: ARG002
        self.played.append(sound)
        self.busy = True

    def end(self) -> None:
        self.busy = False


def number_in(path: Path) -> int:
    """The number that a helper writes there once it runs."""
    until(lambda: path.is_file() and path.read_text())
    return int(path.read_text())


def runs(process: int) -> bool:
    """Whether a process is alive; one that only waits to be counted is not."""
    try:
        os.kill(process, 0)
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except (OSError, IndexError):
        return False
    return state != "Z"


def orders_of(installed: Installed, kept: list[tuple[str, float]]) -> Sequence[Installed]:
    """The same voice; what is ordered from it is kept."""

    def order(text: str, speed: float) -> Order:
        kept.append((text, speed))
        return installed.order(text, speed)

    return (Installed(installed.name, installed.language, order),)
