"""A question about a statement: what it asks for, and the pieces that it is put together from."""

from __future__ import annotations

import re
from dataclasses import dataclass

from game.packs.model import AnswerType
from game.workshop.drafting.clauses import Clause, inner, squeezed
from game.workshop.drafting.words_of import english, verbs

TAILS = re.compile(
    r"(?:,? and,? in \d{4},|,? and the (?:first|only|last|largest)\b|"
    r", (?:which|who|where|when|with|as|disguised|followed|while|"
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


_NESTS = re.compile(
    r"\b(?:that|which|who|whom|whose|when|where|since|because|until|without|while|after|before|if|"
    r"than|as if|so that|ever to|first to|made of|called|named)\b|[,;:(“]|\band\b"
)


def is_nested(before: str) -> bool:
    """Whether what stands between a verb and its figure has a clause or a list of its own."""
    return _NESTS.search(before) is not None


def short(rest: str) -> str:
    """What comes behind the verb, without what is only added to it, and without a second verb."""
    left = TAILS.sub("", rest)
    for match in re.finditer(r",? (?:and|but) (?:[a-z]+ly )?(?P<word>[a-z]+)\b", left):
        form = verbs().get(match["word"])
        past = form is not None and (form.past or form.present)
        if past or (form is None and match["word"].endswith("ed")):
            return left[: match.start()]
    return left


def gap(text: str, what: str, start: int, end: int) -> str:
    """A question that fits any sentence: which year, date or number is missing in it."""
    missing = squeezed(f"{text[:start]}___{text[end:]}").rstrip(".")
    return f"Which {what} belongs in the gap: “{missing}”?"


def front_behind(clause: Clause) -> str:
    """What stands before the subject of a clause, as it can stand at its end; "" if it cannot."""
    return behind(clause.front.strip(" ,")) if clause.front else ""


def behind(front: str) -> str:
    """What stood before the subject, if it can stand at the end: "after the war"."""
    words = front.split()
    if words and words[0].casefold() in english("prepositions") and len(words) <= 9:
        return inner(front)
    return ""


def with_front(clause: Clause, question: str) -> str:
    """A question behind what stands before the subject: "In 2004, which countries ...?"."""
    front = front_behind(clause)
    said = squeezed(question)
    if not front:
        return f"{said}?"
    return f"{front[0].upper()}{front[1:]}, {said[0].lower()}{said[1:]}?"
