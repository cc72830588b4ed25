"""A question about a statement: what it asks for, and the pieces that it is put together from."""

from __future__ import annotations

import re
from dataclasses import dataclass

from game.packs.model import AnswerType
from game.workshop.drafting.clauses import Clause, inner, squeezed
from game.workshop.drafting.words_of import english

TAILS = re.compile(
    r"(?:,? and,? in \d{4},|, (?:which|who|where|when|with|as|disguised|while|"
    r"whereas|managed|[a-z]+ing)\b|; |: | [–—] |—| \().*$"
)
FIRSTS = re.compile(
    r"(?:\bthe|\ba|’s|'s|\bits|\btheir) (?:[\w-]+ ){0,2}?(?:first|only|last|largest|oldest|longest|"
    r"highest|tallest|biggest|deepest|smallest|fastest|youngest|heaviest|capital|most)\b"
)


@dataclass(frozen=True, slots=True)
class Asked:
    """An answer as it stands in a statement, from `start` to `end`, and a question for it."""

    name: str
    start: int
    end: int
    ask: str
    type: AnswerType | None = None
    stands_in: bool = False


def short(rest: str) -> str:
    """What comes behind the verb, without what is only added to it."""
    return TAILS.sub("", rest)


def behind(front: str) -> str:
    """What stood before the subject, if it can stand at the end: "after the war"."""
    words = front.split()
    if words and words[0].casefold() in english("prepositions") and len(words) <= 9:
        return inner(front)
    return ""


def with_front(clause: Clause, question: str) -> str:
    """A question behind what stands before the subject: "In 2004, which countries ...?"."""
    front = behind(clause.front.strip(" ,")) if clause.front else ""
    said = squeezed(question)
    if not front:
        return f"{said}?"
    return f"{front[0].upper()}{front[1:]}, {said[0].lower()}{said[1:]}?"
