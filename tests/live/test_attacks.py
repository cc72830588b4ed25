"""What an honest host of a class on a local network must withstand.

Twelve things, each with the tests that hold it; where nothing else is said they stand here.

1. The key leaves nobody but the window before the reveal: `test_what_leaves` (no byte of it to
   phones and to a teacher's; the same text whatever the key is), here the pages.
2. Orders need the secret: `test_orders`.
3. The server's clock, phase and range decide: `test_answers` (refused with its reason, too early,
   changed, older), `test_clocks` (after the clock).
4. One record for each answer: here, of 30, 100 and 300 at one instant and on a slow disk.
5. Malformed, oversized, deep, binary, slow: `test_strangers`, `test_protocol`, `fuzz`, here.
6. Floods of joins, and names: `test_strangers`, `test_names`, `test_room` (lock, seats), here.
7. A seat by its token, with its score: `test_server` (taken up again, opened elsewhere), here.
8. Who comes late is treated fairly: `test_coming_and_going`.
9. Only the chosen address, guesses limited, nothing sent outside: here.
10. Who is gone is not waited for: `test_coming_and_going`, `test_silence`.
11. Results without what nobody needs, and whole: `test_report`, here.
12. Time for those who need it: `test_clocks` (untimed, extra time, pause).
"""

from __future__ import annotations

import asyncio
import json
import random
import re
import sqlite3
import sys
import time
from collections.abc import Sequence
from contextlib import closing, suppress
from pathlib import Path

import pytest

from game import paths
from game.live import pages
from game.live.limits import Guesses
from game.records.class_log import LogFile, Row
from game.records.trouble import Trouble
from tests.conftest import program as found_program
from tests.live.hosting import PIN, Held, Phone
from tests.live.playing import answering, fetched, play, take_up
from tests.live.program import ROOT, program
from tests.live.test_host import robot

LINUX_ONLY = pytest.mark.skipif(sys.platform != "linux", reason="/proc and strace are of Linux")


def test_pages_are_the_same_whatever_is_asked(tmp_path: Path) -> None:
    async def scene(live: Held) -> None:
        async def served() -> list[bytes]:
            found = [await fetched(live, path) for path in pages.pages()]
            return [re.sub(rb"(Date|Set-Cookie): [^\r]*", b"", head) + body for head, body in found]

        before = await served()
        phone = await Phone.join(live.port)
        live.order("start")
        await phone.hear("question")
        assert await served() == before

    play(tmp_path, scene)


