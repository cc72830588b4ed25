"""What was asked lately does not come again at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.screens import flow
from game.screens.choice import Choice
from game.screens.loading import Loaded
from game.screens.question import QuestionScreen
from game.screens.recent import NAME, Recent
from game.screens.results import ResultsScreen
from game.screens.studio import Studio, answer
from game.screens.title import TitleScreen
from game.ui.pilot import Pilot


def test_the_facts_of_two_rounds_are_remembered_and_older_ones_are_not(tmp_path: Path) -> None:
    recent = Recent(tmp_path)
    for seed, fact in (("1", "a"), ("2", "b"), ("2", "c"), ("3", "d")):
        recent.ask("pack", seed, [fact])
    recent.settle()
    assert Recent(tmp_path).facts("pack") == {"b", "c", "d"}
    assert Recent(tmp_path).facts("other") == frozenset()


def test_without_a_folder_they_are_remembered_for_this_start() -> None:
    recent = Recent(None)
    recent.ask("pack", "1", ["a"])
    assert recent.facts("pack") == {"a"}


@given(text=st.text(max_size=60) | st.just('{"format": 1, "packs": {"a": [[1]]}}'))
def test_a_damaged_file_counts_as_none(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder = tmp_path_factory.mktemp("recent")
    (folder / NAME).write_text(text, encoding="utf-8")
    assert Recent(folder).facts("a") == frozenset()


def test_flying_again_is_as_long_from_the_same_sets_and_asks_other_facts(studio: Studio) -> None:
    game = studio.game()
    game.choice = Choice(count=10, sets=frozenset({"baikonur-today"}))
    pilot = Pilot(game.shared, TitleScreen(game), studio.size)
    flow.start(game, game.chosen_flight())
    asked: list[set[str]] = []
    for _ in range(2):
        scene = pilot.scene
        assert isinstance(scene, QuestionScreen)
        sitting = scene.sitting
        flown = [one.question for one in sitting.round.asked if one.purpose == "flight"]
        assert (
            len(flown) == 10 and frozenset(question.set for question in flown) == game.choice.sets
        )
        asked.append({fact for question in flown for fact in question.facts})
        while sitting.round.phase in ("go", "asking"):
            answer(sitting, right=True)
            flow.go(game, sitting)
            sitting.go_on()
        sitting.turn_key()
        sitting.reach_orbit()
        flow.go(game, sitting)
        assert isinstance(pilot.scene, ResultsScreen)
        pilot.press("enter")
    result = game.loading.result
    assert isinstance(result, Loaded)
    facts = [fact for fact in result.pack.facts if fact.set == "baikonur-today"]
    assert len(facts) < 20 or not asked[0] & asked[1]
