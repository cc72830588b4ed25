"""Keys by name on any keyboard, and fingers as a pointer."""

from __future__ import annotations

import pygame
import pytest

from game.ui.events import Event, Key, Pointer, Quit, TextEntered
from game.ui.translate import Translator


def told(kind: int, **values: object) -> Event | None:
    translator = Translator(lambda pixel: (pixel[0] * 2, pixel[1] * 2))
    return translator.record(pygame.event.Event(kind, values))


def key_down(key: int, place: int = 0, text: str = "", mod: int = 0) -> Key:
    record = told(pygame.KEYDOWN, key=key, scancode=place, unicode=text, mod=mod)
    assert isinstance(record, Key)
    return record


@pytest.mark.parametrize(
    ("key", "place", "text", "name"),
    [
        (pygame.K_a, 4, "a", "a"),
        (ord("ф"), 4, "ф", "a"),
        (ord("і"), 31, "і", "2"),
        (pygame.K_AMPERSAND, 30, "&", "1"),
        (pygame.K_q, 4, "q", "q"),
        (pygame.K_KP3, 91, "3", "3"),
        (pygame.K_RETURN, 40, "\r", "enter"),
        (pygame.K_F11, 68, "", "f11"),
    ],
)
def test_letters_and_digits_are_found_on_every_layout(
    key: int, place: int, text: str, name: str
) -> None:
    assert key_down(key, place, text).name == name


def test_shift_and_control_are_told() -> None:
    record = key_down(pygame.K_TAB, 43, "\t", pygame.KMOD_LSHIFT | pygame.KMOD_RCTRL)
    assert record.shift
    assert record.ctrl
    assert not record.alt


def test_the_pointer_is_told_in_grid_units() -> None:
    assert told(pygame.MOUSEMOTION, pos=(10, 20)) == Pointer("move", (20, 40))
    assert told(pygame.MOUSEBUTTONDOWN, pos=(1, 2), button=1) == Pointer("press", (2, 4), 1)


def test_text_and_quit_are_told() -> None:
    assert told(pygame.TEXTINPUT, text="ә") == TextEntered("ә")
    assert told(pygame.QUIT) == Quit()


def test_what_the_game_has_no_use_for_is_nothing() -> None:
    assert told(pygame.USEREVENT) is None
    assert told(pygame.KEYDOWN, key=pygame.K_LSHIFT, scancode=225, unicode="", mod=0) is None


@pytest.mark.parametrize(
    ("key", "text"), ((pygame.K_LEFTBRACKET, "["), (pygame.K_INSERT, ""), (0x436, "ж"))
)
def test_a_key_without_a_name_is_still_a_key(key: int, text: str) -> None:
    event = told(pygame.KEYDOWN, key=key, scancode=200, unicode=text, mod=0)
    assert event == Key("other", text=text)


def finger(translator: Translator, kind: int, x: float, y: float, number: int = 1) -> Event | None:
    values = {"touch_id": 1, "finger_id": number, "x": x, "y": y, "dx": 0.0, "dy": 0.0}
    return translator.record(pygame.event.Event(kind, values))


def test_a_finger_presses_where_it_lies() -> None:
    translator = Translator(lambda pixel: (pixel[0], pixel[1]), lambda: (960, 540))
    assert finger(translator, pygame.FINGERDOWN, 0.5, 0.25) == Pointer(
        "press", (480, 135), touch=True
    )
    assert finger(translator, pygame.FINGERMOTION, 0.75, 0.5) == Pointer(
        "move", (720, 270), touch=True
    )
    assert finger(translator, pygame.FINGERUP, 0.75, 0.5) == Pointer(
        "release", (720, 270), touch=True
    )


def test_a_second_finger_does_nothing_while_the_first_is_down() -> None:
    translator = Translator(lambda pixel: (pixel[0], pixel[1]), lambda: (960, 540))
    finger(translator, pygame.FINGERDOWN, 0.5, 0.5)
    assert finger(translator, pygame.FINGERDOWN, 0.1, 0.1, 2) is None
    assert finger(translator, pygame.FINGERUP, 0.1, 0.1, 2) is None
    assert finger(translator, pygame.FINGERUP, 0.5, 0.5) is not None


def test_the_mouse_that_sdl_makes_of_a_finger_is_not_told_again() -> None:
    assert told(pygame.MOUSEBUTTONDOWN, pos=(1, 2), button=1, touch=True) is None
    assert told(pygame.MOUSEMOTION, pos=(1, 2), touch=False) is not None
