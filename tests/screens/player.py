"""A player of the real game: its process, the keys and the mouse it is given, and its trace."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from game import paths
from tests.patience import PATIENCE_S

AGAIN_S = 1.0
"""After how long without an effect a hand presses again: longer than any screen ignores it."""

Line = dict[str, Any]


class Player:
    """Starts the game on a display of its own; every wait is for a line of the trace."""

    def __init__(self, display: str, folder: Path, *arguments: str) -> None:
        self._trace = folder / "trace"
        self._trace.touch()
        self._display = display
        self._read = 0
        self._lines: list[Line] = []
        environment = {
            **os.environ,
            "DISPLAY": display,
            "SDL_VIDEODRIVER": "x11",
            "SDL_AUDIODRIVER": "dummy",
            "T_MINUS_TRACE": str(self._trace),
            "LANGUAGE": "en",
        }
        command = [sys.executable, "-m", "game.cli", "play", "--seed", "3"]
        self.process = subprocess.Popen(
            [*command, "--data", str(folder / "data"), *arguments],
            cwd=paths.HERE.parent,
            env=environment,
        )

    def __enter__(self) -> Player:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.terminate()
        self.process.wait(PATIENCE_S)

    @property
    def now(self) -> Line:
        """What is on the screen."""
        self._take()
        return self._lines[-1] if self._lines else {}

    def wait(self, what: str, fits: Callable[[Line], bool]) -> Line:
        """The present screen, once it fits."""
        until = time.monotonic() + PATIENCE_S
        while time.monotonic() < until:
            line = self.now
            if line and fits(line):
                return line
            assert self.process.poll() is None, f"the game ended while waiting for {what}"
            time.sleep(0.02)
        raise AssertionError(f"waited for {what}, but there is {self.now}")

    def wait_for(self, screen: str) -> Line:
        """That screen, at rest."""
        return self.wait(screen, lambda line: line["screen"] == screen and settled(line))

    def leave(self, screen: str, act: Callable[[], None]) -> Line:
        """Do `act` until this screen is left, as a hand would; the screen that follows, at rest.

        Who presses as soon as a screen shows meant the one before, and the game does not take it.
        """
        until = time.monotonic() + PATIENCE_S
        while self.wait(f"{screen} or what follows", settled)["screen"] == screen:
            assert time.monotonic() < until, f"nothing leads out of {self.now}"
            act()
            again = time.monotonic() + AGAIN_S
            while self.now["screen"] == screen and time.monotonic() < again:
                time.sleep(0.02)
        return self.now

    def press(self, *keys: str) -> None:
        """Press keys as a hand does, by their X names."""
        self._xdo("key", "--clearmodifiers", *keys)

    def type(self, text: str) -> None:
        """Type a text."""
        self._xdo("type", "--delay", "15", text)

    def click(self, place: str) -> None:
        """Click on what has this name on the screen that is there now."""
        x, y = self.now["places"][place]
        self.click_at(x, y)

    def resize(self, wide: int, high: int) -> None:
        """Give the window another size."""
        self._xdo("windowsize", "--sync", self._window(), str(wide), str(high))

    def click_at(self, x: int, y: int) -> None:
        """Click on a pixel of the window."""
        left, top = self._corner()
        self._xdo("mousemove", str(left + x), str(top + y), "click", "1")

    def _corner(self) -> tuple[int, int]:
        """Where the window lies on the display, once the display knows it."""
        geometry = self._xdo("getwindowgeometry", "--shell", self._window())
        values = dict(line.split("=") for line in geometry.splitlines() if "=" in line)
        return int(values["X"]), int(values["Y"])

    def _window(self) -> str:
        until = time.monotonic() + PATIENCE_S
        while time.monotonic() < until:
            found = self._xdo("search", "--onlyvisible", "--class", "t-minus", check=False).split()
            if found:
                return found[-1]
            time.sleep(0.05)
        raise AssertionError("the display knows no window of the game")

    def _xdo(self, *arguments: str, check: bool = True) -> str:
        done = subprocess.run(
            ["xdotool", *arguments],
            env={**os.environ, "DISPLAY": self._display},
            check=check,
            capture_output=True,
            text=True,
        )
        return done.stdout

    def _take(self) -> None:
        with self._trace.open(encoding="utf-8") as file:
            file.seek(self._read)
            for text in file:
                if not text.endswith("\n"):
                    break
                self._read += len(text.encode())
                self._lines.append(json.loads(text))


def settled(line: Line) -> bool:
    """Whether the screen of this line is at rest, so that it can be pressed."""
    return bool(line["places"]) or line["screen"] in ("launch", "live-launch")


def answered(player: Player, line: Line) -> Line:
    """The explanation of the question of `line`."""
    return player.wait(
        "the explanation",
        lambda now: (
            now["screen"] == "explanation" and now["question"] == line["question"] and settled(now)
        ),
    )
