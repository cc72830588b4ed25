"""A gamepad alone plays everything, from the title to the results."""

from __future__ import annotations

import pytest

from game.bank.question import Kind
from game.rounds.crew import STATIONS, Crew
from game.screens.arrange import ArrangeScreen
from game.screens.confirm import ConfirmScreen
from game.screens.credits import CreditsScreen
from game.screens.debrief import DebriefScreen
from game.screens.entry import EntryScreen
from game.screens.explanation import ExplanationScreen
from game.screens.glossary import GlossaryScreen, before
from game.screens.go import GoScreen
from game.screens.help import HelpScreen
from game.screens.hold import HoldScreen
from game.screens.key import KeyScreen
from game.screens.launch import LaunchScreen
from game.screens.options import OptionsScreen
from game.screens.pause import PauseScreen
from game.screens.question import QuestionScreen
from game.screens.results import ResultsScreen
from game.screens.settings import SettingsScreen
from game.screens.source import SourceScreen
from game.screens.studio import Studio
from game.screens.teams import BuzzScreen
from game.screens.title import TitleScreen
from game.ui.pilot import Pilot
from tests.screens.pad import (
    DOWN,
    LEFT,
    LEFT_SHOULDER,
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

READY_S = 1.0
"""Sooner presses were meant for the screen before."""


def answer(pad: Pad, *, right: bool = True) -> None:
    """Answer the question on the screen, whatever its kind."""
    pad.press(DOWN)
    screen = pad.screen
    assert isinstance(screen, QuestionScreen)
    if screen.moment == "stem":
        pad.press(A)
    pad.pilot.settle()
    pad.pilot.step(READY_S)
    key = screen.question.answer
    if isinstance(screen, ArrangeScreen):
        assert isinstance(key, tuple)
        arrange(pad, screen, key if right else key[::-1])
    elif isinstance(screen, EntryScreen):
        write(pad, screen, key if right else 999)
    else:
        assert isinstance(screen, OptionsScreen) and isinstance(key, int)
        count = len(screen.choices)
        pad.choose(screen.choices[key if right else (key + 1) % count])
        if screen.moment == "open":  # the ring stood there by itself: steer, then choose
            pad.press(UP, A)
    assert screen.moment == "locked"
    pad.pilot.settle()
    pad.pilot.step(READY_S)


def arrange(pad: Pad, screen: ArrangeScreen, row: tuple[int, ...]) -> None:
    for station, option in enumerate(row):
        pad.choose(screen.plates[option])
        while screen.row.index(option) > station:
            pad.press(UP)
        pad.press(A)
    assert tuple(screen.row) == row
    assert screen.button is not None
    pad.choose(screen.button)


def write(pad: Pad, screen: EntryScreen, key: object) -> None:
    text = f"{key:g}" if isinstance(key, int | float) else str(key).lower()
    for letter in text:
        pad.choose(pad.named("" if letter == " " else letter))
    assert screen.written == text
    pad.choose(pad.named("Lock it in"))


def test_a_whole_round_by_gamepad_comes_from_the_title_to_the_results(studio: Studio) -> None:
    game = studio.game()
    pad = Pad(Pilot(game.shared, TitleScreen(game), studio.size))
    pad.press(A)
    first = True
    met = set()
    for _ in range(200):
        screen = pad.screen
        met.add(type(screen))
        if isinstance(screen, ResultsScreen):
            break
        pad.pilot.step(READY_S)
        if isinstance(screen, QuestionScreen):
            answer(pad, right=not first)
            first = False
        elif isinstance(screen, GoScreen):
            pad.press(LEFT_SHOULDER)
        else:
            assert isinstance(screen, ExplanationScreen | HoldScreen | KeyScreen | LaunchScreen)
            pad.press(A)
            pad.pilot.settle(4)
    assert met >= {ExplanationScreen, HoldScreen, KeyScreen, LaunchScreen, ResultsScreen}
    assert pad.screen.told()["cells"].count("mended") == 1  # type: ignore[attr-defined]
    pad.choose(pad.named("Menu"))
    assert isinstance(pad.screen, TitleScreen)


@pytest.mark.parametrize(
    "kind", ["choice", "true-false", "typed", "number", "order", "match", "odd-one-out", "picture"]
)
def test_every_kind_of_question_is_answered_by_gamepad(studio: Studio, kind: Kind) -> None:
    sitting = studio.sitting(3, studio.question(kind))
    pad = Pad(studio.play(sitting))
    answer(pad)
    assert isinstance(pad.screen, ExplanationScreen)
    assert sitting.cells()[3] == "full"


def test_the_shoulders_say_go_and_no_go(studio: Studio) -> None:
    for button, said in ((LEFT_SHOULDER, True), (RIGHT_SHOULDER, False)):
        sitting = studio.sitting(4, go=True)
        pad = Pad(studio.play(sitting))
        pad.pilot.step(READY_S)
        pad.press(button)
        assert sitting.round.said_by(sitting.seat).go is said


def test_calls_words_sources_pause_and_settings_each_have_a_button(studio: Studio) -> None:
    found = studio.questions("choice")
    asks = next(q for q in found if q.hints and before(q, studio.pack, options=True))
    sitting = studio.sitting(3, asks)
    pad = Pad(studio.play(sitting))
    pad.press(A)
    pad.pilot.step(READY_S)
    pad.press(X)
    assert sitting.heard == 1
    pad.press(Y)
    assert isinstance(pad.screen, GlossaryScreen)
    pad.press(B)
    pad.press(START)
    assert isinstance(pad.screen, PauseScreen)
    pad.press(START)
    pad.press(SELECT)
    assert isinstance(pad.screen, SettingsScreen)
    pad.press(B)
    answer(pad)
    pad.press(X)
    assert isinstance(pad.screen, SourceScreen)


def test_in_a_keyboard_on_the_screen_the_back_button_takes_letters_away(studio: Studio) -> None:
    pad = Pad(studio.play(studio.sitting(4, studio.question("typed"))))
    pad.press(A)
    pad.pilot.step(READY_S)
    screen = pad.screen
    assert isinstance(screen, EntryScreen)
    pad.choose(pad.named("q"))
    pad.press(A, B)
    assert screen.written == "q"
    pad.press(B, B)
    assert isinstance(pad.screen, PauseScreen)


def test_the_ways_round_a_round_go_by_gamepad_too(studio: Studio) -> None:
    game = studio.game()
    pad = Pad(Pilot(game.shared, TitleScreen(game), studio.size))
    pad.choose(pad.named("Help"))
    assert isinstance(pad.screen, HelpScreen)
    pad.choose(pad.named("Credits"))
    assert isinstance(pad.screen, CreditsScreen)
    pad.press(B, B)
    pad.press(LEFT)
    pad.choose(pad.named("Fly"))
    pad.press(START)
    pad.choose(pad.named("Launch now"))
    assert isinstance(pad.screen, ConfirmScreen)
    pad.press(B)
    assert isinstance(pad.screen, PauseScreen)


def test_two_gamepads_play_a_team_game_to_its_end(studio: Studio) -> None:
    sitting = studio.sitting(0, crew=Crew("teams", 2, "buzz"), count=5)
    first = Pad(studio.play(sitting))
    second = Pad(first.pilot, beside=first)
    while isinstance(first.screen, BuzzScreen):
        first.press(A)
        second.press(A)
        first.press(RIGHT_SHOULDER)
        own, other = (second, first) if sitting.round.at % 2 else (first, second)
        own.press(A)
        assert isinstance(own.screen, QuestionScreen)
        assert sitting.seat == STATIONS[sitting.round.at % 2]
        other.pilot.step(READY_S)
        other.press(DOWN, A, X)
        assert sitting.answered is None and not sitting.heard
        answer(own)
        own.pilot.step(READY_S)
        while isinstance(own.screen, ExplanationScreen):
            own.press(A)
            own.pilot.step(READY_S)
    assert isinstance(first.screen, KeyScreen)
    while not isinstance(first.screen, DebriefScreen):
        first.pilot.step(READY_S)
        first.press(A)
        first.pilot.settle(4)
    assert first.screen.told()["standing"] == {STATIONS[0]: 60, STATIONS[1]: 40}
