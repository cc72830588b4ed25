"""A live class as its host tells it: what the window shows, and nothing that it decides."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

from game.phrase import phrase
from game.rounds.crew import STATIONS
from game.rounds.saved import NotARound, from_json
from game.rounds.state import Round


@dataclass(frozen=True, slots=True)
class Opened:
    """The doors of a class. `teacher` is the secret link for the teacher's own phone; `plan_seed`
    names the round, which flies the same rocket wherever it is shown."""

    url: str
    urls: tuple[str, ...]
    pin: str
    teacher: str
    seats: int
    resumed: bool
    plan_seed: str


@dataclass(frozen=True, slots=True)
class Network:
    """A network that the computer is in: its address there, and what it is, "" where nothing tells;
    `device` is the system's own name."""

    address: str
    device: str
    sort: str


@dataclass(frozen=True, slots=True)
class Person:
    """A learner's seat; `here` is False while the phone is away."""

    id: str
    name: str
    team: str = ""
    here: bool = True


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a standing: a learner, or a team by its id."""

    name: str
    fuel: int
    place: int


@dataclass(frozen=True, slots=True)
class Clock:
    """The host's clocks, in seconds: of the question, and of the launch window; None for none."""

    left_s: float | None
    window_s: float | None
    paused: bool


@dataclass(frozen=True, slots=True)
class Finisher:
    """How one learner did in the whole class. `number` is the learner's in the report, which has no
    names; 0 until there is one."""

    id: str
    name: str
    team: str
    right: int
    of: int
    fuel: int
    place: int
    number: int = 0


@dataclass(frozen=True, slots=True)
class LiveClass:
    """What is known of a class now. `phase` is "" until its doors are open.

    `answered` of `asked` have answered the question that stands; `counts` are the answers for each
    option of the one that was closed last, () for a kind without, and `right` of `of` had it,
    `passed` said that they do not know;
    `stands` is whether the standing was told after it. `settings` are those of the protocol, and
    `locked`. `kept` are the files of a report, `until` the day when they go. `message` is for
    people, `networks` those that the doors can be in, None while they are not told. `gone` tells
    that the host has ended, and `ended` that the class has: what came of it was told before.
    """

    phase: str = ""
    opened: Opened | None = None
    people: tuple[Person, ...] = ()
    round: Round | None = None
    answered: int = 0
    asked: int = 0
    counts: tuple[int, ...] = ()
    right: int = 0
    of: int = 0
    passed: int = 0
    clock: Clock | None = None
    stands: bool = False
    top: tuple[Row, ...] = ()
    teams: tuple[Row, ...] = ()
    finishers: tuple[Finisher, ...] = ()
    kept: tuple[str, ...] = ()
    until: str = ""
    settings: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))
    message: str = ""
    networks: tuple[Network, ...] | None = None
    gone: bool = False
    ended: bool = False

    @property
    def rows(self) -> tuple[Row, ...]:
        """What the standing shows: the teams where they are wanted, else who has put fuel in."""
        teams = self.settings.get("standing") == "teams" or not self.top
        return self.teams if self.teams and teams else tuple(row for row in self.top if row.fuel)

    @property
    def network(self) -> Network | None:
        """The network that the doors are in; None where the computer is not in it any more."""
        where = self.opened.url if self.opened is not None else ""
        return next((one for one in self.networks or () if f"//{_in_url(one)}:" in where), None)

    @property
    def by_team(self) -> bool:
        """Whether the rows of the standing are teams, by their ids."""
        return bool(self.teams) and self.rows is self.teams

    @property
    def here(self) -> int:
        """How many phones are there now."""
        return sum(person.here for person in self.people)

    def after(self, event: dict[str, Any]) -> LiveClass:
        """The class after an event of its host. One that says nothing new, or is not known here,
        changes nothing; ValueError, KeyError or TypeError for one that no host sends."""
        step = _STEPS.get(event["event"])
        return step(self, event) if step is not None else self


def _opened(now: LiveClass, event: dict[str, Any]) -> LiveClass:
    doors = Opened(
        str(event["url"]),
        tuple(map(str, event["urls"])),
        str(event["pin"]),
        str(event["teacher"]),
        int(event["seats"]),
        bool(event["resumed"]),
        str(event.get("plan_seed", "")),
    )
    return replace(now, opened=doors, phase=now.phase or "lobby")


def _in_url(one: Network) -> str:
    return f"[{one.address}]" if ":" in one.address else one.address


def _networks(now: LiveClass, event: dict[str, Any]) -> LiveClass:
    found = tuple(
        Network(str(one["address"]), str(one["device"]), str(one["sort"]))
        for one in event["networks"]
    )
    return replace(now, networks=found)


