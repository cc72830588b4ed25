"""Typed answers take what an input method writes: Kazakh, Russian, and text still in the making."""

from __future__ import annotations

import pygame
import pytest

from game.screens.entry import EntryScreen
from game.screens.pause import PauseScreen
from game.screens.studio import Studio
from game.ui.pilot import Pilot
from game.ui.translate import Translator


class Method:
    """An input method, by SDL's own events."""

    def __init__(self, pilot: Pilot) -> None:
        self.pilot = pilot
        self._translator = Translator(lambda at: at)

    def compose(self, text: str) -> None:
        self._send(pygame.TEXTEDITING, text=text, start=len(text), length=0)

    def write(self, text: str) -> None:
        self._send(pygame.TEXTINPUT, text=text)

    def press(self, key: int, text: str = "", place: int = 0) -> None:
        self._send(pygame.KEYDOWN, key=key, scancode=place, unicode=text, mod=0)

    def _send(self, kind: int, **values: object) -> None:
        record = self._translator.record(pygame.event.Event(kind, values))
        assert record is not None
        self.pilot.send(record)


@pytest.fixture
def method(studio: Studio) -> Method:
    pilot = studio.play(studio.sitting(4, studio.question("typed")))
    pilot.press("enter")
    pilot.step(1)
    return Method(pilot)


def entry(method: Method) -> EntryScreen:
    screen = method.pilot.scene
    assert isinstance(screen, EntryScreen)
    return screen


@pytest.mark.parametrize("text", ["Ғарышкер Ұлы Қиыр", "Спутник Ёж", "Sputnik 1"])
def test_letters_of_every_language_are_taken(method: Method, text: str) -> None:
    method.write(text)
    assert entry(method).written == text


def test_what_is_being_put_together_shows_and_is_not_yet_written(method: Method) -> None:
    before = method.pilot.picture()
    method.compose("ғар")
    screen = entry(method)
    assert screen.written == "" and screen.field is not None and screen.field.composing == "ғар"
    assert method.pilot.picture().get_buffer().raw != before.get_buffer().raw
    method.write("ғарыш")
    assert screen.written == "ғарыш" and screen.field.composing == ""


def test_keys_belong_to_the_input_method_while_it_composes(method: Method) -> None:
    method.compose("ғ")
    for key in (pygame.K_RETURN, pygame.K_ESCAPE, pygame.K_BACKSPACE):
        method.press(key)
    screen = entry(method)
    assert screen.moment == "open" and screen.written == ""
    method.compose("")
    method.press(pygame.K_ESCAPE)
    assert isinstance(method.pilot.scene, PauseScreen)


def test_letters_that_are_typed_are_no_shortcuts(method: Method) -> None:
    for key, text, place in ((ord("р"), "р", 11), (ord("ь"), "ь", 16), (pygame.K_w, "w", 26)):
        method.press(key, text, place)
        method.write(text)
    screen = entry(method)
    assert screen.written == "рьw"
    assert screen.sitting.heard == 0 and not method.pilot.shared.settings.mute


def test_the_input_methods_window_is_told_where_the_field_stands(method: Method) -> None:
    screen = entry(method)
    assert screen.takes_text and screen.field is not None
    assert screen.text_area == screen.field.rect
