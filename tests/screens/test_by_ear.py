"""A whole round with closed eyes: every key is chosen by what was spoken."""

from __future__ import annotations

import pytest

from game import paths
from game.screens.choice import Choice
from game.screens.results import ResultsScreen
from game.screens.studio import Studio
from game.screens.title import TitleScreen
from game.ui.pilot import Pilot
from game.ui.settings import Settings
from tests.screens.ear import Ear


def studio_in(language: str) -> Studio:
    """The pack in a language, read aloud."""
    settings = Settings(motion="none", aloud="always", met_go=True)
    return Studio(paths.default_pack(), size=(960, 540), language=language, settings=settings)


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_a_round_is_played_from_the_title_to_orbit_by_what_was_spoken(language: str) -> None:
    studio = studio_in(language)
    game = studio.game()
    game.choice = Choice(count=10)
    pilot = Pilot(game.shared, TitleScreen(game), (960, 540))
    ear = Ear(pilot, studio.bank.questions(), language)
    ear.play()
    assert isinstance(pilot.scene, ResultsScreen)
    cells = pilot.scene.sitting.cells()
    assert (len(cells), cells.count("mended"), cells.count("hollow")) == (10, 1, 0)
    done = {"title", "go", "miss", "choose", "arrange", "write", "hold", "key", "film"}
    assert done <= set(ear.story)
