"""All questions of a pack: kept as specs, each made when it is asked for."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from copy import copy
from dataclasses import replace
from gettext import NullTranslations
from itertools import accumulate, chain

from game.bank import written
from game.bank.again import spec_again
from game.bank.difficulty import difficulty
from game.bank.distinct import Distinct
from game.bank.flaws.lexicon import lexicon_of
from game.bank.flaws.lineup import FEWEST, tells
from game.bank.hints import hints_for
from game.bank.index import Index
from game.bank.kinds import KINDS, QuestionKind
from game.bank.known import Known
from game.bank.label import first_words, label_beside
from game.bank.question import Hint, Kind, Question
from game.bank.spec import Form, Spec, revision
from game.bank.text import requoted
from game.bank.wording import why_of
from game.packs.collector import no_collection
from game.packs.model import Citation, Fact, Pack, Picture, Written

_BY_KIND = {kind.KIND: kind for kind in KINDS}

ROUND = 10
"""Questions of the usual round."""

_MOST_DRAWS = 12
"""Forms of one question that are looked at, if something in the first tells its key."""


class Bank:
    """The questions of one pack under one seed. The same pack and seed give the same questions.

    It does not change. A question is made anew each time it is asked for; who needs it twice keeps
    it.
    """

    __slots__ = (
        "_by_kind",
        "_by_set",
        "_catalogue",
        "_index",
        "_kinds",
        "_lexicon",
        "_rest",
        "_rest_facts",
        "facts",
        "has_reviews",
        "known",
        "pack",
        "seed",
        "specs",
        "tables",
    )

    def __init__(
        self,
        known: Known,
        seed: int,
        catalogue: NullTranslations,
        rest: Bank | None = None,
        rest_facts: frozenset[str] = frozenset(),
    ) -> None:
        """`rest` is the pack in its own language, and asks about those facts that are named."""
        self.pack = known.pack
        self._rest = rest
        self._rest_facts = rest_facts
        self.seed = seed
        self.known = known
        self._catalogue = catalogue
        self._lexicon = lexicon_of(self.pack.language)
        distinct = Distinct()
        of_authors = written.specs_of(self.pack)
        self.specs: tuple[Spec, ...] = tuple(
            spec
            for kind in KINDS
            for spec in chain(
                kind.specs(known), of_authors.get(kind.KIND, ()), self._specs_of_rest(kind.KIND)
            )
            if distinct.is_new(spec.kind, *_stem(kind, spec))
        )
        if rest is not None:
            self.pack = _joined(rest.pack, known.pack)
        self._index = Index(self.specs, self.pack.id)
        counts: Counter[Kind] = Counter()
        self._kinds: dict[str, set[Kind]] = {}
        for spec in self.specs:
            counts[spec.kind] += 1
            self._kinds.setdefault(spec.fact.set, set()).add(spec.kind)
        # A counter keeps the order of first coming, and the specs of a kind stand together.
        ends = accumulate(counts.values())
        self._by_kind = {
            kind: range(end - counts[kind], end) for kind, end in zip(counts, ends, strict=True)
        }
        self.facts: tuple[Fact, ...] = tuple(f for f in self.pack.asked if f.id in self._index)
        self.has_reviews = any(f.review_by for f in self.facts)
        self._by_set: dict[str, list[Fact]] = {}
        self.tables: Counter[str] = Counter()
        for fact in self.facts:
            self._by_set.setdefault(fact.set, []).append(fact)
            if "/" in fact.id:
                self.tables[fact.id.rpartition("/")[0]] += 1

    def __len__(self) -> int:
        return len(self.specs)

    def under(self, seed: int) -> Bank:
        """The bank of the same pack under another seed, without building it again."""
        other = copy(self)
        other.seed = seed
        other._rest = self._rest.under(seed) if self._rest else None
        return other

    def _specs_of_rest(self, kind: Kind) -> Iterator[Spec]:
        """What is asked in the pack's own language: about such facts alone, none beside others."""
        for at in self._rest.of_kind(kind) if self._rest else ():
            spec = self._rest.specs[at]  # type: ignore[union-attr]
            if self._rest_facts.issuperset(entry.fact.id for entry in spec.entries):
                yield spec

    def _speaker(self, spec: Spec) -> Bank:
        """The bank in whose language a question is asked."""
        if self._rest is not None and spec.fact.id in self._rest_facts:
            return self._rest
        return self

    def questions(self, kind: Kind | None = None) -> Iterator[Question]:
        """Every question, or those of one kind, in the order of kinds and then of the pack."""
        for spec in self.specs:
            if kind is None or spec.kind == kind:
                yield self.make(spec)

    def question(self, question_id: str) -> Question:
        """The question of that id. KeyError if the pack gives none such."""
        return self.make(self.specs[self._index.place(question_id)])

    def again(self, question: Question) -> Question | None:
        """The same question in the words of this bank, which is of the same pack in another
        language; None if it has them not."""
        try:
            return self.question(question.id)
        except KeyError:
            spec = spec_again(question, self.known)
            return self.make(spec) if spec else None

    def of_fact(self, fact_id: str) -> tuple[Spec, ...]:
        """All specs about a fact; () if there are none."""
        return tuple([self.specs[at] for at in self._index.of_fact(fact_id)])

    def of_kind(self, kind: Kind) -> Sequence[int]:
        """The places in `specs` of all questions of a kind."""
        return self._by_kind.get(kind, ())

    def kinds_of(self, sets: Collection[str] | None) -> frozenset[Kind]:
        """The kinds of question that some sets have, None for all."""
        wanted = self._kinds if sets is None else sets
        return frozenset(kind for name in wanted for kind in self._kinds.get(name, ()))

    def facts_of(self, sets: Collection[str]) -> list[Fact]:
        """All facts of some sets that have a question, in the pack's order within a set."""
        return [fact for name in sorted(sets) for fact in self._by_set.get(name, ())]

    def _form(self, spec: Spec, rng: random.Random) -> Form:
        """The first of a few forms in which nothing tells the key, else the one that tells least.

        Where the pack leaves no choice of options, all of them are alike, and `check` has said so.
        """
        if isinstance(spec.fact, Written):
            return written.form(spec, self.known, rng, self._catalogue)
        kind = _BY_KIND[spec.kind]
        best: tuple[int, Form] | None = None
        for _ in range(_MOST_DRAWS):
            form = kind.form(spec, self.known, rng, self._catalogue)
            if not isinstance(form.answer, int) or len(form.options) < FEWEST:
                return form
            told = tells(form.prompt, form.options, form.answer, self._lexicon)
            if not told:
                return form
            if best is None or told < best[0]:
                best = told, form
        assert best is not None
        return best[1]

    def draft(self, spec: Spec) -> Question:
        """The question of a spec without its calls, which only who plays it needs."""
        if (other := self._speaker(spec)) is not self:
            return other.draft(spec)
        question_id = spec.id(self.pack.id)
        rng = random.Random(f"{self.seed}/{question_id}")
        return self._question(question_id, spec, self._form(spec, rng), ())

    def whole(self, draft: Question) -> Question:
        """What `make` would have made in the place of a draft."""
        specs = (spec for spec in self.of_fact(draft.facts[0]) if spec.kind == draft.kind)
        return self.make(next(spec for spec in specs if spec.id(self.pack.id) == draft.id))

    def make(self, spec: Spec) -> Question:
        """The whole question of a spec of this bank."""
        if (other := self._speaker(spec)) is not self:
            return other.make(spec)
        question_id = spec.id(self.pack.id)
        rng = random.Random(f"{self.seed}/{question_id}")
        form = self._form(spec, rng)
        if isinstance(spec.fact, Written):
            hints = written.hints(spec, form, self.known, rng, self._catalogue)
            return self._question(question_id, spec, form, hints)
        if form.together is not None:
            return self._question(question_id, spec, form, form.together.hints)
        hints = hints_for(spec, form, self.known, rng, self._catalogue)
        return self._question(question_id, spec, form, hints)

    def _question(
        self, question_id: str, spec: Spec, form: Form, hints: tuple[Hint, ...]
    ) -> Question:
        fact, several = spec.fact, form.together
        explanation = several.explanation if several else _said(spec, form)
        why = several.why if several else why_of(fact, spec.answer, self._catalogue)
        made = Question(
            id=question_id,
            rev=revision(form.prompt, several.summary if several else _key(form), form.accepted),
            kind=spec.kind,
            prompt=requoted(form.prompt),
            options=form.options,
            answer=form.answer,
            explanation=requoted(explanation),
            citations=_citations(spec, form),
            facts=tuple(f.id for f in several.facts) if several else (fact.id,),
            label=(several.label if several else "") or _label(spec, form),
            prompts=form.prompts,
            accepted=form.accepted,
            unit=form.unit,
            tolerance=form.tolerance,
            hints=_requoted(hints),
            why=requoted(why),
            feedback=tuple(map(requoted, form.feedback)),
            picture=form.picture or _picture(spec),
            difficulty=difficulty(spec, form),
            level=max([spec.fact.level, *[entry.fact.level for entry in spec.more]]),
            topic=fact.topic,
            set=fact.set,
            by=fact.by,
            as_of=fact.as_of,
            status=fact.status,
            language=self.pack.language,
            units=spec.answer.units,
            reviewed=all(entry.fact.reviewed for entry in spec.entries),
        )
        if not isinstance(fact, Written):
            return made
        told = written.explanation(spec, form, made.key, self._catalogue)
        return replace(made, explanation=told, licence=fact.licence)


