"""The fuel of a class on phones: all that is shown and said of it in front agrees with them."""

from __future__ import annotations

import pytest

from game.live.settings import Settings
from game.play.sitting import Sitting
from game.rounds import steps, vote
from game.rounds.state import Round
from game.screens import words
from game.screens.class_verdict import verdict
from game.screens.countdown import CountdownScreen
from game.screens.debrief import DebriefScreen
from game.screens.shots_live import CLASS
from game.screens.studio import Studio
from tests.screens.hosted_room import Played


def _front(played: Played) -> CountdownScreen:
    assert isinstance(played.screen, CountdownScreen)
    return played.screen


def _mean(played: Played) -> float:
    return sum(player.fuel for player in played.learners) / len(played.learners)


def _on_phones(studio: Studio, *closed: tuple[int, int, int]) -> Sitting:
    """A class that has had these questions, each with how many of how many had it, and the mean."""
    sitting = studio.sitting(0, crew=CLASS)
    for right, of, earned in closed:
        sitting.do(vote.answer_of_all, right=right, of=of, earned=earned)
        if sitting.round.at + 1 < len(closed):
            sitting.go_on()
    return sitting


def _flown(state: Round, sitting: Sitting) -> Sitting:
    state = steps.reach_orbit(steps.turn_key(steps.launch_now(state)))
    return Sitting(sitting.bank, sitting.plan, taken_up=state)


def test_cells_header_key_and_results_hold_the_mean_of_the_phones(studio: Studio) -> None:
    played = Played(studio, Settings(go=False, standing="none"), count=5)
    for _ in range(5):
        played.join()
    played.press("enter")
    rights = iter((3, 1, 5, 4, 2))
    seen = set()
    for _ in range(60):
        phase = played.host.room.course.phase
        if played.screen.name == "live-results":
            break
        if phase == "asking":
            mending = played.host.room.course.sitting.round.now.purpose != "flight"
            played.all_answer(right=4 if mending else next(rights))
            continue
        front, mean = played.screen, _mean(played)
        if isinstance(front, CountdownScreen):
            assert abs(front.filled - mean / 100) <= 0.051, front.name
            assert abs(sum(front.levels) - mean / 100) <= 0.011, front.name
            seen.add(front.name)
        played.press("enter")
        played.pilot.settle(60.0)
    assert {"live-explanation", "live-hold", "live-key"} <= seen
    results = _front(played)
    assert results.sitting.round.earned("class") == round(_mean(played))
    assert abs(sum(results.levels) - _mean(played) / 100) <= 0.011
    assert results.told()["right"] == 3 + 1 + 5 + 4 + 2


def test_the_key_says_the_fuel_of_a_class_on_phones_as_the_phones_do(studio: Studio) -> None:
    state = _on_phones(studio, (3, 5, 60), (1, 5, 20)).round
    said = words.filled(state, studio.game().shared.catalogue)
    assert said == "80 fuel, 0.8 of 10 cells."


@pytest.mark.parametrize(
    ("right", "earned", "line"),
    [
        (3, 60, "The class’s cell is 60 % full."),
        (1, 20, "Fewer than half had it. The class’s cell is 20 % full."),
        (0, 0, "Fewer than half had it."),
    ],
)
def test_what_a_cell_is_said_to_hold_is_what_it_is_drawn_with(
    studio: Studio, right: int, earned: int, line: str
) -> None:
    sitting = _on_phones(studio, (right, 5, earned))
    assert verdict(sitting, studio.game().shared.catalogue).line == line
    assert sitting.round.levels()[0] == earned / 100


def test_a_mended_cell_is_said_to_hold_what_some_had_put_in_at_once_too(studio: Studio) -> None:
    sitting = _on_phones(studio, (5, 5, 100), (1, 5, 20), *[(5, 5, 100)] * 8)
    sitting.go_on()
    sitting.begin_hold()
    sitting.do(vote.answer_of_all, right=5, of=5, earned=40)
    said = verdict(sitting, studio.game().shared.catalogue)
    assert (said.head, said.line) == ("Mended", "The class’s cell is 60 % full.")
    assert sitting.round.levels()[1] == 0.6


def test_the_last_class_round_speaks_of_learners_where_they_had_phones(studio: Studio) -> None:
    sitting = _on_phones(studio, (3, 5, 60), (1, 5, 20))
    screen = DebriefScreen(studio.game(), _flown(sitting.round, sitting), again=True)
    assert screen.heads == "Learners who had it"
    assert screen.told()["right"] == 4
