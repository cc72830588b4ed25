"""Whose keys a pack asks for: by source and by country."""

from __future__ import annotations

import re
from collections import Counter

from game.packs.model import NUMERIC, Pack
from game.phrase import counted, joined, phrase


def keys_by_source(pack: Pack) -> list[str]:
    """How many facts and answers there are, and how many answers each source supports."""
    answers = sum(len(fact.answers) for fact in pack.facts)
    lines: list[str] = [
        phrase(
            "{facts} with {answers}.",
            facts=counted("{count:,} fact", "{count:,} facts", len(pack.facts)),
            answers=counted("{count:,} answer", "{count:,} answers", answers),
        )
    ]
    if written := len(pack.written):
        lines.append(
            counted("{count:,} written question.", "{count:,} written questions.", written)
        )
    counts: Counter[str] = Counter()
    for fact in pack.facts:
        for answer in fact.answers:
            counts.update({citation.source for citation in fact.cited(answer)})
    if counts:
        each = joined(_how_many(source.id, counts[source.id]) for source in pack.sources)
        lines.append(phrase("Answers by source: {each}.", each=each))
    return lines


def keys_by_country(pack: Pack) -> list[str]:
    """How many keys are a country, or one of the names that pack.yaml counts for it.

    Each key counts once, for the first country that it names. Numbers and times have none.
    """
    if not pack.countries:
        return []
    found = [
        (country, re.compile("|".join(rf"(?<!\w){re.escape(n)}(?!\w)" for n in (country, *names))))
        for country, names in pack.countries
    ]
    counts: Counter[str] = Counter()
    for fact in pack.facts:
        for answer in fact.answers:
            if answer.type not in NUMERIC:
                counts[next((c for c, names in found if names.search(answer.text)), "")] += 1
    each = joined(_how_many(country, counts[country]) for country, _ in pack.countries)
    return [
        phrase("Answers by country: {each}, of none ({others:,}).", each=each, others=counts[""])
    ]


def _how_many(name: str, answers: int) -> str:
    return phrase("{name} ({answers:,})", name=name, answers=answers)
