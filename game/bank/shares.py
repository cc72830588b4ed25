"""How often the questions of scarce kinds come, so that their few facts do not come too often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from game.bank.question import Kind

_ROUNDS = 30
_GROWTH = 1.5


def even_shares(
    questions: Sequence[tuple[Kind, Collection[str]]],
    places: Mapping[Kind, int],
    limit: float,
    used: Mapping[str, float],
) -> list[float]:
    """How many times a round each question is to come, given its kind and the facts it is about.

    Together the questions of a kind come at most as often as there are `places` for it, and no
    fact comes more often than `limit` through all of them, what is `used` already included. As
    much as that allows is found by turns of growing what may grow and cutting what is too much.
    """
    count = Counter(kind for kind, _ in questions)
    room = {fact: max(0.0, limit - used.get(fact, 0.0)) for _, facts in questions for fact in facts}
    shares = [places.get(kind, 0) / count[kind] for kind, _ in questions]
    for growth in (*[_GROWTH] * _ROUNDS, 1.0):
        sums = sums_of(questions, shares)
        spare = {fact: room[fact] / total if total else 1.0 for fact, total in sums.items()}
        shares = [
            share * min(growth, min(spare[fact] for fact in facts))
            for share, (_, facts) in zip(shares, questions, strict=True)
        ]
        totals: dict[Kind, float] = {}
        for share, (kind, _) in zip(shares, questions, strict=True):
            totals[kind] = totals.get(kind, 0.0) + share
        shares = [
            share * min(1.0, places.get(kind, 0) / totals[kind] if totals[kind] else 1.0)
            for share, (kind, _) in zip(shares, questions, strict=True)
        ]
    return shares


def sums_of(
    questions: Sequence[tuple[Kind, Collection[str]]], shares: Sequence[float]
) -> dict[str, float]:
    """How many times a round each fact comes through questions with these shares."""
    sums: dict[str, float] = {}
    for share, (_, facts) in zip(shares, questions, strict=True):
        for fact in facts:
            sums[fact] = sums.get(fact, 0.0) + share
    return sums
