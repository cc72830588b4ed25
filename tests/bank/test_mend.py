"""What is missed comes back in another form that is worth asking."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from game.bank.bank import Bank, build
from game.bank.mend import another_form
from tests.bank.packs import answer, fact, pack, space_pack


def test_a_missed_fact_comes_back_about_the_same_answer_in_another_kind() -> None:
    bank = build(space_pack(), 1)
    missed = bank.question("made/aubakirov#when/choice")
    form = another_form(bank, missed, random.Random(1))
    assert form is not None
    assert form.id == "made/aubakirov#when/number"


def test_true_false_comes_back_only_where_there_is_nothing_else() -> None:
    who = answer("Ada Byrd", "person", "Who flew?", name="who", wrong=("Bek Oak", "Cy Li"))
    craft = answer("Comet", "vehicle", "In what?", name="craft", wrong=("Heron", "Osprey"))
    bank = build(pack(fact("flight", (who, " flew in ", craft, "."))), 1)
    for question in bank.questions():
        for seed in range(5):
            form = another_form(bank, question, random.Random(seed))
            assert form is not None
            assert form.kind != "true-false"


@pytest.mark.parametrize("calls", [0, 4])
def test_what_was_chosen_or_struck_out_is_not_stated_to_mend_it(calls: int) -> None:
    wrong = ("by sledge", "by barge", "by camel")
    how = answer("by rail", "term", "How did it come?", wrong=wrong)
    for seed in range(20):
        bank = build(pack(fact("way", ("It came ", how, "."))), seed)
        missed = bank.question("made/way#answer/choice")
        for response in range(len(missed.options)):
            if response == missed.answer:
                continue
            form = another_form(bank, missed, random.Random(seed), response, calls)
            assert form is not None
            assert form.kind == "true-false"
            gone = {response, *(hint.strikes for hint in missed.hints[:calls])}
            texts = [missed.options[at] for at in gone if at is not None]
            assert not any(text in form.prompt for text in texts)


def test_what_comes_back_has_its_key_at_another_letter(baikonur: Bank) -> None:
    compared = 0
    for missed in baikonur.questions("choice"):
        for seed in range(3):
            form = another_form(baikonur, missed, random.Random(seed))
            dated = form is None or any(c.isdigit() for text in form.options for c in text)
            if form is not None and form.kind in ("choice", "who-said") and not dated:
                assert form.picture is not None or form.answer != missed.answer
                assert form.options[form.answer] == form.key  # type: ignore[index]
                compared += 1
    assert compared > 50


def test_an_order_that_was_written_out_is_one_fact_and_comes_back_too(baikonur: Bank) -> None:
    order = next(iter(baikonur.questions("order")))
    assert isinstance(order.answer, tuple)
    written = replace(order, facts=order.facts[:1])
    form = another_form(baikonur, written, random.Random(1), order.answer[::-1])
    assert form is not None and written.facts[0] in form.facts
