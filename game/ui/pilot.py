"""Drives scenes without a window: presses keys, lets time pass, takes pictures."""

from __future__ import annotations

from pathlib import Path

import pygame

from game.ui.events import Event, Key, Pointer, TextEntered
from game.ui.geometry import Point
from game.ui.projector import Projector
from game.ui.scene import Scene, Services


class Pilot:
    """A player without hands: what it does goes through the same steps as a real one's input."""

    def __init__(
        self, shared: Services, scene: Scene | None = None, size: tuple[int, int] = (1920, 1080)
    ) -> None:
        self.shared = shared
        self._surface = pygame.Surface(size)
        self._projector = Projector(shared, self._surface)
        if scene is not None:
            shared.stack.push(scene)
        self._projector.draw()

    @property
    def scene(self) -> Scene | None:
        """The scene on top; None when the game is over."""
        return self.shared.stack.top

    def press(self, *names: str, shift: bool = False, ctrl: bool = False) -> None:
        """Press keys one after the other, by name; see `events.Key`."""
        for name in names:
            text = name if len(name) == 1 else {"space": " "}.get(name, "")
            self.send(Key(name, text=text, shift=shift, ctrl=ctrl))

    def type(self, text: str) -> None:
        """Enter text as a keyboard or an input method does."""
        for letter in text:
            self.send(TextEntered(letter))

    def click(self, position: Point) -> None:
        """Point, press and release at a place of the grid."""
        self.send(Pointer("move", position))
        self.send(Pointer("press", position))
        self.send(Pointer("release", position))

    def hover(self, position: Point) -> None:
        self.send(Pointer("move", position))

    def send(self, *events: Event) -> None:
        self._projector.step(events, 0.0)

    def step(self, seconds: float, frames_per_second: float = 60.0) -> None:
        """Let time pass, frame by frame while something moves."""
        left = seconds
        while left > 1e-9:
            moves = self.scene is not None and self.scene.wants_frames
            dt = min(left, 1 / frames_per_second) if moves else left
            self._projector.step((), dt)
            left -= dt

    def settle(self, longest: float = 10.0) -> None:
        """Let time pass until nothing moves, `longest` seconds at most."""
        passed = 0.0
        while passed < longest and self.scene is not None and self.scene.wants_frames:
            self._projector.step((), 1 / 60)
            passed += 1 / 60

    def resize(self, size: tuple[int, int]) -> None:
        self._surface = pygame.Surface(size)
        self._projector.show_on(self._surface)
        self._projector.draw()

    def picture(self) -> pygame.Surface:
        """The screen as it is now."""
        self._projector.draw_anew()
        return self._surface.copy()

    def save(self, path: Path) -> None:
        """Write the screen as it is now as a PNG."""
        path.parent.mkdir(parents=True, exist_ok=True)
        pygame.image.save(self.picture(), str(path))
