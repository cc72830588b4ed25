"""Numbers as authors write them: read, and written again in the same dress.

Distractors for a number must look as it does: as many digits that say something, the same
thousands mark, the same words around it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from game.packs.notation import (
    ENGLISH,
    Notation,
    foreign,
    notation_of,
    numeral_pattern,
    read_date,
    unit_for,
    value_of,
)
from game.packs.values import WORD_NUMBERS

_NUMERAL = re.compile(r"\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August",
          "September", "October", "November", "December")  # fmt: skip
_MAY_BE_DAY = re.compile(r"^\d{1,2}\b.*[^\W\d]|\b\d{4}\b.*[^\W\d]|[^\W\d].*\b\d{4}\b")
_WORDS: dict[int, str] = {}
for _word, _value in WORD_NUMBERS.items():
    _WORDS.setdefault(_value, _word)
_WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)?")
_DATE = re.compile(
    rf"^(?:(?P<day>\d{{1,2}}) )?(?P<month>{'|'.join(MONTHS)})(?: (?P<us>\d{{1,2}}),)?"
    r"(?: (?P<year>\d{4}))?$"
)


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number inside a text: what stands around it, how it is written, and its step.

    `step` is the roundness that others must share: 1 for 6,717, 500 for 76,500, 0.1 for 1.3.
    `decimal` is the sign before what is below one.
    """

    before: str
    after: str
    value: float
    decimals: int
    mark: str
    in_words: bool
    step: float
    decimal: str = "."

    def write(self, value: float, units: tuple[str, ...] = ()) -> str:
        """The same text with another number in it, and the unit in the form that it asks for."""
        if self.in_words:
            word = _WORDS[round(value)]
            return f"{self.before}{word.capitalize() if self.mark == 'C' else word}{self.after}"
        marks = {",": self.mark, ".": self.decimal}
        digits = "".join(marks.get(c, c) for c in f"{value:,.{self.decimals}f}")
        if self.after.strip() in units:
            return unit_for(units, value, f"{self.before}{digits}")
        return f"{self.before}{digits}{self.after}"


@lru_cache(maxsize=8_192)
def numeral(text: str, notation: Notation = ENGLISH) -> Numeral | None:
    """The only number in a text, or None if there is none or more than one."""
    if not notation.is_english:
        return _numeral_in(text, notation)
    found = list(_NUMERAL.finditer(text))
    if not found:
        return _numeral_in_words(text)
    if len(found) > 1:
        return None
    written = found[0].group()
    marks = [c for c in written if c in ",\u00a0\u202f"]
    plain = "".join(c for c in written if c not in marks)
    decimals = len(plain.partition(".")[2])
    mark = marks[0] if marks else "," if len(plain.partition(".")[0]) > 4 else ""
    return Numeral(
        text[: found[0].start()],
        text[found[0].end() :],
        float(plain),
        decimals,
        mark,
        False,
        _step(plain, decimals),
    )


def _numeral_in(text: str, notation: Notation) -> Numeral | None:
    found = list(numeral_pattern(notation).finditer(text))
    if len(found) != 1:
        return None
    written, value = found[0].group(), value_of(found[0].group(), notation)
    decimals = len(written.partition(notation.decimal)[2])
    mark = next((c for c in written if not c.isdigit() and c != notation.decimal), "")
    return Numeral(
        text[: found[0].start()],
        text[found[0].end() :],
        value,
        decimals,
        mark or (notation.thousands if value >= notation.grouped_from else ""),
        False,
        _step(f"{value:.{decimals}f}", decimals),
        notation.decimal,
    )


def _numeral_in_words(text: str) -> Numeral | None:
    hits = [m for m in _WORD.finditer(text) if WORD_NUMBERS.get(m.group().casefold())]
    if len(hits) != 1:
        return None
    written = hits[0].group()
    value = WORD_NUMBERS[written.casefold()]
    mark = "C" if written[0].isupper() else ""
    step = _step(str(value), 0)
    return Numeral(text[: hits[0].start()], text[hits[0].end() :], value, 0, mark, True, step)


