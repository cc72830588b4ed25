"""The rank of a number among its options: even over the bank, with the options that are vouched.

Sorted options tell where the key stands, so it must stand everywhere alike. A key beside which an
author named only later years can hardly be the last, so the others make up for it: over all
questions of a pack the ranks are evened out (iterative proportional fitting, Deming and Stephan
1940).
"""

from __future__ import annotations

import random
from collections.abc import Mapping

Told = tuple[int, ...]
"""For each rank of a key how many of its options somebody vouches for; NEVER where there is none.

It has one entry more than there are options beside the key.
"""

Odds = Mapping[Told, tuple[float, ...]]

NEVER = -1

_MADE_UP = 0.02
"""How much less likely a rank is for each option that must be made up there."""

_ROUNDS = 60
_CLOSE = 1e-4


def wishes_of(told: Told) -> tuple[float, ...]:
    """How much each rank is wished for by itself: all that have the most vouched options alike."""
    most = max(told)
    return tuple(0.0 if n == NEVER else _MADE_UP ** (most - n) for n in told)


def even_odds(counts: Mapping[Told, float]) -> dict[Told, tuple[float, ...]]:
    """The odds of each rank, so that over all questions every rank is as likely.

    `counts` says how many questions there are of each sort. Each sort keeps to what it wishes as
    far as the others let it; where evenness cannot be had, it comes as near as the sorts allow.
    """
    odds = {told: _shares(wishes_of(told)) for told in counts}
    for length in sorted({len(told) for told in counts}):
        sorts = [told for told in counts if len(told) == length]
        target = sum(counts[told] for told in sorts) / length
        for _ in range(_ROUNDS):
            sums = [sum(counts[t] * odds[t][rank] for t in sorts) for rank in range(length)]
            if all(abs(s - target) <= _CLOSE * target for s in sums):
                break
            pulls = [target / s if s else 1.0 for s in sums]
            for told in sorts:
                odds[told] = _shares(
                    tuple(share * pull for share, pull in zip(odds[told], pulls, strict=True))
                )
    return odds


def _shares(weights: tuple[float, ...]) -> tuple[float, ...]:
    total = sum(weights)
    return tuple(weight / total for weight in weights)


def drawn_rank(told: Told, odds: Odds, rng: random.Random) -> int:
    """A rank that the key can have, by the odds of its sort."""
    weights = odds.get(told) or wishes_of(told)
    return rng.choices(range(len(told)), weights)[0]
