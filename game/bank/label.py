"""What a fact is called in lists and in the sky where its author gave it no label."""

from __future__ import annotations

import re

from game.packs.model import Answer, Fact, Written

LONGEST = 40
"""Characters of a short form: what fits a row of a list beside what stands at its right."""
GAP = "___"


def first_words(text: str) -> str:
    """The beginning of a text, whole words, with dots where more follows."""
    words = text.split()
    found = ""
    for at, word in enumerate(words):
        longer = f"{found} {word}".strip()
        if at and len(longer) > LONGEST:
            return f"{found.rstrip(',;:—–- ')} …"
        found = longer
    return found.rstrip("?.")


def label_of(fact: Fact, answer: Answer) -> str:
    """The label of a fact; else its name in a table; else the first words that ask an answer."""
    return fact.label or fact.name or first_words(_asked(fact, answer))


def label_beside(fact: Fact, answer: Answer, prompt: str, key: str) -> str:
    """The label of a question's fact; else first words that do not give its key away, "" if none.

    A fact in a table is not called by its name here, because that may be what is asked for.
    """
    if named := fact.label or (fact.name if isinstance(fact, Written) else ""):
        return named
    found = (first_words(_asked(fact, answer)), first_words(prompt))
    return next((one for one in found if one and not _tells(one, key)), "")


def _asked(fact: Fact, answer: Answer) -> str:
    """The plainest wording; a wording with a gap says nothing at first, so its sentence stands."""
    asked = next(iter(answer.asks), "")
    if asked and GAP not in asked:
        return asked
    parts = answer.parts or fact.parts
    return "".join(part if isinstance(part, str) else GAP for part in parts)


def _tells(label: str, key: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(key)}(?!\w)", label, re.IGNORECASE))
