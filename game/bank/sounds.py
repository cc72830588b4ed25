"""Texts by their sound, for those who lack the letters: Kazakh on Russian keys, Cyrillic on Latin.

Only whole texts are compared so, and never with slips: what is alike by sound is looser already.
"""

from __future__ import annotations

import re

from game.bank.text import compact, normalise

KAZAKH = str.maketrans("әғқңөұүһі", "агкноуухи")
"""The Russian key that one presses for want of a Kazakh letter."""

_SOUNDS = str.maketrans(
    {
        **dict(zip("абвгдезиклмнопрстуфхцэ", "abvgdeziklmnoprstufhce", strict=True)),
        "ж": "j",
        "й": "i",
        "ы": "i",
        "ч": "4",
        "ш": "w",
        "щ": "w",
        "ъ": "",
        "ь": "",
        "ю": "iu",
        "я": "ia",
    }
)
_LATIN = (
    ("shch", "w"), ("sch", "w"), ("sh", "w"), ("ch", "4"), ("zh", "j"), ("kh", "h"), ("gh", "g"),
    ("ts", "c"), ("yu", "iu"), ("ju", "iu"), ("ya", "ia"), ("ja", "ia"),
)  # fmt: skip
_LETTERS = str.maketrans({"q": "k", "y": "i", "x": "ks", "w": "v", "c": "k"})
_MARKED = str.maketrans({"ş": "sh", "ș": "sh", "ç": "ch", "Ş": "sh", "Ç": "ch"})
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_ROMAN = re.compile("[a-z]")


def on_other_keys(typed: str, form: str) -> bool:
    """Whether a text is an accepted form as one writes it without its letters.

    Kazakh letters by the Russian ones that stand for them; a word of one script in the other by its
    sound. Two texts of one script that merely sound alike are two texts.
    """
    plain, wanted = normalise(typed), normalise(form)
    if plain.translate(KAZAKH) == wanted.translate(KAZAKH):
        return True
    if _script(plain) == _script(wanted) or not _script(plain) or not _script(wanted):
        return False
    return sound(typed) == sound(form)


def sound(text: str) -> str:
    """A text by its sound, in letters that no language has: equal for Қызылорда and Qyzylorda."""
    plain = compact(normalise(text.translate(_MARKED))).translate(KAZAKH)
    # What is written in Latin letters first: those that stand for Cyrillic ones mean something
    # else.
    parts = re.split("([\u0400-\u04ff]+)", plain)
    return "".join(
        part.translate(_SOUNDS) if _CYRILLIC.match(part) else _latin(part) for part in parts
    )


def _latin(text: str) -> str:
    marks: dict[str, str | int | None] = {}
    for number, (written, heard) in enumerate(_LATIN):
        mark = chr(0xE000 + number)
        text, marks[mark] = text.replace(written, mark), heard
    return text.translate(_LETTERS).translate(str.maketrans(marks))


def _script(plain: str) -> str:
    """ "latin", "cyrillic", "both", or "" where there is no letter of either."""
    found = bool(_CYRILLIC.search(plain)), bool(_ROMAN.search(plain))
    return {(True, True): "both", (True, False): "cyrillic", (False, True): "latin"}.get(found, "")
