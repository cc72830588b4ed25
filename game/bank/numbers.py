"""Numbers as people type them, and how far off they may be."""

from __future__ import annotations

import re

from game.packs.model import Answer
from game.packs.values import WORD_NUMBERS

SHARE = 0.05
"""How far off a typed number may be where the author does not say, as a share of the key."""

_NUMBER = re.compile(r"(?<![^\W\d_])(?<!\d)[-+\u2212]?\d[\d.,'\u2019 ]*(?:\d|(?<=\d))")
_BLANKS = re.compile(r"[\s\u00a0\u202f\u2009]+")
_SCALES = {"thousand": 1e3, "million": 1e6, "mln": 1e6, "billion": 1e9, "bn": 1e9}
_GROUPED = re.compile(
    r"\d{1,3}(?:(?P<mark>[., '\u2019])\d{3})(?:(?P=mark)\d{3})*(?P<rest>[.,]\d+)?"
)
_PLAIN = re.compile(r"\d+(?P<rest>[.,]\d+)?")
MOST_LETTERS = 60


def readings(text: str) -> tuple[float, ...]:
    """Every number that a typed text may mean; () if it holds none, or more than one.

    Understood: `6717`, `6 717`, `6,717`, `6.717`, `6'717`, `6.717,0`, `6,717.0`, a minus, digits
    with words or a unit around them (`about 6717 km²`, `km2`), `1.3 million`, and whole numbers up
    to a hundred in English words. One mark before three digits (`6.717`) may part thousands or
    decimals: both are given, and only one of them can be near a key.
    """
    plain = _BLANKS.sub(" ", text[: MOST_LETTERS + 1]).strip()
    if len(plain) > MOST_LETTERS:
        return ()
    word = WORD_NUMBERS.get(plain.casefold())
    if word is not None:
        return (float(word),)
    found = [m.group().strip(" .,'\u2019") for m in _NUMBER.finditer(plain)]
    if len(found) != 1:
        return ()
    sign = -1.0 if found[0][0] in "-\u2212" else 1.0
    values = _values(found[0].lstrip("-+\u2212"))
    scale = next((s for w, s in _SCALES.items() if w in plain.casefold().split()), 1.0)
    both = [sign * v * s for v in values for s in ((1.0, scale) if scale != 1.0 else (1.0,))]
    return tuple(dict.fromkeys(both))


def _values(digits: str) -> list[float]:
    found: list[float] = []
    grouped = _GROUPED.fullmatch(digits)
    if grouped and grouped["rest"] != "" and (grouped["rest"] or "")[:1] != grouped["mark"]:
        rest = grouped["rest"] or ""
        whole = re.sub(r"\D", "", digits[: len(digits) - len(rest)])
        found.append(float(f"{whole}.{rest[1:] or 0}"))
    plain = _PLAIN.fullmatch(digits)
    if plain:
        found.append(float(digits.replace(",", ".")))
    return found


def tolerance(answer: Answer) -> float:
    """The author's, else none for years and one twentieth for other numbers."""
    if answer.tolerance is not None:
        return answer.tolerance
    if answer.type == "year" or answer.value is None:
        return 0.0
    return abs(answer.value) * SHARE
