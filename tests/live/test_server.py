"""A live class over real sockets, with a real log."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

from tests.live.hosting import PIN, Held, Phone
from tests.live.playing import answering, play


def test_whoever_is_still_choosing_a_name_is_told_that_the_class_is_over(tmp_path: Path) -> None:
    async def scene(live: Held) -> None:
        chooses, waits = await Phone.connect(live.port), await Phone.connect(live.port)
        await chooses.say(t="hello", v=1, pin=PIN)
        await chooses.hear("welcome")
        live.order("end")
        live.host.bye("over")
        for phone in (chooses, waits):
            assert (await phone.rest())[-1] == {"t": "bye", "why": "over"}

    play(tmp_path, scene)


def test_a_class_of_phones_plays_to_the_end(tmp_path: Path) -> None:
    async def scene(live: Held) -> None:
        phones = [await Phone.join(live.port) for _ in range(3)]
        live.order("start")
        for q in range(4):
            await answering(phones)
            for phone in phones:
                assert (await phone.hear("reveal"))["right"] is True
            live.order("next")
            assert len(live.told("revealed")) == q + 1
        live.order("next")
        live.order("launched")
        for phone in phones:
            end = await phone.hear("end")
            assert (end["right"], end["of"], end["fuel"]) == (4, 4, 400)
        live.order("end")
        assert (await phones[0].rest())[-1] == {"t": "bye", "why": "over"}

    play(tmp_path, scene)


def test_a_seat_is_taken_up_again_with_its_score_and_answer(tmp_path: Path) -> None:
    async def scene(live: Held) -> None:
        one, other = await Phone.join(live.port), await Phone.join(live.port)
        live.order("start")
        await answering([one, other])
        await one.hear("reveal")
        live.order("next")
        await one.hear("question")
        await one.say(t="answer", q=1, n=1, a=2)
        await one.hear("got")
        one.cut()
        again = await Phone.connect(live.port)
        await again.say(t="hello", v=1, token=one.token)
        seat = await again.hear("seat")
        assert seat["token"] == one.token
        assert (await again.hear("question"))["mine"] == {"n": 1, "a": 2}
        live.order("close")
        assert (await again.hear("reveal"))["fuel"] == 100

    play(tmp_path, scene)


def test_a_seat_that_is_opened_elsewhere_leaves_its_first_place(tmp_path: Path) -> None:
    async def scene(live: Held) -> None:
        one = await Phone.join(live.port)
        again = await Phone.connect(live.port)
        await again.say(t="hello", v=1, token=one.token)
        await again.hear("seat")
        assert (await one.rest())[-1] == {"t": "bye", "why": "elsewhere"}
        assert not live.told("left")

    play(tmp_path, scene)


def test_same_instant_answers_are_all_stored(tmp_path: Path) -> None:
    async def scene(live: Held) -> None:
        phones = [await Phone.join(live.port) for _ in range(60)]
        live.order("start")
        for phone in phones:
            await phone.hear("question")
        await asyncio.gather(*(p.say(t="answer", q=0, n=1, a=1) for p in phones))
        await asyncio.gather(*(p.hear("got") for p in phones))
        with closing(sqlite3.connect(live.log.path)) as file:
            assert file.execute("SELECT count(*) FROM answer").fetchone() == (60,)

    play(tmp_path, scene)


def test_an_answer_is_acknowledged_only_once_it_is_on_disk(tmp_path: Path) -> None:
    async def scene(live: Held) -> None:
        one = await Phone.join(live.port)
        live.order("start")
        await one.hear("question")
        await one.say(t="answer", q=0, n=1, a=1)
        assert await one.quiet(0.15) == []
        await one.hear("got")

    play(tmp_path, scene, slow_s=0.3)


def test_the_reveal_comes_after_the_last_acknowledgement(tmp_path: Path) -> None:
    async def scene(live: Held) -> None:
        one = await Phone.join(live.port)
        live.order("start")
        await one.hear("question")
        await one.say(t="answer", q=0, n=1, a=1)
        await one.hear("reveal")
        assert [m["t"] for m in one.heard][-2:] == ["got", "reveal"]

    play(tmp_path, scene, slow_s=0.2)
