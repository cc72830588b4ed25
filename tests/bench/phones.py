"""A class of phones in one process: raw WebSockets, so that the load is the host's and not ours.

    python -m tests.bench.phones HOST PORT PLAYERS QUESTIONS PIN

Without a PIN it talks to the bare echo. Each phone offers compression, as browsers do. All answer
a question at the same instant, and wait for its acknowledgement. A line of JSON says when all have
joined, and one how each question went.
"""

from __future__ import annotations

import asyncio
import base64
import json
import os
import resource
import statistics
import struct
import sys
import time

_ANSWER = {"number": 1957, "typed": "Sputnik 1"}


def frame(message: object) -> bytes:
    """A masked text frame of a client."""
    data = json.dumps(message).encode()
    size = bytes([0x80 | len(data)]) if len(data) < 126 else struct.pack(">BH", 0xFE, len(data))
    mask = os.urandom(4)
    masked = bytes(one ^ mask[at % 4] for at, one in enumerate(data))
    return b"\x81" + size + mask + masked


class Phone(asyncio.Protocol):
    """One connection. Frames are only looked at as far as the measurement needs."""

    def __init__(self, load: Load) -> None:
        self.load = load
        self.waiting = b""
        self.open = False
        self.answer = b""
        self.sent_s = 0.0
        self.pushed = 0
        self.transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        key = base64.b64encode(os.urandom(16)).decode()
        where = f"{self.load.host}:{self.load.port}"
        transport.write(
            (
                f"GET /ws HTTP/1.1\r\nHost: {where}\r\nUpgrade: websocket\r\n"
                f"Connection: Upgrade\r\nSec-WebSocket-Key: {key}\r\n"
                "Sec-WebSocket-Version: 13\r\nOrigin: http://" + where + "\r\n"
                "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n\r\n"
            ).encode()
        )

    def data_received(self, data: bytes) -> None:
        self.waiting += data
        if not self.open:
            head, found, rest = self.waiting.partition(b"\r\n\r\n")
            if not found:
                return
            if b" 101 " not in head.split(b"\r\n", 1)[0] + b" ":
                raise ConnectionError(head.decode("latin-1"))
            self.open, self.waiting = True, rest
            self.load.opened(self)
        while len(self.waiting) >= 2:
            size, at = self.waiting[1] & 0x7F, 2
            if size == 126:
                if len(self.waiting) < 4:
                    return
                (size,) = struct.unpack_from(">H", self.waiting, 2)
                at = 4
            elif size == 127:
                if len(self.waiting) < 10:
                    return
                (size,) = struct.unpack_from(">Q", self.waiting, 2)
                at = 10
            if len(self.waiting) < at + size:
                return
            code, body = self.waiting[0] & 0x0F, self.waiting[at : at + size]
            self.waiting = self.waiting[at + size :]
            if code == 1:
                self.load.heard(self, body)

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002
        self.load.lost += 1

    def say(self, data: bytes) -> None:
        """Send a frame that was made before."""
        assert self.transport is not None
        self.transport.write(data)


class Load:
    """All phones, and what was measured of the question that stands."""

    def __init__(self, host: str, port: int, players: int, pin: str) -> None:
        self.host, self.port, self.players, self.pin = host, port, players, pin
        self.phones: list[Phone] = []
        self.ready: list[Phone] = []
        self.seated = 0
        self.got: list[float] = []
        self.lost = 0
        self.q = -1
        self.step = asyncio.Event()

    def opened(self, phone: Phone) -> None:
        """A connection stands."""
        if self.pin:
            phone.say(frame({"t": "hello", "v": 1, "pin": self.pin}))
        else:
            self._seat()

    def heard(self, phone: Phone, body: bytes) -> None:
        """A frame of the host."""
        if body.startswith((b'{"t":"got"', b'{"t": "got"')):
            self.got.append(time.perf_counter() - phone.sent_s)
            if len(self.got) == self.players:
                self.step.set()
            return
        told = json.loads(body)
        kind = told["t"]
        if kind == "welcome":
            phone.say(frame({"t": "join", "name": told["names"][0]}))
        elif kind == "seat":
            self._seat()
        elif kind == "no" and "names" in told:
            phone.say(frame({"t": "join", "name": told["names"][0]}))
        elif kind == "question":
            phone.pushed += 1
            self._question(phone, told)
        elif kind not in ("lobby", "no"):
            phone.pushed += 1

    def _seat(self) -> None:
        self.seated += 1
        if self.seated == self.players:
            self.step.set()

    def _question(self, phone: Phone, told: dict[str, object]) -> None:
        q, kind, options = told["q"], str(told["kind"]), told["options"]
        assert isinstance(q, int)
        if q != self.q:
            self.q, self.ready = q, []
        answer: object = _ANSWER.get(kind, 0)
        if kind in ("order", "match"):
            assert isinstance(options, list)
            prompts = told["prompts"]
            assert isinstance(prompts, list)
            answer = list(range(len(prompts) or len(options)))
        phone.answer = frame({"t": "answer", "q": q, "n": 1, "a": answer})
        self.ready.append(phone)
        if len(self.ready) == self.players:
            self.step.set()

    async def wait(self, what: str) -> None:
        """Until the next step has come for all. SystemExit if it does not."""
        try:
            await asyncio.wait_for(self.step.wait(), 120)
        except TimeoutError:
            sys.exit(f"{what}: {self.seated} seated, {len(self.ready)} ready, {len(self.got)} got")
        self.step.clear()

    def answer_at_once(self) -> None:
        """Every phone answers in the same moment."""
        self.got = []
        now = time.perf_counter()
        for phone in self.phones:
            phone.sent_s = now
            phone.say(phone.answer)


async def main() -> None:
    """Join, then answer as many questions as were asked for."""
    host, port, players, questions = sys.argv[1], *map(int, sys.argv[2:5])
    pin = sys.argv[5] if len(sys.argv) > 5 else ""
    _soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    load = Load(host, port, players, pin)
    loop = asyncio.get_running_loop()
    for first in range(0, players, 50):
        for _ in range(min(50, players - first)):
            _transport, phone = await loop.create_connection(lambda: Phone(load), host, port)
            load.phones.append(phone)
    await load.wait("joining")
    print(json.dumps({"joined": load.seated}), flush=True)
    for number in range(questions):
        if pin:
            await load.wait(f"question {number}")
        else:
            for phone in load.phones:
                phone.answer = frame({"t": "answer", "q": number, "n": 1, "a": 0})
            await asyncio.sleep(0.2)
        pushed = sum(phone.pushed for phone in load.phones)
        await asyncio.sleep(0.3)
        load.answer_at_once()
        await load.wait(f"answers to {number}")
        took = sorted(load.got)
        told = {
            "stored": len(took),
            "p50": statistics.median(took) * 1e3,
            "p95": took[int(len(took) * 0.95)] * 1e3,
            "max": took[-1] * 1e3,
            "pushed": pushed,
            "lost": load.lost,
        }
        print(json.dumps(told), flush=True)


if __name__ == "__main__":
    asyncio.run(main())
