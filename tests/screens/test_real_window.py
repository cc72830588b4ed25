"""The real game in a real window, played by real keys and by the mouse alone."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from game.screens.screen import HASTY_S
from tests.patience import PATIENCE_S
from tests.screens.player import Line, Player, answered

KEYS = {0: "a", 1: "2", 2: "c", 3: "4"}


def _open_question(player: Player) -> Line:
    """The question that stands there, once it can be answered."""
    line = player.wait("a question", lambda now: now["screen"] in ("question", "go", "hold", "key"))
    if line["screen"] == "question":
        if line["moment"] == "stem":
            player.press("Return")
        line = player.wait("the options", lambda now: now.get("moment") == "open" and now["places"])
        time.sleep(HASTY_S + 0.2)  # what is pressed sooner was meant for the stem
        return line
    return line


def _answer_by_keys(player: Player, line: Line, *, right: bool) -> None:
    kind, key = line["kind"], line["key"]
    if isinstance(key, list):
        _arrange(player, key if right else key[::-1])
    elif kind == "number":
        player.type(f"{key if right else key + 999:g}")
        player.press("Return")
    elif kind == "typed":
        player.type(str(key) if right else "zzz")
        player.press("Return")
    else:
        wrong = next(index for index in KEYS if index != key)
        player.press(KEYS[key if right else wrong])


@pytest.mark.slow
def test_a_round_by_keys_comes_from_one_press_of_enter_to_the_results(
    display: str, tmp_path: Path
) -> None:
    with Player(display, tmp_path) as player:
        player.wait_for("title")
        player.press("Return")
        first = True
        while True:
            line = player.wait(
                "the next phase", lambda now: now["screen"] in ("question", "go", "hold", "key")
            )
            if line["screen"] == "key":
                break
            if line["screen"] == "hold":
                assert line["missed"] == 1
                player.leave("hold", lambda: player.press("Return"))
                continue
            if line["screen"] == "go":
                player.leave("go", lambda: player.press("n"))
            line = _open_question(player)
            _answer_by_keys(player, line, right=not first)
            shown = answered(player, line)
            assert shown["right"] is not first
            first = False
            player.leave("explanation", lambda: player.press("Return"))
        player.leave("key", lambda: player.press("Return"))
        player.wait_for("launch")
        player.leave("launch", lambda: player.press("x"))
        end = player.wait_for("results")
        assert end["cells"].count("mended") == 1
        assert end["fuel"] == 550
        assert end["on_time"] is True
        player.press("Escape")
        player.wait_for("title")


@pytest.mark.slow
def test_a_round_by_mouse_alone_comes_to_the_results(display: str, tmp_path: Path) -> None:
    with Player(display, tmp_path) as player:
        player.wait_for("title")
        player.click("Fly")
        while True:
            line = player.wait(
                "the next phase", lambda now: now["screen"] in ("question", "go", "key")
            )
            if line["screen"] == "key":
                break
            if line["screen"] == "go":
                player.leave("go", lambda: player.click("GO"))
            line = _open_question(player)
            _answer_by_mouse(player, line)
            answered(player, line)
            player.leave("explanation", lambda: player.click("Enter"))
        player.leave("key", lambda: player.click("key"))
        player.wait_for("launch")
        player.leave("launch", lambda: player.click_at(600, 300))
        end = player.wait_for("results")
        assert all(cell == "full" for cell in end["cells"])
        player.click("Menu")
        player.wait_for("title")
        player.click("Quit")
        assert player.process.wait(PATIENCE_S) == 0


def _arrange(player: Player, row: list[int]) -> None:
    """Carry each option to its station by keys, the first station first, and lock the row."""
    for station, option in enumerate(row):
        player.press("abcde"[option])
        player.wait("the lift", lambda now: "↑↓" in now["places"])
        player.press(str(station + 1))
        player.wait("the station", lambda now: "↑↓" not in now["places"] and now["places"])
    player.wait("the row", lambda now: now["row"] == row)
    player.click("Lock it in")


def _answer_by_mouse(player: Player, line: Line) -> None:
    kind, key = line["kind"], line["key"]
    if isinstance(key, list):
        for station, option in enumerate(key):
            player.click("ABCDE"[option])
            player.wait("the lift", lambda now: "↑↓" in now["places"])
            there = "ABCDE"[player.now["row"][station]]
            player.click(there)
            player.wait("the station", lambda now: "↑↓" not in now["places"] and now["places"])
        player.click("Lock it in")
        return
    if kind not in ("number", "typed"):
        player.click("ABCD"[key])
        return
    if "q" not in line["places"] and kind == "typed":
        player.click("Show a keyboard")
        player.wait("the keyboard", lambda now: "q" in now["places"])
    for letter in f"{key:g}" if kind == "number" else str(key).lower():
        player.click(letter if letter != " " else "space")
    player.click("Lock it in")


@pytest.mark.slow
def test_an_interrupted_round_is_offered_again_where_it_stood(display: str, tmp_path: Path) -> None:
    with Player(display, tmp_path) as player:
        player.wait_for("title")
        player.press("Return")
        line = _open_question(player)
        _answer_by_keys(player, line, right=True)
        answered(player, line)
        player.press("Return")
        player.wait("the second question", lambda now: now["t"] == 5)
        kept = tmp_path / "data" / "round.json"
        player.wait("the disk", lambda _: '\\"at\\": 1,' in kept.read_text(encoding="utf-8"))
        player.process.kill()
        player.process.wait()
    with Player(display, tmp_path) as player:
        line = player.wait("the offer", lambda now: "Continue at T-5" in now.get("places", {}))
        player.press("Return")
        line = player.wait("the round", lambda now: now["screen"] in ("question", "go"))
        assert (line["t"], line["cells"][0]) == (5, "full")


WANTED: dict[str, object] = {
    "text_scale": 1.25,
    "theme": "dark_aaa",
    "motion": "reduced",
    "language": "ru",
    "mute": True,
    "volume": 0.6,
    "music": 0.3,
    "captions": True,
    "time": 1.5,
    "answers": "asked",
    "keys": [["answer-a", "q"], ["team-1", "a"]],
}


@pytest.mark.slow
def test_every_setting_is_changed_and_found_again_after_a_restart(
    display: str, tmp_path: Path
) -> None:
    with Player(display, tmp_path) as player:
        player.leave("title", lambda: player.click("Settings"))
        for name, press, *before in (
            ("text_scale", "Right"),
            ("theme", "Right", "Down"),
            ("motion", "Right", "Down"),
            ("language", "Right", "Down"),
            ("mute", "Right", "Next"),
            ("volume", "Left", "Down"),
            ("music", "Left", "Down"),
            ("captions", "Right", "Down"),
            ("time", "Right", "Next", "Next"),
            ("answers", "Right", "Down"),
        ):
            player.press(*before, press)

            def changed(now: Line, name: str = name) -> bool:
                return bool(now.get(name) == WANTED[name])

            player.wait(name, changed)
        player.press("Down", "Down", "Return")
        player.wait_for("keys")
        player.press("Return", "q")
        player.wait("the key", lambda now: now["keys"] == WANTED["keys"])
        player.press("Escape", "Escape")
        player.wait_for("title")
        player.press("F11", "F10")
        player.wait("the full screen", lambda now: now.get("fullscreen") is True)
        player.press("F11", "Escape")
        player.wait_for("title")
        player.click("Выход")
        assert player.process.wait(PATIENCE_S) == 0
    with Player(display, tmp_path) as player:
        found = player.leave("title", lambda: player.click("Настройки"))
        assert {name: found[name] for name in WANTED} == WANTED


@pytest.mark.slow
def test_the_window_is_resized_in_mid_question_from_the_smallest_to_4k(
    wide_display: str, tmp_path: Path
) -> None:
    with Player(wide_display, tmp_path) as player:
        player.wait_for("title")
        player.leave("title", lambda: player.press("Return"))
        line = _open_question(player)
        for size in ((960, 540), (1280, 1024), (3840, 2160), (960, 540)):
            player.resize(*size)
            right = 0.9 * size[0]

            def fits(now: Line, right: float = right, size: tuple[int, int] = size) -> bool:
                places = now["places"].values()
                inside = all(0 <= x <= size[0] and 0 <= y <= size[1] for x, y in places)
                return bool(places) and inside and max(x for x, _ in places) > right * 0.4

            now = player.wait(f"the question at {size}", fits)
            assert now["question"] == line["question"] and now["moment"] == "open"
        _answer_by_mouse(player, player.now)
        assert answered(player, line)["right"] is True
