"""What a class is to be taught again is found until its next round has ended."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.play.sitting import Sitting
from game.rounds.crew import Crew
from game.rounds.state import Seat
from game.screens.choose import ChooseScreen
from game.screens.debrief import DebriefScreen
from game.screens.last_class import NAME, LastClass
from game.screens.studio import Studio
from game.ui.pilot import Pilot
from tests.screens.test_choose import click, named


def ended(studio: Studio, crew: Crew, missed: tuple[int, ...] = (1, 4)) -> Sitting:
    sitting = studio.sitting(9, crew=crew, missed=missed)
    sitting.launch_now()
    sitting.turn_key()
    sitting.reach_orbit()
    return sitting


def choosing(studio: Studio, last: LastClass, who: str = "class") -> tuple[Pilot, ChooseScreen]:
    game = studio.game()
    game.shelf.wait()
    game.last_class = last
    game.choice = game.choice.played_by(who)  # type: ignore[arg-type]
    screen = ChooseScreen(game)
    return Pilot(game.shared, screen, studio.size), screen


@pytest.mark.parametrize("crew", [Crew("class"), Crew("teams", 3, "buzz")])
def test_the_end_of_a_class_is_found_again_after_a_restart(
    studio: Studio, tmp_path: Path, crew: Crew
) -> None:
    sitting = ended(studio, crew)
    game = studio.game()
    game.last_class = LastClass(tmp_path)
    first = DebriefScreen(game, sitting)
    game.last_class.settle()

    found = LastClass(tmp_path)
    found.look()
    assert found.wait() is not None
    pilot, screen = choosing(studio, found)
    click(pilot, screen, "Last class round")
    again = pilot.scene
    assert isinstance(again, DebriefScreen)
    assert again.told() == {**first.told(), "page": again.told()["page"]}
    pilot.press("escape")
    assert isinstance(pilot.scene, ChooseScreen)


def test_it_stays_until_the_next_round_of_a_class_has_ended(studio: Studio) -> None:
    last = LastClass(None)
    one, two = ended(studio, Crew("class")), ended(studio, Crew("class"), missed=(2,))
    last.end(one)
    pilot, screen = choosing(studio, last)
    click(pilot, screen, "Last class round")
    assert isinstance(pilot.scene, DebriefScreen)
    assert last.round is not None and last.round.round == one.round
    last.end(two)
    assert last.round.round == two.round


def test_nobody_who_plays_alone_is_offered_a_class(studio: Studio) -> None:
    last = LastClass(None)
    last.end(ended(studio, Crew("class")))
    _, screen = choosing(studio, last, "alone")
    with pytest.raises(AssertionError):
        named(screen, "Last class round")


def test_no_name_of_a_person_is_written(studio: Studio, tmp_path: Path) -> None:
    sitting = ended(studio, Crew("class"))
    sitting.do(lambda state: replace(state, seats=(Seat("class", name="Aigerim"),)))
    last = LastClass(tmp_path)
    last.end(sitting)
    last.settle()
    assert "Aigerim" not in (tmp_path / NAME).read_text(encoding="utf-8")


@given(st.text(max_size=200))
def test_a_damaged_file_counts_as_none(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder = tmp_path_factory.mktemp("last")
    (folder / NAME).write_text(text, encoding="utf-8")
    last = LastClass(folder)
    last.look()
    assert last.wait() is None


def test_a_round_whose_questions_are_gone_is_told(studio: Studio) -> None:
    last = LastClass(None)
    last.end(ended(studio, Crew("class")))
    assert last.round is not None
    last._newest = replace(last.round, pack="gone")
    pilot, screen = choosing(studio, last)
    click(pilot, screen, "Last class round")
    assert isinstance(pilot.scene, ChooseScreen)
    assert "not here any more" in pilot.shared.notice.text
