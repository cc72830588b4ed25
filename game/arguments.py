"""What the arguments of commands may be. Each raises ArgumentTypeError, which argparse prints."""

from __future__ import annotations

import argparse

from game import languages
from game.phrase import phrase


def positive(text: str) -> int:
    """A whole number from 1."""
    return _between(text, 1, 100_000)


def count(text: str) -> int:
    """Questions of a round: 3 to 40."""
    return _between(text, 3, 40)


def variants(text: str) -> int:
    """Variants of a sheet, which have a letter each: 1 to 26."""
    return _between(text, 1, 26)


def percent(text: str) -> int:
    """A text size: 100 to 200."""
    return _between(text, 100, 200)


def port(text: str) -> int:
    """A port of this machine."""
    return _between(text, 1, 65_535)


def _between(text: str, low: int, high: int) -> int:
    if not text.isascii() or not text.isdigit() or not low <= int(text) <= high:
        why = phrase(
            "'{text}' is not a whole number from {low} to {high}", text=text, low=low, high=high
        )
        raise argparse.ArgumentTypeError(languages.spoken(why))
    return int(text)


def size(text: str) -> tuple[int, int]:
    """A picture's width and height: 1920x1080."""
    width, _, height = text.lower().partition("x")
    try:
        return _between(width, 480, 7680), _between(height, 270, 4320)
    except argparse.ArgumentTypeError:
        why = phrase("'{text}' is not a size such as 1920x1080 (480x270 to 7680x4320)", text=text)
        raise argparse.ArgumentTypeError(languages.spoken(why)) from None
