"""What a sitting needs to know of one learner and one pack, read from the records at once."""

from __future__ import annotations

import random
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from game.bank.bank import Bank
from game.bank.label import label_of
from game.play.constellation import Constellation, constellation
from game.play.mission import vehicle_for
from game.play.recording import Recorder, today
from game.records.record import Mode, Profile, Record
from game.records.store import Store
from game.study.ability import Abilities, First, abilities
from game.study.agenda import Agenda
from game.study.cards import Card, cards
from game.study.forms import grows
from game.study.fresh import Fresh
from game.study.progress import MATURE_DAYS
from game.study.schedule import Scheduler
from game.study.steps import Standing, standing

COUNTS_FROM = 5
"""A sitting that was left after fewer answers has not moved the mission."""


@dataclass(frozen=True, slots=True)
class Flown:
    """What a mission carries: its cards, those that were new in it first, and how many of its
    answers were right."""

    cards: tuple[str, ...] = ()
    answers: int = 0
    right: int = 0


class Learner:
    """A learner at one pack. It follows their answers while they study; see `recorder`.

    `sets` are those that are studied; `chosen` is what was given, None for the default ones.
    `guest` tells that nothing of it stays.
    """

    def __init__(
        self,
        store: Store,
        profile: Profile,
        bank: Bank,
        schedule: Scheduler,
        now: Callable[[], datetime],
        sets: Collection[str] | None = None,
        *,
        guest: bool = False,
    ) -> None:
        self.store = store
        self.profile = profile
        self.bank = bank
        self.schedule = schedule
        self.guest = guest
        self._now = now
        self.cards = cards(bank)
        self.chosen = sets
        self.sets = frozenset(
            sets
            if sets is not None
            else (one.id for one in bank.pack.sets if one.chosen == "always")
        )
        # A card whose key has changed since is another card, and starts anew.
        matched = store.known(profile.id, bank.pack)
        every = store.memories(profile.id)
        self.memories = {c: memory for c, memory in every.items() if c not in matched.changed}
        self.agenda = Agenda(m for card, m in matched.known.items() if card in self.cards)
        self._records = store.outline(profile.id, bank.pack.id)
        # All that grows with the pack or the log is done here, behind the game, and once.
        self._asked: dict[str, list[str]] = {}
        ended: dict[str, bool] = {}
        for one in self._records:
            self._asked.setdefault(one.card, []).append(one.question)
            ended[one.card] = one.right
        self.missed = self._missed(ended)
        self.abilities = self._abilities()
        self._fresh: Fresh | None = self._new()
        self.new = self._fresh.left
        self._sittings = [
            one for one in store.sittings(profile.id, "study") if one.answers >= COUNTS_FROM
        ]

        # What the mission of the next sitting flies, from its first step to its launch. It hangs on
        # the nickname and not on the learner's number, which chance has drawn.
        mission = standing(self.sittings + 1).mission
        self.vehicle = vehicle_for(bank.pack.vehicle, f"{profile.nickname}/{mission}")

    @property
    def day(self) -> date:
        """The study day that it is."""
        return today(self._now())

    @property
    def sittings(self) -> int:
        """How many sittings have moved a mission."""
        return len(self._sittings)

    @property
    def standing(self) -> Standing:
        """Where the missions stand."""
        return standing(self.sittings)

    @property
    def mature(self) -> int:
        """How many facts are remembered for three weeks or longer, from every pack."""
        every = {**self.memories, **self.agenda.memories}.values()
        return sum(memory.stability >= MATURE_DAYS for memory in every)

    def recorder(self, mode: Mode) -> Recorder:
        """What takes the answers of a sitting, or of a round alone."""
        return Recorder(self.store, self.profile.id, mode, self.agenda, self.schedule, self._now)

    def constellation(self) -> Constellation:
        """What is known today."""
        return constellation(
            self.bank,
            self.cards,
            {**self.memories, **self.agenda.memories},
            self.schedule,
            self.day,
            frozenset(self.missed),
        )

    def _missed(self, ended: Mapping[str, bool]) -> tuple[str, ...]:
        """The cards that were answered today, and wrong the last time: a sitting that was left
        still owes them."""
        memories, day = self.agenda.memories, self.day
        return tuple(
            card
            for card, right in ended.items()
            if not right and card in memories and memories[card].last == day
        )

    def studied(self) -> tuple[Card, ...]:
        """The cards of the chosen sets; of dated facts only those that have not had their day."""
        day = self.day.isoformat()
        return tuple(
            card
            for card in self.cards.values()
            if card.set in self.sets and not (card.review_by and card.review_by < day)
        )

    def due(self) -> int:
        """How many cards of this pack are due today, what was missed in it counted."""
        day = self.day
        owed = sum(not self.agenda.memories[card].is_due(day) for card in self.missed)
        return self.agenda.count(day) + owed

    def fresh(self) -> Fresh:
        """The cards that were never asked, for one sitting: it shrinks as it is used."""
        found, self._fresh = self._fresh or self._new(), None
        return found

    def _new(self) -> Fresh:
        known = frozenset(self.agenda.memories)
        return Fresh(self.studied(), known, random.Random(f"{self.day}/{len(known)}"))

    def harder(self) -> tuple[str, ...]:
        """Known cards that are not due and can be asked harder, the least remembered first."""
        day, memories = self.day, self.agenda.memories
        found = [
            memories[card]
            for card in self.cards
            if card in memories and not memories[card].is_due(day) and memories[card].last != day
        ]
        found.sort(key=lambda memory: self.schedule.recall(memory, day))
        return tuple(one.card for one in found if grows(self.bank, one.card))

    def _abilities(self) -> Abilities:
        """How able the learner is, from the first answer to each card of this pack."""
        firsts: dict[str, First] = {}
        for one in self._records:
            card = self.cards.get(one.card)
            if card is not None and one.card not in firsts:
                firsts[one.card] = First(card.topic, card.level, one.options, one.right)
        return abilities(firsts.values())

    def asked(self, card: str) -> tuple[str, ...]:
        """The ids of the questions that were asked of a card, the oldest first."""
        return tuple(self._asked.get(card, ()))

    def mission(self) -> Flown:
        """What the mission that stands now has learned: since the last launch, or for it."""
        back = 0
        while back < len(self._sittings):
            back += 1
            before = len(self._sittings) - back
            if before == 0 or standing(before).stage == "launch":
                break
        seeds = {one.seed for one in self._sittings[len(self._sittings) - back :]}
        known: set[str] = set()
        new: dict[str, None] = {}
        again: dict[str, None] = {}
        answers = right = 0
        for one in self._records:
            if one.seed in seeds:
                answers, right = answers + 1, right + one.right
                if one.right:
                    (again if one.card in known else new)[one.card] = None
            known.add(one.card)
        return Flown(tuple({**new, **again}), answers, right)

    def label(self, card: str) -> str:
        """What a card is about, without its answer."""
        if card not in self.cards:
            return ""
        fact = next((one for one in self.bank.facts if one.id == self.cards[card].fact), None)
        name = card.rpartition("#")[2]
        found = (label_of(fact, one) for one in fact.answers if one.name == name) if fact else ()
        return next(iter(found), "")

    def renewed(self) -> Learner:
        """The same learner with all read once more: after a sitting."""
        return Learner(
            self.store, self.profile, self.bank, self.schedule, self._now, self.chosen,
            guest=self.guest,
        )  # fmt: skip


def moved_to(store: Store, profile: Profile, records: Collection[Record]) -> None:
    """Keep a guest's answers under the name that was chosen."""
    from dataclasses import replace

    for record in records:
        store.add(replace(record, profile=profile.id))
    store.wait()
