"""A round that was looked through is the same round wherever its code is typed."""

from __future__ import annotations

import random
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game import paths
from game.bank.bank import Bank, build
from game.packs.read import read_pack
from game.play.lineup import (
    Lineup,
    NotThisPack,
    begun,
    code_of,
    drop,
    line_up,
    made_again,
    move,
    plan_of,
    put_back,
)
from game.play.mission_code import decode
from game.play.plan import Plan, in_equal_turns
from game.rounds.crew import Crew
from tests.examples import examples

PLAN = Plan(10, "", "2026-11-22", crew=Crew("class"))


@cache
def bank(seed: int = 1, pack: str = "baikonur") -> Bank:
    read, _ = read_pack(paths.packs() / pack)
    assert read is not None
    return build(read, seed)


def again(code: str, on: Bank, today: str = "2026-11-23") -> Lineup:
    recipe = decode(code)
    return made_again(on, plan_of(recipe, on.pack, today), recipe)


@examples(15)
@given(st.integers(0, 1023), st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=5))
def test_a_code_makes_the_same_round_on_another_machine(
    number: int, changes: list[tuple[int, int]]
) -> None:
    lineup = line_up(bank(), PLAN, number)
    for at, to in changes:
        lineup = (drop(bank(), lineup, at) or lineup) if at > to else move(lineup, at, to)
    made = again(code_of(lineup, bank().pack), bank(99))
    assert made.questions == lineup.questions
    assert begun(made) == begun(lineup)
    assert (made.plan.crew, made.plan.level) == (PLAN.crew, PLAN.level)


def test_what_was_dropped_does_not_come_back_and_no_fact_comes_twice() -> None:
    lineup = line_up(bank(), PLAN, 7)
    gone: set[str] = set()
    for _ in range(12):
        gone.update(lineup.questions[4].facts)
        changed = drop(bank(), lineup, 4)
        assert changed is not None
        lineup = changed
        facts = [fact for question in lineup.questions for fact in question.facts]
        assert gone.isdisjoint(facts)
        assert len(facts) == len(set(facts))


def test_a_drop_changes_no_other_question_and_can_be_taken_back() -> None:
    lineup = move(line_up(bank(), PLAN, 7), 2, 6)
    changed = drop(bank(), lineup, 3)
    assert changed is not None
    differ = [at for at in range(10) if changed.questions[at] != lineup.questions[at]]
    assert differ == [3]
    assert put_back(bank(), changed).questions == lineup.questions


def test_a_month_later_the_code_still_makes_its_round() -> None:
    plan = replace(PLAN, sets=frozenset({"first-flights", "baikonur-today"}))
    lineup = line_up(bank(), plan, 5)
    code = code_of(lineup, bank().pack)
    assert again(code, bank(), "2028-01-02").questions == lineup.questions


def test_a_code_of_another_pack_is_told_apart_from_a_changed_pack() -> None:
    code = code_of(line_up(bank(), PLAN, 5), bank().pack)
    with pytest.raises(NotThisPack) as other:
        again(code, bank(1, "baikonur-rockets"))
    assert not other.value.same_id
    fewer = replace(bank().pack, facts=bank().pack.facts[::2])
    with pytest.raises(NotThisPack) as changed:
        again(code, build(fewer, 1))
    assert changed.value.same_id


def test_a_gentle_round_only_asks_to_recognise() -> None:
    kinds: set[str] = set()
    for number in range(6):
        lineup = line_up(bank(), replace(PLAN, level="gentle"), number)
        kinds.update(question.kind for question in lineup.questions)
    assert kinds <= {"choice", "true-false", "picture", "odd-one-out", "who-said"}


def test_a_hard_round_asks_to_remember_more_often() -> None:
    def remembered(level: str) -> int:
        plan = replace(PLAN, level=level)  # type: ignore[arg-type]
        rounds = [line_up(bank(), plan, number).questions for number in range(12)]
        return sum(q.kind in ("typed", "number", "order", "match") for r in rounds for q in r)

    assert remembered("hard") > remembered("usual") > remembered("gentle")


def test_when_no_fact_is_left_nothing_is_dropped() -> None:
    pack = bank().pack
    first = [fact for fact in pack.facts if fact.set == "first-flights"]
    random.Random(1).shuffle(first)
    few = build(replace(pack, facts=tuple(first[:12])), 1)
    lineup: Lineup | None = line_up(few, replace(PLAN, count=6), 3)
    for _ in range(20):
        assert lineup is not None
        lineup = drop(few, lineup, 0)
        if lineup is None:
            return
    raise AssertionError("drops without end")


@pytest.mark.parametrize("count", [5, 10, 20])
@pytest.mark.parametrize("many", [3, 4, 6])
def test_teams_by_turns_have_full_turns_by_code_too(count: int, many: int) -> None:
    crew = Crew("teams", many)
    lineup = line_up(bank(), in_equal_turns(replace(PLAN, count=count, crew=crew)), 7)
    moved = move(drop(bank(), lineup, 2) or lineup, 0, 3)
    assert len(moved.questions) % many == 0
    made = again(code_of(moved, bank().pack), bank(99))
    assert made.questions == moved.questions and made.plan.crew == crew
