"""What an author wants to know of a pack that they are writing: its problems, and what it asks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from operator import attrgetter

from game import languages
from game.bank.bank import Bank
from game.bank.check import judge_questions
from game.bank.flaws import Flaw, Setting, flaws, setting_of
from game.bank.known import Known
from game.bank.question import Question
from game.bank.round_of_ten import RoundOfTen, round_of_ten
from game.bank.spec import Spec
from game.bank.why_not import Reason, Texts, reasons
from game.packs.model import Answer, Citation, Fact, Pack, Written
from game.packs.problem import Problem
from game.packs.read import PackReading

_SEED = 0
_FACT, _WRITTEN = (
    attrgetter(*(one.name for one in fields(of) if one.name != "place")) for of in (Fact, Written)
)
_ORDER = {"error": 0, "flaw": 1, "note": 2}


@dataclass(frozen=True, slots=True)
class Playable:
    """A pack without an error, with its bank and what judging its questions needs.

    `counts` says of each fact and written question how many questions are about it.
    """

    pack: Pack
    bank: Bank
    known: Known
    setting: Setting
    counts: tuple[int, ...]
    ten: RoundOfTen

    def specs(self, fact: str) -> tuple[Spec, ...]:
        """The questions that a fact gives, not yet made."""
        return self.bank.of_fact(fact)

    def made(self, spec: Spec) -> Question:
        """A question as it is asked."""
        return self.bank.make(spec)

    def why_not(self, fact: Fact, answer: Answer, texts: Texts) -> tuple[Reason, ...]:
        """Why an answer gives no question of some kinds."""
        return reasons(fact, answer, self.specs(fact.id), self.known, texts)

    def flaws(self, spec: Spec, question: Question) -> tuple[Flaw, ...]:
        """What is flawed in one question and not allowed by its fact."""
        found = flaws(question, self.setting, spec.answer)
        name = spec.answer.name
        return tuple(one for one in found if not spec.fact.allowing(name, one.code))


@dataclass(frozen=True, slots=True)
class Survey:
    """A pack as it stands: every problem, errors first; `playable` is None if there is an error.

    `drafts` are the facts that wait for their author, and `drafted` the pack as if all of them were
    accepted; `cited` are the paragraphs that they cite, as far as the documents are at hand.

    `judged` tells whether all questions were looked at for flaws, or only what can be read was.
    """

    problems: tuple[Problem, ...]
    playable: Playable | None = None
    judged: bool = False
    title: str = ""
    drafts: tuple[Fact, ...] = ()
    drafted: Playable | None = None
    cited: tuple[tuple[Citation, str], ...] = ()

    @property
    def errors(self) -> int:
        """How many problems keep the pack from being played."""
        return sum(problem.severity == "error" for problem in self.problems)


def survey(
    reading: PackReading, today: str, paragraphs: Mapping[str, Sequence[str]] | None = None
) -> Survey:
    """What was read of a pack, its bank built; its questions are not judged yet.

    `today` is an ISO day, on which its round is drawn; `paragraphs` are those of the documents that
    are at hand, by source.
    """
    problems, pack = _sorted(reading), reading.pack
    if pack is None:
        return Survey(problems, judged=True)
    cited = tuple(_cited(pack, paragraphs or {}))
    found = Survey(problems, judged=True, title=pack.title, drafts=pack.drafts, cited=cited)
    if reading.findings.errors():
        return found
    drafted = replace(pack, facts=(*pack.facts, *pack.drafts), drafts=())
    return replace(
        found,
        judged=False,
        playable=_playable(pack, today),
        drafted=_playable(drafted, today) if pack.drafts else None,
    )


def _playable(pack: Pack, today: str) -> Playable:
    known = Known(pack)
    bank = Bank(known, _SEED, languages.catalogue(pack.language))
    for spec in {spec.kind: spec for spec in bank.specs}.values():
        # What is made once for all questions of a kind is made here, behind the game.
        bank.make(spec)
    counts = tuple(len(bank.of_fact(fact.id)) for fact in pack.asked)
    return Playable(pack, bank, known, setting_of(known), counts, round_of_ten(bank, today))


def _cited(pack: Pack, paragraphs: Mapping[str, Sequence[str]]) -> Iterator[tuple[Citation, str]]:
    for citation in dict.fromkeys(c for draft in pack.drafts for c in draft.citations):
        texts = paragraphs.get(citation.source, ())
        if 0 < citation.paragraph <= len(texts):
            yield citation, texts[citation.paragraph - 1]


def judged(found: Survey, reading: PackReading, wanted: Callable[[], bool]) -> Survey:
    """The same with every flaw of every question.

    `wanted` is asked now and then; once it is False the survey comes back as it was.
    """
    if not judge_questions(reading, wanted):
        return found
    return replace(found, problems=_sorted(reading), judged=True)


def changed(before: Pack, after: Pack) -> tuple[str, ...]:
    """The ids of what is asked about that is new or says something else, in the pack's order."""
    known = {fact.id: fact for fact in before.asked}
    return tuple(fact.id for fact in after.asked if not _same(known.get(fact.id), fact))


def _same(old: Fact | None, new: Fact) -> bool:
    """Whether two facts say the same, be it in another place."""
    if old is None or type(old) is not type(new):
        return False
    said = _WRITTEN if isinstance(new, Written) else _FACT
    return bool(said(old) == said(new))


def _sorted(reading: PackReading) -> tuple[Problem, ...]:
    found = reading.findings.in_order()
    return tuple(sorted(found, key=lambda problem: _ORDER[problem.severity]))
