"""A round of questions keeps the rules of a countdown."""

from __future__ import annotations

import random
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.bank.bank import Bank, build
from game.bank.draw import SOURCE_SHARE, CannotDraw, draw_round, spare, table_of
from tests.bank.packs import answer, fact, pack, space_pack

TODAY = "2025-06-02"


@pytest.mark.slow
@given(st.integers(), st.integers(3, 10))
def test_a_round_takes_a_fact_once_and_few_true_false(seed: int, count: int) -> None:
    bank = build(space_pack(), 1)
    drawn = draw_round(bank, count, random.Random(seed), sets=None, today=TODAY)
    assert len(drawn) == count
    assert len({q.facts for q in drawn}) == count
    assert sum(q.kind == "true-false" for q in drawn) <= max(1, count // 5)


@given(st.integers(0, 400), st.integers(5, 10))
def test_a_round_begins_with_easy_choices(seed: int, count: int) -> None:
    bank = build(space_pack(), 1)
    drawn = draw_round(bank, count, random.Random(seed), sets=None, today=TODAY)
    assert drawn[0].kind == "choice"
    assert drawn[0].difficulty <= 0.45


def test_the_same_seed_draws_the_same_round() -> None:
    rounds = [
        draw_round(build(space_pack(), 1), 8, random.Random("7"), sets=None, today=TODAY)
        for _ in range(2)
    ]
    assert rounds[0] == rounds[1]


def test_sets_that_are_asked_for_stay_out_until_they_are() -> None:
    bank = build(space_pack(), 1)
    plain = draw_round(bank, 10, random.Random(1), sets=None, today=TODAY)
    more = draw_round(bank, 1, random.Random(1), sets=frozenset({"more"}), today=TODAY)
    assert {q.set for q in plain} == {"plain"}
    assert [q.facts for q in more] == [("sites",)]


def test_a_fact_past_its_day_leaves_default_rounds() -> None:
    old = [
        fact(f.id, tuple(p if isinstance(p, str) else f.answers[p] for p in f.parts),
             review_by="2024-01-01" if f.id == "satellite" else "")
        for f in space_pack().facts
    ]  # fmt: skip
    bank = build(pack(*old), 1)
    drawn = draw_round(bank, 11, random.Random(1), sets=None, today=TODAY)
    assert "satellite" not in {f for q in drawn for f in q.facts}


def test_a_pack_with_too_few_facts_says_so() -> None:
    with pytest.raises(CannotDraw, match="a round of 40 needs") as caught:
        draw_round(build(space_pack(), 1), 40, random.Random(1), sets=None, today=TODAY)
    assert (caught.value.wanted, caught.value.found) == (40, 11)


def test_excluded_facts_come_only_when_others_have_run_out() -> None:
    bank = build(space_pack(), 1)
    shy = ("satellite", "lease")
    drawn = draw_round(bank, 9, random.Random(3), sets=None, today=TODAY, exclude=shy)
    assert not {f for q in drawn for f in q.facts} & set(shy)
    whole = draw_round(bank, 11, random.Random(3), sets=None, today=TODAY, exclude=shy)
    assert len(whole) == 11


def test_a_spare_is_about_a_fact_not_yet_used() -> None:
    bank = build(space_pack(), 1)
    used = {f.id for f in bank.facts} - {"human"}
    found = spare(bank, used, random.Random(1))
    assert found is not None
    assert (found.facts, found.kind) == (("human",), "choice")
    assert spare(bank, {f.id for f in bank.facts}, random.Random(1)) is None


def test_a_round_has_one_question_about_the_order_at_most() -> None:
    dated = [
        fact(f"flight-{at}", ("It flew in ", answer(
            str(1950 + at), "year", f"When did flight {at} start?", event=f"Flight {at} starts",
        ), "."))
        for at in range(40)
    ]  # fmt: skip
    bank = build(pack(*dated), 1)
    for seed in range(10):
        drawn = draw_round(bank, 20, random.Random(seed), sets=None, today=TODAY)
        assert sum(q.kind == "order" for q in drawn) == 1


@pytest.mark.slow
def test_no_fact_of_the_default_set_comes_much_oftener_than_another(baikonur: Bank) -> None:
    default = next(one.id for one in baikonur.pack.sets if one.chosen == "always")
    drawn = Counter({f.id: 0 for f in baikonur.facts_of((default,))})
    for seed in range(300):
        for question in draw_round(baikonur, 10, random.Random(seed), sets=None, today=TODAY):
            drawn.update(question.facts)
    # Over thousands of rounds it is 3 times; so few as these add chance of their own.
    assert max(drawn.values()) <= 4 * min(drawn.values())


@pytest.mark.slow
def test_most_rounds_of_ten_have_something_to_arrange(baikonur: Bank) -> None:
    arranged = [
        sum(question.kind in ("order", "match", "odd-one-out") for question in drawn)
        for seed in range(120)
        if (drawn := draw_round(baikonur, 10, random.Random(seed), sets=None, today=TODAY))
    ]
    assert sum(arranged) / len(arranged) > 1.1
    assert sum(number > 0 for number in arranged) > 0.8 * len(arranged)


def test_no_more_than_a_third_stands_in_one_source_alone(baikonur: Bank) -> None:
    for seed in range(40):
        alone: Counter[str] = Counter()
        for question in draw_round(baikonur, 10, random.Random(seed), sets=None, today=TODAY):
            found = {citation.source for citation in question.citations}
            alone.update(found if len(found) == 1 else ())
        assert max(alone.values()) <= 10 // SOURCE_SHARE


def test_a_round_has_few_questions_about_one_table(rockets: Bank) -> None:
    for seed in range(40):
        drawn = draw_round(rockets, 10, random.Random(seed), sets=None, today=TODAY)
        tables = Counter(
            table for q in drawn for table in {table_of(fact) for fact in q.facts} if table
        )
        assert max(tables.values()) <= 2


def test_a_pack_that_is_one_table_gives_rounds_all_the_same() -> None:
    rows = [
        fact(f"flights/{at}", ("It flew in ", answer(
            str(1950 + at), "year", f"When did flight {at} start?",
        ), "."))
        for at in range(12)
    ]  # fmt: skip
    bank = build(pack(*rows), 1)
    assert len(draw_round(bank, 10, random.Random(1), sets=None, today=TODAY)) == 10
