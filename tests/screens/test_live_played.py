"""Whole classes through the screens of the window, held by a real room."""

from __future__ import annotations

from typing import Any

import pytest

from game.live.settings import CLOCK_S, Settings, Standing
from game.play.live_class import LiveClass
from game.screens.live_go import LiveGoScreen
from game.screens.live_lobby import LobbyScreen
from game.screens.studio import Studio
from game.ui.widgets import Button, Widget
from tests.screens.hosted_room import Played


def rows(played: Played) -> list[Any]:
    """What the standing shows: place, name and fuel."""
    found = played.screen.told()["rows"]
    assert isinstance(found, list)
    return found


@pytest.mark.parametrize("standing", ["top", "teams", "none"])
@pytest.mark.parametrize(("teams", "dealt"), [(0, "dealt"), (2, "dealt"), (6, "chosen")])
def test_a_class_is_played_with_each_standing(
    studio: Studio, standing: str, teams: int, dealt: str
) -> None:
    played = Played(studio)
    played.host.order("settings", teams=teams, dealt=dealt, standing=standing)
    for at in range(6):
        station = ("propulsion", "guidance")[at % 2] if dealt == "chosen" else ""
        played.join(station)
    played.play(right=2)
    shows = standing == "top" or (standing == "teams" and teams > 0)
    assert ("live-standing" in played.seen) is shows


def test_teams_that_are_wanted_while_the_standing_is_up_show_at_once(studio: Studio) -> None:
    played = Played(studio, Settings(go=False, teams=2))
    played.join()
    played.join()
    played.press("enter")
    played.all_answer(right=1)
    while played.screen.name != "live-standing":
        played.press("enter")
    played.host.teacher("settings", standing="teams")
    played.step()
    assert [row[1] for row in rows(played)] == ["propulsion", "guidance"]


def test_the_first_five_are_five_of_six_who_have_fuel(studio: Studio) -> None:
    played = Played(studio, Settings(go=False))
    for _ in range(6):
        played.join()
    played.press("enter")
    played.all_answer(right=6)
    while played.screen.name != "live-standing":
        played.press("enter")
    assert len(rows(played)) == 5


@pytest.mark.parametrize("teams", [0, 2])
def test_a_standing_of_nobody_is_passed_by(studio: Studio, teams: int) -> None:
    standing: Standing = "teams" if teams else "top"
    played = Played(studio, Settings(go=False, teams=teams, standing=standing))
    played.join()
    played.join()
    played.press("enter")
    played.all_answer(right=0)
    while played.screen.name != "live-question":
        assert played.screen.name != "live-standing"
        played.press("enter")
    assert played.host.room.course.q == 1


def button(played: Played, text: str) -> Widget:
    """The button with that text."""
    return next(w for w in played.screen.group.widgets if getattr(w, "text", "") == text)


def asking(studio: Studio, settings: Settings | None = None) -> Played:
    """A class of two whose first question is open."""
    played = Played(studio, settings or Settings(go=False))
    played.join()
    played.join()
    played.press("enter")
    return played


def begun(studio: Studio) -> Played:
    """A class of two whose first question was asked and closed."""
    played = asking(studio)
    played.all_answer(right=1)
    return played


def at_go(studio: Studio) -> Played:
    """A class of two that is asked for GO."""
    played = Played(studio, count=6)
    played.join()
    played.join()
    played.press("enter")
    while played.screen.name != "live-go":
        played.all_answer(right=1)
        while played.host.room.course.phase == "explaining":
            played.press("enter")
    return played


def finished(studio: Studio) -> Played:
    played = begun(studio)
    played.play(right=1)
    played.step()
    return played


def test_an_end_from_the_teachers_phone_leads_to_the_results(studio: Studio) -> None:
    played = begun(studio)
    played.host.teacher("end")
    played.step()
    assert played.screen.name == "live-results"
    finishers = played.screen.told()["finishers"]
    assert isinstance(finishers, list)
    assert len(finishers) == 2
    assert button(played, "Keep the report")


@pytest.mark.parametrize("card", ["", "space", "l"])
def test_an_end_before_a_question_leads_to_the_title(studio: Studio, card: str) -> None:
    played = Played(studio)
    played.join()
    if card:
        played.press(card)
    played.host.teacher("end")
    played.step()
    assert played.screen.name == "title"
    assert played.game.hosting is None


