"""A round's questions: mixed, each fact once, easy first, and none that answers another."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count as count_up

from game.bank.bank import Bank
from game.bank.giveaway import gives_away
from game.bank.question import Kind, Question
from game.bank.shares import even_shares, sums_of
from game.bank.spec import Spec
from game.bank.wishes import SCARCE, Level, Wish, wish_for, wishes
from game.packs.model import Answer, Citation, Fact
from game.phrase import phrase

TRUE_FALSE_IN_TEN = 2
MOST_ORDER = 1
"""Every order question has the same prompt, so one is enough."""

TABLE_IN_TEN = 2
"""Questions about one table: its rows all have the same shape, and three would be a list."""

_LARGE_TABLE = 4
"""A table with one fact in so many, or more, is what the pack is about, and has no such limit."""

SOURCE_SHARE = 3
"""At most one question in so many comes from one source, where the pack allows it."""

TOPIC_RUN = 2
_EASY = 0.45
_HARD = 0.5
_LOOKED_AT = 80
_RICH = 160
_ENOUGH = 12

_STANDS_BACK = 0.95
_SEVERAL_LIMIT, _SCARCE_LIMIT = 2.2, 1.5
"""How much oftener than on average a fact may come through kinds that only few facts give: through
questions about several facts, and through those about one beside them. A question about four facts
takes four of them at once, so that the first may be more: it gives orders, matches and odd ones out
half as often again, and no fact comes four times as often as another."""

_EXCLUDED, _GIVEN_AWAY, _TABLE, _SOURCE, _TOPIC, _SAME_KEY, _KIND, _DIFFICULTY = (
    64,
    16,
    24,
    8,
    8,
    6,
    3,
    1,
)
_HARD_START = 3
"""So much that a typed answer at an easy place costs more than a source beyond its share."""
_PLAINLY = 2 * _DIFFICULTY
_WIDENS = _SAME_KEY
"""A question that costs as much is worth looking for another fact."""


class CannotDraw(Exception):
    """A pack has too few facts for a round; says how many there are and what to do."""

    def __init__(self, wanted: int, found: int, sets: frozenset[str] | None) -> None:
        self.wanted = wanted
        self.found = found
        self.sets = sets
        message = phrase(
            "a round of {wanted} needs as many facts with a question, and the sets chosen by "
            "default have {found}; choose more sets, a shorter round, or add facts",
            wanted=wanted,
            found=found,
        )
        if sets is not None:
            message = phrase(
                "a round of {wanted} needs as many facts with a question, and sets {sets} have "
                "{found}; choose more sets, a shorter round, or add facts",
                wanted=wanted,
                found=found,
                sets=", ".join(sorted(sets)),
            )
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class _Faults:
    """What a place should not take: sources and tables with their share, topics that run on."""

    sources: frozenset[str]
    tables: frozenset[str]
    topics: frozenset[str]


@dataclass(slots=True)
class _Drawn:
    """A round while it grows, by places."""

    places: list[Question | None]
    large: frozenset[str] = frozenset()
    facts: set[str] = field(default_factory=set)
    sources: dict[str, int] = field(default_factory=dict)
    true_false: int = 0
    order: int = 0
    tables: Counter[str] = field(default_factory=Counter)

    def put(self, at: int, question: Question) -> None:
        self.places[at] = question
        self.facts.update(question.facts)
        source = self.source(question.citations)
        self.sources[source] = self.sources.get(source, 0) + 1
        self.true_false += question.kind == "true-false"
        self.order += question.kind == "order"
        self.tables.update({table_of(fact) for fact in question.facts} - {""})

    def source(self, citations: Sequence[Citation]) -> str:
        """The source that a question counts for: of those that say it, the least used so far."""
        return min((c.source for c in citations), key=lambda s: self.sources.get(s, 0), default="")

    def faults(self, at: int) -> _Faults:
        """What would be too much at a place."""
        most = max(1, len(self.places) // SOURCE_SHARE)
        rows = max(1, len(self.places) * TABLE_IN_TEN // 10)
        beside = {self._topic(near) for near in (at - 1, at + 1) if 0 <= near < len(self.places)}
        return _Faults(
            frozenset(source for source, count in self.sources.items() if count >= most),
            frozenset(table for table, count in self.tables.items() if count >= rows) - self.large,
            frozenset(topic for topic in beside if topic is not None and self._runs_on(at, topic)),
        )

    def _runs_on(self, at: int, topic: str) -> bool:
        """Whether a topic at a place would stand there more than twice in a row."""
        low, high = at, at
        while low > 0 and self._topic(low - 1) == topic:
            low -= 1
        while high + 1 < len(self.places) and self._topic(high + 1) == topic:
            high += 1
        return high - low + 1 > TOPIC_RUN

    def _topic(self, at: int) -> str | None:
        question = self.places[at]
        return question.topic if question else None


def draw_round(
    bank: Bank,
    count: int,
    rng: random.Random,
    *,
    sets: frozenset[str] | None,
    today: str,
    exclude: Collection[str] = (),
    level: Level = "usual",
) -> tuple[Question, ...]:
    """`count` questions in the order in which they are asked, one a fact.

    `sets` are ids of the sets to draw from, None for those that are always chosen. `today` is an
    ISO day: a fact past its `review_by` comes only where its set was asked for by name. `exclude`
    are ids of facts that come only when all others have been taken. CannotDraw if there are fewer
    facts than questions.
    """
    facts = _eligible(bank, sets, today)
    shy = frozenset(exclude)
    drawn = _Drawn([None] * count, large=_large_tables(bank))
    wanted = wishes(count, rng, bank.kinds_of(facts.sets), level)
    scarce = _Scarce(bank, facts, wanted, rng)
    plain: list[Wish] = []
    for wish in wanted:
        found = scarce.draw(wish, drawn, shy)
        if found is None:
            plain.append(wish)
        else:
            drawn.put(wish.at, found)
    pool = _Pool(facts.facts, shy, scarce.shares, len(plain), rng)
    for wish in plain:
        found = _best(bank, facts, pool, wish, drawn, shy, rng)
        if found is None:
            raise CannotDraw(count, len(drawn.facts), sets)
        drawn.put(wish.at, found)
    return tuple(bank.whole(question) for question in drawn.places if question)


def draw_another(
    bank: Bank,
    questions: Sequence[Question],
    at: int,
    rng: random.Random,
    *,
    sets: frozenset[str] | None,
    today: str,
    never: Collection[str],
    level: Level = "usual",
) -> Question | None:
    """Another question for the place `at` of a round, about no fact of the round or of `never`.

    None if there is no such fact left. The rest is as for `draw_round`.
    """
    facts = _eligible(bank, sets, today)
    drawn = _Drawn([None] * len(questions), large=_large_tables(bank))
    for place, question in enumerate(questions):
        if place != at:
            drawn.put(place, question)
    drawn.facts.update(never, questions[at].facts)
    pool = _Pool(facts.facts, frozenset(), {}, 1, rng)
    wish = wish_for(at, len(questions), level)
    found = _best(bank, facts, pool, wish, drawn, frozenset(), rng)
    return bank.whole(found) if found else None


def spare(
    bank: Bank, used_facts: Collection[str], rng: random.Random, *, today: str = ""
) -> Question | None:
    """An easy question about a fact not in `used_facts`, None if there is no such fact left."""
    facts = _eligible(bank, None, today).facts
    best: tuple[float, Question] | None = None
    for at in _shuffled(len(facts), rng):
        if facts[at].id in used_facts:
            continue
        for spec in bank.of_fact(facts[at].id):
            if spec.more:
                continue
            question = bank.draft(spec)
            strain = question.difficulty + (0.5 if spec.kind != "choice" else 0.0)
            if best is None or strain < best[0]:
                best = strain, question
        if best is not None and best[0] <= _EASY:
            break
    return bank.whole(best[1]) if best else None


@dataclass(frozen=True, slots=True)
class _Eligible:
    """The facts that may be drawn. `sets` are their sets, None for a pack without any."""

    facts: Sequence[Fact]
    sets: frozenset[str] | None
    always: frozenset[str]
    today: str

    def takes(self, fact: Fact) -> bool:
        """Whether a fact is one of them, without looking through them all."""
        if self.sets is not None and fact.set not in self.sets:
            return False
        return (
            not self.today
            or not fact.review_by
            or fact.review_by >= self.today
            or fact.set not in self.always
        )


def table_of(fact_id: str) -> str:
    """The table of a row by its id, `table/key`; "" for any other fact."""
    return fact_id.rpartition("/")[0]


def _large_tables(bank: Bank) -> frozenset[str]:
    return frozenset(
        table for table, rows in bank.tables.items() if rows * _LARGE_TABLE >= len(bank.facts)
    )


def _eligible(bank: Bank, sets: frozenset[str] | None, today: str) -> _Eligible:
    always = frozenset({s.id for s in bank.pack.sets if s.chosen == "always"} | {""})
    wanted = always if sets is None and bank.pack.sets else sets
    found = bank.facts if wanted is None else bank.facts_of(wanted)
    made = _Eligible(found, wanted, always, today)
    if not today or not bank.has_reviews:
        return made
    return _Eligible([f for f in found if made.takes(f)], wanted, always, today)


class _Scarce:
    """Questions of scarce kinds, drawn so that their few facts do not come much too often."""

    def __init__(
        self, bank: Bank, facts: _Eligible, wanted: Sequence[Wish], rng: random.Random
    ) -> None:
        self._bank = bank
        self._facts = facts
        self._rng = rng
        self._places = Counter(w.kinds[0] for w in wanted if w.kinds[0] in SCARCE)
        there = {kind: bank.of_kind(kind) for kind in self._places}
        self._is_rich = sum(map(len, there.values())) > _RICH
        self._there: dict[Kind, tuple[Sequence[int], list[float]]] = {}
        self.shares: dict[str, float] = {}
        if self._is_rich:
            self._there = {kind: (places, []) for kind, places in there.items()}
            return
        few: dict[Kind, tuple[list[int], list[float]]] = {}
        fair = sum(1 for _ in wanted) / max(1, len(facts.facts))
        for are_several, limit in ((True, _SEVERAL_LIMIT), (False, _SCARCE_LIMIT)):
            found = [
                (kind, at, [entry.fact.id for entry in spec.entries])
                for kind, places in there.items()
                for at in places
                if bool((spec := bank.specs[at]).more) is are_several
                and all(facts.takes(entry.fact) for entry in spec.entries)
            ]
            about = [(kind, ids) for kind, _, ids in found]
            shares = even_shares(about, self._places, limit * fair, self.shares)
            for fact, share in sums_of(about, shares).items():
                self.shares[fact] = self.shares.get(fact, 0.0) + share
            for (kind, at, _), share in zip(found, shares, strict=True):
                few.setdefault(kind, ([], []))[0].append(at)
                few[kind][1].append(share)
        self._there.update(few)

    def draw(self, wish: Wish, drawn: _Drawn, shy: frozenset[str]) -> Question | None:
        """A question of the scarce kind that is wished for, if it is its turn and one suits."""
        kind = wish.kinds[0]
        places, shares = self._there.get(kind, ((), []))
        if not places:
            return None
        if not self._is_rich and self._rng.random() >= sum(shares) / self._places[kind]:
            return None
        for _ in range(_ENOUGH if self._is_rich else 1):
            at = self._rng.choices(places, shares)[0] if shares else self._rng.choice(places)
            spec = self._bank.specs[at]
            if not _allowed(spec, self._facts, drawn):
                continue
            cost = _cheap_cost(spec, wish, drawn.faults(wish.at), shy)
            question = self._bank.draft(spec)
            if cost + _dear_cost(question, wish, drawn) < _GIVEN_AWAY:
                return question
        return None


class _Pool:
    """The facts from which a round is made: drawn evenly first, so that none is hardly ever asked.

    There are as many as questions, and more where these do not suffice. Facts that come through
    scarce kinds as well (`shares`, times a round) stand back for the others as often, and those in
    `shy` come last.
    """

    def __init__(
        self,
        facts: Sequence[Fact],
        shy: frozenset[str],
        shares: Mapping[str, float],
        count: int,
        rng: random.Random,
    ) -> None:
        self.facts: list[Fact] = []
        fair = count / max(1, len(facts))
        back = {fact: min(_STANDS_BACK, share / fair) for fact, share in shares.items()}
        self._coming = self._in_turn(facts, shy, back, rng)
        while len(self.facts) < count and self.grow():
            pass

    @staticmethod
    def _in_turn(
        facts: Sequence[Fact], shy: frozenset[str], back: Mapping[str, float], rng: random.Random
    ) -> Iterator[Fact]:
        held: list[Fact] = []
        last: list[Fact] = []
        for at in _shuffled(len(facts), rng):
            fact = facts[at]
            if fact.id in shy:
                last.append(fact)
            elif rng.random() < back.get(fact.id, 0.0):
                held.append(fact)
            else:
                yield fact
        yield from held
        yield from last

    def grow(self) -> bool:
        """Take one more fact in; False if there is none."""
        fact = next(self._coming, None)
        if fact is None:
            return False
        self.facts.append(fact)
        return True


def _best(
    bank: Bank,
    facts: _Eligible,
    pool: _Pool,
    wish: Wish,
    drawn: _Drawn,
    shy: frozenset[str],
    rng: random.Random,
) -> Question | None:
    """The first question without a fault, else the one with the least of those looked at.

    Facts that can be asked in few ways go first: others find another place. If nothing in the pool
    will do, facts are added to it one by one.
    """
    waiting = [fact for fact in pool.facts if fact.id not in drawn.facts]
    rng.shuffle(waiting)
    waiting.sort(key=lambda fact: _ways(bank, fact))
    faults = drawn.faults(wish.at)
    best: tuple[int, Question] | None = None
    for looked_at in count_up():
        # A fact from outside the pool is taken for what is plainly better, not for a shade of it.
        by = 1 if looked_at < len(waiting) else _PLAINLY
        if looked_at < len(waiting):
            fact = waiting[looked_at]
        elif (best and (best[0] < _WIDENS or looked_at >= _LOOKED_AT)) or not pool.grow():
            break
        elif (fact := pool.facts[-1]).id in drawn.facts:
            continue
        if best is not None and _least_cost(fact, faults) > best[0] - by:
            continue
        for spec in _specs_of(bank, fact, wish, rng):
            if not _allowed(spec, facts, drawn):
                continue
            cost = _cheap_cost(spec, wish, faults, shy)
            if best is not None and cost > best[0] - by:
                continue
            question = bank.draft(spec)
            cost += _dear_cost(question, wish, drawn)
            if best is None or cost < best[0]:
                best = cost, question
            if cost == 0:
                return question
    return best[1] if best else None


def _ways(bank: Bank, fact: Fact) -> tuple[int, int]:
    """From how many sources and in how many kinds a fact can be asked."""
    kinds = {spec.kind for spec in bank.of_fact(fact.id)}
    return len({citation.source for citation in fact.citations}), len(kinds)


def _specs_of(bank: Bank, fact: Fact, wish: Wish, rng: random.Random) -> list[Spec]:
    """The questions about a fact alone, those first that are of the kinds wished for."""
    specs = [spec for spec in bank.of_fact(fact.id) if not spec.more]
    rng.shuffle(specs)
    specs.sort(key=lambda s: _kind_rank(s, wish))
    return specs


def _kind_rank(spec: Spec, wish: Wish) -> int:
    return wish.kinds.index(spec.kind) if spec.kind in wish.kinds else len(wish.kinds)


def _allowed(spec: Spec, facts: _Eligible, drawn: _Drawn) -> bool:
    """Whether a spec can be taken now: true-false and order are not too often, and facts are there.

    A question about several facts must leave one for each place that is still open.
    """
    most = max(1, len(drawn.places) * TRUE_FALSE_IN_TEN // 10)
    if spec.kind == "true-false" and drawn.true_false >= most:
        return False
    if spec.kind == "order" and drawn.order >= MOST_ORDER:
        return False
    if not spec.more:
        return spec.fact.id not in drawn.facts and facts.takes(spec.fact)
    ids = {entry.fact.id for entry in spec.entries}
    open_places = sum(question is None for question in drawn.places) - 1
    if len(facts.facts) - len(drawn.facts) - len(ids) < open_places:
        return False
    return drawn.facts.isdisjoint(ids) and all(facts.takes(e.fact) for e in spec.entries)


def _least_cost(fact: Fact, faults: _Faults) -> int:
    """What speaks against all questions about a fact alone."""
    cost = _shape_cost(fact, faults)
    if faults.sources and all(_has_had_its_share(cited, faults) for cited in _all_cited(fact)):
        cost += _SOURCE
    return cost


def _shape_cost(fact: Fact, faults: _Faults) -> int:
    cost = _TOPIC if fact.topic in faults.topics else 0
    return cost + _TABLE if faults.tables and table_of(fact.id) in faults.tables else cost


def _all_cited(fact: Fact) -> Iterator[Sequence[Citation]]:
    """What the answers of a fact cite, that of the fact once."""
    yield fact.citations
    for answer in fact.answers:
        if answer.citations:
            yield answer.citations


def _has_had_its_share(cited: Sequence[Citation], faults: _Faults) -> bool:
    return faults.sources.issuperset([citation.source for citation in cited])


def _cost_of(fact: Fact, answer: Answer, faults: _Faults) -> int:
    cost = _shape_cost(fact, faults)
    if faults.sources and _has_had_its_share(fact.cited(answer), faults):
        cost += _SOURCE
    return cost


def _cheap_cost(spec: Spec, wish: Wish, faults: _Faults, shy: frozenset[str]) -> int:
    """What speaks against a question before it is made."""
    cost = _KIND * _kind_rank(spec, wish) + _cost_of(spec.fact, spec.answer, faults)
    if faults.tables and any(table_of(entry.fact.id) in faults.tables for entry in spec.more):
        cost += _TABLE
    if shy and any(entry.fact.id in shy for entry in spec.entries):
        cost += _EXCLUDED
    if wish.hard is False and spec.fact.level > 1:
        cost += _DIFFICULTY
    return cost


def _dear_cost(question: Question, wish: Wish, drawn: _Drawn) -> int:
    cost = 0
    if wish.hard is False and question.difficulty > _EASY:
        cost += _HARD_START
    if wish.hard is True and question.difficulty < _HARD and question.kind == "choice":
        cost += _DIFFICULTY
    for at, other in enumerate(drawn.places):
        if other is None:
            continue
        if other.key == question.key and question.kind != "true-false":
            cost += _SAME_KEY
        first, second = (other, question) if at < wish.at else (question, other)
        if gives_away(first, second):
            cost += _GIVEN_AWAY
    return cost


def _shuffled(count: int, rng: random.Random) -> Iterator[int]:
    """0 to count-1 in drawn order, one at a time, at the cost of those that are taken."""
    moved: dict[int, int] = {}
    for left in range(count, 0, -1):
        at = rng.randrange(left)
        yield moved.get(at, at)
        moved[at] = moved.get(left - 1, left - 1)
