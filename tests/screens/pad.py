"""A gamepad in the hands of a test: pygame's own events, and eyes for where the ring is."""

from __future__ import annotations

import pygame

from game.screens.screen import Screen
from game.ui.pilot import Pilot
from game.ui.translate import Translator
from game.ui.widgets import Widget

A, B, X, Y, SELECT, START, LEFT_SHOULDER, RIGHT_SHOULDER = 0, 1, 2, 3, 4, 6, 9, 10
UP, DOWN, LEFT, RIGHT = 11, 12, 13, 14
MOST_STEPS = 40


class Pad:
    """Presses buttons; steers the ring by looking where it stands."""

    def __init__(self, pilot: Pilot, beside: Pad | None = None) -> None:
        """One gamepad; another one `beside` it is plugged into the same machine."""
        self.pilot = pilot
        place = Translator(lambda pixel: (float(pixel[0]), float(pixel[1])))
        self._translator: Translator = beside._translator if beside is not None else place
        self._id: int = beside._id + 1 if beside is not None else 0

    @property
    def screen(self) -> Screen:
        scene = self.pilot.scene
        assert isinstance(scene, Screen)
        return scene

    def press(self, *buttons: int) -> None:
        for button in buttons:
            self._send(pygame.CONTROLLERBUTTONDOWN, button)
            self._send(pygame.CONTROLLERBUTTONUP, button)

    def steer(self, wanted: Widget) -> None:
        """Bring the ring to a widget."""
        been: list[Widget] = []
        for _ in range(MOST_STEPS):
            at = self.screen.group.focused
            if at is not None and (at is wanted or at.rect == wanted.rect):
                return
            if at is None:
                self.press(DOWN)
                continue
            been.append(at)
            assert self._step(at, wanted, other=been.count(at) > 1), f"nothing leads to {wanted}"
        raise AssertionError(f"the ring does not come to {wanted.rect}")

    def _step(self, at: Widget, wanted: Widget, *, other: bool) -> bool:
        """One step nearer: along the longer way first, or along the `other` one."""
        across = wanted.rect.centre[0] - at.rect.centre[0]
        down = wanted.rect.centre[1] - at.rect.centre[1]
        ways = [(abs(across), RIGHT if across > 0 else LEFT), (abs(down), DOWN if down > 0 else UP)]
        for far, way in sorted(ways, reverse=not other):
            if far > 1:
                self.press(way)
                if self.screen.group.focused is not at:
                    return True
        return False

    def choose(self, wanted: Widget) -> None:
        """Bring the ring to a widget and press it."""
        self.steer(wanted)
        self.press(A)

    def named(self, text: str) -> Widget:
        """The widget with this word on it."""
        for widget in self.screen.group.widgets:
            if getattr(widget, "text", None) == text or getattr(widget, "letter", None) == text:
                return widget
        raise AssertionError(f"nothing here is called {text!r}")

    def _send(self, kind: int, button: int) -> None:
        event = pygame.event.Event(kind, {"instance_id": self._id, "button": button})
        record = self._translator.record(event)
        if record is not None:
            self.pilot.send(record)