def test_an_end_in_front_leads_to_the_results(studio: Studio) -> None:
    played = begun(studio)
    played.press("space")
    played.pilot.click(button(played, "End the class").rect.centre)
    played.step()
    assert played.screen.name == "confirm"
    played.press("tab", "enter")
    assert played.screen.name == "live-results"
    assert button(played, "Keep the report")


def test_a_host_that_has_gone_keeps_no_report(studio: Studio) -> None:
    played = finished(studio)
    played.host.order("end")
    played.step()
    assert played.screen.name == "live-results"
    assert "Keep the report" not in [
        getattr(widget, "text", "") for widget in played.screen.group.widgets
    ]


def test_escape_goes_back_from_the_list_by_learner(studio: Studio) -> None:
    played = finished(studio)
    played.press("tab", "tab", "enter", "tab", "enter")
    assert getattr(played.screen, "by_learner", None) is True
    played.press("escape")
    assert played.screen.name == "live-results"
    assert getattr(played.screen, "by_learner", None) is False


def test_names_and_figures_show_only_when_it_was_said_that_the_class_sees_them(
    studio: Studio,
) -> None:
    played = finished(studio)
    played.press("tab", "tab", "enter")
    assert played.screen.name == "confirm"
    played.press("enter")
    assert getattr(played.screen, "by_learner", None) is False
    played.press("enter", "tab", "enter")
    assert getattr(played.screen, "by_learner", None) is True


def test_a_report_that_is_not_kept_is_asked_for_before_the_class_ends(studio: Studio) -> None:
    played = finished(studio)
    played.press("escape")
    assert played.screen.name == "confirm"
    assert "end" not in played.host.orders
    played.press("enter")
    assert played.screen.name == "live-results"
    played.press("escape", "tab", "tab", "enter")
    assert played.screen.name == "title"
    assert "end" in played.host.orders


def test_a_report_can_be_kept_when_the_end_is_asked_for(studio: Studio) -> None:
    played = finished(studio)
    played.press("escape", "tab", "enter")
    played.step()
    assert played.screen.name == "live-results"
    assert "keep" in played.host.orders
    assert "end" not in played.host.orders


def test_no_button_moves_when_the_report_is_kept(studio: Studio) -> None:
    played = finished(studio)
    before = {w.text: w.rect for w in played.screen.group.widgets if isinstance(w, Button)}
    played.host.room.effects.event("kept", {"files": ["class.xlsx"], "until": "2026-03-04"})
    played.step()
    after = {w.text: w.rect for w in played.screen.group.widgets if isinstance(w, Button)}
    assert after.pop("The report is kept") == before.pop("Keep the report")
    assert after == before


def test_enter_on_the_results_throws_nothing_away(studio: Studio) -> None:
    played = finished(studio)
    played.press("enter", "enter", "enter")
    assert played.screen.name == "live-results"
    assert {"keep", "end"}.isdisjoint(played.host.orders)


def test_a_report_is_kept_once_and_the_class_then_ends_unasked(studio: Studio) -> None:
    played = finished(studio)
    for _ in range(2):
        played.pilot.click(button(played, "Keep the report").rect.centre)
    assert played.host.orders.count("keep") == 1
    played.host.room.effects.event("kept", {"files": ["class.xlsx"], "until": "2026-03-04"})
    played.step()
    played.press("escape")
    assert played.screen.name == "title"


@pytest.mark.parametrize("card", ["space", "l"])
def test_what_is_told_under_a_card_shows_when_it_is_closed(studio: Studio, card: str) -> None:
    played = Played(studio, Settings(go=False))
    played.join()
    played.press(card)
    played.host.order("start")
    played.step()
    played.press("escape")
    assert played.screen.name == "live-question"


def test_the_teachers_phone_goes_on_though_a_card_lies_over_the_class(studio: Studio) -> None:
    played = Played(studio, Settings(go=False))
    played.join()
    played.press("space")
    played.host.teacher("next")
    played.step()
    played.step()
    assert played.screen.name == "live-question"


