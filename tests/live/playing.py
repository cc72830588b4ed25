"""Scenes of tests over real sockets: a class is held, or taken up, and phones play in it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

from game.live.settings import Settings
from game.records.class_log import unfinished
from tests.live.hosting import Held, Phone, held
from tests.live.made import CALM


def play(
    data: Path,
    scene: Callable[[Held], Awaitable[None]],
    settings: Settings = CALM,
    *,
    seats: int = 100,
    slow_s: float = 0.0,
) -> None:
    """Hold a class and play a scene in it."""

    async def run() -> None:
        async with held(data, settings, seats=seats, slow_s=slow_s) as live:
            await scene(live)

    asyncio.run(run())


def take_up(data: Path, scene: Callable[[Held], Awaitable[None]]) -> None:
    """Take up the class that was cut short in that folder, and play a scene in it."""
    found = unfinished(data)
    assert found is not None
    path, kept = found

    async def run() -> None:
        async with held(data, path=path, kept=kept) as live:
            await scene(live)

    asyncio.run(run())


async def answering(phones: list[Phone], a: int = 0) -> None:
    for phone in phones:
        asked = await phone.hear("question")
        await phone.say(t="answer", q=asked["q"], n=1, a=a)
    for phone in phones:
        await phone.hear("got")


async def fetched(live: Held, path: str, **headers: str) -> tuple[bytes, bytes]:
    reader, writer = await asyncio.open_connection("127.0.0.1", live.port)
    named = {"Host": f"127.0.0.1:{live.port}", "Connection": "close", **headers}
    lines = "".join(f"{name}: {value}\r\n" for name, value in named.items())
    writer.write(f"GET {path} HTTP/1.1\r\n{lines}\r\n".encode())
    head, _, body = (await reader.read()).partition(b"\r\n\r\n")
    return head, body
