"""Odd one out: three that share what the question names, and one that certainly does not."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from gettext import NullTranslations
from heapq import nsmallest
from itertools import islice

from game.bank.flaws.lexicon import Lexicon, lexicon_of
from game.bank.flaws.lineup import stems_of, tells
from game.bank.known import Entry, Known
from game.bank.pairs import (
    Pair,
    framed,
    is_false_of,
    left_of,
    of_one_shape,
    right_of,
    rows,
    shapes,
)
from game.bank.question import Hint, Kind
from game.bank.spec import Form, Spec, Together
from game.bank.strike import strikes
from game.bank.text import article, capitalised, is_name, normalise, overlap
from game.bank.timeline import Event, all_events, year_of
from game.bank.wording import that_was

KIND: Kind = "odd-one-out"

ALIKE = 3
_SPANS = (10, 100)
"""Decades and centuries, in years."""

_CHOSEN_FROM = 3
_ODD = 2
"""Odd ones that each three meet, in a question each."""


def specs(known: Known) -> Iterator[Spec]:
    """Events of which three fall into one decade or century, and facts of one shape.

    What makes three alike is in the question, so that no other likeness can be meant.
    """
    seen: set[tuple[str, frozenset[str]]] = set()
    for pattern, alike, odd in (*_by_time(known), *_by_shape(known)):
        entries = [*alike, odd]
        mark = (pattern, frozenset(entry.fact.id for entry in entries))
        if mark in seen or len(mark[1]) < len(entries):
            continue
        seen.add(mark)
        entries.sort(key=lambda entry: -known.age(entry.fact))
        lead = entries[0]
        index = lead.fact.index_of(lead.answer)
        yield Spec(KIND, lead.fact, index, pattern, tuple(entries[1:]))


def holds(spec: Spec, known: Known) -> bool:
    """Whether three of these facts, which were alike elsewhere, are so here, and the other not."""
    bounds = _bounds(spec)
    if bounds is not None:
        events = all_events((entry.fact, entry.answer) for entry in spec.entries) or []
        inside = [e for e in events if bounds[0] <= e.year and e.last_year <= bounds[1]]
        outside = [e for e in events if e.last_year < bounds[0] or e.year > bounds[1]]
        return len(inside) == ALIKE and len(outside) == 1
    pairs = of_one_shape(spec.entries)
    if pairs is None or not all(pair.filled for pair in pairs):
        return False
    rights = [normalise(pair.right) for pair in pairs]
    alike = [pair for pair, right in zip(pairs, rights, strict=True) if rights.count(right) > 1]
    odd = [pair for pair in pairs if pair not in alike]
    if len(alike) != ALIKE or len(odd) != 1:
        return False
    return is_false_of(odd[0], alike[0], known) and not _rival(alike, odd[0])


def _by_time(known: Known) -> Iterator[tuple[str, list[Entry], Entry]]:
    """Three of one decade or century and one of another, the nearest in turn."""
    lexicon = lexicon_of(known.pack.language)
    past = [e for e in known.timeline.events if e.last_year <= known.latest_year]
    for age in sorted({known.age(event.fact) for event in past}):
        events = [event for event in past if known.age(event.fact) <= age]
        for span in _SPANS:
            for first in sorted({_start(event.year, span) for event in events}):
                inside = [e for e in events if _start(e.year, span) == first]
                outside = nsmallest(
                    2 * _CHOSEN_FROM,
                    (e for e in events if _start(e.year, span) != first),
                    key=lambda e: (_away(e, first, span), e.fact.id),
                )
                period = f"{first}-{first + span - 1}"
                for at, row in enumerate(_rows_of_events(inside)):
                    if span > _SPANS[0] and _of_one_decade(row):
                        continue
                    for odd in islice(_odd_events(row, outside, at, lexicon), _ODD):
                        alike = [known.entry(e.fact, e.answer) for e in row]
                        yield period, alike, known.entry(odd.fact, odd.answer)


def _rows_of_events(events: Sequence[Event]) -> Iterator[list[Event]]:
    def fits(row: list[int], at: int) -> bool:
        return all(events[one].fact is not events[at].fact for one in row)

    for row in rows(len(events), ALIKE, fits):
        if len(row) == ALIKE:
            yield [events[at] for at in row]


def _odd_events(
    row: Sequence[Event], outside: Sequence[Event], start: int, lexicon: Lexicon
) -> Iterator[Event]:
    """The nearest, others first for each row, that their words do not tell from the three."""
    first = start % _CHOSEN_FROM
    for event in (*outside[first:], *outside[:first]):
        if not _stands_out(event.text, [other.text for other in row], lexicon):
            yield event


def _of_one_decade(row: Sequence[Event]) -> bool:
    """Whether a century says less of them than could be said."""
    return len({_start(event.year, _SPANS[0]) for event in row}) == 1


def _start(year: int, span: int) -> int:
    """The first year of its decade or century; centuries begin with the year 1."""
    first = 1 if span > _SPANS[0] else 0
    return (year - first) // span * span + first


def _away(event: Event, first: int, span: int) -> int:
    """How many years lie between an event and a decade or century."""
    return max(first - event.year, event.year - (first + span - 1))


def _by_shape(known: Known) -> Iterator[tuple[str, list[Entry], Entry]]:
    """Three of one shape with the same right half, and one with certainly another."""
    lexicon = lexicon_of(known.pack.language)
    for shape in shapes(known):
        groups: dict[str, list[Pair]] = {}
        for pair in shape.pairs:
            if not pair.filled:
                continue
            groups.setdefault(normalise(pair.right), []).append(pair)
        line = [pair for pairs in groups.values() for pair in pairs]
        end = 0
        for inside in groups.values():
            end += len(inside)
            if len(inside) < ALIKE:
                continue
            for start, row in enumerate(_rows_of_pairs(inside)):
                outside = _others_from(start, line, end - len(inside), end)
                for odd in islice(_odd(row, outside, known, lexicon), _ODD):
                    yield "", [pair.entry for pair in row], odd.entry


def _rows_of_pairs(pairs: Sequence[Pair]) -> Iterator[list[Pair]]:
    def fits(row: list[int], at: int) -> bool:
        return all(not _same_name(pairs[one], pairs[at]) for one in row)

    for row in rows(len(pairs), ALIKE, fits):
        if len(row) == ALIKE:
            yield [pairs[at] for at in row]


def _same_name(one: Pair, other: Pair) -> bool:
    return overlap(normalise(one.left), normalise(other.left))


def _others_from(start: int, line: Sequence[Pair], low: int, high: int) -> Iterator[Pair]:
    """A few pairs of a line from the `start`-th on, round its end, none from `low` to `high`."""
    count = len(line) - (high - low)
    for step in range(min(count, 4 * _CHOSEN_FROM)):
        at = (start + step) % count
        yield line[at if at < low else at + high - low]


def _odd(
    row: Sequence[Pair], outside: Iterable[Pair], known: Known, lexicon: Lexicon
) -> Iterator[Pair]:
    """Those of which the right half is certainly false, and among which no other is odd."""
    for pair in outside:
        if any(_same_name(one, pair) for one in row):
            continue
        if _stands_out(pair.left, [one.left for one in row], lexicon):
            continue
        if is_false_of(pair, row[0], known) and not _rival(row, pair):
            yield pair


def _stands_out(odd: str, others: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether form alone tells one text from three."""
    if any(form not in forms for form, *forms in zip(*map(_look, (odd, *others)), strict=True)):
        return True
    shared = frozenset.intersection(*[stems_of(text, lexicon) for text in others])
    if not shared <= stems_of(odd, lexicon):
        return True
    return tells("", (odd, *others), 0, lexicon) > 0


