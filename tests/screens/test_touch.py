"""A finger is enough: it plays, and what it presses is 44 pixels at least in a small window."""

from __future__ import annotations

import pygame

from game.screens.entry import EntryScreen
from game.screens.explanation import ExplanationScreen
from game.screens.options import OptionsScreen
from game.screens.screen import Screen
from game.screens.shots import SHOTS
from game.screens.studio import Studio
from game.ui.geometry import Point
from game.ui.pilot import Pilot
from game.ui.translate import Translator
from game.ui.widgets.hints import TOUCH

FIRST = ("title", "choose", "choice", "true-false", "typed", "number", "order", "match", "go")
LATER = ("call-1", "right", "pause", "hold", "key-0", "results", "settings", "keys", "help")


class Finger:
    """Touches a place of the grid by SDL's own events."""

    def __init__(self, pilot: Pilot) -> None:
        self.pilot = pilot
        self._translator = Translator(lambda at: (at[0] * 2, at[1] * 2), lambda: (960, 540))

    def tap(self, at: Point) -> None:
        for kind in (pygame.FINGERDOWN, pygame.FINGERUP):
            values = {
                "touch_id": 1, "finger_id": 0, "x": at[0] / 1920, "y": at[1] / 1080,
                "dx": 0.0, "dy": 0.0,
            }  # fmt: skip
            record = self._translator.record(pygame.event.Event(kind, values))
            assert record is not None
            self.pilot.send(record)


def test_what_is_touched_is_large_enough(studio: Studio) -> None:
    small = []
    for name in (*FIRST, *LATER):
        pilot = SHOTS[name](studio)
        pilot.picture()
        screen = pilot.scene
        assert isinstance(screen, Screen)
        for widget in screen.group.widgets:
            pressed = widget.focusable and widget.enabled and widget.visible
            if pressed and min(widget.rect.w, widget.rect.h) < TOUCH - 0.5:
                small.append(f"{name}: {getattr(widget, 'text', widget)!r} {widget.rect}")
        if screen.hints is not None and screen.hints.visible:
            small += [
                f"{name}: hint {hint.key!r} {place}"
                for place, hint in screen.hints.places
                if hint.on_press is not None and min(place.w, place.h) < TOUCH - 0.5
            ]
    assert not small, "\n".join(small)


def test_a_finger_answers_and_goes_on(studio: Studio) -> None:
    asks = studio.question("choice", ("first-satellite",))
    finger = Finger(studio.play(studio.sitting(3, asks)))
    finger.tap((600, 300))
    finger.pilot.settle()
    finger.pilot.step(1)
    screen = finger.pilot.scene
    assert isinstance(screen, OptionsScreen) and screen.moment == "open"
    assert isinstance(asks.answer, int)
    finger.tap(screen.choices[asks.answer].rect.centre)
    finger.pilot.settle()
    assert isinstance(finger.pilot.scene, ExplanationScreen)
    assert not any(widget.hovered for widget in finger.pilot.scene.group.widgets)


def test_a_finger_writes_on_the_keyboard_of_the_screen(studio: Studio) -> None:
    finger = Finger(studio.play(studio.sitting(4, studio.question("typed"))))
    finger.tap((600, 300))
    finger.pilot.settle()
    finger.pilot.step(1)
    screen = finger.pilot.scene
    assert isinstance(screen, EntryScreen)
    keys = {getattr(widget, "text", ""): widget for widget in screen.group.widgets}
    for letter in "qaz":
        finger.tap(keys[letter].rect.centre)
    assert screen.written == "qaz"
