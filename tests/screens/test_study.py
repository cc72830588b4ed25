"""Self-study as it is played: two days with a real store, by keys, by mouse and by gamepad."""

from __future__ import annotations

import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest

from game.records.ticket import Ticket
from game.screens import saving
from game.screens.explanation import ExplanationScreen
from game.screens.home import HomeScreen
from game.screens.kept import Keeper
from game.screens.new_profile import NicknameScreen, PictureScreen
from game.screens.profiles import LearnerScreen, ProfilesScreen
from game.screens.question import QuestionScreen
from game.screens.records_card import RecordsCard
from game.screens.satellite_list import SatelliteListScreen
from game.screens.shots_study import STUDY
from game.screens.studio import Studio
from game.screens.study_end import StudyEndScreen
from game.screens.study_launch import StudyLaunchScreen
from game.screens.title import TitleScreen
from game.ui.pilot import Pilot
from game.ui.widgets import Button
from tests.patience import PATIENCE_S
from tests.screens.pad import A, Pad
from tests.screens.study import MORNING, Desk, explained, studied

FILE = "records.db"


def rows(folder: Path) -> int:
    with sqlite3.connect(f"file:{folder / FILE}?mode=ro", uri=True) as file:
        return int(file.execute("SELECT count(*) FROM answer").fetchone()[0])


def button(pilot: Pilot, text: str) -> Button:
    scene = pilot.scene
    assert scene is not None
    found = [w for w in scene.group.widgets if isinstance(w, Button) and w.text == text]  # type: ignore[attr-defined]
    assert found, f"nothing here is called {text!r}"
    return found[0]


def add(pilot: Pilot, desk: Desk, nickname: str) -> None:
    """From the choice of learners to a home with that name, by keys."""
    button(pilot, "New learner").press()
    assert isinstance(pilot.scene, PictureScreen)
    pilot.press("right", "enter")
    assert isinstance(pilot.scene, NicknameScreen)
    pilot.type(nickname)
    pilot.press("enter")
    desk.game.logbook.wait()


def test_two_presses_lead_from_the_title_to_the_first_question(studio: Studio) -> None:
    desk = Desk(studio, None)
    pilot = desk.open()
    pilot.press("right", "enter")
    home = desk.known(pilot)
    assert home.learner is not None and home.learner.guest
    pilot.press("enter")
    assert isinstance(pilot.scene, QuestionScreen)
    assert pilot.scene.sitting.studies


def test_who_presses_early_is_not_forgotten(studio: Studio) -> None:
    desk = Desk(studio, None)
    pilot = Pilot(desk.game.shared, HomeScreen(desk.game), studio.size)
    pilot.press("enter")
    for _ in range(200):
        desk.game.logbook.wait()
        pilot.step(0.05)
        if isinstance(pilot.scene, QuestionScreen):
            return
    raise AssertionError("the first question never comes")


@pytest.mark.slow
def test_a_learner_studies_on_two_days(studio: Studio, tmp_path: Path) -> None:
    desk = Desk(studio, tmp_path)
    pilot = desk.open()
    pilot.press("right", "enter")
    home = desk.known(pilot)
    assert home.known is not None and home.known.known == 0
    home.who()
    add(pilot, desk, "Aigul")
    home = desk.known(pilot)
    assert desk.game.logbook.profile is not None
    pilot.press("enter")
    first = studied(pilot, desk.game, lambda at: at not in (1, 4))
    assert len(first) == 12
    assert rows(tmp_path) == 12
    end = pilot.scene
    assert isinstance(end, StudyEndScreen) and end.stage == "roll-out"
    pilot.step(1.0)
    pilot.press("enter")
    home = desk.known(pilot)
    assert home.known is not None and (home.known.known, home.known.due) == (10, 0)
    assert set(home.lifts) == {one.card for one in home.known.satellites}
    desk.game.logbook.settle()

    later = Desk(studio, tmp_path, MORNING + timedelta(hours=23, minutes=55))
    pilot = later.open()
    pilot.press("right", "enter")
    home = later.known(pilot)
    assert later.game.logbook.profile is not None, "the only learner is chosen by itself"
    assert home.known is not None and home.known.due >= 2
    due = {one.card for one in home.known.satellites if one.due}
    recalls = {one.card: one.recall for one in home.known.satellites}
    pilot.press("enter")
    scene = pilot.scene
    assert isinstance(scene, QuestionScreen)
    sitting = scene.sitting
    studied(pilot, later.game)
    assert set(sitting.cards[: len(due)]) == due  # type: ignore[attr-defined]
    pilot.step(1.0)
    pilot.press("enter")
    home = later.known(pilot)
    assert home.known is not None and home.known.due == 0
    lifted = {one.card: one.recall for one in home.known.satellites if one.card in due}
    assert all(lifted[card] > recalls[card] for card in due)
    assert all(home.lifts[card] == recalls[card] for card in due)
    assert rows(tmp_path) == 22
    later.game.logbook.settle()


