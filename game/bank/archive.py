"""The first call: when or where the key belongs, in a way that leaves fewer to choose from."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from gettext import NullTranslations

from game.bank.axes import Axis, axis_of
from game.bank.known import Known
from game.bank.question import Hint
from game.bank.spec import Form, Said, Spec
from game.bank.text import contains, normalise
from game.bank.wording import notation_in, with_unit
from game.packs.model import NUMERIC, Answer, Fact
from game.packs.notation import notation_of

FEWEST_CUT = 4
"""Of so many options in a row one is cut off; of fewer the engineer takes one, and says why."""

_YEAR = re.compile(r"(?<![\d,.-])(1[89]\d\d|20\d\d)(?![\d,.-]\d)(?!\d)")
_ROUND = (1000, 500, 100, 50, 10, 5, 2, 1)
_LEAST_BRACKET = 10


def archive(
    spec: Spec, form: Form, known: Known, rng: random.Random, catalogue: NullTranslations
) -> Iterator[Said]:
    """An end of the row cut off, a span of years or numbers, or the year or place of a name.

    Nothing for true-false, nor where the pack does not say it.
    """
    fact, answer = spec.fact, spec.answer
    if spec.kind == "true-false":
        return
    axis = axis_of(answer, known) if form.options else None
    if axis is not None:
        yield from _cut(answer, axis, form, known, rng, catalogue)
    elif answer.type == "number":
        yield from _bracket(answer, catalogue)
    elif answer.type in NUMERIC:
        yield from _half_century(answer, catalogue)
    else:
        _ = catalogue.gettext
        if year := _year_beside(fact, answer, form.prompt):
            yield Said(Hint("archive", _("It has to do with the year {year}.").format(year=year)))
        if place := _place_beside(fact, answer, form.prompt):
            text = _("It has to do with this place: {place}.").format(place=place)
            yield Said(Hint("archive", text))


def _cut(
    answer: Answer,
    axis: Axis,
    form: Form,
    known: Known,
    rng: random.Random,
    catalogue: NullTranslations,
) -> Iterator[Said]:
    """Before or after when the key lies: the first or the last of the options is out."""
    places = [place for place in map(axis.place, form.options) if place is not None]
    last = len(form.options) - 1
    if len(places) <= last or places != sorted(places) or len(places) < FEWEST_CUT:
        return
    ends = [at for at in (0, last) if at != form.answer]
    rng.shuffle(ends)
    for at in ends:
        inner = places[1] if at == 0 else places[last - 1]
        bound = form.options[at]
        if answer.type in ("year", "number") and any(c.isdigit() for c in answer.text):
            written = axis.write(_roundest(places[at], inner))
            bound = with_unit(written, answer, notation_of(known.pack.language))
        text = _side_of(answer, at == 0, known, catalogue).format(bound=bound)
        yield Said(Hint("archive", text), frozenset({at}))


def _roundest(out: int, kept: int) -> int:
    """The roundest place that parts one that is out, or is that one, from one that is kept."""
    low, high = (out, kept - 1) if out < kept else (kept + 1, out)
    for step in _ROUND:
        found = [at for at in (low // step * step, -(-low // step) * step) if low <= at <= high]
        if found:
            return found[-1]
    return out


def _side_of(answer: Answer, after: bool, known: Known, catalogue: NullTranslations) -> str:
    _ = catalogue.gettext
    if answer.type == "number":
        return _("It is more than {bound}.") if after else _("It is less than {bound}.")
    if answer.type in NUMERIC and not _lies_ahead(answer, known):
        return _("It was after {bound}.") if after else _("It was before {bound}.")
    return _("It comes after {bound}.") if after else _("It comes before {bound}.")


def _lies_ahead(answer: Answer, known: Known) -> bool:
    return any(int(year) > known.latest_year for year in _YEAR.findall(answer.text))


def _bracket(answer: Answer, catalogue: NullTranslations) -> Iterator[Said]:
    """The powers of ten on both sides of a number."""
    value = answer.value or 0.0
    if value < _LEAST_BRACKET:
        return
    low = 10 ** (len(str(int(value))) - 1)
    text, shown = catalogue.gettext("It lies between {low} and {high}."), notation_in(catalogue)
    yield Said(Hint("archive", text.format(low=shown.number(low), high=shown.number(low * 10))))


def _half_century(answer: Answer, catalogue: NullTranslations) -> Iterator[Said]:
    found = _YEAR.findall(answer.text)
    if len(found) != 1:
        return
    year = int(found[0])
    _ = catalogue.gettext
    early = (year - 1) % 100 < 50
    text = (
        _("It was in the first half of the {century}th century.")
        if early
        else _("It was in the second half of the {century}th century.")
    )
    if year > 2000:
        text = (
            _("It is in the first half of the 21st century.")
            if early
            else _("It is in the second half of the 21st century.")
        )
    yield Said(Hint("archive", text.format(century=(year - 1) // 100 + 1)))


def _year_beside(fact: Fact, answer: Answer, prompt: str) -> str:
    """The only year that the fact's sentence names, if the prompt does not and it is no key."""
    years = set(_YEAR.findall(fact.said(answer)))
    if len(years) != 1:
        return ""
    year = years.pop()
    return "" if year in prompt or year in answer.text else year


def _place_beside(fact: Fact, answer: Answer, prompt: str) -> str:
    """The only other answer of the sentence that is a place, if the prompt does not name it."""
    parts = answer.parts or fact.parts
    places = [
        fact.answers[p].text if answer.original else fact.answers[p].form
        for p in parts
        if isinstance(p, int) and fact.answers[p] is not answer and fact.answers[p].type == "place"
    ]
    if len(places) != 1 or contains(normalise(prompt), normalise(places[0])):
        return ""
    return places[0]
