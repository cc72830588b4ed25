"""What is worth doing on a day on which nothing is due."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Literal

from game.study.cards import Card

What = Literal["new", "harder", "set", "pack", "rest"]


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing to do. `id` is that of a set or a pack, "" elsewhere; `cards` how many it has."""

    what: What
    id: str = ""
    cards: int = 0


def offers(
    cards: Iterable[Card],
    known: Collection[str],
    mature: int,
    chosen: Collection[str],
    packs: Iterable[str] = (),
) -> tuple[Offer, ...]:
    """What to offer, the most useful first. Resting is always the last of them, and fine.

    `known` are the cards ever asked, `mature` how many can be asked in a harder kind, `chosen` the
    sets that are studied and `packs` the other packs at hand.
    """
    left: dict[str, int] = {}
    for card in cards:
        if card.id not in known:
            left[card.set] = left.get(card.set, 0) + 1
    found = []
    new = sum(count for name, count in left.items() if name in chosen)
    if new:
        found.append(Offer("new", cards=new))
    if mature:
        found.append(Offer("harder", cards=mature))
    found += [Offer("set", name, count) for name, count in left.items() if name not in chosen]
    found += [Offer("pack", name) for name in packs]
    return (*found, Offer("rest"))
