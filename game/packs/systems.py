"""The things that a pack is to represent, each with its facts and how often it is asked about."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from game.packs.findings import Findings, nearest
from game.packs.model import Pack, System
from game.phrase import phrase

Asked = Callable[[Pack], Mapping[str, frozenset[str]]]
"""The ids of the questions about each fact, by its id."""


@dataclass(frozen=True, slots=True)
class Represented:
    """One system and how many different questions are about its facts."""

    system: System
    questions: int


def judge_systems(pack: Pack, findings: Findings) -> None:
    """Note facts that systems.yaml names and the pack does not have."""
    ids = {fact.id for fact in (*pack.facts, *pack.drafts)}
    for number, system in enumerate(pack.systems):
        for fact in system.facts:
            if fact not in ids:
                findings.add_at(
                    system.place,
                    f"[{number}] {system.name}",
                    "unknown-fact",
                    phrase(
                        "the pack has no fact '{fact}'{close}", fact=fact, close=nearest(fact, ids)
                    ),
                    phrase("a row of a table is written table/key"),
                )


def represented(pack: Pack, asked: Mapping[str, frozenset[str]]) -> list[Represented]:
    """Every system in the author's order; a question about several of its facts counts once."""
    return [
        Represented(system, len(frozenset().union(*(asked.get(fact, ()) for fact in system.facts))))
        for system in pack.systems
    ]


def system_lines(systems: list[Represented]) -> Iterator[str]:
    """The table for people: number, name, questions, facts."""
    if not systems:
        return
    wide = max(len(one.system.name) for one in systems)
    yield phrase("Systems: {count}, with their questions and facts.", count=len(systems))
    for number, one in enumerate(systems, 1):
        facts = ", ".join(one.system.facts)
        yield f"  {number:>3}  {one.system.name:<{wide}}  {one.questions:>4}  {facts}"
