"""Criteria of the options: as many as work, apart, alike, and in order."""

from __future__ import annotations

import re
from functools import lru_cache

from game.bank.flaws.criterion import Criterion, Item, of_options
from game.bank.flaws.lexicon import Lexicon
from game.bank.flaws.russian import bends_with_numbers
from game.bank.flaws.words import content_stems, without, words
from game.bank.scale import leading_number, numeral, read_day
from game.bank.text import normalise, overlap
from game.packs.notation import unit_for
from game.packs.values import WORD_NUMBERS
from game.phrase import phrase

FEWEST_OPTIONS = 3
MOST_OPTIONS = 5
MOST_WORDS = 12
UNEVEN = 3.0
UNEVEN_LETTERS = 30
FAR_OFF = 25.0
FAR_YEARS = 150

_RANGE = re.compile(r"^(\S+) ?(?:to|and|or|-|–) ?(\S+)$")
_MATCHED = ("order", "match")


def _catch_all(text: str, lexicon: Lexicon) -> str:
    if lexicon.catch_all.search(" ".join(words(text))):
        return phrase("“{text}” tests logic, not knowledge", text=text)
    return ""


def _complex(item: Item) -> str:
    plain = [normalise(text) for text in item.texts]
    for text, one in zip(item.texts, plain, strict=True):
        if _is_of_letters(text, item.lexicon) and not _all_numbers(item):
            return phrase("“{text}” is made of other options", text=text)
        parts = [other for other in plain if other != one and f" {other} " in f" {one} "]
        if len(parts) >= 2:
            return phrase("“{text}” is made of other options", text=text)
    return ""


@lru_cache(maxsize=4_096)
def _is_of_letters(text: str, lexicon: Lexicon) -> bool:
    return lexicon.lettered.search(" ".join(words(text))) is not None


def _truth_series(item: Item) -> str:
    if item.question.kind == "true-false":
        return ""
    truths = [
        text
        for text, found in zip(item.texts, item.options, strict=True)
        if found
        and found[0] in item.lexicon.truth_words
        and (len(found) == 1 or text[len(found[0]) : len(found[0]) + 1] in ",:;.")
    ]
    if truths:
        return phrase("“{text}” makes it several true-false questions in one", text=truths[0])
    return ""


def _twins(item: Item) -> str:
    plain = [normalise(text) for text in item.texts]
    ranges = [_range_of(text) for text in item.texts]
    numbers = _all_numbers(item)
    for at, one in enumerate(plain):
        for back, other in enumerate(plain[:at]):
            same = one == other if numbers else overlap(one, other)
            if same or _cross(ranges[back], ranges[at]):
                return phrase(
                    "“{one}” and “{other}” could be the same",
                    one=item.texts[back],
                    other=item.texts[at],
                )
    return ""


_Range = tuple[float, float]


def _cross(one: _Range | None, other: _Range | None) -> bool:
    """Whether two ranges (`six to eight`, `5-7`) have a number in common."""
    if one is None or other is None:
        return False
    return one[0] <= other[1] and other[0] <= one[1]


@lru_cache(maxsize=4_096)
def _range_of(text: str) -> _Range | None:
    match = _RANGE.match(text)
    if match is None:
        return None
    ends = [_number(end) for end in match.groups()]
    low, high = ends
    return (low, high) if low is not None and high is not None and low < high else None


def _number(text: str) -> float | None:
    if text.casefold() in WORD_NUMBERS:
        return float(WORD_NUMBERS[text.casefold()])
    plain = text.replace(",", "")
    return float(plain) if plain.replace(".", "", 1).isdigit() else None


def _out_of_order(item: Item) -> str:
    if item.question.kind in _MATCHED or not item.texts:
        return ""
    days = [read_day(text) for text in item.texts]
    numbers = [leading_number(text, item.notation) for text in item.texts]
    if all(days):
        places: list[float] = [day.place for day in days if day]
    else:
        places = [number for number in numbers if number is not None]
        if len(places) < len(item.texts):
            if len(places) == len(item.texts) - 1 >= 2 and numbers[-1] is not None:
                return phrase("an option in words stands among numbers, and not last")
            return ""
    if places in (sorted(places), sorted(places, reverse=True)):
        return ""
    return phrase("the options are numbers or dates out of order")


