"""Flaws that an author lets stand, each with a reason."""

from __future__ import annotations

from game.packs.findings import Findings, nearest
from game.packs.model import Allowed
from game.packs.origin import Origin
from game.packs.sentence import DEFAULT_NAME, Sentence
from game.phrase import phrase
from game.reading.values import Table, Text


def read_allowed(
    value: Table, sentence: Sentence, origin: Origin, findings: Findings
) -> tuple[Allowed, ...]:
    """What stands under `allow`: reasons by code, or by the name of an answer and then by code."""
    names = [marked.name or DEFAULT_NAME for marked in sentence.answers]
    found: list[Allowed] = []
    for key, below in value.entries():
        if isinstance(below, Text):
            found.append(Allowed("", str(key), str(below)))
        elif isinstance(below, Table):
            if key not in names:
                findings.add(
                    origin.file,
                    key,
                    f"{origin} allow",
                    "no-such-answer",
                    phrase(
                        "the sentence has no answer '{name}'{close}",
                        name=key,
                        close=nearest(key, names),
                    ),
                    phrase("the answers here are {names}", names=", ".join(names)),
                )
            found += (Allowed(str(key), str(code), str(why)) for code, why in below.items())
    return tuple(found)