def test_a_guests_answers_are_kept_when_a_name_is_chosen(studio: Studio, tmp_path: Path) -> None:
    desk = Desk(studio, tmp_path)
    pilot = Pilot(desk.game.shared, HomeScreen(desk.game), studio.size)
    desk.known(pilot)
    pilot.press("enter")
    studied(pilot, desk.game)
    pilot.step(1.0)
    pilot.press("enter")
    home = desk.known(pilot)
    assert home.learner is not None and home.learner.guest
    assert rows(tmp_path) == 0
    home.who()
    add(pilot, desk, "Max")
    home = desk.known(pilot)
    assert home.known is not None and home.known.known == 10
    assert home.learner is not None and not home.learner.guest
    assert rows(tmp_path) == 10
    desk.game.logbook.settle()


def test_nobody_is_chosen_by_itself_where_several_study(studio: Studio, tmp_path: Path) -> None:
    desk = Desk(studio, tmp_path)
    logbook = desk.game.logbook
    for nickname, picture in (("Aigul", "tulip"), ("Max", "rocket")):
        logbook.add(nickname, picture)
    logbook.settle()
    later = Desk(studio, tmp_path)
    pilot = later.open()
    assert later.game.logbook.profile is None
    pilot.press("right", "enter")
    for _ in range(40):
        pilot.step(0.05)
        later.game.logbook.wait()
        if isinstance(pilot.scene, ProfilesScreen):
            break
    assert isinstance(pilot.scene, ProfilesScreen)
    pilot.press("right", "enter")
    home = later.known(pilot)
    assert home.learner is not None and home.learner.profile.nickname == "Max"
    later.game.logbook.settle()


def test_a_learner_is_renamed_and_deleted_after_one_more_question(
    studio: Studio, tmp_path: Path
) -> None:
    desk = Desk(studio, tmp_path)
    desk.game.logbook.add("Aigul", "tulip")
    desk.game.logbook.add("Max", "rocket")
    desk.game.logbook.wait()
    pilot = Pilot(desk.game.shared, HomeScreen(desk.game), studio.size)
    pilot.shared.stack.push(ProfilesScreen(desk.game, changes=True))
    button(pilot, "Choose a learner")
    scene = pilot.scene
    assert isinstance(scene, ProfilesScreen)
    scene._press(desk.game.logbook.profiles[0])
    assert isinstance(pilot.scene, LearnerScreen)
    pilot.press("enter", "enter")
    assert isinstance(pilot.scene, NicknameScreen)
    pilot.press(*["backspace"] * 5)
    pilot.type("Tau")
    pilot.press("enter")
    desk.game.logbook.wait()
    assert [one.nickname for one in desk.game.logbook.profiles] == ["Tau", "Max"]
    scene._press(desk.game.logbook.profiles[0])
    pilot.press("right", "enter")
    pilot.press("enter")
    assert len(desk.game.logbook.profiles) == 2, "the way back has the focus"
    pilot.press("enter", "right", "enter")
    desk.game.logbook.wait()
    assert [one.nickname for one in desk.game.logbook.profiles] == ["Max"]
    pilot.step(0.1)
    assert "Tau" in pilot.shared.notice.text
    desk.game.logbook.settle()


