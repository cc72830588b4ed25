"""Settings and keys: near every question, changed at once, and shown by every hint."""

from __future__ import annotations

import pytest

from game.rounds.crew import Crew
from game.screens.keys import KeysScreen
from game.screens.options import OptionsScreen
from game.screens.pause import PauseScreen
from game.screens.pick import Stepper
from game.screens.screen import Screen
from game.screens.settings import PAGES, SettingsScreen
from game.screens.studio import Studio
from game.ui.events import Key, Pointer
from game.ui.keys import ACTIONS, PAD
from game.ui.pilot import Pilot
from game.ui.widgets import Slider


def opened(studio: Studio, at: int = 3) -> Pilot:
    asks = studio.question("choice", ("first-satellite",))
    pilot = studio.play(studio.sitting(at, asks))
    pilot.press("enter")
    pilot.step(1)
    return pilot


def keys_screen(studio: Studio) -> Pilot:
    game = studio.game()
    return Pilot(game.shared, KeysScreen(game), studio.size)


def choose_key(pilot: Pilot, action: str, key: str) -> None:
    """Press the row of an action, then the key."""
    screen = pilot.scene
    assert isinstance(screen, KeysScreen)
    screen.ask(action)
    pilot.press(key)


def test_the_settings_are_two_presses_from_a_question_by_keys_by_gamepad_and_by_hand(
    studio: Studio,
) -> None:
    pilot = opened(studio)
    pilot.press("space", "s")
    assert isinstance(pilot.scene, SettingsScreen)
    pilot = opened(studio)
    pilot.press("f10")
    assert isinstance(pilot.scene, SettingsScreen)
    pilot = opened(studio)
    pilot.send(Key("space", device="gamepad"), Key("h", device="gamepad"))
    assert isinstance(pilot.scene, SettingsScreen)
    pilot = opened(studio)
    screen = pilot.scene
    assert isinstance(screen, OptionsScreen) and screen.hints is not None
    place = next(place for place, hint in screen.hints.places if hint.key == "Space")
    pilot.click(place.centre)
    assert isinstance(pilot.scene, PauseScreen)
    button = next(w for w in pilot.scene.group.widgets if getattr(w, "text", "") == "Settings")
    pilot.click(button.rect.centre)
    assert isinstance(pilot.scene, SettingsScreen)


def test_no_time_passes_under_the_settings(studio: Studio) -> None:
    sitting = studio.sitting(3)
    pilot = studio.play(sitting)
    pilot.press("f10")
    left = sitting.round.window_left_s
    pilot.step(60)
    pilot.press("f10")
    assert sitting.round.window_left_s == left


@pytest.mark.parametrize("factor", [1.5, 3.0])
def test_more_time_holds_in_the_middle_of_a_round(studio: Studio, factor: float) -> None:
    sitting = studio.sitting(3)
    pilot = studio.play(sitting)
    left = sitting.round.window_left_s
    pilot.press("space", "s")
    pilot.shared.change(pilot.shared.settings.with_(time_factor=factor))
    pilot.press("escape", "escape")
    assert sitting.round.window_left_s == pytest.approx(left * factor)


def test_the_clock_can_be_taken_away_and_given_back(studio: Studio) -> None:
    sitting = studio.sitting(3)
    pilot = studio.play(sitting)
    left = sitting.round.window_left_s
    for factor in (0.0, 1.0):
        pilot.press("f10")
        pilot.shared.change(pilot.shared.settings.with_(time_factor=factor))
        pilot.press("f10")
        assert (sitting.round.rules.window_s > 0) is (factor > 0)
        pilot.press("enter")
        pilot.step(20 if factor == 0 else 0)
    assert sitting.round.window_left_s == pytest.approx(left)


def test_every_row_of_every_page_can_be_changed_by_arrows(studio: Studio) -> None:
    game = studio.game()
    pilot = Pilot(game.shared, SettingsScreen(game), studio.size)
    changed = 0
    for _ in range(PAGES):
        screen = pilot.scene
        assert isinstance(screen, SettingsScreen)
        rows = [w for w in screen.group.widgets if isinstance(w, Stepper | Slider)]
        for at in range(len(rows)):
            before = screen.told()
            pilot.press("left" if isinstance(rows[at], Slider) else "right")
            if screen.told() == before:
                pilot.press("left")
            changed += screen.told() != before
            if at + 1 < len(rows):
                pilot.press("down")
        pilot.press("page_down")
    assert changed == 14