def test_the_note_of_a_second_press_goes_when_the_question_closes(studio: Studio) -> None:
    played = asking(studio)
    played.pilot.press("enter")
    assert played.game.shared.notice.shown
    played.host.teacher("close")
    played.pilot.step(0.1)
    played.pilot.step(0.1)
    assert played.screen.name == "live-counts"
    assert not played.game.shared.notice.shown


def test_the_teachers_phone_closes_a_question_at_once(studio: Studio) -> None:
    played = asking(studio)
    played.host.teacher("next")
    played.step()
    played.step()
    assert played.screen.name == "live-counts"


def test_the_host_is_told_which_card_stands(studio: Studio) -> None:
    played = begun(studio)
    course = played.host.room.course
    assert course.card == "counts"
    played.press("enter")
    while course.phase == "explaining" and not course.stood:
        assert course.card in ("more", "why")
        played.press("enter")
    assert course.card in ("", "why")


def test_the_clock_of_a_question_in_front_is_that_of_the_phones(studio: Studio) -> None:
    played = asking(studio, Settings(go=False, pace="classic"))
    assert played.game.hosting is not None
    sitting = played.game.hosting.sitting
    assert sitting is not None
    stood: set[bool] = set()
    for _ in range(5):
        played.host.pass_time(3.0)
        played.pilot.step(0.1)
        told = [event["left_ms"] for event in played.host.told if event["event"] == "clock"]
        left_s, shown = told[-1] / 1000, sitting.round.clock_left_s
        assert shown is not None
        assert abs(shown - min(CLOCK_S, left_s)) < 0.2
        if abs(left_s - CLOCK_S) > 0.2:
            assert sitting.round.clock_stands is (left_s > CLOCK_S)
        stood.add(sitting.round.clock_stands)
    assert stood == {True, False}


def test_the_seconds_of_go_in_front_are_those_of_the_phones(studio: Studio) -> None:
    played = at_go(studio)
    played.host.pass_time(1.1)
    played.pilot.step(0.1)
    told = [event["left_ms"] for event in played.host.told if event["event"] == "clock"]
    screen = played.screen
    assert isinstance(screen, LiveGoScreen)
    assert screen.left_s is not None
    assert abs(screen.left_s - told[-1] / 1000) < 0.2
    before = screen.left_s
    played.pilot.step(0.5)
    assert screen.left_s < before


def test_a_class_can_launch_early_from_the_rules(studio: Studio) -> None:
    played = begun(studio)
    played.press("space")
    played.pilot.click(button(played, "Launch now").rect.centre)
    played.step()
    played.press("tab", "enter")
    played.step()
    assert played.screen.name == "live-key"


def test_a_learner_is_sent_away_after_a_question(studio: Studio) -> None:
    played = Played(studio)
    player = played.join()
    played.press("l")
    played.pilot.click(button(played, player.name).rect.centre)
    played.pilot.click(button(played, "Send away").rect.centre)
    played.step()
    assert "kick" not in played.host.orders
    played.press("tab", "enter")
    assert "kick" in played.host.orders


def test_the_clock_is_among_the_rules_while_a_class_runs(studio: Studio) -> None:
    played = asking(studio)
    played.press("space")
    labels = [getattr(widget, "label", "") for widget in played.screen.group.widgets]
    assert "Clock" in labels
    assert "Names" not in labels


def test_who_is_in_which_team_is_asked_where_there_are_teams(studio: Studio) -> None:
    played = Played(studio)
    played.press("space")
    labels = [getattr(widget, "label", "") for widget in played.screen.group.widgets]
    assert "Who is in which team" not in labels
    played.host.order("settings", teams=2)
    played.step()
    labels = [getattr(widget, "label", "") for widget in played.screen.group.widgets]
    assert "Who is in which team" in labels


def test_the_rules_wait_until_the_doors_are_open(studio: Studio) -> None:
    pilot = Played(studio).pilot
    assert isinstance(pilot.scene, LobbyScreen)
    pilot.scene.hosting.now = LiveClass()
    pilot.press("space")
    assert isinstance(pilot.scene, LobbyScreen)


def test_it_shows_how_many_have_said_go(studio: Studio) -> None:
    played = at_go(studio)
    played.learners = played.learners[:1]
    played.all_say(True)
    assert played.screen.name == "live-go"
    assert (played.screen.told()["answered"], played.screen.told()["of"]) == (1, 2)