def test_a_nickname_must_be_written_and_be_nobodys_here(studio: Studio) -> None:
    desk = Desk(studio, None)
    desk.game.logbook.add("Aigul", "tulip")
    desk.game.logbook.wait()
    pilot = Pilot(desk.game.shared, NicknameScreen(desk.game, "moon"), studio.size)
    pilot.press("enter")
    assert pilot.shared.notice.shown
    pilot.type(" aigul ")
    pilot.press("enter")
    desk.game.logbook.wait()
    assert len(desk.game.logbook.profiles) == 1


def test_arrows_move_from_satellite_to_satellite_and_name_them(studio: Studio) -> None:
    desk = Desk(studio, None)
    pilot = Pilot(desk.game.shared, HomeScreen(desk.game), studio.size)
    desk.known(pilot)
    pilot.press("enter")
    studied(pilot, desk.game)
    pilot.step(1.0)
    pilot.press("enter")
    home = desk.known(pilot)
    assert home.known is not None and home.sky is not None
    seen = set()
    pilot.press("up")
    for way in ("left", "right", "up"):
        for _ in range(12):
            assert home.sky is not None and home.sky.chosen is not None
            told = home.told()
            assert told["looked"] == home.sky.chosen.card
            seen.add(told["looked"])
            pilot.press(way)
    assert len(seen) >= 4
    pilot.press(*["down"] * 9)
    assert isinstance(home.group.focused, Button)
    pilot.press("l")
    assert isinstance(pilot.scene, SatelliteListScreen)
    assert len(pilot.scene.rows) == 10
    pilot.press("escape")
    assert pilot.shared.stack.top is home


def test_what_is_due_is_asked_first_when_it_is_pressed(studio: Studio, tmp_path: Path) -> None:
    desk = Desk(studio, tmp_path)
    desk.game.logbook.add("Aigul", "tulip")
    desk.game.logbook.wait()
    pilot = Pilot(desk.game.shared, HomeScreen(desk.game), studio.size)
    desk.known(pilot)
    pilot.press("enter")
    studied(pilot, desk.game)
    pilot.step(1.0)
    pilot.press("enter")
    desk.known(pilot)
    desk.now = MORNING + timedelta(days=6)
    pilot.shared.stack.replace(HomeScreen(desk.game))
    home = desk.known(pilot)
    assert home.sky is not None and home.known is not None
    at = next(
        (number, index)
        for number, lane in enumerate(home.sky.chart.lanes)
        for index, one in enumerate(lane.satellites)
        if one.due
    )
    place = home.sky.chart.place(*at)
    card = home.sky.chart.lanes[at[0]].satellites[at[1]].card
    pilot.hover(place)
    assert home.told()["looked"] == card
    pilot.click(place)
    scene = pilot.scene
    assert isinstance(scene, QuestionScreen)
    assert scene.sitting.cards == (card,)  # type: ignore[attr-defined]
    desk.game.logbook.settle()


def test_a_sitting_is_played_by_gamepad_alone(studio: Studio) -> None:
    desk = Desk(studio, None)
    pilot = desk.open()
    pad = Pad(pilot)
    pad.choose(pad.named("Study"))
    desk.known(pilot)
    pad.choose(pad.named("Choose a name"))
    pad.choose(pad.named("New learner"))
    assert isinstance(pilot.scene, PictureScreen)
    pad.press(A)
    assert isinstance(pilot.scene, NicknameScreen)
    for letter in "tau":
        pad.choose(pad.named(letter))
    pad.choose(pad.named("Ready"))
    home = desk.known(pilot)
    assert desk.game.logbook.profile is not None
    assert desk.game.logbook.profile.nickname == "Tau"
    pad.choose(pad.named("Ten questions"))
    assert isinstance(pilot.scene, QuestionScreen)
    assert pilot.shared.stack.top is not home


