"""The four calls to mission control, each made from facts, and none giving the key away."""

from __future__ import annotations

import random
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from gettext import NullTranslations

from game.bank.archive import archive
from game.bank.flaws.lexicon import Lexicon, lexicon_of
from game.bank.flaws.words import holds
from game.bank.known import Entry, Known, Value
from game.bank.question import Hint
from game.bank.radio import radio
from game.bank.scale import leading_number, number_words
from game.bank.spec import Form, Said, Spec
from game.bank.text import normalise, says
from game.packs.model import NUMERIC, Answer, Fact
from game.packs.notation import Notation, notation_of

_GAP = "…"
_NEAR = 12
_TRIED = 4
_SAME_STORY = 3
"""Words beside its name in which two sentences about a thing may agree, if one tells the other."""

LEAST_LEFT = 2
"""Calls never leave fewer options than these: the last step is the player's own."""

Left = frozenset[int]


def hints_for(
    spec: Spec, form: Form, known: Known, rng: random.Random, catalogue: NullTranslations
) -> tuple[Hint, ...]:
    """Those calls that can be made well, in their order: archive, navigator, engineer, radio.

    Of options each call that rules any out rules out others than those before it, and two are left
    at the end. If no call can be made well, an option goes without a reason, or the topic is told.
    """
    left: Left = frozenset(range(len(form.options)))
    lexicon = lexicon_of(known.pack.language)
    bent = _bent(spec, form, lexicon)
    spoilers = _spoilers(spec, form, known)
    made: list[Hint] = []
    for call in (*_CALLS, _at_least):
        if made and call is _at_least:
            break
        for said in call(spec, form, left, known, rng, catalogue):
            if says(said.hint.text, spoilers):
                continue
            if bent and any(holds(said.hint.text, spoiler, lexicon) for spoiler in bent):
                continue
            if said.out and (not said.out & left or len(left - said.out) < LEAST_LEFT):
                continue
            left -= said.out
            made.append(said.hint)
            break
    return tuple(made)


def _spoilers(spec: Spec, form: Form, known: Known) -> frozenset[str]:
    """Normalised texts that no hint may hold: the key in all its spellings."""
    if spec.kind == "true-false":
        return frozenset(map(normalise, form.options))
    mark = (spec.fact.id, spec.answer.name, form.accepted)
    notation = notation_of(known.pack.language)
    return known.recent(_spellings, mark, spec.answer, form.accepted, notation)


def _spellings(answer: Answer, accepted: tuple[str, ...], notation: Notation) -> frozenset[str]:
    found = {answer.text, answer.form, *answer.accepted, *accepted}
    if answer.value is not None and answer.type != "date":
        found |= {f"{answer.value:g}", f"{answer.value:.0f}", *number_words(answer.value, notation)}
    return frozenset(plain for plain in map(normalise, found) if plain)


def _bent(spec: Spec, form: Form, lexicon: Lexicon) -> frozenset[str]:
    """What no hint may hold in whatever ending, in a language that bends its words."""
    if spec.kind == "true-false" or lexicon.is_english or not lexicon.endings:
        return frozenset()
    answer = spec.answer
    texts = {answer.text, *form.accepted} if answer.type not in NUMERIC else set()
    return frozenset(texts)


def _archive(
    spec: Spec,
    form: Form,
    _left: Left,
    known: Known,
    rng: random.Random,
    catalogue: NullTranslations,
) -> Iterator[Said]:
    return archive(spec, form, known, rng, catalogue)


def _navigator(
    spec: Spec,
    form: Form,
    left: Left,
    known: Known,
    _rng: random.Random,
    catalogue: NullTranslations,
) -> Iterator[Said]:
    """The author's own hint, or what another fact says of the key, or what came before it."""
    fact, answer = spec.fact, spec.answer
    _ = catalogue.gettext
    if spec.kind == "true-false":
        # A hint for the whole fact may be about another answer than the one that is stated, and
        # where the answer is what the sentence is about, "it" would be the wrong one.
        if answer.hint and fact.around(answer)[0] and answer.text != fact.name:
            yield Said(Hint("navigator", answer.hint))
        yield from _true_of_subject(spec, form, catalogue)
        return
    if own := fact.hint_of(answer):
        yield Said(Hint("navigator", own))
    if answer.type == "year":
        yield from _before_or_after(fact, answer, form, left, known, catalogue)
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
            yield Said(Hint("navigator", text.format(sentence=said)))


def _true_of_subject(spec: Spec, form: Form, catalogue: NullTranslations) -> Iterator[Said]:
    """What another column says of the thing that a statement about a row is about.

    The same columns for true and false statements, so that what is told does not tell them apart.
    """
    fact, answer = spec.fact, spec.answer
    of = form.subject.fact if form.subject else fact
    name = set(normalise(fact.name).split())
    stated = set(normalise(fact.said(answer)).split()) - name
    text = catalogue.gettext("This much is sure: “{sentence}”")
    for other in fact.answers:
        said = set(normalise(fact.said(other)).split())
        if not other.parts or len(said & stated) >= _SAME_STORY or not name <= said:
            continue
        for same in of.answers:
            if same.name == other.name:
                yield Said(Hint("navigator", text.format(sentence=of.said(same))))


