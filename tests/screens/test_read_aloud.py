"""What each screen says of itself, by shots of them in Kazakh, and what reading holds up."""

from __future__ import annotations

import os
import re
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from game.screens.key import KeyScreen
from game.screens.screen import Screen
from game.screens.settings import SettingsScreen
from game.screens.shots import SHOTS
from game.screens.studio import Studio, answer
from game.screens.title import TitleScreen
from game.ui.pilot import Pilot
from game.ui.settings import Settings
from game.ui.voice import Unspoken
from tests.examples import sweep
from tests.patience import PATIENCE_S
from tests.screens.player import Player
from tests.screens.sharing import studio_of

SEEN = (
    *("title", "continue", "begin-anew", "choose", "look-through", "code", "first-question"),
    *("typed", "number", "order", "match", "picture-map", "go", "call-2", "lock", "wrong"),
    *("wrong-order", "source", "pause", "hold", "mend", "key-0", "launch-still", "results"),
    *("review", "hangar", "settings", "settings-read", "keys", "help", "credits", "problem"),
    *("home-20", "home-20-looked", "satellites", "profiles", "learner", "nickname", "pictures"),
    *("progress-days", "study-question", "study-right", "study-end-hall", "vote-think"),
    *("vote-show", "team-turn", "debrief-class", "teacher"),
)
_KAZAKH = re.compile("[ӘәҒғҚқҢңӨөҰұҮүҺһІіА-Яа-я]")


@pytest.mark.parametrize("shot", sweep(SEEN, *SEEN[::4]))
def test_every_screen_says_what_it_is_and_what_can_be_done(shot: str) -> None:
    studio = studio_of(Settings(motion="none"), language="kk")
    pilot = SHOTS[shot](studio)
    assert isinstance(pilot.scene, Screen)
    reading = pilot.scene.reads()
    assert reading is not None
    assert any(_KAZAKH.search(line.text) for line in reading.page)
    assert reading.focus or reading.keys
    assert all(line.text.strip() for line in (*reading.page, *reading.focus, *reading.keys))
    own = {"key", "call", "dial", "constellation", "call button", "pause button"}
    assert not own & {line.text for line in reading.focus}


def test_a_question_is_said_in_its_own_language_and_the_rest_in_that_of_the_screen(
    studio: Studio,
) -> None:
    mixed = studio.another(studio.settings, studio.size, "ru")
    pilot = mixed.play(mixed.sitting(3))
    pilot.step(3)
    reading = pilot.scene.reads() if pilot.scene else None
    assert reading is not None
    languages = {line.text.partition(" ")[0]: line.language for line in reading.page}
    assert (languages["T-7."], languages["A,"]) == ("ru", "en")


def test_the_launch_window_stands_still_while_the_question_is_read(studio: Studio) -> None:
    pilot = studio.play(studio.sitting(3), studio.settings.with_(aloud="always"))
    voice, screen = pilot.shared.narrator.voice, pilot.scene
    assert isinstance(voice, Unspoken) and isinstance(screen, Screen)
    pilot.step(3)
    sitting = getattr(screen, "sitting")  # noqa: B009
    voice.speaking = True
    left = sitting.round.window_left_s
    pilot.step(20)
    assert sitting.round.window_left_s == left
    # What is said because one moves about takes no more than one's own time.
    pilot.press("tab")
    pilot.step(20)
    assert sitting.round.window_left_s < left


def test_a_call_leaves_the_ring_where_it_was(studio: Studio) -> None:
    asks = studio.question("choice", ("first-satellite",))
    pilot = studio.play(studio.sitting(3, asks), studio.settings.with_(aloud="always"))
    pilot.step(3)
    pilot.press("down")
    screen, voice = pilot.scene, pilot.shared.narrator.voice
    assert isinstance(screen, Screen) and isinstance(voice, Unspoken)
    letter = getattr(screen.group.focused, "letter", "")
    assert letter not in ("", "A")
    voice.said.clear()
    pilot.press("h")
    assert getattr(screen.group.focused, "letter", "") == letter
    assert not any(text.startswith("A,") for text in voice.texts)


def test_the_settings_try_out_what_is_changed(studio: Studio) -> None:
    game = studio.game()
    voice = Unspoken("First", "Second")
    game.shared.narrator.voice = voice
    pilot = Pilot(game.shared, SettingsScreen(game), studio.size)
    pilot.press("page_down", "page_down", "down", "right")
    assert game.shared.settings.speed == pytest.approx(1.25)
    assert voice.texts[-1].startswith("Four, three, two")
    pilot.press("down", "down", "right")
    assert game.shared.settings.voices == (("en", "Second"),)
    assert voice.manner.chosen == (("en", "Second"),)


@pytest.mark.parametrize("at", [0, 3])
def test_that_a_translation_is_not_reviewed_is_heard_once_a_round(studio: Studio, at: int) -> None:
    asks = replace(studio.question("choice", ("first-satellite",)), reviewed=False)
    pilot = studio.play(studio.sitting(at, asks), studio.settings.with_(aloud="always"))
    voice = pilot.shared.narrator.voice
    assert isinstance(voice, Unspoken)
    pilot.step(3)
    pilot.press("1", "enter")
    pilot.step(3)
    assert any("No native teacher" in text for text in voice.texts) == (at == 0)


def test_nothing_is_said_while_a_question_plays_by_itself(studio: Studio) -> None:
    game = studio.game(studio.settings.with_(aloud="always"))
    pilot = Pilot(game.shared, TitleScreen(game), studio.size)
    pilot.step(1)
    voice = game.shared.narrator.voice
    assert isinstance(voice, Unspoken)
    voice.said.clear()
    pilot.step(80)
    assert voice.texts == []


@pytest.mark.slow
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks into /proc")
def test_the_real_game_reads_with_what_is_there_and_leaves_nothing_behind(
    display: str, tmp_path: Path
) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "settings.json").write_text('{"aloud": "always"}')
    with Player(display, tmp_path) as player:
        player.leave("title", lambda: player.press("Return"))
        player.wait("the options", lambda now: now.get("moment") == "open")
        player.press("Down", "r", "Control_L", "F4", "F4", "r")
        player.process.kill()
        player.process.wait()
    mark = f"T_MINUS_TRACE={tmp_path / 'trace'}".encode()
    until = time.monotonic() + PATIENCE_S
    while _with(mark):
        assert time.monotonic() < until, "a helper outlived the game"
        time.sleep(0.05)


def _with(mark: bytes) -> list[int]:
    """The processes that have this in their environment."""
    found = []
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit() and int(folder.name) != os.getpid():
            try:
                if mark in (folder / "environ").read_bytes():
                    found.append(int(folder.name))
            except OSError:
                continue
    return found


def test_the_count_of_the_key_is_heard(studio: Studio) -> None:
    sitting = studio.sitting(9)
    answer(sitting, right=True)
    sitting.go_on()
    pilot = studio.play(sitting, studio.settings.with_(aloud="always"))
    voice = pilot.shared.narrator.voice
    assert isinstance(pilot.scene, KeyScreen) and isinstance(voice, Unspoken)
    pilot.step(1.0)
    voice.said.clear()
    pilot.press("enter")
    for _ in range(14):
        pilot.step(0.2)
    assert voice.texts == ["3", "2", "1"]


def test_the_way_to_choose_goes_with_the_answer(studio: Studio) -> None:
    pilot = studio.play(studio.sitting(3, studio.question("choice")))
    pilot.press("enter")
    pilot.step(3.0)
    pilot.press("enter")
    assert pilot.shared.notice.shown
    pilot.press("1")
    assert not pilot.shared.notice.shown
