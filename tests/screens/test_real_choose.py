"""A teacher at the real window: chooses, looks through, and finds the round again by its code."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.ui.settings import Settings, write
from tests.patience import PATIENCE_S
from tests.screens.player import Player


def _still(folder: Path) -> None:
    write(folder / "data" / "settings.json", Settings(motion="none", mute=True))


@pytest.mark.slow
def test_a_round_is_changed_by_mouse_and_found_again_by_its_typed_code(
    display: str, tmp_path: Path
) -> None:
    home, school = tmp_path / "home", tmp_path / "school"
    for folder in (home, school):
        folder.mkdir()
        _still(folder)
    with Player(display, home) as player:
        player.wait_for("title")
        player.click("Choose")
        player.wait("both packs", lambda now: len(now.get("packs", ())) == 2 and now["places"])
        player.click("Rockets of Baikonur")
        player.wait("the pack", lambda now: now.get("pack") == "baikonur-rockets")
        player.wait("its sets", lambda now: "Great flights" in now.get("places", {}))
        player.click("A class")
        player.wait("a class", lambda now: now.get("who") == "class" and bool(now["places"]))
        player.click("Look through")
        before = player.wait_for("look-through")
        player.press("Down", "Down")
        player.wait("the third", lambda now: now["at"] == 2)
        player.click("Drop it")
        dropped = player.wait("another", lambda now: now["round"][2] != before["round"][2])
        player.click("Later")
        changed = player.wait("the fourth", lambda now: now["at"] == 3)
        assert changed["round"][3] == dropped["round"][2]
        player.click("Fly")
        line = player.wait("a vote", lambda now: now["screen"] in ("vote", "question", "go"))
        assert (line["screen"], line["question"]) == ("vote", changed["round"][0])
    with Player(display, school) as player:
        player.wait_for("title")
        player.click("Choose")
        player.wait("both packs", lambda now: len(now.get("packs", ())) == 2 and now["places"])
        player.click("Type a code")
        player.wait_for("code")
        player.type(changed["code"].lower())
        player.wait("the round", lambda now: bool(now.get("known")) and "Fly" in now["places"])
        player.press("Return")
        line = player.wait("a vote", lambda now: now["screen"] in ("vote", "question", "go"))
        assert (line["screen"], line["question"]) == ("vote", changed["round"][0])


@pytest.mark.slow
def test_what_was_chosen_by_keys_is_flown_by_one_press_at_the_next_start(
    display: str, tmp_path: Path
) -> None:
    _still(tmp_path)
    with Player(display, tmp_path) as player:
        player.wait_for("title")
        player.press("Right", "Right", "Return")
        player.wait("both packs", lambda now: len(now.get("packs", ())) == 2 and now["places"])
        player.click("A class")
        player.wait("a class", lambda now: now["who"] == "class")
        player.press("Down", "Right", "Return")
        chosen = player.wait("a length", lambda now: now["count"] != 5 and now["places"])
        player.press("Escape")
        player.wait_for("title")
        player.click("Quit")
        assert player.process.wait(PATIENCE_S) == 0
    with Player(display, tmp_path) as player:
        player.wait_for("title")
        player.click("Choose")
        again = player.wait("the choice", lambda now: now["screen"] == "choose" and now["places"])
        assert (again["who"], again["count"]) == ("class", chosen["count"])
