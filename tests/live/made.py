"""Live classes that tests make: a room of made questions, whose key is always the first option."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from gettext import NullTranslations
from typing import Any

from game import paths
from game.bank.bank import Bank, build
from game.bank.question import Question
from game.live.effects import Goodbye
from game.live.grading import NOTHING_ELSE, Also
from game.live.host import digest
from game.live.players import Player
from game.live.protocol import Answer, Call, Go, Order
from game.live.room import Room, SittingFor
from game.live.settings import Settings, rules_of
from game.packs.read import read_pack
from game.play.plan import Plan
from game.play.sitting import Sitting
from game.records.class_log import KeptClass, Row
from game.rounds import steps
from game.rounds.crew import Crew
from game.rounds.state import Response, Round, Seat
from tests.rounds.questions import question

TODAY = "2026-01-01"
CALM = Settings(go=False, change=False, standing="none")
"""The settings of a class without what takes time."""


@cache
def bank() -> Bank:
    """The bank that spares and other forms come from."""
    pack, _ = read_pack(paths.default_pack())
    assert pack is not None
    return build(pack, 0)


def questions(count: int) -> tuple[Question, ...]:
    """A countdown of choice questions."""
    return tuple(replace(question(number), citations=()) for number in range(count))


def sitting_for(asked: tuple[Question, ...]) -> SittingFor:
    """What makes a sitting of those questions."""

    def made(settings: Settings, keep: Callable[[str], None], taken_up: Round | None) -> Sitting:
        crew, rules = Crew("class", phones=True), rules_of(settings, len(asked))
        plan = Plan(len(asked), "made", TODAY, rules=rules, crew=crew)
        seats = (Seat("class"),)
        begun = steps.begin(asked, rules, random.Random(1), seats, crew)
        return Sitting(bank(), plan, keep, taken_up=taken_up or begun)

    return made


class Class:
    """A room, its clock, and all that it has said."""

    def __init__(
        self,
        settings: Settings | None = None,
        asked: tuple[Question, ...] | None = None,
        *,
        most: int = 100,
        drives: bool = False,
        start_when: int = 0,
        kept: KeptClass | None = None,
        say: Callable[[str], str] = str,
        also: Also = NOTHING_ELSE,
    ) -> None:
        self.now = 0.0
        self.rows: list[Row] = []
        self.events: list[dict[str, Any]] = []
        self.heard: dict[str, list[dict[str, Any]]] = {}
        self.byes: list[Goodbye] = []
        self.room = Room(
            sitting_for(questions(4) if asked is None else asked),
            settings or Settings(go=False),
            NullTranslations(),
            random.Random(1),
            most=most,
            drives=drives,
            start_when=start_when,
            kept=kept,
            say=say,
            also=also,
        )
        self.take()

    @property
    def phase(self) -> str:
        return self.room.course.phase

    def take(self) -> None:
        """Hear what has followed."""
        effects = self.room.take()
        self.rows += effects.rows
        for said in effects.said:
            if isinstance(said, Goodbye):
                self.byes.append(said)
                continue
            for player in said.to:
                self.heard.setdefault(player.id, []).append(json.loads(said.text))
        self.events += [json.loads(event.text) for event in effects.events]

    def join(self, name: str = "", team: str = "") -> Player:
        """Somebody joins under a name that was offered, or under their own."""
        offered = self.room.offer()
        token = digest(f"token {len(self.rows)} {random.random()}")
        made = self.room.join(name or offered[0], team, offered, token, self.now)
        self.take()
        assert isinstance(made, Player), made
        return made

    def order(self, do: str, **more: object) -> None:
        """The teacher orders something."""
        self.room.order(Order(do, more), self.now)
        self.take()

    def answer(self, player: Player, a: Response, n: int = 1, q: int | None = None) -> str:
        """Somebody answers the question that stands."""
        at = self.room.course.q if q is None else q
        why = self.room.hear(player, Answer(at, n, a), self.now)
        self.take()
        return why

    def go(self, player: Player, go: bool = True) -> str:
        """Somebody says GO or NO-GO."""
        why = self.room.hear(player, Go(self.room.course.q, go), self.now)
        self.take()
        return why

    def call(self, player: Player) -> str:
        """Somebody calls mission control."""
        why = self.room.hear(player, Call(self.room.course.q), self.now)
        self.take()
        return why

    def leave(self, player: Player) -> None:
        """Somebody loses their connection."""
        self.room.gone(player, self.now)
        self.take()

    def wait(self, seconds: float) -> None:
        """Let time pass, as the host does."""
        until = self.now + seconds
        while self.now < until:
            self.now = min(until, self.now + 0.05)
            self.room.tick(self.now)
            self.take()

    def last(self, player: Player, kind: str) -> dict[str, Any]:
        """The newest message of that type to somebody."""
        return next(one for one in reversed(self.heard[player.id]) if one["t"] == kind)

    def told(self, event: str) -> list[dict[str, Any]]:
        """All events of that name."""
        return [one for one in self.events if one["event"] == event]
