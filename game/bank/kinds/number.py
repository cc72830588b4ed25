"""Number: the player names a year or a number; how near counts is said by the tolerance."""

from __future__ import annotations

import random
from collections.abc import Iterator
from gettext import NullTranslations

from game.bank.known import Known, entries
from game.bank.numbers import tolerance
from game.bank.question import Kind
from game.bank.spec import Form, Spec
from game.bank.wording import ask_of, pattern, with_day, wordings

KIND: Kind = "number"


def specs(known: Known) -> Iterator[Spec]:
    """One for each wording of each year or number whose value is known."""
    for entry in entries(known.pack):
        if entry.answer.type not in ("year", "number") or entry.answer.value is None:
            continue
        index = entry.fact.index_of(entry.answer)
        for at, _ask in wordings(entry.fact, entry.answer):
            yield Spec(KIND, entry.fact, index, pattern(at))


def stem(spec: Spec) -> tuple[str, str]:
    return ask_of(spec), f"{spec.answer.value:g}"


def form(spec: Spec, _known: Known, _rng: random.Random, catalogue: NullTranslations) -> Form:
    answer = spec.answer
    value = answer.value or 0.0
    return Form(
        prompt=with_day(spec.fact, ask_of(spec), catalogue),
        answer=int(value) if value.is_integer() else value,
        unit=answer.unit,
        tolerance=tolerance(answer),
        nearness=0.5,
    )
