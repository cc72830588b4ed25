"""The least that keeps answers: an aiohttp WebSocket, SQLite with FULL, one commit for what waits.

    python -m tests.bench.bare_echo FILE

It prints its port, and acknowledges each frame once it is on disk.
"""

from __future__ import annotations

import asyncio
import sqlite3
import sys
import threading

from aiohttp import web

_GOT = '{"t":"got","q":0,"n":1}'


class Bare:
    """Frames on their way to the disk."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.loop = asyncio.get_running_loop()
        self.rows: list[tuple[web.WebSocketResponse, str]] = []
        self.some = threading.Event()
        threading.Thread(target=self._write, daemon=True).start()

    def _write(self) -> None:
        base = sqlite3.connect(self.path, isolation_level=None)
        base.execute("PRAGMA journal_mode = WAL")
        base.execute("PRAGMA synchronous = FULL")
        base.execute("CREATE TABLE answer (id INTEGER PRIMARY KEY, said TEXT)")
        while True:
            self.some.wait()
            self.some.clear()
            rows, self.rows = self.rows, []
            if not rows:
                continue
            base.execute("BEGIN")
            base.executemany("INSERT INTO answer (said) VALUES (?)", [(said,) for _, said in rows])
            base.execute("COMMIT")
            self.loop.call_soon_threadsafe(self._tell, [socket for socket, _ in rows])

    def _tell(self, sockets: list[web.WebSocketResponse]) -> None:
        for socket in sockets:
            self.loop.create_task(socket.send_str(_GOT))

    async def talk(self, request: web.Request) -> web.StreamResponse:
        """One phone."""
        socket = web.WebSocketResponse(compress=False)
        await socket.prepare(request)
        async for message in socket:
            self.rows.append((socket, message.data))
            self.some.set()
        return socket


async def main() -> None:
    """Serve until killed."""
    bare = Bare(sys.argv[1])
    application = web.Application()
    application.router.add_get("/ws", bare.talk)
    runner = web.AppRunner(application, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0, backlog=2048)
    await site.start()
    assert site._server is not None
    print(site._server.sockets[0].getsockname()[1], flush=True)  # type: ignore[attr-defined]
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main())
