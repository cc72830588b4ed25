"""pygame's events as the records of `events`: keyboard, pointer, touch, gamepad."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pygame

from game.ui.events import Event, Key, Pointer, Quit, TextComposing, TextEntered
from game.ui.geometry import Point

_NAMES = {
    pygame.K_RETURN: "enter",
    pygame.K_KP_ENTER: "enter",
    pygame.K_SPACE: "space",
    pygame.K_ESCAPE: "escape",
    pygame.K_TAB: "tab",
    pygame.K_BACKSPACE: "backspace",
    pygame.K_DELETE: "delete",
    pygame.K_UP: "up",
    pygame.K_DOWN: "down",
    pygame.K_LEFT: "left",
    pygame.K_RIGHT: "right",
    pygame.K_HOME: "home",
    pygame.K_END: "end",
    pygame.K_PAGEUP: "page_up",
    pygame.K_PAGEDOWN: "page_down",
    pygame.K_PLUS: "plus",
    pygame.K_EQUALS: "plus",
    pygame.K_KP_PLUS: "plus",
    pygame.K_MINUS: "minus",
    pygame.K_KP_MINUS: "minus",
    **{getattr(pygame, f"K_KP{digit}"): str(digit) for digit in range(10)},
    **{getattr(pygame, f"K_F{number}"): f"f{number}" for number in range(1, 13)},
}
# By the place of the key: SDL's scan codes run from A (4) to Z (29), and from 1 (30) to 0 (39).
_PLACES = {
    **{4 + index: letter for index, letter in enumerate("abcdefghijklmnopqrstuvwxyz")},
    **{30 + index: digit for index, digit in enumerate("1234567890")},
    45: "minus",
    46: "plus",
}
_PAD = {
    0: "enter", 1: "escape", 2: "h", 3: "g", 4: "tab", 6: "space",
    11: "up", 12: "down", 13: "left", 14: "right",
}  # fmt: skip
_STICK_ON, _STICK_OFF = 20_000, 12_000


class Translator:
    """Turns events into records; `to_grid` maps pixels to the grid of the canvas in use."""

    def __init__(self, to_grid: Callable[[tuple[float, float]], Point]) -> None:
        self.to_grid = to_grid
        self._pads: list[Any] = []
        self._tilted: dict[int, int] = {}

    def watch_gamepads(self) -> None:
        """Hear gamepads from now on, those that are plugged in later too."""
        try:
            from pygame._sdl2 import controller

            controller.init()
            self._pads = [
                controller.Controller(index)
                for index in range(controller.get_count())
                if controller.is_controller(index)
            ]
        except (ImportError, pygame.error):
            self._pads = []

    def record(self, event: pygame.event.Event) -> Event | None:
        """The record of an event, None for one that the game has no use for."""
        kind = event.type
        if kind == pygame.KEYDOWN:
            return _key(event)
        if kind == pygame.TEXTINPUT:
            return TextEntered(event.text)
        if kind == pygame.TEXTEDITING:
            return TextComposing(event.text, event.start)
        if kind == pygame.QUIT:
            return Quit()
        if kind == pygame.MOUSEMOTION:
            return Pointer("move", self.to_grid(event.pos))
        if kind == pygame.MOUSEBUTTONDOWN and event.button <= 3:
            return Pointer("press", self.to_grid(event.pos), event.button)
        if kind == pygame.MOUSEBUTTONUP and event.button <= 3:
            return Pointer("release", self.to_grid(event.pos), event.button)
        if kind == pygame.MOUSEWHEEL:
            return Pointer("wheel", self.to_grid(pygame.mouse.get_pos()), wheel=float(event.y))
        if kind == pygame.WINDOWLEAVE:
            return Pointer("leave", (-1.0, -1.0))
        return self._pad(event)

    def _pad(self, event: pygame.event.Event) -> Event | None:
        if event.type == pygame.CONTROLLERDEVICEADDED:
            self.watch_gamepads()
        elif event.type == pygame.CONTROLLERBUTTONDOWN and event.button in _PAD:
            return Key(_PAD[event.button], device="gamepad")
        elif event.type == pygame.CONTROLLERAXISMOTION and event.axis in (0, 1):
            return self._stick(event.axis, event.value)
        return None

    def _stick(self, axis: int, value: float) -> Event | None:
        way = (value > 0) - (value < 0)
        if abs(value) < _STICK_OFF:
            self._tilted[axis] = 0
        elif abs(value) > _STICK_ON and self._tilted.get(axis, 0) != way:
            self._tilted[axis] = way
            names = ("left", "right") if axis == 0 else ("up", "down")
            return Key(names[way > 0], device="gamepad")
        return None


def _key(event: pygame.event.Event) -> Key | None:
    name = _name(event.key, event.scancode)
    if name is None:
        return None
    return Key(
        name,
        text=event.unicode,
        shift=bool(event.mod & pygame.KMOD_SHIFT),
        ctrl=bool(event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META)),
        alt=bool(event.mod & pygame.KMOD_ALT),
        repeat=bool(getattr(event, "repeat", False)),
    )


def _name(key: int, place: int) -> str | None:
    if key in _NAMES:
        return _NAMES[key]
    if key < 128 and chr(key).isalnum():
        return chr(key).lower()
    return _PLACES.get(place)
