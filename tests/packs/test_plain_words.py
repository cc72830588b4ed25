"""Level 1 is for readers of twelve: short questions, short words, short options."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.packs.plain_words import reading_grade, syllables
from tests.packs.made import FACTS, MANIFEST, make, problems_of, replaced

ASK = "ask: From which lake does it spring?"


def flaws(folder: Path, facts: str, manifest: str = MANIFEST) -> list[str]:
    make(folder, facts, manifest)
    problems = problems_of(folder)
    assert all(problem.severity == "flaw" for problem in problems)
    return [
        f"{problem.place.line}:{problem.place.column} {problem.message}" for problem in problems
    ]


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("lake", 1),
        ("launched", 1),
        ("started", 2),
        ("people", 2),
        ("machines", 2),
        ("rocket", 2),
        ("Gagarin's", 3),
        ("satellite", 3),
        ("the", 1),
        ("1957", 1),
        ("twenty-five", 3),
        ("a", 1),
    ],
)
def test_syllables_are_counted_by_letters(word: str, count: int) -> None:
    assert syllables(word) == count


def test_the_grade_is_that_of_flesch_and_kincaid() -> None:
    # 6 words, 1 sentence, 7 syllables.
    assert reading_grade("Where does the old cat sit today?") == pytest.approx(
        0.39 * 7 + 11.8 * 8 / 7 - 15.59
    )
    assert reading_grade("") == 0.0


def test_a_name_counts_as_two_syllables_a_word_at_most() -> None:
    plain = reading_grade("Who was Rocky Rider?")
    assert reading_grade("Who was Kazakhstan Aubakirov?") == pytest.approx(plain)
    assert reading_grade("Who was (Kazakhstan's) Aubakirov?") == pytest.approx(plain)


def test_a_capital_at_the_start_of_a_sentence_makes_no_name() -> None:
    one = "It flew. Interplanetary it was."
    assert reading_grade(one) > reading_grade("It flew. Rocky it was.")


def test_a_question_of_eighteen_words_and_ninety_characters_is_short_enough(tmp_path: Path) -> None:
    ask = "In it go we up to the old sea or do we go by it as one?"
    assert len(ask.split()) > 14
    assert flaws(tmp_path, replaced(FACTS, ASK, f"ask: {ask}")) == []


def test_a_long_question_is_a_flaw(tmp_path: Path) -> None:
    ask = "From " + "up " * 18 + "it?"
    assert flaws(tmp_path, replaced(FACTS, ASK, f"ask: {ask}")) == [
        "19:10 this question has 20 words; level 1 has 18 at most"
    ]
    ask = "From " + "streams " * 11 + "up?"
    assert flaws(tmp_path, replaced(FACTS, ASK, f"ask: {ask}")) == [
        "19:10 this question has 96 characters; level 1 has 90 at most"
    ]


def test_the_wording_that_is_too_long_is_named(tmp_path: Path) -> None:
    ask = f"ask: [From where?, From {'up ' * 18} it?]"
    assert flaws(tmp_path, replaced(FACTS, ASK, ask)) == [
        "19:24 this question has 20 words; level 1 has 18 at most"
    ]


def test_hard_words_are_a_flaw(tmp_path: Path) -> None:
    hard = "ask: Which geographical formation originates it?"
    assert flaws(tmp_path, replaced(FACTS, ASK, hard)) == [
        "19:10 this question has a reading grade of 17.0; level 1 has 8 at most"
    ]


def test_a_pack_whose_questions_are_hard_on_the_whole_is_a_flaw(tmp_path: Path) -> None:
    ask = "Which animals live in the river estuary?"
    assert 6 < reading_grade(ask) < 8
    text = f"- {{id: a, fact: 'It is {{40 m}} deep.', ask: {ask}, from: atlas 1}}\n"
    assert flaws(tmp_path, text) == [
        "1:1 the questions of level 1 have a median reading grade of "
        f"{reading_grade(ask):.1f}; 6 is the most"
    ]


def test_a_long_option_is_a_flaw(tmp_path: Path) -> None:
    long = replaced(FACTS, "[Bob Reed,", "[Bob Reed of the Long River,")
    assert flaws(tmp_path, long) == [
        "13:7 the option 'Bob Reed of the Long River' has 6 words; level 1 has 4 at most"
    ]


def test_other_levels_may_be_harder_and_other_languages_have_no_grade(tmp_path: Path) -> None:
    hard = replaced(FACTS, ASK, "ask: Which geographical formation originates it?")
    assert flaws(tmp_path, "level: 2\n" + hard) == []
    assert flaws(tmp_path, hard, replaced(MANIFEST, "language: en", "language: de")) == []
