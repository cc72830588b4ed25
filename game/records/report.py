"""What the records come to: totals, and how each learner stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from game.phrase import Words, counted, in_words, phrase
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


def as_text(total: int, right: int, learners: list[Learner], words: Words) -> str:
    """The report for people, in the language of a catalogue."""
    kept = phrase(
        "Answers kept: {total}, right: {right}{share}",
        total=total,
        right=right,
        share=_share(right, total),
    )
    lines = [in_words(kept, words)]
    for one in learners:
        rows = [(in_words(label, words), in_words(text, words)) for label, text in _rows(one)]
        wide = max(len(label) for label, _ in rows) + 2
        lines += ["", one.profile.nickname]
        lines += [f"  {label:<{wide}}{text}" for label, text in rows]
    return "\n".join(lines)


def _rows(one: Learner) -> Iterator[tuple[str, str]]:
    """What is said of a learner: what it is about, and the figures."""
    answers = phrase(
        "{answers}, right {right}{share}, {minutes}, {sittings}",
        answers=one.answers,
        right=one.right,
        share=_share(one.right, one.answers),
        minutes=counted("{count} minute", "{count} minutes", round(one.minutes)),
        sittings=counted("{count} sitting", "{count} sittings", one.sittings),
    )
    yield phrase("answers"), answers
    streak = one.streak
    days = phrase(
        "{all}, {days} of them in the streak that stands", all=streak.all, days=streak.days
    )
    yield phrase("study days"), days
    seen, remembered = one.cards, round(one.remembered)
    cards = phrase("{seen} seen, {remembered} remembered today", seen=seen, remembered=remembered)
    yield phrase("cards"), cards
    due = phrase(
        "{today} today, {soon} within {days} days",
        today=one.due[0],
        soon=sum(one.due),
        days=DAYS_AHEAD,
    )
    yield phrase("due"), due
    kept = one.retention.all
    if kept.n:
        known = phrase(
            "{share}% of {n} ({low}% to {high}%; aimed at {aim}%)",
            share=_percent(kept.share),
            n=kept.n,
            low=_percent(kept.low),
            high=_percent(kept.high),
            aim=_percent(kept.aim),
        )
        yield phrase("known again"), known
    for card in one.trouble:
        missed = phrase(
            "{card}: {missed} of {reviews}",
            card=card.card,
            missed=card.missed,
            reviews=card.reviews,
        )
        yield phrase("often missed"), missed


def _share(part: int, whole: int) -> str:
    return phrase(" ({share}%)", share=_percent(part / whole)) if whole else ""


def _percent(share: float) -> int:
    return round(100 * share)


def _plain(value: Any) -> Any:
    """Values that JSON has: days as text, shares with a few digits."""
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items()}
    if isinstance(value, float):
        return round(value, _DIGITS)
    return value.isoformat() if isinstance(value, date) else value
