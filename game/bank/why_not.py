"""Why an answer gives no question of a kind, in a sentence, and what its author can do about it.

The kinds decide; this asks them the same things in the same order, and never makes a question.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from game.bank.distractors import FEWEST, text_distractors
from game.bank.kinds import KINDS, choice, true_false, typed
from game.bank.known import Known
from game.bank.line import can_be_choice, only_above
from game.bank.pairs import shapes
from game.bank.question import Kind
from game.bank.spec import Spec
from game.bank.text import capitalised, is_name, normalise, word_count
from game.bank.timeline import span
from game.bank.unaided import leans_on_options
from game.bank.wording import asks_for_speaker, wordings
from game.packs.model import NUMERIC, Answer, Fact


class Texts(Protocol):
    """The texts of one language."""

    def gettext(self, message: str, /) -> str: ...


@dataclass(frozen=True, slots=True)
class Reason:
    """Why there is no question of a kind, "" where it is not meant for such an answer: a place is
    no number. `mendable` tells whether its author could have one.
    """

    kind: Kind
    text: str
    mendable: bool = True


@dataclass(frozen=True, slots=True)
class _Case:
    """An answer that is looked at; `specs` are all questions about its fact."""

    fact: Fact
    answer: Answer
    specs: Sequence[Spec]
    known: Known
    catalogue: Texts

    def say(self, message: str) -> str:
        return self.catalogue.gettext(message)


_Found = tuple[str, bool]
_NOT_MEANT: _Found = ("", False)


def reasons(
    fact: Fact,
    answer: Answer,
    specs: Sequence[Spec],
    known: Known,
    catalogue: Texts,
) -> tuple[Reason, ...]:
    """A reason for each kind of which an answer gives no question, in the order of the kinds.

    `specs` are all questions that the bank has about the fact.
    """
    given = {
        spec.kind
        for spec in specs
        for entry in spec.entries
        if entry.fact is fact and entry.answer is answer
    }
    case = _Case(fact, answer, specs, known, catalogue)
    found = []
    for module in KINDS:
        if module.KIND not in given:
            text, mendable = _BY_KIND[module.KIND](case)
            found.append(Reason(module.KIND, text, mendable))
    return tuple(found)


def _choice(case: _Case) -> _Found:
    fact, answer = case.fact, case.answer
    if asks_for_speaker(fact, answer):
        return _NOT_MEANT
    if (unasked := _unasked(case)) is not None:
        return unasked
    if not choice.enough(fact, answer, case.known):
        return _too_few(case)
    return _asked_elsewhere(case)


def _unasked(case: _Case) -> _Found | None:
    """Why none of its wordings can be asked."""
    if not case.answer.asks:
        return case.say("It has no question yet: write one under ask."), True
    if not any(True for _ in wordings(case.fact, case.answer)):
        text = case.say(
            "A claim is asked with its speaker named: begin ask with “According to {by}”."
        )
        return text.format(by=case.fact.by), True
    return None


def _too_few(case: _Case) -> _Found:
    """Why there are not two options that are certainly wrong."""
    if case.answer.type in NUMERIC:
        return case.say(
            "There is no room for two wrong values beside it: add two under wrong."
        ), True
    found = text_distractors(case.fact, case.answer, case.known)
    if found:
        text = case.say("Only “{text}” can stand beside it: add one more under wrong.")
        text = text.format(text=found[0].text)
    else:
        text = case.say("Nothing in this pack can stand beside it: add two under wrong.")
    if not case.answer.single:
        more = case.say("Other answers join them only with single: yes, if no other is true.")
        text = f"{text} {more}"
    return text, True


def _asked_elsewhere(case: _Case) -> _Found:
    if (twin := _asking_the_same(case)) is not None:
        text = case.say(
            "{file}, line {line} asks just the same, with the same answer: delete one of the two."
        )
        return text.format(file=twin.place.file, line=twin.place.line), True
    return case.say("Another fact of this pack asks just the same."), True


def _asking_the_same(case: _Case) -> Fact | None:
    """The other fact that asks one of its questions and has the same answer."""
    asks = {normalise(ask) for _, ask in wordings(case.fact, case.answer)}
    key = normalise(case.answer.text)
    for fact in case.known.pack.facts:
        for answer in fact.answers if fact is not case.fact else ():
            if normalise(answer.text) == key and any(
                normalise(ask) in asks for _, ask in wordings(fact, answer)
            ):
                return fact
    return None


def _true_false(case: _Case) -> _Found:
    fact, answer, known = case.fact, case.answer, case.known
    if fact.by:
        return case.say("What somebody claims is never called true or false."), False
    said = fact.said(answer)
    if not true_false.short_enough(fact, said):
        return _too_long(case, said), True
    stated = (s for s in case.specs if s.kind == "true-false" and s.fact is fact)
    other = next((s.answer for s in stated if fact.said(s.answer) == said), None)
    if other is not None:
        text = case.say("Of its sentence another answer is put wrong: “{text}”.")
        return text.format(text=other.text), False
    before, _after = fact.around(answer)
    if true_false.is_presupposed(*fact.meant_around(answer)):
        return (
            case.say(
                "Something else in its place would sound odd, not false: word it differently."
            ),
            True,
        )
    if not known.is_only_one(fact, answer):
        return case.say("Another fact says the same of something else, so neither is false."), True
    if answer.form != (answer.text if before else capitalised(answer.text)):
        text = case.say(
            "In its sentence it reads “{form}”: give wrong options such a form, before =."
        )
        return text.format(form=answer.form), True
    return _none_fits(case)


def _too_long(case: _Case, said: str) -> str:
    first = case.fact.level == 1
    most = true_false.MOST_WORDS if first else true_false.LATER_WORDS
    letters = true_false.MOST_LETTERS if first else true_false.LATER_LETTERS
    if word_count(said) <= most and len(said) <= letters:
        return case.say("Its sentence is too hard to read for level 1.")
    text = case.say(
        "Its sentence has {words} words, {letters} letters; {most}, {top} are the most."
    )
    return text.format(words=word_count(said), letters=len(said), most=most, top=letters)


def _none_fits(case: _Case) -> _Found:
    fact, answer, known = case.fact, case.answer, case.known
    way = only_above(fact.meant_around(answer)[0])
    if can_be_choice(fact, answer, known, way) or true_false.fitting(fact, answer, known):
        return _asked_elsewhere(case)
    found = text_distractors(fact, answer, known)
    if not found:
        return case.say("Nothing in this pack can take its place: add one under wrong."), True
    text = case.say("“{text}” does not fit into its sentence: add one under wrong that does.")
    return text.format(text=found[0].text), True


def _typed(case: _Case) -> _Found:
    answer = case.answer
    if answer.type in NUMERIC:
        return _NOT_MEANT
    if not answer.typed:
        return case.say("Its author wrote typed: no."), False
    if asks_for_speaker(case.fact, answer):
        return _NOT_MEANT
    if not typed.can_be_typed(answer, case.known):
        if len(answer.text) > typed.MOST_LETTERS:
            text = case.say("It is longer than {count} letters.")
            return text.format(count=typed.MOST_LETTERS), False
        if case.known.is_source(answer.text):
            return case.say("A source is only known from a list."), False
        if is_name(answer.meant) and word_count(answer.meant) > typed.MOST_WORDS:
            return case.say("A name of more than three words is too much to write."), False
        return case.say("A player could not know just which words to write."), False
    if (unasked := _unasked(case)) is not None:
        return unasked
    if all(leans_on_options(ask) for ask in answer.meant_asks):
        return case.say("Its question leans on a list: ask it so that it stands alone."), True
    return _asked_elsewhere(case)


def _number(case: _Case) -> _Found:
    answer = case.answer
    if answer.type not in ("year", "number"):
        return _NOT_MEANT
    if answer.value is None:
        return case.say("Its value cannot be read: write it in digits."), True
    return _unasked(case) or _asked_elsewhere(case)


def _in_time(case: _Case) -> _Found | None:
    """Why it stands on no timeline."""
    fact, answer = case.fact, case.answer
    if answer.type not in ("year", "date"):
        return _NOT_MEANT
    if fact.by or fact.as_of:
        return case.say("Claims and dated facts stand on no timeline."), False
    if not answer.event:
        return case.say("Say under event what happened then, in two to six words."), True
    if span(answer) is None:
        return case.say("It has no year."), True
    twin = next(
        (e for e in case.known.timeline.events if normalise(e.text) == normalise(answer.event)),
        None,
    )
    if twin is not None and twin.answer is not answer:
        text = case.say("“{fact}” has the same event.")
        return text.format(fact=twin.fact.label or twin.fact.id), True
    return None


def _order(case: _Case) -> _Found:
    return _in_time(case) or (
        case.say("Three events are needed that surely came one after the other."),
        True,
    )


def _match(case: _Case) -> _Found:
    if case.answer.event:
        return _in_time(case) or (case.say("Three events of different years are needed."), True)
    if (alone := _in_shape(case)) is not None:
        return alone
    if not case.answer.single:
        text = case.say("Others of its shape might be true of it: say single: yes if they are not.")
        return text, True
    return case.say(
        "Three facts of its shape are needed that cannot be taken for each other."
    ), True


def _odd_one_out(case: _Case) -> _Found:
    if case.answer.event:
        text = case.say("Three events of one decade or century and one of another are needed.")
        return _in_time(case) or (text, True)
    return _in_shape(case) or (
        case.say("Three facts with one answer and one with another are needed."),
        True,
    )


def _in_shape(case: _Case) -> _Found | None:
    """Why it is none of three facts of one shape."""
    if case.fact.by or case.fact.as_of:
        return _NOT_MEANT
    for shape in case.known.once(shapes):
        if any(pair.fact is case.fact and pair.answer is case.answer for pair in shape.pairs):
            return None
    return _NOT_MEANT


def _who_said(case: _Case) -> _Found:
    if not case.fact.by:
        return _NOT_MEANT
    if not asks_for_speaker(case.fact, case.answer):
        return _NOT_MEANT
    if not case.answer.asks:
        return case.say("It has no question yet: write one under ask."), True
    if len(text_distractors(case.fact, case.answer, case.known)) < FEWEST:
        return _too_few(case)
    return _asked_elsewhere(case)


def _picture(case: _Case) -> _Found:
    fact, answer = case.fact, case.answer
    shown = fact.picture
    if shown is not None and shown.asks:
        if shown.answer == answer.name:
            return _too_few(case)
        if not shown.answer and not any(spec.kind == "picture" for spec in case.specs):
            return case.say("Two other rows with a picture of this sort are needed."), True
    if answer.event:
        return _in_time(case) or (
            case.say("Two other events are needed, four years away from it or more."),
            True,
        )
    return _NOT_MEANT


_BY_KIND: dict[Kind, Callable[[_Case], _Found]] = {
    "choice": _choice,
    "true-false": _true_false,
    "typed": _typed,
    "number": _number,
    "order": _order,
    "match": _match,
    "odd-one-out": _odd_one_out,
    "who-said": _who_said,
    "picture": _picture,
}
