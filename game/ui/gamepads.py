"""Gamepads: their buttons as keys that do the same, plugged in at any time, held for repeats.

SDL knows the layout of most pads ("controllers"); of others the first buttons, the hat and the
first stick are taken as most such pads have them.
"""

from __future__ import annotations

from typing import Any

import pygame

from game.ui.events import Key

A, B, X, Y, LEFT, RIGHT, SELECT, START = (
    "enter", "escape", "h", "w", "page_up", "page_down", "f10", "space",
)  # fmt: skip
ELSE = {"h": ("s",), "page_up": ("g", "left"), "page_down": ("n", "right")}
"""What a button does on a screen that has no use for its first meaning: X shows the source, the
shoulders say GO and NO-GO, as their plates stand."""

FIRST_REPEAT_S, REPEAT_S = 0.45, 0.13

_BUTTONS = {
    0: A, 1: B, 2: X, 3: Y, 4: SELECT, 6: START, 9: LEFT, 10: RIGHT,
    11: "up", 12: "down", 13: "left", 14: "right",
}  # fmt: skip
_PLAIN_BUTTONS = {
    0: A, 1: B, 2: X, 3: Y, 4: LEFT, 5: RIGHT, 6: SELECT, 7: START, 8: SELECT, 9: START,
}  # fmt: skip
_WAYS = frozenset({"up", "down", "left", "right"})
_ON, _OFF = 0.6, 0.37


class Gamepads:
    """All gamepads. A pad's number counts from 1 in the order in which they were first used; one
    that is plugged in again has the first number that is free."""

    def __init__(self) -> None:
        self._controllers: dict[int, Any] = {}
        self._plain: dict[int, Any] = {}
        self._numbers: dict[int, int] = {}
        self._tilted: dict[tuple[int, int], int] = {}
        self._held: Key | None = None
        self._from: object = None
        self._due: float | None = None

    @property
    def holding(self) -> bool:
        """Whether a direction is held, so that it may repeat."""
        return self._held is not None

    def watch(self) -> None:
        """Hear gamepads from now on, those that are plugged in later too."""
        try:
            from pygame._sdl2 import controller

            controller.init()
            pygame.joystick.init()
            for index in range(pygame.joystick.get_count()):
                if controller.is_controller(index):
                    pad = controller.Controller(index)
                    self._controllers[pad.as_joystick().get_instance_id()] = pad
                else:
                    stick = pygame.joystick.Joystick(index)
                    self._plain[stick.get_instance_id()] = stick
        except (ImportError, AttributeError, pygame.error):
            return

    def take(self, event: pygame.event.Event) -> Key | None:
        """The key that an event of a gamepad stands for."""
        kind, pad = event.type, getattr(event, "instance_id", 0)
        if kind in (pygame.CONTROLLERDEVICEADDED, pygame.JOYDEVICEADDED):
            self.watch()
        elif kind in (pygame.CONTROLLERDEVICEREMOVED, pygame.JOYDEVICEREMOVED):
            self._forget(pad)
        elif kind == pygame.CONTROLLERBUTTONDOWN:
            return self._pressed(_BUTTONS.get(event.button), pad, ("button", event.button))
        elif kind == pygame.CONTROLLERBUTTONUP:
            self._released((pad, "button", event.button))
        elif kind == pygame.CONTROLLERAXISMOTION and event.axis in (0, 1):
            return self._stick(pad, event.axis, event.value / 32768)
        elif pad not in self._controllers:
            return self._take_plain(event, pad)
        return None

    def repeated(self, now: float) -> Key | None:
        """The key of a held direction, when it is time to repeat it; `now` in seconds."""
        if self._held is None:
            return None
        if self._due is None:
            self._due = now + FIRST_REPEAT_S
        elif now >= self._due:
            self._due = now + REPEAT_S
            return self._held
        return None

    def _take_plain(self, event: pygame.event.Event, pad: int) -> Key | None:
        if event.type == pygame.JOYBUTTONDOWN:
            name = _PLAIN_BUTTONS.get(event.button)
            return self._pressed(name, pad, ("button", event.button))
        if event.type == pygame.JOYBUTTONUP:
            self._released((pad, "button", event.button))
        elif event.type == pygame.JOYHATMOTION:
            across, up = event.value
            name = {-1: "left", 1: "right"}.get(across) or {-1: "down", 1: "up"}.get(up)
            if name:
                return self._pressed(name, pad, ("hat",))
            self._released((pad, "hat"))
        elif event.type == pygame.JOYAXISMOTION and event.axis in (0, 1):
            return self._stick(pad, event.axis, event.value)
        return None

    def _pressed(self, name: str | None, pad: int, origin: tuple[object, ...]) -> Key | None:
        if name is None:
            return None
        if pad not in self._numbers:
            taken = self._numbers.values()
            self._numbers[pad] = next(n for n in range(1, len(taken) + 2) if n not in taken)
        number = self._numbers[pad]
        key = Key(name, device="gamepad", pad=number)
        if name in _WAYS:
            self._held = Key(name, device="gamepad", pad=number, repeat=True)
            self._from, self._due = (pad, *origin), None
        return key

    def _released(self, origin: tuple[object, ...]) -> None:
        if self._from == origin:
            self._held = self._from = self._due = None

    def _stick(self, pad: int, axis: int, value: float) -> Key | None:
        way = (value > 0) - (value < 0)
        if abs(value) < _OFF:
            if self._tilted.get((pad, axis)):
                self._tilted[pad, axis] = 0
                self._released((pad, "stick", axis))
        elif abs(value) > _ON and self._tilted.get((pad, axis), 0) != way:
            self._tilted[pad, axis] = way
            names = ("left", "right") if axis == 0 else ("up", "down")
            return self._pressed(names[way > 0], pad, ("stick", axis))
        return None

    def _forget(self, pad: int) -> None:
        self._controllers.pop(pad, None)
        self._plain.pop(pad, None)
        self._numbers.pop(pad, None)
        self._tilted = {key: way for key, way in self._tilted.items() if key[0] != pad}
        if isinstance(self._from, tuple) and self._from[0] == pad:
            self._held = self._from = self._due = None
