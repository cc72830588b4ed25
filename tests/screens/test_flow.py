"""From the title to the results and back, and what lies between."""

from __future__ import annotations

import re
from pathlib import Path

from game import cli
from game.packs.model import Place
from game.packs.problem import Problem
from game.rounds.saved import to_json
from game.screens.confirm import ConfirmScreen
from game.screens.hold import HoldScreen
from game.screens.key import KeyScreen
from game.screens.launch import LaunchScreen
from game.screens.loading import Loading, NotLoaded
from game.screens.pause import PauseScreen
from game.screens.problem import ProblemScreen
from game.screens.question import QuestionScreen
from game.screens.reel import seen
from game.screens.results import ResultsScreen
from game.screens.studio import Studio, answer
from game.screens.title import TitleScreen
from game.ui.pilot import Pilot


def to_key(studio: Studio, missed: tuple[int, ...] = ()) -> Pilot:
    sitting = studio.sitting(9, missed=missed)
    answer(sitting, right=True)
    sitting.go_on()
    pilot = studio.play(sitting)
    pilot.step(1)
    return pilot


def test_one_press_of_enter_begins_a_flight_of_six(studio: Studio) -> None:
    game = studio.game()
    pilot = Pilot(game.shared, TitleScreen(game), studio.size)
    pilot.press("enter")
    assert isinstance(pilot.scene, QuestionScreen)
    assert pilot.scene.sitting.round.count == 6


def test_a_pack_with_fewer_questions_flies_the_longest_flight_that_it_has(
    studio: Studio, tmp_path: Path
) -> None:
    quiz, made = tmp_path / "quiz.gift", tmp_path / "made"
    quiz.write_text("".join(f"Which is {n}?{{=w{n} ~a ~b ~c}}\n\n" for n in range(4)), "utf-8")
    assert cli.main(["import", str(quiz), "-o", str(made)]) == 0
    game = studio.game()
    game.loading = Loading(made, 1)
    game.loading.wait()
    pilot = Pilot(game.shared, TitleScreen(game), studio.size)
    pilot.press("enter")
    assert isinstance(pilot.scene, QuestionScreen)
    assert pilot.scene.sitting.round.count == 4
    assert "4" in game.shared.notice.text


def test_enter_pressed_early_waits_for_the_pack_and_shows_it(studio: Studio) -> None:
    game = studio.game()
    ready, game.loading = game.loading, Loading(Path("questions"), 1)
    pilot = Pilot(game.shared, TitleScreen(game), studio.size)
    before = pilot.picture().copy()
    pilot.press("enter")
    pilot.step(0.1)
    assert isinstance(pilot.scene, TitleScreen)
    assert pilot.picture().get_buffer().raw != before.get_buffer().raw
    game.loading = ready
    pilot.step(0.1)
    assert isinstance(pilot.scene, QuestionScreen)


def test_a_pack_that_cannot_be_read_is_explained_and_can_be_read_again(
    studio: Studio, tmp_path: Path
) -> None:
    game = studio.game()
    game.loading = Loading(tmp_path / "no-pack", 1)
    assert isinstance(game.loading.wait(), NotLoaded)
    pilot = Pilot(game.shared, TitleScreen(game), studio.size)
    pilot.step(0.1)
    assert isinstance(pilot.scene, ProblemScreen)
    (said,) = pilot.scene.sentences()
    assert not said[0] and re.search(r"no-pack.*\. Check .* name\.$", said[1])
    pilot.press("enter")
    assert isinstance(pilot.scene, TitleScreen)


def test_many_problems_are_counted_and_not_all_shown(studio: Studio) -> None:
    problem = Problem(Place("a.yaml", 1, 1), "facts[0]", "code", "error", "wrong")
    screen = ProblemScreen(studio.game(), NotLoaded(problems=(problem,) * 9))
    assert len(screen.sentences()) == 4
    assert screen.sentences()[0][0] == "a.yaml:1:1  fact 1"
    assert "6 more" in screen.sentences()[-1][1]


