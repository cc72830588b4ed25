"""A class whose host was cut short, or whose disk is slow, loses no answer."""

from __future__ import annotations

import asyncio
import sqlite3
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest

from game.records.class_log import LogFile, Row, unfinished
from game.records.trouble import Trouble
from tests.live.hosting import PIN, Held, Phone
from tests.live.playing import answering, play, take_up


def test_a_class_that_was_cut_short_goes_on_where_it_stopped(tmp_path: Path) -> None:
    tokens: list[str] = []

    async def first(live: Held) -> None:
        phones = [await Phone.join(live.port) for _ in range(2)]
        tokens.extend(phone.token for phone in phones)
        live.order("start")
        await answering(phones)
        await phones[0].hear("reveal")
        live.order("next")
        await phones[0].hear("question")
        await phones[0].say(t="call", q=1)
        await phones[0].hear("hint")
        await phones[0].say(t="answer", q=1, n=1, a=0)
        await phones[0].hear("got")

    play(tmp_path, first)

    async def again(live: Held) -> None:
        phones = [await Phone.connect(live.port) for _ in tokens]
        for phone, token in zip(phones, tokens, strict=True):
            await phone.say(t="hello", v=1, token=token)
        asked = await phones[0].hear("question")
        assert (asked["q"], asked["mine"]) == (1, {"n": 1, "a": 0})
        assert [hint["text"] for hint in asked["heard"]] == ["hint 0"]
        await phones[1].hear("question")
        await phones[1].say(t="answer", q=1, n=1, a=1)
        live.order("close")
        told = [(await phone.hear("reveal"))["fuel"] for phone in phones]
        assert told == [190, 100]

    take_up(tmp_path, again)
    assert unfinished(tmp_path) is None


def test_doors_that_were_locked_are_locked_when_a_class_is_taken_up(tmp_path: Path) -> None:
    async def first(live: Held) -> None:
        phone = await Phone.join(live.port)
        live.order("lock")
        live.order("start")
        await phone.hear("question")

    play(tmp_path, first)

    async def again(live: Held) -> None:
        late = await Phone.connect(live.port)
        await late.say(t="hello", v=1, pin=PIN)
        assert (await late.hear("welcome"))["locked"] is True

    take_up(tmp_path, again)


async def _joined(port: int, cookie: str) -> Phone:
    """A phone with a seat that its browser can be known by."""
    phone = await Phone.connect(port, Cookie=f"phone={cookie}")
    await phone.say(t="hello", v=1, pin=PIN)
    await phone.say(t="join", name=(await phone.hear("welcome"))["names"][0])
    phone.token = (await phone.hear("seat"))["token"]
    return phone


async def _comes(port: int, cookie: str) -> str:
    """What somebody hears first who says the PIN."""
    phone = await Phone.connect(port, Cookie=f"phone={cookie}")
    await phone.say(t="hello", v=1, pin=PIN)
    first = await phone.next()
    assert first is not None
    return str(first["t"])


def test_who_is_kept_out_is_kept_out_when_a_class_is_taken_up(tmp_path: Path) -> None:
    async def first(live: Held) -> None:
        # Of one address that is a whole class only the phone is kept out.
        mate = await Phone.join(live.port)
        one = await _joined(live.port, "mine")
        live.order("ban", id=one.heard[1]["id"])
        assert (await one.rest())[-1]["why"] == "kicked"
        live.order("start")
        await mate.hear("question")

    play(tmp_path, first)
    found = unfinished(tmp_path)
    assert found is not None
    # Nothing in the log names the phone.
    assert b"mine" not in found[0].read_bytes()
    assert found[1].banned

    async def again(live: Held) -> None:
        assert await _comes(live.port, "mine") == "bye"
        assert await _comes(live.port, "another") == "welcome"

    take_up(tmp_path, again)
    assert not list((tmp_path / "live").iterdir())


