"""What phones may say, and that nothing else is heard."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.live.protocol import (
    Answer,
    Call,
    Go,
    Hello,
    Join,
    Leave,
    Malformed,
    Message,
    Order,
    Ping,
    parse,
    parse_order,
)

GOOD: list[tuple[dict[str, object], Message]] = [
    ({"t": "hello", "v": 1, "pin": "482913"}, Hello(1, pin="482913")),
    ({"t": "hello", "v": 1, "token": "abc"}, Hello(1, token="abc")),
    ({"t": "hello", "v": 1, "secret": "abc"}, Hello(1, secret="abc")),
    ({"t": "join", "name": "Blue Comet"}, Join("Blue Comet")),
    ({"t": "join", "name": "Blue Comet", "team": "guidance"}, Join("Blue Comet", "guidance")),
    ({"t": "go", "q": 3, "go": True}, Go(3, go=True)),
    ({"t": "call", "q": 3}, Call(3)),
    ({"t": "answer", "q": 3, "n": 1, "a": 2}, Answer(3, 1, 2)),
    ({"t": "answer", "q": 3, "n": 1, "a": 2.5}, Answer(3, 1, 2.5)),
    ({"t": "answer", "q": 3, "n": 1, "a": "[[[[[[[["}, Answer(3, 1, "[[[[[[[[")),
    ({"t": "answer", "q": 3, "n": 1, "a": [2, 0, 1]}, Answer(3, 1, (2, 0, 1))),
    ({"t": "answer", "q": 3, "n": 1, "a": None}, Answer(3, 1, None)),
    ({"t": "ping"}, Ping()),
    ({"t": "leave"}, Leave()),
    (
        {"t": "order", "do": "extra", "id": "p1", "factor": 2},
        Order("extra", {"id": "p1", "factor": 2}),
    ),
]


@pytest.mark.parametrize(("said", "meant"), GOOD)
def test_every_message_of_the_protocol_is_heard(said: object, meant: object) -> None:
    assert parse(json.dumps(said)) == meant


@pytest.mark.parametrize(("said", "_meant"), GOOD)
def test_a_message_with_one_member_more_or_less_is_malformed(
    said: dict[str, object], _meant: object
) -> None:
    if said["t"] != "order":
        with pytest.raises(Malformed):
            parse(json.dumps({**said, "more": 1}))
    for name in said:
        less = {other: value for other, value in said.items() if other != name}
        if name not in ("team", "id", "factor"):
            with pytest.raises(Malformed):
                parse(json.dumps(less))


@pytest.mark.parametrize(
    "text",
    [
        '{"t":"answer","q":0,"n":1,"a":1e999}',
        '{"t":"answer","q":0,"n":1,"a":Infinity}',
        '{"t":"answer","q":0,"n":1,"a":%s}' % ("9" * 4000),
        '{"t":"answer","q":0,"n":1,"a":1%s}' % ("0" * 400),
        '{"t":"answer","q":0,"n":0,"a":1}',
        '{"t":"answer","q":-1,"n":1,"a":1}',
        '{"t":"answer","q":0,"n":1,"a":true}',
        '{"t":"answer","q":0,"n":1,"a":[true]}',
        '{"t":"answer","q":0,"n":1,"a":[-1]}',
        '{"t":"answer","q":0,"n":1,"a":[0.5]}',
        '{"t":"answer","q":0,"n":1,"a":{"a":1}}',
        '{"t":"answer","q":0,"n":1,"a":"%s"}' % ("x" * 201),
        '{"t":"answer","q":0,"n":1,"a":"\\ud800"}',
        '{"t":"join","name":"\\udfff"}',
        '{"t":"go","q":0,"go":1}',
        '{"t":"hello","v":1,"pin":"1","token":"2"}',
        '{"t":"hello","v":1,"pin":""}',
        '{"t":"hello","v":1,"pin":123456}',
        '{"t":["hello"]}',
        '{"t":"order","do":"settings","x":[1]}',
        "[" * 4000,
        '{"t":' * 800,
        "",
        "null",
    ],
)
def test_what_no_page_sends_is_malformed(text: str) -> None:
    with pytest.raises(Malformed):
        parse(text)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=8,
)
MEMBERS = st.dictionaries(
    st.sampled_from(["t", "v", "pin", "token", "q", "n", "a", "go", "do", "name", "id"]),
    st.one_of(JSON, st.sampled_from([one["t"] for one, _ in GOOD]), st.integers(0, 9)),
)


@given(st.one_of(st.text(), JSON.map(json.dumps), MEMBERS.map(json.dumps)))
def test_any_text_is_a_message_or_malformed(text: str) -> None:
    for reads in (parse, parse_order):
        try:
            made = reads(text)
        except Malformed:
            continue
        assert repr(made).encode()
