"""Picture: a figure is shown, and what is asked about it needs it.

What a fact or a row of a table has drawn is asked as its author words it. Events are marked on a
line of years that the bank draws itself.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from gettext import NullTranslations

from game.bank.distractors import FEWEST, MOST, Distractor, text_distractors
from game.bank.known import Known
from game.bank.pick import pick
from game.bank.question import Hint, Kind
from game.bank.spec import Form, Spec, Together
from game.bank.strike import strikes
from game.bank.text import capitalised, normalise, overlap
from game.bank.timeline import Event
from game.bank.wording import pattern, that_was, why_of, with_day
from game.packs.model import Fact, Picture

KIND: Kind = "picture"

LINE = "line"
"""The pattern of an event on a line of years."""

_NAME = "name"
_FAR = 14
"""Other events lie at least such a part of the line away from the mark: one must see it."""

_APART = 4
"""Years by which two events differ at least, if one is to be told from the other on a line."""

_DRAWS = 12
_ERA = 10
_LOOKED_AT = 16


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is asked with a picture, its key, and what is said of it afterwards."""

    prompt: str
    key: str
    picture: Picture
    said: str
    why: str
    hint: str


def specs(known: Known) -> Iterator[Spec]:
    """What pictures ask for, where two others are certainly wrong; events far from two others."""
    for fact in known.pack.facts:
        if fact.picture is None or not fact.answers:
            continue
        for at in range(len(fact.picture.asks)):
            spec = Spec(KIND, fact, _index(fact), _pattern(fact, at))
            if len(_others(spec, known)) >= FEWEST:
                yield spec
    for event in known.timeline.events:
        if len(_away(event, known)) >= FEWEST:
            yield Spec(KIND, event.fact, event.fact.index_of(event.answer), LINE)


def _index(fact: Fact) -> int:
    """The answer that a picture asks for; the first, for its source, where it asks for the row."""
    names = [answer.name for answer in fact.answers]
    assert fact.picture is not None
    return names.index(fact.picture.answer) if fact.picture.answer else 0


def _pattern(fact: Fact, at: int) -> str:
    assert fact.picture is not None
    parts = (_NAME if not fact.picture.answer else "", pattern(at))
    return "-".join(part for part in parts if part)


def _ask(spec: Spec) -> str:
    assert spec.fact.picture is not None
    _before, _ask, number = spec.pattern.rpartition("ask-")
    return spec.fact.picture.asks[int(number) - 1 if _ask else 0]


def _is_named(spec: Spec) -> bool:
    return spec.pattern.startswith(_NAME)


def stem(spec: Spec) -> tuple[str, str]:
    if spec.pattern == LINE:
        return LINE, spec.answer.event
    assert spec.fact.picture is not None
    return f"{_ask(spec)} {spec.fact.picture.of}{spec.fact.picture.file}", _key(spec)


def _key(spec: Spec) -> str:
    return spec.fact.name if _is_named(spec) else spec.answer.text


def _others(spec: Spec, known: Known) -> Sequence[Distractor]:
    """What is certainly wrong: other answers, or rows whose pictures show other things.

    Pictures of one sort show different things if they have different names.
    """
    if not _is_named(spec):
        return text_distractors(spec.fact, spec.answer, known)
    own = spec.fact.picture
    assert own is not None
    key = normalise(spec.fact.name)
    found = [
        fact
        for fact in known.once(_drawn).get(_table(spec.fact), ())
        if fact.picture is not None
        and (fact.picture.draw, bool(own.draw)) == (own.draw, True)
        and fact.picture.of != own.of
        and known.fit_beside(spec.fact, fact)
        and not overlap(normalise(fact.name), key)
    ]
    return [Distractor(fact.name, fact.said(fact.answers[0])) for fact in found]


def _table(fact: Fact) -> str:
    return fact.id.partition("/")[0]


def _drawn(known: Known) -> dict[str, list[Fact]]:
    """The rows that have a picture which asks for their names, by table."""
    found: dict[str, list[Fact]] = {}
    for fact in known.pack.facts:
        if fact.name and fact.answers and fact.picture and fact.picture.asks:
            found.setdefault(_table(fact), []).append(fact)
    return found


