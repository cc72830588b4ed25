"""Criteria of the key: neither its form, nor the prompt, nor a hint may tell it."""

from __future__ import annotations

from collections.abc import Callable

from game.bank.flaws import lineup
from game.bank.flaws.criterion import Criterion, Item
from game.bank.flaws.lineup import LineUp
from game.bank.flaws.words import holds
from game.bank.text import contains, normalise
from game.phrase import phrase


def _of(find: Callable[[LineUp], str]) -> Callable[[Item], str]:
    return lambda item: find(item.lineup) if item.lineup is not None else ""


def _answered(item: Item) -> str:
    question = item.question
    if question.kind in ("true-false", "order", "match"):
        return ""
    asked = normalise(question.prompt)
    keys = [item.key, *(question.accepted if question.kind == "typed" else ())]
    for key in keys:
        plain = normalise(key)
        if len(plain) > 1 and (contains(asked, plain) or _bent_in(key, question.prompt, item)):
            return phrase("the prompt says “{key}”, which is its answer", key=key)
    return ""


def _bent_in(key: str, text: str, item: Item) -> bool:
    """Whether a text has the words of a key in other endings, in a language that bends them."""
    return not key[:1].isdigit() and holds(text, key, item.lexicon)


def _told_by_hint(item: Item) -> str:
    question = item.question
    if question.kind in ("true-false", "order", "match"):
        return ""
    texts = [item.key] if item.texts else [str(question.answer), *question.accepted]
    for hint in question.hints:
        said = normalise(hint.text)
        for text in texts:
            key = normalise(text)
            if len(key) > 1 and (contains(said, key) or _bent_in(text, hint.text, item)):
                return phrase("the hint “{hint}” says the answer", hint=hint.text)
    return ""


CRITERIA: tuple[Criterion, ...] = (
    Criterion(
        "long-key",
        "longest option is right",
        "SAQUET 4; Haladyna 24, 28d; NBME",
        phrase("shorten it, or lengthen another"),
        _of(lineup.long_key),
        "nothing",
    ),
    Criterion(
        "short-key",
        "shortest option is right",
        "Haladyna 24, 28d",
        phrase("shorten the wrong options"),
        _of(lineup.short_key),
        "nothing",
    ),
    Criterion(
        "echo",
        "word of the stem only in the key",
        "SAQUET 12; Haladyna 28b; NBME",
        phrase("use another word in the prompt, or the same in a wrong option"),
        _of(lineup.echo),
    ),
    Criterion(
        "converging",
        "convergence",
        "SAQUET 7; NBME",
        phrase("give a wrong option that has no word of the right one more words of another"),
        _of(lineup.converging),
    ),
    Criterion(
        "pair",
        "pair that points at the key",
        "Haladyna 28e",
        phrase("give the other two a word in common as well, or make none alike"),
        _of(lineup.pair),
    ),
    Criterion(
        "opposites",
        "opposites that point at the key",
        "Haladyna 28e; NBME",
        phrase("take the opposite out, or give the other options one too"),
        _of(lineup.opposites),
    ),
    Criterion(
        "article",
        "grammatical cue: article",
        "SAQUET 15; Haladyna 28c; NBME",
        phrase("end the prompt before the article, and begin all options alike"),
        _of(lineup.article_cue),
        "english",
    ),
    Criterion(
        "unlike",
        "key of another form",
        "SAQUET 8, 15; Haladyna 23, 28c, 28d; NBME",
        phrase("write all options in one form"),
        _of(lineup.unlike),
        "nothing",
    ),
    Criterion(
        "answered",
        "the stem holds the key",
        "Haladyna 28b",
        phrase("ask without the word"),
        _answered,
        "nothing",
    ),
    Criterion(
        "hint-tells",
        "a hint holds the key",
        "T-Minus, hints",
        phrase("hint at it without saying it"),
        _told_by_hint,
        "nothing",
        of_draw=True,
    ),
)
