"""A key among other options: nothing about its form may tell that it is the right one.

Looked at when a question is judged, and before that when its options are drawn.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from game.bank.flaws.english import NOUNS_IN_ING
from game.bank.flaws.lexicon import Lexicon
from game.bank.flaws.words import Stems, Words, content_stems, words
from game.bank.text import ARTICLES, article, is_plural
from game.phrase import phrase

FEWEST = 3
"""With fewer options nothing can stand out."""

LONG_KEY_WORDS = 4
LONG_KEY_SHARE = 0.75
LONG_KEY_LETTERS = 20
SHORT_KEY_SHARE = 0.4
SHARED_PREFIX = 5

# Said once, for they are asked for each time that options are drawn.
_LONGEST = phrase("the right option is much the longest")
_SHORTEST = phrase("the right option is much the shortest")
_CONVERGING = phrase("the right option has the most words in common with the others")
_ARTICLE = phrase("the right option alone begins this way, with a, the, or neither")
_PREPOSITION = phrase("the right option alone begins with a preposition")
_NO_PREPOSITION = phrase("the right option alone begins with no preposition")


@dataclass(frozen=True, slots=True)
class LineUp:
    """A prompt, three options or more, and which of them is the key.

    `wrong` are the options that are not the key; `shared` says how many of its words each option
    has in common with the others. Options that `are_sentences` say what happened: each has a verb,
    and what a noun would tell by its form they do not.
    """

    prompt: str
    texts: tuple[str, ...]
    key_at: int
    key: str
    wrong: tuple[str, ...]
    words: tuple[Words, ...]
    stems: tuple[Stems, ...]
    shared: tuple[int, ...]
    lexicon: Lexicon
    are_sentences: bool = False

    @property
    def prompt_stems(self) -> Stems:
        """Those of the prompt, for whom the options leave something to compare."""
        return stems_of(self.prompt, self.lexicon)


def line_up(
    prompt: str,
    texts: tuple[str, ...],
    key_at: int,
    lexicon: Lexicon,
    are_sentences: bool = False,
) -> LineUp:
    stems = tuple([stems_of(text, lexicon) for text in texts])
    return LineUp(
        prompt,
        texts,
        key_at,
        texts[key_at],
        texts[:key_at] + texts[key_at + 1 :],
        tuple(map(words, texts)),
        stems,
        tuple(shared_words(stems)),
        lexicon,
        are_sentences,
    )


@lru_cache(maxsize=4_096)
def stems_of(text: str, lexicon: Lexicon) -> Stems:
    """The stems of a text's words that carry meaning."""
    return content_stems(words(text), lexicon)


def tells(prompt: str, texts: tuple[str, ...], key_at: int, lexicon: Lexicon) -> int:
    """In how many ways the form of the key tells that it is right, in whatever order they stand."""
    wrong = sorted(texts[:key_at] + texts[key_at + 1 :])
    return _tells(prompt, (texts[key_at], *wrong), lexicon)


@lru_cache(maxsize=4_096)
def _tells(prompt: str, texts: tuple[str, ...], lexicon: Lexicon) -> int:
    """As `tells`, with the key first: the same options come again under other seeds."""
    lineup = line_up(prompt, texts, 0, lexicon)
    finders = _OF_NUMBERS if are_numbers(texts) else TELLS
    return sum([find(lineup) != "" for find in finders])


def are_numbers(texts: tuple[str, ...]) -> bool:
    """Whether all of them begin with a digit."""
    return all(text[:1].isdigit() for text in texts)


def long_key(lineup: LineUp) -> str:
    letters, size = len(lineup.key), len(lineup.key.split())
    if size < LONG_KEY_WORDS and letters < LONG_KEY_LETTERS:
        return ""
    most_letters = max(map(len, lineup.wrong))
    most_words = max(len(text.split()) for text in lineup.wrong)
    if size >= LONG_KEY_WORDS and (
        most_letters < LONG_KEY_SHARE * letters or most_words < LONG_KEY_SHARE * size
    ):
        return _LONGEST
    if letters >= LONG_KEY_LETTERS and 2 * most_letters <= letters:
        return _LONGEST
    return ""


