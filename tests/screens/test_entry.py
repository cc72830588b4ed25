"""Answers that are written: names and numbers, by keyboard and on the screen."""

from __future__ import annotations

import pytest

from game.screens.entry import EntryScreen
from game.screens.glossary import before
from game.screens.keyboard import letters
from game.screens.pause import PauseScreen
from game.screens.studio import Studio
from game.ui.pilot import Pilot


def opened(studio: Studio, kind: str) -> tuple[Pilot, EntryScreen]:
    question = studio.question("typed" if kind == "typed" else "number")
    pilot = studio.play(studio.sitting(4, question))
    pilot.press("enter")
    pilot.step(1)
    assert isinstance(pilot.scene, EntryScreen)
    return pilot, pilot.scene


def test_a_name_is_typed_and_locked_by_enter(studio: Studio) -> None:
    pilot, screen = opened(studio, "typed")
    pilot.type("Sputnik 1")
    pilot.press("enter")
    answer = screen.sitting.answered
    assert answer is not None and answer.response == "Sputnik 1"


def test_letters_are_text_and_no_shortcuts_while_one_types(studio: Studio) -> None:
    pilot, screen = opened(studio, "typed")
    for letter in "ha w":
        pilot.press("space" if letter == " " else letter)
        pilot.type(letter)
    assert screen.written == "ha w"
    assert (screen.sitting.heard, pilot.scene) == (0, screen)


def test_mission_control_can_be_called_while_one_types(studio: Studio) -> None:
    pilot, screen = opened(studio, "typed")
    pilot.press("f1")
    assert screen.sitting.heard == 1


def test_what_is_typed_stays_when_a_call_comes_in(studio: Studio) -> None:
    pilot, screen = opened(studio, "typed")
    pilot.type("Spu")
    pilot.press("f1")
    pilot.type("t")
    assert screen.written == "Sput"


def test_an_empty_line_is_no_answer(studio: Studio) -> None:
    pilot, screen = opened(studio, "typed")
    pilot.type("  ")
    pilot.press("enter")
    assert screen.moment == "open"


def test_letters_beside_a_number_are_shortcuts_and_never_written(studio: Studio) -> None:
    pilot, screen = opened(studio, "number")
    for letter in "1hw9":
        pilot.press(letter)
        pilot.type(letter)
        if pilot.scene is not screen:
            pilot.press("escape")
    assert (screen.written, screen.sitting.heard) == ("19", 1)


def test_space_pauses_beside_a_number(studio: Studio) -> None:
    pilot, screen = opened(studio, "number")
    pilot.press("space")
    assert isinstance(pilot.scene, PauseScreen) and screen.written == ""


@pytest.mark.parametrize("key", ["f1", "f2", "escape"])
def test_function_keys_and_esc_work_beside_a_number_too(studio: Studio, key: str) -> None:
    numbers = studio.questions("number")
    asks = next(q for q in numbers if before(q, studio.pack, options=True))
    pilot = studio.play(studio.sitting(4, asks))
    pilot.press("enter")
    pilot.step(1)
    screen = pilot.scene
    assert isinstance(screen, EntryScreen)
    pilot.press(key)
    assert pilot.scene is not screen or screen.sitting.heard == 1


def test_a_number_that_is_none_is_not_locked_but_explained(studio: Studio) -> None:
    pilot, screen = opened(studio, "number")
    pilot.type("-.")
    pilot.press("enter")
    assert screen.moment == "open"
    assert "figures" in pilot.shared.notice.text


def test_a_number_can_be_entered_by_hand(studio: Studio) -> None:
    pilot, screen = opened(studio, "number")
    keys = {str(getattr(w, "text", "")): w for w in screen.group.widgets}
    for digit in "195":
        pilot.click(keys[digit].rect.centre)
    pilot.click(keys["⌫"].rect.centre)
    assert screen.written == "19"
    assert screen.field is not None and screen.field.focused


def test_who_does_not_know_can_say_so(studio: Studio) -> None:
    pilot, screen = opened(studio, "number")
    pass_ = next(w for w in screen.group.widgets if "know" in str(getattr(w, "text", "")))
    pilot.click(pass_.rect.centre)
    answer = screen.sitting.answered
    assert answer is not None and answer.response is None and not answer.right


@pytest.mark.parametrize(
    ("language", "alphabet"),
    [
        ("en", "abcdefghijklmnopqrstuvwxyz"),
        ("ru", "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"),
        ("kk", "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"),
    ],
)
def test_a_keyboard_on_the_screen_has_each_letter_of_its_language_once(
    language: str, alphabet: str
) -> None:
    keys = [key for row in letters(language) for key in row if key.isalpha()]
    assert sorted(keys) == sorted(alphabet)
