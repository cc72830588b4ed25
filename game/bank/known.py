"""What a pack knows, laid out so that distractors are found without reading it all again."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar
from zlib import crc32

from game.bank.text import article, compact, is_name, is_plural, normalise, word_count
from game.bank.timeline import Timeline, events_of
from game.packs.model import NUMERIC, Answer, Fact, Pack

_YEAR = re.compile(r"\b(1[89]\d\d|20\d\d|2100)\b")
_VERBS = frozenset(
    (
        *("is", "are", "was", "were", "be", "been", "did", "does", "do", "has", "have", "had"),
        *("can", "could", "will", "would", "may", "might", "must"),
    )
)

_T = TypeVar("_T")
_Sort = tuple[str, str, str, str, bool, bool]
_NOTHING: frozenset[str] = frozenset()
_RECENT = 512
_NOT_MADE = object()

Line = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Entry:
    """An answer where it stands."""

    fact: Fact
    answer: Answer

    @property
    def text(self) -> str:
        return self.answer.text

    @property
    def said(self) -> str:
        """The sentence that says it."""
        return self.fact.said(self.answer)


@dataclass(frozen=True, slots=True)
class Alike:
    """Answers that are one text. `entries` has first those that fit beside most others.

    `plain` is the text normalised, `words` their number; `other` are other spellings and `never`
    what must not stand beside it, all normalised.
    """

    text: str
    plain: str
    words: int
    other: tuple[str, ...]
    never: tuple[str, ...]
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Value:
    """Answers of one value. `entries` has first those that fit beside most others."""

    value: float
    entries: tuple[Entry, ...]


def asked_for(ask: str) -> str:
    """The noun that a question asks for ("country", "year"), `who`, `where`, or "" if unclear.

    Answers stand beside each other as options only if they answer the same: a type alone would
    put a city beside a country.
    """
    words = normalise(ask).split()
    for at, word in enumerate(words):
        if word in ("who", "whom", "whose"):
            return "who"
        if word in ("where", "when"):
            return word
        if word in ("which", "what"):
            noun: list[str] = []
            for following in words[at + 1 : at + 4]:
                if following in _VERBS or following in ("of", "the"):
                    break
                noun.append(following)
            return noun[0] if noun else ""
    return ""


def forms(answer: Answer) -> set[str]:
    """Every accepted text of an answer, normalised."""
    return {normalise(answer.text), *map(normalise, answer.accepted)}


def _sort_of(answer: Answer) -> _Sort:
    """What two answers must have in common to stand beside each other as options."""
    text, asks = answer.meant, answer.meant_asks
    name = is_name(text)
    return (
        answer.column,
        answer.type,
        asked_for(asks[0]),
        article(text),
        name,
        not name and is_plural(text),
    )


def _ages(pack: Pack) -> dict[str, int]:
    return {s.id: s.age for s in pack.sets}


class Known:
    """The answers of a pack by what they are, and what is true of what.

    Built once, in one pass; afterwards every look-up is a dictionary or a bisection, so that the
    cost of a question does not grow with the pack.
    """

    __slots__ = (
        "_ages",
        "_alike",
        "_firsts",
        "_frames",
        "_kept",
        "_lengths",
        "_made",
        "_recent",
        "_said",
        "_truths",
        "_values",
        "entries",
        "latest_year",
        "pack",
        "timeline",
        "topics",
    )

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self.topics = dict(pack.topics)
        self._ages = _ages(pack)
        self._alike: dict[_Sort, list[Alike]] = {}
        self._kept: dict[Callable[[Fact, Answer, Known], Any], list[Any]] = {}
        sorts: dict[_Sort, dict[str, list[Entry]]] = {}
        self._frames: dict[int, int] = {}
        self._said: dict[str, list[Entry]] = {}
        self._lengths: dict[int, list[str]] = {}
        self._made: dict[Callable[[Known], Any], Any] = {}
        self._truths: dict[str, set[str]] = {}
        self._values: dict[Line, list[Value]] = {}
        self._recent: dict[Callable[..., Any], dict[Hashable, Any]] = {}
        lines: dict[Line, dict[float, list[Entry]]] = {}
        years = [int(year) for s in pack.sources for year in _YEAR.findall(s.date)]
        asked: dict[str, Entry] = {}
        self.entries: Sequence[Entry] = tuple(entries(pack))
        self._firsts: dict[str, int] = {}
        for at, entry in enumerate(self.entries):
            self._firsts.setdefault(entry.fact.id, at)
            answer = entry.answer
            shown = normalise(answer.text)
            frame = _frame(entry.fact, answer)
            self._frames[frame] = self._frames.get(frame, 0) + 1
            self._said.setdefault(shown, []).append(entry)
            for ask in answer.asks:
                plain = normalise(ask)
                first = asked.setdefault(plain, entry)
                if first is not entry:
                    self._truths.setdefault(plain, set(forms(first.answer))).update(forms(answer))
            if answer.type in NUMERIC:
                if answer.value is not None:
                    line = lines.setdefault(line_of(answer), {})
                    line.setdefault(answer.value, []).append(entry)
            elif answer.asks:
                group = sorts.setdefault(_sort_of(answer), {})
                group.setdefault(answer.text, []).append(entry)
            years.extend(int(year) for year in _YEAR.findall(entry.fact.as_of))
        for sort, texts in sorts.items():
            self._alike[sort] = [
                self._one_text(text, texts[text]) for text in sorted(texts, key=by_length)
            ]
        for of, values in lines.items():
            self._values[of] = [
                Value(value, tuple(sorted(values[value], key=self._fitting_first)))
                for value in sorted(values)
            ]
        self.latest_year = max(years, default=0)
        self.timeline = Timeline(events_of(pack.facts))

    def _one_text(self, text: str, found: list[Entry]) -> Alike:
        found.sort(key=self._fitting_first)
        other = {normalise(t): None for e in found for t in e.answer.accepted}
        never = {normalise(t): None for e in found for t in e.answer.never_with}
        return Alike(
            text, normalise(text), word_count(text), tuple(other), tuple(never), tuple(found)
        )

    def _fitting_first(self, entry: Entry) -> tuple[bool, int, str]:
        return entry.fact.by != "", self.age(entry.fact), entry.fact.id

    def entry(self, fact: Fact, answer: Answer) -> Entry:
        """The one entry of an answer of the pack: a large bank keeps each many times."""
        return self.entries[self._firsts[fact.id] + fact.index_of(answer)]

    def entries_of(self, fact: str) -> Sequence[Entry]:
        """All answers of a fact, in its order; none where the pack has no such fact."""
        first = self._firsts.get(fact)
        if first is None:
            return ()
        return self.entries[first : first + len(self.entries[first].fact.answers)]

    def true_for(self, answer: Answer) -> frozenset[str]:
        """Normalised texts that are right wherever one of the answer's questions is asked."""
        found = forms(answer)
        for ask in answer.asks:
            found |= self._truths.get(normalise(ask), _NOTHING)
        return frozenset(found)

    def alike(self, answer: Answer) -> list[Alike]:
        """Answers of the same type and form to the same sort of question, in order `by_length`."""
        return self._alike.get(_sort_of(answer), []) if answer.asks else []

    def line(self, answer: Answer) -> list[Value]:
        """All values of the answer's type and unit, ascending; of numbers in a table its column."""
        return self._values.get(line_of(answer), [])

    def said(self, text: str) -> list[Entry]:
        """Every answer of the pack that is this text once both are normalised."""
        return self._said.get(normalise(text), [])

    def of_length(self, low: int, high: int) -> list[str]:
        """Every text answer of that many letters, normalised and without blanks."""
        if not self._lengths:
            for shown, found in self._said.items():
                if any(e.answer.type not in NUMERIC for e in found):
                    text = compact(shown)
                    self._lengths.setdefault(len(text), []).append(text)
        return [t for length in range(low, high + 1) for t in self._lengths.get(length, ())]

    def is_only_one(self, fact: Fact, answer: Answer) -> bool:
        """Whether no other fact says the same of something else in the answer's place."""
        return self._frames.get(_frame(fact, answer), 0) < 2

    def is_source(self, text: str) -> bool:
        """Whether a text is what one of the pack's sources is called in plain words."""
        plain = normalise(text)
        called = {
            normalise(c) for source in self.pack.sources for c in (source.publisher, source.kind)
        }
        return any(name == plain or name.startswith(f"{plain} ") for name in called)

    def age(self, fact: Fact) -> int:
        """From which age a fact is asked."""
        return self._ages.get(fact.set, 0)

    def once(self, work: Callable[[Known], _T]) -> _T:
        """What `work` makes of this pack, made when it is first asked for."""
        if work not in self._made:
            self._made[work] = work(self)
        return self._made[work]  # type: ignore[no-any-return]

    def recent(self, work: Callable[..., _T], key: Hashable, *given: object) -> _T:
        """What `work` makes of what it is given, kept under a key until it has made many others."""
        made = self._recent.setdefault(work, {})
        found = made.get(key, _NOT_MADE)
        if found is _NOT_MADE:
            if len(made) >= _RECENT:
                made.clear()
            found = made[key] = work(*given)
        return found  # type: ignore[no-any-return]

    def kept(self, work: Callable[[Fact, Answer, Known], _T], fact: Fact, answer: Answer) -> _T:
        """What `work` makes of an answer of this pack, made when it is first asked for."""
        made = self._kept.get(work)
        if made is None:
            made = self._kept[work] = [None] * len(self.entries)
        at = self._firsts[fact.id] + fact.index_of(answer)
        found = made[at]
        if found is None:
            found = made[at] = work(fact, answer, self)
        return found  # type: ignore[no-any-return]

    def fit_beside(self, fact: Fact, other: Fact) -> bool:
        """Whether the answer of `other` may be an option of `fact`.

        Not within one fact, not from a set for older players, and claims only beside claims.
        """
        if fact.id == other.id or (other.by and not fact.by):
            return False
        return self._ages.get(other.set, 0) <= self._ages.get(fact.set, 0)


def by_length(text: str) -> tuple[int, str]:
    """Orders texts by their length, those of one length by the alphabet."""
    return len(text), text


def line_of(answer: Answer) -> Line:
    """What two values must have in common to stand on one line: wheels are not counted in years."""
    if answer.type != "number":
        return answer.type, answer.meant_unit, ""
    return answer.type, answer.meant_unit or _counted(answer), answer.column


def _counted(answer: Answer) -> str:
    """The noun that a number without a unit is one of, "" if its question does not say."""
    words = normalise(answer.meant_asks[0]).split() if answer.asks else []
    at = words.index("many") + 1 if "many" in words else len(words)
    return words[at] if at < len(words) else ""


def _frame(fact: Fact, answer: Answer) -> int:
    """A number for the sentence around an answer, the same for the same words only."""
    return crc32("\0".join(fact.around(answer)).casefold().encode())


def entries(pack: Pack) -> Iterator[Entry]:
    """Every answer of a pack, in the author's order."""
    for fact in pack.facts:
        for answer in fact.answers:
            yield Entry(fact, answer)