def form(spec: Spec, known: Known, rng: random.Random, catalogue: NullTranslations) -> Form:
    if spec.pattern == LINE:
        return _line_form(spec, known, rng, catalogue)
    others = _others(spec, known)
    if _is_named(spec):
        found = rng.sample(others, min(MOST, len(others)))
    else:
        found = pick(others, known, rng)
    fact = spec.fact
    assert fact.picture is not None
    hint = _of_the_row(spec, catalogue) if _is_named(spec) else fact.hint_of(spec.answer)
    said = fact.said(spec.answer)
    if _is_named(spec):
        shows = catalogue.gettext("The picture shows: {name}.").format(name=fact.name)
        said = f"{shows} {said}"
    prompt = with_day(fact, _ask(spec), catalogue)
    why = why_of(fact, spec.answer, catalogue)
    made = _Asked(prompt, _key(spec), fact.picture, said, why, hint)
    return _made(made, spec, found, rng, catalogue)


def _of_the_row(spec: Spec, catalogue: NullTranslations) -> str:
    """What a row says of the thing that is drawn, without its name."""
    said = spec.fact.said(spec.answer)
    if said.count(spec.fact.name) != 1:
        return ""
    text = catalogue.gettext("This is true of it too: “{sentence}”")
    return text.format(sentence=said.replace(spec.fact.name, "…"))


def _away(event: Event, known: Known) -> list[Event]:
    """Events for players of this age, the nearest of those that are not as good as the same."""
    found = [
        other
        for other in known.timeline.beyond(event, _APART, _LOOKED_AT)
        if known.age(other.fact) <= known.age(event.fact) and other.fact is not event.fact
    ]
    found.sort(key=lambda e: (abs(e.year - event.year), e.fact.id, e.answer.name))
    return found[: 2 * MOST]


def _decades(events: Sequence[Event]) -> tuple[int, int]:
    """The decades that hold some events, two at least."""
    low = min(event.year for event in events) // _ERA * _ERA
    high = -(-max(event.last_year + 1 for event in events) // _ERA) * _ERA
    return low, max(high, low + 2 * _ERA)


def _drawn_beside(event: Event, known: Known, rng: random.Random) -> list[Event]:
    """Up to three events that one can see to lie elsewhere on the line that holds them all.

    If none of a few drawn sets will do, the two nearest: their line is the shortest.
    """
    near = _away(event, known)
    for _ in range(_DRAWS):
        found = rng.sample(near, min(MOST, len(near)))
        low, high = _decades([event, *found])
        if all(abs(other.year - event.year) * _FAR >= high - low for other in found):
            return found
    return near[:FEWEST]


def _line_form(spec: Spec, known: Known, rng: random.Random, catalogue: NullTranslations) -> Form:
    event = Event.of(spec.fact, spec.answer)
    beside = _drawn_beside(event, known, rng)
    low, high = _decades([event, *beside])
    found = [
        Distractor(capitalised(e.text), that_was(e.answer, known.latest_year, catalogue))
        for e in beside
    ]
    _ = catalogue.gettext
    start = event.year // _ERA * _ERA
    alt = _("A line of years from {low} to {high}, with one mark, between {start} and {end}.")
    words = alt.format(low=low, high=high, start=start, end=start + _ERA)
    picture = Picture(alt=words, draw="timeline", of=str(event.year), within=(low, high))
    prompt = _("What belongs at the mark on the line of years?")
    said, why = event.fact.said(event.answer), why_of(event.fact, event.answer, catalogue)
    made = _Asked(prompt, capitalised(event.text), picture, said, why, "")
    return _made(made, spec, found, rng, catalogue)


def _made(
    asked: _Asked,
    spec: Spec,
    found: Sequence[Distractor],
    rng: random.Random,
    catalogue: NullTranslations,
) -> Form:
    drawn = [*found, Distractor(asked.key)]
    rng.shuffle(drawn)
    options = tuple(one.text for one in drawn)
    answer = options.index(asked.key)
    feedback = tuple("" if at == answer else one.what for at, one in enumerate(drawn))
    own = (Hint("navigator", asked.hint),) if asked.hint else ()
    return Form(
        prompt=asked.prompt,
        answer=answer,
        options=options,
        feedback=feedback,
        picture=asked.picture,
        together=Together(
            facts=(spec.fact,),
            label=spec.fact.label,
            summary=f"{asked.picture.of}{asked.picture.file} {asked.key}",
            explanation=asked.said,
            why=asked.why,
            hints=(*own, *strikes(options, feedback, rng, catalogue)),
        ),
    )
