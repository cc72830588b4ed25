"""How far a learner has come: counted from what was kept, every figure one that can be checked."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import sqrt

from game.study.memory import Memory
from game.study.review import Review
from game.study.schedule import Scheduler, target

REST_DAYS = 2
"""Days of rest in a row that keep a streak: a weekend, or two days of something else."""

WEEKS = 53
SHADES = 4
MATURE_DAYS = 21
_Z = 1.959964
"""Of the normal distribution, for an interval that holds 95 %."""

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Streak:
    """Study days that follow each other, rest days between them left out.

    `days` are those of the streak that stands now, 0 if none does, and `longest` those of the
    longest ever; `all` counts every study day, and never goes back. `today` is whether today is
    one of them, `until` the last day on which studying keeps it (None if none stands).
    """

    days: int
    longest: int
    all: int
    today: bool
    until: date | None


@dataclass(frozen=True, slots=True)
class Square:
    """A day of the heat map: its answers, and 0 (none) to 4 (most) for how dark it is."""

    day: date
    answers: int
    shade: int


@dataclass(frozen=True, slots=True)
class Share:
    """So many of `n`, as a share (0 to 1) with its 95 % interval, beside what was aimed at.

    With n = 0 nothing is known: the share is 0 and the interval all there is.
    """

    n: int
    right: int
    share: float
    low: float
    high: float
    aim: float


@dataclass(frozen=True, slots=True)
class Retention:
    """How many known cards were still known when they came back: all, and those by their age.

    A card is mature if it stayed away for three weeks or longer.
    """

    all: Share
    young: Share
    mature: Share


@dataclass(frozen=True, slots=True)
class Trouble:
    """A card that is missed often: `missed` of `reviews` after its very first."""

    card: str
    missed: int
    reviews: int
    last: date


@dataclass(frozen=True, slots=True)
class Event:
    """A graded answer in the history of a card.

    `recall` is the chance (0 to 1) that was given to it just before, None at the very first;
    `days` after which it was to come back, `stability` as in a memory.
    """

    day: date
    rating: int
    recall: float | None
    days: int
    stability: float


def streak(days: Collection[date], today: date) -> Streak:
    """The streak of some study days. Up to two days of rest between two of them keep it.

    Days after today, from a wrong clock, count among all and break nothing.
    """
    ordered = sorted(day for day in set(days) if day <= today)
    longest = run = 0
    last: date | None = None
    for day in ordered:
        run = run + 1 if last and (day - last).days <= REST_DAYS + 1 else 1
        longest = max(longest, run)
        last = day
    stands = last is not None and (today - last).days <= REST_DAYS + 1
    until = last + (REST_DAYS + 1) * _ONE_DAY if last and stands else None
    return Streak(run if stands else 0, longest, len(set(days)), last == today, until)


def year(answers: Mapping[date, int], today: date) -> tuple[Square, ...]:
    """The last 53 weeks up to today, from a Monday on, a square a day.

    The four shades part the days with answers into quarters of their own number, so that a quiet
    year shows as much as a busy one.
    """
    first = today - timedelta(days=today.weekday() + 7 * (WEEKS - 1))
    days = [first + n * _ONE_DAY for n in range((today - first).days + 1)]
    counts = sorted(answers.get(day, 0) for day in days if answers.get(day, 0) > 0)
    limits = [counts[len(counts) * n // SHADES] for n in range(1, SHADES)] if counts else []
    squares = []
    for day in days:
        count = answers.get(day, 0)
        shade = 1 + sum(count > limit for limit in limits) if count > 0 else 0
        squares.append(Square(day, count, shade))
    return tuple(squares)


def retention(reviews: Iterable[tuple[Review, int]]) -> Retention:
    """True retention, from graded answers and their options, in the log's order.

    The first answer to a card says what was known before, and is left out. The share of right
    answers has guesses in it, and so has the aim beside it.
    """
    last: dict[str, date] = {}
    young: list[tuple[bool, float]] = []
    mature: list[tuple[bool, float]] = []
    for review, options in reviews:
        before = last.get(review.card)
        last[review.card] = review.day
        if before is not None:
            old = (review.day - before).days >= MATURE_DAYS
            (mature if old else young).append((review.rating > 1, target(options)))
    return Retention(_share([*young, *mature]), _share(young), _share(mature))


def wilson(right: int, n: int) -> tuple[float, float]:
    """The 95 % interval of a share, after Wilson (1927): never beyond 0 or 1, and fit for few."""
    if n == 0:
        return 0.0, 1.0
    share, z2 = right / n, _Z * _Z
    middle = (share + z2 / (2 * n)) / (1 + z2 / n)
    half = _Z / (1 + z2 / n) * sqrt(share * (1 - share) / n + z2 / (4 * n * n))
    return max(0.0, middle - half), min(1.0, middle + half)


def trouble(reviews: Iterable[Review], most: int = 10) -> tuple[Trouble, ...]:
    """The cards that were missed most often after they were first met, at least twice each."""
    seen: dict[str, Trouble] = {}
    for review in reviews:
        one = seen.get(review.card)
        if one is None:
            seen[review.card] = Trouble(review.card, 0, 0, review.day)
        else:
            missed = one.missed + (review.rating == 1)
            seen[review.card] = Trouble(review.card, missed, one.reviews + 1, review.day)
    often = [one for one in seen.values() if one.missed >= 2]
    often.sort(key=lambda one: (-one.missed, one.reviews, one.card))
    return tuple(often[:most])


def history(reviews: Sequence[tuple[Review, int]], scheduler: Scheduler) -> tuple[Event, ...]:
    """What happened to one card: its graded answers with their options, in the log's order."""
    events = []
    memory: Memory | None = None
    for review, options in reviews:
        recall = scheduler.recall(memory, review.day) if memory else None
        memory = scheduler.after(memory, review, options=options)
        days = (memory.due - memory.last).days
        events.append(Event(review.day, review.rating, recall, days, memory.stability))
    return tuple(events)


def known(memories: Iterable[Memory], day: date, scheduler: Scheduler) -> float:
    """How many cards are remembered on a day, as the sum of their chances."""
    return sum(scheduler.recall(memory, day) for memory in memories)


def _share(outcomes: Sequence[tuple[bool, float]]) -> Share:
    n, right = len(outcomes), sum(passed for passed, _ in outcomes)
    aim = sum(aim for _, aim in outcomes) / n if n else 0.0
    low, high = wilson(right, n)
    return Share(n, right, right / n if n else 0.0, low, high, aim)
