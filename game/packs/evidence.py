"""What a text claims that can be looked up: its numbers, its dates and its proper names.

English only where it is about words; digits are the same everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from game.packs.values import MONTHS, WORD_NUMBERS

_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_ORDINALS = {
    "tenth": 10,
    "eleventh": 11,
    "twelfth": 12,
    "twentieth": 20,
    "thirtieth": 30,
    "fortieth": 40,
    "fiftieth": 50,
    "sixtieth": 60,
    "seventieth": 70,
    "eightieth": 80,
    "ninetieth": 90,
    "hundredth": 100,
}
# "one" is mostly no number ("no one", "one of them"), so a text is not held to it.
_SPOKEN = {**WORD_NUMBERS, **_ORDINALS}

_MONTH = "|".join(month.capitalize() for month in MONTHS)
_DAY_MONTH = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? ({_MONTH})\b")
_MONTH_DAY = re.compile(rf"\b({_MONTH}) (\d{{1,2}})(?:st|nd|rd|th)?\b(?!\d)")
_MONTH_ALONE = re.compile(rf"\b({_MONTH})\b(?=,? \d{{4}})")
_ANY_MONTH = re.compile(rf"\b({_MONTH})\b")
_DIGITS = re.compile(
    r"(?<![\w.,])[A-Za-z]{0,6}-?(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?:st|nd|rd|th)?"
    r"(?:[ -](thousand|million|billion|trillion)\b)?"
)
_SPACED = re.compile(r"(?<!\d)\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)")
_WORD = re.compile(r"[^\W\d_]+(?:[’'.][^\W\d_]+)*\.?")
_SPOKEN_NUMBER = re.compile(
    r"\b([a-z]+(?:-[a-z]+)?)(?:[ -](thousand|million|billion|trillion))?\b", re.IGNORECASE
)
_NOT_WORDS = re.compile(r"[^\w]+")
_STARTS = re.compile(r"(?:^|[.!?:;]\s|[\"“”‘(]|[–—]\s)\W*$")

# Phrases and words for one country or people; each is looked up as the last of its line.
_SAME = (
    ("Soviet Union", "USSR", "U.S.S.R.", "Soviet"),
    ("United States of America", "United States", "USA", "U.S.", "US", "America", "American"),
    ("United Kingdom", "Great Britain", "UK", "U.K.", "Britain", "British"),
    ("France", "French"),
    ("Netherlands", "Dutch"),
)
_SAME_WORDS = re.compile(
    "|".join(rf"\b{re.escape(name)}(?!\w)" for line in _SAME for name in line[:-1])
)
_SAME_AS = {name: line[-1] for line in _SAME for name in line[:-1]}

# Words that begin a sentence before a number or a name and are none themselves.
_OPENING = (
    "a about above across after all almost along among an and around as at because before "
    "behind below beside between beyond both but by during even every exactly for from how if "
    "in inside it just later like many more most near nearly no not now of off on once only or "
    "our out outside over past roughly since so some than that the their then there these they "
    "this those through to today toward under until up what when where which while who with "
    "within"
)
_OPENERS = frozenset(word.capitalize() for word in _OPENING.split())

# Endings by which a country, its people and their adjective differ.
_ENDINGS = ("stani", "stan", "ian", "ese", "ish", "an", "s", "n", "a", "e", "i", "y")
_SHORTEST_STEM = 4
_FIRST_YEAR = 1000


@dataclass(frozen=True, slots=True)
class Stands:
    """What stands in a paragraph, ready to be compared."""

    text: str
    numbers: frozenset[float]
    days: frozenset[tuple[int, str]]
    months: frozenset[str]
    words: frozenset[str]

    def spelling(self, text: str) -> bool:
        """Whether a whole text stands here, letter by letter but for case."""
        return _squeezed(_unified(text)) in self.text


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that must stand somewhere: `words` as the author sees it, and one of the rest."""

    words: str
    numbers: frozenset[float] = frozenset()
    day: tuple[int, str] | None = None
    month: str = ""
    name: str = ""

    def is_reckoned(self) -> bool:
        """Whether it may be counted out from what stands there: "thirty years later", not 1961."""
        return bool(self.numbers) and max(self.numbers) < _FIRST_YEAR

    def stands(self, here: Stands) -> bool:
        """Whether it stands in a paragraph; a name also as its country, people or adjective."""
        if self.name:
            return stem(self.name) in here.words
        if self.numbers:
            return not self.numbers.isdisjoint(here.numbers)
        return self.day in here.days if self.day else self.month in here.months


