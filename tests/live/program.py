"""`main.py host --headless --pipe` as a process beside the phones of one loop."""

from __future__ import annotations

import asyncio
import json
import logging
import random
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

from game import paths

ROOT = Path(__file__).resolve().parents[2]
MAIN = (str(ROOT / "main.py"),)
MORTAL = ("-m", "tests.live.mortal")
"""A host that dies of the first answers that it has stored."""
_LONGEST = 1 << 24


class Program:
    """A host in a process of its own. `events` are all that it has told, `said` is its standard
    error."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.process = process
        self.events: list[dict[str, Any]] = []
        self.said = b""
        self._told = asyncio.Condition()
        self._reading = [asyncio.create_task(self._hear()), asyncio.create_task(self._listen())]

    @property
    def pid(self) -> int:
        """Its process."""
        return self.process.pid

    async def told(self, name: str, *, since: int = 0, timeout_s: float = 60.0) -> dict[str, Any]:
        """The first event of that name among those from number `since` on. EOFError if it ends
        before."""
        found: list[dict[str, Any]] = []

        def there() -> bool:
            found[:] = [one for one in self.events[since:] if one["event"] == name]
            return bool(found) or self._reading[0].done()

        async with asyncio.timeout(timeout_s), self._told:
            await self._told.wait_for(there)
        if not found:
            raise EOFError(f"no {name}: {self.said.decode()}")
        return found[0]

    def order(self, do: str, **more: object) -> None:
        """Give an order on its standard input."""
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps({"do": do, **more}).encode() + b"\n")

    def kill(self) -> None:
        """Kill it at once."""
        with suppress(ProcessLookupError):
            self.process.kill()

    async def ended(self, timeout_s: float = 20.0) -> int:
        """Wait for its end; gives the exit status."""
        async with asyncio.timeout(timeout_s):
            await asyncio.gather(*self._reading)
            return await self.process.wait()

    async def _hear(self) -> None:
        assert self.process.stdout is not None
        while line := await self.process.stdout.readline():
            # A host that is killed may leave half a line.
            with suppress(ValueError):
                event = json.loads(line)
                async with self._told:
                    self.events.append(event)
                    self._told.notify_all()
        async with self._told:
            self._told.notify_all()

    async def _listen(self) -> None:
        assert self.process.stderr is not None
        while read := await self.process.stderr.read(1 << 16):
            self.said += read


@asynccontextmanager
async def program(data: Path, *more: str, script: tuple[str, ...] = MAIN) -> AsyncIterator[Program]:
    """A host on 127.0.0.1 that is gone afterwards."""
    # What asyncio says of connections that break, and of children that were killed, is no news.
    logging.getLogger("asyncio").setLevel(logging.ERROR)
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, *script, "host", str(paths.default_pack())),
        *("--headless", "--pipe", "--json", "--address", "127.0.0.1", "--data", str(data)),
        *more,
        cwd=ROOT,
        limit=_LONGEST,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    host = Program(process)
    try:
        yield host
    finally:
        host.kill()
        await host.ended()


def any_answer(asked: dict[str, Any], rng: random.Random) -> object:
    """An answer that there can be to a question, right or wrong."""
    count = len(asked["options"] or ())
    if asked["kind"] in ("order", "match"):
        places = list(range(count))
        rng.shuffle(places)
        return places[: len(asked["prompts"]) or count]
    return {"number": 1957, "typed": "Gagarin"}.get(asked["kind"]) or rng.randrange(count)
