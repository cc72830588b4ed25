"""Questions for what is counted, measured or paid."""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.workshop.drafting.clauses import Clause, inner, squeezed, tokens
from game.workshop.drafting.figures import Figure
from game.workshop.drafting.question import TAILS, Asked, behind, short, with_front
from game.workshop.drafting.statements import Statement
from game.workshop.drafting.words_of import bases, english, verbs

_MEASURED = re.compile(
    r"^(?P<kind>long|high|tall|deep|wide|old|large|heavy|thick|far|big|hot|cold|fast)\b"
)
_NOUN_OF = re.compile(r"(?P<det>an?|the|its|his|her|their) (?P<noun>[a-z]+(?: [a-z]+)?) of $")


def number_asked(statement: Statement, figure: Figure) -> Asked | None:
    text, clause = statement.text, statement.clause
    value = text[figure.start : figure.end]
    made = None
    if clause is not None:
        made = _counted_subject(clause, value, figure) or _counted_object(clause, value, figure)
    if made is None and not figure.unit and not figure.money and not value[0].isdigit():
        return None
    if made is None:
        before, after = text[: figure.whole], text[figure.end :]
        unit = value.lstrip("0123456789.,") if value[0].isdigit() else ""
        made = f"Which number belongs in the gap: “{squeezed(f'{before} ___{unit}{after}')}”?"
        end = figure.end - len(unit)
        return Asked("number", figure.start, end, made)
    return Asked("number", figure.start, figure.end, made, stands_in=True)


def _counted_subject(clause: Clause, value: str, figure: Figure) -> str | None:
    """`How many of its ten launch sites are active?` of a subject that begins with the number."""
    said = f"{figure.lead} {value}".strip().casefold()
    low = clause.subject.casefold()
    if not low.startswith(said):
        return None
    behind = clause.subject[len(said) :].strip()
    word = (
        "How much"
        if figure.money
        else "What share"
        if "%" in value or "percent" in value
        else "How many"
    )
    if figure.unit and word == "How many":
        word = f"How many {figure.unit}"
    return with_front(clause, f"{word} {behind} {clause.verb} {short(clause.rest)}")


def _counted_object(clause: Clause, value: str, figure: Figure) -> str | None:
    at = clause.rest.find(value)
    while at > 0 and clause.rest[at - 1].isalnum():
        at = clause.rest.find(value, at + 1)
    if at < 0:
        return None
    before, after = clause.rest[:at], clause.rest[at + len(value) :]
    if figure.lead:
        before = re.sub(rf"\b{re.escape(figure.lead)} $", "", before)
    if TAILS.search(before):
        return None
    front = behind(clause.front.strip(" ,")) if clause.front else ""
    if match := _NOUN_OF.search(before):
        kind = match["noun"]
        return (
            f"What {kind} {clause.inverted(f'{before[: match.start()]} {short(after)} {front}')}?"
        )
    be = clause.helper in ("is", "are", "was", "were") and not before.strip()
    if be and (match := _MEASURED.match(after.strip())):
        tail = after.strip()[match.end() :]
        subject = inner(clause.subject)
        return (
            squeezed(f"How {match['kind']} {clause.helper} {subject} {short(tail)} {front}") + "?"
        )
    if clause.main in ("weigh", "cost") and not before.strip():
        return f"How much {clause.inverted(f'{short(after)} {front}')}?"
    if before.strip() and not _ends_open(before):
        return None
    if "%" in value or "percent" in value:
        return None
    if figure.money:
        return f"How much money {clause.inverted(f'{before} {short(after)} {front}')}?"
    if figure.unit:
        if be:
            return f"How many {figure.unit} {clause.inverted(f'{before} {short(after)} {front}')}?"
        return f"How many {figure.unit} {clause.inverted(f'{before} {short(after)} {front}')}?"
    noun, tail = _noun(after)
    if not noun:
        return None
    return f"How many {noun} {clause.inverted(f'{before} {short(tail)} {front}')}?"


def _ends_open(before: str) -> bool:
    """Whether what stands before a number lets it move to the front: "to", "for", "about"."""
    last = before.split()[-1].casefold()
    form = verbs().get(last)
    return (
        last in english("adverbs")
        or last in bases()
        or (form is not None)
        or last in ("by", "for", "over", "with", "of", "into", "to")
    )


def _noun(after: str) -> tuple[str, str]:
    """What is counted behind a number, and what comes after it."""
    end = 0
    for word in tokens(after):
        low = word.low
        stop = (
            not word.is_word
            or low in english("prepositions")
            or low in english("conjunctions")
            or low in english("adverbs")
            or low in english("relatives")
            or low in english("auxiliaries")
            or low in english("determiners")
            or low == "to"
        )
        if stop:
            break
        end = word.end
    noun = after[:end].strip()
    if (
        not noun
        or len(noun.split()) > 5
        or not re.search(r"(?:s|people|men|women|children)$", noun)
    ):
        return "", after
    return noun, after[end:]


def ordinal_asked(statement: Statement, figure: Figure) -> Iterator[Asked]:
    clause = statement.clause
    value = statement.text[figure.start : figure.end]
    if clause is None or clause.helper in ("is", "are", "was", "were"):
        return
    match = re.match(
        rf"(?:its|his|her|their|the) {re.escape(value)} (?P<noun>[a-z]+)(?P<rest>.*)", clause.rest
    )
    if match is None:
        return
    ask = with_front(clause, f"Which {match['noun']} {clause.inverted(short(match['rest']))}")
    yield Asked("which", figure.start, figure.end, ask, "term")
