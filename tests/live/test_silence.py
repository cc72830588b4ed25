"""Phones whose network goes without a word: who is away holds nobody up, and is not forgotten."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from game.live import host, players
from tests.live.hosting import PATIENCE_S, Held, Phone, held

PHONES = 3


FOUND_S = host.PULSE_S * 2 + host.PING_S + host.PONG_S
WAITED_S = players.GONE_S


@pytest.fixture(autouse=True)
def _brisk(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same in less time; but a machine that has much to do is no silent phone."""
    for name in ("PULSE_S", "PING_S"):
        monkeypatch.setattr(host, name, getattr(host, name) / 10)
    monkeypatch.setattr(host, "PONG_S", 1.5)
    monkeypatch.setattr(players, "GONE_S", 2.0)


def test_the_silence_of_a_phone_is_found_within_the_time_that_it_is_waited_for() -> None:
    assert FOUND_S <= WAITED_S + 0.001


async def _told(live: Held, event: str) -> None:
    async with asyncio.timeout(PATIENCE_S):
        while not live.told(event):
            await asyncio.sleep(0.02)


async def _asked(live: Held) -> list[Phone]:
    """Phones that have joined, and have their question."""
    phones = [await Phone.join(live.port) for _ in range(PHONES)]
    live.order("start")
    for phone in phones:
        await phone.hear("question")
    return phones


def test_a_phone_that_falls_silent_is_away_and_holds_nobody_up(tmp_path: Path) -> None:
    async def scene() -> None:
        async with held(tmp_path) as live:
            first, second, silent = await _asked(live)
            reading = [asyncio.create_task(phone.rest()) for phone in (first, second)]
            for phone in (first, second):
                await phone.say(t="answer", q=0, n=1, a=0)
            await _told(live, "revealed")
            assert [one["id"] for one in live.told("left")] == ["p3"]
            assert live.told("left")[0]["given_up"] is False
            assert live.told("answered")[-1]["of"] == 2
            assert live.told("revealed")[0]["of"] == 2
            # Its network is back.
            await silent.hear("reveal")
            await silent.say(t="ping")
            await silent.hear("pong")
            await _told(live, "back")
            assert [one["id"] for one in live.told("back")] == ["p3"]
            for task in reading:
                task.cancel()

    asyncio.run(scene())


def test_a_phone_that_answers_pings_is_waited_for_however_long_it_thinks(tmp_path: Path) -> None:
    async def scene() -> None:
        async with held(tmp_path) as live:
            first, *others = await _asked(live)
            reading = [asyncio.create_task(phone.rest()) for phone in others]
            await first.say(t="answer", q=0, n=1, a=0)
            await asyncio.sleep(3 * host.PONG_S)
            assert live.room.course.phase == "asking"
            assert live.told("left") == []
            for task in reading:
                task.cancel()

    asyncio.run(scene())


def test_an_answer_that_comes_after_a_silence_counts_while_the_question_is_open(
    tmp_path: Path,
) -> None:
    async def scene() -> None:
        async with held(tmp_path) as live:
            first, second, silent = await _asked(live)
            reading = asyncio.create_task(second.rest())
            await first.say(t="answer", q=0, n=1, a=0)
            await _told(live, "left")
            await silent.say(t="answer", q=0, n=1, a=0)
            await silent.hear("got")
            live.order("close")
            assert (await silent.hear("reveal"))["right"] is True
            assert live.told("revealed")[0]["of"] == PHONES
            reading.cancel()

    asyncio.run(scene())
