"""In which form a card is asked."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import pairwise

import pytest

from game import paths
from game.bank.bank import Bank, build
from game.bank.question import Kind
from game.packs.read import read_pack
from game.study.cards import cards, cards_of
from game.study.forms import grows, question_for, step_of
from tests.study.made import memory

HARDEST: tuple[Kind, ...] = ("typed", "number", "order")


@pytest.fixture(scope="module")
def baikonur() -> Bank:
    pack, _ = read_pack(paths.packs() / "baikonur")
    assert pack is not None
    return build(pack)


def test_every_card_can_be_asked_at_every_step_and_is_then_the_main_card(baikonur: Bank) -> None:
    for card in cards(baikonur):
        for step in (0, 1, 2):
            question = question_for(baikonur, card, step, (), random.Random(1))
            assert question is not None
            assert cards_of(baikonur, question)[0] == card


def test_a_card_that_nothing_asks_has_no_question(baikonur: Bank) -> None:
    assert question_for(baikonur, "baikonur/gone#answer", 0, (), random.Random(1)) is None
    assert question_for(baikonur, "other/country#answer", 0, (), random.Random(1)) is None


def test_a_new_card_is_never_one_to_type_where_it_can_be_recognised(baikonur: Bank) -> None:
    for card in cards(baikonur):
        question = question_for(baikonur, card, 0, (), random.Random(1))
        assert question is not None
        assert question.kind not in HARDEST


def test_a_mature_card_is_asked_in_a_hard_kind_where_there_is_one(baikonur: Bank) -> None:
    found = 0
    for card in cards(baikonur):
        question = question_for(baikonur, card, 2, (), random.Random(1))
        assert question is not None
        if grows(baikonur, card):
            assert question.kind in HARDEST
            found += 1
    assert found > 40


def test_the_questions_of_a_card_take_turns(baikonur: Bank) -> None:
    for card in cards(baikonur):
        asked: list[str] = []
        for _ in range(6):
            question = question_for(baikonur, card, 0, asked, random.Random(1))
            assert question is not None
            asked.append(question.id)
        kinds = len({one for one in asked if "/true-false" not in one})
        if kinds > 1:
            assert all(one != other for one, other in pairwise(asked))


def test_what_is_odd_is_the_card_of_odd_one_out(baikonur: Bank) -> None:
    asked = [
        question_for(baikonur, card, 1, (), random.Random(seed))
        for card in cards(baikonur)
        for seed in range(5)
    ]
    odd = [question for question in asked if question and question.kind == "odd-one-out"]
    assert odd
    for question in odd:
        assert isinstance(question.answer, int)
        fact = question.facts[question.answer]
        assert cards_of(baikonur, question)[0].startswith(f"baikonur/{fact}#")


@pytest.mark.parametrize(("stability", "step"), [(0.5, 0), (4.9, 0), (5, 1), (20, 1), (21, 2)])
def test_a_card_grows_by_its_stability(stability: float, step: int) -> None:
    assert step_of(None) == 0
    assert step_of(replace(memory("a"), stability=stability)) == step