def _with_gap(fact: Fact, answer: Answer) -> str:
    return _GAP.join(fact.around(answer))


def _before_or_after(
    fact: Fact,
    answer: Answer,
    form: Form,
    left: Left,
    known: Known,
    catalogue: NullTranslations,
) -> Iterator[Said]:
    """The nearest year of the pack before the key, or after it, with what happened then.

    Beside options only what rules one of them out.
    """
    _ = catalogue.gettext
    line = known.line(answer)
    key = answer.value or 0.0
    first = bisect_left(line, key, key=_value)
    after = bisect_right(line, key, key=_value)
    years = [leading_number(option) or key for option in form.options]
    asked = normalise(f"{fact.said(answer)} {' '.join(answer.asks)}")
    for text, near in (
        (_("It was after this: “{sentence}”"), reversed(line[max(0, first - _NEAR) : first])),
        (_("It was before this: “{sentence}”"), iter(line[after : after + _NEAR])),
    ):
        for other in near:
            out = _on_the_wrong_side(other.value, key, years)
            if form.options and not out & left:
                continue
            told = (e for e in other.entries[:_TRIED] if _may_be_told(fact, e, asked, known))
            entry = next(told, None)
            if entry is not None:
                yield Said(Hint("navigator", text.format(sentence=entry.said)), out)
                break


def _value(valued: Value) -> float:
    return valued.value


def _may_be_told(fact: Fact, entry: Entry, asked: str, known: Known) -> bool:
    return (
        known.fit_beside(fact, entry.fact)
        and not entry.fact.as_of
        and normalise(entry.said) not in asked
    )


def _on_the_wrong_side(value: float, key: float, years: Sequence[float]) -> Left:
    """The options that a year before or after the key rules out, itself with them."""
    return frozenset(
        at for at, year in enumerate(years) if (year <= value if value < key else year >= value)
    )


def _struck(
    spec: Spec,
    form: Form,
    left: Left,
    _known: Known,
    rng: random.Random,
    catalogue: NullTranslations,
) -> Iterator[Said]:
    """One option out, and why. Of numbers the outermost: a nearer one would take others along."""
    if spec.kind == "true-false":
        return
    text = catalogue.gettext("Cross out “{option}”. {reason}")
    for at in _to_strike(spec, form, left, rng):
        if reason := _reason(form, at):
            said = text.format(option=form.options[at], reason=reason)
            yield Said(Hint("engineer", said, at), frozenset({at}))


def _last(
    spec: Spec,
    form: Form,
    left: Left,
    _known: Known,
    rng: random.Random,
    catalogue: NullTranslations,
) -> Iterator[Said]:
    if form.options and spec.kind != "true-false":
        return _struck_as_well(spec, form, left, rng, catalogue)
    return radio(spec, form, rng, catalogue)


_CALLS = (_archive, _navigator, _struck, _last)


def _struck_as_well(
    spec: Spec, form: Form, left: Left, rng: random.Random, catalogue: NullTranslations
) -> Iterator[Said]:
    """Another option out: a letter of the key would single it out among others in plain sight."""
    _ = catalogue.gettext
    for at in _to_strike(spec, form, left, rng):
        reason = _reason(form, at)
        if len(left) == len(form.options):
            text = _("Cross out “{option}”.")
        else:
            text = _("Not “{option}” either. {reason}") if reason else _("Not “{option}” either.")
        said = text.format(option=form.options[at], reason=reason)
        yield Said(Hint("radio", said, at), frozenset({at}))


def _to_strike(spec: Spec, form: Form, left: Left, rng: random.Random) -> list[int]:
    if not isinstance(form.answer, int):
        return []
    wrong = sorted(left - {form.answer})
    outer = [at for at in wrong if at in (min(left), max(left))]
    others = [at for at in wrong if at not in outer]
    rng.shuffle(outer)
    rng.shuffle(others)
    order = outer + others
    if spec.answer.type not in NUMERIC:
        rng.shuffle(order)
    return order


def _reason(form: Form, at: int) -> str:
    return form.feedback[at] if form.feedback else ""


def _at_least(
    spec: Spec,
    form: Form,
    left: Left,
    known: Known,
    rng: random.Random,
    catalogue: NullTranslations,
) -> Iterator[Said]:
    """What can always be said, so that no question is without a call."""
    _ = catalogue.gettext
    if spec.kind != "true-false":
        for at in _to_strike(spec, form, left, rng):
            said = _("Cross out “{option}”.").format(option=form.options[at])
            yield Said(Hint("engineer", said, at), frozenset({at}))
    topic = known.topics.get(spec.fact.topic, "") or spec.fact.label
    if topic:
        text = _("The archive has it under “{topic}”.").format(topic=topic)
        yield Said(Hint("archive", text))
