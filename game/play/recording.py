"""From an answer in a sitting to the record that is kept of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

from game.bank.bank import Bank
from game.bank.question import Question
from game.play.heard import Heard
from game.records.pack import revision
from game.records.record import Mode, Record
from game.records.store import Store
from game.records.ticket import Ticket
from game.rounds.state import Answered
from game.study.agenda import Agenda
from game.study.cards import cards_of, options_of
from game.study.day import is_first, study_day
from game.study.grade import GRADING_VERSION, Given, Rating, grade
from game.study.review import Review
from game.study.schedule import Scheduler

LONGEST_MS = 60_000
"""Nobody thinks longer; what took longer was something else."""


class Recorder:
    """Grades the answers of one learner, hands them to the store and follows what they change.

    `now` gives the moment with the learner's own zone. `agenda` is what the learner remembers, and
    is kept up with each answer.
    """

    def __init__(
        self,
        store: Store,
        profile: str,
        mode: Mode,
        agenda: Agenda,
        schedule: Scheduler,
        now: Callable[[], datetime],
    ) -> None:
        self.store = store
        self.profile = profile
        self.agenda = agenda
        self.schedule = schedule
        self._mode = mode
        self._now = now
        self._today: tuple[date, set[str]] = (date.min, set())

    @property
    def day(self) -> date:
        """The study day that it is."""
        return today(self._now())

    def recall(self, bank: Bank, question: Question) -> float:
        """The chance (0 to 1) that the main card of a question is remembered today; 1 if it is
        not known to the schedule."""
        memory = self.agenda.memories.get(cards_of(bank, question)[0])
        return self.schedule.recall(memory, self.day) if memory is not None else 1.0

    def answered(
        self, bank: Bank, question: Question, given: Answered, heard: Heard, seed: str
    ) -> Ticket:
        """Have an answer kept; the ticket tells when it is on disk."""
        card, *others = cards_of(bank, question)
        day, at = self.day, self._now().astimezone(UTC)
        options = options_of(question)
        rating = self._rating(card, question, given, heard, day)
        record = Record(
            at_utc=at,
            study_day=day,
            profile=self.profile,
            mode=self._mode,
            pack=bank.pack.id,
            pack_version=bank.pack.version,
            card=card,
            card_rev=card_rev(bank, card),
            question=question.id,
            question_rev=question.rev,
            language=question.language,
            seed=seed,
            shown=question.options,
            chosen=json.dumps(given.response, ensure_ascii=False),
            right=given.right,
            hints=tuple(hint.call for hint in question.hints[: given.calls]),
            go=given.go if heard.offered else None,
            elapsed_ms=min(LONGEST_MS, max(0, heard.elapsed_ms)),
            rating=rating,
            grading_version=GRADING_VERSION,
            scheduler_params=self.schedule.params,
            others=tuple(others),
            options=options,
        )
        if rating is not None:
            review = Review(card, day, at, rating)
            before = self.agenda.memories.get(card)
            self.agenda.note(self.schedule.after(before, review, options=options))
        return self.store.add(record)

    def _rating(
        self, card: str, question: Question, given: Answered, heard: Heard, day: date
    ) -> Rating | None:
        if self._today[0] != day:
            self._today = (day, set())
        memory = self.agenda.memories.get(card)
        first = card not in self._today[1] and is_first(memory.last if memory else None, day)
        self._today[1].add(card)
        return grade(
            Given(
                right=given.right,
                kind=question.kind,
                calls=tuple(hint.call for hint in question.hints[: given.calls]),
                first=first,
                mend=heard.mend,
                skipped=given.skipped or given.response is None,
                paused=heard.paused,
                elapsed_ms=heard.elapsed_ms,
            )
        )


def today(now: datetime) -> date:
    """The study day of a moment that knows its zone."""
    return study_day(now, now.utcoffset() or timedelta())


def card_rev(bank: Bank, card: str) -> str:
    """Eight hex digits that stand for the key of a card; with another key it starts anew."""
    fact_id, _, name = card.partition("/")[2].rpartition("#")
    for spec in bank.of_fact(fact_id):
        for entry in spec.entries:
            if entry.fact.id == fact_id and entry.answer.name == name:
                return revision(entry.answer)
    return ""
