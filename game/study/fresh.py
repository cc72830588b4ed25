"""Which card comes next of those that a learner has never been asked."""

from __future__ import annotations

import random
from collections.abc import Callable, Container, Iterable

from game.study.ability import AIM, Abilities, expected, prior
from game.study.cards import Card
from game.study.queue import fact_of

_OPTIONS = 4
"""A new card is asked with options first, mostly four."""

_LOOKED_AT = 60


class Fresh:
    """The new cards of the sets that are studied, by level and topic. It shrinks as it is used.

    It is made once a sitting: then the next card costs the same among a hundred thousand as among
    a thousand.
    """

    __slots__ = ("_last", "_shelves", "left")

    def __init__(self, cards: Iterable[Card], known: Container[str], rng: random.Random) -> None:
        shelves: dict[tuple[int, str], list[str]] = {}
        for card in cards:
            if card.id not in known:
                shelves.setdefault((card.level, card.topic), []).append(card.id)
        for shelf in shelves.values():
            rng.shuffle(shelf)
        self._shelves = shelves
        self._last: dict[str, int] = {}
        self.left = sum(map(len, shelves.values()))

    def choosing(self, abilities: Abilities) -> Callable[[frozenset[str]], str | None]:
        """What `queue.next_up` asks for a new card, for a learner of these abilities."""

        def choose(seen: frozenset[str]) -> str | None:
            return self.best(abilities, seen)

        return choose

    def best(self, abilities: Abilities, seen: frozenset[str]) -> str | None:
        """The new card whose chance to be right is nearest to eight in ten; None if none is left.

        Of equal ones the topic that was asked least lately. Cards of a fact that was just
        explained wait for another day, unless there is nothing else.
        """
        told = {fact_of(card) for card in seen}
        turn = max(self._last.values(), default=0) + 1

        def rank(shelf: tuple[int, str]) -> tuple[float, int, int, str]:
            level, topic = shelf
            chance = expected(abilities.of(topic), prior(level), _OPTIONS)
            return round(abs(chance - AIM), 1), self._last.get(topic, 0), level, topic

        spare: str | None = None
        for shelf in sorted((s for s, cards in self._shelves.items() if cards), key=rank):
            for card in reversed(self._shelves[shelf][-_LOOKED_AT:]):
                if card in seen:
                    continue
                if fact_of(card) not in told:
                    self._last[shelf[1]] = turn
                    return card
                spare = spare or card
        return spare

    def take(self, card: Card) -> None:
        """Take out a card that has been asked."""
        shelf = self._shelves.get((card.level, card.topic), [])
        # It was chosen near the end, so that it is found at once.
        for at in range(len(shelf) - 1, -1, -1):
            if shelf[at] == card.id:
                del shelf[at]
                self.left -= 1
                return
