"""The few places where pygame-ce, classic pygame 2.6 and systems differ."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Sequence
from pathlib import Path

import pygame

from game.phrase import phrase

_MMAP_THRESHOLD, _LARGE = -3, 131_072


def blit_many(
    target: pygame.Surface,
    pictures: Sequence[tuple[pygame.Surface, tuple[int, int]]],
    special_flags: int = 0,
) -> None:
    """Blit many pictures at once, by the quicker way where pygame-ce has it."""
    quick = getattr(target, "fblits", None)
    if quick is not None:
        quick(pictures, special_flags)
    else:
        for picture, place in pictures:
            target.blit(picture, place, None, special_flags)


def set_smallest(size: tuple[int, int]) -> None:
    """Keep the window from being made smaller than this, where pygame can; 2.6 cannot."""
    of_display = getattr(getattr(pygame, "Window", None), "from_display_module", None)
    if of_display is not None:
        # Marked as going away one day, while nothing else yet reaches the display's own window.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            of_display().minimum_size = size


def clash() -> str | None:
    """The sentence to show when both pygames are installed over each other, else None.

    They share one folder, so that the last one installed wins in part; pip does not notice.
    """
    # importlib.metadata would do the same in 25 ms, before the first picture.
    beside = Path(pygame.__file__).parent.parent
    if not (any(beside.glob("pygame-*.dist-info")) and any(beside.glob("pygame_ce-*.dist-info"))):
        return None
    return phrase(
        "pygame and pygame-ce are both installed, over each other. "
        "Remove both (pip uninstall pygame pygame-ce), then install pygame-ce again."
    )


def give_back_memory() -> None:
    """Have glibc return the room of every large picture to the system once it is not needed.

    By itself it stops doing so after the first large one, and the game would grow with each
    launch. Costs some milliseconds; elsewhere it does nothing.
    """
    if not sys.platform.startswith("linux"):
        return
    import ctypes

    try:
        ctypes.CDLL(None).mallopt(_MMAP_THRESHOLD, _LARGE)
    except (OSError, AttributeError):
        return
