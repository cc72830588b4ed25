"""The words by which a language gives itself away, all of one language in one place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

Words = frozenset[str]
Phrases = tuple[str, ...]


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
    endings: Phrases
    an_before: tuple[str, ...]
    a_before: tuple[str, ...]
    least_stem: int = 4

    @property
    def is_english(self) -> bool:
        """Whether articles, plurals and endings are those of English."""
        return self.language == "en"


_NEVER = re.compile(r"(?!)")
_NONE: Words = frozenset()

EMPTY = Lexicon(
    language="",
    catch_all=_NEVER,
    lettered=_NEVER,
    truth_words=_NONE,
    absolutes=_NONE,
    amounts=_NONE,
    vague=_NONE,
    negatives=_NONE,
    denials=_NONE,
    idioms=(),
    question_words=_NONE,
    imperatives=_NONE,
    auxiliaries=_NONE,
    pronouns=_NONE,
    possessives=_NONE,
    function_words=_NONE,
    common=_NONE,
    covered=(),
    hinged=(),
    clauses=_NONE,
    opinions=(),
    opposites=frozenset(),
    prepositions=_NONE,
    titles=(),
    conflict=(),
    acronyms=_NONE,
    stands_for=(),
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
