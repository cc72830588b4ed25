"""A class vote and a team game in a real window, by real keys, each to its end."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from game.screens.choice import Choice, LastChoice
from game.screens.screen import HASTY_S
from tests.screens.player import Line, Player, settled

LETTERS = "abcd"
PLAYED = ("vote", "count", "hands", "question", "everybody", "buzz", "mark", "go", "hold", "key")


def _choose(player: Player, *clicks: str) -> None:
    player.wait_for("title")
    player.click("Choose")
    for name in clicks:
        player.wait(name, lambda now, name=name: name in now.get("places", {}))  # type: ignore[misc]
        player.click(name)
        time.sleep(0.2)
    player.leave("choose", lambda: player.click("Fly"))


def _next(player: Player) -> Line:
    return player.wait("what comes next", lambda now: now["screen"] in PLAYED and settled(now))


def _moment(player: Player, moment: str) -> Line:
    return player.wait(moment, lambda now: now.get("moment") == moment and settled(now))


def _show(player: Player, line: Line) -> None:
    """From the stem to "show", by the keys of a presenter's remote alone."""
    if line["moment"] == "stem":
        player.press("Next")
        _moment(player, "think")
    player.press("Next")
    _moment(player, "show")


def _hands(player: Player, counts: list[int]) -> Line:
    for hands in counts:
        player.type(str(hands))
        player.press("Return")
    return player.wait("the bars", lambda now: bool(now.get("counted")) and settled(now))


def _on(player: Player, line: Line) -> None:
    asked = line["question"]
    player.wait(
        "the explanation",
        lambda now: now["screen"] == "explanation" and now["question"] == asked and settled(now),
    )
    player.leave("explanation", lambda: player.press("Next"))


def _launch(player: Player) -> Line:
    player.leave("key", lambda: player.press("Next"))
    player.wait_for("launch")
    player.leave("launch", lambda: player.press("Next"))
    return player.wait_for("debrief")


