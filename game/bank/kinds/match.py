"""Match: three or four halves on the left, each with the only one on the right that fits it."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from gettext import NullTranslations
from itertools import combinations, pairwise

from game.bank.known import Entry, Known
from game.bank.pairs import (
    Pair,
    framed,
    left_of,
    longest,
    of_one_shape,
    right_of,
    rows,
    shapes,
    tell_apart,
)
from game.bank.question import Hint, Kind
from game.bank.spec import Form, Spec, Together
from game.bank.text import capitalised
from game.bank.timeline import Event, all_events, year_of
from game.packs.model import NUMERIC

KIND: Kind = "match"

USUAL = 4
FEWEST = 3
YEARS = "year"
"""The pattern of events and their years; pairs of facts of one shape have none."""


def specs(known: Known) -> Iterator[Spec]:
    """Rows of pairs that can be told apart: events with their years, and facts of one shape."""
    seen: set[tuple[str, frozenset[str]]] = set()
    for pattern, entries, fits in _groups(known):
        for row in longest(rows(len(entries), USUAL, fits), FEWEST):
            found = [entries[at] for at in row]
            marks = (pattern or found[0].answer.name, frozenset(e.fact.id for e in found))
            if marks in seen:
                continue
            seen.add(marks)
            found.sort(key=lambda entry: -known.age(entry.fact))
            lead = found[0]
            index = lead.fact.index_of(lead.answer)
            yield Spec(KIND, lead.fact, index, pattern, tuple(found[1:]))


def holds(spec: Spec, known: Known) -> bool:
    """Whether these facts, which were matched elsewhere, can be told apart here."""
    if spec.pattern == YEARS:
        row = all_events((entry.fact, entry.answer) for entry in spec.entries)
        return row is not None and all(a.last_year < b.year for a, b in pairwise(row))
    pairs = of_one_shape(spec.entries)
    return pairs is not None and all(
        tell_apart(one, other, known) for one, other in combinations(pairs, 2)
    )


_Group = tuple[str, Sequence[Entry], Callable[[list[int], int], bool]]


def _groups(known: Known) -> Iterator[_Group]:
    """Pattern, entries with neighbours side by side, and which may join a row."""
    events = known.timeline.events
    for age in sorted({known.age(event.fact) for event in events}):
        yield _years([event for event in events if known.age(event.fact) <= age], known)
    for shape in shapes(known):
        pairs = [pair for pair in shape.pairs if not pair.answer.event]
        yield _shaped(sorted(pairs, key=_neighbours), known)


def _years(events: Sequence[Event], known: Known) -> _Group:
    def fits(row: list[int], at: int) -> bool:
        if any(events[at].fact is events[one].fact for one in row):
            return False
        return events[row[-1]].last_year < events[at].year

    return YEARS, [known.entry(event.fact, event.answer) for event in events], fits


def _shaped(pairs: Sequence[Pair], known: Known) -> _Group:
    def fits(row: list[int], at: int) -> bool:
        return all(tell_apart(pairs[one], pairs[at], known) for one in row)

    return "", [pair.entry for pair in pairs], fits


def _neighbours(pair: Pair) -> tuple[float, int, str]:
    right = pair.answer.meant if pair.answer.original else pair.right
    return pair.answer.value or 0.0, len(right), pair.fact.id


def stem(spec: Spec) -> tuple[str, str]:
    return _frame(spec), _summary(spec)


def _frame(spec: Spec) -> str:
    return "" if spec.pattern else framed(spec.entries[0])[0]


def _halves(spec: Spec) -> list[tuple[Entry, str, str]]:
    """Every entry with its left and right half, by the right ones as options are sorted."""
    if spec.pattern == YEARS:
        made = [
            (entry, capitalised(entry.answer.event), str(year_of(entry.answer)))
            for entry in spec.entries
        ]
        return sorted(made, key=lambda half: int(half[2]))
    found = [(entry, left_of(entry), right_of(entry)) for entry in spec.entries]
    if spec.answer.type in NUMERIC:
        return sorted(found, key=lambda half: half[0].answer.value or 0.0)
    return sorted(found, key=lambda half: half[2].casefold())


def _summary(spec: Spec) -> str:
    return "; ".join(f"{left}: {right}" for _entry, left, right in _halves(spec))


def form(spec: Spec, _known: Known, rng: random.Random, catalogue: NullTranslations) -> Form:
    """Options ascend or stand by the alphabet, prompts in a drawn order that fits them nowhere.

    Where nothing needs to be moved nobody has to know anything.
    """
    halves = _halves(spec)
    places = _deranged(len(halves), rng)
    shown = [halves[place] for place in places]
    _ = catalogue.gettext
    if spec.pattern == YEARS:
        prompt = _("Match each event with its year.")
    else:
        framing = _("What belongs together? “{sentence}”").format(sentence=_frame(spec))
        prompt = spec.answer.match or framing
    told = "; ".join(f"{left}: {right}" for _entry, left, right in shown)
    return Form(
        prompt=prompt,
        answer=tuple(places),
        options=tuple(right for _entry, _left, right in halves),
        prompts=tuple(left for _entry, left, _right in shown),
        nearness=_nearness(spec, halves),
        together=Together(
            facts=tuple(entry.fact for entry, _left, _right in shown),
            label=_("Pairs"),
            summary=_summary(spec),
            explanation=_("These belong together. {pairs}.").format(pairs=told),
            why="",
            hints=_hints([(left, right) for _entry, left, right in shown], rng, catalogue),
        ),
    )


def _deranged(count: int, rng: random.Random) -> list[int]:
    """A drawn order in which nothing stands in its own place."""
    places = list(range(count))
    while any(at == place for at, place in enumerate(places)):
        rng.shuffle(places)
    return places


def _nearness(spec: Spec, halves: Sequence[tuple[Entry, str, str]]) -> float:
    """Of years from the smallest gap: five years make a half, none makes one. Else the middle."""
    if spec.pattern != YEARS:
        return 0.5
    years = [int(right) for _entry, _left, right in halves]
    return 5 / (5 + min(b - a for a, b in pairwise(years)))


def _hints(
    pairs: Sequence[tuple[str, str]], rng: random.Random, catalogue: NullTranslations
) -> tuple[Hint, ...]:
    """One pair; what does not belong together; a second pair where that leaves two."""
    _ = catalogue.gettext
    drawn = rng.sample(range(len(pairs)), len(pairs))
    first, second, third = (pairs[at] for at in drawn[:3])
    sure = _("This pair is right: “{left}” and “{right}”.")
    hints = [Hint("navigator", sure.format(left=first[0], right=first[1]))]
    if len(pairs) > FEWEST:
        apart = _("“{left}” and “{right}” do not belong together.")
        hints.append(Hint("engineer", apart.format(left=second[0], right=third[1])))
        hints.append(Hint("radio", sure.format(left=second[0], right=second[1])))
    return tuple(hints)
