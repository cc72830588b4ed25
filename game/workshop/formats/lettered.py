"""Right answers that a file names by number or letter."""

from __future__ import annotations

import re

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_SPLIT = re.compile(r"[\s,;/&+]+")


def picked(text: str, options: int) -> tuple[int, ...] | None:
    """Which options "2", "1,3", "B" or "A, C" name, from 0; None where it names none of them."""
    found: list[int] = []
    for part in _SPLIT.split(text.strip()):
        if not part:
            continue
        number = part.removesuffix(".0")
        if number.isascii() and number.isdigit() and len(number) <= 3:
            at = int(number) - 1
        elif len(part) == 1 and part.upper() in LETTERS:
            at = LETTERS.index(part.upper())
        else:
            return None
        if not 0 <= at < options:
            return None
        found.append(at)
    return tuple(dict.fromkeys(found)) or None
