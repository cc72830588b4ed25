"""A round before it is flown: drawn, looked through, changed, and made again from its code."""

from __future__ import annotations

import random
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b

from game.bank.bank import Bank
from game.bank.draw import draw_another, draw_round
from game.bank.letters import dealt
from game.bank.question import Question
from game.packs.model import Pack
from game.play.mission_code import MONTHS, PACKS, PROOFS, SEEDS, Recipe, encode
from game.play.plan import Plan
from game.rounds import steps
from game.rounds.state import Round

_CODED = "code/"


class NotThisPack(Exception):
    """A code that belongs to another pack. `same_id`: to another state of a pack of this id."""

    def __init__(self, *, same_id: bool) -> None:
        super().__init__("the code was made with another pack")
        self.same_id = same_id


@dataclass(frozen=True, slots=True)
class Lineup:
    """The questions of a round, by the places in which they were drawn, and the order to ask them.

    The letters of their keys are dealt when they are drawn, so that no letter changes of a question
    which stays.

    `drops` are the places whose question was dropped, one after the other; `proof` is the mark of
    the questions as they were before. `today` of the plan is the last day of a month, so that the
    same month draws the same round.
    """

    plan: Plan
    slots: tuple[Question, ...]
    proof: int
    order: tuple[int, ...]
    drops: tuple[int, ...] = ()
    gone: frozenset[str] = frozenset()

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions in the order in which they are asked."""
        return tuple(self.slots[at] for at in self.order)


def line_up(bank: Bank, plan: Plan, number: int) -> Lineup:
    """Draw the round of a number (below SEEDS). CannotDraw as for any round.

    What was asked lately counts for nothing here: another machine does not know it.
    """
    coded = replace(
        plan,
        seed=f"{_CODED}{number}",
        today=_month_end(plan.today),
        exclude=frozenset(),
    )
    questions = draw_round(
        bank_of(bank, coded),
        coded.count,
        random.Random(f"{coded.seed}/round"),
        sets=coded.sets,
        today=coded.today,
        level=coded.level,
    )
    slots = dealt(questions, random.Random(f"{coded.seed}/letters"))
    return Lineup(coded, slots, _proof(questions), tuple(range(len(slots))))


def drop(bank: Bank, lineup: Lineup, at: int) -> Lineup | None:
    """The round without the question asked at `at`, another in its place; None if there is none.

    What was dropped does not come back, until it is put back.
    """
    return _dropped(bank, lineup, lineup.order[at])


def put_back(bank: Bank, lineup: Lineup) -> Lineup:
    """The round as it was before the last drop; the order stays."""
    whole = line_up(bank, lineup.plan, _number(lineup.plan))
    return replace(_dropping(bank, whole, lineup.drops[:-1]), order=lineup.order)


def move(lineup: Lineup, at: int, to: int) -> Lineup:
    """The round with the question asked at `at` asked at `to`; those between make room."""
    order = list(lineup.order)
    order.insert(to, order.pop(at))
    return replace(lineup, order=tuple(order))


def code_of(lineup: Lineup, pack: Pack) -> str:
    """The mission code of a round. ValueError for a length that no code can say."""
    plan = lineup.plan
    places = {one.id: at for at, one in enumerate(pack.sets)}
    sets = None if plan.sets is None else frozenset(places[name] for name in plan.sets)
    return encode(
        Recipe(
            pack=_mark(pack.id, PACKS),
            proof=lineup.proof,
            month=_months(plan.today) % MONTHS,
            seed=_number(plan),
            count=plan.count,
            crew=plan.crew,
            level=plan.level,
            sets=sets,
            drops=lineup.drops,
            order=lineup.order,
        )
    )


def plan_of(recipe: Recipe, pack: Pack, today: str) -> Plan:
    """The plan that a code asks for, its rules not yet chosen. NotThisPack.

    `today` (an ISO day) tells which of the months that a code can mean was the last one.
    """
    if recipe.pack != _mark(pack.id, PACKS):
        raise NotThisPack(same_id=False)
    if recipe.sets is not None and max(recipe.sets) >= len(pack.sets):
        raise NotThisPack(same_id=True)
    sets = None
    if recipe.sets is not None:
        sets = frozenset(pack.sets[at].id for at in recipe.sets)
    now = _months(today)
    month = now - (now - recipe.month) % MONTHS
    return Plan(
        count=recipe.count,
        seed=f"{_CODED}{recipe.seed}",
        today=f"{month // 12:04d}-{month % 12 + 1:02d}-01",
        sets=sets,
        crew=recipe.crew,
        level=recipe.level,
    )


def made_again(bank: Bank, plan: Plan, recipe: Recipe) -> Lineup:
    """The round of a code, with the plan that `plan_of` gave. NotThisPack, CannotDraw."""
    whole = line_up(bank, plan, recipe.seed)
    if whole.proof != recipe.proof:
        raise NotThisPack(same_id=True)
    return replace(_dropping(bank, whole, recipe.drops), order=recipe.order)


def begun(lineup: Lineup) -> Round:
    """The round at its first question."""
    plan = lineup.plan
    return steps.begin(
        lineup.questions, plan.rules, random.Random(f"{plan.seed}/go"), plan.seats, plan.crew
    )


def bank_of(bank: Bank, plan: Plan) -> Bank:
    """The bank that a plan draws from: for a coded round one with the options of its number."""
    return bank.under(_number(plan)) if plan.seed.startswith(_CODED) else bank


def number_from(rng: random.Random) -> int:
    """A number for a new round."""
    return rng.randrange(SEEDS)


def _dropped(bank: Bank, lineup: Lineup, slot: int) -> Lineup | None:
    plan, gone = lineup.plan, lineup.gone | frozenset(lineup.slots[slot].facts)
    found = draw_another(
        bank_of(bank, plan),
        lineup.slots,
        slot,
        random.Random(f"{plan.seed}/drop/{len(lineup.drops)}"),
        sets=plan.sets,
        today=plan.today,
        never=gone,
        level=plan.level,
    )
    if found is None:
        return None
    slots = (*lineup.slots[:slot], found, *lineup.slots[slot + 1 :])
    rng = random.Random(f"{plan.seed}/letters/{len(lineup.drops)}")
    slots = dealt(slots, rng, only=slot)
    return replace(lineup, slots=slots, drops=(*lineup.drops, slot), gone=gone)


def _dropping(bank: Bank, lineup: Lineup, drops: Sequence[int]) -> Lineup:
    for slot in drops:
        changed = _dropped(bank, lineup, slot)
        if changed is None:
            raise NotThisPack(same_id=True)
        lineup = changed
    return lineup


def _proof(questions: Sequence[Question]) -> int:
    return _mark("\n".join(f"{one.id} {one.rev}" for one in questions), PROOFS)


def _mark(text: str, radix: int) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big") % radix


def _number(plan: Plan) -> int:
    return int(plan.seed.removeprefix(_CODED))


def _months(day: str) -> int:
    return int(day[:4]) * 12 + int(day[5:7]) - 1


def _month_end(day: str) -> str:
    year, month = int(day[:4]), int(day[5:7])
    return f"{year:04d}-{month:02d}-{monthrange(year, month)[1]:02d}"
