"""The signs that the game's faces have: all others are drawn as nothing at all."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from game.packs.findings import Findings
from game.packs.model import Place
from game.phrase import phrase

MOST_TOLD = 5
"""A file in a script that the game does not have is full of them."""

# Made by tests/tools/letters.py from assets/fonts.
_DRAWN = (
    "20-7e a0-ac ae-148 14a-17f 218-21b 2bc 400-45f 490-49d 4a0-4a3 4ae-4bb 4d8-4e9 "
    "2009-200a 2010-2015 2018-201a 201c-201e 2020 2022 2026 202f-2030 2032-2033 2039-203a "
    "2044 2070 2074-2079 2080-2089 20ac 20b8 20bd 2116 2122 2190-2195 2197 21b5 21e7 2212 "
    "221a 221e 2248 2260 2264-2265 232b 23ce 25a0 25b2 25b6 25bc 25c0 25c6 25cf 2605 2713 "
    "2717"
)

# What only changes how the sign before it looks goes with that one.
_JOINED = r"\u200c\u200d\ufe00-\ufe0f"


def runs() -> tuple[tuple[int, int], ...]:
    """The first and the last sign of each run that can be drawn."""
    ends = [run.partition("-") for run in _DRAWN.split()]
    return tuple((int(first, 16), int(last or first, 16)) for first, _, last in ends)


_UNDRAWN = re.compile(
    "[^\n" + _JOINED + "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in runs()) + "]"
)


def judge_letters(file: str, lines: Sequence[str], findings: Findings) -> None:
    """Flag each sign of a file that nobody would see in the game, where it stands first; comments
    are for authors alone."""
    text = "\n".join(lines)
    if text.isascii() or _UNDRAWN.search(text) is None:
        return
    told: set[str] = set()
    for number, line in enumerate(lines, start=1):
        if line.isascii() or line.lstrip().startswith("#"):
            continue
        for found in _UNDRAWN.finditer(line):
            sign = found[0]
            if sign in told:
                continue
            if len(told) == MOST_TOLD:
                return
            told.add(sign)
            message = phrase(
                "the game's letters do not have {sign} ({code}): nothing would be drawn there",
                sign=sign,
                code=f"U+{ord(sign):04X}",
            )
            hint = phrase("write it in words, or leave it out")
            if unicodedata.combining(sign):
                hint = phrase("leave this mark out, or type it and its letter as one sign")
            if len(told) == MOST_TOLD:
                hint = phrase("write it in words; others in this file are not named")
            place = Place(file, number, found.start() + 1)
            findings.add_at(place, "", "undrawn", message, hint, "flaw")