def _label(spec: Spec, form: Form) -> str:
    """What a question is called; short words of several facts may be one another's answers."""
    if spec.more:
        return first_words(form.prompt)
    return label_beside(spec.fact, spec.answer, form.prompt, _key(form))


def _stem(kind: QuestionKind, spec: Spec) -> tuple[str, str]:
    return written.stem(spec) if isinstance(spec.fact, Written) else kind.stem(spec)


def _requoted(hints: tuple[Hint, ...]) -> tuple[Hint, ...]:
    if all(hint.text.count("«") < 2 for hint in hints):
        return hints
    return tuple(replace(hint, text=requoted(hint.text)) for hint in hints)


def _picture(spec: Spec) -> Picture | None:
    """The picture that stands with every question of a fact: a file that nothing asks about."""
    picture = spec.fact.picture
    return picture if picture and picture.file and not picture.asks and not spec.more else None


def _key(form: Form) -> str:
    if form.options and isinstance(form.answer, int):
        return form.options[form.answer]
    return str(form.answer)


def _said(spec: Spec, form: Form) -> str:
    """What the fact says; what is right of the subject of a false statement before it."""
    said = spec.fact.said(spec.answer)
    return f"{form.subject.said} {said}" if form.subject else said


def _citations(spec: Spec, form: Form) -> tuple[Citation, ...]:
    """Where all that is said stands, each paragraph once."""
    found: dict[Citation, None] = {}
    for entry in (*spec.entries, form.subject):
        if entry is not None:
            found.update(dict.fromkeys(entry.fact.cited(entry.answer)))
    if form.together is None and spec.fact.why:
        found.update(dict.fromkeys(spec.fact.why_citations))
    return tuple(found)


