"""What is remembered of a pack that has changed since: cards renamed, changed, or gone."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from game.packs.model import Answer, Pack
from game.study.memory import Memory


@dataclass(frozen=True, slots=True)
class Matched:
    """A learner's memories of one pack, by card, beside the pack as it is now.

    `known` are those that stand. Those of `changed` are of an answer that is another one now: the
    card starts anew. Those of `gone` are of cards that the pack has no longer. The history of
    either stays in the log.
    """

    known: dict[str, Memory]
    changed: dict[str, Memory]
    gone: dict[str, Memory]


def revision(answer: Answer) -> str:
    """Eight hex digits that stand for what is right, in whatever language it is asked.

    How it is asked, and what else is accepted, is no part of it.
    """
    plain = " ".join(answer.meant.split()).casefold()
    return hashlib.blake2b(f"{plain}\x1f{answer.meant_unit}".encode(), digest_size=4).hexdigest()


def revisions(pack: Pack) -> dict[str, str]:
    """The revision of each card of a pack, by its id."""
    return {
        f"{pack.id}/{fact.id}#{answer.name}": revision(answer)
        for fact in pack.asked
        for answer in fact.answers
    }


def renamed(pack: Pack) -> dict[str, str]:
    """The facts of a pack that had other ids: `pack/old` to `pack/new`."""
    return {
        f"{pack.id}/{former}": f"{pack.id}/{fact.id}" for fact in pack.asked for former in fact.was
    }


def matched(pack: Pack, memories: Mapping[str, Memory], keys: Mapping[str, str]) -> Matched:
    """Memories of a learner, and the revision that each is of, beside the pack as it is now."""
    now = revisions(pack)
    found = Matched({}, {}, {})
    for card, memory in memories.items():
        if card not in now:
            if card.startswith(f"{pack.id}/"):
                found.gone[card] = memory
        elif keys[card] == now[card]:
            found.known[card] = memory
        else:
            found.changed[card] = memory
    return found
