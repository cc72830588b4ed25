"""How often each text is the key of a bank, and how often a wrong option.

Who has played a while remembers names: one that is right whenever it appears, or that never is,
gives itself away. Where there is a choice of wrong options, the texts come first that are keys
elsewhere and have not yet stood beside others often enough.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Mapping, Sequence

from game.bank.known import Known, entries
from game.bank.text import normalise
from game.packs.model import NUMERIC

_FAIR = 3
"""Appearances as a wrong option that make up for one as the key, with four options."""

_USUAL = 3.0
"""The weight of a text that is the key of one fact, and that no author names as a wrong option."""

_LEAST = 0.3
"""The weight of a text that has stood beside keys often enough: unlikely, yet not shut out."""


def wanted(known: Known) -> Mapping[str, float]:
    """By normalised text, how much it is wanted as a wrong option, where that is not as usual.

    Three appearances for each fact whose key it is, less those that its places in the lists of
    authors give it; one that is never the key the less, the more often authors name it.
    """
    keys: Counter[str] = Counter()
    wrongs: dict[str, float] = {}
    for entry in entries(known.pack):
        if entry.answer.type not in NUMERIC:
            keys[normalise(entry.text)] += 1
            named = {normalise(wrong.text) for wrong in entry.answer.wrong}
            for text in sorted(named):
                wrongs[text] = wrongs.get(text, 0.0) + min(1.0, _FAIR / len(named))
    weights: dict[str, float] = {}
    for text in dict.fromkeys((*keys, *wrongs)):
        stood = wrongs.get(text, 0.0)
        weights[text] = max(_FAIR * keys[text] - stood, _LEAST / max(1.0, stood))
    return {text: weight for text, weight in weights.items() if weight != _USUAL}


def balanced(texts: Sequence[str], count: int, known: Known, rng: random.Random) -> list[int]:
    """The places of `count` of these texts, those that the bank wants as wrong options first.

    Drawn without putting back, each by its weight (Efraimidis and Spirakis 2006).
    """
    weights = known.once(wanted)
    marks = [rng.random() ** (1 / weights.get(normalise(text), _USUAL)) for text in texts]
    return sorted(range(len(texts)), key=lambda at: -marks[at])[:count]
