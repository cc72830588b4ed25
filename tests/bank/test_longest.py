"""Whoever wants a round that is too long is told how long one there is."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from game.bank.bank import Bank, build
from game.bank.draw import CannotDraw, draw_round
from game.bank.longest import longest_below, too_long
from tests.bank.packs import space_pack

TODAY = "2025-12-01"


def refused(facts: int) -> tuple[CannotDraw, Bank]:
    some = space_pack()
    bank = build(replace(some, facts=some.facts[:facts]))
    with pytest.raises(CannotDraw) as found:
        draw_round(bank, 10, random.Random(0), sets=None, today=TODAY)
    return found.value, bank


def test_the_round_that_is_named_can_be_drawn_and_no_longer_one_can() -> None:
    error, bank = refused(6)
    count = longest_below(error, bank, TODAY)
    assert count >= 3
    assert len(draw_round(bank, count, random.Random(0), sets=None, today=TODAY)) == count
    with pytest.raises(CannotDraw):
        draw_round(bank, count + 1, random.Random(0), sets=None, today=TODAY)
    assert f"--questions {count} " in too_long(error, bank, TODAY)


def test_where_there_is_no_round_of_three_none_is_named() -> None:
    error, bank = refused(1)
    assert longest_below(error, bank, TODAY) == 0
    assert "--questions" not in too_long(error, bank, TODAY)
