"""Item-writing flaws that a machine can see in a question, whoever wrote it.

Each criterion looks at words, never at letters inside a word ("all" is not in "called"). A new one
is a function and a line in `CRITERIA`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from game.bank.question import Question
from game.bank.scale import leading_number, read_day
from game.bank.text import article, contains, normalise, overlap, word_count

LEVEL_ONE_WORDS = 18
LEVEL_ONE_LETTERS = 90
LEVEL_ONE_OPTION_WORDS = 4

_LONG_KEY_WORDS = 4
_LONG_KEY_SHARE = 0.75
_STEM_LETTERS = 4
_COMMON = frozenset(
    (
        *("about", "after", "also", "before", "does", "from", "have", "into", "many", "most"),
        *("more", "much", "only", "over", "than", "that", "their", "them", "there", "they"),
        *("this", "what", "when", "where", "which", "whom", "whose", "will", "with", "were"),
        *("name", "called"),
    )
)
_CATCH_ALL = re.compile(
    r"\b(none|all|both|any|neither|either) of (the )?(above|these|them|others)\b"
    r"|\b(all|both|none|neither)( answers)?( are| is)? (right|true|correct|wrong|false)\b"
    r"|^(both|neither) [a-d] (and|nor) [a-d]$"
)
_QUESTION_WORDS = re.compile(
    r"\b(who|whom|whose|what|which|when|where|why|how|name|choose|find|say|give)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Flaw:
    """One flaw of one question. `sentence` says what is wrong here and what to change."""

    code: str
    name: str
    source: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Criterion:
    """What makes a flaw, and who says so. `find` gives the sentence, or "" if there is none."""

    code: str
    name: str
    source: str
    find: Callable[[Question], str]


def flaws(question: Question) -> Iterator[Flaw]:
    """Every flaw of a question, in the order of `CRITERIA`."""
    for criterion in CRITERIA:
        sentence = criterion.find(question)
        if sentence:
            yield Flaw(criterion.code, criterion.name, criterion.source, sentence)


def _catch_all(question: Question) -> str:
    for option in _texts(question):
        if _CATCH_ALL.search(normalise(option)):
            return f"“{option}” tests logic, not knowledge; put a real option in its place."
    return ""


def _twins(question: Question) -> str:
    options = _texts(question)
    if all(leading_number(option) is not None for option in options):
        plain = [normalise(option) for option in options]
        return "" if len(set(plain)) == len(plain) else "Two options are the same; drop one."
    for at, one in enumerate(options):
        for other in options[at + 1 :]:
            if overlap(normalise(one), normalise(other)):
                return f"“{one}” and “{other}” could be the same thing; change one of them."
    return ""


def _long_key(question: Question) -> str:
    if question.kind != "choice" or word_count(question.key) < _LONG_KEY_WORDS:
        return ""
    longest = max(len(option) for option in _wrong(question))
    if longest >= _LONG_KEY_SHARE * len(question.key):
        return ""
    return "The right option is much the longest; shorten it, or lengthen another."


def _echo(question: Question) -> str:
    if question.kind != "choice":
        return ""
    stem = _stems(question.prompt)
    others = {stem for option in _wrong(question) for stem in _stems(option)}
    shared = sorted((stem & _stems(question.key)) - others)
    if not shared:
        return ""
    return f"Of all options only the right one repeats “{shared[0]}” from the question."


def _article_cue(question: Question) -> str:
    if question.kind != "choice":
        return ""
    last = question.prompt.rstrip(" .:?_…").rsplit(" ", 1)[-1].casefold()
    if last in ("a", "an"):
        fits = [option for option in question.options if _takes(option) == last]
        if fits == [question.key]:
            return f"“{last}” fits only the right option; end the question before the article."
    if all(article(option) != article(question.key) for option in _wrong(question)):
        return "The right option alone begins this way (a, the, or neither); make all alike."
    return ""


def _unfocused(question: Question) -> str:
    if question.kind == "true-false" or "?" in question.prompt or ":" in question.prompt[-1:]:
        return ""
    if _QUESTION_WORDS.search(question.prompt):
        return ""
    return "The question does not ask anything; make it answerable with the options covered."


def _out_of_order(question: Question) -> str:
    options = _texts(question)
    days = [day.place for day in map(read_day, options) if day]
    numbers = [number for number in map(leading_number, options) if number is not None]
    places = days if len(days) == len(options) else numbers
    if len(places) < len(options) or places in (sorted(places), sorted(places, reverse=True)):
        return ""
    return "The options are numbers or dates out of order; sort them."


def _long_prompt(question: Question) -> str:
    if question.level != 1:
        return ""
    words, letters = word_count(question.prompt), len(question.prompt)
    if words <= LEVEL_ONE_WORDS and letters <= LEVEL_ONE_LETTERS:
        return ""
    return (
        f"The prompt has {words} words and {letters} letters; level 1 allows {LEVEL_ONE_WORDS} "
        f"and {LEVEL_ONE_LETTERS}. Shorten it, or raise the level."
    )


def _long_option(question: Question) -> str:
    if question.level != 1:
        return ""
    for option in _texts(question):
        if word_count(option) > LEVEL_ONE_OPTION_WORDS:
            return f"“{option}” is longer than the {LEVEL_ONE_OPTION_WORDS} words of level 1."
    return ""


def _key_in_prompt(question: Question) -> str:
    if question.kind not in ("choice", "typed"):
        return ""
    if contains(normalise(question.prompt), normalise(question.key)):
        return f"The question says “{question.key}”, which is its answer."
    return ""


CRITERIA: tuple[Criterion, ...] = (
    Criterion(
        "catch-all", "none or all of the above", "SAQUET 3 and 9; Haladyna 25, 26", _catch_all
    ),
    Criterion("twins", "options that overlap", "Haladyna 22", _twins),
    Criterion("long-key", "longest option is right", "SAQUET 4; Haladyna 24", _long_key),
    Criterion("echo", "stem word only in the key", "SAQUET 12; Haladyna 28b", _echo),
    Criterion("article", "grammatical cue", "SAQUET 15; Haladyna 28c", _article_cue),
    Criterion("unfocused", "unfocused stem", "SAQUET 13; Haladyna 15", _unfocused),
    Criterion("order", "numbers out of order", "SAQUET 16; Haladyna 21", _out_of_order),
    Criterion("answered", "the stem holds the key", "Haladyna 28b", _key_in_prompt),
    Criterion("long-prompt", "too long for level 1", "T-Minus, level 1", _long_prompt),
    Criterion("long-option", "option too long for level 1", "T-Minus, level 1", _long_option),
)


def _texts(question: Question) -> tuple[str, ...]:
    return () if question.kind == "true-false" else question.options


def _wrong(question: Question) -> list[str]:
    return [option for at, option in enumerate(question.options) if at != question.answer]


def _takes(option: str) -> str:
    return "an" if option[:1].casefold() in "aeiou" else "a"


def _stems(text: str) -> frozenset[str]:
    """Words of a text that carry meaning, without the endings of English inflection."""
    words = (word for word in normalise(text).split() if len(word) >= _STEM_LETTERS)
    return frozenset(_stem(word) for word in words if word not in _COMMON and word.isalpha())


def _stem(word: str) -> str:
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= _STEM_LETTERS:
            return word[: -len(ending)]
    return word