def number_words(value: float, notation: Notation = ENGLISH) -> tuple[str, ...]:
    """A small whole number in words, () for others: `three`."""
    if not notation.is_english:
        whole = 0 < value <= len(notation.words) and value == round(value)
        return (notation.words[round(value) - 1],) if whole else ()
    word = _WORDS.get(round(value)) if value == round(value) else None
    return (word,) if word else ()


def _step(plain: str, decimals: int) -> float:
    """The roundness of a number: 1 for 6717, 500 for 76500, 5 for 20, 0.1 for 1.3.

    Never so coarse that fewer than three steps lie below the number.
    """
    if decimals:
        return float(10**-decimals)
    value = int(plain)
    if value == 0:
        return 1.0
    zeros = len(plain) - len(plain.rstrip("0"))
    step = 10**zeros
    if plain.rstrip("0")[-1] == "5" and len(plain) - zeros > 1:
        step *= 5 if zeros else 1
    for finer in (1, 2, 4):
        if step % finer == 0 and value // (step // finer) >= 4:
            return float(step // finer)
    return 1.0 if value < 100 else float(max(1, 10 ** (len(plain) - 2)))


@lru_cache(maxsize=4_096)
def leading_number(text: str, notation: Notation = ENGLISH) -> float | None:
    """The number with which a text begins, in digits or in words, or None."""
    if not notation.is_english:
        found = numeral_pattern(notation).match(text)
        return value_of(found.group(), notation) if found else None
    digits = _NUMERAL.match(text)
    if digits:
        return float("".join(c for c in digits.group() if c.isdigit() or c == "."))
    word = _WORD.match(text)
    value = WORD_NUMBERS.get(word.group().casefold()) if word else None
    return None if value is None else float(value)


@dataclass(frozen=True, slots=True)
class Day:
    """A date as it is written: parts that are not said are 0; `us` puts the month first.

    `language` is the one that it is written in.
    """

    year: int
    month: int
    day: int
    us: bool = False
    language: str = "en"

    @property
    def place(self) -> int:
        """Where it lies: days for a date with a day, months for one without."""
        if self.day:
            return date(self.year or 2001, self.month, self.day).toordinal()
        return self.year * 12 + self.month - 1

    def at(self, place: int) -> Day:
        """The date of the same form at another place."""
        if not self.day:
            return Day(place // 12, place % 12 + 1, 0, self.us, self.language)
        day = date.fromordinal(place)
        year = day.year if self.year else 0
        return Day(year, day.month, day.day, self.us, self.language)

    def write(self) -> str:
        if self.language != "en":
            return self._write_in(notation_of(self.language))
        month = MONTHS[self.month - 1]
        if not self.day:
            return f"{month} {self.year}" if self.year else month
        first = f"{month} {self.day}" if self.us else f"{self.day} {month}"
        if not self.year:
            return first
        return f"{first}, {self.year}" if self.us else f"{first} {self.year}"

    def _write_in(self, notation: Notation) -> str:
        if not self.day:
            return notation.month_of(self.year, self.month)
        if not self.year:
            return f"{self.day} {notation.months[self.month - 1]}"
        return notation.full_day(self.year, self.month, self.day)


@lru_cache(maxsize=8_192)
def read_day(text: str) -> Day | None:
    """A date in one of the forms that `Day` writes, or None. A bare month is no date."""
    match = _DATE.match(text)
    if match is None:
        return _read_day_abroad(text) if _MAY_BE_DAY.search(text) else None
    day = int(match["day"] or match["us"] or 0)
    year = int(match["year"] or 0)
    if not day and not year:
        return None
    made = Day(year, MONTHS.index(match["month"]) + 1, day, bool(match["us"]))
    try:
        _ = made.place
    except ValueError:
        return None
    return made


def _read_day_abroad(text: str) -> Day | None:
    """A date in another language than English: the names of the months tell which."""
    for notation in foreign():
        found = read_date(text, notation)
        if found is not None and (found.day or found.year):
            return Day(found.year, found.month, found.day, language=notation.language)
    return None