def test_a_sitting_is_begun_by_mouse_alone(studio: Studio) -> None:
    desk = Desk(studio, None)
    pilot = desk.open()
    pilot.click(button(pilot, "Study").rect.centre)
    desk.known(pilot)
    pilot.click(button(pilot, "Ten minutes").rect.centre)
    scene = pilot.scene
    assert isinstance(scene, QuestionScreen)
    assert scene.sitting.left_s == 600  # type: ignore[attr-defined]


def test_the_explanation_waits_for_the_disk_and_says_so(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = Desk(studio, None)
    pilot = Pilot(desk.game.shared, HomeScreen(desk.game), studio.size)
    desk.known(pilot)
    pilot.press("enter")
    scene = pilot.scene
    assert isinstance(scene, QuestionScreen)
    pilot.step(3)
    ticket = Ticket()
    assert scene.sitting.recorder is not None
    monkeypatch.setattr(scene.sitting.recorder.store, "add", lambda *_: ticket)
    scene.lock(scene.question.answer)
    pilot.step(0.7)
    assert isinstance(pilot.scene, QuestionScreen)
    assert pilot.shared.notice.text.startswith("Saving")
    pilot.step(1.0)
    ticket.store(1)
    pilot.step(0.1)
    assert isinstance(pilot.scene, ExplanationScreen)


def test_a_disk_that_refuses_is_told_once_and_stops_nobody(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = Desk(studio, None)
    pilot = Pilot(desk.game.shared, HomeScreen(desk.game), studio.size)
    desk.known(pilot)
    pilot.press("enter")
    for number in range(2):
        scene = pilot.scene
        assert isinstance(scene, QuestionScreen)
        pilot.step(3)
        ticket = Ticket()
        ticket.fail("no-room")
        assert scene.sitting.recorder is not None
        monkeypatch.setattr(scene.sitting.recorder.store, "add", lambda *_, t=ticket: t)
        pilot.shared.notice.text = ""
        scene.lock(scene.question.answer)
        pilot.step(0.7)
        assert isinstance(pilot.scene, ExplanationScreen)
        assert bool(pilot.shared.notice.text) == (number == 0)
        while isinstance(pilot.scene, ExplanationScreen):
            pilot.press("enter")


def test_a_silent_disk_is_not_waited_for_for_ever() -> None:
    assert saving.SAID_AFTER_S == 0.25
    assert saving.GIVES_UP_S < 15


def test_a_sitting_can_end_early_and_keeps_what_was_answered(
    studio: Studio, tmp_path: Path
) -> None:
    desk = Desk(studio, tmp_path)
    desk.game.logbook.add("Aigul", "tulip")
    desk.game.logbook.wait()
    pilot = Pilot(desk.game.shared, HomeScreen(desk.game), studio.size)
    desk.known(pilot)
    pilot.press("enter")
    scene = pilot.scene
    assert isinstance(scene, QuestionScreen)
    pilot.step(4)
    scene.lock(scene.question.answer)
    explained(pilot)
    while isinstance(pilot.scene, ExplanationScreen):
        pilot.press("enter")
    pilot.press("space", "down", "down", "down", "enter")
    assert isinstance(pilot.scene, StudyEndScreen)
    assert not pilot.scene.moved
    pilot.step(1.0)
    pilot.press("enter")
    home = desk.known(pilot)
    assert home.known is not None and home.known.known == 1
    desk.game.logbook.settle()


def test_a_round_alone_is_kept_for_a_learner_and_for_nobody_else(
    studio: Studio, tmp_path: Path
) -> None:
    desk = Desk(studio, tmp_path)
    desk.game.logbook.add("Aigul", "tulip")
    desk.game.logbook.wait()
    desk.game.logbook.settle()
    later = Desk(studio, tmp_path)
    pilot = later.open()
    pilot.press("enter")
    scene = pilot.scene
    assert isinstance(scene, QuestionScreen)
    later.game.logbook.wait()
    pilot.step(4)
    scene.lock(scene.question.answer)
    explained(pilot)
    assert rows(tmp_path) == 1
    later.game.logbook.choose(None)
    while isinstance(pilot.scene, ExplanationScreen):
        pilot.press("enter")
    later.game.logbook.settle()


def test_what_happened_to_the_records_is_told_once(studio: Studio, tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"nothing that SQLite wrote" * 99)
    desk = Desk(studio, tmp_path)
    pilot = desk.open()
    pilot.step(0.1)
    assert isinstance(pilot.scene, RecordsCard)
    pilot.press("enter")
    assert isinstance(pilot.scene, TitleScreen)
    pilot.press("right", "enter")
    assert desk.known(pilot).known is not None
    desk.game.logbook.settle()


def test_at_rest_the_home_draws_nothing(studio: Studio) -> None:
    desk = Desk(studio, None)
    pilot = Pilot(desk.game.shared, HomeScreen(desk.game), studio.size)
    home = desk.known(pilot)
    pilot.step(0.2)
    assert not home.wants_frames
    assert home.next_tick_s is None
    assert not home.stale


def test_a_round_that_a_crash_cut_off_goes_on_for_whom_it_was(
    studio: Studio, tmp_path: Path
) -> None:
    first = Desk(studio, tmp_path)
    for nickname in ("Aigul", "Max"):
        first.game.logbook.add(nickname, "tulip")
    first.game.logbook.wait()
    first.game.logbook.choose(first.game.logbook.profiles[1])
    first.game.keeper = Keeper(tmp_path)
    first.game.logbook.read(studio.bank)
    pilot = first.open()
    pilot.press("enter")
    scene = pilot.scene
    assert isinstance(scene, QuestionScreen)
    pilot.step(4)
    scene.lock(scene.question.answer)
    first.game.keeper.settle()
    first.game.logbook.settle()

    later = Desk(studio, tmp_path)
    later.game.keeper = Keeper(tmp_path)
    later.game.left_over = later.game.keeper.take_up()
    pilot = later.open()
    assert later.game.logbook.profile is None
    pilot.press("enter")
    while isinstance(pilot.scene, ExplanationScreen):
        pilot.press("enter")
    scene = pilot.scene
    assert isinstance(scene, QuestionScreen)
    assert scene.sitting.round.at == 1
    later.game.logbook.wait()
    pilot.step(4)
    scene.lock(scene.question.answer)
    store = later.game.logbook.store
    store.wait(PATIENCE_S)
    aigul, max_ = later.game.logbook.profiles
    assert not store.records(aigul.id)
    assert {one.seed for one in store.records(max_.id)} == {scene.sitting.plan.seed}
    assert len(store.records(max_.id)) == 2
    later.game.logbook.settle()


def test_a_missions_last_step_launches_it_and_leads_back_to_the_sky(studio: Studio) -> None:
    pilot = STUDY["study-end-launch"](studio)
    end = pilot.scene
    assert isinstance(end, StudyEndScreen) and end.flies
    end.game.logbook.wait()
    pilot.step(1.0)
    pilot.press("enter")
    assert isinstance(pilot.scene, StudyLaunchScreen)
    pilot.step(1.0)
    pilot.press("enter")
    while isinstance(pilot.scene, StudyLaunchScreen):
        pilot.press("enter")
        pilot.step(0.5)
    assert isinstance(pilot.scene, HomeScreen)
    assert pilot.scene.lifts


def test_a_mission_launches_each_third_or_fourth_sitting(studio: Studio) -> None:
    stages = []
    for name in ("study-end-rails", "study-end-fuel", "study-end-launch", "study-end-hall"):
        end = STUDY[name](studio).scene
        assert isinstance(end, StudyEndScreen)
        stages.append(end.stage)
    assert stages == ["roll-out", "fuelling", "launch", "assembly"]
