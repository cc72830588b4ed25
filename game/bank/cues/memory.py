"""Guessers that remember the rest of the bank: which texts and which places were right there."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from game.bank.cues.guessers import Guesser, Picks, most
from game.bank.cues.sheet import Sheet
from game.phrase import phrase


def memory_guessers(sheets: Sequence[Sheet]) -> tuple[Guesser, ...]:
    """The guessers that have seen all of these sheets but those about the same fact."""
    facts: defaultdict[str, set[str]] = defaultdict(set)
    for sheet in sheets:
        for name in sheet.names:
            facts[name].add(sheet.fact)

    def elsewhere(sheet: Sheet) -> list[int]:
        return [len(facts[name] - {sheet.fact}) for name in sheet.names]

    return (
        _prior(sheets),
        Guesser(phrase("commonest elsewhere"), lambda sheet: most(elsewhere(sheet))),
        Guesser(
            phrase("rarest elsewhere"), lambda sheet: most([-count for count in elsewhere(sheet)])
        ),
        _position(sheets),
    )


def _prior(sheets: Sequence[Sheet]) -> Guesser:
    """The option that elsewhere was the key in the largest share of its appearances."""
    keys: defaultdict[str, Counter[str]] = defaultdict(Counter)
    options: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for sheet in sheets:
        keys[""][sheet.names[sheet.key]] += 1
        keys[sheet.fact][sheet.names[sheet.key]] += 1
        options[""].update(sheet.names)
        options[sheet.fact].update(sheet.names)

    def pick(sheet: Sheet) -> Picks:
        scores = []
        for name in sheet.names:
            seen = options[""][name] - options[sheet.fact][name]
            right = keys[""][name] - keys[sheet.fact][name]
            scores.append(right / seen if seen else sheet.chance)
        return most(scores)

    return Guesser(phrase("right elsewhere in the bank"), pick)


def _position(sheets: Sequence[Sheet]) -> Guesser:
    """The place where elsewhere most keys stood, among questions with as many options."""
    places: defaultdict[tuple[str, int], Counter[int]] = defaultdict(Counter)
    for sheet in sheets:
        places["", len(sheet.options)][sheet.key] += 1
        places[sheet.fact, len(sheet.options)][sheet.key] += 1

    def pick(sheet: Sheet) -> Picks:
        count = len(sheet.options)
        own = places[sheet.fact, count]
        return most([places["", count][at] - own[at] for at in range(count)])

    return Guesser(phrase("commonest position"), pick)