def test_the_arrows_of_a_setting_step_once_by_mouse_and_come_back(studio: Studio) -> None:
    game = studio.game()
    pilot = Pilot(game.shared, SettingsScreen(game), studio.size)
    screen = pilot.scene
    assert isinstance(screen, SettingsScreen)

    def click(row: int, share: float) -> None:
        rect = [w for w in screen.group.widgets if isinstance(w, Stepper)][row].rect
        pilot.click((rect.x + share * rect.w, rect.centre[1]))

    sizes = []
    for share in (0.98, 0.98, 0.44, 0.44, 0.44):
        click(0, share)
        sizes.append(pilot.shared.settings.text_scale)
    assert sizes == [1.25, 1.5, 1.25, 1.0, 2.0]
    click(0, 0.98)
    told = []
    for share in (0.98, 0.44):
        click(3, share)
        told.append(screen.told()["language"])
    assert told == ["ru", "en"]


def test_sounds_are_told_in_words_only_when_wanted(studio: Studio) -> None:
    pilot = opened(studio)
    plain = pilot.picture()
    pilot.shared.change(pilot.shared.settings.with_(captions=True))
    pilot.shared.sounds.play("call")
    told = pilot.picture()
    assert told.get_buffer().raw != plain.get_buffer().raw
    pilot.step(3)
    assert pilot.picture().get_buffer().raw == plain.get_buffer().raw


def test_a_key_that_was_chosen_calls_mission_control_and_the_hints_name_it(
    studio: Studio,
) -> None:
    pilot = opened(studio)
    screen = pilot.scene
    assert isinstance(screen, OptionsScreen) and screen.hints is not None
    pilot.shared.stack.push(KeysScreen(screen.game))
    choose_key(pilot, "call", "j")
    pilot.press("escape", "h")
    assert screen.sitting.heard == 0
    pilot.picture()
    assert screen.hints.caps("H").text == "J"
    pilot.press("j")
    assert screen.sitting.heard == 1


def test_a_key_that_was_taken_changes_places_and_says_so(studio: Studio) -> None:
    pilot = keys_screen(studio)
    choose_key(pilot, "call", "w")
    assert pilot.shared.keys.key("words") == "h"
    assert "Hard words" in pilot.shared.notice.text and "H now" in pilot.shared.notice.text


@pytest.mark.parametrize("key", ["enter", "tab", "up", "1"])
def test_a_key_that_must_stay_is_refused_by_a_sentence(studio: Studio, key: str) -> None:
    pilot = keys_screen(studio)
    choose_key(pilot, "call", key)
    screen = pilot.scene
    assert isinstance(screen, KeysScreen) and screen.asking == "call"
    assert pilot.shared.notice.shown
    pilot.press("escape")
    assert screen.asking is None and pilot.shared.settings.keys == ()


def test_all_keys_can_be_as_they_were(studio: Studio) -> None:
    pilot = keys_screen(studio)
    choose_key(pilot, "call", "j")
    screen = pilot.scene
    assert isinstance(screen, KeysScreen)
    screen.reset()
    assert pilot.shared.settings.keys == ()


def test_each_action_has_a_row_on_some_page(studio: Studio) -> None:
    pilot = keys_screen(studio)
    screen = pilot.scene
    assert isinstance(screen, KeysScreen)
    shown = []
    for _ in range(screen.pages):
        pilot.picture()
        shown += [w for w in screen.group.widgets if type(w).__name__ == "KeyRow"]
        pilot.press("page_down")
    assert len(shown) == len(ACTIONS) + len(PAD)


