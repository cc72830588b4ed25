"""Written questions as questions of the bank: what their authors wrote, put in an order."""

from __future__ import annotations

import random
from collections.abc import Iterator
from gettext import NullTranslations

from game.bank.hints import hints_for
from game.bank.kinds import number, typed
from game.bank.known import Known
from game.bank.question import Hint, Kind
from game.bank.scale import leading_number
from game.bank.spec import Form, Spec
from game.packs.model import Pack, Written, WrittenForm
from game.packs.notation import notation_of
from game.packs.written_answers import clear_pairs

MOST_OPTIONS = 4
"""Letters that a screen, a phone and a card have; of more wrong options each seed draws others."""


_KINDS: dict[WrittenForm, Kind] = {
    "choice": "choice",
    "several": "choice",
    "true-false": "true-false",
    "typed": "typed",
    "number": "number",
    "match": "match",
    "order": "order",
}


def specs_of(pack: Pack) -> dict[Kind, list[Spec]]:
    """The questions of each kind, in the author's order.

    One with several right answers is asked once for each of them, never two side by side.
    """
    found: dict[Kind, list[Spec]] = {}
    for one in pack.written:
        of_kind = found.setdefault(_KINDS[one.form], [])
        for at, answer in enumerate(one.answers):
            of_kind.append(Spec(_KINDS[one.form], one, at, answer.name))
    return found


def stem(spec: Spec) -> tuple[str, str]:
    """Prompt and key, with no chance in them."""
    return spec.fact.text, spec.answer.text


def form(spec: Spec, known: Known, rng: random.Random, catalogue: NullTranslations) -> Form:
    """The question, with no more options, pairs or entries of a row than a screen has room for."""
    one = spec.fact
    assert isinstance(one, Written)
    if one.form == "typed":
        return typed.form(_plain(spec), known, rng, catalogue)
    if one.form == "number":
        return number.form(_plain(spec), known, rng, catalogue)
    if one.form == "true-false":
        words = (catalogue.gettext("True"), catalogue.gettext("False"))
        told = tuple(option.feedback for option in one.options)
        return Form(one.text, int(one.options[0].share <= 0), words, told)
    if one.form == "match":
        return _match(one, rng)
    if one.form == "order":
        return _order(one, rng)
    return _choice(spec, one, known, rng)


def _plain(spec: Spec) -> Spec:
    return Spec(spec.kind, spec.fact, spec.index)


def _choice(spec: Spec, one: Written, known: Known, rng: random.Random) -> Form:
    """Numbers ascend, other options are shuffled."""
    right = {answer.text for answer in one.answers}
    key = next(option for option in one.options if option.text == spec.answer.text)
    wrong = [option for option in one.options if option.text not in right]
    if len(wrong) >= MOST_OPTIONS:
        wrong = rng.sample(wrong, MOST_OPTIONS - 1)
    shown = [key, *wrong]
    notation = notation_of(known.pack.language)
    values = {option.text: leading_number(option.text, notation) for option in shown}
    if None in values.values():
        rng.shuffle(shown)
    else:
        shown.sort(key=lambda option: values[option.text] or 0.0)
    return Form(
        one.text,
        shown.index(key),
        tuple(option.text for option in shown),
        tuple("" if option is key else option.feedback for option in shown),
    )


def _match(one: Written, rng: random.Random) -> Form:
    pairs = list(clear_pairs(one.pairs))
    rng.shuffle(pairs)
    by_right = {right: (left, right) for left, right in pairs}
    chosen = list(by_right.values())[:MOST_OPTIONS]
    chosen.sort(key=one.pairs.index)
    rights = [right for _, right in chosen]
    shown = _mixed(rights, rng)
    return Form(
        one.text,
        tuple(shown.index(right) for right in rights),
        tuple(shown),
        prompts=tuple(left for left, _ in chosen),
    )


def _order(one: Written, rng: random.Random) -> Form:
    places = range(len(one.order))
    row = [one.order[at] for at in sorted(rng.sample(places, min(MOST_OPTIONS, len(places))))]
    shown = _mixed(row, rng)
    return Form(one.text, tuple(shown.index(entry) for entry in row), tuple(shown))


def _mixed(row: list[str], rng: random.Random) -> list[str]:
    """The row in another order than its own: nobody is to win by doing nothing."""
    shown = list(row)
    while shown == row:
        rng.shuffle(shown)
    return shown


def hints(
    spec: Spec, form: Form, known: Known, rng: random.Random, catalogue: NullTranslations
) -> tuple[Hint, ...]:
    """The author's hints, and for what can be struck out or begun to spell the game's own."""
    one = spec.fact
    assert isinstance(one, Written)
    if len(one.hints) > 1 or one.form in ("match", "order", "true-false"):
        return tuple(_by_author(one))
    return hints_for(spec, form, known, rng, catalogue)


def _by_author(one: Written) -> Iterator[Hint]:
    if len(one.hints) == 1:
        yield Hint("navigator", one.hints[0])
        return
    for call, text in zip(("archive", "navigator", "engineer", "radio"), one.hints, strict=False):
        yield Hint(call, text)  # type: ignore[arg-type]


def explanation(spec: Spec, form: Form, key: str, catalogue: NullTranslations) -> str:
    """What is right, said whole: nothing but the question says it."""
    _ = catalogue.gettext
    if spec.kind == "true-false":
        said = (
            _("This is true: {statement}") if form.answer == 0 else _("This is false: {statement}")
        )
        return said.format(statement=spec.fact.text)
    if len(spec.fact.answers) > 1:
        every = ", ".join(answer.text for answer in spec.fact.answers)
        return _("The right answers: {answers}.").format(answers=every)
    return _("The right answer: {answer}.").format(answer=key.rstrip("."))
