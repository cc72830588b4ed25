"""A whole sitting, as the window and the robot play it."""

from __future__ import annotations

import random
from functools import cache

import pytest

from game import paths
from game.bank.bank import Bank, build
from game.packs.read import read_pack
from game.play.plan import Plan, first_flight, rules_for
from game.play.sitting import Sitting
from game.rounds.saved import from_json
from game.rounds.state import Response

TODAY = "2026-01-01"


@cache
def bank() -> Bank:
    pack, _ = read_pack(paths.default_pack())
    assert pack is not None
    return build(pack, 0)


def sitting(seed: str = "a", kept: list[str] | None = None) -> Sitting:
    keep = None if kept is None else kept.append
    return Sitting(bank(), Plan(10, seed, TODAY, rules=rules_for(10)), keep)


def wrong(table: Sitting) -> Response:
    answer = table.question.answer
    if table.question.options and isinstance(answer, int):
        return (answer + 1) % len(table.question.options)
    return "no such answer" if isinstance(answer, str) else -1.0


def fly(table: Sitting, misses: int = 0) -> Sitting:
    """Play to the results, missing the first `misses` questions and mending them."""
    while table.round.phase != "results":
        phase = table.round.phase
        if phase == "go":
            table.say_go(False)
        elif phase == "asking":
            miss = table.round.now.purpose == "flight" and table.round.at < misses
            table.answer(wrong(table) if miss else table.question.answer)
        elif phase == "explaining":
            table.go_on()
        elif phase == "hold":
            table.begin_hold()
        elif phase == "key":
            table.turn_key()
        else:
            table.reach_orbit()
    return table


def test_answering_all_with_the_key_fills_every_cell() -> None:
    table = fly(sitting())
    assert table.cells() == ("full",) * 10
    assert table.round.earned(table.seat) == 1000
    assert (table.mission().payload.kind, table.mission().more) == ("crew", ())


@pytest.mark.parametrize("seed", [str(number) for number in range(12)])
def test_what_is_missed_comes_back_in_another_form_of_the_same_fact(seed: str) -> None:
    table = fly(sitting(seed), misses=3)
    mends = [asked for asked in table.round.asked if asked.mends is not None]
    assert len(mends) == 3
    for mend in mends:
        assert mend.mends is not None
        missed = table.round.asked[mend.mends].question
        assert set(mend.question.facts) <= set(missed.facts)
        assert (mend.question.kind, mend.question.prompt) != (missed.kind, missed.prompt)
    assert table.cells() == ("mended",) * 3 + ("full",) * 7


def test_a_fact_comes_once_and_its_mend() -> None:
    for seed in range(20):
        asked = fly(sitting(str(seed)), misses=10).round.asked
        flight = [fact for one in asked if one.purpose != "mend" for fact in one.question.facts]
        assert len(flight) == len(set(flight))


def test_the_same_plan_is_the_same_sitting() -> None:
    first, second = fly(sitting(), misses=4), fly(sitting(), misses=4)
    assert first.round == second.round


def test_a_sitting_can_be_taken_up_again_after_every_step() -> None:
    kept: list[str] = []
    whole = fly(sitting(kept=kept), misses=2)
    for text in random.Random(1).sample(kept, 8):
        again = Sitting(bank(), whole.plan, taken_up=from_json(text))
        assert fly(again, misses=2).round.cells("player") == whole.round.cells("player")


def test_a_first_flight_has_six_questions_and_all_stages() -> None:
    table = Sitting(bank(), first_flight("x", TODAY))
    assert table.round.count == 6
    assert table.round.t_minus == 6


def test_an_untimed_flight_has_no_window() -> None:
    table = Sitting(bank(), first_flight("x", TODAY, timed=False))
    table.tick(1e6)
    assert table.round.on_time
