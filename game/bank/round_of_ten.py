"""Whether a pack has a usual round in it, and what it would be better for."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass

from game.bank.bank import ROUND, Bank
from game.bank.draw import SOURCE_SHARE, CannotDraw, draw_round
from game.bank.question import Kind, Question

WISHED: tuple[Kind, ...] = ("picture", "order", "match", "number", "typed", "true-false")
"""Kinds that a usual round asks for, in the order in which an author would see to them."""


@dataclass(frozen=True, slots=True)
class RoundOfTen:
    """A round as it is drawn from the sets that are always chosen; () where it cannot be.

    `found` says how many facts of those sets have a question. `lacking` are kinds that a round
    wishes for and none of them gives. `heavy` is the id of a source that alone says more than a
    third of the round though the pack has others, "" if none does. `easy` tells whether any fact
    is of level 1.
    """

    questions: tuple[Question, ...]
    found: int
    lacking: tuple[Kind, ...] = ()
    heavy: str = ""
    easy: bool = True

    @property
    def possible(self) -> bool:
        """Whether there is a round."""
        return bool(self.questions)


def round_of_ten(bank: Bank, today: str) -> RoundOfTen:
    """The first round of ten that the sets give which are always chosen; `today` is an ISO day."""
    always = frozenset(one.id for one in bank.pack.sets if one.chosen == "always")
    sets = always or None
    facts = bank.facts if sets is None else bank.facts_of(sets)
    there = bank.kinds_of(sets)
    lacking = tuple(kind for kind in WISHED if kind not in there)
    easy = any(fact.level == 1 for fact in facts)
    try:
        drawn = draw_round(bank, ROUND, random.Random(0), sets=sets, today=today)
    except CannotDraw as error:
        return RoundOfTen((), error.found, lacking, easy=easy)
    cited = [{citation.source for citation in question.citations} for question in drawn]
    counts = Counter(source for sources in cited if len(sources) == 1 for source in sources)
    source, most = max(counts.items(), key=lambda one: one[1], default=("", 0))
    others = len(bank.pack.sources) > 1
    heavy = source if others and most > ROUND // SOURCE_SHARE else ""
    return RoundOfTen(drawn, len(facts), lacking, heavy, easy)