def stands_in(paragraph: str) -> Stands:
    """All that can be looked up in a paragraph."""
    text = _unified(paragraph)
    numbers: set[float] = set()
    for match in _DIGITS.finditer(text):
        numbers |= _values(match[1], match[2])
    for match in re.finditer(r"\d+(?:\.\d+)?", text):
        numbers.add(float(match[0]))
    for match in _SPACED.finditer(text):
        numbers.add(float(re.sub(r"\D", "", match[0])))
    for match in _SPOKEN_NUMBER.finditer(text):
        if match[1].lower() in _SPOKEN:
            numbers |= _values(str(_SPOKEN[match[1].lower()]), match[2])
    days = {(int(m[1]), m[2]) for m in _DAY_MONTH.finditer(text)}
    days |= {(int(m[2]), m[1]) for m in _MONTH_DAY.finditer(text)}
    return Stands(
        _squeezed(text),
        frozenset(numbers),
        frozenset(days),
        frozenset(m[1] for m in _ANY_MONTH.finditer(text)),
        frozenset(stem(m[0]) for m in _WORD.finditer(text)),
    )


def claims_of(text: str, known_names: frozenset[str]) -> list[Claim]:
    """What a text claims. Its first word is a name if it is one elsewhere or goes with one."""
    text = _unified(text)
    claims = [Claim(m[0], day=(int(m[1]), m[2])) for m in _DAY_MONTH.finditer(text)]
    text = _DAY_MONTH.sub(" ", text)
    claims += [Claim(m[0], day=(int(m[2]), m[1])) for m in _MONTH_DAY.finditer(text)]
    text = _MONTH_DAY.sub(" ", text)
    claims += [Claim(m[1], month=m[1]) for m in _MONTH_ALONE.finditer(text)]
    text = _MONTH_ALONE.sub(" ", text)
    for match in _DIGITS.finditer(text):
        claims.append(Claim(match[0].strip(), _largest(_values(match[1], match[2]))))
    for match in _SPOKEN_NUMBER.finditer(text):
        word = match[1].lower()
        if word in _SPOKEN and word != "one":
            claims.append(Claim(match[0], _largest(_values(str(_SPOKEN[word]), match[2]))))
    claims += [Claim(name, name=name) for name in _names(text, known_names)]
    return claims


def names_for_sure(texts: Iterable[str]) -> frozenset[str]:
    """Words that are capitalised within a sentence and nowhere written small."""
    names: set[str] = set()
    small: set[str] = set()
    for text in texts:
        text = _unified(text)
        for match in _WORD.finditer(text):
            word = _bare(match[0])
            if word[:1].islower():
                small.add(word)
            elif not _STARTS.search(text[: match.start()]):
                names.add(word)
    return frozenset(name for name in names if name.lower() not in small)


def stem(word: str) -> str:
    """A name without the ending that makes it a country, a people or an adjective."""
    word = _bare(word).casefold()
    changed = True
    while changed:
        changed = False
        for ending in _ENDINGS:
            if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
                word = word[: -len(ending)]
                changed = True
                break
    return word


def _names(text: str, known_names: frozenset[str]) -> Iterator[str]:
    words = list(_WORD.finditer(text))
    for position, match in enumerate(words):
        word = _bare(match[0])
        if not word[:1].isupper() or word == "I":
            continue
        if _STARTS.search(text[: match.start()]) and word not in known_names:
            after = text[match.end() : match.end() + 2]
            following = words[position + 1][0] if position + 1 < len(words) else ""
            with_number = after[:1] in (" ", "-") and after[1:].isdigit()
            with_name = after[:1] == " " and following[:1].isupper()
            if word in _OPENERS or not (with_number or with_name):
                continue
        yield word


def _values(digits: str, scale: str | None) -> set[float]:
    value = float(digits.replace(",", ""))
    return {value, value * _SCALES[scale.lower()]} if scale else {value}


def _largest(values: set[float]) -> frozenset[float]:
    return frozenset({max(values)})


def _unified(text: str) -> str:
    text = text.replace("\u00a0", " ").replace("’", "'")
    return _SAME_WORDS.sub(lambda match: _SAME_AS[match[0]], text)


def _bare(word: str) -> str:
    return re.sub(r"'s?$", "", word.rstrip(".")).replace(".", "")


def _squeezed(text: str) -> str:
    return f" {_NOT_WORDS.sub(' ', text).strip().casefold()} "
