"""Criteria of the key among the options: nothing about its form may tell that it is right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.bank.flaws.criterion import Criterion, Item
from game.bank.flaws.words import Stems
from game.bank.scale import leading_number
from game.bank.text import ARTICLES, article, contains, is_plural, normalise

LONG_KEY_WORDS = 4
LONG_KEY_SHARE = 0.75
LONG_KEY_LETTERS = 20
SHORT_KEY_SHARE = 0.4
SHARED_PREFIX = 5


def _is_among(item: Item) -> bool:
    return item.key_at >= 0 and len(item.texts) >= 3


def _long_key(item: Item) -> str:
    if not _is_among(item):
        return ""
    words, letters = len(item.key.split()), len(item.key)
    most_letters = max(map(len, item.wrong))
    most_words = max(len(text.split()) for text in item.wrong)
    if words >= LONG_KEY_WORDS and (
        most_letters < LONG_KEY_SHARE * letters or most_words < LONG_KEY_SHARE * words
    ):
        return "the right option is much the longest"
    if letters >= LONG_KEY_LETTERS and 2 * most_letters <= letters:
        return "the right option is much the longest"
    return ""


def _short_key(item: Item) -> str:
    if not _is_among(item):
        return ""
    least_letters = min(map(len, item.wrong))
    least_words = min(len(text.split()) for text in item.wrong)
    if least_words >= LONG_KEY_WORDS and len(item.key) <= SHORT_KEY_SHARE * least_letters:
        return "the right option is much the shortest"
    return ""


def _echo(item: Item) -> str:
    if not _is_among(item):
        return ""
    for mine in sorted(item.option_stems[item.key_at]):
        heard = [asked for asked in item.prompt_stems if _sound_alike(mine, asked)]
        if heard and not any(
            _sound_alike(mine, other) or any(_sound_alike(other, asked) for asked in heard)
            for at, stems in enumerate(item.option_stems)
            if at != item.key_at
            for other in stems
        ):
            return f"of all options only the right one takes up “{min(heard)}” from the prompt"
    return ""


def _sound_alike(one: str, other: str) -> bool:
    if one == other:
        return True
    return (
        one[:SHARED_PREFIX] == other[:SHARED_PREFIX] and min(len(one), len(other)) > SHARED_PREFIX
    )


def _converging(item: Item) -> str:
    if not _is_among(item):
        return ""
    shared = [_shared(item.option_stems, at) for at in range(len(item.texts))]
    key = shared.pop(item.key_at)
    if key > max(shared):
        return "the right option has the most words in common with the others"
    return ""


def _shared(stems: tuple[Stems, ...], at: int) -> int:
    """How often words of one option stand in others."""
    return sum(word in other for word in stems[at] for o, other in enumerate(stems) if o != at)


def _pair(item: Item) -> str:
    """Two options alike in words among others that are not: one of the two is right."""
    if not _is_among(item) or len(item.texts) < 4:
        return ""
    shared = [_shared(item.option_stems, at) for at in range(len(item.texts))]
    alike = [at for at, count in enumerate(shared) if count]
    if len(alike) == 2 and item.key_at in alike:
        other = next(item.texts[at] for at in alike if at != item.key_at)
        return f"“{item.key}” and “{other}” are the only two alike, so one of them must be right"
    return ""


def _article(item: Item) -> str:
    if not _is_among(item):
        return ""
    last = item.prompt[-1] if item.prompt else ""
    if last in ("a", "an") and "?" not in item.question.prompt:
        fits = [text for text in item.texts if _takes(text) == last]
        if fits == [item.key]:
            return f"“{last}” fits only the right option"
    if all(article(text) != article(item.key) for text in item.wrong):
        return "the right option alone begins this way, with a, the, or neither"
    return ""


def _takes(option: str) -> str:
    return "an" if option[:1].casefold() in "aeiou" else "a"


def _unlike(item: Item) -> str:
    if not _is_among(item) or all(leading_number(text) is not None for text in item.texts):
        return ""
    for form in (*_FORMS, *(_ENGLISH_FORMS if item.lexicon.is_english else ())):
        key = form.holds(item.key)
        if all(form.holds(text) != key for text in item.wrong):
            return f"the right option alone {form.has if key else form.lacks}"
    first = [bool(found) and found[0] in item.lexicon.prepositions for found in item.options]
    key = first.pop(item.key_at)
    if key not in first:
        return f"the right option alone begins with {'a' if key else 'no'} preposition"
    return ""


@dataclass(frozen=True, slots=True)
class _Form:
    """Something that a text shows or does not show, and how either is said."""

    has: str
    lacks: str
    holds: Callable[[str], bool]


def _is_like_a_name(text: str) -> bool:
    """Whether a word has a capital; articles say nothing, and one may begin an option."""
    words = text.split()
    if len(words) > 1 and words[0].casefold() in ARTICLES:
        del words[0]
    return any(word != word.lower() for word in words)


def _has_digit(text: str) -> bool:
    return any(c.isdigit() for c in text)


def _has_extra(text: str) -> bool:
    return any(c in text for c in '(),;:"“”')


def _ends_in_mark(text: str) -> bool:
    return text[-1:] in ".!?"


def _is_ing(text: str) -> bool:
    return text.split(" ", 1)[0].casefold().endswith("ing")


def _looks_plural(text: str) -> bool:
    return not _is_like_a_name(text) and is_plural(text)


_FORMS = (
    _Form("is written like a name", "is not written like a name", _is_like_a_name),
    _Form("has a number in it", "has no number in it", _has_digit),
    _Form("has brackets or commas", "has no brackets or commas", _has_extra),
    _Form("ends in a full stop", "ends in no full stop", _ends_in_mark),
)
_ENGLISH_FORMS = (
    _Form("begins with a form in -ing", "does not begin with a form in -ing", _is_ing),
    _Form("is in the plural", "is in the singular", _looks_plural),
)


def _answered(item: Item) -> str:
    question = item.question
    if question.kind in ("true-false", "order", "match"):
        return ""
    asked = normalise(question.prompt)
    keys = [item.key, *(question.accepted if question.kind == "typed" else ())]
    for key in keys:
        plain = normalise(key)
        if len(plain) > 1 and contains(asked, plain):
            return f"the prompt says “{key}”, which is its answer"
    return ""


def _told_by_hint(item: Item) -> str:
    question = item.question
    if question.kind in ("true-false", "order", "match"):
        return ""
    texts = [item.key] if item.texts else [str(question.answer), *question.accepted]
    plain = [normalise(text) for text in texts]
    for hint in question.hints:
        said = normalise(hint.text)
        for key in plain:
            if len(key) > 1 and contains(said, key):
                return f"the hint “{hint.text}” says the answer"
    return ""


CRITERIA: tuple[Criterion, ...] = (
    Criterion(
        "long-key",
        "longest option is right",
        "SAQUET 4; Haladyna 24, 28d; NBME",
        "shorten it, or lengthen another",
        _long_key,
        "nothing",
    ),
    Criterion(
        "short-key",
        "shortest option is right",
        "Haladyna 24, 28d",
        "shorten the wrong options",
        _short_key,
        "nothing",
    ),
    Criterion(
        "echo",
        "word of the stem only in the key",
        "SAQUET 12; Haladyna 28b; NBME",
        "use another word in the prompt, or the same in a wrong option",
        _echo,
    ),
    Criterion(
        "converging",
        "convergence",
        "SAQUET 7; NBME",
        "give a wrong option that has no word of the right one more words of another",
        _converging,
    ),
    Criterion(
        "pair",
        "pair that points at the key",
        "Haladyna 28e",
        "give the other two a word in common as well, or make none alike",
        _pair,
    ),
    Criterion(
        "article",
        "grammatical cue: article",
        "SAQUET 15; Haladyna 28c; NBME",
        "end the prompt before the article, and begin all options alike",
        _article,
        "english",
    ),
    Criterion(
        "unlike",
        "key of another form",
        "SAQUET 8, 15; Haladyna 23, 28c, 28d; NBME",
        "write all options in one form",
        _unlike,
        "nothing",
    ),
    Criterion(
        "answered",
        "the stem holds the key",
        "Haladyna 28b",
        "ask without the word",
        _answered,
        "nothing",
    ),
    Criterion(
        "hint-tells",
        "a hint holds the key",
        "T-Minus, hints",
        "hint at it without saying it",
        _told_by_hint,
        "nothing",
    ),
)