def test_a_pause_holds_the_window_and_esc_goes_on(studio: Studio) -> None:
    pilot = studio.play(studio.sitting(2))
    screen = pilot.scene
    pilot.press("space")
    assert isinstance(pilot.scene, PauseScreen)
    sitting = pilot.scene.sitting
    left = sitting.round.window_left_s
    pilot.step(30)
    pilot.press("escape")
    assert pilot.scene is screen
    assert (sitting.round.window_left_s, sitting.round.paused) == (left, False)


def test_a_round_that_is_left_is_offered_again(studio: Studio) -> None:
    pilot = studio.play(studio.sitting(4))
    pilot.press("space", "down", "down", "down", "down", "enter")
    assert isinstance(pilot.scene, TitleScreen)
    pilot.press("enter")
    assert isinstance(pilot.scene, QuestionScreen)
    assert pilot.scene.sitting.round.t_minus == 6


def test_beginning_anew_asks_before_a_waiting_round_is_lost(studio: Studio) -> None:
    game = studio.game()
    game.leave(studio.sitting(4))
    pilot = Pilot(game.shared, TitleScreen(game), studio.size)
    pilot.press("down", "enter")
    assert isinstance(pilot.scene, ConfirmScreen)
    pilot.press("enter")
    assert isinstance(pilot.scene, TitleScreen)
    pilot.press("enter", "tab", "enter")
    assert isinstance(pilot.scene, QuestionScreen)
    assert pilot.scene.sitting.round.at == 0


def test_launching_early_asks_first_and_keeps_what_was_earned(studio: Studio) -> None:
    sitting = studio.sitting(4)
    earned = sitting.round.earned(sitting.seat)
    pilot = studio.play(sitting)
    pilot.press("space", "down", "down", "down", "enter")
    assert isinstance(pilot.scene, ConfirmScreen)
    pilot.press("tab", "enter")
    assert isinstance(pilot.scene, KeyScreen)
    assert sitting.round.earned(sitting.seat) == earned


def test_the_hold_never_names_an_answer(studio: Studio) -> None:
    pilot = to_key(studio, (0, 1, 2, 3, 4, 5, 6, 7))
    assert isinstance(pilot.scene, HoldScreen)
    state = pilot.scene.sitting.round
    for index in state.missed():
        question = state.asked[index].question
        assert question.key.lower() not in question.label.lower()


def test_the_hold_leads_through_its_questions_to_the_key(studio: Studio) -> None:
    pilot = to_key(studio, (2, 5))
    pilot.press("enter")
    while isinstance(pilot.scene, QuestionScreen):
        sitting = pilot.scene.sitting
        answer(sitting, right=True)
        sitting.go_on()
        pilot.step(0.1)
        pilot.step(0.1)
    assert isinstance(pilot.scene, KeyScreen)
    assert pilot.scene.cells.count("mended") == 2


def test_one_press_turns_the_key_by_thirds_and_launches(studio: Studio) -> None:
    pilot = to_key(studio)
    pilot.press("enter")
    assert isinstance(pilot.scene, KeyScreen)
    thirds = []
    pilot.step(0.1)
    for _ in range(3):
        thirds.append(pilot.scene.thirds)
        pilot.step(1)
    assert thirds == [1, 2, 3]
    assert isinstance(pilot.scene, LaunchScreen)


def test_any_key_skips_the_film_and_space_holds_it(studio: Studio) -> None:
    full = studio.settings.with_(motion="full")
    for key in ("x", "escape", "enter", "tab", "page_down", "left"):
        sitting = studio.sitting(9)
        sitting.launch_now()
        sitting.turn_key()
        pilot = studio.play(sitting, full)
        assert isinstance(pilot.scene, LaunchScreen)
        pilot.press("space")
        assert not pilot.scene.playing
        pilot.press(key)
        assert isinstance(pilot.scene, ResultsScreen)


