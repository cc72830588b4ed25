"""A class from its first connection to its last: the loop that all of it runs in."""

from __future__ import annotations

import asyncio
import logging
import signal
import socket
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from game.live import ending, pages, report
from game.live.addresses import in_url
from game.live.doors import LOOK_S, Doors
from game.live.effects import Event, dumps
from game.live.host import TICK_S, Host
from game.live.protocol import VERSION, Malformed, Order, parse_order
from game.live.room import Room
from game.live.server import Server
from game.live.streams import Printer, read_orders
from game.phrase import phrase
from game.records.class_log import DoorRow, Head, LogFile, new_log
from game.records.trouble import Trouble
from game.records.words import why as why_of
from game.system_errors import why

_SWEEP_S = 1.0
_FAREWELL_S = 3.0


@dataclass(frozen=True, slots=True)
class Way:
    """How a class is held. `path` is the log that it is taken up from, None for a new one; `urls`
    are for all addresses of this machine, the one that is listened on first; `banned` the marks of
    who is kept out."""

    head: Head
    data: Path
    addresses: tuple[str, ...]
    seats: int
    pipe: bool
    as_json: bool
    drives: bool
    path: Path | None = None
    banned: tuple[str, ...] = ()


async def run(room: Room, way: Way, opened: socket.socket) -> None:
    """Hold a class on a socket that listens already; returns when it is over."""
    loop = asyncio.get_running_loop()
    stop: asyncio.Future[str] = loop.create_future()

    def end(why: str) -> None:
        if not stop.done():
            stop.set_result(why)

    def from_thread(call: Callable[[], None]) -> None:
        # What a thread still has to say when all is over is too late.
        with suppress(RuntimeError):
            loop.call_soon_threadsafe(call)

    for name in ("SIGINT", "SIGTERM"):
        with suppress(NotImplementedError, AttributeError, ValueError):
            loop.add_signal_handler(getattr(signal, name), end, "stopped")
    # What it says of connections that break is for nobody.
    logging.getLogger("asyncio").setLevel(logging.ERROR)
    printer = Printer(
        as_json=way.as_json or way.pipe,
        all_events=way.pipe,
        broken=lambda: from_thread(lambda: end("window")),
    )

    def refused(trouble: Trouble) -> None:
        if trouble:
            room.problem(
                phrase(
                    "The disk does not take the answers ({why}). They wait.", why=why_of(trouble)
                )
            )
        else:
            room.problem(phrase("The disk takes the answers again; none is lost."))
        for event in room.effects.events:
            printer.print(event)
        room.effects.events.clear()

    log = _log(way, from_thread, refused)
    head, out = way.head, printer.print
    host = Host(room, log, head.pin, head.secret, out, loop.time, way.banned)
    server = Server(host, pages.pages(), way.seats)

    def say(wrong: str) -> None:
        room.problem(wrong)
        host.act()

    def moved(address: str, port: int) -> None:
        # Who takes the class up again is to be found where its phones look for it.
        log.write((DoorRow(address, port),), lambda: None)
        printer.print(Event(_opened(room, way, address, port)))

    doors = Doors(server, say, printer.print, moved)
    loop.set_exception_handler(
        lambda _loop, told: host.trouble(told.get("exception") or told.get("message"))
    )
    await doors.open(opened, [in_url(one) for one in way.addresses])
    if way.path is not None and (way.addresses[0], doors.port) != (head.address, head.port):
        log.write((DoorRow(way.addresses[0], doors.port),), lambda: None)
    printer.print(Event(_opened(room, way, way.addresses[0], doors.port)))
    if way.path is not None:
        room.take_up(loop.time())
    room.tell_settings()
    room.effects.event("phase", {"phase": room.course.phase})
    host.act()
    host.window = way.pipe
    if way.pipe:
        read_orders(
            lambda line: from_thread(lambda: _order(host, line)),
            lambda: from_thread(lambda: end("window")),
        )
    host.keeps = lambda days: loop.create_task(_keep(host, way, days))
    host.moves = lambda order: loop.create_task(_move(doors, order))
    ticking = asyncio.create_task(_tick(host, server, way, end))
    looking = asyncio.create_task(_look(doors, room))
    try:
        why = await stop
    except asyncio.CancelledError:
        why = "stopped"
    ticking.cancel()
    looking.cancel()
    doors.close()
    host.act()
    await _farewell(host, server, "over" if room.over else "host")
    over = room.over or room.course.ended
    log.close(keep=not over)
    if not over:
        if why == "window":
            room.problem(
                phrase("The window has gone. The class can be taken up again with --resume.")
            )
        else:
            room.problem(phrase("The class is cut short. It can be taken up again with --resume."))
    for event in room.take().events:
        printer.print(event)
    printer.print(Event(dumps({"event": "closed"})))
    printer.close()


