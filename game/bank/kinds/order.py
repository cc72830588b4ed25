"""Order: three to five events to be put in a row, the earliest first."""

from __future__ import annotations

import random
from collections.abc import Iterator
from gettext import NullTranslations
from itertools import pairwise

from game.bank.known import Entry, Known
from game.bank.pairs import longest, strides
from game.bank.question import Hint, Kind
from game.bank.spec import Form, Spec, Together
from game.bank.text import capitalised, normalise
from game.bank.timeline import Event, Timeline, all_events, span, year_of
from game.bank.wording import that_was

KIND: Kind = "order"

USUAL = 4
FEWEST = 3


def specs(known: Known) -> Iterator[Spec]:
    """Rows that begin with each event in turn, of neighbours and of events further apart.

    Only events of which the pack proves which was first stand in one row. A row is for the oldest
    players of any of its facts, and each fact is in about a dozen at most.
    """
    seen: set[frozenset[str]] = set()
    for age in sorted({known.age(event.fact) for event in known.timeline.events}):
        line = Timeline(e for e in known.timeline.events if known.age(e.fact) <= age)
        every = (
            _row(line, start, stride) for stride in strides(len(line)) for start in range(len(line))
        )
        for row in longest(every, FEWEST):
            oldest = [event for event in row if known.age(event.fact) == age]
            facts = frozenset(event.fact.id for event in row)
            if not oldest or facts in seen:
                continue
            seen.add(facts)
            lead = oldest[0]
            more = tuple(known.entry(e.fact, e.answer) for e in row if e is not lead)
            yield Spec(KIND, lead.fact, lead.fact.index_of(lead.answer), "", more)


def holds(spec: Spec, _known: Known) -> bool:
    """Whether these facts, which were put in order elsewhere, can be put in order here."""
    row = all_events((entry.fact, entry.answer) for entry in spec.entries)
    if row is None or len({normalise(event.text) for event in row}) < len(row):
        return False
    return all(one.last < later.first for one, later in pairwise(row))


def _row(line: Timeline, start: int, stride: int) -> list[Event]:
    """Events from one on, each surely later than the one before, no fact twice."""
    row, at = [line.events[start]], start
    while len(row) < USUAL:
        at = max(at + stride, line.after(row[-1]))
        if at >= len(line):
            break
        alike = line.alike(at)
        event = line.events[alike[start % len(alike)]]
        if event.first <= row[-1].last:
            continue
        if all(event.fact is not other.fact for other in row):
            row.append(event)
    return row


def stem(spec: Spec) -> tuple[str, str]:
    return "", _summary(spec)


def _in_order(spec: Spec) -> list[Entry]:
    return sorted(spec.entries, key=lambda entry: span(entry.answer) or (0, 0))


def _summary(spec: Spec) -> str:
    return "; ".join(entry.answer.event for entry in _in_order(spec))


def form(spec: Spec, known: Known, rng: random.Random, catalogue: NullTranslations) -> Form:
    """The events in a drawn order, never in the right one: nobody is to win by doing nothing."""
    row = _in_order(spec)
    places = list(range(len(row)))
    while places == sorted(places):
        rng.shuffle(places)
    shown = [row[place] for place in places]
    _ = catalogue.gettext
    told = ", ".join(
        _("{event} ({when})").format(event=entry.answer.event, when=entry.answer.text)
        for entry in row
    )
    return Form(
        prompt=_("Put these in order, the earliest first."),
        answer=tuple(places.index(place) for place in range(len(row))),
        options=tuple(capitalised(entry.answer.event) for entry in shown),
        feedback=tuple(entry.answer.text for entry in shown),
        nearness=_nearness(row),
        together=Together(
            facts=tuple(entry.fact for entry in shown),
            label=_("A timeline"),
            summary=_summary(spec),
            explanation=_("In the right order: {events}.").format(events=told),
            why=_span_of_years(row, catalogue),
            hints=_hints(row, known.latest_year, rng, catalogue),
        ),
    )


def _nearness(row: list[Entry]) -> float:
    """From the smallest gap between neighbours: five years make a half, none makes one."""
    years = [year_of(entry.answer) for entry in row]
    gap = min(later - earlier for earlier, later in pairwise(years))
    return 5 / (5 + gap)


def _span_of_years(row: list[Entry], catalogue: NullTranslations) -> str:
    years = year_of(row[-1].answer) - year_of(row[0].answer)
    if years < 1:
        return ""
    return catalogue.ngettext(
        "From the first to the last it is {years} year.",
        "From the first to the last it is {years} years.",
        years,
    ).format(years=years)


def _hints(
    row: list[Entry], latest_year: int, rng: random.Random, catalogue: NullTranslations
) -> tuple[Hint, ...]:
    """All years together; the year of one; a place that one has not; the first of them."""
    _ = catalogue.gettext
    names = [capitalised(entry.answer.event) for entry in row]
    inner = rng.randrange(1, len(row) - 1)
    low, high = year_of(row[0].answer) // 10 * 10, year_of(row[-1].answer) // 10 * 10
    within = _("All of it lies in the {low}s.")
    across = _("All of it lies between the {low}s and the {high}s.")
    between = (within if low == high else across).format(low=low, high=high)
    dated = _("“{event}”: {when}").format(
        event=names[inner], when=that_was(row[inner].answer, latest_year, catalogue)
    )
    before = _("“{later}” is not the first: “{earlier}” was before it.").format(
        later=names[-1], earlier=names[inner]
    )
    first = _("We read the first line: “{event}”.").format(event=names[0])
    return (
        Hint("archive", between),
        Hint("navigator", dated),
        Hint("engineer", before),
        Hint("radio", first),
    )
