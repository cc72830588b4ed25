"""What leaves the host of a class, and to whom: no key, no file, no page but its own."""

from __future__ import annotations

import gzip
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.live.hosting import SECRET, Held, Phone
from tests.live.playing import fetched, play


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


def test_the_log_is_for_its_owner_alone_and_has_no_token(tmp_path: Path) -> None:
    async def scene(live: Held) -> None:
        one = await Phone.join(live.port)
        for path in live.log.path.parent.glob(f"{live.log.path.name}*"):
            assert path.stat().st_mode & 0o077 == 0
        with closing(sqlite3.connect(live.log.path)) as file:
            assert one.token not in "\n".join(file.iterdump())

    play(tmp_path, scene)


def test_a_page_of_elsewhere_cannot_speak_for_a_phone(tmp_path: Path) -> None:
    async def scene(live: Held) -> None:
        with pytest.raises(ConnectionRefusedError, match="403"):
            await Phone.connect(live.port, Origin="http://evil.example")
        with pytest.raises(ConnectionRefusedError, match="421"):
            await Phone.connect(live.port, Host=f"evil.example:{live.port}")
        await Phone.connect(live.port, Origin=f"http://127.0.0.1:{live.port}")

    play(tmp_path, scene)


@pytest.mark.parametrize("path", ["/../page.css", "/%2e%2e/x", "/web/page.css", "/nothing", "//"])
def test_nothing_is_served_but_the_table(tmp_path: Path, path: str) -> None:
    async def scene(live: Held) -> None:
        head, _ = await fetched(live, path)
        assert head.startswith((b"HTTP/1.1 404", b"HTTP/1.1 400"))

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
