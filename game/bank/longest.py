"""The longest round that a pack has, told where one was wanted that is longer."""

from __future__ import annotations

import random

from game.bank.bank import Bank
from game.bank.draw import CannotDraw, draw_round
from game.phrase import phrase

FEWEST = 3
"""The fewest questions of a round: one a stage."""


def longest_below(error: CannotDraw, bank: Bank, today: str) -> int:
    """The number of questions of the longest round that can be drawn from the sets of an `error`;
    0 if there is none of three. `today` is an ISO day."""
    for count in range(min(error.wanted - 1, error.found), FEWEST - 1, -1):
        try:
            draw_round(bank, count, random.Random(0), sets=error.sets, today=today)
        except CannotDraw:
            continue
        return count
    return 0


def too_long(error: CannotDraw, bank: Bank, today: str) -> str:
    """What to say to whoever asked on the command line for a round that is too long for a pack."""
    longest = longest_below(error, bank, today)
    if longest:
        return phrase(
            "{error} (--questions {longest} asks for the longest round that there is)",
            error=str(error),
            longest=longest,
        )
    return phrase(
        "{error} (a round has {fewest} questions or more)", error=str(error), fewest=FEWEST
    )
