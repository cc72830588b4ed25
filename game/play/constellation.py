"""A learner's constellation: what they know of a pack, by its topics, and how well today."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from game.bank.bank import Bank
from game.bank.label import label_of
from game.packs.model import Citation, Fact, Pack
from game.study.cards import Card
from game.study.memory import Memory
from game.study.schedule import Scheduler


@dataclass(frozen=True, slots=True)
class Satellite:
    """A known card. `name` says what it is about and `ask` asks it: neither gives the answer away.

    `recall` is the chance (0 to 1) that it is remembered today, `next_day` the study day on which
    it is asked again, `reviews` on how many days it was asked. `missed` tells that it was answered
    wrong today and not yet right since: it is due, and hangs as low as it would tomorrow.
    """

    card: str
    name: str
    ask: str
    recall: float
    due: bool
    next_day: date
    reviews: int
    citations: tuple[Citation, ...] = ()
    missed: bool = False


@dataclass(frozen=True, slots=True)
class Orbit:
    """A topic, with its known cards in the order of the pack; `cards` is how many it has in all."""

    topic: str
    name: str
    satellites: tuple[Satellite, ...]
    cards: int


@dataclass(frozen=True, slots=True)
class Constellation:
    """All orbits of a pack. `elsewhere` cards are known from other packs, `gone` have left it."""

    orbits: tuple[Orbit, ...]
    elsewhere: int = 0
    gone: int = 0

    @property
    def satellites(self) -> tuple[Satellite, ...]:
        """Every known card of the pack."""
        return tuple(one for orbit in self.orbits for one in orbit.satellites)

    @property
    def known(self) -> int:
        """How many cards are known: all but those that were missed today."""
        return sum(not one.missed for one in self.satellites)

    @property
    def due(self) -> int:
        """How many of them are due today."""
        return sum(one.due for one in self.satellites)

    @property
    def cards(self) -> int:
        """How many cards the pack has."""
        return sum(orbit.cards for orbit in self.orbits)

    def next_day(self, after: date) -> tuple[date, int] | None:
        """The nearest study day after one on which cards are due, and how many."""
        days = [one.next_day for one in self.satellites if one.next_day > after]
        return (min(days), days.count(min(days))) if days else None


def constellation(
    bank: Bank,
    cards: Mapping[str, Card],
    memories: Mapping[str, Memory],
    schedule: Scheduler,
    day: date,
    missed: Collection[str] = (),
) -> Constellation:
    """What is known of a pack on a study day. `cards` are all that the bank can ask alone, `missed`
    those that were answered wrong today and not yet right."""
    pack = bank.pack
    facts = {fact.id: fact for fact in pack.asked}
    by_topic: dict[str, list[Satellite]] = {topic: [] for topic in _topics(pack, cards)}
    counts = dict.fromkeys(by_topic, 0)
    for card in cards.values():
        counts[card.topic] += 1
        memory = memories.get(card.id)
        if memory is not None:
            lost = card.id in missed
            recall = schedule.recall(memory, day + timedelta(days=1) if lost else day)
            one = _satellite(facts[card.fact], memory, recall, day, lost)
            by_topic[card.topic].append(one)
    own = sum(card.partition("/")[0] == pack.id for card in memories)
    known = sum(map(len, by_topic.values()))
    names = dict(pack.topics)
    orbits = tuple(
        Orbit(topic, names.get(topic, pack.title), tuple(found), counts[topic])
        for topic, found in by_topic.items()
    )
    return Constellation(orbits, elsewhere=len(memories) - own, gone=own - known)


def _topics(pack: Pack, cards: Mapping[str, Card]) -> Sequence[str]:
    """The topics that have a card, in the author's order; what has none comes last."""
    used = {card.topic for card in cards.values()}
    named = [topic for topic, _ in pack.topics if topic in used]
    return [*named, *sorted(used.difference(named))]


def _satellite(fact: Fact, memory: Memory, recall: float, day: date, missed: bool) -> Satellite:
    name = memory.card.rpartition("#")[2]
    answer = next((one for one in fact.answers if one.name == name), fact.answers[0])
    return Satellite(
        card=memory.card,
        name=label_of(fact, answer),
        ask=answer.asks[0] if answer.asks else "",
        recall=recall,
        due=missed or memory.is_due(day),
        next_day=memory.due,
        reviews=memory.reviews,
        citations=tuple(fact.cited(answer)),
        missed=missed,
    )
