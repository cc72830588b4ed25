"""Guessers that know nothing: each picks options by one cue of their form.

The classics are Millman, Bishop and Ebel's (1965), Gibb's (1964) and Smith's (1982).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from game.bank.cues.sheet import Sheet
from game.bank.flaws.lineup import shared_words
from game.bank.flaws.words import without
from game.bank.text import is_plural
from game.phrase import phrase

Picks = tuple[int, ...]
"""Options between which a guesser would toss a coin; () if it sees no cue and guesses."""

NONE: Picks = ()


@dataclass(frozen=True, slots=True)
class Guesser:
    """One way to guess, with its name for people."""

    name: str
    pick: Callable[[Sheet], Picks]


def share(picks: Picks, sheet: Sheet) -> float:
    """The chance that a guesser is right: ties are tossed, and no cue is a guess."""
    if not picks:
        return sheet.chance
    return 1 / len(picks) if sheet.key in picks else 0.0


def most(scores: Sequence[float]) -> Picks:
    """Where the highest score stands; () if all are alike."""
    best = max(scores)
    found = tuple(at for at, score in enumerate(scores) if score == best)
    return NONE if len(found) == len(scores) else found


def _longest(sheet: Sheet) -> Picks:
    return most([len(text) for text in sheet.options])


def _shortest(sheet: Sheet) -> Picks:
    return most([-len(text) for text in sheet.options])


def _most_words(sheet: Sheet) -> Picks:
    return most([len(found) for found in sheet.words])


def _stem_words(sheet: Sheet) -> Picks:
    return most([len(stems & sheet.prompt_stems) for stems in sheet.stems])


def _convergence(sheet: Sheet) -> Picks:
    return most(shared_words(sheet.stems))


def by_value(sheet: Sheet) -> list[int]:
    """The options from the least to the greatest value; [] if they are no numbers."""
    return sorted(range(len(sheet.values)), key=lambda at: sheet.values[at])


def _middle(sheet: Sheet) -> Picks:
    return tuple(by_value(sheet)[1:-1])


def _extreme(sheet: Sheet) -> Picks:
    order = by_value(sheet)
    return (order[0], order[-1]) if len(order) > 3 else NONE


def _all_or_none(sheet: Sheet) -> Picks:
    lexicon = sheet.lexicon
    return most(
        [
            bool(lexicon.catch_all.search(" ".join(found)))
            or bool(lexicon.absolutes & set(without(found, lexicon.idioms)))
            or "both" in found
            for found in sheet.words
        ]
    )


def _grammar(sheet: Sheet) -> Picks:
    """Options that agree with an article before them, or with the number of the verb."""
    last = sheet.prompt[-1] if sheet.prompt else ""
    if last in ("a", "an"):
        fits = ["an" if text[:1].casefold() in "aeiou" else "a" for text in sheet.options]
        return most([fit == last for fit in fits])
    for word in sheet.prompt[:5]:
        if word in ("is", "was", "are", "were"):
            many = word in ("are", "were")
            return most([is_plural(text) == many for text in sheet.options])
    return NONE


def odd_scores(sheet: Sheet) -> list[int]:
    """In how many forms each option differs from all others, which agree."""
    scores = [0] * len(sheet.options)
    for column in sheet.forms:
        for at, value in enumerate(column):
            others = [other for o, other in enumerate(column) if o != at]
            if value != others[0] and len(set(others)) == 1:
                scores[at] += 1
    return scores


def _odd(sheet: Sheet) -> Picks:
    return most(odd_scores(sheet))


def _plain(sheet: Sheet) -> Picks:
    return most([-score for score in odd_scores(sheet)])


GUESSERS: tuple[Guesser, ...] = (
    Guesser(phrase("longest option"), _longest),
    Guesser(phrase("shortest option"), _shortest),
    Guesser(phrase("most words"), _most_words),
    Guesser(phrase("most words of the prompt"), _stem_words),
    Guesser(phrase("convergence"), _convergence),
    Guesser(phrase("middle number"), _middle),
    Guesser(phrase("extreme number"), _extreme),
    Guesser(phrase("all, none, both"), _all_or_none),
    Guesser(phrase("grammar"), _grammar),
    Guesser(phrase("odd one in form"), _odd),
    Guesser(phrase("none that is odd in form"), _plain),
)
