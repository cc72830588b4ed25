"""Prompts and options as they are read out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import NullTranslations
from sys import intern

from game.bank.scale import numeral, read_day
from game.bank.spec import Spec
from game.bank.text import contains, normalise
from game.packs.model import Answer, Fact
from game.packs.notation import Notation, notation_of, unit_for

_END = re.compile(r"[.?!…]+[”\"’»]?$")
_DAY = re.compile(r"^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$")


def wordings(fact: Fact, answer: Answer) -> Iterator[tuple[int, str]]:
    """The questions that the author wrote for an answer, with the pattern of each: 0 is plainest.

    What is claimed is asked only with the claimant named in the question ("According to TASS ...");
    who claimed it is asked by who-said alone.
    """
    if asks_for_speaker(fact, answer):
        return
    by = fact.original_by or fact.by
    for at, (ask, meant) in enumerate(zip(answer.asks, answer.meant_asks, strict=True)):
        if not fact.by or _names_speaker(by, meant):
            yield at, ask


def asks_for_speaker(fact: Fact, answer: Answer) -> bool:
    """Whether an answer of a claim is the one who made it."""
    by = normalise(fact.by)
    if fact.original_by and normalise(answer.meant) == normalise(fact.original_by):
        return True
    return bool(by) and any(normalise(text) == by for text in (answer.text, *answer.accepted))


def _names_speaker(by: str, ask: str) -> bool:
    """Whether a question leaves no doubt who says this: the whole name, or the last part of it."""
    said, asked = normalise(by), normalise(ask)
    return contains(asked, said) or contains(asked, said.rsplit(" ", 1)[-1])


def pattern(at: int) -> str:
    """The pattern of the `at`-th wording: "" for the plainest, which needs no name."""
    return intern(f"ask-{at + 1}") if at else ""


def ask_of(spec: Spec) -> str:
    """The wording that a spec's pattern names."""
    at = int(spec.pattern.removeprefix("ask-")) - 1 if spec.pattern else 0
    return spec.answer.asks[at]


def with_day(fact: Fact, prompt: str, catalogue: NullTranslations) -> str:
    """A prompt of a dated fact with its day in it, unless its year stands there already.

    The day is the last clause, before the mark at the end, so that questions and statements can
    both be read aloud: "The cosmodrome covers 6,717 sq km, as of June 2025."
    """
    if not fact.as_of or fact.as_of[:4] in prompt:
        return prompt
    end = _END.search(prompt)
    mark = end.group() if end else ""
    return catalogue.gettext("{sentence}, as of {day}{mark}").format(
        sentence=prompt[: len(prompt) - len(mark)],
        day=day_words(fact.as_of, notation_in(catalogue)),
        mark=mark,
    )


def why_of(fact: Fact, answer: Answer, catalogue: NullTranslations) -> str:
    """The reason told after an answer, "" if there is none; one from elsewhere says that it is."""
    why = fact.why_of(answer)
    if not why or not fact.why_elsewhere:
        return why
    return catalogue.gettext("General knowledge: {why}").format(why=why)


def day_words(as_of: str, notation: Notation) -> str:
    """`2025-06-02` as `June 2025`; other texts as they are."""
    match = _DAY.match(as_of)
    if match is None:
        return as_of
    year, month = match[1], match[2]
    if not month or not 1 <= int(month) <= 12:
        return year
    return notation.month_of(int(year), int(month))


def notation_in(catalogue: NullTranslations) -> Notation:
    """How the language of a catalogue writes numbers and dates."""
    return notation_of(catalogue.info().get("language", "en"))


def that_was(answer: Answer, latest_year: int, catalogue: NullTranslations) -> str:
    """A sentence that dates something: `That was in 1957.`, `That was on 12 April 1961.`

    What lies after the latest year that the pack tells of is still to come: `The year is 2050.`
    """
    day = read_day(answer.text)
    _ = catalogue.gettext
    if latest_year and answer.type == "year" and (answer.value or 0) > latest_year:
        return _("The year is {when}.").format(when=answer.text)
    text = _("That was on {when}.") if day and day.day else _("That was in {when}.")
    if answer.type == "year":
        text = catalogue.pgettext("a year", "That was in {when}.")
    return text.format(when=answer.text)


def with_unit(text: str, answer: Answer, notation: Notation | None = None) -> str:
    """A number with the unit of an answer behind it, in the form that the number asks for, unless
    the text has it already, in whichever form. `notation` tells how another number is written than
    the answer's own."""
    unit, units = answer.unit, answer.units
    if units and text.endswith(units):
        return text
    found = numeral(text, notation) if units and notation else None
    value = found.value if found else answer.value
    if units and value is not None:
        return unit_for(units, value, text)
    if not unit or contains(normalise(text), normalise(unit)) or unit in text:
        return text
    return f"{text}{unit}" if unit == "%" else f"{text} {unit}"
