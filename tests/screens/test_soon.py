"""What the coming screens of a round show first is drawn before them, where nobody sees it."""

from __future__ import annotations

import pygame
import pytest

from game.play.sitting import Sitting
from game.rounds.state import Response
from game.screens import flow, soon
from game.screens.question import question_screen
from game.screens.studio import Studio, wrong_answer
from game.ui import shapes, text
from game.ui.canvas import Canvas
from game.ui.theme import load


@pytest.fixture
def canvas() -> Canvas:
    return Canvas(pygame.Surface((960, 540)), load("calm"))


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every shape and line of type that is made anew, in order."""
    found: list[str] = []
    for module, name in ((shapes, "supersampled"), (text, "_painted")):
        real = getattr(module, name)

        def noted(*given: object, real: object = real, name: str = name) -> object:
            found.append(f"{name} {given[:2]}")
            return real(*given)  # type: ignore[operator]

        monkeypatch.setattr(module, name, noted)
    return found


def prepare(canvas: Canvas, studio: Studio, sitting: Sitting) -> None:
    for _ in soon.slices(canvas.apart(), studio.game(), sitting):
        pass


@pytest.mark.parametrize("wrong", [False, True])
def test_an_explanation_is_drawn_before_the_answer_is_given(
    studio: Studio, canvas: Canvas, made: list[str], wrong: bool
) -> None:
    sitting = studio.sitting(2, studio.question("choice"))
    prepare(canvas, studio, sitting)
    question = sitting.question
    response: Response = wrong_answer(question) if wrong else question.answer
    sitting.answer(response)
    screen = flow.screen_for(studio.game(), sitting)
    made.clear()
    screen.draw(canvas)
    assert not made


def test_what_to_answer_with_is_drawn_while_the_stem_stands(
    studio: Studio, canvas: Canvas, made: list[str]
) -> None:
    sitting = studio.sitting(2, studio.question("choice"))
    prepare(canvas, studio, sitting)
    screen = question_screen(studio.game(), sitting)
    screen.open()
    made.clear()
    screen.draw(canvas)
    assert not made


def test_mission_control_is_drawn_before_it_is_called(
    studio: Studio, canvas: Canvas, made: list[str]
) -> None:
    sitting = studio.sitting(2, studio.question("choice"))
    prepare(canvas, studio, sitting)
    screen = question_screen(studio.game(), sitting)
    screen.open()
    screen.call()
    made.clear()
    screen.draw(canvas)
    assert not made


def test_the_next_question_is_drawn_while_the_explanation_is_read(
    studio: Studio, canvas: Canvas, made: list[str]
) -> None:
    sitting = studio.sitting(2)
    sitting.answer(sitting.question.answer)
    prepare(canvas, studio, sitting)
    sitting.go_on()
    screen = flow.screen_for(studio.game(), sitting)
    made.clear()
    screen.draw(canvas)
    assert not made


def test_drawing_ahead_takes_no_step_of_the_round(studio: Studio, canvas: Canvas) -> None:
    sitting = studio.sitting(2)
    before = sitting.round
    prepare(canvas, studio, sitting)
    assert sitting.round is before


def test_drawing_apart_shows_nothing() -> None:
    surface = pygame.Surface((960, 540))
    Canvas(surface, load("calm")).apart().disc((960, 540), 200, (255, 255, 255))
    assert pygame.transform.average_color(surface)[:3] == (0, 0, 0)
