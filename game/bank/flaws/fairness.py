"""Criteria of level 1 and of fairness: a 12-year-old understands it, in any country."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from game.bank.flaws.criterion import Criterion, Item
from game.bank.flaws.words import first_phrase, holds, words
from game.packs.plain_words import (
    MAX_CHARACTERS,
    MAX_GRADE,
    MAX_OPTION_WORDS,
    MAX_WORDS,
    reading_grade,
)


def _long_prompt(item: Item) -> str:
    prompt = item.question.prompt
    if item.question.level != 1:
        return ""
    count = len(prompt.split())
    if count > MAX_WORDS:
        return f"the prompt has {count} words; {MAX_WORDS} are the most at level 1"
    if len(prompt) > MAX_CHARACTERS:
        return f"the prompt has {len(prompt)} characters; {MAX_CHARACTERS} are the most at level 1"
    return ""


def _long_option(item: Item) -> str:
    if item.question.level != 1:
        return ""
    for text in item.texts:
        count = len(text.split())
        if count > MAX_OPTION_WORDS:
            return f"“{text}” has {count} words; {MAX_OPTION_WORDS} are the most at level 1"
    return ""


def _hard_words(item: Item) -> str:
    if item.question.level != 1:
        return ""
    grade = reading_grade(item.question.prompt)
    if grade <= MAX_GRADE:
        return ""
    return f"the prompt has a reading grade of {grade:.1f}; {MAX_GRADE:g} is the most at level 1"


def _title(item: Item) -> str:
    for found in (item.prompt, *item.options):
        phrase = first_phrase(found, item.lexicon.titles)
        if phrase:
            return f"“{phrase}” is the title of an office"
    return ""


def _official(item: Item) -> str:
    question, setting = item.question, item.setting
    if question.set in setting.claim_sets or not setting.officials:
        return ""
    for text in (item.key, *item.texts, *(hint.text for hint in question.hints), question.prompt):
        name = first_phrase(words(text), setting.officials) or _bent_name(text, item)
        if name:
            return f"“{name.title()}” speaks for an office of today"
    return ""


def _bent_name(text: str, item: Item) -> str:
    """An official's name in another ending, in a language that bends its words."""
    return next((name for name in item.setting.officials if holds(text, name, item.lexicon)), "")


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
            return f"“{sentence}” is what somebody says, and nobody is named for it"
    return ""


def _conflict(item: Item) -> str:
    if item.question.set not in item.setting.default_sets:
        return ""
    for text in _seen(item):
        phrase = first_phrase(words(text), item.lexicon.conflict)
        if phrase:
            return f"“{phrase}” stands in a set that every class gets"
    return ""


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
        "say it in fewer words, or write level: 2",
        _long_prompt,
        "nothing",
    ),
    Criterion(
        "long-option",
        "option too long for level 1",
        "T-Minus, level 1; Haladyna 13",
        "shorten it, or write level: 2",
        _long_option,
        "nothing",
    ),
    Criterion(
        "hard-words",
        "too hard for level 1",
        "T-Minus, level 1; Haladyna 8",
        "say it in shorter words and sentences, or write level: 2",
        _hard_words,
        "english",
    ),
    Criterion(
        "title",
        "title of an office",
        "T-Minus, level 1",
        "ask about what was done; the source line can have the title",
        _title,
    ),
    Criterion(
        "official",
        "somebody in office today",
        "T-Minus, fairness",
        "leave the person out, or move the fact into a set of claims that is chosen: asked",
        _official,
        "nothing",
    ),
    Criterion(
        "stated-claim",
        "claim told as a fact",
        "T-Minus, claims",
        "put it into the question: which source says that ...?",
        _stated_claim,
        "nothing",
    ),
    Criterion(
        "conflict",
        "war, sanctions or weapons",
        "T-Minus, fairness",
        "leave it out, or move the fact into a set that is chosen: asked",
        _conflict,
    ),
)
