"""What happened when, as far as the pack can prove it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from game.bank.scale import read_day
from game.bank.text import normalise
from game.packs.model import Answer, Fact

_MONTHS, _DAYS = 12, 31


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, and the first and last day on which it can have been.

    Days are counted as if every month had 31: they are only ever compared.
    """

    fact: Fact
    answer: Answer
    first: int
    last: int

    @classmethod
    def of(cls, fact: Fact, answer: Answer) -> Event:
        """The event of an answer that has a time."""
        days = span(answer)
        assert days is not None
        return cls(fact, answer, *days)

    @property
    def text(self) -> str:
        return self.answer.event

    @property
    def year(self) -> int:
        return self.first // (_MONTHS * _DAYS)

    @property
    def last_year(self) -> int:
        return self.last // (_MONTHS * _DAYS)


class Timeline:
    """Events in the order of their first days; `after` finds the next that is surely later."""

    __slots__ = ("_firsts", "events")

    def __init__(self, events: Iterable[Event]) -> None:
        self.events: Sequence[Event] = sorted(
            events, key=lambda e: (e.first, e.last, e.fact.id, e.answer.name)
        )
        self._firsts = [event.first for event in self.events]

    def __len__(self) -> int:
        return len(self.events)

    def after(self, event: Event) -> int:
        """The index of the first event that begins after the last day of this one."""
        return bisect_right(self._firsts, event.last)

    def beyond(self, event: Event, years: int, count: int) -> list[Event]:
        """Events at least so many years away: on each side the nearest, `count` at most."""
        year = _MONTHS * _DAYS
        before = bisect_right(self._firsts, (event.year - years) * year + year - 1)
        after = bisect_left(self._firsts, (event.last_year + years) * year)
        found = [*self.events[max(0, before - count) : before], *self.events[after : after + count]]
        return [
            other
            for other in found
            if other.last_year + years <= event.year or event.last_year + years <= other.year
        ]

    def alike(self, at: int) -> range:
        """The indices from `at` on whose events begin on the same day."""
        return range(at, bisect_right(self._firsts, self._firsts[at]))


def events_of(facts: Iterable[Fact]) -> list[Event]:
    """Everything that plain facts say happened, each once; claims and dated facts do not count."""
    found: dict[str, Event] = {}
    for fact in facts:
        if fact.by or fact.as_of:
            continue
        for answer in fact.answers:
            if not answer.event:
                continue
            days = span(answer)
            if days is not None:
                found.setdefault(normalise(answer.event), Event(fact, answer, *days))
    return list(found.values())


def all_events(said: Iterable[tuple[Fact, Answer]]) -> list[Event] | None:
    """The events of these answers, the earliest first; None if one of them is none."""
    pairs = list(said)
    if any(not answer.event or span(answer) is None for _, answer in pairs):
        return None
    return sorted((Event.of(*pair) for pair in pairs), key=lambda event: event.first)


def span(answer: Answer) -> tuple[int, int] | None:
    """The first and last day that a year or date can mean; None without a year."""
    if answer.type == "year" and answer.value is not None:
        first = int(answer.value) * _MONTHS * _DAYS
        return first, first + _MONTHS * _DAYS - 1
    day = read_day(answer.text) if answer.type == "date" else None
    if day is None or not day.year:
        return None
    first = (day.year * _MONTHS + day.month - 1) * _DAYS
    return (first + day.day - 1,) * 2 if day.day else (first, first + _DAYS - 1)


def year_of(answer: Answer) -> int:
    """The year in which a year or date lies, 0 if it has none."""
    days = span(answer)
    return days[0] // (_MONTHS * _DAYS) if days else 0