def short_key(lineup: LineUp) -> str:
    if len(lineup.key) > SHORT_KEY_SHARE * min(map(len, lineup.wrong)):
        return ""
    if min(len(text.split()) for text in lineup.wrong) >= LONG_KEY_WORDS:
        return _SHORTEST
    return ""


def echo(lineup: LineUp) -> str:
    """A word of the prompt in the key alone, or one that begins like it."""
    if not lineup.lexicon.is_english and are_numbers(lineup.texts):
        # Behind each number stands the same unit, in the form that the number asks for.
        return ""
    prompt = lineup.prompt_stems if lineup.stems[lineup.key_at] else ()
    for mine in sorted(lineup.stems[lineup.key_at]):
        heard = [asked for asked in prompt if _sound_alike(mine, asked)]
        if heard and not any(
            _sound_alike(mine, other) or any(_sound_alike(other, asked) for asked in heard)
            for at, stems in enumerate(lineup.stems)
            if at != lineup.key_at
            for other in stems
        ):
            return phrase(
                "of all options only the right one takes up “{word}” from the prompt",
                word=min(heard),
            )
    return ""


def _sound_alike(one: str, other: str) -> bool:
    if one == other:
        return True
    return (
        one[:SHARED_PREFIX] == other[:SHARED_PREFIX] and min(len(one), len(other)) > SHARED_PREFIX
    )


def converging(lineup: LineUp) -> str:
    """The key shares more words with the other options than any of them does."""
    key = lineup.shared[lineup.key_at]
    if key and all(key > at for o, at in enumerate(lineup.shared) if o != lineup.key_at):
        return _CONVERGING
    return ""


def shared_words(stems: tuple[Stems, ...]) -> list[int]:
    """How many of its words each option has in common with the others."""
    if len(frozenset().union(*stems)) == sum(map(len, stems)):
        return [0] * len(stems)
    return [
        sum(word in other for word in mine for o, other in enumerate(stems) if o != at)
        for at, mine in enumerate(stems)
    ]


def pair(lineup: LineUp) -> str:
    """Two options alike in words among others that are not: one of the two is right."""
    if len(lineup.texts) <= FEWEST:
        return ""
    alike = [at for at, count in enumerate(lineup.shared) if count]
    if len(alike) == 2 and lineup.key_at in alike:
        other = next(lineup.texts[at] for at in alike if at != lineup.key_at)
        return phrase(
            "“{key}” and “{other}” are the only two alike, so one of them must be right",
            key=lineup.key,
            other=other,
        )
    return ""


def opposites(lineup: LineUp) -> str:
    """The key and its opposite among options that have none: one of the two must be right."""
    turned = lineup.lexicon.opposites
    if len(lineup.texts) <= FEWEST or _turning(turned).isdisjoint(lineup.words[lineup.key_at]):
        return ""
    spoken = [frozenset(found) for found in lineup.words]
    pairs = [
        {at, back}
        for at, one in enumerate(spoken)
        for back, other in enumerate(spoken[:at])
        if one ^ other in turned
    ]
    if len(pairs) == 1 and lineup.key_at in pairs[0]:
        other = next(lineup.texts[at] for at in pairs[0] if at != lineup.key_at)
        return phrase(
            "“{key}” and “{other}” are opposites, so one of the two must be right",
            key=lineup.key,
            other=other,
        )
    return ""


@lru_cache(maxsize=8)
def _turning(opposites: frozenset[frozenset[str]]) -> frozenset[str]:
    """All words that have an opposite."""
    return frozenset().union(*opposites)