def build(pack: Pack, seed: int = 0, catalogue: NullTranslations | None = None) -> Bank:
    """The bank of a pack. `catalogue` words what is not the author's: hints, true and false."""
    with no_collection():
        return Bank(Known(pack), seed, catalogue or NullTranslations())


def build_in(
    original: Pack,
    said: Pack | None,
    seed: int,
    catalogues: Callable[[str], NullTranslations],
    *,
    mixed: bool = False,
) -> Bank:
    """The bank of a pack in a language of which it has `said` at least in part.

    A question is in one language throughout, and so is a round, unless the player wants them
    `mixed`: then what the language lacks is asked about in the pack's own. Else it is not asked
    about; and sets that come together and have fewer facts in the language than a round has
    questions come in the pack's own, all of them. `catalogues` gives the words of a language.
    """
    own = catalogues(original.language)
    if said is None or not said.facts:
        return build(original, seed, own)
    with no_collection():
        others = _in_own(original, said, mixed)
        rest = Bank(Known(original), seed, own) if others else None
        asked = replace(said, facts=tuple(fact for fact in said.facts if fact.id not in others))
        bank = Bank(Known(asked), seed, catalogues(said.language), rest, others)
        # Who remembers a fact that the language lacks must find it in the pack.
        bank.pack = _joined(original, said)
        return bank


def _in_own(original: Pack, said: Pack, mixed: bool) -> frozenset[str]:
    """The facts that are asked about in the pack's own language beside others in another."""
    there = {fact.id for fact in said.facts}
    lacking = [fact for fact in original.asked if fact.id not in there]
    if mixed:
        return frozenset(fact.id for fact in lacking)
    together = {one.id: "" if one.chosen == "always" else one.id for one in original.sets}
    counts = Counter(together.get(fact.set, "") for fact in said.facts)
    groups = {together.get(fact.set, "") for fact in lacking}
    few = {group for group in groups if counts[group] < ROUND}
    return frozenset(fact.id for fact in original.asked if together.get(fact.set, "") in few)


def _joined(original: Pack, said: Pack) -> Pack:
    """The pack in a language, with what it lacks in the pack's own."""
    facts = {fact.id: fact for fact in said.facts}
    merged = tuple(facts.get(fact.id, fact) for fact in original.facts)
    return replace(said, facts=merged, written=original.written)
