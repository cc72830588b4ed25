"""An answer's grade: nobody is asked how well they knew it, and speed is worth nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from game.bank.question import Kind

Rating = Literal[1, 2, 3, 4]
"""Again, hard, good, easy: the numbers of FSRS."""

AGAIN: Final = 1
HARD: Final = 2
GOOD: Final = 3
EASY: Final = 4

GRADING_VERSION = 1
"""Goes up whenever `grade` would judge an answer otherwise. What was graded stays as it was."""

RAPID_MS = 600
"""Nobody reads options and decides in less: what is right so soon was a guess or a slip."""

GIVING = frozenset({"engineer", "radio"})
"""Calls that rule out an option or give a part of the answer."""


@dataclass(frozen=True, slots=True)
class Given:
    """An answer as it is graded.

    `calls` are the names of the calls heard before it; `first` is whether it is the card's first
    answer of this study day, `mend` whether the fact was missed just before; `paused` whether the
    game was paused or its window out of sight meanwhile. `easy` is only ever true where the learner
    asked for that key, pressed it, and has passed the card on two days before.
    """

    right: bool
    kind: Kind
    calls: tuple[str, ...]
    first: bool
    mend: bool
    skipped: bool
    paused: bool
    elapsed_ms: int
    easy: bool = False


def grade(given: Given) -> Rating | None:
    """The grade of an answer; None for one that is kept in the log and moves nothing.

    Right is good and wrong is again, as the makers of FSRS advise for two outcomes. Hard is for
    what was found with a little help; what was given away counts as forgotten, since an interval
    that grows on it would be too long.
    """
    if given.mend or not given.first or given.paused:
        return None
    if given.skipped or not given.right:
        return AGAIN
    if given.elapsed_ms < RAPID_MS:
        return None
    if GIVING.intersection(given.calls):
        return AGAIN
    if given.calls:
        return HARD
    return EASY if given.easy and given.kind != "true-false" else GOOD
