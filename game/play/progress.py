"""How far a learner has come, read at once: what the charts of Progress are drawn from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from game.play.learner import Learner
from game.study.agenda import forecast
from game.study.progress import (
    Event,
    Retention,
    Square,
    Streak,
    Trouble,
    history,
    retention,
    streak,
    trouble,
    year,
)
from game.study.review import Review
from game.study.schedule import Scheduler

DAYS_AHEAD = 30

Graded = tuple[Review, int]
"""An answer that moved a card, and how many options it had."""


@dataclass(frozen=True, slots=True)
class Progress:
    """A learner on a study day, over all packs.

    `answers` and `right` count the answers of all days, `today` those of this one, `squares` the
    days of a year, `due` the cards of today and of each of the days after. `trouble` are the cards
    of the pack at hand that are missed most, and `reviews` what happened to each card of it.
    """

    day: date
    answers: int
    right: int
    today: int
    streak: Streak
    squares: tuple[Square, ...]
    due: tuple[int, ...]
    retention: Retention
    trouble: tuple[Trouble, ...]
    reviews: Mapping[str, tuple[Graded, ...]]

    def history(self, card: str, scheduler: Scheduler) -> tuple[Event, ...]:
        """What happened to one card of the pack, oldest first."""
        return history(self.reviews.get(card, ()), scheduler)


def progress_of(learner: Learner) -> Progress:
    """Read how far a learner has come. It goes through all their answers: never in a frame."""
    store, who, day = learner.store, learner.profile.id, learner.day
    days = store.days(who)
    reviews = store.reviews(who)
    own: dict[str, list[Graded]] = {}
    for one in reviews:
        if one[0].card in learner.cards:
            own.setdefault(one[0].card, []).append(one)
    counts = {each.day: each.answers for each in days}
    return Progress(
        day=day,
        answers=sum(counts.values()),
        right=sum(each.right for each in days),
        today=counts.get(day, 0),
        streak=streak(list(counts), day),
        squares=year(counts, day),
        due=forecast(store.memories(who).values(), day, DAYS_AHEAD),
        retention=retention(reviews),
        trouble=trouble(review for review, _ in reviews if review.card in learner.cards),
        reviews={card: tuple(each) for card, each in own.items()},
    )
