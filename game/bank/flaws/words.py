"""Texts as words, for criteria that must never see a word inside another."""

from __future__ import annotations

import re
from functools import lru_cache

from game.bank.flaws.lexicon import Lexicon, Phrases, lists_by_word

Words = tuple[str, ...]
Stems = frozenset[str]

STEM_LETTERS = 4
_TAIL = 7
"""Letters of the longest row of endings."""

_TOKEN = re.compile(r"\d(?:[\d,.\u00a0\u202f]*\d)?|[^\W\d_]+(?:['’][^\W\d_]+)*")
_SENTENCE = re.compile(r"(?<=[.!?])[\"”’')»]*\s+(?=[^\W\d_]*[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ\d“\"‘'«])")


def tokens(text: str) -> Words:
    """The words of a text as they are written; a hyphen parts them, an apostrophe does not."""
    return tuple(_TOKEN.findall(text))


@lru_cache(maxsize=4_096)
def words(text: str) -> Words:
    """The words of a text in small letters, without possessive endings."""
    found = (token.casefold().replace("’", "'") for token in tokens(text))
    return tuple(word.removesuffix("'s").rstrip("'") for word in found)


def first_phrase(found: Words, phrases: Phrases) -> str:
    """The first of these phrases whose words stand together among the words, or ""."""
    if not phrases.single.isdisjoint(found):
        return next(word for word in found if word in phrases.single)
    if phrases.firsts.isdisjoint(found):
        return ""
    text = f" {' '.join(found)} "
    return next((phrase for phrase in phrases.several if f" {phrase} " in text), "")


@lru_cache(maxsize=4_096)
def lists_met(text: str, lexicon: Lexicon) -> frozenset[str]:
    """The names of all lists of a lexicon of which a text has a word, or a phrase's first."""
    named = lists_by_word(lexicon)
    return frozenset().union(*[named[word] for word in words(text) if word in named])


def without(found: Words, idioms: Phrases) -> Words:
    """Words without those that belong to an idiom."""
    if idioms.firsts.isdisjoint(found):
        return found
    text = f" {' '.join(found)} "
    for idiom in idioms.texts:
        text = text.replace(f" {idiom} ", " ")
    return tuple(text.split())


@lru_cache(maxsize=4_096)
def sentences(text: str) -> Words:
    """The sentences of a text; a mark ends one only before a capital, a digit or a quote."""
    return tuple(part for part in _SENTENCE.split(text.strip()) if part)


@lru_cache(maxsize=4_096)
def asking_part(prompt: str) -> str:
    """The sentences that ask, or the last one where none has a question mark."""
    found = sentences(prompt)
    asking = [sentence for sentence in found if "?" in sentence]
    return " ".join(asking or found[-1:])


def content_stems(found: Words, lexicon: Lexicon) -> Stems:
    """Stems of the words that carry meaning, and every number."""
    return frozenset(
        stem(word, lexicon)
        for word in found
        if word[0].isdigit()
        or (
            len(word) >= STEM_LETTERS
            and word not in lexicon.common
            and word not in lexicon.function_words
        )
    )


@lru_cache(maxsize=16_384)
def stem(word: str, lexicon: Lexicon) -> str:
    """A word without the endings of inflection, if enough of it remains."""
    for ending in lexicon.endings:
        if word.endswith(ending) and len(word) - len(ending) >= lexicon.least_stem:
            return word[: -len(ending)]
    return word


def holds(text: str, part: str, lexicon: Lexicon) -> bool:
    """Whether a text has the words of another together, in a language that bends them in whatever
    endings. Never so in English, whose words are compared as they stand."""
    if lexicon.is_english or not lexicon.endings:
        return False
    there, stems = words(text), [stem(word, lexicon) for word in words(part)]
    return bool(stems) and any(
        all(_is_of(word, one) for word, one in zip(there[at:], stems, strict=False))
        for at in range(len(there) - len(stems) + 1)
    )


def _is_of(word: str, stem_: str) -> bool:
    return word.startswith(stem_) and len(word) - len(stem_) <= _TAIL