@lru_cache(maxsize=4_096)
def _look(text: str) -> tuple[str, bool, bool]:
    """What is seen of a text at a glance."""
    return article(text), is_name(text), any(c.isdigit() for c in text)


def _rival(row: Sequence[Pair], odd: Pair) -> bool:
    """Whether one of the three stands alone in another column that the four have."""
    columns = [{a.name: normalise(a.text) for a in p.fact.answers} for p in (*row, odd)]
    for name in set.intersection(*(set(column) for column in columns)):
        values = [column[name] for column in columns]
        count = Counter(values)
        if len(count) == 2 and count[values[-1]] == ALIKE:
            return True
    return False


def stem(spec: Spec) -> tuple[str, str]:
    return f"{spec.pattern} {_sentence(spec)}", _text(spec, _odd_entry(spec))


def _bounds(spec: Spec) -> tuple[int, int] | None:
    """First and last year of the decade or century; None for facts of one shape."""
    first, _, last = spec.pattern.partition("-")
    return (int(first), int(last)) if last else None


def _odd_entry(spec: Spec) -> Entry:
    bounds = _bounds(spec)
    if bounds is not None:
        low, high = bounds
        return next(e for e in spec.entries if not low <= year_of(e.answer) <= high)
    rights = [normalise(right_of(entry)) for entry in spec.entries]
    return spec.entries[next(at for at, right in enumerate(rights) if rights.count(right) == 1)]


