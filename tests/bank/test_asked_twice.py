"""Two facts that ask the same: only one of them gives questions, and check says so."""

from __future__ import annotations

from pathlib import Path

from game.bank.check import judge_questions
from game.packs.problem import Problem
from game.packs.read import read_folder
from tests.packs.made import FACTS, make

AGAIN = """\
  - id: again
    fact: From end to end the Long River has {6,650 km}.
    ask: how long is the Long River
    from: atlas 1
"""


def judged(folder: Path) -> list[Problem]:
    reading = read_folder(folder)
    judge_questions(reading)
    return [one for one in reading.findings.in_order() if one.code == "asked-twice"]


def test_the_second_of_two_facts_that_ask_the_same_is_a_flaw(tmp_path: Path) -> None:
    (problem,) = judged(make(tmp_path, FACTS + AGAIN))
    assert problem.severity == "flaw"
    assert problem.place.file == "facts/rivers.yaml"
    assert "is asked already, with the same answer: facts/rivers.yaml:3" in problem.message


def test_the_same_question_with_another_answer_is_none(tmp_path: Path) -> None:
    assert judged(make(tmp_path, FACTS + AGAIN.replace("6,650", "6,651"))) == []
