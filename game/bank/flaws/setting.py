"""What the criteria need to know of a pack, gathered once."""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.bank.flaws.criterion import Setting
from game.bank.flaws.lexicon import Phrases, lexicon_of
from game.bank.flaws.words import words
from game.bank.known import Known
from game.bank.text import normalise
from game.packs.model import Pack

_SHORT_FORM = re.compile(r"(?<![\w-])[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]{2,6}(?![\w-])")
_LONG_NAME = 4


def setting_of(known: Known) -> Setting:
    """The setting of every question of a pack."""
    pack = known.pack
    return Setting(
        lexicon=lexicon_of(pack.language),
        known=known,
        explained=frozenset(_explained(pack)),
        default_sets=frozenset(s.id for s in pack.sets if s.chosen == "always") | {""},
        claim_sets=frozenset(_claim_sets(pack)),
        officials=Phrases.of(sorted(set(_officials(pack)))),
    )


def _explained(pack: Pack) -> Iterator[str]:
    for word, _line in pack.glossary:
        yield from _SHORT_FORM.findall(word)
    for source in pack.sources:
        yield from _SHORT_FORM.findall(f"{source.title} {source.publisher} {source.kind}")


def _claim_sets(pack: Pack) -> Iterator[str]:
    """Sets that hold claims and come only when they are asked for."""
    asked = {s.id for s in pack.sets if s.chosen == "asked"}
    yield from (fact.set for fact in pack.facts if fact.by and fact.set in asked)


def _officials(pack: Pack) -> Iterator[str]:
    """Names of those who speak in dated claims, and of those offered beside them.

    A claim of a day says who held an office on that day; nothing else in a pack does.
    """
    for fact in pack.facts:
        if not fact.by or not fact.as_of:
            continue
        for answer in fact.answers:
            if answer.type == "person" and normalise(answer.form) == normalise(fact.by):
                for text in (answer.form, answer.text, *(wrong.text for wrong in answer.wrong)):
                    name = words(text)
                    yield " ".join(name)
                    if len(name[-1]) >= _LONG_NAME:
                        yield name[-1]
