"""All that is remembered, made anew from the log of graded answers."""

from __future__ import annotations

from collections.abc import Iterable

from game.study.memory import Memory
from game.study.review import Review
from game.study.schedule import Scheduler


def rebuild(
    reviews: Iterable[tuple[Review, int]], scheduler: Scheduler | None = None
) -> dict[str, Memory]:
    """The memory of each card after pairs of a review and its options, in the log's own order.

    The order of the log counts and no clock does: it may have been set back between two answers.
    """
    schedule = scheduler or Scheduler()
    memories: dict[str, Memory] = {}
    for review, options in reviews:
        memory = memories.get(review.card)
        memories[review.card] = schedule.after(memory, review, options=options)
    return memories
