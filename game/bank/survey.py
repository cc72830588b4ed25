"""What an author wants to know of a pack that they are writing: its problems, and what it asks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
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
from game.packs.model import Answer, Fact, Pack
from game.packs.problem import Problem
from game.packs.read import PackReading

_SEED = 0
_ORDER = {"error": 0, "flaw": 1, "note": 2}
_SAID = attrgetter(*(name for name in Fact.__slots__ if name != "place"))


@dataclass(frozen=True, slots=True)
class Playable:
    """A pack without an error, with its bank and what judging its questions needs.

    `counts` says of each fact how many questions are about it.
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

    `judged` tells whether all questions were looked at for flaws, or only what can be read was.
    """

    problems: tuple[Problem, ...]
    playable: Playable | None = None
    judged: bool = False
    title: str = ""

    @property
    def errors(self) -> int:
        """How many problems keep the pack from being played."""
        return sum(problem.severity == "error" for problem in self.problems)


def survey(reading: PackReading, today: str) -> Survey:
    """What was read of a pack, its bank built; its questions are not judged yet.

    `today` is an ISO day, on which its round is drawn.
    """
    problems = _sorted(reading)
    if reading.pack is None or reading.findings.errors():
        title = reading.pack.title if reading.pack is not None else ""
        return Survey(problems, judged=True, title=title)
    known = Known(reading.pack)
    bank = Bank(known, _SEED, languages.catalogue(reading.pack.language))
    for spec in {spec.kind: spec for spec in bank.specs}.values():
        # What is made once for all questions of a kind is made here, behind the game.
        bank.make(spec)
    counts = tuple(len(bank.of_fact(fact.id)) for fact in reading.pack.facts)
    ten = round_of_ten(bank, today)
    playable = Playable(reading.pack, bank, known, setting_of(known), counts, ten)
    return Survey(problems, playable, title=reading.pack.title)


def judged(found: Survey, reading: PackReading, wanted: Callable[[], bool]) -> Survey:
    """The same with every flaw of every question.

    `wanted` is asked now and then; once it is False the survey comes back as it was.
    """
    if not judge_questions(reading, wanted):
        return found
    return replace(found, problems=_sorted(reading), judged=True)


def changed(before: Pack, after: Pack) -> tuple[str, ...]:
    """The ids of the facts that are new or say something else than before, in the pack's order."""
    known = {fact.id: fact for fact in before.facts}
    return tuple(
        fact.id
        for fact in after.facts
        if (old := known.get(fact.id)) is not fact and (old is None or _SAID(old) != _SAID(fact))
    )


def _sorted(reading: PackReading) -> tuple[Problem, ...]:
    found = reading.findings.in_order()
    return tuple(sorted(found, key=lambda problem: _ORDER[problem.severity]))
