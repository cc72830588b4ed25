"""What a hostile sender does to a host: on the wire, in HTTP, in WebSockets and in messages."""

from __future__ import annotations

import asyncio
import base64
import json
import os
import random
import socket
import struct
import sys
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from tests.live.hosting import Phone

SOURCES = (
    tuple(f"127.0.0.{number}" for number in range(2, 34)) if sys.platform == "linux" else ("",)
)
"""Addresses of senders; elsewhere than on Linux there is but one loopback."""

ODD: tuple[object, ...] = (
    *(None, True, False, 0, 1, -1, 2, 3, 4, 39, 40, 255, 999, 1000, 1001, 2**31, 2**53, 2**63),
    *(10**15, 10**16, 10**300, -(10**400), 0.0, -0.0, 0.5, 1e15, 1e308, 1e-320, "", " ", "0"),
    *("x" * 21, "x" * 81, "x" * 200, "x" * 201, "x" * 3000, "\0", "\x7f", "\u202e", "\ufdfa" * 80),
    *("\u3164", "\ud800", "\U0001f680", "a\u0301" * 30, "<script>", "'; DROP TABLE seat; --"),
    *("{}", "%s%n", "../../etc/passwd", "__proto__", "p1", "p2", "NaN"),
    *([], {}, [0], [0, 1], [0, 1, 2, 3], [3, 2, 1, 0], [0, 0, 0], [-1], [40], [True], [0.0]),
    *([[]], [[[[[]]]]], {"a": {"a": {"a": {"a": {}}}}}, list(range(40)), [*range(41)], [0] * 900),
)  # fmt: skip
RAW: tuple[bytes, ...] = (
    b"", b"{", b"}", b"[", b"[]", b"null", b"1", b'"x"', b"{}" * 3, b"\xff\xfe{}", b"\xc0\x80",
    b"\xed\xa0\x80", b"\x00", b"{" * 4000, b"[" * 4096, b'{"t":' * 600, b"x" * 4096, b"x" * 4097,
    b'{"t":"ping"', b'{"t":"ping","t":"leave"}', b'{"t":"ping"} {"t":"ping"}', b'{"t":"ping"}\x00',
    b'{"t":"hello","v":NaN,"pin":"1"}', b'{"t":"hello","v":1e999,"pin":"1"}', b'{"t":NaN}',
    b'{"t":"answer","q":0,"n":1,"a":Infinity}', b'{"t":"answer","q":0,"n":1,"a":1e999}',
    b'{"t":"answer","q":0,"n":1,"a":' + b"9" * 4000 + b"}", b'{"t":["ping"]}', b'{"t":{"t":1}}',
    b'{"t":"answer","q":0,"n":1,"a":"\\ud800"}', b"\xef\xbb\xbf{}", '{"t":"ping"}'.encode("utf-16"),
)  # fmt: skip


@dataclass(slots=True)
class Target:
    """A host that is attacked. `question` is what stands there, as an insider has heard it."""

    port: int
    pin: str
    question: dict[str, Any] | None = None
    tried: int = 0
    wires: dict[asyncio.Task[Any] | None, list[asyncio.StreamWriter]] = field(default_factory=dict)


async def wire(target: Target, source: str) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    """A connection from that address."""
    local = (source, 0) if source else None
    opened = await asyncio.open_connection("127.0.0.1", target.port, local_addr=local)
    target.wires.setdefault(asyncio.current_task(), []).append(opened[1])
    return opened


def handshake(target: Target, **changed: str) -> bytes:
    """The request that opens a WebSocket; a header that is changed to "" is left out."""
    headers = {
        "Host": f"127.0.0.1:{target.port}",
        "Upgrade": "websocket",
        "Connection": "Upgrade",
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": base64.b64encode(os.urandom(16)).decode(),
        **{name.replace("_", "-"): value for name, value in changed.items()},
    }
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items() if value)
    return f"GET /ws HTTP/1.1\r\n{lines}\r\n".encode()


async def phone(target: Target, source: str) -> Phone:
    """An open WebSocket. ConnectionError if there is none to be had."""
    reader, writer = await wire(target, source)
    writer.write(handshake(target))
    try:
        head = await reader.readuntil(b"\r\n\r\n")
    except asyncio.IncompleteReadError as error:
        raise ConnectionResetError from error
    if b" 101 " not in head:
        raise ConnectionRefusedError(head[:40])
    return Phone(reader, writer)


async def insider(target: Target, source: str) -> Phone:
    """One who knows the PIN, and has a seat."""
    one = await phone(target, source)
    await one.say(t="hello", v=1, pin=target.pin)
    await one.say(t="join", name=(await one.hear("welcome"))["names"][0])
    one.token = (await one.hear("seat"))["token"]
    return one


