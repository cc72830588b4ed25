"""Keys on the screen, for those who have a mouse, a finger or a gamepad and no keyboard."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from game.ui.geometry import Rect
from game.ui.widgets import Button

BACK = "⌫"
SPACE = " "
_GAP = 10.0

NUMBERS: tuple[str, ...] = ("789" + BACK, "456.", "1230")
WHOLE: tuple[str, ...] = ("789" + BACK, "456", "1230")
_LETTERS: dict[str, tuple[str, ...]] = {
    "en": ("1234567890", "qwertyuiop", "asdfghjkl'", "zxcvbnm-" + SPACE + BACK),
    "ru": ("1234567890-", "йцукенгшщзхъ", "фывапролджэё", "ячсмитьбю" + SPACE + BACK),
    "kk": (
        "1234567890-",
        "әіңғүұқөһ",
        "йцукенгшщзхъ",
        "фывапролджэё",
        "ячсмитьбю" + SPACE + BACK,
    ),
}


def letters(language: str) -> tuple[str, ...]:
    """The rows of a keyboard for a language, Latin if it is not known."""
    return _LETTERS.get(language, _LETTERS["en"])


class KeyButton(Button):
    """One key of a keyboard on the screen; the blank has no text."""

    label = "space"


def keyboard(rows: tuple[str, ...], area: Rect, press: Callable[[str], None]) -> list[KeyButton]:
    """The keys of these rows, filling an area; `press` gets a key's letter, a blank, or BACK."""
    columns = max(len(row) for row in rows)
    wide = (area.w - _GAP * (columns - 1)) / columns
    high = (area.h - _GAP * (len(rows) - 1)) / len(rows)
    keys = []
    for line, row in enumerate(rows):
        x = area.x
        spare = (columns - len(row)) * (wide + _GAP)
        for letter in row:
            own = wide + (spare if letter == SPACE else 0)
            rect = Rect(x, area.y + line * (high + _GAP), own, high)
            shown = "" if letter == SPACE else letter
            keys.append(KeyButton(shown, rect, partial(press, letter), "quiet"))
            x += own + _GAP
    return keys