def _count(item: Item) -> str:
    if item.question.kind in (*_MATCHED, "true-false") or not item.texts:
        return ""
    if len(item.texts) < FEWEST_OPTIONS:
        return phrase(
            "there are {count} options; {least} are the least",
            count=len(item.texts),
            least=FEWEST_OPTIONS,
        )
    if len(item.texts) > MOST_OPTIONS:
        return phrase(
            "there are {count} options; {most} are the most",
            count=len(item.texts),
            most=MOST_OPTIONS,
        )
    return ""


def _wordy(text: str, _lexicon: Lexicon) -> str:
    if len(text.split()) > MOST_WORDS or text.count(",") > 2:
        return phrase("“{text}” takes long to read", text=text)
    return ""


def _uneven(item: Item) -> str:
    if item.key_at < 0 or len(item.texts) < FEWEST_OPTIONS:
        return ""
    lengths = sorted(map(len, item.texts))
    if lengths[-1] >= UNEVEN_LETTERS and lengths[-1] >= UNEVEN * lengths[0]:
        return phrase(
            "the longest option has {most} letters, the shortest {least}",
            most=lengths[-1],
            least=lengths[0],
        )
    return ""


def _negative(text: str, lexicon: Lexicon) -> str:
    for word in without(words(text), lexicon.idioms):
        if word in lexicon.denials - lexicon.absolutes or word.endswith("n't"):
            return phrase("“{text}” says what is not so", text=text)
    return ""


def _repeated(item: Item) -> str:
    if item.key_at < 0 or len(item.options) < FEWEST_OPTIONS or _all_numbers(item):
        return ""
    if any(len(found) < 3 for found in item.options):
        return ""
    for part in (slice(0, 2), slice(-2, None)):
        shared = {found[part] for found in item.options}
        if len(shared) == 1 and content_stems(common := shared.pop(), item.lexicon):
            return phrase("every option has “{words}” in it", words=" ".join(common))
    return ""


def _mixed_numbers(item: Item) -> str:
    numerals = [numeral(text, item.notation) for text in item.texts]
    if len(item.texts) < 2 or not _all_numbers(item) or any(map(read_day, item.texts)):
        return ""
    found = [one for one in numerals if one is not None]
    if len(found) < len(item.texts) or any(_range_of(text) for text in item.texts):
        return ""
    if len({one.in_words for one in found}) > 1:
        return phrase("some numbers are written in digits, some in words")
    if len({one.decimals for one in found}) > 1:
        return phrase("some numbers have more decimals than others")
    if item.question.units:
        return ""
    if len({(one.before.strip(), one.after.strip().rstrip("s")) for one in found}) > 1:
        return phrase("the numbers have different units or words around them")
    return ""


def _unit_form(item: Item) -> str:
    """One form of a Russian unit behind numbers that ask for different ones: 21 метр, 17 метр."""
    question = item.question
    if not question.language.startswith("ru") or len(question.units) > 2:
        return ""
    found = [one for text in item.texts if (one := numeral(text, item.notation))]
    units = {one.after.strip() for one in found}
    unit = next(iter(units)) if len(units) == 1 else ""
    forms = {unit_for(("one", "few", "many"), one.value, "") for one in found}
    if len(found) < max(2, len(item.texts)) or len(forms) < 2 or not bends_with_numbers(unit):
        return ""
    return phrase("“{unit}” stands behind numbers that ask for other forms of it", unit=unit)


def _far_off(item: Item) -> str:
    if item.key_at < 0 or not _all_numbers(item) or any(map(read_day, item.texts)):
        return ""
    values = [leading_number(text, item.notation) or 0.0 for text in item.texts]
    key = values[item.key_at]
    is_year = key == int(key) and 1000 <= key <= 2100 and len(item.key) == 4
    for text, value in zip(item.texts, values, strict=True):
        low, high = min(key, value), max(key, value)
        if (is_year and high - low > FAR_YEARS) or (low > 0 and high / low > FAR_OFF):
            return phrase(
                "“{text}” is too far from “{key}” to be believed", text=text, key=item.key
            )
    return ""


def _other_type(item: Item) -> str:
    """Options that the pack knows, and only as another sort of thing than the key."""
    known, answer = item.setting.known, item.answer
    if known is None or answer is None or item.key_at < 0 or answer.type in ("thing", "term"):
        return ""
    if normalise(item.key) != normalise(answer.text):
        return ""
    odd = []
    for text in item.wrong:
        types = {entry.answer.type for entry in known.said(text)} - {"thing", "term"}
        if types and answer.type not in types:
            odd.append(text)
    if len(odd) < len(item.wrong):
        return ""
    return phrase("the right option is of type {type}, and none of the others is", type=answer.type)


