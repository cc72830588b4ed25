"""How a language writes years, dates and numbers, and what a text is worth that is so written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

_EN = "january february march april may june july august september october november december"
_RU = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"
_RU_ALONE = "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь"
_KK = "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан"

_RU_DIGITS = "один два три четыре пять шесть семь восемь девять десять"
_KK_DIGITS = "бір екі үш төрт бес алты жеті сегіз тоғыз он"

_BLANKS = " \u00a0\u202f\u2009"


@dataclass(frozen=True, slots=True, eq=False)
class Notation:
    """The marks and forms of one language.

    `months` are as they stand in a date, `alone` as they stand without a day; `day` and `month`
    are patterns of a whole date and of a month with its year. `thousands` parts groups of three
    digits from `grouped_from` on, `decimal` what is below one. `words` are those for one to ten.
    """

    language: str
    months: tuple[str, ...]
    alone: tuple[str, ...]
    day: str
    month: str
    words: tuple[str, ...] = ()
    thousands: str = "\u00a0"
    decimal: str = ","
    grouped_from: int = 10_000

    def number(self, value: float, decimals: int = -1) -> str:
        """`1 234,5`: as many decimals as were asked for, or as it has."""
        digits = f"{value:,.10g}" if decimals < 0 else f"{value:,.{decimals}f}"
        marks = {",": self.thousands if abs(value) >= self.grouped_from else "", ".": self.decimal}
        return "".join(marks.get(c, c) for c in digits)

    def full_day(self, year: int, month: int, day: int) -> str:
        """`12 апреля 1961 года`."""
        return self.day.format(year=year, month=self.months[month - 1], day=day)

    def month_of(self, year: int, month: int) -> str:
        """`апрель 1961 года`."""
        return self.month.format(year=year, month=self.alone[month - 1])


ENGLISH = Notation(
    "en",
    tuple(word.capitalize() for word in _EN.split()),
    tuple(word.capitalize() for word in _EN.split()),
    "{day} {month} {year}",
    "{month} {year}",
    thousands=",",
    decimal=".",
    grouped_from=1000,
)
_RUSSIAN = Notation(
    "ru",
    tuple(_RU.split()),
    tuple(_RU_ALONE.split()),
    "{day} {month} {year} года",
    "{month} {year} года",
    tuple(_RU_DIGITS.split()),
)
_KAZAKH = Notation(
    "kk",
    tuple(_KK.split()),
    tuple(_KK.split()),
    "{year} жылғы {day} {month}",
    "{year} жылғы {month}",
    tuple(_KK_DIGITS.split()),
)
FOREIGN = (_RUSSIAN, _KAZAKH)
"""Those besides English."""

_KNOWN = {one.language: one for one in (ENGLISH, _RUSSIAN, _KAZAKH)}


UNBENDING = frozenset({"en"})
"""Languages whose words keep their form wherever they are put in a sentence."""


def bends(language: str) -> bool:
    """Whether words of a language change with their place in a sentence."""
    return language.split("-")[0] not in UNBENDING


def notation_of(language: str) -> Notation:
    """The notation of a language by its code (`ru`, `ru-KZ`); that of English for others."""
    return _KNOWN.get(language.split("-")[0], ENGLISH)


@dataclass(frozen=True, slots=True)
class WrittenDay:
    """A date as it is written; what is not said is 0."""

    year: int
    month: int
    day: int


@lru_cache(maxsize=4_096)
def read_date(text: str, notation: Notation) -> WrittenDay | None:
    """A date in one of the forms of a language other than English; None if it is none."""
    for pattern, months in _date_patterns(notation):
        match = pattern.fullmatch(text.casefold())
        if match is None:
            continue
        found = match.groupdict()
        made = WrittenDay(
            int(found.get("year") or 0),
            months.index(found["month"]) + 1,
            int(found.get("day") or 0),
        )
        try:
            date(made.year or 2004, made.month, made.day or 1)
        except ValueError:
            return None
        return made
    return None


@lru_cache(maxsize=8)
def _date_patterns(notation: Notation) -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    """What dates look like: a whole one, with or without the word for year, a month, a day."""
    found = []
    for form, months in (
        (notation.day, notation.months),
        (notation.month, notation.alone),
        ("{day} {month}", notation.months),
    ):
        for shown in dict.fromkeys((form, form.removesuffix(" года"), form.replace(" жылғы", ""))):
            text = re.escape(shown)
            text = text.replace(r"\{day\}", r"(?P<day>\d{1,2})").replace(r"\ ", rf"[{_BLANKS}]")
            text = text.replace(r"\{year\}", r"(?P<year>\d{4})")
            text = text.replace(r"\{month\}", f"(?P<month>{'|'.join(months)})")
            found.append((re.compile(text), months))
    return tuple(found)


@lru_cache(maxsize=8)
def numeral_pattern(notation: Notation) -> re.Pattern[str]:
    """Digits as the language writes them: 6717, 6 717, 1 234,5."""
    decimal = re.escape(notation.decimal)
    groups = re.escape(notation.thousands) if notation is ENGLISH else f"[{_BLANKS}]"
    return re.compile(rf"\d{{1,3}}(?:{groups}\d{{3}})+(?!\d)(?:{decimal}\d+)?|\d+(?:{decimal}\d+)?")


def value_of(digits: str, notation: Notation) -> float:
    """The number of digits that `numeral_pattern` finds."""
    plain = "".join(c for c in digits if c.isdigit() or c == notation.decimal)
    return float(plain.replace(notation.decimal, "."))


def unit_for(units: tuple[str, ...], value: float, number: str) -> str:
    """A number with its unit behind it, in the form that the number asks for.

    Of two forms the first is for one alone; of three, as in Russian, for 1 and 21, for 2 to 4 and
    for fractions, and for all others.
    """
    if not units or not units[-1]:
        return number
    at = len(units) - 1
    if not float(value).is_integer():
        at = min(1, at)
    elif len(units) == 2:
        at = 0 if value == 1 else 1
    elif len(units) > 2:
        ten, hundred = abs(int(value)) % 10, abs(int(value)) % 100
        at = 2 if 10 < hundred < 20 or not 0 < ten < 5 else 0 if ten == 1 else 1
    return f"{number}%" if units[at] == "%" else f"{number} {units[at]}"
