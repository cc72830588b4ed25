"""Questions for years, dates and days."""

from __future__ import annotations

import re
from dataclasses import replace

from game.packs.model import AnswerType
from game.packs.values import infer
from game.workshop.drafting.clauses import Clause, squeezed
from game.workshop.drafting.figures import Figure
from game.workshop.drafting.question import TAILS, Asked, behind, gap, short
from game.workshop.drafting.statements import Statement
from game.workshop.drafting.words_of import english, verbs

_LEADS = {
    "year": {
        "since": "Since which year",
        "until": "Until which year",
        "till": "Until which year",
        "by": "By which year",
        "starting from": "From which year",
        "before": "Before which year",
        "after": "After which year",
        "from": "From which year",
    },
    "date": {
        "since": "Since when",
        "until": "Until when",
        "by": "By when",
        "before": "Before when",
    },
}


_SPAN = re.compile(r"[Ff]rom (?P<first>\d{4}) (?:to|until) (?P<last>\d{4}),?")
_LASTING_LEADS = frozenset(("until", "till", "since", "starting from"))
_REACHED = re.compile(r"(?:the )?[A-Z][\w’'-]* (?:[A-Z][\w’'-]* ){0,2}")
"""A name alone behind a verb: reached Cologne in 1816."""


def time_asked(statement: Statement, figure: Figure, every: list[Figure]) -> Asked:
    """A question for a year, a date or a day; a year is typed where its form does not tell."""
    answer = statement.text[figure.start : figure.end]
    return replace(_time_asked(statement, figure, every), type=type_of_time(figure, answer))


def type_of_time(figure: Figure, answer: str) -> AnswerType | None:
    """What an author must write under `answers` for a year, None where its form tells."""
    return "year" if figure.kind == "year" and infer(answer).type != "year" else None


def _time_asked(statement: Statement, figure: Figure, every: list[Figure]) -> Asked:
    name = "when"
    earlier = [
        one for one in every if one.kind in ("year", "date", "day") and one.start < figure.start
    ]
    if earlier:
        name = "until" if figure.lead in ("until", "till") else f"when-{len(earlier) + 1}"
    how = "year" if figure.kind == "year" else "date"
    plain = "In which year" if how == "year" else "On which day" if figure.lead == "on" else "When"
    word = _LEADS[how].get(figure.lead, plain)
    inverted = "" if _comes_second(statement, earlier) else _inverted_without(statement, figure)
    if inverted:
        return Asked(name, figure.start, figure.end, f"{word} {inverted}?", stands_in=True)
    if asks := _of_a_span(statement, figure) or _at_the_end(statement, figure, word):
        return Asked(name, figure.start, figure.end, asks)
    times = [one for one in every if one.kind in ("year", "date", "day")]
    nested = _is_nested_time(statement, figure)
    if len(times) > 1 or word != plain or nested or figure.lead not in ("in", "on"):
        ask = gap(statement.text, how, figure.start, figure.end)
        return Asked(name, figure.start, figure.end, ask)
    clause = statement.clause
    said = statement.text[figure.whole : figure.end]
    if (
        clause is not None
        and len(clause.front.replace(said, "").split()) > 1
        and (said in clause.front)
    ):
        return Asked(
            name, figure.start, figure.end, gap(statement.text, how, figure.start, figure.end)
        )
    left = squeezed(statement.text[: figure.whole] + " " + statement.text[figure.end :])
    what = {"In which year": "In which year was that?"}.get(word, f"{word} was that?")
    return Asked(
        name, figure.start, figure.end, f"{left[:1].upper()}{left[1:].rstrip('.')}. {what}"
    )


def _of_a_span(statement: Statement, figure: Figure) -> str:
    """`From which year to 1995 did it rise?` of a sentence that begins "From 1978 to 1995"."""
    clause = statement.clause
    match = _SPAN.fullmatch(clause.front) if clause is not None else None
    if clause is None or match is None or figure.kind != "year":
        return ""
    first, last = match["first"], match["last"]
    if figure.start == statement.text.find(first):
        return f"From which year to {last} {clause.inverted(short(clause.rest))}?"
    return f"From {first} to which year {clause.inverted(short(clause.rest))}?"


def _at_the_end(statement: Statement, figure: Figure, word: str) -> str:
    """`... extended the lease. Until which year?` where the time is the last that is said."""
    text = statement.text
    if figure.lead not in _LASTING_LEADS or text[figure.end :].rstrip(".!"):
        return ""
    left = text[: figure.whole].rstrip(" ,")
    return f"{left}. {word}?" if statement.clause is not None else ""


def _comes_second(statement: Statement, earlier: list[Figure]) -> bool:
    """Whether a time before this one stands behind the verb as well, as in a list of days."""
    clause = statement.clause
    return clause is not None and any(
        statement.text[one.whole : one.end] in clause.rest for one in earlier
    )


def _inverted_without(statement: Statement, figure: Figure) -> str:
    """The clause as it stands behind "When", without the time; "" if that cannot be done well."""
    clause = statement.clause
    if clause is None or figure.lead in ("between", "to", "of", "during", "from"):
        return ""
    if figure.lead in ("until", "till", "since", "by", "starting from") and not _lasts(clause):
        return ""
    said = statement.text[figure.whole : figure.end]
    front = clause.front.strip(" ,")
    if said.casefold() in front.casefold():
        left = front.casefold().replace(said.casefold(), "").strip(" ,")
        if left and not re.fullmatch(r"(?:early|late|later|only|just)", left):
            return ""
        rest = short(clause.rest)
    elif said in clause.rest:
        before, after = clause.rest.split(said, 1)
        if TAILS.search(before) or _is_of_another(before, figure, clause):
            return ""
        rest = squeezed(short(f"{before} {after}" if after.strip() else before))
        if re.search(r"(?:\b(?:in|on|by|since|until|and|of|from|to)$|\band,|,,)", rest):
            return ""
    else:
        return ""
    if front and said.casefold() not in front.casefold() and clause.front:
        rest = f"{rest} {behind(front)}" if behind(front) else rest
    return clause.inverted(rest)


def _is_nested_time(statement: Statement, figure: Figure) -> bool:
    said = statement.text[figure.whole : figure.end]
    before, there, _ = statement.clause.rest.partition(said) if statement.clause else ("", "", "")
    return bool(there) and _is_of_another(before, figure, statement.clause)


def _is_of_another(before: str, figure: Figure, clause: Clause | None) -> bool:
    """Whether a time seems to belong to something else than the verb of the clause."""
    if clause is not None and clause.helper == "did" and _REACHED.fullmatch(before):
        return not figure.lead
    if not figure.lead or re.match(r"[A-Z]\S+ (?:\S+ )*$", before):
        return True
    return (
        re.search(r"\b(?:until|since|that|which|who|when|where|because|after|before)\b|; ", before)
        is not None
    )


def _lasts(clause: Clause) -> bool:
    """Whether what a clause says goes on for a time, so that "until" belongs to its own verb."""
    if clause.helper in ("has", "have") and re.match(r"been [a-z]+ing\b", clause.rest):
        return True
    first = clause.rest.split(" ")[0].casefold()
    form = verbs().get(first)
    base = clause.main.split(" ")[-1] or (form.base if form is not None else "be")
    nested = re.search(r"\b(?!during)[a-z]+ing\b", clause.rest)
    return base in english("lasting") and nested is None
