"""Rows of tables in the bank: each question by its own sentence, options by their column."""

from __future__ import annotations

import pytest

from game.bank.bank import Bank, build
from game.bank.question import Question
from game.packs.read import read_pack
from tests.bank.packs import answer, fact, pack
from tests.packs.made import replaced
from tests.packs.tables import ROWS, TABLE, make_table

SEEDS = range(8)

MORE = """\
  - {id: green, name: Green River, length: "2,000", swum: 1970, who: Di Moor}
  - {id: white, name: White River, length: "3,000", swum: 1980, who: Ed Oak}
"""


@pytest.fixture(scope="module")
def banks(tmp_path_factory: pytest.TempPathFactory) -> list[Bank]:
    table = replaced(TABLE + ROWS + MORE, ", from: atlas 3}", "}")
    made, problems = read_pack(make_table(tmp_path_factory.mktemp("pack"), table))
    assert made is not None, problems
    return [build(made, seed) for seed in SEEDS]


def questions(banks: list[Bank], part: str) -> list[Question]:
    found = [q for bank in banks for q in bank.questions() if f"rivers/{part}" in q.id]
    assert found
    return found


def test_a_question_explains_itself_by_the_sentence_of_its_column(banks: list[Bank]) -> None:
    for question in questions(banks, "long#length/choice"):
        assert question.explanation == "The Long River is 6,650 km long."
        assert question.why == "Its water crosses three lands."
        assert [c.source for c in question.citations] == ["atlas"]
    for question in questions(banks, "long#swum/choice"):
        assert question.explanation == "Ada Byrd swam across the Long River in 1957."
        assert [c.source for c in question.citations] == ["diary"]


def test_options_come_from_the_column_of_the_key(banks: list[Bank]) -> None:
    people = {"Ada Byrd", "Cy Stone", "Di Moor", "Ed Oak", "Ann Otter"}
    for question in questions(banks, "green#who/choice"):
        assert set(question.options) <= people
        assert len(question.options) > 2


def test_an_option_says_what_it_is_by_the_sentence_of_its_own_row(banks: list[Bank]) -> None:
    told = {
        dict(zip(q.options, q.feedback, strict=True)).get("Ed Oak")
        for q in questions(banks, "green#who/choice")
    }
    assert told <= {None, "Ed Oak swam across the White River in 1980."}
    assert len(told) == 2


def test_a_sentence_that_two_columns_share_is_stated_once(banks: list[Bank]) -> None:
    bank = banks[0]
    true = [s for s in bank.specs if s.kind == "true-false" and s.pattern == "true"]
    said = [spec.fact.said(spec.answer) for spec in true]
    assert len(said) == len(set(said))


def test_a_rounded_option_is_not_said_to_be_another_rows_number() -> None:
    heights = [("R1", 50), ("R2", 57), ("R3", 58), ("R4", 29), ("R5", 38)]
    facts = [
        fact(name, (f"{name} is ", answer(f"{value} m", "number", f"How tall is {name}?",
             unit="m"), " tall."))
        for name, value in heights
    ]  # fmt: skip
    for seed in SEEDS:
        for question in build(pack(*facts), seed).questions("choice"):
            for option, what in zip(question.options, question.feedback, strict=True):
                assert not what.startswith("R") or f" is {option} tall" in what


def test_a_number_without_a_unit_stands_beside_its_like_alone() -> None:
    facts = [
        fact("wheels", ("It has ", answer("eight", "number", "How many wheels has it?"), ".")),
        fact("minutes", ("It takes ", answer("nine", "number", "How many minutes?"), ".")),
    ]
    for seed in SEEDS:
        for question in build(pack(*facts), seed).questions("choice"):
            assert not any(what.startswith("It ") for what in question.feedback)


def test_no_option_is_so_near_to_the_key_that_it_would_be_right_if_typed() -> None:
    heights = [("R1", 57), ("R2", 58), ("R3", 60), ("R4", 38), ("R5", 105)]
    facts = [
        fact(name, (f"{name} is ", answer(f"{value} m", "number", f"How tall is {name}?",
             unit="m", tolerance=5.0), " tall."))
        for name, value in heights
    ]  # fmt: skip
    for seed in SEEDS:
        for question in build(pack(*facts), seed).questions("choice"):
            key = int(question.key.split()[0])
            others = [int(option.split()[0]) for option in question.options]
            assert all(other == key or abs(other - key) > 5 for other in others)


def test_a_row_called_by_words_is_paired_where_they_begin_its_sentence() -> None:
    facts = [
        fact(key, (f"The {key} is ", answer(what, "term", f"What is the {key}?", single=True), "."),
             name=f"the {key}")
        for key, what in (("mast", "a pole"), ("pad", "a floor"), ("tank", "a vessel"))
    ]  # fmt: skip
    (row,) = build(pack(*facts)).questions("match")
    assert sorted(row.prompts) == ["the mast", "the pad", "the tank"]
