"""Criteria of level 1 and of fairness: a 12-year-old understands it, in any country."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from game.bank.flaws.criterion import Criterion, Item
from game.bank.flaws.lexicon import Lexicon, Phrases
from game.bank.flaws.words import first_phrase, holds, words
from game.packs.plain_words import (
    MAX_CHARACTERS,
    MAX_GRADE,
    MAX_OPTION_WORDS,
    MAX_WORDS,
    reading_grade,
)
from game.phrase import phrase


def _long_prompt(item: Item) -> str:
    prompt = item.question.prompt
    if item.question.level != 1:
        return ""
    count = len(prompt.split())
    if count > MAX_WORDS:
        return phrase(
            "the prompt has {count} words; {most} are the most at level 1",
            count=count,
            most=MAX_WORDS,
        )
    if len(prompt) > MAX_CHARACTERS:
        return phrase(
            "the prompt has {count} characters; {most} are the most at level 1",
            count=len(prompt),
            most=MAX_CHARACTERS,
        )
    return ""


def _long_option(item: Item) -> str:
    if item.question.level != 1:
        return ""
    for text in item.texts:
        count = len(text.split())
        if count > MAX_OPTION_WORDS:
            return phrase(
                "“{text}” has {count} words; {most} are the most at level 1",
                text=text,
                count=count,
                most=MAX_OPTION_WORDS,
            )
    return ""


def _hard_words(item: Item) -> str:
    if item.question.level != 1:
        return ""
    grade = _grade(item.question.prompt)
    if grade <= MAX_GRADE:
        return ""
    return phrase(
        "the prompt has a reading grade of {grade:.1f}; {most:g} is the most at level 1",
        grade=grade,
        most=MAX_GRADE,
    )


_grade = lru_cache(maxsize=4_096)(reading_grade)


def _title(item: Item) -> str:
    for found in (item.prompt, *item.options):
        title = first_phrase(found, item.lexicon.titles)
        if title:
            return phrase("“{title}” is the title of an office", title=title)
    return ""


def _official(item: Item) -> str:
    question, setting = item.question, item.setting
    if question.set in setting.claim_sets or not setting.officials.texts:
        return ""
    for text in (item.key, *item.texts, *(hint.text for hint in question.hints), question.prompt):
        name = _official_in(text, setting.officials, setting.lexicon)
        if name:
            return phrase("“{name}” speaks for an office of today", name=name.title())
    return ""


@lru_cache(maxsize=4_096)
def _official_in(text: str, officials: Phrases, lexicon: Lexicon) -> str:
    """The name of an official, also in another ending in a language that bends its words."""
    bent = (name for name in officials.texts if holds(text, name, lexicon))
    return first_phrase(words(text), officials) or next(bent, "")


def _stated_claim(item: Item) -> str:
    """A sentence before the question that says a claim as if it were a plain fact."""
    by = words(item.question.by)
    if not by or item.question.kind == "true-false":
        return ""
    for sentence, following in pairwise(item.sentences):
        # "No. 45" is one sentence, though it looks like the end of one.
        is_whole = not sentence.endswith("?") and not following[:1].isdigit()
        named = by[-1] in words(sentence) or holds(sentence, by[-1], item.lexicon)
        if is_whole and not named:
            return phrase(
                "“{sentence}” is what somebody says, and nobody is named for it", sentence=sentence
            )
    return ""


def _conflict(item: Item) -> str:
    if item.question.set not in item.setting.default_sets:
        return ""
    for text in _seen(item):
        said = _conflict_in(text, item.lexicon)
        if said:
            return phrase("“{said}” stands in a set that every class gets", said=said)
    return ""


@lru_cache(maxsize=4_096)
def _conflict_in(text: str, lexicon: Lexicon) -> str:
    return first_phrase(words(text), lexicon.conflict)


def _seen(item: Item) -> Iterator[str]:
    question = item.question
    yield question.prompt
    yield from item.texts
    yield from (hint.text for hint in question.hints)
    yield from (question.key, question.label, question.explanation, question.why)
    yield from question.feedback
    if question.picture is not None:
        yield question.picture.alt


CRITERIA: tuple[Criterion, ...] = (
    Criterion(
        "long-question",
        "too long for level 1",
        "T-Minus, level 1; Haladyna 13",
        phrase("say it in fewer words, or write level: 2"),
        _long_prompt,
        "nothing",
    ),
    Criterion(
        "long-option",
        "option too long for level 1",
        "T-Minus, level 1; Haladyna 13",
        phrase("shorten it, or write level: 2"),
        _long_option,
        "nothing",
    ),
    Criterion(
        "hard-words",
        "too hard for level 1",
        "T-Minus, level 1; Haladyna 8",
        phrase("say it in shorter words and sentences, or write level: 2"),
        _hard_words,
        "english",
    ),
    Criterion(
        "title",
        "title of an office",
        "T-Minus, level 1",
        phrase("ask about what was done; the source line can have the title"),
        _title,
        lists=("titles",),
    ),
    Criterion(
        "official",
        "somebody in office today",
        "T-Minus, fairness",
        phrase("leave the person out, or move the fact into a set of claims that is chosen: asked"),
        _official,
        "nothing",
        of_draw=True,
    ),
    Criterion(
        "stated-claim",
        "claim told as a fact",
        "T-Minus, claims",
        phrase("put it into the question: which source says that ...?"),
        _stated_claim,
        "nothing",
    ),
    Criterion(
        "conflict",
        "war, sanctions or weapons",
        "T-Minus, fairness",
        phrase("leave it out, or move the fact into a set that is chosen: asked"),
        _conflict,
        of_draw=True,
    ),
)
