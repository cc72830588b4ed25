"""The server for the phones: a page from memory, and a WebSocket for each."""

from __future__ import annotations

import asyncio
import logging
import secrets
import sys
from collections import Counter
from collections.abc import Collection, Mapping
from contextlib import suppress
from typing import Any

from aiohttp import WSMsgType, web
from aiohttp.web_protocol import RequestHandler

from game.live.host import Host
from game.live.limits import Visits
from game.live.line import Line
from game.live.pages import Page, in_every_language
from game.live.protocol import MOST_BYTES
from game.phrase import phrase

HEARTBEAT_S = 10.0
"""A phone that is gone without a word is noticed after one and a half of these."""
HELLO_S = 30.0
"""So long a connection may be open without having said the PIN or a token: long enough to load the
page over a bad network."""
NAME_S = 600.0
"""So long one who has said the PIN may take to choose a name."""
PENDING = 100
"""Connections that have not said who they are, beside one for each seat: a whole class may come at
once. Where there are more, the sender of the most of them loses its oldest."""
MOST_ADDRESSES = 10_000
"""So many are remembered."""
_KEEP_ALIVE_S = 10.0
_PHONE = "phone"
_NOT_HERE = phrase("This is no address of the class: open the one that stands in front.")
_NO_PAGE = phrase("There is no such page: open the address that stands in front.")
_READ_ALONE = phrase("A page can only be read.")
_TOO_MANY = phrase("Too many at once: wait a moment, and load the page again.")
_ANOTHERS = phrase("Another page may not speak for a phone.")

# Nothing that strangers send belongs on a teacher's terminal; aiohttp has loggers of its own, too.
_SILENT = logging.getLogger("aiohttp")
_SILENT.addHandler(logging.NullHandler())
_SILENT.propagate = False


class Server(web.Server):
    """Serves a fixed table of pages and `/ws`, to those who come by one of its own addresses."""

    def __init__(self, host: Host, pages: Mapping[str, Page], seats: int) -> None:
        super().__init__(
            self._serve,
            access_log=None,
            logger=_SILENT,
            keepalive_timeout=_KEEP_ALIVE_S,
            tcp_keepalive=False,
        )
        self._host = host
        self._pages = pages
        self._names: Collection[str] = ()
        self._pending = seats + PENDING
        self._most = seats + self._pending
        self._visits: dict[str, Visits] = {}
        self._of: dict[RequestHandler, asyncio.Transport] = {}
        self._open: dict[asyncio.Transport, tuple[str, float]] = {}
        self._lines: dict[asyncio.Transport, Line] = {}

    def known_as(self, names: Collection[str]) -> None:
        """The addresses, with their port, that it answers to; a name that was made to lead here
        from elsewhere is none of them."""
        self._names = frozenset(names)

    def connection_made(self, handler: RequestHandler, transport: asyncio.Transport) -> None:
        """Somebody has connected."""
        super().connection_made(handler, transport)
        peer = transport.get_extra_info("peername")
        loop = asyncio.get_running_loop()
        address, now = str(peer[0]) if peer else "", loop.time()
        self._of[handler] = transport
        self._open[transport] = (address, now)
        if not self._visits.setdefault(address, Visits(now)).takes(now):
            # Soon, since aiohttp does not expect a connection to end before it has begun.
            loop.call_soon(transport.abort)
        if len(self._open) - self._host.seated > self._pending:
            self._make_room()
        if len(self._open) > self._most:
            loop.call_soon(transport.abort)

    def connection_lost(self, handler: RequestHandler, exc: BaseException | None = None) -> None:
        """Somebody has gone."""
        transport = self._of.pop(handler, None)
        if transport is not None:
            self._open.pop(transport, None)
        super().connection_lost(handler, exc)

    def sweep(self) -> None:
        """End what has been open for too long without saying who it is."""
        now = asyncio.get_running_loop().time()
        if len(self._visits) > MOST_ADDRESSES:
            self._visits.clear()
        for transport, (_, since) in list(self._open.items()):
            line = self._lines.get(transport)
            if line is None or not line.let_in:
                if now - since > HELLO_S:
                    transport.abort()
            elif line.player is None and not line.teaches and now - since > NAME_S:
                line.bye("slow")

    def _make_room(self) -> None:
        pending = {
            transport: address
            for transport, (address, _) in self._open.items()
            if not self._sits(transport)
        }
        if len(pending) > self._pending:
            (most, _count), *_ = Counter(pending.values()).most_common(1)
            oldest = next(one for one, address in pending.items() if address == most)
            oldest.abort()

    def _sits(self, transport: asyncio.Transport) -> bool:
        line = self._lines.get(transport)
        return line is not None and (line.player is not None or line.teaches)

    async def _serve(self, request: web.BaseRequest) -> web.StreamResponse:
        if request.headers.get("Host") not in self._names:
            return _refused(421, _NOT_HERE)
        if request.path == "/ws":
            return await self._talk(request)
        page = self._pages.get(request.path)
        if page is None:
            return _refused(404, _NO_PAGE)
        if request.method not in ("GET", "HEAD"):
            return _refused(405, _READ_ALONE)
        visits = self._visits.get(request.remote or "")
        if visits is not None and not visits.takes(asyncio.get_running_loop().time()):
            return _refused(429, _TOO_MANY)
        return _page(request, page)

    async def _talk(self, request: web.BaseRequest) -> web.StreamResponse:
        origin = request.headers.get("Origin")
        if origin is not None and origin.removeprefix("http://") not in self._names:
            return _refused(403, _ANOTHERS)
        transport = request.transport
        if transport is None:
            return web.Response(status=400)
        socket: web.WebSocketResponse[Any] = web.WebSocketResponse(
            compress=False, heartbeat=HEARTBEAT_S, max_msg_size=MOST_BYTES + 1, autoping=False
        )
        await socket.prepare(request)
        address = request.remote or ""
        now = asyncio.get_running_loop().time()
        line = Line(transport, address, _phone(request), now)
        self._lines[transport] = line
        try:
            self._host.opened(line)
            await self._listen(line, socket)
        except Exception as error:
            self._host.trouble(error)
        finally:
            del self._lines[transport]
            self._host.closed(line)
            if not line.ended:
                # What is not on its way yet will never be read.
                transport.abort()
        return socket

    async def _listen(self, line: Line, socket: web.WebSocketResponse[Any]) -> None:
        while not line.ended:
            message = await socket.receive()
            if message.type is WSMsgType.TEXT:
                self._host.hear(line, message.data)
            elif message.type is WSMsgType.PING:
                if self._host.flood(line):
                    line.pong(message.data)
            elif message.type is WSMsgType.PONG:
                self._host.flood(line)
            elif message.type is WSMsgType.BINARY or socket.close_code in (1002, 1007, 1009):
                line.bye("malformed")
            else:
                if message.type is WSMsgType.CLOSE:
                    self._host.flood(line)
                return


