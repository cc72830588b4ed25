"""What phones may say: each message judged member by member before anybody acts on it."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from game.bank.judge import MOST_LETTERS
from game.rounds.state import Response

VERSION = 1
MOST_BYTES = 4096
"""The longest frame of a player."""

_MOST_QUESTIONS = 1000
_MOST_CHANGES = 1000
_MOST_PLACES = 40
_LARGEST = 1e15
_LONGEST_NAME = 80
"""Letters of a name as it is typed; what it may have is for `names` to say."""


class Malformed(ValueError):
    """A message that no page of ours sends; the text says why, for tests and logs alone."""


@dataclass(frozen=True, slots=True)
class Hello:
    """The first frame. One of `pin`, `token` and `secret` is there, the others are "". `language`
    is what a teacher's phone speaks."""

    v: int
    pin: str = ""
    token: str = ""
    secret: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Names:
    """Other names to pick from."""


@dataclass(frozen=True, slots=True)
class Join:
    """Take a seat."""

    name: str
    team: str = ""


@dataclass(frozen=True, slots=True)
class Go:
    """GO or NO-GO to question `q`."""

    q: int
    go: bool


@dataclass(frozen=True, slots=True)
class Call:
    """A call to mission control about question `q`."""

    q: int


@dataclass(frozen=True, slots=True)
class Answer:
    """The `n`-th answer of this player to question `q`; lists are tuples."""

    q: int
    n: int
    a: Response


@dataclass(frozen=True, slots=True)
class Ping:
    """Still there."""


@dataclass(frozen=True, slots=True)
class Leave:
    """The seat is given up."""


@dataclass(frozen=True, slots=True)
class Order:
    """What a teacher wants done, with what belongs to it."""

    do: str
    more: Mapping[str, object] = field(default_factory=dict)


Message = Hello | Names | Join | Go | Call | Answer | Ping | Leave | Order


def parse(text: str) -> Message:
    """The message of a frame; Malformed for any other text."""
    said = _object(text)
    kind = said.pop("t", None)
    reader = _READERS.get(kind) if isinstance(kind, str) else None
    if reader is None:
        raise Malformed("no type that there is")
    made = reader(said)
    if said:
        raise Malformed("members that do not belong there")
    return made


def parse_order(text: str) -> Order:
    """The order of a line from the window; Malformed for any other text."""
    return _order(_object(text))


def _object(text: str) -> dict[str, object]:
    try:
        said = _DECODER.decode(text)
    except (ValueError, RecursionError) as error:
        raise Malformed("no JSON") from error
    if not isinstance(said, dict):
        raise Malformed("no object")
    return said


def _no_constant(name: str) -> float:
    raise ValueError(f"{name} is no number")


_DECODER = json.JSONDecoder(parse_constant=_no_constant)


def _hello(said: dict[str, object]) -> Hello:
    v = _whole(said, "v", 1_000_000)
    names = [name for name in ("pin", "token", "secret") if name in said]
    if len(names) != 1:
        raise Malformed("one of pin, token and secret")
    value = _text(said, names[0], 100)
    if not value:
        raise Malformed(f"{names[0]} is empty")
    speaks = "language" in said and names == ["secret"]
    return Hello(v, **{names[0]: value}, language=_text(said, "language", 20) if speaks else "")


def _join(said: dict[str, object]) -> Join:
    name = _text(said, "name", _LONGEST_NAME)
    return Join(name, _text(said, "team", 20) if "team" in said else "")


def _go(said: dict[str, object]) -> Go:
    go = said.pop("go", None)
    if not isinstance(go, bool):
        raise Malformed("go is true or false")
    return Go(_whole(said, "q", _MOST_QUESTIONS), go)


def _call(said: dict[str, object]) -> Call:
    return Call(_whole(said, "q", _MOST_QUESTIONS))


def _answer(said: dict[str, object]) -> Answer:
    n = _whole(said, "n", _MOST_CHANGES)
    if n < 1 or "a" not in said:
        raise Malformed("an answer has n from 1 and a")
    return Answer(_whole(said, "q", _MOST_QUESTIONS), n, _response(said.pop("a")))


def _response(a: object) -> Response:
    if a is None:
        return None
    if isinstance(a, str):
        if len(a) > MOST_LETTERS:
            raise Malformed("too long a text")
        return _clean(a)
    if isinstance(a, bool):
        raise Malformed("no answer is true or false")
    if isinstance(a, int | float):
        # A number of a thousand digits is whole to Python, and infinite to all else.
        if not -_LARGEST <= a <= _LARGEST or not math.isfinite(a):
            raise Malformed("no number that is meant")
        return a
    if isinstance(a, list) and len(a) <= _MOST_PLACES:
        if any(type(one) is not int or not 0 <= one < _MOST_PLACES for one in a):
            raise Malformed("a list of places")
        return tuple(a)
    raise Malformed("no answer of any kind")


def _order(said: dict[str, object]) -> Order:
    do = _text(said, "do", 20)
    more = dict(said)
    said.clear()
    for value in more.values():
        if isinstance(value, str):
            _clean(value)
        elif isinstance(value, float) and not math.isfinite(value):
            raise Malformed("no number that is meant")
        elif not isinstance(value, bool | int | float):
            raise Malformed("an order has texts and numbers alone")
    return Order(do, more)


def _text(said: dict[str, object], name: str, most: int) -> str:
    value = said.pop(name, None)
    if not isinstance(value, str) or len(value) > most:
        raise Malformed(f"{name} is a text")
    return _clean(value)


def _clean(text: str) -> str:
    # Half a sign can be written in JSON, and then neither stored nor sent.
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise Malformed("half a sign") from error
    return text


def _whole(said: dict[str, object], name: str, most: int) -> int:
    value = said.pop(name, None)
    if type(value) is not int or not 0 <= value <= most:
        raise Malformed(f"{name} is a whole number")
    return value


_READERS: dict[str, Callable[[dict[str, object]], Message]] = {
    "hello": _hello,
    "names": lambda _said: Names(),
    "join": _join,
    "go": _go,
    "call": _call,
    "answer": _answer,
    "ping": lambda _said: Ping(),
    "leave": lambda _said: Leave(),
    "order": _order,
}
