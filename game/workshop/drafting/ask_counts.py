"""Questions for what is counted, measured or paid."""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.workshop.drafting.clauses import Clause, squeezed, tokens
from game.workshop.drafting.figures import Figure
from game.workshop.drafting.question import (
    TAILS,
    Asked,
    front_behind,
    gap,
    is_nested,
    short,
    with_front,
)
from game.workshop.drafting.statements import Statement
from game.workshop.drafting.words_of import bases, english, verbs

_MEASURED = re.compile(
    r"^(?P<kind>long|high|tall|deep|wide|old|large|heavy|thick|far|big|hot|cold|fast)\b"
)
_NOUN_OF = re.compile(r"(?:an?|the|its|his|her|their) (?:\w+ )?(?P<noun>[a-z]+) of $")
_BEYOND = re.compile(r"^(?: too (?:many|much)| (?:more|less|fewer|[a-z]{3,}er)(?= than| |$|[.,]))")
"""What belongs to a number that is a difference: 81 km shorter."""
_NO_COMPARISON = re.compile(r" (?:under|over|after|water|river|other|former|later|winter|summer)$")
_OF_STUFF = re.compile(r"^ of (?!the\b|its\b|his\b|her\b|their\b)[a-z]+")
_THROUGH = re.compile(r"(?:through|across|into|over|from|between|on|in|for|with) ")
_IN_BRACKETS = re.compile(r"^\s*\([^()]*\)")
_RECKONED = re.compile(r"^,?\s*(?:later|ago|earlier|before|after|afterwards)\b")
_STOPS = (
    "prepositions", "conjunctions", "adverbs", "relatives", "auxiliaries", "determiners",
)  # fmt: skip
_MONEY = ("weigh", "cost")
MOST_NOUN_WORDS = 5


def number_asked(statement: Statement, figure: Figure) -> Asked | None:
    """A question for a number; None for one that means nothing by itself, such as "years later"."""
    text, clause = statement.text, statement.clause
    value = text[figure.start : figure.end]
    if _RECKONED.match(text[figure.end :]) or _is_share_of_nothing(statement, figure):
        return None
    made = None
    if clause is not None:
        made = _counted_subject(clause, value, figure) or _counted_object(clause, value, figure)
    if made is not None:
        return Asked("number", figure.start, figure.end, made, stands_in=True)
    if not figure.money and not value[0].isdigit():
        return None
    end = figure.end
    if figure.unit not in ("", "%") and not figure.money and value.endswith(figure.unit):
        end -= len(value) - len(value.removesuffix(figure.unit).rstrip())
    return Asked("number", figure.start, end, gap(text, "number", figure.start, end))


def _is_share(value: str) -> bool:
    return value.endswith("%") or re.search(r"per ?cent$", value) is not None


def _is_share_of_nothing(statement: Statement, figure: Figure) -> bool:
    """Whether a share ends a piece of a sentence that says elsewhere what it is of."""
    ends = re.fullmatch(r"[.!]?", statement.text[figure.end :]) is not None
    share = _is_share(statement.text[figure.start : figure.end])
    return statement.in_passing and ends and share


def _counted_subject(clause: Clause, value: str, figure: Figure) -> str | None:
    """`How many of its ten launch sites are active?` of a subject that begins with the number."""
    said = f"{figure.lead} {value}".strip().casefold()
    if not clause.subject.casefold().startswith(said):
        return None
    # Names behind a comma tell how many they are.
    counted = clause.subject[len(said) :].partition(",")[0].strip()
    word = "How much" if figure.money else f"How many {figure.unit}".strip()
    if _is_share(value):
        word = "What share"
    return with_front(clause, f"{word} {counted} {clause.verb} {short(clause.rest)}")