def _all_numbers(item: Item) -> bool:
    return all(leading_number(text, item.notation) is not None for text in item.texts)


def _second_key(item: Item) -> str:
    known, answer = item.setting.known, item.answer
    true = {normalise(text) for text in item.question.accepted}
    if answer is not None:
        true |= {normalise(text) for text in (*answer.accepted, *answer.never_with)}
        if known is not None:
            true |= known.true_for(answer)
    for text in item.wrong if item.key_at >= 0 else ():
        if normalise(text) in true:
            return phrase("“{text}” is right as well", text=text)
    return ""


def _lettered_text(text: str, _lexicon: Lexicon) -> str:
    if re.match(r"^[A-Da-d][.)] ", text) or words(text)[:1] == ("option",):
        return phrase("“{text}” brings its own letter", text=text)
    return ""


CRITERIA: tuple[Criterion, ...] = (
    Criterion(
        "catch-all",
        "none or all of the above",
        "SAQUET 3, 9; Haladyna 25, 26; NBME",
        phrase("put a real option in its place"),
        of_options(_catch_all),
    ),
    Criterion(
        "complex",
        "complex option",
        "SAQUET 14; Haladyna 9; NBME",
        phrase("make each option one thing, or ask two questions"),
        _complex,
    ),
    Criterion(
        "truth-series",
        "true or false series",
        "SAQUET 6",
        phrase("ask which one, or make a true-false question of it"),
        _truth_series,
        lists=("truth_words",),
    ),
    Criterion(
        "twins",
        "options that overlap",
        "Haladyna 22",
        phrase("change one so that both cannot be true at once"),
        _twins,
        "nothing",
    ),
    Criterion(
        "second-key",
        "more than one right answer",
        "SAQUET 18; Haladyna 19",
        phrase("take it out, or ask so that only one answer is right"),
        _second_key,
        "nothing",
    ),
    Criterion(
        "order",
        "numbers out of order",
        "SAQUET 16; Haladyna 21; NBME",
        phrase("sort them, and put an option in words last"),
        _out_of_order,
        "nothing",
        of_draw=True,
    ),
    Criterion(
        "count",
        "too few or too many options",
        "Haladyna 18",
        phrase("write two to four wrong options that somebody could believe"),
        _count,
        "nothing",
    ),
    Criterion(
        "wordy",
        "option that is long to read",
        "Haladyna 13; NBME",
        phrase("shorten it; what is the same in all options belongs into the prompt"),
        of_options(_wordy),
        "nothing",
    ),
    Criterion(
        "uneven",
        "options of unequal length",
        "Haladyna 24; NBME",
        phrase("make the options about as long as each other"),
        _uneven,
        "nothing",
    ),
    Criterion(
        "negative-option",
        "not in an option",
        "Haladyna 27",
        phrase("say what is so instead of what is not"),
        of_options(_negative),
    ),
    Criterion(
        "repeated",
        "words repeated in every option",
        "Haladyna 13",
        phrase("move the words into the prompt"),
        _repeated,
    ),
    Criterion(
        "mixed-numbers",
        "inconsistent numbers",
        "Haladyna 23; NBME",
        phrase("write all numbers in the same way, with the same unit and precision"),
        _mixed_numbers,
        "nothing",
    ),
    Criterion(
        "unit-form",
        "unit that does not bend",
        "T-Minus, units",
        phrase("write the unit in all its forms, as in unit: [минута, минуты, минут]"),
        _unit_form,
        "nothing",
    ),
    Criterion(
        "far-off",
        "implausible number",
        "SAQUET 2; Haladyna 28f, 29",
        phrase("choose numbers that somebody could believe"),
        _far_off,
        "nothing",
    ),
    Criterion(
        "other-type",
        "key of another type than all other options",
        "SAQUET 2, 8; Haladyna 23",
        phrase("put at least one option of the key's own type under wrong"),
        _other_type,
        "nothing",
    ),
    Criterion(
        "own-letter",
        "option with its own letter",
        "T-Minus, options",
        phrase("leave the letter out; the game puts its own there"),
        of_options(_lettered_text),
        "nothing",
    ),
)