def stills(studio: Studio) -> Pilot:
    """The launch of a round, with less motion."""
    pilot = to_key(studio)
    pilot.press("enter")
    pilot.step(3.1)
    assert isinstance(pilot.scene, LaunchScreen) and not pilot.scene.wants_frames
    return pilot


def test_with_less_motion_the_launch_is_told_in_stills_that_wait_to_be_read(
    studio: Studio,
) -> None:
    pilot = stills(studio)
    for _ in range(80):
        pilot.step(0.25)
    assert isinstance(pilot.scene, LaunchScreen)
    for _ in range(100):
        pilot.step(0.25)
    assert isinstance(pilot.scene, ResultsScreen)


def test_stills_are_turned_one_way_and_the_other_and_end_after_the_last(studio: Studio) -> None:
    pilot = stills(studio)
    seen = [pilot.picture().get_buffer().raw]
    while isinstance(pilot.scene, LaunchScreen):
        pilot.press("enter")
        seen.append(pilot.picture().get_buffer().raw)
    assert len(set(seen)) == len(seen) == 8
    pilot = stills(studio)
    pilot.press("page_down", "page_down", "page_up")
    assert pilot.picture().get_buffer().raw == seen[1]


def test_a_held_still_stays_and_any_other_key_skips_them_all(studio: Studio) -> None:
    pilot = stills(studio)
    pilot.press("space")
    for _ in range(100):
        pilot.step(0.25)
    assert isinstance(pilot.scene, LaunchScreen)
    pilot.press("x")
    assert isinstance(pilot.scene, ResultsScreen)


def test_the_results_name_what_was_learned_and_where_to_read_on(studio: Studio) -> None:
    pilot = to_key(studio)
    pilot.press("escape")
    assert isinstance(pilot.scene, ResultsScreen)
    assert len(pilot.scene.facts) == 10
    assert pilot.scene.told()["fuel"] == 1000


def test_each_flight_again_is_another_one(studio: Studio) -> None:
    pilot = to_key(studio)
    pilot.press("escape")
    drawn = []
    for _ in range(2):
        pilot.press("enter")
        assert isinstance(pilot.scene, QuestionScreen)
        sitting = pilot.scene.sitting
        drawn.append(to_json(sitting.round))
        sitting.launch_now()
        pilot.step(3)
        pilot.press("escape")
    assert drawn[0] != drawn[1]


def test_a_picture_drawn_in_parts_is_the_same_as_one_drawn_whole(studio: Studio) -> None:
    pilot = studio.play(studio.sitting(8, missed=(2,)))
    shown = []
    for keys in (
        ("enter",),
        ("down",),
        ("h",),
        ("a",),
        ("enter",),
        ("w",),
        ("escape",),
        ("space",),
    ):
        pilot.press(*keys)
        pilot.step(0.37)
        shown.append(pilot.picture())
        pilot.resize(studio.size)
        whole = pilot.picture()
        assert shown[-1].get_buffer().raw == whole.get_buffer().raw, keys


def test_a_vehicles_second_launch_is_brief_and_f_shows_the_whole_one(studio: Studio) -> None:
    settings = studio.settings.with_(motion="full")
    lengths = []
    for _ in range(2):
        sitting = studio.sitting(9)
        sitting.launch_now()
        pilot = studio.play(sitting, settings)
        while not isinstance(pilot.scene, LaunchScreen):
            pilot.press("enter")
            pilot.step(3.2)
        screen, settings = pilot.scene, pilot.shared.settings
        lengths.append(screen.reel.film(studio.size).length)
    brief = lengths[1]
    assert lengths[0] > 2 * brief
    assert settings.seen_launches == (screen.reel.vehicle,)
    assert not seen(screen.game, "another")
    pilot.press("f")
    assert pilot.scene is screen
    assert screen.reel.film(studio.size).length > 2 * brief
    pilot.press("x")
    assert isinstance(pilot.scene, ResultsScreen)
