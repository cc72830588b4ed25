"""A launch is skipped at once by whatever is at hand, held, and shown whole where it is brief."""

from __future__ import annotations

import pytest

from game.rounds.crew import Crew
from game.screens.debrief import DebriefScreen
from game.screens.launch import LaunchScreen
from game.screens.reel import Reel
from game.screens.results import ResultsScreen
from game.screens.studio import Studio
from game.ui.events import Key
from game.ui.pilot import Pilot
from tests.examples import sweep
from tests.screens.pad import (
    DOWN,
    LEFT,
    LEFT_SHOULDER,
    RIGHT,
    RIGHT_SHOULDER,
    SELECT,
    START,
    UP,
    A,
    B,
    Pad,
    X,
    Y,
)
from tests.screens.test_touch import Finger

CREWS = (Crew(), Crew("class"), Crew("teams", 3, "together"))


def launch(studio: Studio, *, brief: bool = False, crew: Crew | None = None) -> Pilot:
    sitting = studio.sitting(9, missed=(2,), crew=crew)
    sitting.launch_now()
    sitting.turn_key()
    game = studio.game(studio.settings.with_(motion="full"))
    reel = Reel("soyuz-2-1a", names=("one", "two"), brief=brief)
    return Pilot(game.shared, LaunchScreen(game, sitting, reel), studio.size)


def screen_of(pilot: Pilot) -> LaunchScreen:
    assert isinstance(pilot.scene, LaunchScreen)
    return pilot.scene


@pytest.mark.parametrize("crew", CREWS, ids=lambda crew: crew.who)
@pytest.mark.parametrize("name", sweep(("x", "escape", "enter", "page_down", "f10", "other"), "x"))
def test_any_key_skips_in_any_kind_of_round(studio: Studio, crew: Crew, name: str) -> None:
    pilot = launch(studio, crew=crew)
    pilot.step(0.5)
    pilot.send(Key(name))
    wanted = ResultsScreen if crew.who == "alone" else DebriefScreen
    assert isinstance(pilot.scene, wanted)


@pytest.mark.parametrize(
    "button",
    sweep(
        (A, B, X, Y, SELECT, LEFT_SHOULDER, RIGHT_SHOULDER, UP, DOWN, LEFT, RIGHT), A, SELECT, UP
    ),
)
def test_any_button_of_a_gamepad_skips_but_start_which_holds(studio: Studio, button: int) -> None:
    pilot = launch(studio)
    pad = Pad(pilot)
    pad.press(START)
    assert not screen_of(pilot).playing
    pad.press(START)
    assert screen_of(pilot).playing
    pad.press(button)
    assert isinstance(pilot.scene, ResultsScreen)


def test_y_of_a_gamepad_and_back_on_a_remote_show_the_whole_flight(studio: Studio) -> None:
    pilot = launch(studio, brief=True)
    Pad(pilot).press(Y)
    assert screen_of(pilot).reel.film(studio.size).length > 20
    pilot = launch(studio, brief=True)
    pilot.press("page_up")
    assert screen_of(pilot).reel.film(studio.size).length > 20


def test_a_finger_skips_by_the_picture_and_holds_by_the_hint_or_the_caption(
    studio: Studio,
) -> None:
    pilot = launch(studio)
    screen = screen_of(pilot)
    assert screen.hints is not None
    hold = next(place for place, hint in screen.hints.places if hint.on_press == screen.hold)
    Finger(pilot).tap(hold.centre)
    assert not screen.playing
    Finger(pilot).tap(hold.centre)
    pilot.step(5.0, 10)
    assert screen.playing and not screen.hints.visible
    Finger(pilot).tap((960.0, 1030.0))
    assert not screen.playing
    Finger(pilot).tap((960.0, 500.0))
    assert isinstance(pilot.scene, ResultsScreen)


def test_while_it_is_held_the_clock_stands_and_nothing_sounds(studio: Studio) -> None:
    pilot = launch(studio)
    pilot.step(4.0, 10)
    pilot.press("space")
    screen = screen_of(pilot)
    before = screen.reel.film(studio.size).seconds
    pilot.step(3.0)
    assert screen.reel.film(studio.size).seconds == before
    assert not getattr(pilot.shared.sounds, "levels", None)
    assert "Space" in screen.held_words
    pilot.press("space")
    pilot.step(0.5, 10)
    assert screen.reel.film(studio.size).seconds > before
    assert getattr(pilot.shared.sounds, "levels", None)
