"""Times and quantities in a sentence: where each stands, and what it is.

Everything found is a piece of the sentence itself, letter by letter: nothing is reckoned, and
nothing is filled in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from game.packs.notation import Notation, notation_of, numeral_pattern
from game.packs.values import WORD_NUMBERS
from game.workshop.drafting.words_of import english, listed

Kind = Literal["year", "date", "day", "number", "ordinal", "span"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A time or a quantity: `start` to `end` is what an answer would be, in letters of a sentence.

    `whole` is where the phrase begins that it stands in, with its preposition or its "more than".
    `lead` is that preposition or "", `unit` the unit behind a number, `noun` that nothing measures
    but counts: "launch sites".
    """

    kind: Kind
    start: int
    end: int
    whole: int
    lead: str = ""
    unit: str = ""
    money: bool = False


_DIGIT = re.compile(r"\d")
_ABOUT_YEARS = ("about", "around", "only", "approximately", "under", "over")
_OF_THE_CLOCK = re.compile(r"\s?(?:[ap]\.?m\b|o[’']clock)")
_YEAR = r"(?:1\d{3}|20\d{2}|21\d{2})"
_TIME_LEADS = (
    "on the morning of|in the early|in early|in late|in mid|in the autumn of|in the spring of|"
    "in the summer of|in the winter of|in the year|starting from|starting in|beginning in|as of|"
    "in|on|since|until|till|by|from|before|after|around|about|during|between|to|of"
)


@cache
def _patterns() -> tuple[tuple[Kind, re.Pattern[str]], ...]:
    month = "|".join(listed("months"))
    week = f"(?:(?:{'|'.join(listed('weekdays'))}),? )?"
    day = r"(?P<d>\d{1,2})(?:st|nd|rd|th)?"
    lead = rf"(?P<lead>\b(?i:{_TIME_LEADS})[ -])?(?:the )?"
    dates = (
        rf"{lead}{week}(?P<is>(?:{month}) {day},? {_YEAR})\b",
        rf"{lead}{week}(?P<is>{day}(?: of)? (?:{month}),? {_YEAR})\b",
        rf"{lead}(?P<is>(?:{month}),? {_YEAR})\b",
        rf"{lead}(?P<is>\d{{4}}-\d\d-\d\d)\b",
        rf"{lead}(?P<is>\d{{1,4}} (?:BC|BCE|AD|CE)|AD \d{{1,4}})\b",
    )
    days = (
        rf"{lead}{week}(?P<is>(?:{month}) {day})\b(?!,? ?\d)",
        rf"{lead}{week}(?P<is>{day}(?: of)? (?:{month}))\b(?!,? ?\d{{4}})",
    )
    span = rf"{lead}(?P<is>(?:{_YEAR}) ?[–—-] ?(?:{_YEAR}|\d\d))\b"
    year = rf"{lead}(?P<is>{_YEAR})\b(?![.,]\d|%| ?(?:AD|BC)\b|s\b|-[a-z])"
    return (
        *(("date", re.compile(one)) for one in dates),
        *(("day", re.compile(one)) for one in days),
        ("span", re.compile(span)),
        ("year", re.compile(year, re.IGNORECASE)),
    )


@cache
def _quantity() -> re.Pattern[str]:
    about = "|".join(map(re.escape, listed("about")))
    units = "|".join(re.escape(one) for one in listed("units"))
    spoken = "|".join(sorted(WORD_NUMBERS, key=len, reverse=True)).replace("one|", "")
    scale = r"(?:[ -](?:thousand|million|billion|trillion)\b)?"
    digits = r"(?<![\w.,-])(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?!\d)(?!,\d{3})"
    return re.compile(
        rf"(?P<about>\b(?:{about}) )?"
        rf"(?P<is>(?P<money>[€$£₸₽¥])?"
        rf"(?:{digits}(?:(?P<ord>(?:st|nd|rd|th)\b)|(?=(?:{units})(?!\w))|(?![A-Za-z]))|\b(?:{spoken})\b)"
        rf"{scale}(?P<gap>[ -]?)(?P<unit>(?:{units})(?![\w]))?)",
        re.IGNORECASE,
    )


