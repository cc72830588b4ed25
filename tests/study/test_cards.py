"""Cards: one for each answer, and one main card to a question."""

from __future__ import annotations

import pytest

from game import paths
from game.bank.bank import Bank, build
from game.packs.read import read_pack
from game.study.cards import card_of, cards, cards_of, options_of


@pytest.fixture(scope="module")
def baikonur() -> Bank:
    pack, _ = read_pack(paths.packs() / "baikonur")
    assert pack is not None
    return build(pack)


def test_every_question_moves_one_card_that_can_be_asked_alone(baikonur: Bank) -> None:
    known = cards(baikonur)
    for question in baikonur.questions():
        mine = cards_of(baikonur, question)
        assert mine[0] in known
        assert len(set(mine)) == len(question.facts)
        if len(mine) == 1:
            assert mine == (card_of(question),)


def test_the_card_of_a_question_about_several_facts_is_not_guessed(baikonur: Bank) -> None:
    question = next(baikonur.questions("order"))
    with pytest.raises(ValueError, match="several facts"):
        card_of(question)


def test_the_kinds_of_one_answer_share_its_card(baikonur: Bank) -> None:
    asked = [q for q in baikonur.questions() if q.facts == ("country",)]
    assert len({question.kind for question in asked}) > 1
    assert {card_of(question) for question in asked} == {"baikonur/country#answer"}


def test_a_card_knows_its_topic_level_and_set(baikonur: Bank) -> None:
    card = cards(baikonur)["baikonur/country#answer"]
    fact = next(fact for fact in baikonur.facts if fact.id == "country")
    assert (card.topic, card.level, card.set) == (fact.topic, fact.level, fact.set)


def test_among_how_many_one_could_guess(baikonur: Bank) -> None:
    found = {question.kind: options_of(question) for question in baikonur.questions()}
    assert found["true-false"] == 2
    assert found["typed"] == found["number"] == 0
    assert found["choice"] in (3, 4, 5)
    assert found["order"] in (6, 24)
    assert found["match"] in (6, 24)
