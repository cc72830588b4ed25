"""Standard input and output of a host, each with a thread, so that no class waits for a reader."""

from __future__ import annotations

import json
import os
import queue
import sys
import threading
from collections.abc import Callable
from contextlib import suppress

from game import languages
from game.live.effects import Event
from game.phrase import Words

LONGEST = 64 * 1024
"""Bytes of an order; a longer line is none."""


class Printer:
    """Prints events: as JSON, or in words for people. `broken` is called, on the printing thread,
    when nobody reads any longer."""

    def __init__(self, *, as_json: bool, all_events: bool, broken: Callable[[], None]) -> None:
        self._as_json = as_json
        self._all = all_events
        self._words = languages.system_words()
        self._broken = broken
        self._lines: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._work, name="events", daemon=True)
        self._thread.start()

    def print(self, event: Event) -> None:
        """Print an event soon."""
        if event.window_alone and not self._all:
            return
        line = event.text if self._as_json else _in_words(json.loads(event.text), self._words)
        if line:
            self._lines.put(line)

    def close(self, timeout_s: float = 2.0) -> None:
        """Print what is left."""
        self._lines.put(None)
        self._thread.join(timeout_s)

    def _work(self) -> None:
        out = sys.stdout.buffer
        while (line := self._lines.get()) is not None:
            try:
                out.write(line.encode() + b"\n")
                if self._lines.empty():
                    out.flush()
            except (OSError, ValueError):
                self._broken()
                return


def read_orders(said: Callable[[str], None], ended: Callable[[], None]) -> None:
    """Give each line of standard input to `said`, and tell when there are no more; both are called
    on a thread of its own."""

    def work() -> None:
        # A thread that waits in a file of Python's own keeps the interpreter from ending.
        rest = b""
        with suppress(OSError):
            while read := os.read(0, LONGEST):
                *lines, rest = (rest + read).split(b"\n")
                for line in lines:
                    said(line.decode("utf-8", "replace"))
                rest = rest[-LONGEST:]
        ended()

    threading.Thread(target=work, name="orders", daemon=True).start()


def _in_words(event: dict[str, object], words: Words) -> str:
    """An event for people, "" for those that only programs want."""
    _ = words.gettext
    templates = {
        "opened": _("Open {url} on the phones. PIN {pin}. The teacher's own link: {teacher}"),
        "joined": _("{name} is here ({players})."),
        "back": _("{name} is back."),
        "left": _("{name} has gone."),
        "question": "T-{t_minus}  {prompt}",
        "revealed": "     " + _("{key}: {right} of {of} right"),
        "problem": "{message}",
        "closed": _("The host has ended."),
    }
    if event["event"] == "finished":
        standings = event["standings"]
        assert isinstance(standings, list)
        row = "{place:>3}. " + _("{name}  {right} of {of} right, fuel {fuel}")
        return "\n".join(row.format_map(one) for one in standings)
    return templates.get(str(event["event"]), "").format_map(event)