def figures(sentence: str, language: str = "en") -> list[Figure]:
    """The times and quantities of a sentence in the order in which they stand."""
    if language.split("-")[0] != "en":
        return _foreign(sentence, notation_of(language))
    found: list[Figure] = []
    dated = _DIGIT.search(sentence) is not None
    for kind, pattern in _patterns() if dated else ():
        for match in pattern.finditer(sentence):
            if kind == "year" and _is_counted(sentence, match):
                continue
            if _is_free(found, match.start("is"), match.end("is")):
                lead = (match["lead"] or "").strip(" -").casefold()
                found.append(_figure(kind, match, lead))
    for match in _quantity().finditer(sentence):
        if not _is_free(found, match.start("is"), match.end("is")):
            continue
        if _is_no_quantity(sentence, match):
            continue
        end = match.end("is") if match["unit"] else match.start("gap")
        found.append(
            Figure(
                "ordinal" if match["ord"] else "number",
                match.start("is"),
                end,
                match.start(),
                (match["about"] or "").strip().casefold(),
                (match["unit"] or "").strip(),
                bool(match["money"]),
            )
        )
    return sorted(found, key=lambda one: one.start)


def _is_counted(sentence: str, match: re.Match[str]) -> bool:
    """Whether four digits are a number: "more than 2000 kilometres", "1500 species"."""
    before, after = sentence[: match.start("is")].rstrip(), sentence[match.end("is") :]
    low = before.casefold()
    about = any(low.endswith(f" {one}") for one in listed("about") if one not in _ABOUT_YEARS)
    several = re.match(r" [a-z]+(?:s|people)\b", after) is not None and not match["lead"]
    return about or several


def _figure(kind: Kind, match: re.Match[str], lead: str) -> Figure:
    return Figure(kind, match.start("is"), match.end("is"), match.start(), lead)


def _is_free(found: list[Figure], start: int, end: int) -> bool:
    return all(end <= one.start or start >= one.end for one in found)


def _is_no_quantity(sentence: str, match: re.Match[str]) -> bool:
    """Whether the digits are part of a name or of a number of another kind: Apollo 11, No. 45."""
    at = match.start("is")
    if _OF_THE_CLOCK.match(sentence, match.end("is")):
        return True
    before = sentence[:at].rstrip()
    last = re.search(r"([^\s(“\"«]+)$", before)
    word = last[1] if last else ""
    text = match["is"]
    if (
        sentence[match.end("is") : match.end("is") + 1] in ("-", "–", "/", ":")
        and not match["unit"]
    ):
        return text[0].isdigit() and sentence[match.end("is") + 1 : match.end("is") + 2].isalnum()
    if text[0].isdigit() and not match["unit"] and not match["money"]:
        if word in ("No.", "no.", "number", "No", "site", "Site", "pad", "page", "p.", "§", "№"):
            return True
        opens = word.casefold() in english("prepositions") | english("adverbs") | english(
            "relatives"
        )
        return word[:1].isupper() and word.isalpha() and not opens and not match["about"]
    return text.casefold() == "one"


@cache
def _foreign_patterns(notation: Notation) -> tuple[tuple[Kind, re.Pattern[str]], ...]:
    month = "|".join(dict.fromkeys((*notation.months, *notation.alone)))
    words = "|".join(notation.year_words) or "x^"
    year = r"(?P<year>1\d{3}|20\d{2}|21\d{2})"
    if notation.language == "kk":
        dates = rf"(?P<is>{year} жылғы (?:\d{{1,2}} )?(?:{month}))"
        years = rf"(?<![–—-])(?P<is>{year})(?= (?:жыл(?!дар)|ж\.))"
    else:
        dates = rf"(?P<is>\d{{1,2}} (?:{month}) {year}(?: (?:{words}))?)\b"
        years = rf"(?P<is>{year})(?= (?:год|г\.))"
    days = rf"(?<![\w.,–-])(?P<is>\d{{1,2}} (?:{month}))"
    kinds: tuple[tuple[Kind, str], ...] = (("date", dates), ("day", days), ("year", years))
    return tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in kinds)


def _foreign(sentence: str, notation: Notation) -> list[Figure]:
    found: list[Figure] = []
    for kind, pattern in _foreign_patterns(notation):
        for match in pattern.finditer(sentence):
            if _is_free(found, match.start("is"), match.end("is")):
                found.append(Figure(kind, match.start("is"), match.end("is"), match.start("is")))
    for match in numeral_pattern(notation).finditer(sentence):
        before, after = sentence[: match.start()], sentence[match.end() :]
        glued = re.search(r"[\w№.,:–—-]$", before) or re.match(r"[\w–—-]|[.,:]\d", after)
        glued = glued or re.match(r" жылдар", after)
        named = re.search(r"(?:№|\S .*\b[А-ЯӘҒҚҢӨҰҮҺІ]\w*) $", before)
        if glued or named or not _is_free(found, match.start(), match.end()):
            continue
        share = re.match(r" ?%", after)
        length = share.end() if share else 0
        found.append(Figure("number", match.start(), match.end() + length, match.start()))
    return sorted(found, key=lambda one: one.start)
