"""A window whose host tells what no host tells goes on."""

from __future__ import annotations

import copy
import json
import random
from typing import Any

import pytest

from game.play.class_host import Event
from game.play.plan import Plan
from game.rounds import vote
from game.rounds.saved import to_json
from game.screens import live_flow
from game.screens.hosting import Hosting
from game.screens.screen import Screen
from game.screens.shots_live import CLASS, DOORS, RULES, ToldHost, in_class, joined
from game.screens.studio import Studio
from game.ui.pilot import Pilot
from tests.examples import sweep
from tests.live.hostile import ODD

KEYS = ("enter", "right", "l", "escape", "space", "down", "s", "w", "c")


def sound(studio: Studio) -> list[Event]:
    """Events as a host tells them."""
    asks = studio.question("choice", ("first-satellite",))
    rounds = []
    for at in (3, 9):
        sitting = studio.sitting(at, asks, crew=CLASS, missed=(1,))
        rounds.append(sitting.round)
        sitting.do(vote.answer_of_all, right=3, of=9, earned=10, counts=(3, 2, 2, 2))
        rounds.append(sitting.round)
    phases = ("lobby", "go", "asking", "explaining", "hold", "key", "launch", "results", "nothing")
    row = {"id": "p1", "name": "A", "team": "", "right": 1, "of": 2, "fuel": 10, "place": 1}
    asked = {"prompt": "x", "key": "y", "source": "z", "right": 1, "of": 2, "mended": 0}
    return [
        DOORS, RULES, *joined(4),
        *({"event": "round", "q": one.at, "round": to_json(one)} for one in rounds),
        *({"event": "phase", "phase": phase} for phase in phases),
        {"event": "question", "q": 3},
        {"event": "answered", "q": 3, "count": 2, "of": 4},
        {"event": "revealed", "q": 3, "key": "k", "counts": [1, 2, 0, 0], "right": 1, "of": 3},
        {"event": "standing", "top": [row], "teams": [{"id": "guidance", "fuel": 3, "place": 1}]},
        {"event": "finished", "standings": [row], "questions": [asked], "fuel": 0.5, "teams": []},
        {"event": "report", "learners": [row], "questions": [asked]},
        {"event": "kept", "files": ["/x"], "until": "2026-01-01"},
        {"event": "clock", "q": 3, "left_ms": 100, "window_s": None, "paused": False},
        {"event": "left", "id": "1", "name": "A", "players": 0, "given_up": True},
        {"event": "back", "id": "1", "name": "A", "players": 0},
        {"event": "problem", "message": "x"},
        {"event": "next"},
    ]  # fmt: skip


def bent(event: Event, rng: random.Random) -> Event:
    """An event with something wrong in it, however deep."""
    made = copy.deepcopy(event)
    if "round" in made and rng.random() < 0.8:
        document = json.loads(made["round"])
        _bend(document["round"], rng)
        made["round"] = json.dumps(document)
    elif rng.random() < 0.8:
        _bend(made, rng)
    if not isinstance(made.get("event"), str):
        # Such lines are no events to `class_host`.
        made["event"] = event["event"]
    return made


def _bend(inside: Any, rng: random.Random) -> None:
    names = list(inside) if isinstance(inside, dict) else list(range(len(inside)))
    if not names:
        return
    name = rng.choice(names)
    if isinstance(inside[name], dict | list) and rng.random() < 0.7:
        _bend(inside[name], rng)
    elif rng.random() < 0.2:
        del inside[name]
    else:
        inside[name] = rng.choice((*ODD, float("inf"), float("nan"), "asking", "key", "results"))


@pytest.mark.parametrize("seed", sweep(range(12), 0, 1, 2))
def test_garbage_of_a_host_ends_no_window(studio: Studio, seed: int) -> None:
    rng = random.Random(seed)
    pool = sound(studio)
    pilot = in_class(studio, joined(2))
    for _ in range(25):
        assert isinstance(pilot.scene, Screen)
        hosting = pilot.scene.game.hosting
        if hosting is None:
            return
        assert isinstance(hosting.host, ToldHost)
        hosting.host.events += [bent(rng.choice(pool), rng) for _ in range(3)]
        pilot.step(0.1)
        pilot.step(0.1)
        if rng.random() < 0.3:
            pilot.press(rng.choice(KEYS))


def test_a_host_that_never_opens_can_be_left(studio: Studio) -> None:
    game = studio.game()
    game.hosting = Hosting(studio.bank, Plan(10, "7", game.today, crew=CLASS), ToldHost([]))
    pilot = Pilot(game.shared, live_flow.screen_for(game), studio.size)
    for _ in range(20):
        pilot.step(0.5)
    assert isinstance(pilot.scene, Screen)
    assert pilot.scene.name == "live-lobby"
    live_flow.close(game)
    pilot.step(0.5)
    assert pilot.scene.name == "title"
