"""What follows from a step of a class: rows for its log, then messages and events.

Nothing is said before what it tells of is on disk, so these go together.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from game.live.players import Player
from game.records.class_log import Row

Plain = Mapping[str, object]
T = TypeVar("T")

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class Push:
    """A message, as JSON, for some of the players."""

    to: Sequence[Player]
    text: str


@dataclass(frozen=True, slots=True)
class Goodbye:
    """The end of a player's connection; `banned` for their phone as well."""

    to: Player
    why: str
    banned: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """An event, as JSON; `window_alone` for one that no other reader of events gets."""

    text: str
    window_alone: bool = False


@dataclass(slots=True)
class Effects:
    """Rows to be written, then messages and events in their order."""

    rows: list[Row] = field(default_factory=list)
    said: list[Push | Goodbye] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.rows or self.said or self.events)

    def push(self, to: Sequence[Player], message: Plain) -> None:
        """Say the same to some players."""
        if to:
            self.said.append(Push(to, dumps(message)))

    def tell(self, player: Player, text: str) -> None:
        """Say something to one player that is JSON already."""
        self.said.append(Push((player,), text))

    def event(self, name: str, more: Plain, *, window_alone: bool = False) -> None:
        """Tell the window, and whoever else reads the events."""
        self.events.append(Event(dumps({"event": name, **more}), window_alone))


def dumps(message: object) -> str:
    """A message, or an answer, as JSON in one line."""
    return _ENCODER.encode(message)


def joined(shared: str, own: Plain) -> str:
    """A message of which one part is the same for all, and was made but once."""
    return f"{shared[:-1]},{dumps(own)[1:]}"


def grouped(
    players: Iterable[Player], key: Callable[[Player], T]
) -> Iterable[tuple[T, list[Player]]]:
    """Players by what is the same for them, so that it is made but once."""
    groups: dict[T, list[Player]] = {}
    for player in players:
        groups.setdefault(key(player), []).append(player)
    return groups.items()
