"""Who guesses, floods, is silent or was sent away costs nobody else anything."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from game.live.limits import Bucket, Guesses
from tests.live.hosting import PIN, Held, Phone
from tests.live.made import CALM
from tests.live.playing import play


def test_a_wrong_pin_is_told_and_a_fifth_one_ends_it(tmp_path: Path) -> None:
    async def scene(live: Held) -> None:
        one = await Phone.connect(live.port)
        await one.say(t="hello", v=1, pin="000000")
        assert await one.hear("no") == {"t": "no", "why": "pin"}
        await one.say(t="hello", v=1, pin=PIN)
        await one.hear("welcome")
        other = await Phone.connect(live.port)
        for _ in range(5):
            await other.say(t="hello", v=1, pin="000000")
        assert (await other.rest())[-1] == {"t": "bye", "why": "pin"}

    play(tmp_path, scene)


def test_guessing_is_slowed_down_also_for_the_right_pin(tmp_path: Path) -> None:
    async def scene(live: Held) -> None:
        calm = await Phone.join(live.port)
        for _ in range(Guesses.OF_ADDRESS // 5):
            one = await Phone.connect(live.port)
            for _ in range(5):
                await one.say(t="hello", v=1, token="guessed")
            await one.rest()
        late = await Phone.connect(live.port)
        await late.say(t="hello", v=1, pin=PIN)
        assert await late.hear("no") == {"t": "no", "why": "busy"}
        again = await Phone.connect(live.port)
        await again.say(t="hello", v=1, token=calm.token)
        await again.hear("seat")

    play(tmp_path, scene)


def test_a_flood_is_told_to_wait_and_then_ended(tmp_path: Path) -> None:
    async def scene(live: Held) -> None:
        calm = await Phone.join(live.port)
        one = await Phone.join(live.port)
        for _ in range(int(Bucket.BURST + Bucket.BEYOND) + 10):
            await one.say(t="ping")
        said = await one.rest()
        assert said[-1] == {"t": "bye", "why": "flood"}
        assert said.count({"t": "no", "why": "busy"}) == 1
        live.order("start")
        await calm.hear("question")

    play(tmp_path, scene)


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"{}", 0x81),
        (b"[]", 0x81),
        (b"null", 0x81),
        (b"\xff\xfe", 0x81),
        (b"{" * 4000, 0x81),
        (b"[" * 4000, 0x81),
        (b'{"t":"hello"}', 0x81),
        (b'{"t":"hello","v":1,"pin":"123456","more":1}', 0x81),
        (b'{"t":"hello","v":NaN,"pin":"123456"}', 0x81),
        (b'{"t":"hello","v":true,"pin":"123456"}', 0x81),
        (b'{"t":"join","name":"x"}', 0x81),
        (b'{"t":"answer","q":0,"n":1,"a":0}', 0x81),
        (b"x" * 5000, 0x81),
        (b'{"t":"ping"}', 0x82),
        (b'{"t":"ping"}', 0xC1),
        (b"", 0x83),
    ],
)
def test_what_is_malformed_ends_its_sender_alone(tmp_path: Path, body: bytes, kind: int) -> None:
    async def scene(live: Held) -> None:
        calm = await Phone.join(live.port)
        one = await Phone.connect(live.port)
        await one.send(body, kind)
        said = await one.rest()
        assert not said or said[-1] == {"t": "bye", "why": "malformed"}
        live.order("start")
        await calm.hear("question")
        assert not live.told("problem")

    play(tmp_path, scene)


def test_who_does_not_read_is_dropped_and_holds_nobody_up(tmp_path: Path) -> None:
    async def scene(live: Held) -> None:
        calm, deaf = await Phone.join(live.port), await Phone.join(live.port)
        deaf.reader._transport.pause_reading()  # type: ignore[attr-defined]
        line = live.host.line_of("p2")
        assert line is not None
        while not line.ended:
            line.tell({"t": "lobby", "players": "x" * 10_000})
            await asyncio.sleep(0)
        live.order("start")
        await calm.hear("question")
        await calm.say(t="answer", q=0, n=1, a=0)
        await calm.hear("reveal")

    play(tmp_path, scene)


def test_a_banned_phone_does_not_come_back_and_a_kicked_one_may(tmp_path: Path) -> None:
    async def scene(live: Held) -> None:
        calm = await Phone.join(live.port)
        for do, comes in (("kick", True), ("ban", False)):
            one = await Phone.connect(live.port, Cookie="phone=mine")
            await one.say(t="hello", v=1, pin=PIN)
            names = (await one.hear("welcome"))["names"]
            await one.say(t="join", name=names[0])
            seat = await one.hear("seat")
            live.order(do, id=seat["id"])
            assert (await one.rest())[-1] == {"t": "bye", "why": "kicked"}
            again = await Phone.connect(live.port, Cookie="phone=mine")
            await again.say(t="hello", v=1, pin=PIN)
            first = await again.next()
            assert first is not None
            assert first["t"] == ("welcome" if comes else "bye")
        await Phone.join(live.port)
        live.order("start")
        await calm.hear("question")

    play(tmp_path, scene)


def test_who_likes_no_name_is_offered_others(tmp_path: Path) -> None:
    async def scene(live: Held) -> None:
        one = await Phone.connect(live.port)
        await one.say(t="names")
        assert (await one.rest())[-1] == {"t": "bye", "why": "malformed"}
        one = await Phone.connect(live.port)
        await one.say(t="hello", v=1, pin=PIN)
        first = (await one.hear("welcome"))["names"]
        await one.say(t="names")
        others = (await one.hear("welcome"))["names"]
        assert not set(first) & set(others)
        await one.say(t="join", name=first[0])
        assert (await one.hear("no"))["why"] == "name"
        await one.say(t="names")
        await one.say(t="join", name=(await one.hear("welcome"))["names"][2])
        await one.hear("seat")

    play(tmp_path, scene)


def test_names_are_text_however_they_are_written(tmp_path: Path) -> None:
    async def scene(live: Held) -> None:
        one = await Phone.connect(live.port)
        await one.say(t="hello", v=1, pin=PIN)
        await one.hear("welcome")
        await one.say(t="join", name="<b>\u202eZoe</b>")
        assert (await one.hear("seat"))["name"] == "<b>Zoe</b>"

    play(tmp_path, scene, replace(CALM, names="free"))


def test_silence_costs_only_the_silent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.live.server.HELLO_S", 0.2)

    async def scene(live: Held) -> None:
        calm = await Phone.join(live.port)
        mute = await Phone.connect(live.port)
        reader, writer = await asyncio.open_connection("127.0.0.1", live.port)
        writer.write(b"GET / HTTP/1.1\r\nHost: ")
        await asyncio.sleep(0.3)
        live.server.sweep()
        assert await mute.rest() == []
        assert await reader.read() == b""
        live.order("start")
        await calm.hear("question")

    play(tmp_path, scene)


def test_a_flood_of_connections_pushes_out_its_own_first(tmp_path: Path) -> None:
    async def scene(live: Held) -> None:
        calm = await Phone.join(live.port)
        crowd = [await asyncio.open_connection("127.0.0.1", live.port) for _ in range(130)]
        assert await crowd[0][0].read() == b""
        fresh = await Phone.join(live.port)
        live.order("start")
        await calm.hear("question")
        await fresh.hear("question")
        for _, writer in crowd:
            writer.transport.abort()

    play(tmp_path, scene, seats=10)
