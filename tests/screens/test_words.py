"""The words that screens share."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.bank.question import Question, shown_number
from game.languages import catalogue
from game.play.mission import mission_for, vehicle_called
from game.rounds.state import Response
from game.screens import words
from game.screens.captions import LONGEST, captions
from game.screens.reading import read_next, to_read
from game.screens.studio import Studio, answer
from game.screens.verdict import Verdict, verdict
from game.ui.scene import SourceTexts

ENGLISH = SourceTexts()


@pytest.mark.parametrize(
    ("seconds", "text"), [(0, "0:00"), (0.2, "0:01"), (59.5, "1:00"), (61, "1:01"), (402, "6:42")]
)
def test_a_clock_shows_the_second_that_runs(seconds: float, text: str) -> None:
    assert words.clock(seconds) == text


@given(st.floats(min_value=0, max_value=100_000))
def test_a_clock_says_zero_only_when_it_is_over(seconds: float) -> None:
    assert (words.clock(seconds) == "0:00") == (seconds == 0)


@pytest.mark.parametrize(
    ("iso", "text"),
    [("2025-08-18", "18 August 2025"), ("2025-06-04", "4 June 2025"), ("undated", "undated"),
     ("2025-13-01", "2025-13-01"), ("", "")],
)  # fmt: skip
def test_a_day_is_written_as_people_write_it(iso: str, text: str) -> None:
    assert words.day(iso, ENGLISH) == text


def test_feedback_is_a_sentence_of_its_own_or_the_end_of_one() -> None:
    assert words.chose("1961", "the year of a flight.", ENGLISH).endswith(
        "1961: the year of a flight."
    )
    assert words.chose("1961", "That year he flew.", ENGLISH).endswith("1961. That year he flew.")
    assert words.chose("1961", "", ENGLISH) == "You chose 1961."


def test_a_mission_is_told_with_its_orbit_and_with_what_more_would_carry() -> None:
    mission = mission_for(vehicle_called("vostok-k"), 0.7)
    assert words.carries(mission, ENGLISH) == "Vostok 6 with Valentina Tereshkova"
    assert words.bound_for(mission, ENGLISH) == "Vostok-K: about 180 by 231\u00a0km, 65 degrees"
    assert words.with_more(mission, 1000, ENGLISH) == "From 800: Vostok 1 with Yuri Gagarin"
    assert words.carries(mission, catalogue("ru")) == "«Восток-6» с Валентиной Терешковой"


def test_where_all_flies_nothing_more_is_promised() -> None:
    assert words.with_more(mission_for(vehicle_called("vostok-k"), 1.0), 1000, ENGLISH) == ""


def test_captions_fit_the_film_and_tell_only_what_was_learned(studio: Studio) -> None:
    sitting = studio.sitting(9, missed=(0, 1, 2))
    answer(sitting, right=True)
    lines = captions(sitting, studio.pack, ENGLISH)
    assert len(lines) == 4
    assert all(len(text) <= LONGEST for text, _ in lines)
    missed = [sitting.round.asked[index].question.explanation for index in (0, 1, 2)]
    assert not any(text in missed for text, _ in lines if text)


def test_what_was_missed_is_what_to_read_next(studio: Studio) -> None:
    sitting = studio.sitting(9, missed=(4,))
    answer(sitting, right=True)
    question = sitting.round.asked[4].question
    assert to_read(sitting) == (question,)
    about, where = read_next(to_read(sitting), studio.pack, ENGLISH)[0]
    assert about == question.label
    assert "paragraph" in where


def test_there_is_something_to_read_after_a_round_without_a_miss(studio: Studio) -> None:
    sitting = studio.sitting(9)
    answer(sitting, right=True)
    assert read_next(to_read(sitting), studio.pack, ENGLISH)


def test_no_verdict_shames(studio: Studio) -> None:
    for kind in ("choice", "typed", "number", "true-false", "order"):
        sitting = studio.sitting(3, studio.question(kind))
        answer(sitting, right=False)
        said = verdict(sitting, ENGLISH)
        text = f"{said.head} {said.line} {said.after}".lower()
        assert said.sign == "recheck"
        assert not any(word in text for word in ("wrong", "fail", "bad", "sorry", "incorrect"))


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        (6717, "sq km", "6,717 sq km"),
        (1957, "", "1957"),
        (76500, "", "76,500"),
        (2.5, "m", "2.5 m"),
    ],
)
def test_numbers_show_alike_and_years_have_no_comma(value: float, unit: str, shown: str) -> None:
    assert shown_number(value, unit) == shown


def said_of(studio: Studio, question: Question, response: Response) -> Verdict:
    sitting = studio.sitting(3, question)
    sitting.tick(60)
    sitting.answer(response)
    return verdict(sitting, ENGLISH)


def test_a_number_near_enough_is_told_exactly(studio: Studio) -> None:
    question = replace(studio.question("number"), answer=6717, unit="sq km", tolerance=400.0)
    assert "6,717 sq km" in said_of(studio, question, "6500").after
    assert not said_of(studio, question, "6,717").after
    assert "6,000 sq km" in said_of(studio, question, "6000").line


def test_a_slip_of_spelling_is_right_and_told(studio: Studio) -> None:
    question = replace(
        studio.question("typed"), answer="Sputnik", accepted=("Sputnik", "PS-1"), tolerance=3
    )
    assert "Sputnik" in said_of(studio, question, "Sputnick").after
    for exact in ("sputnik", "PS-1"):
        assert not said_of(studio, question, exact).after


def test_what_the_odd_one_really_is_stands_in_its_reason(studio: Studio) -> None:
    odd = replace(
        studio.question("choice"),
        kind="odd-one-out",
        explanation="“Mir” is the odd one out. That was in 1986.",
        why="These happened in the 1970s.",
    )
    assert words.reason(odd) == (
        "“Mir” is the odd one out. That was in 1986. These happened in the 1970s."
    )


def test_a_translation_that_nobody_has_reviewed_says_so(studio: Studio) -> None:
    asked = studio.question("choice", ("first-satellite",))
    said = words.source_line(asked, studio.pack, ENGLISH)
    unread = words.source_line(replace(asked, reviewed=False), studio.pack, ENGLISH)
    assert unread == f"{said}. No native teacher has read this translation yet."


def test_what_a_line_of_years_marks_is_told_with_its_year(studio: Studio) -> None:
    found = studio.questions("picture")
    marked = [one for one in found if one.picture is not None and one.picture.draw == "timeline"]
    assert marked
    for question in marked:
        assert words.reason(question) == f"{question.explanation} {question.why}".strip()
