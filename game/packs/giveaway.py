"""Questions, hints and labels that tell the answer they lead to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from game.packs.findings import Findings
from game.packs.model import Answer, Fact
from game.packs.origin import Origin
from game.reading.values import Mark


def judge_giveaways(facts: Sequence[Fact], origins: Sequence[Origin], findings: Findings) -> None:
    """Note, as a flaw, every text read before the answer is given that has it in it."""
    for fact, origin in zip(facts, origins, strict=True):
        for answer in fact.answers:
            shown = f"{fact.hint_of(answer)}\n{fact.label}".casefold()
            telling = answer.text.casefold()
            if telling not in shown and not any(telling in ask.casefold() for ask in answer.asks):
                continue
            for what, mark in _telling(fact, answer, origin):
                findings.add(
                    origin.file,
                    mark,
                    origin,
                    "gives-away",
                    f"the {what} has the answer '{answer.text}' in it",
                    "say it in other words",
                    "flaw",
                )


def _telling(fact: Fact, answer: Answer, origin: Origin) -> Iterator[tuple[str, Mark]]:
    whole_word = re.compile(rf"(?<!\w){re.escape(answer.text)}(?!\w)", re.IGNORECASE)
    for wording, ask in enumerate(answer.asks):
        if whole_word.search(ask):
            yield "question", origin.ask_mark(answer.name, wording)
    if whole_word.search(fact.hint_of(answer)):
        yield "hint", origin.mark("hint")
    if whole_word.search(fact.label):
        yield "label", origin.mark("label")
