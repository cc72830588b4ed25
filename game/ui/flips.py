"""Which of SDL's two ways to show a picture is the quicker one here: found out once, and kept.

Without OpenGL a picture is copied to the screen, and only the parts of it that have changed; with
it, all of it goes through the graphics card, or through a program that plays one. Only X11 leaves
the choice.
"""

from __future__ import annotations

import json
import os
import statistics
import time
from pathlib import Path

import pygame

NAME = "window.json"
HINT = "SDL_FRAMEBUFFER_ACCELERATION"
FLIPS = 9
CLEARLY = 0.5
"""OpenGL has to take at most this share of the time, since it cannot show parts alone."""


def use_what_was_found(folder: Path) -> bool:
    """Have windows opened the way that was found out before; False if that was never done."""
    try:
        found = json.loads((folder / NAME).read_text(encoding="utf-8"))["opengl"]
    except (OSError, ValueError, KeyError, TypeError):
        return False
    if not isinstance(found, bool):
        return False
    os.environ[HINT] = "1" if found else "0"
    return True


def find_out(folder: Path) -> None:
    """Show the last picture some times in both ways, and keep which was quicker.

    For the end of the game, with its window still open: the window is opened anew for it, which
    nobody needs to see twice. Nothing is kept where there is no choice.
    """
    surface = pygame.display.get_surface()
    if surface is None or pygame.display.get_driver() != "x11" or os.environ.get(HINT) != "0":
        return
    size, picture = surface.get_size(), surface.copy()
    try:
        plain = _time()
        pygame.display.quit()
        os.environ[HINT] = "1"
        pygame.display.init()
        pygame.display.set_mode(size).blit(picture, (0, 0))
        opengl = _time()
    except pygame.error:
        opengl = plain = 1.0
    found = {"opengl": opengl < CLEARLY * plain, "opengl_ms": opengl, "plain_ms": plain}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / NAME).write_text(json.dumps(found) + "\n", encoding="utf-8", newline="\n")
    except OSError:
        return


def _time() -> float:
    """Milliseconds of a flip, the first ones left out."""
    times = []
    for _ in range(FLIPS + 2):
        pygame.event.pump()
        began = time.perf_counter()
        pygame.display.flip()
        times.append((time.perf_counter() - began) * 1000)
    return round(statistics.median(times[2:]), 3)