def _phone(request: web.BaseRequest) -> str:
    found = request.cookies.get(_PHONE, "")
    return found if len(found) <= 64 else ""


def _refused(status: int, why: str) -> web.Response:
    return web.Response(status=status, text=f"{in_every_language(why)}\n")


def _page(request: web.BaseRequest, page: Page) -> web.Response:
    headers = {
        "ETag": page.etag,
        "Server": "T-Minus",
        "Cache-Control": "no-cache",
        "Content-Security-Policy": (
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            # Older browsers do not count a WebSocket of the same address as "self".
            f"manifest-src 'self'; connect-src 'self' ws://{request.host}; "
            "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
        ),
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "no-referrer",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Vary": "Accept-Encoding",
    }
    if page.kind.startswith("text/html") and not _phone(request):
        # Banning a phone needs something to know it by; it says nothing of whose it is.
        phone = secrets.token_urlsafe(12)
        headers["Set-Cookie"] = f"{_PHONE}={phone}; Path=/; HttpOnly; SameSite=Strict"
    if request.headers.get("If-None-Match") == page.etag:
        return web.Response(status=304, headers=headers)
    body = page.body
    if page.packed and "gzip" in request.headers.get("Accept-Encoding", ""):
        headers["Content-Encoding"] = "gzip"
        body = page.packed
    headers["Content-Type"] = page.kind
    return web.Response(body=body, headers=headers)


def raise_limit() -> int:
    """Let this process have as many connections as the system allows; gives how many."""
    if sys.platform == "win32":
        return 100_000
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    for wanted in (65_536, 10_240, 4_096, hard):
        if soft == resource.RLIM_INFINITY or 0 <= wanted <= soft:
            break
        # What the system does not give, or not so many, is done without.
        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
            return wanted
    return 65_536 if soft == resource.RLIM_INFINITY else soft