@pytest.mark.slow
def test_a_class_votes_talks_votes_again_and_flies(display: str, tmp_path: Path) -> None:
    talked = counted = 0
    with Player(display, tmp_path) as player:
        _choose(player, "A class")
        while (line := _next(player))["screen"] != "key":
            if line["screen"] == "go":
                player.leave("go", lambda: player.press("n"))
            elif line["screen"] == "hold":
                player.leave("hold", lambda: player.press("Next"))
            elif line["kind"] in ("number", "typed", "order", "match"):
                _show(player, line)
                player.leave("vote", lambda: player.press("Next"))
                time.sleep(HASTY_S + 0.2)
                player.type("21")
                player.press("Return")
                if player.wait("the number", lambda now: now["had"] == 21)["of"] is None:
                    player.type("28")
                    player.press("Return")
                counted += 1
                _on(player, line)
            else:
                _show(player, line)
                count, key = len(line["options"]), line["key"]
                if not talked:
                    first = [9 // (count - 1)] * count
                    first[key] = 10
                    player.type(str(first[0]))
                    player.wait_for("count")
                    player.press("Return")
                    assert _hands(player, first[1:])["talk"]
                    player.press("Return")
                    _moment(player, "talk")
                    player.press("Next")
                    _moment(player, "show")
                    talked += 1
                player.press(LETTERS[key], "Return")
                _on(player, line)
        end = _launch(player)
        assert talked == 1
        assert end["right"] == len(end["cells"])
        assert set(end["cells"]) == {"full"}
        player.press("Escape")
        player.wait_for("title")
    with Player(display, tmp_path) as player:
        player.wait_for("title")
        player.click("Choose")
        name = "Last class round"
        player.wait(name, lambda now: name in now.get("places", {}))
        player.click(name)
        again = player.wait_for("debrief")
        assert (again["rows"], again["cells"]) == (end["rows"], end["cells"])


@pytest.mark.slow
def test_teams_take_turns_pass_on_mend_and_fly(display: str, tmp_path: Path) -> None:
    missed = False
    with Player(display, tmp_path) as player:
        _choose(player, "Teams")
        while (line := _next(player))["screen"] != "key":
            if line["screen"] == "go":
                player.leave("go", lambda: player.press("n"))
            elif line["screen"] == "hold":
                player.leave("hold", lambda: player.press("Next"))
            elif line["screen"] == "everybody":
                _show(player, line)
                player.leave("everybody", lambda: player.press("Next"))
                time.sleep(HASTY_S + 0.2)
                for team in ("1", "2", "3"):
                    player.press(team)
                marked = player.wait(
                    "the marks", lambda now: now.get("marked") == sorted(now.get("awaited", [0]))
                )
                assert len(marked["awaited"]) == (
                    2 if line["phase"] == "asking" and line["t"] else 3
                )
                player.press("Return")
                _on(player, line)
            else:
                player.click_at(900, 300)
                _answer(player, line, right=missed)
                if not missed:
                    missed = True
                    there = player.wait("the others", lambda now: now["screen"] == "everybody")
                    assert there["question"] == line["question"]
                    continue
                _on(player, line)
        end = _launch(player)
        assert missed
        assert end["standing"]["propulsion"] < end["standing"]["guidance"]
        player.press("Escape")
        player.wait_for("title")


def _answer(player: Player, line: Line, *, right: bool) -> None:
    """One team's answer, by the keys that a single player has."""
    line = player.wait("the answers", lambda now: now.get("moment") == "open" and settled(now))
    time.sleep(HASTY_S + 0.2)
    kind, key = line["kind"], line["key"]
    if kind in ("number", "typed"):
        player.type((f"{key:g}" if kind == "number" else str(key)) if right else "123456")
        player.press("Return")
    elif isinstance(key, list):
        row = key if right else [*key[1:], key[0]]
        for station, option in enumerate(row):
            player.press(LETTERS[option])
            player.wait("the lift", lambda now: "↑↓" in now["places"])
            player.press(str(station + 1))
            player.wait("the station", lambda now: "↑↓" not in now["places"] and now["places"])
        player.click("Lock it in")
    else:
        player.press(LETTERS[key if right else (key + 1) % 2])


@pytest.mark.slow
def test_the_first_team_to_press_answers_and_the_bell_ends_the_round(
    display: str, tmp_path: Path
) -> None:
    (tmp_path / "data").mkdir()
    choice = LastChoice(tmp_path / "data")
    choice.keep(Choice(who="teams", teams=3, order="buzz", count=5))
    choice.settle()
    with Player(display, tmp_path) as player:
        player.wait_for("title")
        player.press("Return")
        line = player.wait_for("buzz")
        player.press("Next")
        _moment(player, "think")
        player.press("p")
        there = player.wait("the answers", lambda now: now["screen"] == "question" and settled(now))
        assert there["question"] == line["question"]
        _answer(player, there, right=True)
        player.wait("the explanation", lambda now: now["screen"] == "explanation" and settled(now))
        player.press("l")
        player.wait_for("confirm")
        player.press("Right", "Return")
        player.wait_for("key")
        end = _launch(player)
        assert end["standing"] == {"propulsion": 0, "guidance": 100, "communications": 0}


@pytest.mark.slow
def test_an_interrupted_class_round_is_offered_again(display: str, tmp_path: Path) -> None:
    with Player(display, tmp_path) as player:
        _choose(player, "A class")
        line = _next(player)
        assert line["screen"] == "vote"
        _show(player, line)
        kept = tmp_path / "data" / "round.json"
        if line["kind"] in ("number", "typed", "order", "match"):
            player.leave("vote", lambda: player.press("Next"))
            time.sleep(HASTY_S + 0.2)
            player.press("y")
        else:
            player.press(LETTERS[line["key"]], "Return")
        _on(player, line)
        count = line["t"]
        player.wait("the second question", lambda now: now["t"] == count - 1)
        player.wait("the disk", lambda _: '\\"at\\": 1,' in kept.read_text(encoding="utf-8"))
        player.process.kill()
        player.process.wait()
    with Player(display, tmp_path) as player:
        offer = f"Continue at T-{count - 1}"
        player.wait("the offer", lambda now: offer in now.get("places", {}))
        player.press("Return")
        line = _next(player)
        assert (line["screen"], line["t"], line["cells"][0]) == ("vote", count - 1, "full")
