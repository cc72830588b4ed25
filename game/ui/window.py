"""The one window: opened once, resized, full screen and back."""

from __future__ import annotations

import os
import warnings
from collections.abc import Sequence

import pygame

from game import paths
from game.phrase import phrase
from game.ui import compat, shapes
from game.ui.theme import Theme

SMALLEST = (960, 540)


class WindowError(Exception):
    """No window can be opened; the message is one sentence with what to do."""


class Window:
    """An open window. `surface` is what to draw on, and another one after a change of size."""

    def __init__(
        self, title: str, theme: Theme, size: tuple[int, int] | None = None, *, full: bool = False
    ) -> None:
        """Open it at `size` pixels, else as large as four fifths of the desktop.

        Raises WindowError when there is no display, or none that can show a window.
        """
        clash = compat.clash()
        if clash is not None:
            raise WindowError(clash)
        _start_video()
        self._plain_size = size if size is not None else _usual_size()
        pygame.display.set_caption(title)
        pygame.display.set_icon(_icon(theme))
        self.full = False
        self.surface = _open(self._plain_size, full=False)
        compat.set_smallest(SMALLEST)
        if full:
            self.set_full(True)
        self._size = self.surface.get_size()

    def set_full(self, full: bool) -> None:
        """Fill the screen, or go back to a window."""
        if full == self.full:
            return
        if full:
            self._plain_size = self.surface.get_size()
        self.full = full
        self.surface = _open((0, 0) if full else self._plain_size, full=full)

    def resized(self) -> bool:
        """Take up the surface of the window as it is now; True if its size is another one."""
        present = pygame.display.get_surface()
        if present is None or present.get_size() == self._size:
            return False
        self.surface = present
        self._size = present.get_size()
        return True

    def flip(self) -> None:
        """Show what was drawn."""
        pygame.display.flip()

    def show(self, parts: Sequence[pygame.Rect]) -> None:
        """Show what was drawn in some parts of the window; the rest stands as it is."""
        pygame.display.update(parts)

    def close(self) -> None:
        pygame.display.quit()


def _start_video() -> None:
    try:
        pygame.display.init()
    except pygame.error as error:
        raise WindowError(_no_display(str(error))) from error
    unseen = pygame.display.get_driver() in ("offscreen", "dummy")
    if unseen and not os.environ.get("SDL_VIDEODRIVER"):
        # Where SDL finds no screen it draws to one that nobody sees, and says nothing.
        pygame.display.quit()
        raise WindowError(_no_display(phrase("there is no display")))


def _open(size: tuple[int, int], *, full: bool) -> pygame.Surface:
    flags = pygame.FULLSCREEN if full else pygame.RESIZABLE
    try:
        return _set_mode(size, flags)
    except pygame.error:
        # Wayland has no window without acceleration: the hint of this room is taken back.
        os.environ["SDL_FRAMEBUFFER_ACCELERATION"] = "1"
        pygame.display.quit()
    try:
        pygame.display.init()
        return _set_mode(size, flags)
    except pygame.error as error:
        raise WindowError(_no_display(str(error))) from error


def _set_mode(size: tuple[int, int], flags: int) -> pygame.Surface:
    with warnings.catch_warnings():
        # That the system gave the window another size is no news: the grid fits any.
        warnings.simplefilter("ignore", RuntimeWarning)
        return pygame.display.set_mode(size, flags)


def _no_display(reason: str) -> str:
    return phrase(
        "No window can be opened ({why}). Start the game from a desktop, or play without a "
        "window: {program} play --robot.",
        why=reason,
        program=paths.program(),
    )


def _usual_size() -> tuple[int, int]:
    desktops = pygame.display.get_desktop_sizes()
    wide, high = desktops[0] if desktops else (1600, 900)
    scale = min(wide * 0.8 / 16, high * 0.8 / 9)
    return max(SMALLEST[0], round(scale * 16)), max(SMALLEST[1], round(scale * 9))


def _icon(theme: Theme) -> pygame.Surface:
    side = 64

    def paint(surface: pygame.Surface, factor: int) -> None:
        def points(*pairs: tuple[float, float]) -> list[tuple[float, float]]:
            return [(x * factor, y * factor) for x, y in pairs]

        whole = surface.get_rect()
        pygame.draw.rect(surface, theme.colour("night"), whole, border_radius=14 * factor)
        dawn = (32 * factor, 70 * factor)
        pygame.draw.circle(surface, theme.colour("coral"), dawn, 30 * factor)
        pygame.draw.circle(surface, theme.colour("fuel"), dawn, 20 * factor)
        hull = points((32, 6), (38, 18), (39, 52), (25, 52), (26, 18))
        pygame.draw.polygon(surface, (255, 246, 227), hull)
        for fin in (((25, 34), (25, 56), (17, 56)), ((39, 34), (39, 56), (47, 56))):
            pygame.draw.polygon(surface, (217, 207, 203), points(*fin))

    return shapes.supersampled(side, side, theme.colour("night"), 255, paint)
