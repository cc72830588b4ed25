"""Golden pictures of the screens that carry a round, on one question made for them."""

from __future__ import annotations

import pytest

from game.bank.question import Hint, Question
from game.packs.model import Citation
from game.play.sitting import Sitting
from game.screens.studio import Studio, answer
from game.screens.title import TitleScreen
from game.ui.pilot import Pilot
from tests.pictures import assert_like_golden

QUESTION = Question(
    id="made/first-satellite#when/choice",
    rev="0",
    kind="choice",
    prompt="In which year was the first artificial Earth satellite launched?",
    options=("1955", "1957", "1961", "1991"),
    answer=1,
    explanation="The first artificial Earth satellite was launched in 1957.",
    citations=(Citation("astana-times", 4),),
    facts=("made",),
    label="The first satellite",
    hints=(
        Hint("archive", "It was in the 1950s."),
        Hint("navigator", "It was four years before the first human flight."),
        Hint("engineer", "Not 1991. Rockets were old by then.", strikes=3),
    ),
    why="Building had begun only two years before.",
    feedback=("In that year building began.", "", "the year of Yuri Gagarin’s flight.", ""),
)


def asked(studio: Studio, *, go: bool = False) -> Sitting:
    return studio.sitting(3, QUESTION, missed=(1,), go=go)


def test_the_title(studio: Studio) -> None:
    game = studio.game()
    pilot = Pilot(game.shared, TitleScreen(game), studio.size)
    pilot.settle()
    assert_like_golden(pilot.picture(), "screens/title")


def test_a_question(studio: Studio) -> None:
    pilot = studio.play(asked(studio))
    pilot.press("enter")
    assert_like_golden(pilot.picture(), "screens/question")


def test_go_or_no_go(studio: Studio) -> None:
    assert_like_golden(studio.play(asked(studio, go=True)).picture(), "screens/go")


def test_a_call_that_rules_one_out(studio: Studio) -> None:
    pilot = studio.play(asked(studio))
    pilot.press("enter", "h", "h", "h")
    assert_like_golden(pilot.picture(), "screens/call")


@pytest.mark.parametrize("right", [True, False])
def test_an_explanation(studio: Studio, right: bool) -> None:
    sitting = asked(studio)
    answer(sitting, right=right)
    name = "right" if right else "wrong"
    assert_like_golden(studio.play(sitting).picture(), f"screens/{name}")


def test_the_key(studio: Studio) -> None:
    sitting = asked(studio)
    sitting.launch_now()
    pilot = studio.play(sitting)
    pilot.step(1)
    pilot.press("enter")
    pilot.step(1.7)
    assert_like_golden(pilot.picture(), "screens/key")
