"""Texts as words, for criteria that must never see a word inside another."""

from __future__ import annotations

import re
from functools import lru_cache

from game.bank.flaws.lexicon import Lexicon, Phrases

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
    single, several, firsts = _by_length(phrases)
    for word in found:
        if word in single:
            return word
    if not several or firsts.isdisjoint(found):
        return ""
    text = f" {' '.join(found)} "
    return next((phrase for phrase in several if f" {phrase} " in text), "")


@lru_cache(maxsize=64)
def _by_length(phrases: Phrases) -> tuple[frozenset[str], Phrases, frozenset[str]]:
    """Phrases of one word, those of several, and the words with which the latter begin."""
    several = tuple(phrase for phrase in phrases if " " in phrase)
    single = frozenset(phrase for phrase in phrases if " " not in phrase)
    return single, several, frozenset(phrase.split(" ", 1)[0] for phrase in several)


def without(found: Words, idioms: Phrases) -> Words:
    """Words without those that belong to an idiom."""
    if _by_length(idioms)[2].isdisjoint(found):
        return found
    text = f" {' '.join(found)} "
    for idiom in idioms:
        text = text.replace(f" {idiom} ", " ")
    return tuple(text.split())


def sentences(text: str) -> Words:
    """The sentences of a text; a mark ends one only before a capital, a digit or a quote."""
    return tuple(part for part in _SENTENCE.split(text.strip()) if part)


def asking_part(prompt: str) -> str:
    """The sentences that ask, or the last one where none has a question mark."""
    found = sentences(prompt)
    asking = [sentence for sentence in found if "?" in sentence]
    return " ".join(asking) if asking else found[-1] if found else ""


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
