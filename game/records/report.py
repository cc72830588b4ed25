"""What the records come to: totals, and how each learner stands."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from game.records.record import Profile
from game.records.store import Store
from game.study import progress
from game.study.agenda import forecast
from game.study.schedule import Scheduler

DAYS_AHEAD = 30
_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Learner:
    """How one learner stands on a study day, in figures that `game.study.progress` explains."""

    profile: Profile
    answers: int
    right: int
    minutes: float
    sittings: int
    streak: progress.Streak
    cards: int
    remembered: float
    due: tuple[int, ...]
    retention: progress.Retention
    trouble: tuple[progress.Trouble, ...]


def learner(store: Store, profile: Profile, today: date) -> Learner:
    """How a learner stands on a study day."""
    days = store.days(profile.id)
    memories = store.memories(profile.id)
    reviews = store.reviews(profile.id)
    return Learner(
        profile=profile,
        answers=sum(day.answers for day in days),
        right=sum(day.right for day in days),
        minutes=sum(day.elapsed_ms for day in days) / 60_000,
        sittings=len(store.sittings(profile.id, "study")),
        streak=progress.streak([day.day for day in days], today),
        cards=len(memories),
        remembered=progress.known(memories.values(), today, Scheduler()) if memories else 0.0,
        due=forecast(memories.values(), today, DAYS_AHEAD),
        retention=progress.retention(reviews),
        trouble=progress.trouble(review for review, _ in reviews),
    )


def as_json(total: int, right: int, learners: list[Learner]) -> dict[str, Any]:
    """The report for programs."""
    return {
        "answers": {"total": total, "right": right},
        "learners": [
            {
                "nickname": one.profile.nickname,
                "answers": {"total": one.answers, "right": one.right},
                "minutes": round(one.minutes, 1),
                "sittings": one.sittings,
                "streak": _plain(asdict(one.streak)),
                "cards": {"seen": one.cards, "remembered": round(one.remembered, 1)},
                "due": list(one.due),
                "retention": _plain(asdict(one.retention)),
                "trouble": [_plain(asdict(card)) for card in one.trouble],
            }
            for one in learners
        ],
    }


def as_text(total: int, right: int, learners: list[Learner]) -> str:
    """The report for people."""
    lines = [f"Answers kept: {total}, right: {right}{_percent(right, total)}"]
    for one in learners:
        kept = one.retention.all
        lines += [
            "",
            one.profile.nickname,
            f"  answers      {one.answers}, right {one.right}{_percent(one.right, one.answers)}, "
            f"{one.minutes:.0f} minutes, {one.sittings} sittings",
            f"  study days   {one.streak.all}, {one.streak.days} of them in the streak that stands",
            f"  cards        {one.cards} seen, {one.remembered:.0f} remembered today",
            f"  due          {one.due[0]} today, {sum(one.due)} within {DAYS_AHEAD} days",
        ]
        if kept.n:
            lines.append(
                f"  known again  {kept.share:.0%} of {kept.n} "
                f"({kept.low:.0%} to {kept.high:.0%}; aimed at {kept.aim:.0%})"
            )
        lines += [f"  missed       {t.card}: {t.missed} of {t.reviews}" for t in one.trouble]
    return "\n".join(lines)


def _percent(part: int, whole: int) -> str:
    return f" ({part / whole:.0%})" if whole else ""


def _plain(value: Any) -> Any:
    """Values that JSON has: days as text, shares with a few digits."""
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items()}
    if isinstance(value, float):
        return round(value, _DIGITS)
    return value.isoformat() if isinstance(value, date) else value
