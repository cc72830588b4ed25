"""How a language writes years, dates and numbers, and what a text is worth that is so written."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache

from game import paths

_EN = "January February March April May June July August September October November December"

_BLANKS = " \u00a0\u202f\u2009"
FILE = "notation.toml"


@dataclass(frozen=True, slots=True, eq=False)
class Notation:
    """The marks and forms of one language.

    `months` are as they stand in a date, `alone` as they stand without a day; `day` and `month`
    are patterns of a whole date and of a month with its year. `thousands` parts groups of three
    digits from `grouped_from` on, `decimal` what is below one. `words` are those for one to ten,
    `year_words` those that may be left out beside the number of a year. `bends` tells that words
    change with their place in a sentence.
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
    bends: bool = False
    year_words: tuple[str, ...] = ()

    @property
    def is_english(self) -> bool:
        """Whether numbers and dates are written as in English."""
        return self.months == ENGLISH.months

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
    tuple(_EN.split()),
    tuple(_EN.split()),
    "{day} {month} {year}",
    "{month} {year}",
    thousands=",",
    decimal=".",
    grouped_from=1000,
)


def bends(language: str) -> bool:
    """Whether words of a language change with their place in a sentence."""
    return notation_of(language).bends if language.split("-")[0] != "en" else False


@cache
def notation_of(language: str) -> Notation:
    """The notation of a language by its code (`ru`, `ru-KZ`).

    It stands in `notation.toml` beside the language's catalogue; without one numbers and dates are
    written as in English, and words are taken to bend.
    """
    code = language.split("-")[0]
    path = paths.assets() / "languages" / code / FILE
    if code == "en":
        return ENGLISH
    if not path.is_file():
        return replace(ENGLISH, language=code, bends=True)
    import tomllib

    found = tomllib.loads(path.read_text(encoding="utf-8"))
    return Notation(
        code,
        tuple(found["months"]),
        tuple(found.get("alone", found["months"])),
        found["day"],
        found["month"],
        tuple(found.get("words", ())),
        found["thousands"],
        found["decimal"],
        found["grouped_from"],
        found["bends"],
        tuple(found.get("year_words", ())),
    )


@cache
def foreign() -> tuple[Notation, ...]:
    """The notations of all languages that have one of their own, besides English."""
    there = (paths.assets() / "languages").glob(f"*/{FILE}")
    return tuple(notation_of(path.parent.name) for path in sorted(there))


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
        match = pattern.fullmatch(text)
        if match is None:
            continue
        found = match.groupdict()
        made = WrittenDay(
            int(found.get("year") or 0),
            months.index(found["month"].casefold()) + 1,
            int(found.get("day") or 0),
        )
        try:
            date(made.year or 2004, made.month, made.day or 1)
        except ValueError:
            return None
        return made
    return None


def looks_like_date(text: str, notation: Notation) -> bool:
    """Whether a text has the form of a date, though there may be no such day."""
    return any(pattern.fullmatch(text) for pattern, _months in _date_patterns(notation))


@lru_cache(maxsize=8)
def _date_patterns(notation: Notation) -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    """What dates look like: a whole one, with or without the word for year, a month, a day."""
    found = []
    for form, months in (
        (notation.day, notation.months),
        (notation.month, notation.alone),
        ("{day} {month}", notation.months),
    ):
        for shown in _shortened(form, notation.year_words):
            text = re.escape(shown)
            text = text.replace(r"\{day\}", r"(?P<day>\d{1,2})").replace(r"\ ", rf"[{_BLANKS}]")
            text = text.replace(r"\{year\}", r"(?P<year>\d{4})")
            text = text.replace(r"\{month\}", f"(?P<month>{'|'.join(months)})")
            found.append((re.compile(text, re.IGNORECASE), tuple(map(str.casefold, months))))
    return tuple(found)


def _shortened(form: str, words: tuple[str, ...]) -> tuple[str, ...]:
    """A form of a date, and it without the word for year, which many leave out."""
    shorter = [form.replace(f" {word}", "") for word in words]
    return tuple(dict.fromkeys((form, *shorter)))


@lru_cache(maxsize=8)
def numeral_pattern(notation: Notation) -> re.Pattern[str]:
    """Digits as the language writes them: 6717, 6 717, 1 234,5."""
    decimal = re.escape(notation.decimal)
    groups = (
        re.escape(notation.thousands)
        if notation.is_english
        else f"[{_BLANKS}{re.escape(notation.thousands)}]"
    )
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
