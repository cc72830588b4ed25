"""Where a class is listened on: one network, that its teacher can change for another."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable, Sequence

from game.live.addresses import Network, in_url, networks
from game.live.effects import Event, dumps
from game.live.server import Server
from game.phrase import phrase
from game.system_errors import why

PORTS = range(8010, 8020)
"""Tried one after the other where none is named; the first is short to type."""
BACKLOG = 2048
LOOK_S = 3.0
"""So often it is looked whether the machine has come into another network, while all wait."""


class CannotOpen(Exception):
    """No class can be held there; the message says why and what to do."""


class Doors:
    """The open doors of a class. `look` gives the networks of this machine; `moved` is told the
    address and the port when they have changed, `say` what people are to know."""

    def __init__(
        self,
        server: Server,
        say: Callable[[str], None],
        out: Callable[[Event], None],
        moved: Callable[[str, int], None],
        look: Callable[[], Sequence[Network]] = networks,
    ) -> None:
        self.address = ""
        self.port = 0
        self._server = server
        self._say = say
        self._out = out
        self._moved = moved
        self._look = look
        self._listening: asyncio.Server | None = None
        self._networks: Sequence[Network] | None = None
        self._moving = asyncio.Lock()

    async def open(self, opened: socket.socket, also: Sequence[str] = ()) -> None:
        """Let in who comes by that socket; by the names in `also` as well."""
        address, port = opened.getsockname()[:2]
        loop = asyncio.get_running_loop()
        before = self._listening
        self._listening = await loop.create_server(self._server, sock=opened, backlog=BACKLOG)
        if before is not None:
            # Who has come that way stays; nobody else comes.
            before.close()
        self.address, self.port = str(address), int(port)
        names = (in_url(self.address), *also, "localhost")
        self._server.known_as([f"{name}:{port}" for name in names])

    def close(self) -> None:
        """Let nobody in any more."""
        if self._listening is not None:
            self._listening.close()

    async def look(self, *, always: bool = False) -> None:
        """Tell which networks there are, if they have changed or `always`."""
        found = await asyncio.to_thread(self._look)
        if found != self._networks or always:
            self._networks = found
            rows = [
                {"address": one.address, "device": one.device, "sort": one.sort} for one in found
            ]
            told = {"event": "networks", "networks": rows, "address": self.address}
            self._out(Event(dumps(told), window_alone=True))

    async def move(self, wanted: str) -> None:
        """Have the doors in another network: the one with that address of this machine."""
        async with self._moving:
            found = await asyncio.to_thread(self._look)
            if wanted not in [one.address for one in found]:
                self._say(phrase("This computer is not in that network any more."))
            elif wanted != self.address:
                try:
                    await self.open(self._listen(wanted))
                    self._moved(self.address, self.port)
                except CannotOpen as error:
                    self._say(str(error))
            await self.look(always=True)

    def _listen(self, address: str) -> socket.socket:
        """A socket there, on the same port if it is free."""
        try:
            return listen(address, self.port)
        except CannotOpen:
            return listen(address, 0)


def listen(address: str, port: int) -> socket.socket:
    """A socket that listens on that address and port, 0 for one of the usual ports. CannotOpen if
    there is none to be had."""
    tried = [port] if port else [*PORTS, 0]
    six = ":" in address
    last: OSError | None = None
    for one in tried:
        made = socket.socket(socket.AF_INET6 if six else socket.AF_INET, socket.SOCK_STREAM)
        try:
            if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):
                made.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
            else:
                made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            made.bind((address, one))
            made.listen(BACKLOG)
            return made
        except OSError as error:
            made.close()
            last = error
    assert last is not None
    if port:
        raise CannotOpen(
            phrase(
                "Port {port} of {address} cannot be had ({why}).",
                port=port,
                address=address,
                why=why(last),
            )
        )
    told = phrase("{address} cannot be listened on ({why}).", address=address, why=why(last))
    raise CannotOpen(told)
