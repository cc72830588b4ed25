"""All questions about one statement, and what is to be said about the statement itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from game.workshop.drafting.ask_counts import number_asked, ordinal_asked
from game.workshop.drafting.ask_names import words_asked
from game.workshop.drafting.ask_times import time_asked
from game.workshop.drafting.clauses import tokens
from game.workshop.drafting.figures import figures
from game.workshop.drafting.question import FIRSTS, Asked
from game.workshop.drafting.statements import Statement
from game.workshop.drafting.words_of import english, listed

MOST_LETTERS = 240
"""Of a question; a longer one is no question but a text."""


@lru_cache(maxsize=64)
def asked(statement: Statement) -> tuple[Asked, ...]:
    """All that is asked of a statement: figures first, then names, reasons and places."""
    found: list[Asked] = []
    for one in (*_of_figures(statement), *words_asked(statement)):
        answer = statement.text[one.start : one.end]
        taken = any(one.start < other.end and other.start < one.end for other in found)
        same = one.name in {other.name for other in found}
        if taken or same or _has(one.ask, answer) or len(one.ask) > MOST_LETTERS:
            continue
        found.append(one)
    return tuple(found)


def _has(question: str, answer: str) -> bool:
    bare = re.sub(r"^(?:the|The|a|an) ", "", answer)
    return re.search(rf"(?<!\w){re.escape(bare)}(?!\w)", question, re.IGNORECASE) is not None


def _of_figures(statement: Statement) -> Iterator[Asked]:
    found = figures(statement.text)
    for figure in found:
        if figure.kind in ("year", "date", "day"):
            yield time_asked(statement, figure, found)
        elif figure.kind == "number":
            made = number_asked(statement, figure)
            if made is not None:
                yield made
        elif figure.kind == "ordinal":
            yield from ordinal_asked(statement, figure)


def has_first(text: str) -> bool:
    """Whether a statement says that something was the first, the only or the largest."""
    return FIRSTS.search(text) is not None


def judges(text: str) -> list[str]:
    """The words of a text that judge rather than tell."""
    words = {one.low for one in tokens(text) if one.text[0].islower() or not one.start}
    return sorted(words & english("opinions"))


def count_of_the_day(statement: Statement) -> str:
    """What a statement counts today that is another number in a year, "" if nothing: "members"."""
    clause = statement.clause
    if clause is None or clause.verb not in ("has", "have", "is", "are"):
        return ""
    for figure in figures(statement.text):
        after = re.match(r"(?: [a-z-]+){1,3}", statement.text[figure.end :])
        if figure.kind == "number" and after is not None:
            words = after[0].split()
            return next((word for word in words if word in english("counted_of_the_day")), "")
    return ""


def of_the_day(text: str) -> str:
    """A word or phrase that makes a text true on its day alone, "" if there is none."""
    match = _days().search(text)
    return match[0].casefold() if match else ""


@cache
def _days() -> re.Pattern[str]:
    phrases = map(re.escape, (*listed("of_the_day_phrases"), *listed("of_the_day")))
    return re.compile(rf"\b(?:{'|'.join(phrases)})\b", re.IGNORECASE)
