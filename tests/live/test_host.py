"""`host --headless` as a program sees it: events, orders, ends, and a kill in mid-question."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from game import paths
from tests.live.hosting import Phone

pytestmark = pytest.mark.slow

PACK = str(paths.default_pack())


class Running:
    """A host in a process of its own."""

    def __init__(self, data: Path, *more: str) -> None:
        command = [sys.executable, "-m", "game.cli", "host", PACK, "--headless", "--json"]
        command += ["--address", "127.0.0.1", "--data", str(data), "--questions", "3", *more]
        self.process = subprocess.Popen(
            command,
            cwd=paths.HERE.parent,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        self.events: list[dict[str, Any]] = []

    def hear(self, name: str) -> dict[str, Any]:
        """The next event of that name."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            event: dict[str, Any] = json.loads(line)
            self.events.append(event)
            if event["event"] == name:
                return event
        assert self.process.stderr is not None
        raise EOFError(f"no {name}: {self.process.stderr.read().decode()}")

    async def heard(self, name: str) -> dict[str, Any]:
        """The same beside phones."""
        return await asyncio.to_thread(self.hear, name)

    def order(self, do: str, **more: object) -> None:
        """Give an order on its standard input."""
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps({"do": do, **more}).encode() + b"\n")
        self.process.stdin.flush()

    def end(self) -> int:
        """Wait for its end; gives the exit status."""
        assert self.process.stdout is not None
        self.events += [json.loads(line) for line in self.process.stdout]
        return self.process.wait(20)


@contextmanager
def running(data: Path, *more: str) -> Iterator[Running]:
    """A host that is gone afterwards."""
    host = Running(data, *more)
    try:
        yield host
    finally:
        host.process.kill()
        host.process.wait()
        for pipe in (host.process.stdin, host.process.stdout, host.process.stderr):
            assert pipe is not None
            with suppress(OSError):
                pipe.close()


async def joined(opened: dict[str, Any]) -> Phone:
    """A phone with a seat in a host's class."""
    phone = await Phone.connect(opened["port"])
    await phone.say(t="hello", v=1, pin=opened["pin"])
    names = (await phone.hear("welcome"))["names"]
    await phone.say(t="join", name=names[0])
    phone.token = (await phone.hear("seat"))["token"]
    return phone


async def robot(opened: dict[str, Any]) -> dict[str, Any]:
    """A robot that does not know anything, to the end of the class."""
    phone = await joined(opened)
    while (message := await phone.next()) is not None:
        if message["t"] == "go":
            await phone.say(t="go", q=message["q"], go=False)
        elif message["t"] == "question":
            await phone.say(t="answer", q=message["q"], n=1, a=None)
        elif message["t"] == "end":
            return message
    raise AssertionError("no end")


def test_a_class_of_robots_is_held_without_a_word_from_anybody(tmp_path: Path) -> None:
    async def scene(host: Running) -> None:
        opened = await host.heard("opened")
        ends = await asyncio.gather(robot(opened), robot(opened), host.heard("finished"))
        assert [end["of"] for end in ends[:2]] == [3, 3]

    with running(tmp_path, "--pace", "fast", "--start-when", "2") as host:
        asyncio.run(scene(host))
        assert host.end() == 0
    names = [event["event"] for event in host.events]
    assert names[0] == "opened"
    assert names[-1] == "closed"
    assert {"joined", "question", "answered", "revealed", "finished"} <= set(names)
    assert not {"round", "report", "clock"} & set(names)
    assert not list((tmp_path / "live").glob("*"))


def test_the_window_drives_a_class_and_keeps_its_report(tmp_path: Path) -> None:
    async def scene(host: Running) -> None:
        opened = await host.heard("opened")
        phone = await joined(opened)
        host.order("settings", go=False, standing="none", change=False)
        host.order("start")
        for _ in range(3):
            asked = await phone.hear("question")
            await phone.say(t="answer", q=asked["q"], n=1, a=None)
            await phone.hear("reveal")
            host.order("next")
        await phone.hear("hold")
        host.order("next")
        while (await host.heard("phase"))["phase"] != "key":
            host.order("next")
        host.order("next")
        host.order("launched")
        await host.heard("finished")
        host.order("keep", days=30)
        kept = await host.heard("kept")
        assert all(Path(path).is_file() for path in kept["files"])
        host.order("end")
        assert (await phone.rest())[-1] == {"t": "bye", "why": "over"}

    with running(tmp_path, "--pipe") as host:
        asyncio.run(scene(host))
        assert host.end() == 0
    rounds = [event for event in host.events if event["event"] == "round"]
    assert json.loads(rounds[-1]["round"])["round"]["phase"] == "results"
    assert not list((tmp_path / "live").glob("*"))


def test_a_report_can_be_kept_after_the_teachers_phone_has_ended_the_class(tmp_path: Path) -> None:
    async def scene(host: Running) -> None:
        opened = await host.heard("opened")
        phone = await joined(opened)
        host.order("settings", go=False)
        host.order("start")
        await phone.hear("question")
        host.order("close")
        teacher = await Phone.connect(opened["port"])
        await teacher.say(t="hello", v=1, secret=opened["teacher"].partition("#")[2])
        await teacher.say(t="order", do="end")
        assert (await host.heard("ended"))["by"] == "phone"
        host.order("keep", days=30)
        assert (await host.heard("kept"))["files"]
        host.order("end")

    with running(tmp_path, "--pipe") as host:
        asyncio.run(scene(host))
        assert host.end() == 0
    assert not list((tmp_path / "live").glob("*"))


