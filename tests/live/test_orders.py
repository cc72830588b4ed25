"""Orders over the wire: they need the secret of the class, and the phone of its teacher has it."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.live.hosting import PATIENCE_S, SECRET, Held, Phone
from tests.live.playing import play


@pytest.mark.parametrize("secret", ["x", "the teacher's", "x" * 100])
def test_orders_need_the_secret_of_this_class(tmp_path: Path, secret: str) -> None:
    async def scene(live: Held) -> None:
        stranger = await Phone.connect(live.port)
        await stranger.say(t="hello", v=1, secret=secret)
        assert (await stranger.rest())[-1] == {"t": "bye", "why": "pin"}
        player = await Phone.join(live.port)
        await player.say(t="order", do="start")
        assert (await player.rest())[-1] == {"t": "bye", "why": "malformed"}
        assert live.room.course.phase == "lobby"

    play(tmp_path, scene)


def test_a_teachers_phone_drives_the_class_and_is_told_of_changes(tmp_path: Path) -> None:
    async def scene(live: Held) -> None:
        teacher = await Phone.connect(live.port)
        await teacher.say(t="hello", v=1, secret=SECRET)
        assert (await teacher.hear("teacher"))["phase"] == "lobby"
        player = await Phone.join(live.port)
        await teacher.say(t="order", do="start")
        await player.hear("question")
        await player.say(t="answer", q=0, n=1, a=0)
        told = await teacher.hear("teacher")
        while told["phase"] != "explaining":
            told = await teacher.hear("teacher")
        assert [one["here"] for one in told["people"]] == [True]
        await teacher.say(t="order", do="settings", standing="top")
        assert (await teacher.hear("teacher"))["settings"]["standing"] == "top"

    play(tmp_path, scene)


def test_where_a_window_drives_the_teachers_phone_presses_its_key(tmp_path: Path) -> None:
    async def scene(live: Held) -> None:
        live.host.window = True
        teacher = await Phone.connect(live.port)
        await teacher.say(t="hello", v=1, secret=SECRET)
        await teacher.hear("teacher")
        await Phone.join(live.port)
        await teacher.say(t="order", do="next")
        await teacher.say(t="order", do="lock")
        while not (await teacher.hear("teacher"))["locked"]:
            pass
        assert live.room.course.phase == "lobby"
        async with asyncio.timeout(PATIENCE_S):
            while not live.told("next"):
                await asyncio.sleep(0.02)

    play(tmp_path, scene)


def test_the_teachers_phone_is_told_which_card_stands_in_front_and_what_comes_next(
    tmp_path: Path,
) -> None:
    async def scene(live: Held) -> None:
        live.host.window = True
        teacher = await Phone.connect(live.port)
        await teacher.say(t="hello", v=1, secret=SECRET)
        player, _other = await Phone.join(live.port), await Phone.join(live.port)
        live.order("settings", standing="top")
        live.order("start")
        await player.hear("question")
        await player.say(t="answer", q=0, n=1, a=live.room.course.question.answer)
        await player.hear("got")
        live.order("close")
        seen = []
        for card in ("", "counts", "more", "why"):
            if card:
                live.order("card", name=card)
            told = live.room.state(window=True)
            seen.append((told["stands"], told["then"]))
        live.order("next")
        live.order("card", name="counts")
        told = live.room.state(window=True)
        seen.append((told["stands"], told["then"]))
        assert seen == [
            ("counts", "why"),
            ("counts", "why"),
            ("why", "more"),
            ("why", "standing"),
            ("standing", "question"),
        ]
        live.order("card", name="no such")
        async with asyncio.timeout(PATIENCE_S):
            while not live.told("problem"):
                await asyncio.sleep(0.02)
        await teacher.say(t="order", do="end")
        async with asyncio.timeout(PATIENCE_S):
            while not (told := await teacher.hear("teacher"))["over"]:
                pass

    play(tmp_path, scene)


def test_what_a_teachers_phone_cannot_have_is_told_there_in_its_language(tmp_path: Path) -> None:
    async def scene(live: Held) -> None:
        heard = []
        for more in ({"language": "ru"}, {"language": "../en"}, {}):
            teacher = await Phone.connect(live.port)
            await teacher.say(t="hello", v=1, secret=SECRET, **more)
            await teacher.hear("teacher")
            await teacher.say(t="order", do="launch")
            no = await teacher.hear("no")
            assert no["why"] == "order"
            heard.append(no["say"])
        assert (
            heard[0] != heard[1] == heard[2] == "There is nothing to launch with: no question "
            "was asked yet."
        )
        assert not live.told("problem")

    play(tmp_path, scene)


def test_what_the_window_cannot_have_is_told_in_front_alone(tmp_path: Path) -> None:
    async def scene(live: Held) -> None:
        teacher = await Phone.connect(live.port)
        await teacher.say(t="hello", v=1, secret=SECRET)
        await teacher.hear("teacher")
        live.order("launch")
        await teacher.say(t="ping")
        await teacher.hear("pong")
        assert len(live.told("problem")) == 1
        assert all(one["t"] != "no" for one in teacher.heard)

    play(tmp_path, scene)


def _done(state: Mapping[str, object]) -> list[object]:
    people = state["people"]
    assert isinstance(people, list)
    return [person["done"] for person in people]


def test_a_teachers_phone_sees_who_has_answered_and_after_the_close_how_many_were_right(
    tmp_path: Path,
) -> None:
    async def scene(live: Held) -> None:
        one, two = await Phone.join(live.port), await Phone.join(live.port)
        live.order("start")
        await two.hear("question")
        await one.say(t="answer", q=0, n=1, a=0)
        await one.hear("got")
        told = live.room.state()
        assert _done(told) == [True, False]
        assert told["closed"] is None
        live.order("close")
        told = live.room.state()
        assert told["closed"] == {"key": live.room.course.question.key, "right": 1, "of": 2}
        assert _done(told) == [None, None]

    play(tmp_path, scene)


def test_the_network_is_chosen_at_the_computer_alone(tmp_path: Path) -> None:
    async def scene(live: Held) -> None:
        moved: list[str] = []
        live.host.moves = lambda order: moved.append(order.do)
        teacher = await Phone.connect(live.port)
        await teacher.say(t="hello", v=1, secret=SECRET, language="en")
        await teacher.say(t="order", do="network", address="192.0.2.9")
        assert (await teacher.hear("no"))["say"] == "The network is chosen at the computer."
        assert moved == []
        live.order("networks")
        assert moved == ["networks"]

    play(tmp_path, scene)
