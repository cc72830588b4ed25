"""Facts of one shape: sentences that are the same but for two places, and what stands in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from game.bank.flaws.words import sentences
from game.bank.known import Entry, Known
from game.bank.text import capitalised, normalise, overlap
from game.bank.wording import with_unit
from game.packs.model import NUMERIC, Answer, Fact

GAP = "…"
SHARE = 0.05
"""Two numbers nearer than this share of the larger could be one, told by two sources."""

_AHEAD = 24
_PART = 5


@dataclass(frozen=True, slots=True)
class Pair:
    """A left half and the answer that belongs to it. `filled` is the sentence without its left."""

    entry: Entry
    left: str
    filled: str

    @property
    def fact(self) -> Fact:
        return self.entry.fact

    @property
    def answer(self) -> Answer:
        return self.entry.answer

    @property
    def right(self) -> str:
        return right_of(self.entry)


@dataclass(frozen=True, slots=True)
class Shape:
    """All pairs of one shape. `frame` is the sentence with a gap for each half."""

    frame: str
    pairs: Sequence[Pair]


def left_of(entry: Entry) -> str:
    """The left half of an answer that stands in a shape."""
    lead = None if entry.fact.name else _lead(entry.fact)
    return lead.text if lead else entry.fact.name


def right_of(entry: Entry) -> str:
    """The right half of an answer that stands in a shape."""
    return with_unit(entry.answer.text, entry.answer)


def shapes(known: Known) -> list[Shape]:
    """Every shape that three pairs or more share; claims and dated facts have none."""
    found: dict[tuple[str, str, str], list[Pair]] = {}
    for entry in known.entries:
        if entry.fact.by or entry.fact.as_of:
            continue
        framed = _framed(entry)
        if framed is not None:
            frame, pair = framed
            found.setdefault((entry.fact.set, frame, entry.answer.name), []).append(pair)
    return [Shape(key[1], pairs) for key, pairs in found.items() if len(pairs) > 2]


def _framed(entry: Entry) -> tuple[str, Pair] | None:
    """The halves of a row of a table are its name and a value; else the first name and the rest."""
    fact, answer = entry.fact, entry.answer
    if fact.name:
        before, after = fact.around(answer)
        if before.startswith(capitalised(fact.name)):
            before = fact.name + before[len(fact.name) :]
        (start, first), (end, second) = _gapped(before, fact.name), _gapped(after, fact.name)
        if first + second != 1:
            # A name that bends is not found, but its author has words for what is asked.
            said = bool(answer.original) and bool(answer.match or answer.odd)
            told = " ".join(one for one in sentences(answer.odd) if not one.endswith("?"))
            return (answer.column, Pair(entry, fact.name, told)) if said else None
        return f"{start}{GAP}{end}", Pair(entry, fact.name, f"{start}{answer.form}{end}")
    lead = _lead(fact)
    if lead is None or lead is answer:
        return None
    gap = fact.index_of(lead)
    frame = _with_gaps(fact, {gap, fact.index_of(answer)})
    return frame, Pair(entry, lead.text, _with_gaps(fact, {gap}))


def _lead(fact: Fact) -> Answer | None:
    return next((a for a in fact.answers if a.type not in NUMERIC), None)


def _gapped(text: str, name: str) -> tuple[str, int]:
    """The text with a gap for each place where the name stands as a word, and how many there are.

    Every row has another name: a pattern made for each would cost ten times as much.
    """
    parts: list[str] = []
    done, at = 0, text.find(name)
    while at >= 0:
        end = at + len(name)
        if _is_word(text[at - 1 : at]) or _is_word(text[end : end + 1].replace("-", "_")):
            at = text.find(name, at + 1)
            continue
        parts.append(text[done:at])
        done = end
        at = text.find(name, end)
    return GAP.join([*parts, text[done:]]), len(parts)


def _is_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


def _with_gaps(fact: Fact, gaps: set[int]) -> str:
    return "".join(
        p if isinstance(p, str) else GAP if p in gaps else fact.answers[p].form for p in fact.parts
    )


def framed(entry: Entry) -> tuple[str, Pair]:
    """The frame and the pair of an answer that stands in a shape."""
    found = _framed(entry)
    assert found is not None
    return found


def of_one_shape(entries: Sequence[Entry]) -> list[Pair] | None:
    """The pairs of answers that have one shape, None where they have not.

    Rows of a column that its author has words for are of one shape, however their names bend.
    """
    found = [_framed(entry) for entry in entries]
    pairs = [frame[1] for frame in found if frame is not None]
    if len(pairs) < len(found):
        return None
    frames = {frame[0] for frame in found if frame is not None}
    columns = {entry.answer.column for entry in entries}
    worded = all(entry.answer.match or entry.answer.odd for entry in entries)
    alike = len(frames) == 1 or (len(columns) == 1 and "" not in columns and worded)
    return pairs if alike else None


def tell_apart(one: Pair, other: Pair, known: Known) -> bool:
    """Whether each of two pairs has halves that are certainly false beside the other's.

    A right half is false elsewhere only where that answer is single, and not another spelling of
    it, nor so near to it that two sources may differ by as much.
    """
    if one.fact is other.fact or overlap(normalise(one.left), normalise(other.left)):
        return False
    return is_false_of(one, other, known) and is_false_of(other, one, known)


def is_false_of(one: Pair, other: Pair, known: Known) -> bool:
    """Whether the right half of `other` is certainly false beside the left half of `one`."""
    mine, theirs = one.answer, other.answer
    if not mine.single:
        return False
    if mine.value is not None and theirs.value is not None:
        near = 0.0 if mine.type == "year" else SHARE * max(abs(mine.value), abs(theirs.value))
        return abs(mine.value - theirs.value) > near
    barred = known.true_for(mine) | {normalise(text) for text in mine.never_with}
    spellings = {normalise(theirs.text), *map(normalise, theirs.accepted)}
    return not any(overlap(text, bar) for text in spellings for bar in barred)


def strides(count: int) -> tuple[int, int]:
    """From how far apart rows are taken: neighbours, and every n-th, n being a fifth of all."""
    return 1, max(2, count // _PART)


def rows(
    count: int, usual: int, fits: Callable[[list[int], int], bool]
) -> Iterator[tuple[int, ...]]:
    """Rows of indices below `count`, from each in turn, of neighbours and of ones further apart.

    Each has `usual` indices, or fewer where no other fits; each index is in a few.
    """
    for stride in strides(count):
        for start in range(count):
            row, at = [start], start + stride
            while len(row) < usual and at < count:
                ahead = range(at, min(count, at + _AHEAD))
                found = next((index for index in ahead if fits(row, index)), None)
                if found is None:
                    break
                row.append(found)
                at = found + stride
            yield tuple(row)


_Row = TypeVar("_Row", bound=Sequence[object])


def longest(found: Iterable[_Row], fewest: int) -> list[_Row]:
    """The rows of the greatest length that is found, none with less than `fewest`."""
    every = list(found)
    most = max((len(row) for row in every), default=0)
    return [row for row in every if len(row) == most >= fewest]
