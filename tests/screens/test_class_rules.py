"""The next live class begins as the last one was held, and asks something else."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.screens import live_flow
from game.screens.class_rules import NAME, ClassRules
from game.screens.game import Game
from game.screens.shots_live import LIVE, RULES, ToldHost, in_class, joined
from game.screens.studio import Studio

CHOSEN = {"shapes": True, "teams": 3, "pace": "untimed", "standing": "teams"}


def test_the_rules_of_a_class_outlast_the_program(tmp_path: Path) -> None:
    rules = ClassRules(tmp_path)
    rules.keep({**CHOSEN, "locked": True, "seats": 30})
    rules.settle()
    assert ClassRules(tmp_path).last() == CHOSEN


@pytest.mark.parametrize(
    "damage", [b"", b"[]", b"\xff\xfe", b'{"teams": [1], "pace": null}', b"[" * 100_000]
)
def test_a_damaged_file_gives_the_usual_rules(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / NAME).write_bytes(damage)
    assert ClassRules(tmp_path).last() == {}


def opened(game: Game, monkeypatch: pytest.MonkeyPatch) -> tuple[ToldHost, list[str]]:
    """A class whose doors are opened from the title, and how its host was started."""
    host, started = ToldHost([]), []

    def start(command: list[str], _language: str) -> ToldHost:
        started.extend(command)
        return host

    monkeypatch.setattr(live_flow, "ClassHost", start)
    live_flow.open_class(game)
    return host, started


def test_a_class_begins_with_the_rules_of_the_last_one(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    pilot = in_class(studio, joined(2))
    game = pilot.scene.game  # type: ignore[union-attr]
    game.hosting.host.events.append({**RULES, **CHOSEN})
    pilot.step(0.2)
    host, _ = opened(game, monkeypatch)
    (order,) = [one for one in host.orders if one["do"] == "settings"]
    assert {name: order[name] for name in CHOSEN} == CHOSEN
    assert "locked" not in order


def test_what_the_last_class_was_asked_comes_last_in_the_next(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    game = LIVE["live-question"](studio).scene.game  # type: ignore[union-attr]
    _, started = opened(game, monkeypatch)
    assert started[started.index("--lately") + 1] == "first-satellite"
