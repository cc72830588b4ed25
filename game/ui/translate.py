"""pygame's events as the records of `events`: keyboard, pointer, touch, gamepad."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import pygame

from game.ui.events import Event, Key, Pointer, Quit, TextComposing, TextEntered
from game.ui.gamepads import Gamepads
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
    pygame.K_LCTRL: "ctrl",
    pygame.K_RCTRL: "ctrl",
    pygame.K_PERIOD: "period",
    pygame.K_KP_PERIOD: "period",
    pygame.K_COMMA: "comma",
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
# What the game has no use for by name, where any key will do. Not those that change others or the
# computer.
_OTHERS = frozenset(
    {
        *(ord(sign) for sign in "[]\\;'`/#<"),
        *range(128, 0x2000),
        pygame.K_INSERT,
        pygame.K_KP_MULTIPLY,
        pygame.K_KP_DIVIDE,
    }
)

_FINGERS: dict[int, Literal["press", "move", "release"]] = {
    pygame.FINGERDOWN: "press",
    pygame.FINGERMOTION: "move",
    pygame.FINGERUP: "release",
}


class Translator:
    """Turns events into records; `to_grid` maps pixels to the grid of the canvas in use.

    `size` tells the window's in pixels, of which a touch is told in shares. One finger at a time
    counts: the first one down.
    """

    def __init__(
        self,
        to_grid: Callable[[tuple[float, float]], Point],
        size: Callable[[], tuple[int, int]] = lambda: pygame.display.get_window_size(),
    ) -> None:
        self.to_grid = to_grid
        self.gamepads = Gamepads()
        self._size = size
        self._finger: tuple[int, int] | None = None

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
        if kind in _FINGERS:
            return self._touch(event)
        if getattr(event, "touch", False):
            return None  # SDL's own mouse for a finger, which was told already
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
        return self.gamepads.take(event)

    def _touch(self, event: pygame.event.Event) -> Pointer | None:
        finger = (event.touch_id, event.finger_id)
        kind = _FINGERS[event.type]
        if kind == "press" and self._finger is None:
            self._finger = finger
        if finger != self._finger:
            return None
        if kind == "release":
            self._finger = None
        wide, high = self._size()
        return Pointer(kind, self.to_grid((event.x * wide, event.y * high)), touch=True)


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
    return _PLACES.get(place) or ("other" if key in _OTHERS else None)
