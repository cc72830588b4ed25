"""A learner's cards by the day on which they are due, so that a long memory costs no search."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from game.study.memory import Memory


class Agenda:
    """What is remembered of each card, and what is due. It follows a sitting by `note`."""

    __slots__ = ("_days", "_due", "_latest", "memories")

    def __init__(self, memories: Iterable[Memory] = ()) -> None:
        self.memories: dict[str, Memory] = {}
        self._due: dict[date, dict[str, None]] = {}
        self._latest = date.min
        for memory in memories:
            self.memories[memory.card] = memory
            self._due.setdefault(memory.due, {})[memory.card] = None
            self._latest = max(self._latest, memory.last)
        self._days = sorted(self._due)

    def note(self, memory: Memory) -> None:
        """Take in a card after an answer."""
        before = self.memories.get(memory.card)
        if before is not None:
            del self._due[before.due][memory.card]
        self.memories[memory.card] = memory
        if memory.due not in self._due:
            self._due[memory.due] = {}
            insort(self._days, memory.due)
        self._due[memory.due][memory.card] = None
        self._latest = max(self._latest, memory.last)

    def due(self, day: date) -> Iterator[Memory]:
        """What is due on a study day, the latest to become due first.

        After a long holiday it is these that can still be caught; what has waited for weeks is
        mostly forgotten already, and loses little by waiting on.
        """
        if self._latest - day > timedelta(days=1):
            yield from (m for m in self.memories.values() if m.due > day and m.is_due(day))
        for at in reversed(self._days[: bisect_right(self._days, day)]):
            yield from (self.memories[card] for card in self._due[at])

    def count(self, day: date) -> int:
        """How many cards are due on a study day."""
        if self._latest - day > timedelta(days=1):
            return sum(1 for _ in self.due(day))
        return sum(len(self._due[at]) for at in self._days[: bisect_right(self._days, day)])


def forecast(memories: Iterable[Memory], day: date, days: int = 30) -> tuple[int, ...]:
    """How many cards become due today and on each of the days after, what waits counted today."""
    counts = [0] * days
    for memory in memories:
        at = 0 if memory.is_due(day) else (memory.due - day).days
        if at < days:
            counts[at] += 1
    return tuple(counts)
