"""A fact that its author gave no label is called by the first words that ask for it."""

from __future__ import annotations

from dataclasses import replace

from game.bank.bank import build
from game.bank.label import GAP, LONGEST, first_words, label_of
from game.bank.text import contains
from game.packs.model import Fact
from tests.bank.packs import answer, fact, pack, space_pack


def nameless(made: Fact) -> Fact:
    return replace(made, label="")


def test_every_question_about_one_fact_without_a_label_has_a_short_name_without_its_key() -> None:
    made = space_pack()
    bank = build(replace(made, facts=tuple(map(nameless, made.facts))))
    seen = 0
    for question in bank.questions():
        seen += 1
        assert question.label
        assert len(question.label) <= LONGEST + 2
        assert len(question.facts) > 1 or not contains(question.label, question.key), question
    assert seen > 20


def test_a_label_of_the_author_stands() -> None:
    assert {q.label for q in build(space_pack()).questions() if q.kind == "choice"} <= {
        one.label for one in space_pack().facts
    }


def test_a_wording_with_a_gap_is_named_by_its_sentence_with_every_answer_left_out() -> None:
    year = answer("1675", "year", "Which year is missing: “By ___ there were 3,000 houses”?")
    many = answer("3,000", "number", "Which number is missing: “By 1675 there were ___ houses”?")
    made = nameless(fact("houses", ("By ", year, " there were ", many, " coffee houses.")))
    assert label_of(made, year) == f"By {GAP} there were {GAP} coffee houses"
    assert label_of(made, many) == label_of(made, year)


def test_the_first_words_are_whole_and_say_that_more_follows() -> None:
    assert first_words("Who wrote it?") == "Who wrote it"
    assert first_words("In which year did Ada Byrd swim across the Long River, and why?") == (
        "In which year did Ada Byrd swim across …"
    )
    assert first_words("x" * 60) == "x" * 60


def test_a_pack_without_labels_asks_the_same_questions() -> None:
    made = pack(*space_pack().facts)
    with_labels = [q.rev for q in build(made).questions()]
    without = build(replace(made, facts=tuple(map(nameless, made.facts))))
    assert [q.rev for q in without.questions()] == with_labels