def test_a_seat_that_is_banned_before_its_phone_comes_back_takes_the_phone_with_it(
    tmp_path: Path,
) -> None:
    tokens: list[str] = []

    async def first(live: Held) -> None:
        one = await _joined(live.port, "mine")
        tokens.extend((one.token, one.heard[1]["id"]))
        live.order("start")
        await one.hear("question")

    play(tmp_path, first)

    async def again(live: Held) -> None:
        live.order("ban", id=tokens[1])
        phone = await Phone.connect(live.port, Cookie="phone=mine")
        await phone.say(t="hello", v=1, token=tokens[0])
        assert (await phone.rest())[-1] == {"t": "bye", "why": "kicked"}
        assert await _comes(live.port, "mine") == "bye"
        assert await _comes(live.port, "another") == "welcome"

    take_up(tmp_path, again)


def test_an_answer_that_was_stored_and_not_acknowledged_is_stored_once(tmp_path: Path) -> None:
    tokens: list[str] = []

    async def first(live: Held) -> None:
        phone, _other = await Phone.join(live.port), await Phone.join(live.port)
        tokens.append(phone.token)
        live.order("start")
        await phone.hear("question")
        live.mute = True
        await phone.say(t="answer", q=0, n=1, a=3)
        assert await phone.quiet(0.3) == []

    play(tmp_path, first)

    async def again(live: Held) -> None:
        phone = await Phone.connect(live.port)
        await phone.say(t="hello", v=1, token=tokens[0])
        await phone.hear("question")
        await phone.say(t="answer", q=0, n=1, a=3)
        assert await phone.hear("got") == {"t": "got", "q": 0, "n": 1}
        with closing(sqlite3.connect(live.log.path)) as file:
            assert file.execute("SELECT count(*) FROM answer").fetchone() == (1,)

    take_up(tmp_path, again)


def test_a_slow_disk_makes_acknowledgements_late_and_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commits = LogFile._commit

    def slowly(log: LogFile, rows: Sequence[Row]) -> Trouble:
        time.sleep(0.1)
        return commits(log, rows)

    monkeypatch.setattr(LogFile, "_commit", slowly)

    async def scene(live: Held) -> None:
        phones = [await Phone.join(live.port) for _ in range(12)]
        live.order("start")
        for phone in phones:
            await phone.hear("question")
        await asyncio.gather(*(p.say(t="answer", q=0, n=1, a=1) for p in phones))
        await asyncio.gather(*(p.hear("got") for p in phones))
        with closing(sqlite3.connect(live.log.path)) as file:
            assert file.execute("SELECT count(*) FROM answer").fetchone() == (12,)

    play(tmp_path, scene)


def test_a_window_is_told_how_a_class_stands_that_is_taken_up(tmp_path: Path) -> None:
    async def first(live: Held) -> None:
        phone = await Phone.join(live.port)
        live.order("start")
        await answering([phone])
        await phone.hear("reveal")

    play(tmp_path, first)

    async def again(live: Held) -> None:
        await Phone.join(live.port)
        assert [event["event"] for event in live.events] == [
            "joined", "left", "round", "question", "revealed", "joined",
        ]  # fmt: skip
        assert live.events[-2]["counts"] == [1, 0, 0, 0]

    take_up(tmp_path, again)


def test_what_nobody_has_foreseen_is_said_once_and_ends_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def scene(live: Held) -> None:
        calm = await Phone.join(live.port)
        with monkeypatch.context() as broken:
            broken.setattr("game.live.host.parse", lambda _text: 1 / 0)
            for _ in range(2):
                one = await Phone.connect(live.port)
                await one.say(t="ping")
                assert await one.rest() == []
        live.order("start")
        await calm.hear("question")
        assert len(live.told("problem")) == 1

    play(tmp_path, scene)


def test_a_log_in_use_is_not_taken_up_by_another(tmp_path: Path) -> None:
    async def scene(live: Held) -> None:
        assert unfinished(tmp_path) is None
        with pytest.raises(OSError, match="in use"):
            LogFile(live.log.path, lambda call: call(), lambda _: None)

    play(tmp_path, scene)
