"""Pictures of a live class, told by a host that is written down here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from game.bank.question import Kind
from game.play.class_host import Event
from game.play.plan import Plan
from game.play.sitting import Sitting
from game.rounds import steps, vote
from game.rounds.crew import STATIONS, Crew
from game.rounds.saved import to_json
from game.screens import live_flow
from game.screens.hosting import Hosting
from game.screens.left_class import CutShort
from game.screens.live_cut_short import CutShortScreen
from game.screens.live_lobby import LobbyScreen, lobby_address
from game.screens.live_over import LiveExplanation
from game.screens.live_podium import LivePodiumScreen
from game.screens.live_remote import RemoteScreen
from game.screens.studio import Studio
from game.screens.title import TitleScreen
from game.ui.pilot import Pilot

Shot = Callable[[Studio], Pilot]

CLASS = Crew("class", phones=True)
NAMES = (
    "Blue Comet", "Swift Saiga", "Golden Orbit", "Quiet Nebula", "Brave Lynx", "Aigerim",
    "Copper Moon", "Early Falcon", "Merry Meteor", "Polar Star", "Noble Pilot", "Sunny Rover",
    "Calm Telescope", "Lucky Beacon", "Kind Galaxy", "Bright Antenna", "Eager Swan",
)  # fmt: skip
FILLED = (
    (16, 82), (7, 36), (14, 73), (13, 67), (6, 31), (12, 62), (15, 78), (10, 52), (11, 57), (9, 52),
)  # fmt: skip
"""How many have each question of a round, and what its cell holds."""
DOORS: Event = {
    "event": "opened",
    "url": "http://192.168.1.20:8765/",
    "urls": ["http://192.168.1.20:8765/"],
    "pin": "482913",
    "teacher": "http://192.168.1.20:8765/teacher#secret",
    "seats": 400,
    "resumed": False,
}
RULES: Event = {
    "event": "settings", "shapes": False, "change": True, "standing": "top", "names": "made",
    "teams": 0, "dealt": "dealt", "go": True, "calls": True, "pace": "window", "locked": False,
}  # fmt: skip


NETWORKS: Event = {
    "event": "networks",
    "address": "192.168.1.20",
    "networks": [
        {"address": "192.168.1.20", "device": "wlan0", "sort": "wifi"},
        {"address": "10.0.0.7", "device": "eth0", "sort": "cable"},
        {"address": "172.20.10.4", "device": "", "sort": "phone"},
    ],
}


ENDED = "It was ended from outside."
TOLD = (NAMES, DOORS, NETWORKS, lobby_address(DOORS["url"]), "482 913", ENDED)
"""What these screens show that is in no pack and in no catalogue."""


class ToldHost:
    """Says what it was given; orders are kept."""

    def __init__(self, events: Sequence[Event]) -> None:
        self.events = list(events)
        self.orders: list[Event] = []

    def order(self, do: str, **named: object) -> None:
        self.orders.append({"do": do, **named})

    def heard(self) -> Sequence[Event]:
        events, self.events = self.events, []
        return events

    def close(self) -> None:
        """There is nothing to end."""

    def wait(self) -> None:
        """There is nothing to wait for."""


def joined(count: int) -> list[Event]:
    """So many learners have come."""
    return [
        {"event": "joined", "id": f"{at}", "name": name, "team": "", "players": at + 1}
        for at, name in enumerate(NAMES[:count])
    ]


def in_class(studio: Studio, events: Sequence[Event], sitting: Sitting | None = None) -> Pilot:
    """A class that was told so much, on the screen for it."""
    game = studio.game()
    plan = sitting.plan if sitting else Plan(10, "7", game.today, crew=CLASS)
    more: list[Event] = []
    if sitting is not None:
        phase = sitting.round.phase
        more = [{"event": "round", "q": sitting.round.at, "round": to_json(sitting.round)},
                {"event": "phase", "phase": phase}]  # fmt: skip
    host = ToldHost([DOORS, RULES, *more, *events])
    game.hosting = Hosting(studio.bank, plan, host)
    game.hosting.step()
    pilot = Pilot(game.shared, live_flow.screen_for(game), studio.size)
    pilot.settle()
    return pilot


def _lobby(count: int) -> Shot:
    return lambda studio: in_class(studio, joined(count))


def _in_teams(studio: Studio) -> Pilot:
    came = joined(17)
    for at, event in enumerate(came):
        event["team"] = STATIONS[at % 3]
    return in_class(studio, came)


def _asking(kind: Kind = "choice", *facts: str, at: int = 3) -> Shot:
    def take(studio: Studio) -> Pilot:
        asks = studio.question(kind, facts or ("first-satellite",))
        sitting = studio.sitting(at, asks, crew=CLASS, missed=(1,))
        answered: Event = {"event": "answered", "q": at, "count": 11, "of": 17}
        return in_class(studio, [*joined(17), answered], sitting)

    return take


def _go(studio: Studio) -> Pilot:
    asks = studio.question("choice", ("first-satellite",))
    sitting = studio.sitting(4, asks, crew=CLASS, go=True)
    answered: Event = {"event": "answered", "q": 4, "count": 5, "of": 17}
    clock: Event = {"event": "clock", "q": 4, "left_ms": 12000, "window_s": 400.0, "paused": False}
    return in_class(studio, [*joined(17), answered, clock], sitting)


def _closed(studio: Studio, kind: Kind = "choice") -> tuple[Sitting, list[Event]]:
    asks = studio.question(kind, ("first-satellite",))
    sitting = studio.sitting(3, asks, crew=CLASS, missed=(1,))
    key = asks.answer
    counts = [9 if at == key else 2 + at for at in range(len(asks.options))]
    right, of = 9, max(17, sum(counts) + 1)
    sitting.do(vote.answer_of_all, right=right, of=of, earned=53, counts=tuple(counts))
    told: Event = {"event": "revealed", "q": 3, "key": "", "counts": counts or None, "right": right,
                   "of": of}  # fmt: skip
    return sitting, [*joined(17), told]


def _counts(kind: Kind) -> Shot:
    def take(studio: Studio) -> Pilot:
        sitting, events = _closed(studio, kind)
        return in_class(studio, events, sitting)

    return take


def _explained(studio: Studio) -> Pilot:
    pilot = _counts("choice")(studio)
    pilot.press("enter")
    pilot.settle()
    assert isinstance(pilot.scene, LiveExplanation)
    return pilot


def _standing(studio: Studio) -> Pilot:
    sitting, events = _closed(studio)
    top = [
        {"name": name, "fuel": 420 - 30 * place, "place": place}
        for place, name in enumerate(NAMES[:5], start=1)
    ]
    return in_class(studio, [*events, {"event": "standing", "top": top, "teams": []}], sitting)


def fuelled(studio: Studio) -> Sitting:
    """A class at its key; what its cells hold is the mean of its learners."""
    sitting = studio.sitting(0, crew=CLASS)
    for right, earned in FILLED:
        sitting.do(vote.answer_of_all, right=right, of=len(NAMES), earned=earned)
        sitting.go_on()
    return Sitting(sitting.bank, sitting.plan, taken_up=replace(sitting.round, phase="key"))


def _key(studio: Studio) -> Pilot:
    return in_class(studio, joined(17), fuelled(studio))


def _end(*presses: str, kept: bool = False) -> Shot:
    def take(studio: Studio) -> Pilot:
        pilot = _ended(studio, kept=kept)
        while isinstance(pilot.scene, LivePodiumScreen):
            pilot.press("enter")
        pilot.step(1.0)
        for key in presses:
            pilot.press(key)
            pilot.step(1.0)
        pilot.settle()
        return pilot

    return take


def _ended(studio: Studio, *, kept: bool = False) -> Pilot:
    sitting = fuelled(studio)
    state = steps.reach_orbit(steps.turn_key(sitting.round))
    ended = Sitting(sitting.bank, sitting.plan, taken_up=state)
    rows = [
        {"id": f"{at}", "name": name, "team": "", "right": 9 - at // 3, "of": 10,
         "fuel": 910 - 40 * at, "place": at + 1}
        for at, name in enumerate(NAMES)
    ]  # fmt: skip
    finished: Event = {
        "event": "finished", "standings": rows, "questions": [], "fuel": 0.8, "teams": [],
    }  # fmt: skip
    report: Event = {"event": "report", "learners": rows[::-1], "questions": []}
    files: Event = {"event": "kept", "files": ["class.xlsx"], "until": "2026-03-04"}
    pilot = in_class(studio, [*joined(17), finished, report, *([files] if kept else [])], ended)
    pilot.step(5.0)
    pilot.settle()
    return pilot


def _networks(studio: Studio) -> Pilot:
    return in_class(studio, [NETWORKS, *joined(3)])


def _no_network(studio: Studio) -> Pilot:
    return in_class(studio, [{**NETWORKS, "networks": []}])


def _pressed(shot: Shot, *keys: str) -> Shot:
    def take(studio: Studio) -> Pilot:
        pilot = shot(studio)
        for key in keys:
            pilot.press(key)
        pilot.settle()
        return pilot

    return take


def _remote(studio: Studio) -> Pilot:
    pilot = _lobby(3)(studio)
    scene = pilot.scene
    assert isinstance(scene, LobbyScreen)
    pilot.shared.stack.push(RemoteScreen(scene.game))
    return pilot


def _left(studio: Studio) -> CutShort:
    return CutShort(studio.pack.id, datetime(2026, 3, 4, 14, 5), learners=23, over=4, questions=10)


def _offered(studio: Studio) -> Pilot:
    game = studio.game()
    pilot = Pilot(game.shared, TitleScreen(game), studio.size)
    game.left_class.found = _left(studio)
    pilot.step(0.1)
    pilot.settle()
    return pilot


def _cut_short(studio: Studio) -> Pilot:
    found = _left(studio)
    game = studio.game()
    pilot = Pilot(game.shared, TitleScreen(game), studio.size)
    pilot.settle()
    game.shared.stack.push(CutShortScreen(game, found, lambda: None, lambda: None))
    pilot.settle()
    return pilot


def _gone(studio: Studio) -> Pilot:
    return in_class(studio, [{"event": "gone", "message": ENDED}])


LIVE: dict[str, Shot] = {
    "live-lobby-empty": _lobby(0),
    "live-lobby": _lobby(17),
    "live-lobby-teams": _in_teams,
    "live-network": _pressed(_networks, "n"),
    "live-network-none": _no_network,
    "live-rules": _pressed(_lobby(3), "space"),
    "live-people": _pressed(_lobby(17), "l", "enter"),
    "live-remote": _pressed(_remote, "right", "enter"),
    "live-go": _go,
    "live-question": _asking(),
    "live-question-typed": _asking("typed"),
    "live-question-order": _asking("order"),
    "live-question-true-false": _asking("true-false"),
    "live-counts": _counts("choice"),
    "live-counts-number": _counts("number"),
    "live-explanation": _explained,
    "live-standing": _standing,
    "live-rules-later": _pressed(_asking(), "space"),
    "live-key": _key,
    "live-podium": _ended,
    "live-results": _end(),
    "live-by-learner": _end("tab", "tab", "enter", "tab", "enter"),
    "live-kept": _end("tab", "enter", "tab", "enter", kept=True),
    "live-gone": _gone,
    "live-cut-short": _cut_short,
    "live-cut-short-title": _offered,
}
