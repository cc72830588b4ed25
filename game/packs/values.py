"""What an answer is: a year, a date, a number with its unit, or something else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from game.packs.model import AnswerType
from game.packs.notation import (
    ENGLISH,
    Notation,
    looks_like_date,
    numeral_pattern,
    read_date,
    value_of,
)
from game.phrase import Phrase, phrase

_MONTHS = "january february march april may june july august september october november december"
MONTHS = tuple(_MONTHS.split())

_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"1[89]\d\d|2[01]\d\d")
_DAY_MONTH_YEAR = re.compile(r"(\d{1,2})(?:st|nd|rd|th)? ([A-Za-z]+),? (\d{4})")
_MONTH_DAY_YEAR = re.compile(r"([A-Za-z]+) (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_MONTH_YEAR = re.compile(r"([A-Za-z]+) (\d{4})")
_NUMBER = re.compile(r"([-−+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(?: ?(%)| +([^\d]+))?")
_LEADING = re.compile(r"[^\d]{0,3}?([-−+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(.*)", re.DOTALL)

_SMALL_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_TENS_WORDS = "twenty thirty forty fifty sixty seventy eighty ninety"
_SMALL, _TENS = _SMALL_WORDS.split(), _TENS_WORDS.split()
WORD_NUMBERS: dict[str, int] = {word: number for number, word in enumerate(_SMALL)}
WORD_NUMBERS.update({word: 10 * number for number, word in enumerate(_TENS, start=2)})
WORD_NUMBERS.update(
    {
        f"{ten}-{one}": 10 * tens + ones
        for tens, ten in enumerate(_TENS, start=2)
        for ones, one in enumerate(_SMALL[1:10], start=1)
    }
)
WORD_NUMBERS["hundred"] = 100
WORD_NUMBERS["a hundred"] = 100
WORD_NUMBERS["one hundred"] = 100


@dataclass(frozen=True, slots=True)
class Worth:
    """What a text is worth: its type, its number or day number, and its unit."""

    type: AnswerType
    value: float | None = None
    unit: str = ""


_THING = Worth("thing")


def infer(text: str, notation: Notation = ENGLISH) -> Worth:
    """The type of an answer by its form alone; `thing` when the form says nothing."""
    if not notation.is_english:
        return _infer_in(text, notation)
    if not _DIGIT.search(text):
        spoken = WORD_NUMBERS.get(text.casefold())
        return _THING if spoken is None else Worth("number", float(spoken))
    if _YEAR.fullmatch(text):
        return Worth("year", float(text))
    if match := _NUMBER.fullmatch(text):
        unit = (match[2] or match[3] or "").strip()
        is_day = unit.partition(" ")[0].casefold() in MONTHS
        return _THING if is_day else Worth("number", number(match[1]), unit)
    day = as_date(text)
    return _THING if day is None else Worth("date", float(day.toordinal()))


def _infer_in(text: str, notation: Notation) -> Worth:
    """As `infer`, by the marks of another language than English; its number words inflect."""
    if not _DIGIT.search(text):
        return _THING
    if _YEAR.fullmatch(text):
        return Worth("year", float(text))
    if day := read_date(text, notation):
        place = date(day.year or 1, day.month, day.day or 1).toordinal()
        return Worth("date", float(place) if day.year else None)
    match = re.match(r"[-−+]?", text)
    at = match.end() if match else 0
    found = numeral_pattern(notation).match(text, at)
    if found is None or _DIGIT.search(text, found.end()):
        return _THING
    unit = text[found.end() :]
    if unit and not (unit[0].isspace() or unit == "%"):
        return _THING
    sign = -1.0 if at and text[0] in "-−" else 1.0
    return Worth("number", sign * value_of(found.group(), notation), unit.strip())


def not_of_type(
    text: str, wanted: AnswerType, notation: Notation = ENGLISH
) -> tuple[Phrase, Phrase]:
    """What to say, and what to do, where a text is not of the type that its author wrote."""
    if wanted == "date" and impossible_day(text, notation):
        return no_such_day(text)
    if wanted == "year":
        return phrase("'{text}' is no year", text=text), phrase("a year looks like 1957")
    if wanted == "date":
        day = notation.full_day(1955, 6, 2)
        hint = phrase("a date looks like {example}", example=day)
        return phrase("'{text}' is no date", text=text), hint
    hint = phrase("a number looks like {example}", example=notation.number(6717))
    return phrase("'{text}' is no number", text=text), hint


def as_type(text: str, wanted: AnswerType, notation: Notation = ENGLISH) -> Worth | None:
    """The worth of a text whose type the author wrote; None if it cannot be of that type."""
    if not notation.is_english and wanted in ("date", "number"):
        return _as_type_in(text, wanted, notation)
    if wanted == "year":
        return Worth("year", float(text)) if re.fullmatch(r"\d{1,4}", text) else None
    if wanted == "date":
        day = as_date(text)
        return None if day is None else Worth("date", float(day.toordinal()))
    if wanted == "number":
        worth = infer(text)
        if worth.type == "number":
            return worth
        if match := _LEADING.fullmatch(text):
            return Worth("number", number(match[1]), match[2].strip())
        first, _, rest = text.partition(" ")
        if first.casefold() in WORD_NUMBERS:
            return Worth("number", float(WORD_NUMBERS[first.casefold()]), rest)
        return None
    return Worth(wanted)


def _as_type_in(text: str, wanted: AnswerType, notation: Notation) -> Worth | None:
    worth = infer(text, notation)
    if worth.type == wanted:
        return worth if wanted == "number" or worth.value is not None else None
    found = numeral_pattern(notation).search(text)
    if wanted == "date" or found is None:
        return None
    return Worth("number", value_of(found.group(), notation), text[found.end() :].strip())


def number(text: str) -> float:
    """The number of digits with thousands commas and a minus of either kind."""
    return float(text.replace(",", "").replace("−", "-"))


def as_date(text: str) -> date | None:
    """The day of `2 June 1955`, `June 2, 1955` or `1955-06-02`; of `June 1955` its first day."""
    if match := _DAY_MONTH_YEAR.fullmatch(text):
        return _day(match[3], match[2], match[1])
    if match := _MONTH_DAY_YEAR.fullmatch(text):
        return _day(match[3], match[1], match[2])
    if match := _MONTH_YEAR.fullmatch(text):
        return _day(match[2], match[1], "1")
    return iso_day(text)


def impossible_day(text: str, notation: Notation = ENGLISH) -> bool:
    """Whether a text is written as a date, of a day or a month that no calendar has."""
    if match := _ISO.fullmatch(text):
        return _day_of(match[1], match[2], match[3]) is None
    if notation.is_english:
        found = _DAY_MONTH_YEAR.fullmatch(text)
        other = _MONTH_DAY_YEAR.fullmatch(text)
        month = found[2] if found else other[1] if other else ""
        return month.casefold() in MONTHS and as_date(text) is None
    return looks_like_date(text, notation) and read_date(text, notation) is None


def no_such_day(text: str) -> tuple[Phrase, Phrase]:
    """What to say, and what to do, where a text is an impossible day."""
    return phrase("no calendar has the day '{text}'", text=text), phrase("write the right date")


def iso_day(text: str) -> date | None:
    """The day of `1955-06-02`; None if there is no such day."""
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text) is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _day(year: str, month: str, day: str) -> date | None:
    if month.casefold() not in MONTHS:
        return None
    return _day_of(year, str(MONTHS.index(month.casefold()) + 1), day)


def _day_of(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