def sound(rng: random.Random, target: Target, token: str) -> dict[str, object]:
    """A message as the page may send it, at a moment that may be wrong."""
    q = target.question["q"] if target.question else 0
    at = rng.choice((q, q, q, q + 1, max(0, q - 1)))
    a = rng.choice((0, 1, 2, 3, None, 7.5, "Gagarin", [0, 1, 2, 3], [1, 0, 3, 2], [2, 1, 0]))
    messages: tuple[dict[str, object], ...] = (
        {"t": "hello", "v": 1, "pin": "000000"},
        {"t": "hello", "v": 1, "token": token or "guess"},
        {"t": "hello", "v": 1, "secret": "guess"},
        {"t": "join", "name": "Zoe", "team": "guidance"},
        {"t": "join", "name": "Zoe"},
        {"t": "go", "q": at, "go": rng.random() < 0.5},
        {"t": "call", "q": at},
        {"t": "call", "q": at},
        {"t": "answer", "q": at, "n": rng.randint(1, 4), "a": a},
        {"t": "answer", "q": at, "n": rng.randint(1, 4), "a": a},
        {"t": "answer", "q": at, "n": rng.randint(1, 4), "a": a},
        {"t": "ping"},
        {"t": "leave"},
        {"t": "order", "do": rng.choice(("start", "next", "end", "kick", "settings"))},
    )
    return rng.choice(messages)


def bent(rng: random.Random, message: dict[str, object]) -> bytes:
    """That message with something wrong in it."""
    way = rng.randrange(8)
    made = dict(message)
    if way < 3:
        made[rng.choice(list(made))] = rng.choice(ODD)
    elif way == 3:
        made[rng.choice(("q", "n", "a", "go", "v", "pin", "token", "id", "x", ""))] = rng.choice(
            ODD
        )
    elif way == 4:
        del made[rng.choice(list(made))]
    text = json.dumps(made).encode()
    if way == 5:
        at = rng.randrange(len(text))
        return text[:at] + bytes((rng.randrange(256),)) + text[at + 1 :]
    if way == 6:
        return text[: rng.randrange(len(text))]
    return rng.choice(RAW) if way == 7 else text


async def _stranger(rng: random.Random, target: Target, source: str) -> None:
    one = await phone(target, source)
    for _ in range(rng.randint(1, 6)):
        await one.send(bent(rng, sound(rng, target, "")))
    await one.quiet(0.05)


async def _pupil(rng: random.Random, target: Target, source: str) -> None:
    one = await insider(target, source)
    for _ in range(rng.randint(3, 30)):
        said = sound(rng, target, one.token)
        if said["t"] in ("hello", "join", "order"):
            continue
        await one.send(json.dumps(said).encode())
        if rng.random() < 0.3:
            await asyncio.sleep(rng.random() * 0.2)
    await one.send(bent(rng, sound(rng, target, one.token)))
    await one.quiet(0.1)


async def _leaver(rng: random.Random, target: Target, source: str) -> None:
    """Gives its seat up, and goes on talking from it in the same breath."""
    one = await insider(target, source)
    for said in (
        b'{"t":"leave"}',
        *(json.dumps(sound(rng, target, "")).encode() for _ in range(4)),
    ):
        await one.send(said)
    await one.send(b'{"t":"leave"}')
    await one.quiet(0.1)


async def _twins(rng: random.Random, target: Target, source: str) -> None:
    """One seat in two places at once."""
    one = await insider(target, source)
    other = await phone(target, source)
    await other.say(t="hello", v=1, token=one.token)
    for _ in range(4):
        await rng.choice((one, other)).send(json.dumps(sound(rng, target, one.token)).encode())
    await other.quiet(0.05)


async def _flooder(rng: random.Random, target: Target, source: str) -> None:
    one = await (insider if rng.random() < 0.5 else phone)(target, source)
    kind = rng.choice((0x81, 0x89, 0x8A, 0x01, 0x00))
    body = rng.choice((b'{"t":"ping"}', b"", b"x" * 125))
    for _ in range(rng.randint(60, 400)):
        await one.send(body, kind)


async def _deaf(rng: random.Random, target: Target, source: str) -> None:
    one = await insider(target, source)
    one.reader._transport.pause_reading()  # type: ignore[attr-defined]
    for _ in range(rng.randint(1, 15)):
        await one.send(b'{"t":"ping"}')
        await asyncio.sleep(0.02)


def _frame(head: int, body: bytes, *, declared: int = -1, masked: bool = True) -> bytes:
    size = len(body) if declared < 0 else declared
    mark = 0x80 if masked else 0
    if size < 126:
        start = struct.pack("!BB", head, mark | size)
    elif size < 65536:
        start = struct.pack("!BBH", head, mark | 126, size)
    else:
        start = struct.pack("!BBQ", head, mark | 127, size)
    if not masked:
        return start + body
    mask = os.urandom(4)
    return start + mask + bytes(byte ^ mask[at % 4] for at, byte in enumerate(body))