def _sentence(spec: Spec) -> str:
    """The sentence that three of them fit into."""
    if spec.pattern:
        return ""
    odd = _odd_entry(spec)
    return next(framed(entry)[1].filled for entry in spec.entries if entry.fact is not odd.fact)


def _text(spec: Spec, entry: Entry) -> str:
    return capitalised(entry.answer.event if spec.pattern else left_of(entry))


def form(spec: Spec, _known: Known, rng: random.Random, catalogue: NullTranslations) -> Form:
    odd = _odd_entry(spec)
    shown = list(spec.entries)
    rng.shuffle(shown)
    answer = next(at for at, entry in enumerate(shown) if entry.fact is odd.fact)
    texts = [_text(spec, entry) for entry in shown]
    reasons = [_reason(spec, entry, catalogue) for entry in shown]
    feedback = tuple("" if at == answer else reason for at, reason in enumerate(reasons))
    _ = catalogue.gettext
    explanation = _("“{odd}” is the odd one out. {reason}").format(
        odd=texts[answer], reason=reasons[answer]
    )
    return Form(
        prompt=_prompt(spec, catalogue),
        answer=answer,
        options=tuple(texts),
        feedback=feedback,
        nearness=_nearness(spec, odd),
        together=Together(
            facts=tuple(entry.fact for entry in shown),
            label=_("The odd one out"),
            summary=texts[answer],
            explanation=explanation,
            why=_others(texts, answer, spec, catalogue),
            hints=tuple(_hints(spec, odd, texts, feedback, rng, catalogue)),
        ),
    )


def _prompt(spec: Spec, catalogue: NullTranslations) -> str:
    _ = catalogue.gettext
    if spec.pattern:
        return _("Three of these happened in {period}. Which is the odd one out?").format(
            period=_period(spec, catalogue)
        )
    odd = _odd_entry(spec)
    own = next(entry.answer.odd for entry in spec.entries if entry.fact is not odd.fact)
    if own.endswith("?"):
        return own
    if own:
        return _("{sentence} Which is the odd one out?").format(sentence=own)
    return _("Three of these fit here: “{sentence}” Which is the odd one out?").format(
        sentence=_sentence(spec)
    )


def _period(spec: Spec, catalogue: NullTranslations) -> str:
    """`the 1950s` or `the 20th century`."""
    bounds = _bounds(spec)
    assert bounds is not None
    _ = catalogue.gettext
    if bounds[1] - bounds[0] < _SPANS[0]:
        return _("the {year}s").format(year=bounds[0])
    number = bounds[1] // 100
    # Each a text of its own, as no other language puts English endings behind its numbers.
    return (
        _("the 21st century")
        if number == 21
        else _("the {century}th century").format(century=number)
    )


def _reason(spec: Spec, entry: Entry, catalogue: NullTranslations) -> str:
    if not spec.pattern:
        return entry.said
    return that_was(entry.answer, 0, catalogue)


def _others(texts: list[str], answer: int, spec: Spec, catalogue: NullTranslations) -> str:
    names = ", ".join(text for at, text in enumerate(texts) if at != answer)
    _ = catalogue.gettext
    if spec.pattern:
        period = _period(spec, catalogue)
        return _("These happened in {period}: {names}.").format(period=period, names=names)
    said = _sentence(spec)
    return _("“{sentence}” fits these: {names}.").format(names=names, sentence=said)


def _nearness(spec: Spec, odd: Entry) -> float:
    """Of events from the years between the odd one and the others: ten make a half."""
    bounds = _bounds(spec)
    if bounds is None:
        return 0.5
    year = year_of(odd.answer)
    return 10 / (10 + max(bounds[0] - year, year - bounds[1]))


def _hints(
    spec: Spec,
    odd: Entry,
    texts: Sequence[str],
    feedback: Sequence[str],
    rng: random.Random,
    catalogue: NullTranslations,
) -> Iterator[Hint]:
    """On which side of the others it lies, and two of the others out."""
    _ = catalogue.gettext
    bounds = _bounds(spec)
    if bounds is not None:
        early = year_of(odd.answer) < bounds[0]
        said = _("It came before the others.") if early else _("It came after the others.")
        yield Hint("archive", said)
    yield from strikes(texts, feedback, rng, catalogue)
