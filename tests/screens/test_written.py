"""Written questions on the screens, however long they are and however many options they have."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.screens.studio import Studio, answer
from game.ui.settings import Settings
from tests.examples import sweep

MANIFEST = """format: 1
id: wild
version: 1.0.0
language: en
title: Wild
from: From a quiz
licence: CC BY 4.0
authors: [Ann]
sources:
  quiz: {title: Quiz, publisher: quiz.gift, kind: imported from GIFT, date: undated}
sets:
  all: {title: All, age: 10, chosen: always}
"""
LONG = "This is a question that goes on and on. " * 30
OPTION = "An option of many words that go on. " * 8
QUESTIONS = f"""from: quiz
level: 2
questions:
  - id: two
    ask: Is it so?
    right: Yes, it is
    wrong: No way
  - id: seven
    ask: Which of these are primes?
    right: ["2", "3"]
    wrong: ["4", "6", "8", "9", "10"]
  - id: long
    ask: "{LONG}"
    right: "{OPTION}"
    wrong: ["{OPTION}2", "short"]
    why: "{LONG}"
  - id: lines
    ask: "Read this:\\nfor i in range(3):\\n    print(i)\\nWhat is printed last?"
    right: "2"
    wrong: ["3", "1"]
  - id: truth
    ask: "{LONG}"
    is_true: yes
  - id: typed
    ask: Who flew first?
    typed: [Yuri Gagarin, Gagarin]
  - id: number
    ask: How long is it?
    number: -6650.25
    unit: km
  - id: match
    ask: Match the two.
    match: [{{"{OPTION}": "{OPTION}"}}, {{Norway: Oslo}}]
  - id: order
    ask: Put these in order.
    order: [a mouse, a cat, a dog, a horse, a whale, a planet]
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("wild")
    (made / "questions").mkdir()
    (made / "pack.yaml").write_text(MANIFEST, encoding="utf-8")
    (made / "questions" / "all.yaml").write_text(QUESTIONS, encoding="utf-8")
    return made


@pytest.mark.parametrize("scale", sweep([1.0, 2.0], 2.0))
def test_every_one_can_be_shown_and_explained(folder: Path, scale: float) -> None:
    settings = Settings(text_scale=scale, motion="none")
    studio = Studio(folder, size=(960, 540), settings=settings)
    questions = tuple(studio.bank.questions())
    assert len(questions) == 10
    for question in questions:
        for answered in (False, True):
            sitting = studio.sitting(0, question, count=3)
            if answered:
                answer(sitting, right=False)
            pilot = studio.play(sitting)
            pilot.step(4.0, 5.0)
            assert pilot.picture().get_size() == (960, 540)
