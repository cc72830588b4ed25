"""Questions, hints and labels that tell the answer they lead to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from game.packs.findings import Findings
from game.packs.model import Answer, Fact
from game.packs.origin import Origin
from game.phrase import phrase
from game.reading.values import Mark


def judge_giveaways(facts: Sequence[Fact], origins: Sequence[Origin], findings: Findings) -> None:
    """Note, as a flaw, every text read before the answer is given that has it in it."""
    for fact, origin in zip(facts, origins, strict=True):
        for answer in fact.answers:
            shown = f"{fact.hint_of(answer)}\n{fact.label}".casefold()
            telling = answer.text.casefold()
            if telling not in shown and not any(telling in ask.casefold() for ask in answer.asks):
                continue
            for message, mark in _telling(fact, answer, origin):
                hint = phrase("say it in other words")
                findings.add(origin.file, mark, origin, "gives-away", message, hint, "flaw")


def _telling(fact: Fact, answer: Answer, origin: Origin) -> Iterator[tuple[str, Mark]]:
    whole_word = re.compile(rf"(?<!\w){re.escape(answer.text)}(?!\w)", re.IGNORECASE)
    for wording, ask in enumerate(answer.asks):
        if whole_word.search(ask):
            message = phrase("the question has the answer '{answer}' in it", answer=answer.text)
            yield message, origin.ask_mark(answer.name, wording)
    if whole_word.search(fact.hint_of(answer)):
        message = phrase("the hint has the answer '{answer}' in it", answer=answer.text)
        yield message, origin.mark("hint")
    if whole_word.search(fact.label):
        message = phrase("the label has the answer '{answer}' in it", answer=answer.text)
        yield message, origin.mark("label")
