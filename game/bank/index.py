"""Where the questions of a bank stand, in a few bytes each: by their facts and by their ids."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from hashlib import blake2b

from game.bank.spec import Spec


class Index:
    """Places of specs, from 0. Nothing is kept for each question but whole numbers in arrays."""

    __slots__ = ("_facts", "_marked", "_marks", "_pack", "_places", "_specs", "_starts")

    def __init__(self, specs: Sequence[Spec], pack: str) -> None:
        self._specs = specs
        self._pack = pack
        self._facts: dict[str, int] = {}
        counts: list[int] = []
        for spec in specs:
            for fact in _facts(spec):
                at = self._facts.setdefault(fact, len(counts))
                if at == len(counts):
                    counts.append(0)
                counts[at] += 1
        self._starts = array("I", [0])
        for count in counts:
            self._starts.append(self._starts[-1] + count)
        self._places = array("I", bytes(array("I").itemsize * self._starts[-1]))
        free = self._starts[:]
        for place, spec in enumerate(specs):
            for fact in _facts(spec):
                at = self._facts[fact]
                self._places[free[at]] = place
                free[at] += 1
        self._marks: array[int] = array("Q")
        self._marked: array[int] = array("I")

    def __contains__(self, fact: str) -> bool:
        """Whether a question is about the fact of that id."""
        return fact in self._facts

    def of_fact(self, fact: str) -> Sequence[int]:
        """The places of all questions about a fact, in their order."""
        at = self._facts.get(fact)
        return () if at is None else self._places[self._starts[at] : self._starts[at + 1]]

    def place(self, question: str) -> int:
        """The place of the question of that id. KeyError if there is none."""
        rest = question.removeprefix(f"{self._pack}/")
        fact = rest.partition("#" if "#" in rest else "/")[0]
        for at in (*self.of_fact(fact), *self._about_several(question)):
            if self._specs[at].id(self._pack) == question:
                return at
        raise KeyError(question)

    def _about_several(self, question: str) -> Iterator[int]:
        """Places that may be those of a question about several facts, whose id names none."""
        if not self._marks:
            marked = sorted(
                (_mark(spec.id(self._pack)), at) for at, spec in enumerate(self._specs) if spec.more
            )
            self._marks.extend([mark for mark, _ in marked])
            self._marked.extend([at for _, at in marked])
        mark = _mark(question)
        first = bisect_left(self._marks, mark)
        while first < len(self._marks) and self._marks[first] == mark:
            yield self._marked[first]
            first += 1


def _facts(spec: Spec) -> tuple[str, ...]:
    return (spec.fact.id, *[entry.fact.id for entry in spec.more])


def _mark(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big")
