"""What a format could not hold, told to who asked for it."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable

from game.workshop.formats.item import Said


def tell_lost(lost: Iterable[Said]) -> None:
    """Each reason once, with how many it is about and where the first of them is."""
    first: dict[str, str] = {}
    often = Counter[str]()
    for said in lost:
        first.setdefault(said.reason, said.place)
        often[said.reason] += 1
    for reason, count in often.most_common():
        more = f" and {count - 1:,} more" if count > 1 else ""
        print(f"{first[reason]}{more}: {reason}", file=sys.stderr)
