"""The four calls to mission control, each made from facts, and none giving the key away."""

from __future__ import annotations

import random
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from gettext import NullTranslations

from game.bank.known import Known
from game.bank.question import Hint
from game.bank.radio import radio
from game.bank.scale import number_words
from game.bank.spec import Form, Spec
from game.bank.text import contains, normalise
from game.packs.model import NUMERIC, Answer, Fact

_YEAR = re.compile(r"(?<![\d,.-])(1[89]\d\d|20\d\d)(?![\d,.-]\d)(?!\d)")
_GAP = "…"
_NEAR = 12


def hints_for(
    spec: Spec, form: Form, known: Known, rng: random.Random, catalogue: NullTranslations
) -> tuple[Hint, ...]:
    """Those calls that can be made well, in their order: archive, navigator, engineer, radio."""
    made: list[Hint] = []
    spoilers = _spoilers(spec, form)
    for call in (_archive, _navigator, _engineer, radio):
        for hint in call(spec, form, known, rng, catalogue):
            said = normalise(hint.text)
            if not any(contains(said, spoiler) for spoiler in spoilers):
                made.append(hint)
                break
    return tuple(made)


def _spoilers(spec: Spec, form: Form) -> frozenset[str]:
    """Normalised texts that no hint may hold: the key in all its spellings."""
    if spec.kind == "true-false":
        return frozenset(map(normalise, form.options))
    answer = spec.answer
    found = {answer.text, answer.form, *answer.accepted, *form.accepted}
    if answer.value is not None and answer.type != "date":
        found |= {f"{answer.value:g}", f"{answer.value:.0f}", *number_words(answer.value)}
    return frozenset(plain for plain in map(normalise, found) if plain)


def _archive(
    spec: Spec, form: Form, known: Known, _rng: random.Random, catalogue: NullTranslations
) -> Iterator[Hint]:
    """When it belongs, and where the archive keeps it."""
    fact, answer = spec.fact, spec.answer
    _ = catalogue.gettext
    if spec.kind != "true-false":
        when = _half_century(answer, catalogue) or _year_beside(fact, answer, form.prompt)
        if when.isdigit():
            yield Hint("archive", _("It has to do with the year {year}.").format(year=when))
        elif when:
            yield Hint("archive", when)
    topic, label = known.topics.get(fact.topic, ""), fact.label
    if topic and label and normalise(topic) != normalise(label):
        text = _("The archive has it under “{topic}”, on the card “{label}”.")
        yield Hint("archive", text.format(topic=topic, label=label))
    if topic or label:
        yield Hint("archive", _("The archive has it under “{topic}”.").format(topic=topic or label))


def _half_century(answer: Answer, catalogue: NullTranslations) -> str:
    if answer.type not in ("year", "date"):
        return ""
    found = _YEAR.findall(answer.text)
    if len(found) != 1:
        return ""
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
    return text.format(century=(year - 1) // 100 + 1)


def _year_beside(fact: Fact, answer: Answer, prompt: str) -> str:
    """The only year that the fact's sentence names, if the prompt does not and it is no key."""
    years = set(_YEAR.findall(fact.said(answer)))
    if answer.type in NUMERIC or len(years) != 1:
        return ""
    year = years.pop()
    return "" if year in prompt or year in answer.text else year


def _navigator(
    spec: Spec, form: Form, known: Known, _rng: random.Random, catalogue: NullTranslations
) -> Iterator[Hint]:
    """The author's own hint, or what another fact says of the key, or what came before it."""
    fact, answer = spec.fact, spec.answer
    _ = catalogue.gettext
    if own := fact.hint_of(answer):
        yield Hint("navigator", own)
    if spec.kind == "true-false":
        return
    if answer.type == "year":
        yield from _before_or_after(fact, answer, known, catalogue)
        return
    if answer.type in NUMERIC:
        return
    asked = normalise(form.prompt)
    for entry in known.said(answer.text):
        if not known.fit_beside(fact, entry.fact) or entry.fact.by or entry.fact.as_of:
            continue
        said = _with_gap(entry.fact, entry.answer)
        if len(set(normalise(said).split()) - set(asked.split())) >= 3:
            text = _("This is true of it too: “{sentence}”")
            yield Hint("navigator", text.format(sentence=said))


def _with_gap(fact: Fact, answer: Answer) -> str:
    return _GAP.join(fact.around(answer))


def _before_or_after(
    fact: Fact, answer: Answer, known: Known, catalogue: NullTranslations
) -> Iterator[Hint]:
    """The nearest year of the pack before the key, or after it, with what happened then."""
    _ = catalogue.gettext
    line = known.line(answer)
    key = answer.value or 0.0
    first = bisect_left(line, key, key=lambda pair: pair[0])
    after = bisect_right(line, key, key=lambda pair: pair[0])
    asked = normalise(f"{fact.said(answer)} {' '.join(answer.asks)}")
    for text, near in (
        (_("It was after this: “{sentence}”"), reversed(line[max(0, first - _NEAR) : first])),
        (_("It was before this: “{sentence}”"), iter(line[after : after + _NEAR])),
    ):
        for _value, entry in near:
            told = entry.fact
            if (
                known.fit_beside(fact, told)
                and not told.as_of
                and normalise(entry.said) not in asked
            ):
                yield Hint("navigator", text.format(sentence=entry.said))
                break


def _engineer(
    spec: Spec, form: Form, _known: Known, rng: random.Random, catalogue: NullTranslations
) -> Iterator[Hint]:
    """One option out, and why. Of numbers the outermost: a nearer one would take others along."""
    if spec.kind == "true-false" or len(form.options) < 3 or not isinstance(form.answer, int):
        return
    last = len(form.options) - 1
    outer = [at for at in (0, last) if at != form.answer]
    others = [at for at in range(1, last) if at != form.answer]
    rng.shuffle(outer)
    rng.shuffle(others)
    order = outer + others
    if spec.answer.type not in NUMERIC:
        rng.shuffle(order)
    for at in order:
        reason = form.feedback[at] if form.feedback else ""
        if reason:
            text = catalogue.gettext("Cross out “{option}”. {reason}")
            yield Hint("engineer", text.format(option=form.options[at], reason=reason), at)
