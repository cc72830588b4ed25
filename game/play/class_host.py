"""The process that owns a live class, as the window has it: given orders, and heard."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any

from game import paths
from game.phrase import phrase
from game.system_errors import why

MOST_A_LINE = 4_000_000
"""Characters of a line; a round of forty questions has about a hundred thousand."""
MOST_SAID = 1000
"""Characters of a line of its last words."""
MOST_WAITING = 1000
"""Events that wait to be looked at; a host that tells more waits itself."""
LEAVES_S = 3.0
"""How long a host may take to end once its input has."""

_RUN = "import sys; from game.cli import main; sys.exit(main())"

Event = dict[str, Any]
_Process = subprocess.Popen[str]


def command(*arguments: str) -> list[str]:
    """What starts a host with this same Python and game, checked out or installed."""
    return [sys.executable, "-c", _RUN, "host", *arguments, "--headless", "--pipe", "--json"]


class ClassHost:
    """One host. Nothing here waits: two threads read and write its pipes.

    What it tells people it tells them in `language`. An event `gone` is heard last, with what the
    host said to people when it was not asked to end.
    """

    def __init__(self, command: Sequence[str], language: str) -> None:
        self._heard: queue.Queue[Event] = queue.Queue(MOST_WAITING)
        self._orders: queue.SimpleQueue[Event | None] = queue.SimpleQueue()
        self._said: list[str] = []
        self._ends = False
        self._process: _Process | None = None
        environment = {
            **os.environ,
            "LANGUAGE": language,
            "PYTHONPATH": _first_path(),
            "PYTHONUTF8": "1",
        }
        try:
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                env=environment,
                encoding="utf-8",
                errors="replace",
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:
            message = phrase("It cannot be started ({why}).", why=why(error))
            self._heard.put({"event": "gone", "message": message})
            return
        self._last_words = self._started(self._hear, "class said")
        self._started(self._read, "class events")
        self._started(self._write, "class orders")

    def order(self, do: str, **named: object) -> None:
        """Have the host do something; what comes of it is heard as an event."""
        self._orders.put({"do": do, **named})

    def heard(self) -> list[Event]:
        """What has happened since the last time, the oldest first; no more than can be looked at
        in a frame."""
        events: list[Event] = []
        with suppress(queue.Empty):
            while len(events) < MOST_WAITING:
                events.append(self._heard.get_nowait())
        return events

    def close(self) -> None:
        """End the host, and let it be ended in a thread if it does not go."""
        if self._process is not None and not self._ends:
            self._ends = True
            self._orders.put(None)
            self._started(self._see_off, "class end")

    def wait(self) -> None:
        """Wait until it is gone: for leaving the game, never in a frame."""
        if self._process is not None:
            self.close()
            self._see_off(self._process)

    def _started(self, run: Callable[[_Process], None], name: str) -> threading.Thread:
        thread = threading.Thread(target=run, args=(self._process,), name=name, daemon=True)
        thread.start()
        return thread

    def _see_off(self, process: _Process) -> None:
        try:
            process.wait(LEAVES_S)
        except subprocess.TimeoutExpired:
            process.kill()

    def _read(self, process: _Process) -> None:
        assert process.stdout is not None
        while line := process.stdout.readline(MOST_A_LINE):
            with suppress(ValueError, RecursionError):
                event = json.loads(line)
                if isinstance(event, dict) and isinstance(event.get("event"), str):
                    self._put(event)
        # One that says nothing any more is of no use, even if it lives on.
        self._see_off(process)
        self._last_words.join(1.0)
        message = "" if self._ends else " ".join(self._said[-3:])
        self._put({"event": "gone", "message": message})

    def _put(self, event: Event) -> None:
        while True:
            with suppress(queue.Full):
                self._heard.put(event, timeout=0.5)
                return
            if self._ends:
                # Nobody looks any longer.
                return

    def _write(self, process: _Process) -> None:
        assert process.stdin is not None
        with suppress(OSError, ValueError):
            while (order := self._orders.get()) is not None:
                process.stdin.write(json.dumps(order) + "\n")
                process.stdin.flush()
        with suppress(OSError, ValueError):
            process.stdin.close()

    def _hear(self, process: _Process) -> None:
        assert process.stderr is not None
        while line := process.stderr.readline(MOST_SAID):
            self._said = [*self._said[-9:], line.strip()]


def _first_path() -> str:
    """The folders to import from: this game's own before all others."""
    others = os.environ.get("PYTHONPATH", "")
    return os.pathsep.join(filter(None, (str(paths.HERE.parent), others)))
