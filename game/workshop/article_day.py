"""The day that a line says by itself, alone or as the one on which an article was published."""

from __future__ import annotations

import re

from game.packs.notation import notation_of, read_date
from game.packs.values import MONTHS, as_date, iso_day

_MONTH = "|".join(MONTHS)
_DAY_LINE = re.compile(
    rf"(?i)(?:\w+day,? )?(\d{{1,2}} (?:{_MONTH}),? \d{{4}}|(?:{_MONTH}) \d{{1,2}},? \d{{4}})"
)
NEAR_THE_TOP = 6
"""Paragraphs of an article in which such a line is looked for."""

PUBLISHED = {
    "en": r"(?:first )?(?:published|posted|written|issued|released)(?: online)?(?: on)?|dated|"
    r"(?:publication )?date(?: of publication)?",
    "ru": r"(?:опубликован|размещ[её]н|напечатан)[оаы]?|дата(?: публикации| выхода)?|выш(?:ла|ел)",
    "kk": r"жарияланған(?: күні| уақыты)?|жарияланды|басылған(?: күні)?|күні",
}
"""What a line may say before its day, or in Kazakh behind it."""
_HOUR = re.compile(r",? (?:(?:at|в|сағат) )?\d{1,2}:\d\d$")
_NUMERIC_DAY = re.compile(r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})")


def day_said(line: str, language: str) -> str:
    """The ISO date that a line of a language with rules is, "" if it is anything else."""
    said = rf"(?i:{PUBLISHED[language]})[:,]?"
    bare = _HOUR.sub("", re.sub(rf"^{said} |,? {said}$", "", line.rstrip(". ")))
    return _day_in(bare.strip(), language)


def _day_in(text: str, language: str) -> str:
    """The ISO date that a text is, "" if it is none of a whole day."""
    notation = notation_of(language)
    if notation.is_english:
        match = _DAY_LINE.fullmatch(text)
        day = as_date(match[1]) if match else None
        return day.isoformat() if day is not None else ""
    if match := _NUMERIC_DAY.fullmatch(text):
        iso = f"{match['year']}-{int(match['month']):02}-{int(match['day']):02}"
        return iso if iso_day(iso) is not None else ""
    bare = re.sub(r" (?:г|ж)$", "", text)
    if language == "kk":
        bare = re.sub(r"(?<=\w)(?:да|де|та|те)$", "", bare)
    told = read_date(bare, notation)
    whole = told is not None and told.year and told.day
    return f"{told.year:04}-{told.month:02}-{told.day:02}" if told is not None and whole else ""