def test_a_host_that_is_killed_in_mid_question_goes_on_where_it_stopped(tmp_path: Path) -> None:
    async def before(host: Running) -> tuple[dict[str, Any], list[str], int]:
        opened = await host.heard("opened")
        phones = [await joined(opened) for _ in range(2)]
        host.order("settings", go=False, change=True)
        host.order("start")
        asked = [await phone.hear("question") for phone in phones]
        await phones[0].say(t="answer", q=0, n=1, a=None)
        await phones[0].hear("got")
        host.process.send_signal(signal.SIGKILL)
        assert await phones[0].next() is None
        return opened, [phone.token for phone in phones], asked[0]["q"]

    async def after(host: Running, tokens: list[str], q: int) -> dict[str, Any]:
        opened = await host.heard("opened")
        phones = [await Phone.connect(opened["port"]) for _ in tokens]
        for phone, token in zip(phones, tokens, strict=True):
            await phone.say(t="hello", v=1, token=token)
        asked = await phones[0].hear("question")
        assert (asked["q"], asked["mine"]) == (q, {"n": 1, "a": None})
        await phones[1].hear("question")
        host.order("close")
        await phones[1].hear("reveal")
        host.order("end")
        return opened

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    with running(tmp_path, "--pipe", "--port", port) as host:
        first, tokens, q = asyncio.run(before(host))
    with running(tmp_path, "--pipe", "--resume") as host:
        second = asyncio.run(after(host, tokens, q))
        assert host.end() == 0
    assert second["resumed"] is True
    assert second["plan_seed"] == first["plan_seed"] == f"class/{first['seed']}"
    for same in ("pin", "port", "teacher", "seed", "pack"):
        assert second[same] == first[same]


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL")
def test_what_was_acknowledged_before_a_kill_is_on_disk(tmp_path: Path) -> None:
    """Killed at once after the last acknowledgement: everything acknowledged is in the log."""

    async def scene(host: Running) -> int:
        opened = await host.heard("opened")
        phones = [await joined(opened) for _ in range(12)]
        host.order("settings", go=False)
        host.order("start")
        for phone in phones:
            await phone.hear("question")
        for phone in phones:
            await phone.say(t="answer", q=0, n=1, a=None)
        await phones[3].hear("got")
        host.process.send_signal(signal.SIGKILL)
        got = 0
        for phone in phones:
            await phone.rest()
            got += any(message["t"] == "got" for message in phone.heard)
        return got

    with running(tmp_path, "--pipe") as host:
        got = asyncio.run(scene(host))
    (path,) = (tmp_path / "live").glob("*.db")
    with closing(sqlite3.connect(path)) as file:
        (stored,) = file.execute("SELECT count(*) FROM answer").fetchone()
    assert stored >= got >= 1


def test_the_end_of_its_input_ends_a_host_and_its_class_can_be_taken_up(tmp_path: Path) -> None:
    with running(tmp_path, "--pipe") as host:
        host.hear("opened")
        assert host.process.stdin is not None
        host.process.stdin.close()
        assert host.end() == 0
        assert "--resume" in next(e["message"] for e in host.events if e["event"] == "problem")
    with running(tmp_path, "--pipe", "--resume") as host:
        assert host.hear("opened")["resumed"] is True


def test_an_interrupt_ends_in_order(tmp_path: Path) -> None:
    with running(tmp_path) as host:
        host.hear("opened")
        host.process.send_signal(signal.SIGINT)
        assert host.end() == 0
        assert host.events[-1] == {"event": "closed"}


def test_orders_that_are_none_are_told_and_harm_nothing(tmp_path: Path) -> None:
    with running(tmp_path, "--pipe") as host:
        host.hear("opened")
        assert host.process.stdin is not None
        host.process.stdin.write(b"nonsense\n[1]\n" + b"x" * 100_000 + b"\n\xff\n")
        host.order("kick", id=7)
        for _ in range(4):
            host.hear("problem")
        host.order("end")
        assert host.end() == 0


def said(tmp_path: Path, *more: str) -> tuple[int, str]:
    """How a host that cannot begin ends: its status and what it says."""
    with running(tmp_path, *more) as host:
        assert host.process.stderr is not None
        text = host.process.stderr.read().decode()
        return host.end(), text


def test_a_port_that_is_taken_is_said_in_a_sentence(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        status, text = said(tmp_path, "--port", str(port))
    assert status == 1
    assert f"Port {port}" in text
    assert "Traceback" not in text


@pytest.mark.parametrize(
    ("more", "status", "words"),
    [
        (("--resume",), 1, "no class to take up"),
        (("--address", "203.0.113.9"), 1, "203.0.113.9"),
        (("--address", "nowhere"), 1, "no address"),
        (("--sets", "no-such"), 1, "no-such"),
        (("--port", "99999"), 2, "99999"),
        (("--pace", "slow"), 2, "slow"),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(
    tmp_path: Path, more: tuple[str, ...], status: int, words: str
) -> None:
    ended, text = said(tmp_path, *more)
    assert ended == status
    assert words in text
    assert "Traceback" not in text
