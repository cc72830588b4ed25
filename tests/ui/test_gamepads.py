"""Gamepads at the level of pygame's events: buttons, sticks, hats, repeats, plugging in and out."""

from __future__ import annotations

import pygame
import pytest

from game.ui.events import Key
from game.ui.gamepads import FIRST_REPEAT_S, REPEAT_S, Gamepads


def take(pads: Gamepads, kind: int, pad: int = 0, **values: object) -> Key | None:
    return pads.take(pygame.event.Event(kind, {"instance_id": pad, **values}))


def push(pads: Gamepads, value: int, axis: int = 0) -> Key | None:
    return take(pads, pygame.CONTROLLERAXISMOTION, axis=axis, value=value)


def named(key: Key | None) -> str | None:
    return key.name if key is not None else None


@pytest.mark.parametrize(
    ("button", "name"),
    [(0, "enter"), (1, "escape"), (2, "h"), (3, "w"), (6, "space"), (9, "page_up"), (11, "up")],
)
def test_a_button_does_what_a_key_does(button: int, name: str) -> None:
    pressed = take(Gamepads(), pygame.CONTROLLERBUTTONDOWN, button=button)
    assert pressed == Key(name, device="gamepad", pad=1)


def test_each_pad_has_a_number_of_its_own() -> None:
    pads = Gamepads()
    order = [7, 3, 7]
    keys = [take(pads, pygame.CONTROLLERBUTTONDOWN, pad, button=0) for pad in order]
    assert [key.pad for key in keys if key] == [1, 2, 1]


def test_a_stick_pushed_once_moves_once_and_trembling_moves_nothing() -> None:
    pads = Gamepads()
    told = [push(pads, value) for value in (30_000, 31_000, 16_000, 30_000, 500, -30_000)]
    assert [named(key) for key in told] == ["right", None, None, None, None, "left"]
    assert push(pads, 8_000) is None


def test_a_held_direction_repeats_until_it_is_let_go() -> None:
    pads = Gamepads()
    take(pads, pygame.CONTROLLERBUTTONDOWN, button=12)
    assert pads.repeated(10.0) is None
    assert pads.repeated(10.0 + FIRST_REPEAT_S / 2) is None
    again = pads.repeated(10.0 + FIRST_REPEAT_S)
    assert again is not None and (again.name, again.repeat) == ("down", True)
    assert pads.repeated(10.0 + FIRST_REPEAT_S + REPEAT_S) is not None
    take(pads, pygame.CONTROLLERBUTTONUP, button=12)
    assert not pads.holding
    assert pads.repeated(20.0) is None


def test_a_button_that_is_held_does_not_repeat() -> None:
    pads = Gamepads()
    take(pads, pygame.CONTROLLERBUTTONDOWN, button=0)
    assert pads.repeated(1.0) is None and pads.repeated(9.0) is None


def test_a_pad_that_is_pulled_out_stops_what_it_held() -> None:
    pads = Gamepads()
    push(pads, 30_000)
    take(pads, pygame.CONTROLLERDEVICEREMOVED)
    assert not pads.holding
    assert named(push(pads, 30_000)) == "right"


def test_a_pad_that_sdl_has_no_layout_for_is_played_by_hat_stick_and_first_buttons() -> None:
    pads = Gamepads()
    told = [
        take(pads, pygame.JOYHATMOTION, hat=0, value=(0, -1)),
        take(pads, pygame.JOYHATMOTION, hat=0, value=(0, 0)),
        take(pads, pygame.JOYAXISMOTION, axis=1, value=-1.0),
        take(pads, pygame.JOYBUTTONDOWN, button=0),
        take(pads, pygame.JOYBUTTONDOWN, button=7),
    ]
    assert [named(key) for key in told] == ["down", None, "up", "enter", "space"]


def test_a_pad_that_is_plugged_in_again_has_the_number_that_it_had() -> None:
    pads = Gamepads()
    for pad in (4, 5):
        take(pads, pygame.CONTROLLERBUTTONDOWN, pad, button=0)
    take(pads, pygame.CONTROLLERDEVICEREMOVED, 4)
    keys = [take(pads, pygame.CONTROLLERBUTTONDOWN, pad, button=0) for pad in (9, 5, 11)]
    assert [key.pad for key in keys if key] == [1, 2, 3]
