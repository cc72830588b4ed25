"""Right answers that a file names by number or letter, in Latin or in Russian."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
RUSSIAN = "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯ"
"""The letters that number a list in Russian and Kazakh schools; Ё, Й and those that nobody hears
are passed over."""

EITHER = (LETTERS, RUSSIAN)
_LATIN_OF = dict(zip("АВСЕНКМОРТХ", "ABCEHKMOPTX", strict=True))
_RUSSIAN_OF = {latin: russian for russian, latin in _LATIN_OF.items()}
_SPLIT = re.compile(r"[\s,;/&+]+")


def looks(letter: str) -> str:
    """A capital as a reader sees it: a Russian one that looks Latin is the Latin one."""
    return _LATIN_OF.get(letter, letter)


def alphabets_of(letters: Iterable[str]) -> tuple[str, ...]:
    """Of which alphabets these are the letters, however the keyboard stood that wrote them.

    One alphabet where any letter tells, both where none does.
    """
    seen = {looks(letter.upper()) for letter in letters}
    if any(letter in RUSSIAN for letter in seen):
        return (RUSSIAN,)
    return (LETTERS,) if seen & set("CDFG") else EITHER


def picked(text: str, options: int, alphabets: Sequence[str] = EITHER) -> tuple[int, ...] | None:
    """Which options "2", "1,3", "B" or "А, В" name, from 0; None where it names none of them, or
    a letter that is another's place in each of the alphabets."""
    found: list[int] = []
    for part in _SPLIT.split(text.strip()):
        if not part:
            continue
        number = part.removesuffix(".0")
        if number.isascii() and number.isdigit() and len(number) <= 3:
            places = {int(number) - 1}
        elif len(part) == 1:
            places = _places(part.upper(), alphabets)
        else:
            return None
        places = {at for at in places if 0 <= at < options}
        if len(places) != 1:
            return None
        found.append(places.pop())
    return tuple(dict.fromkeys(found)) or None


def is_either(text: str, alphabets: Sequence[str] = EITHER) -> bool:
    """Whether a text is of letters, one of which is another's place in each of the alphabets."""
    parts = [part.upper() for part in _SPLIT.split(text) if part]
    places = [len(_places(part, alphabets)) for part in parts]
    return all(places) and max(places, default=0) > 1


def _places(letter: str, alphabets: Sequence[str]) -> set[int]:
    """Where a capital stands in each of the alphabets, from 0."""
    if len(letter) != 1:
        return set()
    if letter in LETTERS and len(alphabets) > 1:
        return {LETTERS.index(letter)}
    likes = {LETTERS: looks(letter), RUSSIAN: _RUSSIAN_OF.get(letter, letter)}
    return {
        alphabet.index(likes[alphabet]) for alphabet in alphabets if likes[alphabet] in alphabet
    }
