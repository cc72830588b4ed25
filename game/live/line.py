"""One connection: what is sent on it never waits, and what is not read ends it."""

from __future__ import annotations

import asyncio
import struct

from game.live.effects import Plain, dumps
from game.live.limits import Bucket
from game.live.players import Player

MOST_WAITING = 64 * 1024
"""Bytes that may wait for one who does not read."""
_LAST_WORDS_S = 3.0
_TEXT, _CLOSE, _PING, _PONG = 0x81, 0x88, 0x89, 0x8A


def frame(text: str) -> bytes:
    """A text as a frame of RFC 6455, section 5.2; a server does not mask."""
    return _framed(_TEXT, text.encode())


def _framed(kind: int, body: bytes) -> bytes:
    size = len(body)
    if size < 126:
        return bytes((kind, size)) + body
    if size < 65536:
        return struct.pack("!BBH", kind, 126, size) + body
    return struct.pack("!BBQ", kind, 127, size) + body


class Line:
    """One phone, or program, that has opened a WebSocket.

    `phone` is what its browser was given to be known by, `offered` the names that it may pick from.
    `let_in` is True once it has said the PIN, `teaches` once the secret of the class, and then it
    speaks `language`, "" for that of the system. `heard_at` is
    when anything came from it, `pinged_at` when it was asked whether it is there and has not said
    so yet, None where it was not.
    """

    __slots__ = (
        "address", "bucket", "ended", "heard_at", "language", "let_in", "offered", "phone",
        "pinged_at", "player", "since", "teaches", "told_busy", "transport", "wrong",
    )  # fmt: skip

    def __init__(self, transport: asyncio.Transport, address: str, phone: str, now: float) -> None:
        self.transport = transport
        self.address = address
        self.phone = phone
        self.since = self.heard_at = now
        self.pinged_at: float | None = None
        self.bucket = Bucket(now)
        self.player: Player | None = None
        self.offered: tuple[str, ...] = ()
        self.let_in = False
        self.language = ""
        self.teaches = False
        self.wrong = 0
        self.told_busy = False
        self.ended = False

    def send(self, framed: bytes) -> None:
        """Send a frame. Whoever lets too much wait is cut off."""
        if self.ended or self.transport.is_closing():
            return
        if self.transport.get_write_buffer_size() + len(framed) > MOST_WAITING:
            # There is no use in telling why to one who does not read.
            self.ended = True
            self.transport.abort()
            return
        self.transport.write(framed)

    def tell(self, message: Plain) -> None:
        """Send a message to this one alone."""
        self.send(frame(dumps(message)))

    def ping(self, now: float) -> None:
        """Ask whether it is still there; browsers answer that by themselves."""
        self.pinged_at = now
        self.send(_framed(_PING, b""))

    def pong(self, body: bytes) -> None:
        """Answer a ping of the connection itself."""
        self.send(_framed(_PONG, body))

    def bye(self, why: str) -> None:
        """End the connection, and say why."""
        if self.ended:
            return
        self.tell({"t": "bye", "why": why})
        self.send(_framed(_CLOSE, struct.pack("!H", 1000)))
        self.ended = True
        self.transport.close()
        asyncio.get_running_loop().call_later(_LAST_WORDS_S, self.transport.abort)
