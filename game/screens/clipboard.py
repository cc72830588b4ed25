"""The system's clipboard, where there is one."""

from __future__ import annotations

import pygame


def get() -> str:
    """The text in it, "" if there is none."""
    try:
        return str(pygame.scrap.get_text())
    except (AttributeError, pygame.error):
        return ""


def put(text: str) -> None:
    """Have a text in it; a system without one leaves it."""
    try:
        pygame.scrap.put_text(text)
    except (AttributeError, pygame.error):
        return