def _log(
    way: Way, tell: Callable[[Callable[[], None]], None], refused: Callable[[Trouble], None]
) -> LogFile:
    if way.path is not None:
        return LogFile(way.path, tell, refused)
    return new_log(way.data, way.head, tell, refused)


def _opened(room: Room, way: Way, address: str, port: int) -> str:
    head = way.head
    addresses = (address, *(one for one in way.addresses if one != address))
    urls = [f"http://{in_url(one)}:{port}/" for one in addresses]
    return dumps(
        {
            "event": "opened",
            "v": VERSION,
            "url": urls[0],
            "urls": urls,
            "port": port,
            "pin": head.pin,
            "teacher": f"{urls[0]}teacher#{head.secret}",
            "pack": head.pack,
            "pack_version": head.pack_version,
            "language": head.language,
            "seed": head.seed,
            "plan_seed": room.course.sitting.plan.seed,
            "questions": room.course.sitting.round.count,
            "seats": way.seats,
            "resumed": way.path is not None,
            "at": datetime.now(UTC).isoformat(timespec="seconds"),
        }
    )


async def _tick(host: Host, server: Server, way: Way, end: Callable[[str], None]) -> None:
    swept = 0.0
    while True:
        await asyncio.sleep(TICK_S)
        try:
            host.tick()
        except Exception as error:
            host.trouble(error)
        swept += TICK_S
        if swept >= _SWEEP_S:
            swept = 0.0
            server.sweep()
        if way.drives and host.room.course.ended and not host.room.over:
            host.room.end("itself")
            host.act()
        if host.room.over and not host.room.stays:
            # What is left to be said waits in the log for its turn.
            host.log.write((), lambda: end("over"))
            return


async def _look(doors: Doors, room: Room) -> None:
    """Until the class has begun its computer may still come into another network."""
    await doors.look()
    while not room.course.begun:
        await asyncio.sleep(LOOK_S)
        await doors.look()


async def _move(doors: Doors, order: Order) -> None:
    if order.do == "networks":
        await doors.look(always=True)
    else:
        await doors.move(str(order.more.get("address", "")))


async def _farewell(host: Host, server: Server, why: str) -> None:
    host.bye(why)
    until = asyncio.get_running_loop().time() + _FAREWELL_S
    while server.connections and asyncio.get_running_loop().time() < until:
        await asyncio.sleep(TICK_S)
    await server.shutdown(0.1)


async def _keep(host: Host, way: Way, days: object) -> None:
    """Write the report, as the teacher wants, and tell where it is."""
    course = host.room.course
    if not course.ended:
        host.room.problem(phrase("There is a report once the class is over."))
    elif type(days) is not int or not report.SHORTEST_DAYS <= days <= report.LONGEST_DAYS:
        host.room.problem(
            phrase(
                "A report is kept for {fewest} to {most} days.",
                fewest=report.SHORTEST_DAYS,
                most=report.LONGEST_DAYS,
            )
        )
    else:
        made = ending.report_of(course.report(), course.sitting.bank.pack.title, way.head.today)
        try:
            files, until = await asyncio.to_thread(
                report.keep, way.data, made, course.catalogue, days
            )
            told = {"files": [str(path) for path in files], "until": until.isoformat()}
            host.room.effects.event("kept", told)
        except OSError as error:
            host.room.problem(
                phrase(
                    "The report cannot be written in {folder}: {why}.",
                    folder=way.data,
                    why=why(error),
                )
            )
    host.act()


def _order(host: Host, line: str) -> None:
    if not line.strip():
        return
    try:
        host.order(parse_order(line))
    except Malformed as error:
        host.room.problem(phrase("This is no order: {why}.", why=str(error)))
        host.act()