def frames(rng: random.Random) -> bytes:
    """Frames that RFC 6455 forbids, or that try one's patience."""
    hello = b'{"t":"hello","v":1,"pin":"000000"}'
    head = rng.randrange(256)
    return rng.choice(
        (
            _frame(0x81, hello, masked=False),
            _frame(0x81, hello, declared=2**63 - 1),
            _frame(0x81, hello, declared=2**62),
            _frame(0x81, b"x" * 2000, declared=100_000_000),
            _frame(0x81, b"x", declared=4097),
            _frame(head, rng.randbytes(rng.randrange(200))),
            _frame(0xC1, rng.randbytes(40)),
            _frame(0xC1, b"\x00" * 3000),
            _frame(0x91, hello),
            _frame(0xA1, hello),
            _frame(0x00, hello),
            _frame(0x80, hello),
            _frame(0x01, hello[:5]) + _frame(0x81, hello),
            _frame(0x01, hello[:5]) + _frame(0x89, b"p") + _frame(0x80, hello[5:]),
            _frame(0x01, b"") + _frame(0x00, b"") * 3000,
            _frame(0x01, b"x" * 3000) + _frame(0x00, b"x" * 3000) * 4,
            _frame(0x01, b'"\xd0') + _frame(0x80, b'\x90"'),
            _frame(0x09, b"p"),
            _frame(0x89, b"p" * 126),
            _frame(0x89, b"p" * 125) * 100,
            _frame(0x8A, b"") * 100,
            _frame(0x82, hello),
            _frame(0x81, b"") * 2000,
            *(
                _frame(0x88, struct.pack("!H", code) + b"why")
                for code in (0, 999, 1000, 1005, 1006)
            ),
            *(_frame(0x88, struct.pack("!H", code)) for code in (1004, 1015, 2999, 4999, 65535)),
            _frame(0x88, b"\x03"),
            _frame(0x88, b"\x03\xe8\xff\xff"),
            _frame(0x88, b"") * 3 + _frame(0x81, hello),
            rng.randbytes(rng.randrange(1, 3000)),
        )
    )


async def _breaker(rng: random.Random, target: Target, source: str) -> None:
    one = await (insider if rng.random() < 0.3 else phone)(target, source)
    for _ in range(rng.randint(1, 3)):
        one.writer.write(frames(rng))
    await one.quiet(0.05)


PATHS = (
    "/", "//", "/../", "/..%2f..%2fetc/passwd", "/%2e%2e/%2e%2e/main.py", "/web/page.html", "/%00",
    "/page.js?x=1", "/page.js#x", "/ws/", "/teacher/", "*", "http://127.0.0.1/", "http://[::1/",
    "http://evil.example/ws", "/" + "a" * 9000, "/%ff%fe", "/\\..\\", "/;/", "/ws?pin=1", "\x01",
)  # fmt: skip


