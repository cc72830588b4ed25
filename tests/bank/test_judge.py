"""What counts as right."""

from __future__ import annotations

import pytest

from game.bank.bank import build
from game.bank.judge import is_typed_right, judge
from game.bank.numbers import readings
from game.bank.question import Question
from tests.bank.packs import answer, fact, pack, space_pack


def typed(text: str, *accepted: str, wrong: tuple[str, ...] = ()) -> Question:
    marked = answer(text, "place", "What is it?", accepted=accepted, wrong=wrong)
    return build(pack(fact("it", ("It is ", marked, ".")))).question("made/it#answer/typed")


@pytest.mark.parametrize(
    "response",
    ["Baikonur", "baikonur", "  BAIKONUR. ", "Baïkonur", "Baykonur", "the Baikonur", "Baikonor"],
)
def test_case_accents_marks_articles_and_small_slips_are_forgiven(response: str) -> None:
    assert judge(typed("Baikonur", "Baykonur"), response)


@pytest.mark.parametrize("response", ["", "   ", "Baku", "Astana", "B", "Baikonur " * 40])
def test_another_text_is_wrong(response: str) -> None:
    assert not judge(typed("Baikonur"), response)


def test_a_text_nearer_to_a_wrong_option_is_wrong() -> None:
    question = typed("Austria", wrong=("Australia", "Asturia"))
    assert judge(question, "austria")
    assert not judge(question, "Asturia")
    assert not judge(question, "Austraia")


def test_digits_must_be_exact() -> None:
    question = typed("Soyuz-5 rocket")
    assert judge(question, "soyuz 5 rocket")
    assert judge(question, "Soyus5 rocket")
    assert not judge(question, "Soyuz-2 rocket")


def test_names_may_be_turned_round() -> None:
    assert judge(typed("Yuri Gagarin"), "Gagarin, Yuri")


def test_short_words_must_be_exact() -> None:
    assert not judge(typed("Mars"), "Mara")


def test_no_answer_is_never_right() -> None:
    bank = build(space_pack())
    assert not any(judge(question, None) for question in bank.questions())


def test_an_option_is_judged_by_its_index() -> None:
    question = build(space_pack()).question("made/country#answer/choice")
    right = [at for at in range(4) if judge(question, at)]
    assert right == [question.answer]
    assert not judge(question, "Kazakhstan")


@pytest.mark.parametrize(
    ("response", "right"),
    [
        (6717, True), (6717.0, True), (6900, True), (7100, False), ("6 717", True),
        ("6,717", True), ("6.717", True), ("6717 km²", True), ("about 6717 km2", True),
        ("6.717,0", True), ("6,717.0", True), ("6'717", True), ("six", False), ("", False),
        ("6717 or 9000", False), ("67 17", False), ("-6717", False), ("6.717 thousand", True),
    ],
)  # fmt: skip
def test_a_number_is_right_within_its_tolerance_however_it_is_written(
    response: float | str, right: bool
) -> None:
    assert judge(build(space_pack()).question("made/area#answer/number"), response) is right


def test_a_year_must_be_exact() -> None:
    question = build(space_pack()).question("made/satellite#answer/number")
    assert judge(question, 1957)
    assert judge(question, "in 1957")
    assert not judge(question, 1958)


@pytest.mark.parametrize(
    ("typed_text", "meant"),
    [
        ("1,5", (1.5,)), ("1.5", (1.5,)), ("1,500", (1500.0, 1.5)), ("1.500.000", (1500000.0,)),
        ("1\u00a0000\u202f000", (1000000.0,)), ("−40", (-40.0,)), ("seventy", (70.0,)),
        ("1.3 million", (1.3, 1300000.0)), ("12a 13", ()), ("x" * 100 + "1", ()),
    ],
)  # fmt: skip
def test_numbers_are_read_as_people_type_them(typed_text: str, meant: tuple[float, ...]) -> None:
    assert readings(typed_text) == meant


def test_a_sign_that_is_no_letter_can_be_an_answer() -> None:
    assert is_typed_right(" <= ", ("<=", "≤"), 0)
    assert not is_typed_right("<", ("<=", "≤"), 0)
    assert not is_typed_right("  ", ("<=",), 0)
