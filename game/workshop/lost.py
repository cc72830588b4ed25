"""What a format could not hold, told to who asked for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from game.languages import tell
from game.phrase import joined, phrase
from game.workshop.formats.item import Said


def tell_lost(lost: Iterable[Said]) -> None:
    """Each reason once, with how many it is about and where the first of them is; what was only
    changed comes behind what is lost, and is called so."""
    every = tuple(lost)
    _tell(said for said in every if not said.is_changed)
    changed = [said for said in every if said.is_changed]
    if changed:
        tell(phrase("Not lost, but otherwise than it was:"))
        _tell(changed)


def _tell(lost: Iterable[Said]) -> None:
    first: dict[str, str] = {}
    often = Counter[str]()
    for said in lost:
        first.setdefault(said.reason, said.place)
        often[said.reason] += 1
    for reason, count in often.most_common():
        place = first[reason]
        if count == 1:
            tell(joined((place, reason), ": "))
        else:
            told = phrase(
                "{reason}: {count:,} times, first in {place}",
                reason=reason,
                count=count,
                place=place,
            )
            tell(told)