def requests(rng: random.Random, target: Target) -> bytes:
    """What no browser sends, or not so much of it."""
    host = f"Host: 127.0.0.1:{target.port}\r\n"
    method = rng.choice(
        ("GET", "HEAD", "POST", "PUT", "OPTIONS", "TRACE", "CONNECT", "get", "X" * 99)
    )
    path = rng.choice(PATHS)
    body = rng.choice(
        (
            "Content-Length: -1\r\n\r\n", "Content-Length: 99999999999999999999\r\n\r\nx",
            "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
            "Content-Length: 0x5\r\n\r\nhello",
            "Transfer-Encoding: chunked\r\n\r\n" + "1\r\nx\r\n" * 500 + "0\r\n\r\n",
            "Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\nx",
            "Transfer-Encoding: chunked\r\n\r\nzz\r\n", "Transfer-Encoding: chunked\r\n\r\n-1\r\n",
            "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\nGET / HTTP/1.1\r\n",
            "Transfer-Encoding: gzip\r\n\r\nx", "Expect: 100-continue\r\nContent-Length: 9\r\n\r\n",
            "Content-Encoding: br\r\nContent-Length: 3\r\n\r\nabc",
        )
    )  # fmt: skip
    return rng.choice(
        (
            f"{method} {path} HTTP/1.1\r\n{host}\r\n".encode("latin-1"),
            f"{method} / HTTP/1.1\r\n{host}{body}".encode(),
            f"POST /ws HTTP/1.1\r\n{host}{body}".encode(),
            b"GET / HTTP/1.0\r\n\r\n",
            b"GET / HTTP/1.1\r\n\r\n",
            b"GET / HTTP/9.9\r\n\r\n",
            b"GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n",
            f"GET / HTTP/1.1\r\n{host}{host}\r\n".encode(),
            f"GET / HTTP/1.1\r\n{host}Host: evil\r\n\r\n".encode(),
            f"GET / HTTP/1.1\r\n{host}Cookie: {'phone=' + 'x' * 7000}\r\n\r\n".encode(),
            f"GET / HTTP/1.1\r\n{host}Cookie: {'a=b; ' * 1500}\r\n\r\n".encode(),
            f'GET / HTTP/1.1\r\n{host}Cookie: phone="{chr(92) * 3000}\r\n\r\n'.encode(),
            f"GET / HTTP/1.1\r\n{host}X: {'y' * 9000}\r\n\r\n".encode(),
            f"GET / HTTP/1.1\r\n{host}{'X: y' * 1 + chr(13) + chr(10)}".encode()
            + b"A: b\r\n" * 5000,
            f"GET / HTTP/1.1\r\n{host}X: \0\r\n\r\n".encode(),
            f"GET / HTTP/1.1\r\n{host}X:y\r\n z\r\n\r\n".encode(),
            f"GET / HTTP/1.1\n{host}\n\n".encode(),
            f"GET / HTTP/1.1\r\n{host}If-None-Match: {'*' * 500}\r\n\r\n".encode(),
            f"GET / HTTP/1.1\r\n{host}Range: bytes=0-,0-,0-\r\n\r\n".encode(),
            f"GET / HTTP/1.1\r\n{host}\r\n".encode() * rng.randint(2, 300),
            f"GET /nothing HTTP/1.1\r\n{host}\r\n".encode() * rng.randint(2, 2000),
            f"GET / HTTP/1.1\r\n{host}\r\n".encode() + handshake(target) + frames(rng),
            handshake(target) + handshake(target),
            handshake(target, Origin="http://evil.example"),
            handshake(target, Origin="null"),
            handshake(target, Host="evil.example"),
            handshake(target, Sec_WebSocket_Version="12"),
            handshake(target, Sec_WebSocket_Key=""),
            handshake(target, Sec_WebSocket_Key="short"),
            handshake(target, Upgrade=""),
            handshake(target, Upgrade="h2c"),
            handshake(target, Connection="close"),
            handshake(
                target, Sec_WebSocket_Extensions="permessage-deflate; server_max_window_bits=x"
            ),
            handshake(target, Sec_WebSocket_Protocol="x, " * 500),
            b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + rng.randbytes(500),
            b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + rng.randbytes(50),
            rng.randbytes(rng.randrange(1, 5000)),
            b"\r\n" * 5000,
        )
    )


async def _client(rng: random.Random, target: Target, source: str) -> None:
    reader, writer = await wire(target, source)
    writer.write(requests(rng, target))
    with suppress(TimeoutError):
        async with asyncio.timeout(0.2):
            await reader.read(1 << 20)


async def _half(rng: random.Random, target: Target, source: str) -> None:
    _reader, writer = await wire(target, source)
    asked = handshake(target)
    writer.write(asked[: rng.randrange(len(asked))])
    await asyncio.sleep(rng.random())
    if rng.random() < 0.5:
        # Closed with a reset, as a phone that loses its network.
        writer.get_extra_info("socket").setsockopt(
            socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0)
        )


async def _slow(rng: random.Random, target: Target, source: str) -> None:
    _reader, writer = await wire(target, source)
    for byte in handshake(target)[: rng.randrange(5, 60)]:
        writer.write(bytes((byte,)))
        await asyncio.sleep(0.02)


async def _hoarder(rng: random.Random, target: Target, source: str) -> None:
    """Asks for the page over and over, and reads nothing of it."""
    reader, writer = await wire(target, source)
    reader._transport.pause_reading()  # type: ignore[attr-defined]
    asked = f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{target.port}\r\n\r\n".encode()
    with suppress(TimeoutError):
        async with asyncio.timeout(0.5 + rng.random()):
            while True:
                writer.write(asked * 100)
                await writer.drain()


Attack = Callable[[random.Random, Target, str], Awaitable[None]]
ATTACKS: tuple[tuple[Attack, int], ...] = (
    (_stranger, 5), (_pupil, 5), (_leaver, 2), (_twins, 2), (_flooder, 1), (_deaf, 1),
    (_breaker, 6), (_client, 6), (_half, 2), (_slow, 1), (_hoarder, 1),
)  # fmt: skip


async def attack(rng: random.Random, target: Target) -> None:
    """One attack, of whatever sort. What the host does to its sender is as it should be."""
    chosen = rng.choices([one for one, _ in ATTACKS], [often for _, often in ATTACKS])[0]
    target.tried += 1
    refused = (OSError, EOFError, TimeoutError, asyncio.IncompleteReadError)
    try:
        with suppress(*refused, asyncio.LimitOverrunError):
            await chosen(rng, target, rng.choice(SOURCES))
    finally:
        for writer in target.wires.pop(asyncio.current_task(), []):
            writer.transport.abort()
