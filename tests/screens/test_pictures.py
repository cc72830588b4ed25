"""Golden pictures of the screens that carry a round, on one question made for them.

Each at two shapes of window, and at the largest text.
"""

from __future__ import annotations

import pytest

from game.bank.question import Hint, Question
from game.packs.model import Citation
from game.play.sitting import Sitting
from game.screens.studio import Studio, answer
from game.screens.title import TitleScreen
from game.ui.pilot import Pilot
from game.ui.settings import Settings
from tests.pictures import assert_like_golden
from tests.screens.sharing import studio_of

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


VIEWS = {
    "": ((960, 540), 1.0),
    "-1280x960": ((1280, 960), 1.0),
    "-large": ((960, 540), 2.0),
}
"""What the name of a picture ends in, the window's size and that of its text."""


@pytest.fixture(scope="module", params=VIEWS, ids=["wide", "high", "large"])
def view(request: pytest.FixtureRequest) -> str:
    """What the pictures' names end in."""
    return str(request.param)


@pytest.fixture(scope="module")
def studio(view: str) -> Studio:
    """Rounds in a window of that size, with text of that size."""
    size, scale = VIEWS[view]
    settings = Settings(motion="none", text_scale=scale)
    return studio_of(settings, size)


def asked(studio: Studio, *, go: bool = False) -> Sitting:
    return studio.sitting(3, QUESTION, missed=(1,), go=go)


def test_the_title(studio: Studio, view: str) -> None:
    game = studio.game()
    pilot = Pilot(game.shared, TitleScreen(game), studio.size)
    pilot.settle()
    assert_like_golden(pilot.picture(), f"screens/title{view}")


def test_a_question(studio: Studio, view: str) -> None:
    pilot = studio.play(asked(studio))
    pilot.press("enter")
    assert_like_golden(pilot.picture(), f"screens/question{view}")


def test_go_or_no_go(studio: Studio, view: str) -> None:
    assert_like_golden(studio.play(asked(studio, go=True)).picture(), f"screens/go{view}")


def test_a_call_that_rules_one_out(studio: Studio, view: str) -> None:
    pilot = studio.play(asked(studio))
    pilot.press("enter", "h", "h", "h")
    assert_like_golden(pilot.picture(), f"screens/call{view}")


@pytest.mark.parametrize("right", [True, False])
def test_an_explanation(studio: Studio, view: str, right: bool) -> None:
    sitting = asked(studio)
    answer(sitting, right=right)
    name = "right" if right else "wrong"
    assert_like_golden(studio.play(sitting).picture(), f"screens/{name}{view}")


def test_the_key(studio: Studio, view: str) -> None:
    sitting = asked(studio)
    sitting.launch_now()
    pilot = studio.play(sitting)
    pilot.step(1)
    pilot.press("enter")
    pilot.step(1.7)
    assert_like_golden(pilot.picture(), f"screens/key{view}")
