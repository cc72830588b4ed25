"""Which of the wrong options that a pack has for a key stand beside it.

Who has played a while remembers names: one that is right whenever it appears, or that never is,
gives itself away. So over the whole bank each text stands beside other keys the more often, the
more facts it is the key of.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from game.bank.distractors import MOST, Distractor, text_distractors
from game.bank.known import Known, entries
from game.bank.text import normalise
from game.packs.model import NUMERIC

_COUNTED = 2_000
"""Answers by which the uses are evened out; of more, so many are enough."""

_NEVER_KEY = 0.2
"""What a text counts as that is no key anywhere: it should not come back often."""

_ROUNDS = 40
_CLOSE = 0.02
_LEAST, _HIGHEST = 0.1, 10.0


@dataclass(frozen=True, slots=True)
class _Lot:
    """Texts of which so many are drawn for one key."""

    texts: tuple[str, ...]
    count: int


def pick(found: Sequence[Distractor], known: Known, rng: random.Random) -> list[Distractor]:
    """Up to three wrong options: the author's before the pack's, those that the bank lacks first.

    Drawn without putting back, each by its weight (Efraimidis and Spirakis 2006).
    """
    weights = known.once(even_weights)
    picked: list[Distractor] = []
    for some, count in _lots(found):
        if count >= len(some):
            picked += some
            continue
        marks = [rng.random() ** (1 / weights.get(normalise(d.text), 1.0)) for d in some]
        order = sorted(range(len(some)), key=lambda at, marks=marks: -marks[at])  # type: ignore[misc]
        picked += [some[at] for at in order[:count]]
    return picked


def _lots(found: Sequence[Distractor]) -> Iterator[tuple[list[Distractor], int]]:
    """The author's options, then the pack's, each with how many are taken of them."""
    own = [d for d in found if d.by_author]
    rest = [d for d in found if not d.by_author]
    mine = min(MOST, len(own))
    if mine:
        yield own, mine
    if rest and mine < MOST:
        yield rest, min(MOST - mine, len(rest))


def even_weights(known: Known) -> Mapping[str, float]:
    """The weight of each text as a wrong option, by its normalised form; 1 where there is none.

    Found by iterative proportional fitting (Deming and Stephan 1940): each text is to appear in
    proportion to the facts whose key it is, as far as the lists of options let it.
    """
    keys: Counter[str] = Counter()
    lots: list[_Lot] = []
    texts = (e for e in entries(known.pack) if e.answer.type not in NUMERIC and e.answer.asks)
    for entry in islice(texts, _COUNTED):
        keys[normalise(entry.text)] += 1
        for some, count in _lots(text_distractors(entry.fact, entry.answer, known)):
            lots.append(_Lot(tuple(normalise(d.text) for d in some), count))
    return _fitted(lots, keys)


def _fitted(lots: Sequence[_Lot], keys: Mapping[str, int]) -> dict[str, float]:
    weights = {text: 1.0 for lot in lots for text in lot.texts}
    wish = {text: keys.get(text, 0) or _NEVER_KEY for text in weights}
    slots = sum(lot.count for lot in lots)
    total = sum(wish.values())
    for _ in range(_ROUNDS):
        uses = dict.fromkeys(weights, 0.0)
        for lot in lots:
            for text, share in zip(lot.texts, _shares(lot, weights), strict=True):
                uses[text] += share
        furthest = 0.0
        for text, used in uses.items():
            pull = slots * wish[text] / total / used if used else 1.0
            moved = min(_HIGHEST, max(_LEAST, weights[text] * pull))
            furthest = max(furthest, abs(moved / weights[text] - 1))
            weights[text] = moved
        if furthest < _CLOSE:
            break
    return weights


def _shares(lot: _Lot, weights: Mapping[str, float]) -> list[float]:
    """How likely each text of a lot is drawn, nearly: in proportion to its weight, at most 1."""
    mine = [weights[text] for text in lot.texts]
    if lot.count >= len(mine):
        return [1.0] * len(mine)
    total = sum(mine)
    if lot.count * max(mine) < total:
        return [lot.count * one / total for one in mine]
    shares = [0.0] * len(mine)
    left, free = float(lot.count), set(range(len(mine)))
    while True:
        total = sum(mine[at] for at in free)
        full = {at for at in free if left * mine[at] >= total}
        for at in free:
            shares[at] = 1.0 if at in full else left * mine[at] / total
        if not full or full == free:
            return shares
        free -= full
        left -= len(full)
