"""How far a learner has come, on its screens."""

from __future__ import annotations

import pytest

from game.screens.fact_history import FactHistoryScreen
from game.screens.progress import ProgressScreen
from game.screens.shots_study import progress_of
from game.screens.source import SourceScreen
from game.screens.studio import Studio
from game.ui.pilot import Pilot
from game.ui.settings import Settings
from tests.screens.sharing import studio_of


@pytest.fixture(scope="module")
def studio() -> Studio:
    return studio_of(Settings(motion="none"), (960, 540))


def screen(pilot: Pilot) -> ProgressScreen:
    assert isinstance(pilot.scene, ProgressScreen)
    assert pilot.scene.progress is not None
    return pilot.scene


def test_the_days_are_told_with_the_streak_and_all_answers(studio: Studio) -> None:
    shown = screen(progress_of(studio, 0))
    progress = shown.progress
    assert progress is not None
    said = " ".join(shown.said())
    assert f"{progress.streak.days} days in a row" in said
    assert f"{progress.answers} answers, {progress.right} right" in said
    assert sum(square.answers for square in progress.squares) == progress.answers


def test_what_is_coming_adds_up_to_the_cards_that_are_due(studio: Studio) -> None:
    shown = screen(progress_of(studio, 1))
    progress = shown.progress
    assert progress is not None
    assert progress.due[0] == shown.learner.renewed().due()
    assert f"Within thirty days: {sum(progress.due)}." in shown.said()[0]


def test_what_is_kept_is_told_with_its_number_its_interval_and_its_aim(studio: Studio) -> None:
    shown = screen(progress_of(studio, 2))
    progress = shown.progress
    assert progress is not None
    share = progress.retention.all
    said = shown.said()[0]
    assert f"{share.right} of {share.n}" in said
    assert f"between {round(100 * share.low)} and {round(100 * share.high)} %" in said
    assert f"Aimed at: {round(100 * share.aim)} %." in said


def test_the_facts_that_give_most_trouble_stand_first_and_tell_their_history(
    studio: Studio,
) -> None:
    pilot = progress_of(studio, 3)
    progress = screen(pilot).progress
    assert progress is not None
    hardest = progress.trouble[0]
    pilot.press("enter")
    history = pilot.scene
    assert isinstance(history, FactHistoryScreen)
    assert history.card_id == hardest.card
    assert sum("missed" in block.text for block in history.blocks()) >= hardest.missed
    pilot.press("s")
    assert isinstance(pilot.scene, SourceScreen)
    pilot.press("escape", "escape")
    assert screen(pilot).page == 3


def test_who_has_answered_nothing_is_told_what_will_stand_there(studio: Studio) -> None:
    for page in range(4):
        pilot = progress_of(studio, page, known=0)
        assert screen(pilot).said()
        pilot.step(0.1)


def test_the_keys_turn_the_pages_round_and_lead_back(studio: Studio) -> None:
    pilot = progress_of(studio, 0)
    for page in (1, 2, 3, 0, 3):
        pilot.press("page_up" if page == 3 and screen(pilot).page == 0 else "page_down")
        assert screen(pilot).page == page
