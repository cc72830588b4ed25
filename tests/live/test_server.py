"""A live class over real sockets, with a real log."""

from __future__ import annotations

import asyncio
import gzip
import sqlite3
import time
from collections.abc import Awaitable, Callable, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from game.live.limits import Bucket, Guesses
from game.live.settings import Settings
from game.records.class_log import LogFile, Row, unfinished
from game.records.trouble import Trouble
from tests.live.hosting import CALM, PIN, SECRET, Held, Phone, held


def play(
    data: Path,
    scene: Callable[[Held], Awaitable[None]],
    settings: Settings = CALM,
    *,
    seats: int = 100,
    slow_s: float = 0.0,
) -> None:
    """Hold a class and play a scene in it."""

    async def run() -> None:
        async with held(data, settings, seats=seats, slow_s=slow_s) as live:
            await scene(live)

    asyncio.run(run())


def take_up(data: Path, scene: Callable[[Held], Awaitable[None]]) -> None:
    """Take up the class that was cut short in that folder, and play a scene in it."""
    found = unfinished(data)
    assert found is not None
    path, kept = found

    async def run() -> None:
        async with held(data, path=path, kept=kept) as live:
            await scene(live)

    asyncio.run(run())


async def answering(phones: list[Phone], a: int = 0) -> None:
    for phone in phones:
        asked = await phone.hear("question")
        await phone.say(t="answer", q=asked["q"], n=1, a=a)
    for phone in phones:
        await phone.hear("got")


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


def test_no_byte_before_the_reveal_tells_the_key(tmp_path: Path) -> None:
    """The key is always the first option; every byte to two phones and a teacher's is looked at."""

    async def scene(live: Held) -> None:
        first, second = await Phone.join(live.port), await Phone.join(live.port)
        teacher = await Phone.connect(live.port)
        await teacher.say(t="hello", v=1, secret=SECRET)
        live.order("start")
        asked = await first.hear("question")
        await second.hear("question")
        await first.say(t="call", q=0)
        await first.hear("hint")
        await first.say(t="answer", q=0, n=1, a=0)
        await first.hear("got")
        second.cut()
        again = await Phone.connect(live.port)
        await again.say(t="hello", v=1, token=second.token)
        told = await again.hear("question")
        assert {**told, "calls": 0, "heard": [], "mine": None} == {
            **asked, "calls": 0, "heard": [], "mine": None,
        }  # fmt: skip
        await teacher.quiet(0.5)
        question = live.room.course.question
        for phone in (first, second, again, teacher):
            raw = bytes(phone.raw)
            assert question.explanation.encode() not in raw
            for member in (b'"answer":', b'"key":', b'"feedback":', b'"counts":'):
                assert member not in raw
        live.order("close")
        assert (await first.hear("reveal"))["explanation"] == question.explanation

    play(tmp_path, scene)


def test_the_same_question_is_told_whatever_its_key_is() -> None:
    """What all get of a question is the same when another option is the key."""
    from game.live.effects import dumps
    from game.live.messages import question_part
    from game.rounds.state import Asked
    from tests.live.made import Class

    state = Class().room.course.sitting.round
    texts = {
        dumps(question_part(replace(state, asked=(Asked(one),)), shapes=False, change=True))
        for one in (replace(state.now.question, answer=key) for key in range(4))
    }
    assert len(texts) == 1


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


def test_the_log_is_for_its_owner_alone_and_has_no_token(tmp_path: Path) -> None:
    async def scene(live: Held) -> None:
        one = await Phone.join(live.port)
        for path in live.log.path.parent.glob(f"{live.log.path.name}*"):
            assert path.stat().st_mode & 0o077 == 0
        with closing(sqlite3.connect(live.log.path)) as file:
            assert one.token not in "\n".join(file.iterdump())

    play(tmp_path, scene)


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
        await teacher.hear("teacher")
        assert live.room.course.phase == "lobby"
        assert live.told("next")

    play(tmp_path, scene)


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
        await calm.hear("reveal", 10)

    play(tmp_path, scene)


def test_a_page_of_elsewhere_cannot_speak_for_a_phone(tmp_path: Path) -> None:
    async def scene(live: Held) -> None:
        with pytest.raises(ConnectionRefusedError, match="403"):
            await Phone.connect(live.port, Origin="http://evil.example")
        with pytest.raises(ConnectionRefusedError, match="421"):
            await Phone.connect(live.port, Host=f"evil.example:{live.port}")
        await Phone.connect(live.port, Origin=f"http://127.0.0.1:{live.port}")

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


def test_names_are_text_however_they_are_written(tmp_path: Path) -> None:
    async def scene(live: Held) -> None:
        one = await Phone.connect(live.port)
        await one.say(t="hello", v=1, pin=PIN)
        await one.hear("welcome")
        await one.say(t="join", name="<b>\u202eZoe</b>")
        assert (await one.hear("seat"))["name"] == "<b>Zoe</b>"

    play(tmp_path, scene, replace(CALM, names="free"))


async def fetched(live: Held, path: str, **headers: str) -> tuple[bytes, bytes]:
    reader, writer = await asyncio.open_connection("127.0.0.1", live.port)
    named = {"Host": f"127.0.0.1:{live.port}", "Connection": "close", **headers}
    lines = "".join(f"{name}: {value}\r\n" for name, value in named.items())
    writer.write(f"GET {path} HTTP/1.1\r\n{lines}\r\n".encode())
    head, _, body = (await reader.read()).partition(b"\r\n\r\n")
    return head, body


@pytest.mark.parametrize("path", ["/../page.css", "/%2e%2e/x", "/web/page.css", "/nothing", "//"])
def test_nothing_is_served_but_the_table(tmp_path: Path, path: str) -> None:
    async def scene(live: Held) -> None:
        head, _ = await fetched(live, path)
        assert head.startswith((b"HTTP/1.1 404", b"HTTP/1.1 400"))

    play(tmp_path, scene)


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


def test_the_page_comes_with_what_keeps_it_safe(tmp_path: Path) -> None:
    async def scene(live: Held) -> None:
        head, body = await fetched(live, "/")
        assert head.startswith(b"HTTP/1.1 200")
        assert b"default-src 'none'" in head
        assert b"nosniff" in head
        assert b"no-referrer" in head
        etag = next(line for line in head.split(b"\r\n") if line.startswith(b"ETag: "))
        told = etag.removeprefix(b"ETag: ").decode()
        head, nothing = await fetched(live, "/", **{"If-None-Match": told})
        assert head.startswith(b"HTTP/1.1 304")
        assert nothing == b""
        head, packed = await fetched(live, "/", **{"Accept-Encoding": "gzip"})
        assert b"Content-Encoding: gzip" in head
        assert gzip.decompress(packed) == body

    play(tmp_path, scene)
