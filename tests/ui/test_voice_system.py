"""The system's voice asks a helper and goes on, whatever the helper does."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from game import paths
from game.ui.narrator import Narrator
from game.ui.pilot import Pilot
from game.ui.scene import services
from game.ui.settings import Settings
from game.ui.voice import Manner, Said
from game.ui.voice_engines import Installed, Order
from game.ui.voice_system import AGAIN_S, SystemVoice
from tests.patience import until
from tests.ui import helpers
from tests.ui.helpers import HeardEar, number_in, runs, speaker
from tests.ui.test_narrator import Page

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="helpers are killed by group here")


def voice(
    *installed: Installed, ear: HeardEar | None = None, patience_s: float = 30
) -> SystemVoice:
    return SystemVoice(ear or HeardEar(), lambda: installed, patience_s=patience_s)


def english(*texts: str) -> list[Said]:
    return [Said(text, "en") for text in texts]


def plays(speaks: SystemVoice, ear: HeardEar, count: int) -> None:
    """Wait until so many sounds were begun."""

    def begun() -> bool:
        speaks.step()
        return len(ear.played) >= count

    until(begun)


def test_texts_are_heard_one_after_the_other() -> None:
    ear = HeardEar()
    spoken: list[tuple[str, float]] = []
    speaks = voice(*helpers.orders_of(speaker(helpers.SPEAKS), spoken), ear=ear)
    speaks.tune(Manner(speed=2.0))
    speaks.say(english("One.", "Two."))
    speaks.say(english("Three."), more=True)
    for heard in (1, 2, 3):
        plays(speaks, ear, heard)
        ear.busy = False
    assert spoken == [("One.", 2.0), ("Two.", 2.0), ("Three.", 2.0)]
    until(lambda: not speaks.speaking)
    speaks.close()


def test_a_voice_that_was_chosen_speaks_its_language() -> None:
    spoken: list[str] = []

    def named(name: str, language: str) -> Installed:
        def order(text: str, speed: float) -> Order:
            spoken.append(name)
            return speaker(helpers.SPEAKS).order(text, speed)

        return Installed(name, language, order)

    ear = HeardEar()
    speaks = voice(named("First", "kk"), named("Second", "kk"), named("Other", "ru"), ear=ear)
    until(lambda: speaks.voices("kk") == ("First", "Second"))
    speaks.tune(Manner(chosen=(("kk", "Second"), ("ru", "gone"))))
    speaks.say([Said("Байқоңыр", "kk"), Said("Байконур", "ru")])
    until(lambda: spoken == ["Second", "Other"])
    speaks.close()


def test_a_new_text_takes_the_place_of_the_old_one() -> None:
    ear = HeardEar()
    speaks = voice(speaker(helpers.SPEAKS), ear=ear)
    speaks.say(english("One.", "Two."))
    plays(speaks, ear, 1)
    speaks.say(english("Three."))
    assert not ear.busy
    plays(speaks, ear, 2)
    ear.busy = False
    until(lambda: not speaks.speaking)
    assert len(ear.played) == 2
    speaks.close()


@pytest.mark.parametrize("script", [helpers.HANGS, helpers.HAS_A_CHILD])
def test_stop_kills_a_helper_that_will_not_end_and_all_that_it_started(
    tmp_path: Path, script: str
) -> None:
    speaks = voice(speaker(script, str(tmp_path / "pid")))
    speaks.say(english("Hello."))
    process = number_in(tmp_path / "pid")
    assert runs(process) and speaks.speaking
    speaks.stop()
    assert not speaks.speaking
    until(lambda: not runs(process))
    assert speaks.trouble == ""
    speaks.close()


@pytest.mark.slow
@pytest.mark.parametrize("end", ["close", "kill"])
def test_nothing_is_left_behind_when_the_game_ends_or_is_killed(tmp_path: Path, end: str) -> None:
    code = (
        "import sys, time\n"
        "from game.ui.voice import Said\n"
        "from tests.ui.test_voice_system import english, voice\n"
        "from tests.ui import helpers\n"
        "speaks = voice(helpers.speaker(helpers.HANGS, sys.argv[1]))\n"
        "speaks.say(english('Hello.'))\n"
        "sys.stdin.readline()\n"
        "speaks.close()\n"
    )
    pid = tmp_path / "pid"
    game = subprocess.Popen(
        [sys.executable, "-c", code, str(pid)], stdin=subprocess.PIPE, cwd=paths.HERE.parent
    )
    helper = number_in(pid)
    if end == "kill":
        game.send_signal(signal.SIGKILL)
        game.wait()
    else:
        game.communicate(b"\n")
    until(lambda: not runs(helper))


@pytest.mark.parametrize(
    "script",
    [helpers.DIES, helpers.MUMBLES, helpers.FLOODS_OUT, "import time; time.sleep(600)"],
    ids=["dies", "mumbles", "floods", "hangs"],
)
def test_a_helper_that_says_nothing_is_given_up_and_tried_again_later(script: str) -> None:
    now = [100.0]
    tried: list[tuple[str, float]] = []
    installed = helpers.orders_of(speaker(script), tried)
    speaks = SystemVoice(HeardEar(), lambda: installed, lambda: now[0], patience_s=0.4)
    speaks.say(english("One.", "Two.", "Three."))
    until(lambda: speaks.trouble == "silent" and not speaks.speaking)
    assert len(tried) == 1
    now[0] += AGAIN_S / 2
    speaks.say(english("Four."))
    until(lambda: not speaks.speaking)
    assert len(tried) == 1
    now[0] += AGAIN_S
    speaks.say(english("Five."))
    until(lambda: not speaks.speaking)
    assert len(tried) == 2
    speaks.close()


def test_a_helper_that_floods_its_standard_error_speaks_all_the_same() -> None:
    ear = HeardEar()
    speaks = voice(speaker(helpers.FLOODS_ERR), ear=ear)
    speaks.say(english("One."))
    plays(speaks, ear, 1)
    assert speaks.trouble == ""
    speaks.close()


def test_a_program_that_is_gone_is_given_up() -> None:
    gone = Installed("Gone", "en", lambda text, _: Order(("/no/such/voice",), text.encode()))
    speaks = voice(gone)
    speaks.say(english("One."))
    until(lambda: speaks.trouble == "silent")
    speaks.close()


def test_a_language_without_a_voice_is_told_and_others_go_on() -> None:
    ear = HeardEar()
    speaks = voice(speaker(helpers.SPEAKS), ear=ear)
    speaks.say([Said("Байқоңыр", "kk"), Said("Baikonur", "en")])
    until(lambda: speaks.trouble == "language")
    plays(speaks, ear, 1)
    speaks.close()


def test_a_machine_without_sound_says_so() -> None:
    speaks = voice(speaker(helpers.SPEAKS), ear=HeardEar(deaf=True))
    speaks.say(english("One."))
    until(lambda: speaks.trouble == "device")
    speaks.close()


def test_a_voice_that_was_installed_meanwhile_is_found() -> None:
    there: list[Installed] = []
    speaks = SystemVoice(HeardEar(), lambda: tuple(there))
    until(lambda: speaks.voices("en") == ())
    there.append(speaker(helpers.SPEAKS))
    speaks.look()
    until(lambda: speaks.voices("en") == ("Test",))
    speaks.close()


def test_after_the_end_nothing_is_started() -> None:
    tried: list[tuple[str, float]] = []
    speaks = voice(*helpers.orders_of(speaker(helpers.SPEAKS), tried))
    speaks.close()
    speaks.say(english("One."))
    assert not speaks.speaking and not tried


def test_a_helper_that_is_slow_to_start_waits_for_its_text_already(tmp_path: Path) -> None:
    script = (
        "import os, sys\n"
        "open(os.path.join(sys.argv[1], str(os.getpid())), 'w').close()\n" + helpers.SPEAKS
    )

    def order(text: str, _: float) -> Order:
        command = (sys.executable, "-c", script, str(tmp_path))
        return Order(command, text.encode(), early=True)

    def started() -> list[int]:
        return [int(path.name) for path in tmp_path.iterdir()]

    ear = HeardEar()
    speaks = voice(Installed("Slow", "en", order), ear=ear)
    for count in (1, 2):
        speaks.say(english(f"Text {count}."))
        plays(speaks, ear, count)
        # One more than was needed: the next one.
        until(lambda count=count: len(started()) == count + 1)  # type: ignore[misc]
    # One that has spoken may take a moment to end.
    until(lambda: sum(map(runs, started())) == 1)
    (waiting,) = filter(runs, started())
    speaks.close()
    until(lambda: not runs(waiting))


def test_a_voice_that_fails_in_a_way_of_its_own_holds_nothing_up() -> None:
    def order(text: str, speed: float) -> Order:
        raise RuntimeError(text, speed)

    speaks = voice(Installed("Odd", "en", order))
    speaks.say(english("One."))
    until(lambda: speaks.trouble == "silent" and not speaks.speaking)
    speaks.close()


def test_the_game_goes_on_while_a_helper_hangs(tmp_path: Path) -> None:
    speaks = voice(speaker(helpers.HANGS, str(tmp_path / "pid")), patience_s=600)
    shared = services(settings=Settings(aloud="always"), narrator=Narrator(speaks))
    page = Page(shared, "First.")
    pilot = Pilot(shared, page, (96, 54))
    pilot.press("down")
    helper = number_in(tmp_path / "pid")
    for number in range(20):
        page.lines = [f"Line {number}."]
        pilot.press("down")
        pilot.step(0.1)
    # All of that happened while the first helper, or one like it, still sat there.
    assert speaks.speaking
    pilot.press("ctrl")
    assert not speaks.speaking
    until(lambda: not runs(helper))
    speaks.close()