def test_a_presenters_remote_goes_on_goes_back_and_darkens(studio: Studio) -> None:
    pilot = studio.play(studio.sitting(3, studio.question("choice", ("first-satellite",))))
    screen = pilot.scene
    assert isinstance(screen, OptionsScreen)
    pilot.step(1)
    pilot.press("page_down")
    assert screen.moment == "open"
    pilot.step(1)
    pilot.press("b")
    assert pilot.scene is not screen
    left = screen.sitting.round.window_left_s
    pilot.step(30)
    pilot.press("b")
    assert pilot.scene is screen and screen.moment == "open"
    assert screen.sitting.round.window_left_s == left
    pilot.press("b")
    assert screen.told()["moment"] == "locked"


def test_a_point_darkens_the_screen_and_a_touch_lights_it(studio: Studio) -> None:
    pilot = opened(studio)
    screen = pilot.scene
    pilot.press("period")
    assert max(pilot.picture().get_at((480, 100))[:3]) == 0
    pilot.send(Pointer("press", (900, 500), touch=True))
    assert pilot.scene is screen


def press_button(pilot: Pilot, action: str, button: str, pad: int = 1) -> None:
    """Press the row of an action of a gamepad, then the button."""
    screen = pilot.scene
    assert isinstance(screen, KeysScreen)
    screen.ask(action)
    pilot.send(Key(button, device="gamepad", pad=pad))


def test_a_button_that_was_chosen_calls_and_the_hints_name_it(studio: Studio) -> None:
    pilot = opened(studio)
    screen = pilot.scene
    assert isinstance(screen, OptionsScreen) and screen.hints is not None
    pilot.shared.stack.push(KeysScreen(screen.game))
    press_button(pilot, "pad-call", "page_up")
    assert "X now" in pilot.shared.notice.text
    pilot.press("escape")
    pilot.send(Key("page_up", device="gamepad", pad=1))
    assert screen.sitting.heard == 1
    pilot.picture()
    assert screen.hints.caps("H").text == "LB"


def test_neither_a_key_nor_the_cross_can_be_a_button(studio: Studio) -> None:
    pilot = keys_screen(studio)
    screen = pilot.scene
    assert isinstance(screen, KeysScreen)
    screen.ask("pad-press")
    pilot.press("q")
    pilot.send(Key("up", device="gamepad", pad=1))
    assert screen.asking == "pad-press" and pilot.shared.settings.pad == ()
    pilot.press("escape")
    assert screen.asking is None


def test_buttons_can_be_as_they_were_too(studio: Studio) -> None:
    pilot = keys_screen(studio)
    press_button(pilot, "pad-press", "escape")
    assert dict(pilot.shared.settings.pad) == {"pad-press": "escape", "pad-away": "enter"}
    screen = pilot.scene
    assert isinstance(screen, KeysScreen)
    screen.reset()
    assert pilot.shared.settings.pad == ()


@pytest.mark.parametrize("by_pad", [False, True])
def test_an_enter_that_chooses_nothing_names_the_players_own_keys(
    studio: Studio, by_pad: bool
) -> None:
    pilot = opened(studio)
    screen = pilot.scene
    assert isinstance(screen, OptionsScreen)
    pilot.shared.stack.push(KeysScreen(screen.game))
    choose_key(pilot, "answer-a", "x")
    press_button(pilot, "pad-press", "w")
    pilot.press("escape")
    pilot.step(1)
    pilot.send(Key("w", device="gamepad", pad=1) if by_pad else Key("enter"))
    assert ("press Y" if by_pad else "Press X B C D") in pilot.shared.notice.text


def test_the_teachers_keys_can_be_chosen_and_are_named(studio: Studio) -> None:
    sitting = studio.sitting(3, studio.question("choice"), crew=Crew("class"))
    pilot = studio.play(sitting)
    screen = pilot.scene
    assert isinstance(screen, Screen)
    pilot.shared.stack.push(KeysScreen(screen.game))
    choose_key(pilot, "skip", "x")
    pilot.press("escape", "space")
    assert "X" in [getattr(w, "key", "") for w in pilot.scene.group.widgets]  # type: ignore[union-attr]
    pilot.press("escape", "k")
    assert sitting.round.at == 3
    pilot.press("x")
    assert sitting.round.at == 4
