"""The words by which a language gives itself away, all of one language in one place."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import lru_cache

Words = frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class Phrases:
    """Words and phrases that texts are searched for, parted by their length once for all texts.

    `texts` are all of them, `firsts` the words with which those of `several` words begin.
    """

    texts: tuple[str, ...]
    single: Words
    several: tuple[str, ...]
    firsts: Words

    @classmethod
    def of(cls, texts: Iterable[str]) -> Phrases:
        """Phrases with one blank between their words."""
        found = tuple(texts)
        several = tuple(text for text in found if " " in text)
        single = frozenset(text for text in found if " " not in text)
        return cls(found, single, several, frozenset(text.partition(" ")[0] for text in several))


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Lists for the criteria that go by words. Words are lower case, phrases have blanks inside.

    A language without a lexicon is judged by the criteria that need none. What a list is for, its
    name says; `idioms` are phrases whose words are not meant as they stand ("all over the world").
    Of a word without one of its `endings` at least so many letters remain as `least_stem` says.
    """

    language: str
    catch_all: re.Pattern[str]
    lettered: re.Pattern[str]
    truth_words: Words
    absolutes: Words
    amounts: Words
    vague: Words
    hedges: Phrases
    negatives: Words
    denials: Words
    idioms: Phrases
    question_words: Words
    imperatives: Words
    auxiliaries: Words
    pronouns: Words
    possessives: Words
    function_words: Words
    common: Words
    covered: Phrases
    hinged: Phrases
    clauses: Words
    opinions: Phrases
    opposites: frozenset[frozenset[str]]
    prepositions: Words
    titles: Phrases
    conflict: Phrases
    acronyms: Words
    stands_for: Phrases
    attribution: Words
    endings: tuple[str, ...]
    an_before: tuple[str, ...]
    a_before: tuple[str, ...]
    least_stem: int = 4

    @property
    def is_english(self) -> bool:
        """Whether articles, plurals and endings are those of English."""
        return self.language == "en"


_NEVER = re.compile(r"(?!)")
_NONE: Words = frozenset()
NO_PHRASES = Phrases.of(())

EMPTY = Lexicon(
    language="",
    catch_all=_NEVER,
    lettered=_NEVER,
    truth_words=_NONE,
    absolutes=_NONE,
    amounts=_NONE,
    vague=_NONE,
    hedges=Phrases.of(("more or less",)),
    negatives=_NONE,
    denials=_NONE,
    idioms=NO_PHRASES,
    question_words=_NONE,
    imperatives=_NONE,
    auxiliaries=_NONE,
    pronouns=_NONE,
    possessives=_NONE,
    function_words=_NONE,
    common=_NONE,
    covered=NO_PHRASES,
    hinged=NO_PHRASES,
    clauses=_NONE,
    opinions=NO_PHRASES,
    opposites=frozenset(),
    prepositions=_NONE,
    titles=NO_PHRASES,
    conflict=NO_PHRASES,
    acronyms=_NONE,
    stands_for=NO_PHRASES,
    attribution=_NONE,
    endings=(),
    an_before=(),
    a_before=(),
)
"""What is known of a language without a lexicon."""


@lru_cache(maxsize=8)
def lexicon_of(language: str) -> Lexicon:
    """The lexicon of a language by its code (`en`, `en-GB`); `EMPTY` if there is none yet."""
    if language.partition("-")[0] == "en":
        from game.bank.flaws.english import ENGLISH

        return ENGLISH
    if language.partition("-")[0] == "ru":
        from game.bank.flaws.russian import RUSSIAN

        return RUSSIAN
    if language.partition("-")[0] == "kk":
        from game.bank.flaws.kazakh import KAZAKH

        return KAZAKH
    return EMPTY


@lru_cache(maxsize=8)
def lists_by_word(lexicon: Lexicon) -> Mapping[str, frozenset[str]]:
    """The names of all lists of a lexicon in which a word stands, or a phrase that begins so."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for one in fields(Lexicon):
        listed = getattr(lexicon, one.name)
        if isinstance(listed, Phrases):
            listed = listed.single | listed.firsts
        for word in listed if isinstance(listed, frozenset) else ():
            if isinstance(word, str):
                found[word].add(one.name)
    return {word: frozenset(names) for word, names in found.items()}