def _counted_object(clause: Clause, value: str, figure: Figure) -> str | None:
    at = clause.rest.find(value)
    while at > 0 and clause.rest[at - 1].isalnum():
        at = clause.rest.find(value, at + 1)
    if at < 0:
        return None
    before = clause.rest[:at]
    after = _IN_BRACKETS.sub("", clause.rest[at + len(value) :])
    if figure.lead:
        before = re.sub(rf"\b{re.escape(figure.lead)} $", "", before)
    if match := _NOUN_OF.search(before):
        return _measure_named(clause, match, before, after)
    if TAILS.search(before) or is_nested(before):
        return None
    front = front_behind(clause)
    if _is_share(value):
        if before.strip() or not re.match(r"\s*of\b", after):
            return None
        whole = re.split(r",| and\b| if\b", short(after))[0]
        # "What share of caffeine does it have" would ask for a share in all caffeine.
        word = "What percentage" if clause.main == "have" else "What share"
        return f"{word} {squeezed(whole)} {clause.inverted(front)}?"
    be = clause.helper in ("is", "are", "was", "were") and not before.strip()
    if be and (match := _MEASURED.match(after.strip())):
        tail = re.sub(r"^\s*(?:and|,).*$", "", short(after.strip()[match.end() :]))
        return f"How {match['kind']} {clause.inverted(f'{tail} {front}')}?"
    if clause.main in _MONEY and not before.strip():
        return f"How much {clause.inverted(f'{short(after)} {front}')}?"
    is_a = re.fullmatch(r"(?:an?|the) [^,;:]+ ", before) is not None
    if is_a and clause.helper in ("is", "was") and (match := _MEASURED.match(after.strip())):
        return f"How {match['kind']} {clause.inverted('')}?"
    noun, tail = _noun(after)
    if noun and not figure.unit and _THROUGH.fullmatch(before) and clause.helper != "is":
        asks = f"{before.strip()} how many {noun} {clause.inverted(f'{short(tail)} {front}')}?"
        return f"{asks[0].upper()}{asks[1:]}"
    if before.strip() and not _ends_open(before):
        return None
    if figure.money:
        return f"How much money {clause.inverted(f'{before} {short(after)} {front}')}?"
    if figure.unit:
        unit, left = figure.unit, after
        beyond = _BEYOND.match(after) or _OF_STUFF.match(after)
        if beyond is not None and not _NO_COMPARISON.fullmatch(beyond[0]):
            unit, left = f"{unit}{beyond[0]}", after[beyond.end() :]
        return f"How many {unit} {clause.inverted(f'{before} {short(left)} {front}')}?"
    if not noun or (clause.helper in ("is", "are", "was", "were") and " with " in f" {before}"):
        return None
    return f"How many {noun} {clause.inverted(f'{before} {short(tail)} {front}')}?"


def _measure_named(clause: Clause, match: re.Match[str], before: str, after: str) -> str | None:
    """`What area does it cover?` of "an area of 6,717 sq km"."""
    kind = match["noun"]
    if kind not in english("measures"):
        return None
    left = before[: match.start()]
    word = "What"
    if where := re.search(r"(?:^|,? )at $", left):
        word, left = "At what", left[: where.start()]
    if re.search(r"(?:,|\band) $", left):
        left = ""
    if is_nested(left):
        return None
    return f"{word} {kind} {clause.inverted(f'{left} {_plain_end(short(after))}')}?"


def _plain_end(after: str) -> str:
    return "" if re.match(r"\s*(?:,|and\b)", after) else after


def _ends_open(before: str) -> bool:
    """Whether what stands before a number lets it move to the front: "to", "for", "about"."""
    last = before.split()[-1].casefold()
    form = verbs().get(last)
    known = last in english("adverbs") or last in bases() or form is not None
    return known or last in ("by", "for", "over", "with", "into", "to")


def _noun(after: str) -> tuple[str, str]:
    """What is counted behind a number, and what comes after it."""
    end = 0
    for word in tokens(after):
        stops = any(word.low in english(name) for name in _STOPS) or word.low == "to"
        if stops or not word.is_word:
            break
        end = word.end
    noun = after[:end].strip()
    several = re.search(r"(?:s|people|men|women|children)$", noun)
    if not noun or len(noun.split()) > MOST_NOUN_WORDS or not several:
        return "", after
    tail = after[end:]
    if more := re.match(r" of (?!the\b|its\b)[a-z]+(?: [a-z]+)?(?=[,.]| and|$)", tail):
        noun, tail = noun + more[0], tail[more.end() :]
    return noun, "" if re.match(r",|\s*and\b", tail) else tail


def ordinal_asked(statement: Statement, figure: Figure) -> Iterator[Asked]:
    """`Which anniversary did the city celebrate?`"""
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
