"""The loop of the real game: it sleeps while nothing moves, and draws only what has changed."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

import pygame

from game.ui import ahead, compat
from game.ui.canvas import Canvas
from game.ui.events import Event
from game.ui.geometry import Rect
from game.ui.projector import Projector
from game.ui.scene import Scene, Services
from game.ui.translate import Translator
from game.ui.window import Window

FRAMES_PER_SECOND = 60
# SDL's own wait looks every millisecond, which takes 4 % of a core. Short naps take 1 %,
# and a key waits for less than a frame.
_NAP_S = 0.014
_LONGEST_S = 1.0
_GIVE_WAY_S = 0.001
# More time than this between two looks means that the machine slept or the window was dragged:
# the game's time stood still meanwhile.
_LONGEST_STEP_S = 2.0
_REDRAWN = frozenset(
    {pygame.VIDEORESIZE, pygame.VIDEOEXPOSE, pygame.WINDOWEXPOSED, pygame.WINDOWSIZECHANGED}
)


class Loop:
    """Brings a window's events and the time to a stack of scenes until the stack is empty."""

    def __init__(
        self, shared: Services, window: Window, now: Callable[[], float] = time.perf_counter
    ) -> None:
        self._shared = shared
        self._window = window
        self._now = now
        self._projector = Projector(shared, window.surface)
        self._translator = Translator(lambda pixel: self._projector.canvas.to_grid(pixel))
        self._pace = pygame.time.Clock()
        self._typing = False
        self._typed_at: pygame.Rect | None = None

    def run(self, first: Scene, after_first_picture: Callable[[], None] = lambda: None) -> None:
        """Play from a first scene until the last one is left.

        `after_first_picture` is called once it stands on the screen: whatever is slow belongs
        there, in steps of its own.
        """
        # What is drawn ahead in a thread gives way to the picture that is due.
        sys.setswitchinterval(_GIVE_WAY_S)
        self._shared.looks_ahead = True
        self._shared.stack.push(first)
        self._projector.draw()
        self._window.flip()
        after_first_picture()
        compat.give_back_memory()
        self._translator.gamepads.watch()
        pygame.key.stop_text_input()
        last = self._now()
        while self._shared.stack.top is not None:
            raw = self._wait()
            events = self._take(raw)
            now = self._now()
            held = self._translator.gamepads.repeated(now)
            if held is not None:
                events.append(held)
            with ahead.first():
                drawn = self._projector.step(events, min(now - last, _LONGEST_STEP_S))
                if drawn:
                    self._window.show(self._projector.changed)
            last = now
            self._follow_typing()
            self._follow_full()
            self._shared.sounds.load_next()
            self._projector.hear()

    def _wait(self) -> list[pygame.event.Event]:
        rest = self._projector.rest_s
        if rest == 0.0:
            self._pace.tick(FRAMES_PER_SECOND)
            return pygame.event.get()
        speaks = self._shared.narrator.voice.speaking
        if speaks or self._shared.sounds.loading or self._translator.gamepads.holding:
            rest = _NAP_S
        until = self._now() + min(_LONGEST_S, rest if rest is not None else _LONGEST_S)
        while True:
            events = pygame.event.get()
            left = until - self._now()
            if events or left <= 0:
                return events
            time.sleep(min(_NAP_S, left))

    def _take(self, raw: list[pygame.event.Event]) -> list[Event]:
        if any(event.type in _REDRAWN for event in raw) or self._window.resized():
            self._window.resized()
            self._projector.show_on(self._window.surface)
        taken: list[Event] = []
        for event in raw:
            record = self._translator.record(event)
            if record is not None:
                taken.append(record)
        return taken

    def _follow_full(self) -> None:
        # The settings say it, so that a key and a row of the settings screen do the same.
        if self._window.full != self._shared.settings.fullscreen:
            self._window.set_full(self._shared.settings.fullscreen)
            self._projector.show_on(self._window.surface)

    def _follow_typing(self) -> None:
        # Only where text is wanted: an input method would otherwise keep A, B, C and D to itself.
        scene = self._shared.stack.top
        typing = scene is not None and scene.takes_text
        if typing and scene is not None and scene.text_area is not None:
            place = _in_pixels(self._projector.canvas, scene.text_area)
            if place != self._typed_at:
                self._typed_at = place
                pygame.key.set_text_input_rect(place)
        if typing and not self._typing:
            pygame.key.start_text_input()
        elif self._typing and not typing:
            pygame.key.stop_text_input()
        self._typing = typing


def _in_pixels(canvas: Canvas, area: Rect) -> pygame.Rect:
    left, top = canvas.to_pixels((area.x, area.y))
    right, bottom = canvas.to_pixels((area.right, area.bottom))
    return pygame.Rect(left, top, right - left, bottom - top)
