"""English as it is said."""

from __future__ import annotations

import re

SIGNS = {
    " ": "space", ".": "full stop", ",": "comma", "-": "hyphen", "−": "minus", "'": "apostrophe",
    "’": "apostrophe", "/": "slash", ":": "colon", ";": "semicolon", "!": "exclamation mark",
    "?": "question mark", "(": "left bracket", ")": "right bracket", '"': "quote",
}  # fmt: skip
_UNITS = {
    "km/h": "kilometres per hour", "km/s": "kilometres per second", "m/s": "metres per second",
    "sq km": "square kilometres", "km²": "square kilometres", "km": "kilometres", "kg": "kilograms",
    "kN": "kilonewtons", "cm": "centimetres", "mm": "millimetres", "m": "metres", "t": "tonnes",
    "s": "seconds", "°": "degrees", "%": "per cent",
}  # fmt: skip
_MEASURED = re.compile(rf"(?<![\w.])([\d.,]*\d) ?({'|'.join(_UNITS)})(?!\w)")
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_TENS = {
    "20": "twenties", "30": "thirties", "40": "forties", "50": "fifties", "60": "sixties",
    "70": "seventies", "80": "eighties", "90": "nineties",
}  # fmt: skip
_CENTURIES = {"18": "eighteen", "19": "nineteen", "20": "twenty"}


def said(text: str) -> str:
    """The text with its signs in words."""
    text = re.sub(r"\bT[-−](\d+)", r"T minus \1", text)
    text = re.sub(r"\bT\+(\d+)", r"T plus \1", text)
    text = re.sub(r"\b(18|19|20)([2-9]0)s\b", _decade, text)
    text = re.sub(r"(?<=\d)\s?–\s?(?=\d)", " to ", text)
    text = re.sub(rf"\b(\d{{1,2}}) (?={_MONTHS})", _day, text)
    text = _MEASURED.sub(_measure, text)
    text = re.sub(r"\bISS\b", "I S S", text)
    text = re.sub(r"\bNo\. ?(?=\d)|№ ?(?=\d)", "number ", text)
    return re.sub(r"\s×\s?(?=\d)|^× ?(?=\d)", " times ", text).strip(" ") or text


def _decade(found: re.Match[str]) -> str:
    return f"{_CENTURIES[found[1]]} {_TENS[found[2]]}"


def _day(found: re.Match[str]) -> str:
    number = int(found[1])
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if 11 <= number <= 13 else ending} "


def _measure(found: re.Match[str]) -> str:
    unit = _UNITS.get(found[2], found[2])
    if found[1] == "1" and unit.endswith("s"):
        unit = unit[:-1]
    return f"{found[1]} {unit}"
