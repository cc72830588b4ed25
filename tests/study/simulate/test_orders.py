"""The orders that are compared: the same learners, the same number of answers."""

from __future__ import annotations

import random
from collections import Counter
from datetime import date
from functools import cache
from itertools import pairwise

import pytest

from game.study.cards import Card
from game.study.schedule import Scheduler
from game.study.simulate.learners import Activation
from game.study.simulate.orders import Name, peer, t_minus
from game.study.simulate.run import COMPARISONS, PEERS, Row, run
from game.study.simulate.trial import LATER_DAYS, Order, Outcome, study

CARDS = {
    f"made/{n}#answer": Card(f"made/{n}#answer", str(n), f"t{n % 3}", 1 + n % 3, "s", "")
    for n in range(60)
}
OPTIONS = dict.fromkeys(CARDS, 4)


class Heard:
    """An order that notes what was asked, a list a day."""

    def __init__(self, order: Order) -> None:
        self._order = order
        self.days: list[list[str]] = []
        self.told = order.told

    def begin(self, day: date) -> None:
        self.days.append([])
        self._order.begin(day)

    def next_card(self) -> str | None:
        card = self._order.next_card()
        if card is not None:
            self.days[-1].append(card)
        return card


def played(order: Order, days: int = 20) -> tuple[Outcome, list[list[str]]]:
    heard = Heard(order)
    budget = [20] * days
    outcome = study(Activation("one"), heard, OPTIONS, budget, random.Random(1))
    return outcome, heard.days


def ours() -> Order:
    return t_minus(CARDS, Scheduler(), random.Random(1))


@cache
def rows(learners: int = 3, days: int = 12) -> list[Row]:
    return list(run(CARDS, OPTIONS, learners, days, 20, 1, lambda: None))


def test_a_fixed_order_goes_round_and_round() -> None:
    _, days = played(peer("fixed order", (tuple(CARDS),), random.Random(1)), 6)
    assert [card for day in days for card in day] == 2 * list(CARDS)


def test_a_random_order_asks_all_before_any_comes_again() -> None:
    _, days = played(peer("random order", (tuple(CARDS),), random.Random(1)), 9)
    asked = [card for day in days for card in day]
    assert all(Counter(asked[at : at + 60]) == Counter(list(CARDS)) for at in (0, 60, 120))
    assert asked[60:120] != asked[120:180]


@pytest.mark.parametrize("name", PEERS)
def test_the_same_new_cards_come_on_the_same_days(name: Name) -> None:
    outcome, _ = played(ours())
    other, _ = played(peer(name, outcome.new, random.Random(1)))
    assert sorted(card for day in other.new for card in day) == sorted(
        card for day in outcome.new for card in day
    )
    if name != "SM-2":
        assert [sorted(day) for day in other.new] == [sorted(day) for day in outcome.new]


def test_t_minus_asks_a_card_again_only_on_another_day_or_because_it_was_missed() -> None:
    _, days = played(ours())
    for day in days[:3]:
        for card, times in Counter(day).items():
            assert times <= 3
            places = [at for at, one in enumerate(day) if one == card]
            assert all(b - a > 3 for a, b in pairwise(places))


def test_all_orders_have_the_same_number_of_answers() -> None:
    for model in {row.model for row in rows()}:
        assert len({row.answers for row in rows() if row.model == model}) == 1


def test_a_row_for_each_comparison_model_and_order() -> None:
    found = rows()
    assert len(found) == len(COMPARISONS) * 2 * 4
    for row in found:
        assert len(row.recall) == len(row.ahead) == len(LATER_DAYS)
        assert all(0 <= one.mean <= 1 for one in row.recall)
        if row.order == "T-Minus":
            assert all(one.mean == one.half == 0 for one in row.ahead)


def test_the_same_seed_gives_the_same_rows() -> None:
    once, again, other = (
        list(run(CARDS, OPTIONS, 2, 5, 20, seed, lambda: None)) for seed in (1, 1, 2)
    )
    assert once == again
    assert once != other
