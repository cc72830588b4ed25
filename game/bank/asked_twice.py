"""Two facts that ask the same: the bank keeps the questions of one alone."""

from __future__ import annotations

from collections.abc import Mapping

from game.bank.text import normalise
from game.bank.wording import wordings
from game.packs.findings import Findings
from game.packs.model import Fact, Pack, Place
from game.packs.origin import Origin
from game.phrase import phrase


def flag_asked_twice(pack: Pack, origins: Mapping[str, Origin], findings: Findings) -> None:
    """Add a flaw at every fact that asks, with the same answer, what one above it asks. Rows of one
    table share their wording, so they are not compared."""
    first: dict[tuple[str, str], Fact] = {}
    for fact in pack.facts:
        for answer in fact.answers:
            for _, ask in wordings(fact, answer):
                same = first.setdefault((normalise(ask), normalise(answer.text)), fact)
                if same is not fact and not _of_one_table(same.id, fact.id):
                    origin = origins[fact.id]
                    message = phrase(
                        "“{ask}” is asked already, with the same answer: {place}",
                        ask=ask,
                        place=_short(same.place),
                    )
                    advice = phrase("delete one of the two, or ask something else here")
                    findings.add_at(fact.place, origin, "asked-twice", message, advice, "flaw")


def _of_one_table(one: str, other: str) -> bool:
    table, slash, _ = one.rpartition("/")
    return bool(slash) and other.startswith(f"{table}/")


def _short(place: Place) -> str:
    return f"{place.file}:{place.line}"
