"""What a proposal is called in lists, and which words at the start of a sentence are no names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from game.workshop.drafting.clauses import inner
from game.workshop.drafting.question import Asked
from game.workshop.drafting.statements import Statement
from game.workshop.drafting.words_of import english

MOST_WORDS = 4
LEAST_LETTERS = 3
_CAPITALS = re.compile(r"(?<=[a-z,;] )[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*")
_ADDED = re.compile(r"[,(—–]| (?:who|which|that|called|named)\b")


def label_of(statement: Statement, questions: Sequence[Asked]) -> str:
    """The subject of a statement if it is short and no part of an answer stands in it, else ""."""
    if statement.clause is None or not questions:
        return ""
    subject = re.sub(r"^(?:the|an?) ", "", _ADDED.split(inner(statement.clause.subject))[0].strip())
    words = subject.split()
    if len(words) > MOST_WORDS:
        opens = (n for n, word in enumerate(words) if word in english("prepositions") - {"of"})
        words = words[: next(opens, len(words))]
    if not words or len(words) > MOST_WORDS or len(" ".join(words)) < LEAST_LETTERS:
        return ""
    first = words[0].casefold()
    vague = first in english("determiners") | english("pronouns") | english("prepositions")
    told = {
        word
        for question in questions
        for word in _words(statement.text[question.start : question.end])
    }
    if vague or told & _words(" ".join(words)):
        return ""
    label = " ".join(words)
    return f"{label[0].upper()}{label[1:]}"


def _words(text: str) -> set[str]:
    return {
        one.casefold()
        for one in re.findall(r"\w+", text)
        if one.casefold() not in english("prepositions") | english("determiners")
    }


def common_words(paragraphs: Sequence[str]) -> frozenset[str]:
    """Words that stand in an article in small letters, and never as a name of one word."""
    text = "\n".join(paragraphs)
    small = set(re.findall(r"(?<![\w’'-])[a-z]{2,}(?![\w’'-])", text))
    return frozenset(small - {one.casefold() for one in _CAPITALS.findall(text)})


def with_common(ask: str, text: str, common: frozenset[str]) -> str:
    """A question in which the first word of a statement is no name: "did coffee come"."""
    first = re.match(r"[A-Z][a-z]+(?! [A-Z])", text)
    if first is None or first[0].casefold() not in common:
        return ask
    return re.sub(rf"(?<=[a-z,] ){first[0]}\b", first[0].casefold(), ask, count=1)
