"""A class whose host is a real room, without a process: what phones would do is called here."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Sequence
from dataclasses import replace

from game import languages
from game.live.effects import Event as Told
from game.live.effects import dumps
from game.live.host import digest
from game.live.players import Player
from game.live.protocol import Answer, Go, Order, parse_order
from game.live.room import Room
from game.live.settings import Settings, rules_of
from game.play.class_host import Event
from game.play.plan import Plan
from game.play.sitting import Sitting
from game.rounds.crew import Crew
from game.rounds.state import Round
from game.screens import live_flow
from game.screens.hosting import Hosting
from game.screens.screen import Screen
from game.screens.shots_live import DOORS
from game.screens.studio import Studio
from game.ui.pilot import Pilot

TICK_S = 0.05


class RoomHost:
    """Does what the process of a host does with its room; time passes when it is told so."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.now = 0.0
        self.orders: list[str] = []
        self.told: list[Event] = []
        self._gone = False
        room.tell_settings()
        room.effects.event("phase", {"phase": room.course.phase})

    def order(self, do: str, **named: object) -> None:
        self.orders.append(do)
        if not self._gone and do != "keep":
            self.room.order(parse_order(dumps({"do": do, **named})), self.now)

    def teacher(self, do: str, **more: object) -> None:
        """The teacher's phone orders something."""
        if do == "next":
            self.room.effects.event("next", {}, window_alone=True)
        else:
            stays = {"stays": True} if do == "end" else {}
            self.room.order(Order(do, {**more, **stays}), self.now, "phone")

    def heard(self) -> Sequence[Event]:
        events = [json.loads(event.text) for event in self.room.take().events]
        if self.room.over and not self.room.stays and not self._gone:
            self._gone = True
            events += [{"event": "closed"}, {"event": "gone", "message": ""}]
        self.told += events
        return events

    def pass_time(self, seconds: float) -> None:
        """Let time pass at the host."""
        until = self.now + seconds
        while self.now < until:
            self.now += TICK_S
            self.room.tick(self.now)
            self.room.course.tell_time(self.now)

    def close(self) -> None:
        """There is no process."""

    def wait(self) -> None:
        """There is no process."""


class Played:
    """The window and the room of one class, and its learners."""

    def __init__(self, studio: Studio, settings: Settings | None = None, count: int = 3) -> None:
        def made(used: Settings, keep: Callable[[str], None], taken_up: Round | None) -> Sitting:
            ruled = replace(plan, rules=rules_of(used, count))
            return Sitting(studio.bank, ruled, keep, taken_up=taken_up)

        self.game = studio.game()
        plan = Plan(count, "class/1", self.game.today, crew=Crew("class", phones=True))
        catalogue = languages.catalogue(studio.language)
        room = Room(made, settings or Settings(), catalogue, random.Random(1), most=40)
        self.host = RoomHost(room)
        room.effects.events.insert(0, Told(dumps(DOORS)))
        self.game.hosting = Hosting(studio.bank, plan, self.host)
        self.learners: list[Player] = []
        self.seen: list[str] = []
        self.pilot = Pilot(self.game.shared, live_flow.screen_for(self.game), studio.size)
        self.step()

    @property
    def screen(self) -> Screen:
        """What stands in front."""
        assert isinstance(self.pilot.scene, Screen)
        return self.pilot.scene

    def join(self, team: str = "") -> Player:
        """Somebody takes the first name that is offered."""
        room = self.host.room
        offered = room.offer()
        token = digest(f"token {len(self.learners)}")
        player = room.join(offered[0], team, offered, token, self.host.now)
        assert isinstance(player, Player), player
        self.learners.append(player)
        self.step()
        return player

    def step(self, seconds: float = 0.0) -> None:
        """Let time pass at the host, and the window hear what it has told."""
        self.host.pass_time(seconds)
        self.pilot.step(1.0)
        self.pilot.step(0.1)
        if not self.seen or self.seen[-1] != self.screen.name:
            self.seen.append(self.screen.name)

    def press(self, *names: str) -> None:
        """Press keys in front, one after the other."""
        for name in names:
            self.pilot.press(name)
            self.step()

    def all_answer(self, *, right: int) -> None:
        """The first `right` learners answer rightly, the others not; the question then closes."""
        course = self.host.room.course
        for at, player in enumerate(self.learners):
            key = course.question.answer
            given = key if at < right else None
            self.host.room.hear(player, Answer(course.q, 1, given), self.host.now)
        self.step(8.0)

    def all_say(self, go: bool) -> None:
        """All learners say GO or NO-GO."""
        course = self.host.room.course
        for player in self.learners:
            self.host.room.hear(player, Go(course.q, go), self.host.now)
        self.step(1.0)

    def play(self, *, right: int) -> None:
        """From the doors to the results, by Enter in front."""
        for _ in range(200):
            phase = self.host.room.course.phase
            if self.screen.name == "live-results":
                return
            if phase == "asking":
                self.all_answer(right=right)
            elif phase == "go":
                self.all_say(False)
            else:
                self.press("enter")
                self.pilot.settle(60.0)
        raise AssertionError(f"{self.screen.name} stands still: {self.seen[-10:]}")