@pytest.mark.parametrize(("players", "slow_s"), [(30, 0.0), (100, 0.0), (300, 0.0), (100, 0.1)])
def test_answers_of_one_instant_are_all_stored_once(
    tmp_path: Path, players: int, slow_s: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    commits = LogFile._commit

    def slowly(log: LogFile, rows: Sequence[Row]) -> Trouble:
        time.sleep(slow_s)
        return commits(log, rows)

    monkeypatch.setattr(LogFile, "_commit", slowly)

    async def scene(live: Held) -> None:
        phones = await asyncio.gather(*(Phone.join(live.port) for _ in range(players)))
        live.order("start")
        for phone in phones:
            await phone.hear("question")
        chosen = [random.Random(1).randrange(4) for _ in phones]
        for phone, a in zip(phones, chosen, strict=True):
            await phone.say(t="answer", q=0, n=1, a=a)
            await phone.say(t="answer", q=0, n=1, a=a)
        for phone in phones:
            await phone.hear("got")
            assert (await phone.hear("reveal"))["right"] is not None
        with closing(sqlite3.connect(live.log.path)) as file:
            assert file.execute("SELECT count(*) FROM answer").fetchone() == (players,)
        (revealed,) = live.told("revealed")
        assert (sum(revealed["counts"]), revealed["of"]) == (players, players)

    play(tmp_path, scene, seats=players)


def test_a_class_that_is_cut_short_while_it_explains_counts_nothing_twice(tmp_path: Path) -> None:
    tokens: list[str] = []

    async def first(live: Held) -> None:
        phone = await Phone.join(live.port)
        tokens.append(phone.token)
        live.order("start")
        await answering([phone])
        assert (await phone.hear("reveal"))["fuel"] == 100

    play(tmp_path, first)

    async def again(live: Held) -> None:
        phone = await Phone.connect(live.port)
        await phone.say(t="hello", v=1, token=tokens[0])
        assert (await phone.hear("reveal"))["fuel"] == 100

    take_up(tmp_path, again)


def test_what_still_comes_from_a_seat_that_was_given_up_is_nothing(tmp_path: Path) -> None:
    async def scene(live: Held) -> None:
        calm, one = await Phone.join(live.port), await Phone.join(live.port)
        live.order("start")
        await calm.hear("question")
        for body in (b'{"t":"leave"}', b'{"t":"answer","q":0,"n":1,"a":0}', b'{"t":"leave"}'):
            await one.send(body)
        assert (await one.rest())[-1] == {"t": "bye", "why": "over"}
        assert not live.told("problem")
        with closing(sqlite3.connect(live.log.path)) as file:
            assert file.execute("SELECT count(*) FROM answer").fetchone() == (0,)

    play(tmp_path, scene)


@pytest.mark.parametrize("says_the_pin", [False, True])
def test_a_flood_of_websockets_keeps_nobody_out(tmp_path: Path, says_the_pin: bool) -> None:
    async def scene(live: Held) -> None:
        calm = await Phone.join(live.port)
        crowd = []
        for _ in range(150):
            # The first of them are pushed out while the last come.
            with suppress(ConnectionError, asyncio.IncompleteReadError):
                crowd.append(await Phone.connect(live.port))
                if says_the_pin:
                    await crowd[-1].say(t="hello", v=1, pin=PIN)
                    await crowd[-1].hear("welcome")
        fresh = await Phone.join(live.port)
        live.order("start")
        await calm.hear("question")
        await fresh.hear("question")
        for one in crowd:
            one.cut()

    play(tmp_path, scene, seats=10)


def test_a_phone_that_is_away_is_banned_as_well(tmp_path: Path) -> None:
    async def scene(live: Held) -> None:
        calm = await Phone.join(live.port)
        one = await Phone.connect(live.port, Cookie="phone=mine")
        await one.say(t="hello", v=1, pin=PIN)
        await one.say(t="join", name=(await one.hear("welcome"))["names"][0])
        seat = await one.hear("seat")
        one.cut()
        while not live.told("left"):
            await asyncio.sleep(0.01)
        other = await Phone.connect(live.port, Cookie="phone=mine")
        await other.say(t="hello", v=1, pin=PIN)
        names = (await other.hear("welcome"))["names"]
        live.order("ban", id=seat["id"])
        while len(live.told("left")) < 2:
            await asyncio.sleep(0.01)
        await other.say(t="join", name=names[0])
        assert (await other.rest())[-1] == {"t": "bye", "why": "kicked"}
        again = await Phone.connect(live.port, Cookie="phone=mine")
        assert (await again.rest())[-1] == {"t": "bye", "why": "kicked"}
        calm.cut()

    play(tmp_path, scene)


def test_a_request_without_an_address_is_answered_by_none(tmp_path: Path) -> None:
    async def scene(live: Held) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", live.port)
        writer.write(b"GET / HTTP/1.0\r\n\r\n")
        assert (await reader.read()).startswith(b"HTTP/1.0 421")

    play(tmp_path, scene)


@pytest.mark.parametrize(("addresses", "most"), [(1, 1_830), (30, 9_000)])
def test_guessing_a_pin_for_an_hour_tries_few_of_a_million(addresses: int, most: int) -> None:
    """One that keeps on trying from so many addresses, as fast as it may."""
    guesses, tried = Guesses(), 0
    for now in range(3600):
        for number in random.Random(now).choices(range(addresses), k=addresses + 5):
            if guesses.may(f"{number}", now):
                guesses.wrong(f"{number}", now)
                tried += 1
    assert tried <= most


def test_guessed_tokens_do_not_fill_the_memory() -> None:
    guesses = Guesses()
    for number in range(10_000):
        guesses.wrong("one", number / 10)
    assert sum(len(one) for one in guesses._wrong.values()) <= Guesses.WINDOW_S * 10 + 1


@LINUX_ONLY
@pytest.mark.slow
def test_only_the_chosen_address_is_listened_on(tmp_path: Path) -> None:
    async def scene() -> None:
        async with program(tmp_path) as host:
            port = (await host.told("opened"))["port"]
            assert _listening(host.pid) == {("tcp", f"0100007F:{port:04X}")}

    asyncio.run(scene())


def _listening(process: int) -> set[tuple[str, str]]:
    """(protocol, address) of each socket of a process that takes connections or packets."""
    links = (str(path.readlink()) for path in Path(f"/proc/{process}/fd").iterdir())
    own = {link.removeprefix("socket:[").removesuffix("]") for link in links}
    found = set()
    for kind in ("tcp", "tcp6", "udp", "udp6", "raw"):
        for line in Path(f"/proc/{process}/net/{kind}").read_text().splitlines()[1:]:
            fields = line.split()
            if fields[9] in own and (kind[:3] != "tcp" or fields[3] == "0A"):
                found.add((kind, fields[1]))
    return found


@LINUX_ONLY
@pytest.mark.slow
def test_nothing_is_sent_outside(tmp_path: Path) -> None:
    """Of all that a host asks of the network, the system says its own address, and no more."""
    trace = tmp_path / "trace"

    async def scene() -> int:
        process = await asyncio.create_subprocess_exec(
            *(found_program("strace"), "-f", "-yy", "-e", "trace=network", "-o", str(trace)),
            *(sys.executable, str(ROOT / "main.py"), "host", str(paths.default_pack())),
            *("--headless", "--json", "--pace", "fast", "--questions", "3", "--start-when", "2"),
            *("--address", "127.0.0.1", "--data", str(tmp_path / "data")),
            cwd=ROOT,
            limit=1 << 24,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        assert process.stdout is not None
        first = await process.stdout.readline()
        if not first:
            pytest.skip("strace may not trace here")
        opened = json.loads(first)
        await asyncio.gather(robot(opened), robot(opened))
        await process.communicate()
        return await process.wait()

    assert asyncio.run(scene()) == 0
    calls = trace.read_text("utf-8", "replace").splitlines()
    assert any("listen(" in call for call in calls)
    for call in calls:
        # A datagram socket that is connected sends nothing: the system tells the way to there.
        if re.search(r"\bconnect\(", call):
            assert "UDP" in call or "AF_UNIX" in call, call
        if re.search(r"\bsend(to|msg|mmsg)\(", call) and "UDP" in call:
            raise AssertionError(call)
        assert "socket(AF_PACKET" not in call
        assert "htons(53)" not in call, call