def article_cue(lineup: LineUp) -> str:
    """The article before the gap, or that of the options, fits the key alone."""
    if not lineup.lexicon.is_english:
        return ""
    asked = words(lineup.prompt)
    last = asked[-1] if asked else ""
    if last in ("a", "an") and "?" not in lineup.prompt:
        fits = [text for text in lineup.texts if _takes(text) == last]
        if fits == [lineup.key]:
            return phrase("“{article}” fits only the right option", article=last)
    if not lineup.are_sentences and all(
        article(text) != article(lineup.key) for text in lineup.wrong
    ):
        return _ARTICLE
    return ""


def _takes(option: str) -> str:
    return "an" if option[:1].casefold() in "aeiou" else "a"


def unlike(lineup: LineUp) -> str:
    """The key alone shows a form, or alone does not."""
    if are_numbers(lineup.texts):
        return ""
    mine = _shape(lineup.key)
    others = [_shape(text) for text in lineup.wrong]
    count = len(_FORMS) if lineup.lexicon.is_english else len(_FORMS) - _ENGLISH
    for at, form in enumerate(() if mine in others else _FORMS[:count]):
        if lineup.are_sentences and not form.of_sentences:
            continue
        if all(shape[at] != mine[at] for shape in others):
            return form.has if mine[at] else form.lacks
    if lineup.are_sentences:
        return ""
    first = [bool(found) and found[0] in lineup.lexicon.prepositions for found in lineup.words]
    key = first.pop(lineup.key_at)
    if key not in first:
        return _PREPOSITION if key else _NO_PREPOSITION
    return ""


_ING = re.compile(r".*[aeiouy].*ing")


@dataclass(frozen=True, slots=True)
class _Form:
    """Something that a text shows or does not show, and how either is said of the right one;
    `of_sentences` where it stands out among whole sentences as well."""

    has: str
    lacks: str
    holds: Callable[[str], bool]
    of_sentences: bool = False


def _is_like_a_name(text: str) -> bool:
    """Whether a word has a capital; articles say nothing, and one may begin an option."""
    found = text.split()
    if len(found) > 1 and found[0].casefold() in ARTICLES:
        del found[0]
    return any(word != word.lower() for word in found)


def _has_digit(text: str) -> bool:
    return any(c.isdigit() for c in text)


def _has_extra(text: str) -> bool:
    return any(c in text for c in '(),;:"“”')


def _ends_in_mark(text: str) -> bool:
    return text[-1:] in ".!?"


def _is_ing(text: str) -> bool:
    first = text.split(" ", 1)[0].casefold()
    return bool(_ING.fullmatch(first)) and first not in NOUNS_IN_ING


def _looks_plural(text: str) -> bool:
    return not _is_like_a_name(text) and is_plural(text)


_FORMS = (
    _Form(
        phrase("the right option alone is written like a name"),
        phrase("the right option alone is not written like a name"),
        _is_like_a_name,
    ),
    _Form(
        phrase("the right option alone has a number in it"),
        phrase("the right option alone has no number in it"),
        _has_digit,
        of_sentences=True,
    ),
    _Form(
        phrase("the right option alone has brackets or commas"),
        phrase("the right option alone has no brackets or commas"),
        _has_extra,
        of_sentences=True,
    ),
    _Form(
        phrase("the right option alone ends in a full stop"),
        phrase("the right option alone ends in no full stop"),
        _ends_in_mark,
        of_sentences=True,
    ),
    _Form(
        phrase("the right option alone begins with a form in -ing"),
        phrase("the right option alone does not begin with a form in -ing"),
        _is_ing,
    ),
    _Form(
        phrase("the right option alone is in the plural"),
        phrase("the right option alone is in the singular"),
        _looks_plural,
    ),
)
_ENGLISH = 2
"""The last of the forms, which are seen in English alone."""


@lru_cache(maxsize=4_096)
def _shape(text: str) -> tuple[bool, ...]:
    return tuple(form.holds(text) for form in _FORMS)


_OF_NUMBERS = (converging,)
"""What can tell a number among numbers."""

TELLS: tuple[Callable[[LineUp], str], ...] = (
    long_key,
    short_key,
    echo,
    converging,
    pair,
    opposites,
    article_cue,
    unlike,
)