def _joined(now: LiveClass, event: dict[str, Any]) -> LiveClass:
    one = Person(str(event["id"]), str(event["name"]), str(event.get("team") or ""))
    if any(person.id == one.id for person in now.people):
        # A name or a team that was changed brings no phone back.
        people = tuple(
            replace(one, here=person.here) if person.id == one.id else person
            for person in now.people
        )
        return replace(now, people=people)
    return replace(now, people=(*now.people, one))


def _left(now: LiveClass, event: dict[str, Any]) -> LiveClass:
    if event.get("given_up"):
        return replace(now, people=tuple(p for p in now.people if p.id != event["id"]))
    return _with_person(now, str(event["id"]), here=False)


def _back(now: LiveClass, event: dict[str, Any]) -> LiveClass:
    return _with_person(now, str(event["id"]), here=True)


def _with_person(now: LiveClass, seat: str, *, here: bool) -> LiveClass:
    people = tuple(replace(p, here=here) if p.id == seat else p for p in now.people)
    return replace(now, people=people)


def _question(now: LiveClass, event: dict[str, Any]) -> LiveClass:
    del event
    return replace(now, answered=0, asked=0, counts=(), right=0, of=0, passed=0, stands=False)


def _answered(now: LiveClass, event: dict[str, Any]) -> LiveClass:
    return replace(now, answered=int(event["count"]), asked=int(event["of"]))


def _revealed(now: LiveClass, event: dict[str, Any]) -> LiveClass:
    counts = tuple(map(int, event["counts"] or ()))
    right, of = int(event["right"]), int(event["of"])
    return replace(now, counts=counts, right=right, of=of, passed=int(event.get("passed", 0)))


def _standing(now: LiveClass, event: dict[str, Any]) -> LiveClass:
    return replace(now, stands=True, top=_rows(event["top"], "name"), teams=_teams(event))


def _clock(now: LiveClass, event: dict[str, Any]) -> LiveClass:
    left, window = event["left_ms"], event["window_s"]
    return replace(
        now,
        clock=Clock(
            None if left is None else left / 1000,
            None if window is None else float(window),
            bool(event["paused"]),
        ),
    )


def _rows(rows: Any, called: str) -> tuple[Row, ...]:
    return tuple(Row(str(row[called]), int(row["fuel"]), int(row["place"])) for row in rows or ())


def _teams(event: dict[str, Any]) -> tuple[Row, ...]:
    teams = _rows(event["teams"], "id")
    if not {team.name for team in teams} <= set(STATIONS):
        raise ValueError("a team that is no station")
    return teams


def _phase(now: LiveClass, event: dict[str, Any]) -> LiveClass:
    return replace(now, phase=str(event["phase"]))


def _round(now: LiveClass, event: dict[str, Any]) -> LiveClass:
    text = event["round"]
    with suppress(NotARound):
        told = from_json(str(text))
        before = now.round
        fresh = before is None or (told.at, told.phase) != (before.at, before.phase)
        if fresh and told.phase in ("go", "asking"):
            now = replace(now, answered=0, asked=0, clock=None, stands=False)
        return replace(now, round=told)
    return replace(now, message=phrase("The host told a round that cannot be shown."))


def _finished(now: LiveClass, event: dict[str, Any]) -> LiveClass:
    finishers = tuple(
        Finisher(
            str(one["id"]),
            str(one["name"]),
            str(one.get("team") or ""),
            int(one["right"]),
            int(one["of"]),
            int(one["fuel"]),
            int(one["place"]),
        )
        for one in event["standings"]
    )
    return replace(now, finishers=finishers, teams=_teams(event), ended=True)


def _report(now: LiveClass, event: dict[str, Any]) -> LiveClass:
    numbers = {str(one["id"]): at for at, one in enumerate(event["learners"], start=1)}
    finishers = tuple(replace(one, number=numbers.get(one.id, 0)) for one in now.finishers)
    return replace(now, finishers=finishers)


def _kept(now: LiveClass, event: dict[str, Any]) -> LiveClass:
    return replace(now, kept=tuple(map(str, event["files"])), until=str(event["until"]))


def _settings(now: LiveClass, event: dict[str, Any]) -> LiveClass:
    told = {name: value for name, value in event.items() if name != "event"}
    return replace(now, settings=MappingProxyType(told))


def _problem(now: LiveClass, event: dict[str, Any]) -> LiveClass:
    return replace(now, message=str(event["message"]))


def _gone(now: LiveClass, event: dict[str, Any]) -> LiveClass:
    return replace(now, gone=True, message=str(event["message"]) or now.message)


_STEPS: dict[str, Callable[[LiveClass, dict[str, Any]], LiveClass]] = {
    "opened": _opened,
    "networks": _networks,
    "joined": _joined,
    "left": _left,
    "back": _back,
    "question": _question,
    "answered": _answered,
    "revealed": _revealed,
    "standing": _standing,
    "clock": _clock,
    "phase": _phase,
    "round": _round,
    "finished": _finished,
    "report": _report,
    "kept": _kept,
    "settings": _settings,
    "problem": _problem,
    "gone": _gone,
}
