"""A real server with a real log, in the loop of a test, and phones that talk to it byte by byte."""

from __future__ import annotations

import asyncio
import base64
import json
import os
import struct
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

from game.bank.question import Question
from game.live import pages
from game.live.doors import listen
from game.live.effects import Event
from game.live.host import TICK_S, Host
from game.live.server import Server
from game.live.settings import Settings
from game.records.class_log import Head, KeptClass, LogFile, new_log
from tests.live.made import CALM, Class

PATIENCE_S = 30.0
"""So long something is waited for that comes at once where a machine has nothing else to do."""
PIN, SECRET = "123456", "the teacher's own"
HEAD = Head(
    "made", "1", "en", 1, 4, "2026-01-01", None, "usual", PIN, SECRET, "127.0.0.1", 0
)  # fmt: skip


class Held:
    """A class that is held: its parts, its port, and the events so far."""

    def __init__(self, made: Class, host: Host, server: Server, log: LogFile, port: int) -> None:
        self.room = made.room
        self.host = host
        self.server = server
        self.log = log
        self.port = port
        self.events: list[dict[str, Any]] = []
        self.mute = False
        """Whether the log no longer tells of what it has written, as if the host were dead."""

    def order(self, do: str, **more: object) -> None:
        """The window orders something."""
        from game.live.protocol import Order

        self.host.order(Order(do, more))

    def told(self, event: str) -> list[dict[str, Any]]:
        """All events of that name."""
        return [one for one in self.events if one["event"] == event]


@asynccontextmanager
async def held(
    data: Path,
    settings: Settings = CALM,
    *,
    seats: int = 100,
    path: Path | None = None,
    kept: KeptClass | None = None,
    slow_s: float = 0.0,
    asked: tuple[Question, ...] | None = None,
    port: int = 0,
) -> AsyncIterator[Held]:
    """A class on a free port, or on that one; `slow_s` is added to every commit of its log."""
    loop = asyncio.get_running_loop()

    def tell(call: Callable[[], None]) -> None:
        if found and found[0].mute:
            return
        with suppress(RuntimeError):
            if slow_s:
                loop.call_soon_threadsafe(loop.call_later, slow_s, call)
            else:
                loop.call_soon_threadsafe(call)

    found: list[Held] = []
    made = Class(settings, asked, most=seats, kept=kept)
    log = (
        new_log(data, HEAD, tell, lambda _: None)
        if path is None
        else LogFile(path, tell, lambda _: None)
    )
    opened = listen("127.0.0.1", port)
    port = opened.getsockname()[1]
    host = Host(
        made.room, log, PIN, SECRET, lambda event: found[0].events.append(_plain(event)), loop.time,
        kept.banned if kept else (),
    )  # fmt: skip
    server = Server(host, pages.pages(), seats)
    server.known_as([f"127.0.0.1:{port}"])
    found.append(Held(made, host, server, log, port))
    listening = await loop.create_server(server, sock=opened, backlog=512)
    if kept is not None:
        made.room.take_up(loop.time())
        host.act()

    async def tick() -> None:
        while True:
            await asyncio.sleep(TICK_S)
            host.tick()

    ticking = asyncio.create_task(tick())
    try:
        yield found[0]
    finally:
        ticking.cancel()
        listening.close()
        host.bye("host")
        await server.shutdown(0.1)
        await asyncio.to_thread(log.close, keep=path is None and kept is None)


def _plain(event: Event) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(event.text)
    return made


class Phone:
    """A phone that speaks RFC 6455 by itself, so that it can also speak it wrongly. `raw` has every
    byte that it was ever sent."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader = reader
        self.writer = writer
        self.raw = bytearray()
        self.heard: list[dict[str, Any]] = []
        self.token = ""

    @staticmethod
    async def connect(port: int, **headers: str) -> Phone:
        """A phone with an open WebSocket."""
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        key = base64.b64encode(os.urandom(16)).decode()
        named = {
            "Host": f"127.0.0.1:{port}",
            "Upgrade": "websocket",
            "Connection": "Upgrade",
            "Sec-WebSocket-Version": "13",
            "Sec-WebSocket-Key": key,
            "Sec-WebSocket-Extensions": "permessage-deflate; client_max_window_bits",
            **{name.replace("_", "-"): value for name, value in headers.items()},
        }
        lines = "".join(f"{name}: {value}\r\n" for name, value in named.items())
        writer.write(f"GET /ws HTTP/1.1\r\n{lines}\r\n".encode())
        phone = Phone(reader, writer)
        head = await reader.readuntil(b"\r\n\r\n")
        phone.raw += head
        if b" 101 " not in head:
            raise ConnectionRefusedError(head.split(b"\r\n")[0].decode())
        return phone

    @staticmethod
    async def join(port: int, name: str = "") -> Phone:
        """A phone with a seat."""
        phone = await Phone.connect(port)
        await phone.say(t="hello", v=1, pin=PIN)
        welcome = await phone.hear("welcome")
        await phone.say(t="join", name=name or welcome["names"][0])
        phone.token = (await phone.hear("seat"))["token"]
        return phone

    async def say(self, **message: object) -> None:
        """Send a message."""
        await self.send(json.dumps(message).encode())

    async def send(self, body: bytes, kind: int = 0x81) -> None:
        """Send a frame, masked as a browser does."""
        mask = os.urandom(4)
        size = len(body)
        if size < 126:
            head = struct.pack("!BB", kind, 0x80 | size)
        elif size < 65536:
            head = struct.pack("!BBH", kind, 0x80 | 126, size)
        else:
            head = struct.pack("!BBQ", kind, 0x80 | 127, size)
        masked = bytes(byte ^ mask[at % 4] for at, byte in enumerate(body))
        self.writer.write(head + mask + masked)
        with suppress(ConnectionError):
            await self.writer.drain()

    async def hear(self, kind: str, timeout_s: float = PATIENCE_S) -> dict[str, Any]:
        """The next message of that type; those before it stay in `heard`."""
        async with asyncio.timeout(timeout_s):
            while True:
                message = await self.next()
                if message is None:
                    raise ConnectionResetError(f"ended before {kind}: {self.heard[-3:]}")
                if message["t"] == kind:
                    return message

    async def next(self) -> dict[str, Any] | None:
        """The next message, None when the connection has ended."""
        try:
            while True:
                head = await self._read(2)
                size = head[1] & 0x7F
                if size == 126:
                    (size,) = struct.unpack("!H", await self._read(2))
                elif size == 127:
                    (size,) = struct.unpack("!Q", await self._read(8))
                body = await self._read(size)
                if head[0] == 0x81:
                    message: dict[str, Any] = json.loads(body)
                    self.heard.append(message)
                    return message
                if head[0] == 0x89:
                    await self.send(body, 0x8A)
                if head[0] == 0x88:
                    return None
        except (asyncio.IncompleteReadError, ConnectionError):
            return None

    async def rest(self, timeout_s: float = PATIENCE_S) -> list[dict[str, Any]]:
        """All that is still said until the connection ends."""
        found = []
        async with asyncio.timeout(timeout_s):
            while (message := await self.next()) is not None:
                found.append(message)
        return found

    async def quiet(self, seconds: float) -> list[dict[str, Any]]:
        """All that is said within that time."""
        before = len(self.heard)
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                while await self.next() is not None:
                    pass
        return self.heard[before:]

    def cut(self) -> None:
        """Lose the connection without a word."""
        self.writer.transport.abort()

    async def _read(self, size: int) -> bytes:
        read = await self.reader.readexactly(size)
        self.raw += read
        return read
