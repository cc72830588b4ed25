"""What a pack makes of each paragraph: its facts, what it leaves out, and what is left over."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from game.packs.evidence import Claim, Stands, claims_of, names_for_sure, stands_in
from game.packs.model import Citation, Fact, Pack, Source
from game.packs.values import MONTHS
from game.phrase import joined, phrase


@dataclass(frozen=True, slots=True)
class Covered:
    """One paragraph: the ids of its facts, why the rest is left out, and what nothing takes up.

    `left` are names, numbers and dates as they stand there; it is empty where the document is not
    at hand.
    """

    source: Source
    paragraph: int
    facts: tuple[str, ...]
    left_out: tuple[str, ...]
    left: tuple[str, ...]

    @property
    def is_open(self) -> bool:
        """Whether something is neither in a fact nor left out with a reason."""
        return bool(self.left) or not (self.facts or self.left_out)


def covered(pack: Pack, paragraphs: Mapping[str, Sequence[str]]) -> list[Covered]:
    """Every paragraph of every source, in order; `paragraphs` are those that are at hand."""
    cited: dict[Citation, list[Fact]] = defaultdict(list)
    for fact in pack.facts:
        for citation in dict.fromkeys((*fact.citations, *_of_answers(fact))):
            cited[citation].append(fact)
    reasons: dict[Citation, list[str]] = defaultdict(list)
    words: dict[Citation, list[str]] = defaultdict(list)
    for one in pack.left_out:
        reasons[one.citation].append(
            phrase("left out: {what} ({reason})", what=one.what, reason=one.reason)
        )
        words[one.citation] += (one.what, one.reason, *one.words)
    at_hand = _AtHand(pack, paragraphs)
    found: list[Covered] = []
    for source in pack.sources:
        for number in range(1, source.paragraphs + 1) if source.paragraphs else (0,):
            at = Citation(source.id, number)
            left = at_hand.left(at, cited[at], words[at])
            ids = tuple(fact.id for fact in cited[at])
            found.append(Covered(source, number, ids, tuple(reasons[at]), tuple(left)))
    return found


def coverage_lines(paragraphs: Iterable[Covered]) -> Iterator[str]:
    """The list for people, a source after the other."""
    last = None
    for one in paragraphs:
        if one.source is not last:
            last = one.source
            yield f"{last.id}: {last.title}"
        lines = [", ".join(one.facts)] if one.facts else []
        lines += one.left_out
        if one.left:
            lines.append(phrase("not taken up: {words}", words=", ".join(one.left)))
        number = f"{one.paragraph:>3}" if one.paragraph else phrase("all")
        for at, line in enumerate(lines or ["-"]):
            yield joined(("       ", line) if at else ("  ", number, "  ", line), "")


def _of_answers(fact: Fact) -> Iterator[Citation]:
    for answer in fact.answers:
        yield from answer.citations


class _AtHand:
    """The documents that are there, and all that the facts of the pack say.

    A name is taken up by any fact of the pack, a number or a date only by one that cites the
    paragraph: 45 is not the same everywhere. A capital letter alone makes no name of a word that
    the documents write small elsewhere, as in a headline.
    """

    def __init__(self, pack: Pack, paragraphs: Mapping[str, Sequence[str]]) -> None:
        self._paragraphs = paragraphs
        texts = [text for found in paragraphs.values() for text in found]
        self._names = names_for_sure(texts)
        self._said = stands_in(" ".join(map(_said, pack.facts))) if texts else None

    def left(self, at: Citation, facts: Sequence[Fact], words: Sequence[str]) -> list[str]:
        """The names, numbers and dates of a paragraph that nothing takes up, as they stand there.

        Neighbours are put together: "Christian Schiemer".
        """
        there = self._paragraphs.get(at.source, ())
        if not at.paragraph or at.paragraph > len(there) or self._said is None:
            return []
        text = there[at.paragraph - 1]
        here = stands_in(" ".join(map(_said, facts)))
        out = stands_in(" ".join(words))
        left = [
            claim.words
            for claim in claims_of(text, self._names)
            if not self._is_taken(claim, here, self._said) and not claim.stands(out)
        ]
        return _joined(list(dict.fromkeys(left)), text)

    def _is_taken(self, claim: Claim, here: Stands, said: Stands) -> bool:
        if claim.name:
            return claim.name not in self._names or claim.stands(said)
        return claim.stands(here)


def _said(fact: Fact) -> str:
    """All that a fact says and asks, with its day in words."""
    texts = [fact.text, fact.by, _day(fact.as_of)]
    for answer in fact.answers:
        texts += (answer.text, *answer.accepted, *answer.asks)
    return " ".join(texts)


def _day(as_of: str) -> str:
    if not as_of:
        return ""
    day = date.fromisoformat(as_of)
    return f"{day.day} {list(MONTHS)[day.month - 1].capitalize()} {day.year}"


def _joined(words: Sequence[str], text: str) -> list[str]:
    """Words that stand beside each other in the text as one."""
    found: list[str] = []
    for word in words:
        if found and f"{found[-1]} {word}" in text:
            found[-1] = f"{found[-1]} {word}"
        else:
            found.append(word)
    return found
