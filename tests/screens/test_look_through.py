"""A teacher pages through a round, changes it, and finds it again by its code."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import pytest

from game.play.lineup import Lineup
from game.play.mission_code import decode
from game.screens import coded
from game.screens.choice import Choice
from game.screens.choose import ChooseScreen
from game.screens.confirm import ConfirmScreen
from game.screens.countdown import CountdownScreen
from game.screens.enter_code import CodeScreen
from game.screens.go import GoScreen
from game.screens.look_through import LookThroughScreen
from game.screens.question import QuestionScreen
from game.screens.screen import Screen
from game.screens.studio import Studio
from game.screens.teacher import TeacherScreen
from game.screens.teams import BuzzScreen, EverybodyScreen
from game.screens.vote import ShowScreen
from game.ui.events import Key
from game.ui.pilot import Pilot
from game.ui.widgets import Widget
from tests.patience import PATIENCE_S


def looking(studio: Studio, choice: Choice | None = None, scale: float = 1.0) -> Pilot:
    game = studio.game(studio.settings.with_(text_scale=scale))
    game.shelf.wait()
    game.choice = choice or Choice(count=10)
    pilot = Pilot(game.shared, ChooseScreen(game), studio.size)
    look_through(pilot)
    assert isinstance(pilot.scene, LookThroughScreen)
    return pilot


def look_through(pilot: Pilot) -> None:
    """Press it, and wait for the round that is drawn."""
    press(pilot, "Look through")
    assert isinstance(pilot.scene, ChooseScreen)
    pilot.scene.show_drawn()


def at(pilot: Pilot, name: str) -> Widget:
    assert isinstance(pilot.scene, Screen)
    return next(w for w in pilot.scene.group.widgets if getattr(w, "text", "") == name)


def press(pilot: Pilot, name: str) -> None:
    pilot.click(at(pilot, name).rect.centre)


def screen(pilot: Pilot) -> LookThroughScreen:
    assert isinstance(pilot.scene, LookThroughScreen)
    return pilot.scene


def ids(pilot: Pilot) -> list[str]:
    return [question.id for question in screen(pilot).lineup.questions]


def test_the_round_that_is_flown_is_the_one_that_was_looked_through(studio: Studio) -> None:
    pilot = looking(studio)
    pilot.press("down", "delete", "down")
    press(pilot, "Later")
    shown = ids(pilot)
    press(pilot, "Fly")
    assert isinstance(pilot.scene, QuestionScreen)
    assert [asked.question.id for asked in pilot.scene.sitting.round.asked] == shown


def test_a_dropped_question_is_gone_and_can_be_put_back(studio: Studio) -> None:
    pilot = looking(studio)
    pilot.press("down", "down")
    before, code = ids(pilot), screen(pilot).code
    press(pilot, "Drop it")
    assert ids(pilot)[2] != before[2] and ids(pilot)[3:] == before[3:]
    press(pilot, "Put it back")
    assert (ids(pilot), screen(pilot).code) == (before, code)


def test_a_question_goes_earlier_and_later_by_keys_alone(studio: Studio) -> None:
    pilot = looking(studio)
    first, second = ids(pilot)[:2]
    pilot.press("down", "tab")
    while screen(pilot).group.focused is not at(pilot, "Earlier"):
        pilot.press("tab")
    pilot.press("enter")
    assert ids(pilot)[:2] == [second, first]
    assert screen(pilot).at == 0


def test_a_typed_code_brings_the_changed_round_to_another_game(studio: Studio) -> None:
    pilot = looking(studio, Choice(who="class", count=10))
    pilot.press("down", "delete", "down", "delete")
    code, shown = screen(pilot).code, ids(pilot)
    other = studio.game()
    other.shelf.wait()
    pilot = Pilot(other.shared, CodeScreen(other), studio.size)
    pilot.type(code.lower().replace("-", " "))
    pilot.step(0.2)
    assert isinstance(pilot.scene, CodeScreen) and pilot.scene.lineup is not None
    assert [question.id for question in pilot.scene.lineup.questions] == shown
    assert pilot.scene.lineup.plan.crew.who == "class"
    press(pilot, "Fly")
    assert other.choice.who == "class"
    assert pilot.scene is not None and not isinstance(pilot.scene, CodeScreen)


@pytest.mark.parametrize(
    ("choice", "asks"),
    [
        (Choice(who="class", count=5), ShowScreen),
        (Choice(who="teams", count=5), QuestionScreen),
        (Choice(who="teams", count=5, order="buzz"), BuzzScreen),
        (Choice(who="teams", count=5, order="together"), EverybodyScreen),
    ],
)
@pytest.mark.parametrize("typed", [False, True])
def test_a_prepared_round_is_played_by_those_it_was_prepared_for(
    studio: Studio, choice: Choice, asks: type[Screen], typed: bool
) -> None:
    pilot = looking(studio, choice)
    press(pilot, "Drop it")
    if typed:
        code, game = screen(pilot).code, studio.game()
        game.shelf.wait()
        pilot = Pilot(game.shared, CodeScreen(game), studio.size)
        pilot.type(code)
        pilot.step(0.2)
    press(pilot, "Fly")
    while isinstance(pilot.scene, GoScreen):
        assert pilot.scene.sitting.round.crew == choice.crew
        pilot.press("n")
    assert isinstance(pilot.scene, CountdownScreen) and isinstance(pilot.scene, asks)
    assert pilot.scene.sitting.round.crew == choice.crew
    pilot.press("space")
    assert isinstance(pilot.scene, TeacherScreen)


def test_a_code_of_another_pack_takes_that_pack(studio: Studio) -> None:
    game = studio.game()
    game.shelf.wait()
    game.take(game.shelf.folders[1])
    game.loading.wait()
    pilot = Pilot(game.shared, ChooseScreen(game), studio.size)
    look_through(pilot)
    code = screen(pilot).code
    other = studio.game()
    other.shelf.wait()
    pilot = Pilot(other.shared, CodeScreen(other), studio.size)
    pilot.type(code)
    pilot.step(0.2)
    other.loading.wait()
    pilot.step(0.2)
    press(pilot, "Look through")
    assert screen(pilot).loaded.pack.id == "baikonur-rockets"
    pilot.press("escape")
    assert other.choice.pack == "baikonur-rockets"


def test_a_slip_is_told_and_nothing_can_be_flown(studio: Studio) -> None:
    pilot = looking(studio)
    code = screen(pilot).code
    wrong = ("A" if code[2] != "A" else "B").join((code[:2], code[3:]))
    game = studio.game()
    pilot = Pilot(game.shared, CodeScreen(game), studio.size)
    pilot.type(wrong)
    pilot.press("enter")
    assert isinstance(pilot.scene, CodeScreen)
    assert pilot.scene.amiss and "wrong or missing" in pilot.scene.message
    assert not at(pilot, "Fly").enabled


def test_one_letter_can_be_mended_in_the_middle(studio: Studio) -> None:
    pilot = looking(studio)
    code = screen(pilot).code
    wrong = ("A" if code[2] != "A" else "B").join((code[:2], code[3:]))
    game = studio.game()
    game.shelf.wait()
    pilot = Pilot(game.shared, CodeScreen(game), studio.size)
    pilot.type(wrong)
    pilot.press("home", "right", "right", "delete")
    pilot.type(code[2])
    pilot.step(0.2)
    assert isinstance(pilot.scene, CodeScreen) and pilot.scene.lineup is not None


def test_a_code_can_be_written_by_hand_alone(studio: Studio) -> None:
    pilot = looking(studio)
    code = screen(pilot).code
    game = studio.game()
    game.shelf.wait()
    pilot = Pilot(game.shared, CodeScreen(game), studio.size)
    for letter in code.replace("-", ""):
        press(pilot, letter)
    pilot.step(0.2)
    assert isinstance(pilot.scene, CodeScreen) and pilot.scene.lineup is not None


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_question_is_read_to_its_end_by_a_presenters_remote(
    studio: Studio, scale: float
) -> None:
    pilot = looking(studio, scale=scale)
    seen = []
    for _ in range(200):
        seen.append((screen(pilot).at, screen(pilot).page))
        pilot.press("page_down")
        if (screen(pilot).at, screen(pilot).page) == seen[-1]:
            break
    assert [question for question, page in seen if page == 0] == list(range(10))
    assert (scale > 1) == any(page for _, page in seen)


def test_a_round_that_waits_is_not_lost_without_a_question(studio: Studio) -> None:
    pilot = looking(studio)
    screen(pilot).game.leave(studio.sitting(4))
    press(pilot, "Fly")
    assert isinstance(pilot.scene, ConfirmScreen)
    pilot.press("tab", "enter")
    assert isinstance(pilot.scene, QuestionScreen)
    assert pilot.shared.stack.under is None


def test_a_gamepad_alone_drops_moves_and_flies(studio: Studio) -> None:
    pilot = looking(studio)
    before = ids(pilot)
    for name in ("Drop it", "Later", "Fly"):
        for _ in range(20):
            if screen(pilot).group.focused is at(pilot, name):
                break
            pilot.send(Key("left" if name == "Fly" else "right", device="gamepad"))
        assert screen(pilot).group.focused is at(pilot, name)
        pilot.send(Key("enter", device="gamepad"))
        if name == "Later":
            assert before[0] not in ids(pilot) and ids(pilot)[0] == before[1]
    assert isinstance(pilot.scene, QuestionScreen)


def test_a_round_that_teams_look_through_has_full_turns(studio: Studio) -> None:
    pilot = looking(studio, Choice(who="teams", teams=3, count=5))
    assert len(ids(pilot)) == 6
    assert decode(screen(pilot).code).count == 6


def test_no_frame_waits_for_the_round_that_is_drawn(studio: Studio) -> None:
    game = studio.game()
    game.shelf.wait()
    free = threading.Event()
    draws = coded.draws

    def held(*rest: Any) -> tuple[int, Iterator[Lineup]]:
        count, each = draws(*rest)

        def slowly() -> Iterator[Lineup]:
            free.wait(PATIENCE_S)
            yield from each

        return count, slowly()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(coded, "draws", held)
        pilot = Pilot(game.shared, ChooseScreen(game), studio.size)
        press(pilot, "Look through")
        pilot.step(0.5)
        chooser = pilot.scene
        assert isinstance(chooser, ChooseScreen) and chooser.next_tick_s
        press(pilot, "Look through")
        free.set()
        while isinstance(pilot.scene, ChooseScreen):
            pilot.step(0.05)
    assert len(ids(pilot)) == game.choice.count


def test_after_a_click_on_a_button_the_arrows_page_on(studio: Studio) -> None:
    pilot = looking(studio)
    press(pilot, "Drop it")
    pilot.press("down")
    assert screen(pilot).at == 1
    pilot.press("down", "up", "up")
    assert screen(pilot).at == 0
