"""A live class in the window, told by a written host."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game import languages
from game.play.class_host import Event
from game.rounds import vote
from game.rounds.saved import to_json
from game.screens.live_counts import LiveCountsScreen
from game.screens.live_lobby import LobbyScreen
from game.screens.live_question import LiveQuestionScreen
from game.screens.live_rules import rules
from game.screens.screen import Screen
from game.screens.shots_live import CLASS, DOORS, LIVE, NETWORKS, ToldHost, in_class, joined
from game.screens.studio import Studio
from game.ui.overheard import Overheard
from game.ui.pilot import Pilot
from game.ui.widgets import KeyHints


def screen(pilot: Pilot) -> Screen:
    assert isinstance(pilot.scene, Screen)
    return pilot.scene


def host_of(pilot: Pilot) -> ToldHost:
    hosting = screen(pilot).game.hosting
    assert hosting is not None
    host = hosting.host
    assert isinstance(host, ToldHost)
    return host


def ordered(pilot: Pilot) -> list[Event]:
    """What was ordered, beside what tells the teacher's phone which card stands."""
    return [order for order in host_of(pilot).orders if order["do"] != "card"]


def tell(pilot: Pilot, *events: Event) -> None:
    host_of(pilot).events += events
    pilot.step(0.1)
    pilot.step(0.1)


def asking(studio: Studio, at: int = 3) -> tuple[Pilot, Event]:
    sitting = studio.sitting(at, studio.question("choice", ("first-satellite",)), crew=CLASS)
    pilot = in_class(studio, joined(3), sitting)
    key = sitting.question.answer
    counts = [3 if index == key else 0 for index in range(4)]
    sitting.do(vote.answer_of_all, right=3, of=3, earned=100, counts=counts)
    return pilot, {"event": "round", "q": at, "round": to_json(sitting.round)}


def name(pilot: Pilot) -> str:
    return screen(pilot).name


def test_nobody_can_begin_an_empty_class(studio: Studio) -> None:
    pilot = in_class(studio, [])
    pilot.step(1.0)
    pilot.press("enter")
    assert host_of(pilot).orders == []


def test_enter_begins_once_somebody_is_there(studio: Studio) -> None:
    pilot = in_class(studio, joined(2))
    pilot.step(1.0)
    pilot.press("enter")
    assert host_of(pilot).orders == [{"do": "start"}]


def test_a_name_that_comes_shows_at_once(studio: Studio) -> None:
    pilot = in_class(studio, joined(1))
    tell(pilot, *joined(2)[1:])
    assert screen(pilot).told()["people"] == ["Blue Comet", "Swift Saiga"]


def test_closing_a_question_that_some_have_not_answered_takes_two_presses(studio: Studio) -> None:
    pilot, _ = asking(studio)
    tell(pilot, {"event": "answered", "q": 3, "count": 1, "of": 3})
    pilot.press("enter")
    assert host_of(pilot).orders == []
    pilot.press("enter")
    assert host_of(pilot).orders == [{"do": "close"}]


def test_the_host_closes_and_the_counts_show_then_why_then_on(studio: Studio) -> None:
    pilot, closed = asking(studio)
    tell(pilot, closed, {"event": "revealed", "q": 3, "key": "", "counts": [3, 0, 0, 0],
                         "right": 3, "of": 3})  # fmt: skip
    assert name(pilot) == "live-counts"
    pilot.press("enter")
    assert name(pilot) == "live-explanation"
    for _ in range(5):
        if ordered(pilot):
            break
        pilot.press("enter")
    assert ordered(pilot) == [{"do": "next"}]
    assert name(pilot) == "live-explanation"


def test_the_standing_comes_after_why_where_the_host_tells_one(studio: Studio) -> None:
    pilot, closed = asking(studio)
    tell(pilot, closed)
    for _ in range(6):
        if ordered(pilot):
            break
        pilot.press("enter")
    assert ordered(pilot) == [{"do": "next"}]
    top = [{"name": "Blue Comet", "fuel": 120, "place": 1}]
    tell(pilot, {"event": "standing", "top": top, "teams": []})
    assert name(pilot) == "live-standing"
    pilot.press("enter")
    assert ordered(pilot) == [{"do": "next"}] * 2


def test_the_clock_in_front_runs_and_follows_the_host(studio: Studio) -> None:
    pilot, _ = asking(studio)
    hosting = screen(pilot).game.hosting
    assert hosting is not None and hosting.sitting is not None
    tell(pilot, {"event": "clock", "q": 3, "left_ms": None, "window_s": 100.0, "paused": False})
    pilot.step(60.0)
    assert 30 < hosting.sitting.round.window_left_s < 100
    tell(pilot, {"event": "clock", "q": 3, "left_ms": None, "window_s": 80.0, "paused": True})
    assert hosting.sitting.round.paused


def test_the_rules_have_names_and_teams_until_the_first_question(studio: Studio) -> None:
    sitting = studio.sitting(0, crew=CLASS)
    told: Event = {"event": "round", "q": 0, "round": to_json(sitting.round)}
    pilot = in_class(studio, [*joined(2), told])
    pilot.press("space")
    assert len(screen(pilot).group.widgets) > 12


def test_the_teachers_phone_presses_for_the_window(studio: Studio) -> None:
    pilot, closed = asking(studio)
    tell(pilot, closed)
    tell(pilot, {"event": "next"})
    assert name(pilot) == "live-explanation"


def test_a_host_that_is_gone_can_be_started_again(studio: Studio) -> None:
    pilot, _ = asking(studio)
    tell(pilot, {"event": "gone", "message": "killed"})
    assert name(pilot) == "live-gone"


def test_what_the_host_refuses_twice_is_said_twice(studio: Studio) -> None:
    pilot = in_class(studio, joined(1))
    refused: Event = {"event": "problem", "message": "That cannot be."}
    for _ in range(2):
        tell(pilot, refused)
        assert pilot.shared.notice.shown
        pilot.shared.notice.hide("That cannot be.")
        assert not pilot.shared.notice.shown


def test_a_rule_that_is_changed_goes_to_the_host(studio: Studio) -> None:
    pilot = in_class(studio, joined(2))
    pilot.press("space")
    assert name(pilot) == "live-rules"
    pilot.press("tab", "tab", "tab", "tab", "tab")
    pilot.press("right")
    assert host_of(pilot).orders


@pytest.mark.parametrize("shot", sorted(LIVE))
def test_each_picture_can_be_taken(studio: Studio, shot: str) -> None:
    assert LIVE[shot](studio).scene is not None


@pytest.mark.parametrize(("shot", "seen"), [("live-by-learner", False), ("live-kept", True)])
def test_numbers_stand_beside_names_once_a_report_has_them(
    studio: Studio, shot: str, seen: bool
) -> None:
    shown = screen(LIVE[shot](studio))
    canvas = Overheard(shown.shared.theme, 1.0)
    shown.paint(canvas)
    assert "Blue Comet" in canvas.texts
    assert ("17" in canvas.texts) is seen


def test_the_network_of_a_class_is_chosen_in_the_lobby(studio: Studio) -> None:
    pilot = in_class(studio, [NETWORKS])
    pilot.press("n")
    assert name(pilot) == "live-network"
    assert ordered(pilot)[-1] == {"do": "networks"}
    pilot.press("down")
    pilot.press("enter")
    assert ordered(pilot)[-1] == {"do": "network", "address": "10.0.0.7"}
    assert name(pilot) == "live-lobby"
    tell(
        pilot, {**DOORS, "url": "http://10.0.0.7:8765/", "teacher": "http://10.0.0.7:8765/teacher"}
    )
    lobby = screen(pilot)
    assert isinstance(lobby, LobbyScreen)
    assert lobby.told()["url"] == "http://10.0.0.7:8765/"
    assert lobby.live.network is not None
    assert lobby.live.network.sort == "cable"


def test_a_lobby_that_no_phone_can_reach_says_so(studio: Studio) -> None:
    pilot = in_class(studio, [NETWORKS])
    lobby = screen(pilot)
    assert isinstance(lobby, LobbyScreen)
    assert lobby.alone == ""
    tell(pilot, {**NETWORKS, "networks": NETWORKS["networks"][1:]})
    assert "left that network" in lobby.alone
    tell(pilot, {**NETWORKS, "networks": []})
    assert "in no network" in lobby.alone


def test_who_says_not_to_know_is_told_apart_from_who_says_nothing(studio: Studio) -> None:
    pilot, told = asking(studio)
    event: Event = {"event": "revealed", "q": 3, "key": "", "counts": [3, 0, 0, 0], "right": 3}
    tell(pilot, told, {"event": "phase", "phase": "explaining"}, {**event, "of": 6, "passed": 2})
    counts = screen(pilot)
    assert isinstance(counts, LiveCountsScreen)
    assert counts.silent() == "2 do not know yet · 1 gave no answer"


def test_a_class_that_was_paused_from_the_phone_goes_on_by_the_same_key(studio: Studio) -> None:
    pilot, _ = asking(studio)
    sitting = screen(pilot).game.hosting.sitting  # type: ignore[union-attr]
    assert sitting is not None
    paused = replace(sitting.round, paused=True)
    tell(pilot, {"event": "round", "q": 3, "round": to_json(paused)})
    open_screen = screen(pilot)
    assert isinstance(open_screen, LiveQuestionScreen)
    assert open_screen.answered.startswith("Paused:")
    hints = open_screen.group.widgets[-1]
    assert isinstance(hints, KeyHints)
    assert [hint.words for hint in hints.hints][-1] == "Go on"
    pilot.press("space")
    assert ordered(pilot)[-1] == {"do": "resume"}


def test_a_launch_window_that_closes_at_the_host_is_said_once(studio: Studio) -> None:
    pilot, _ = asking(studio)
    clock: Event = {"event": "clock", "q": 3, "left_ms": None, "window_s": 0.0, "paused": False}
    tell(pilot, clock)
    assert "launch window has closed" in pilot.shared.notice.text
    pilot.shared.notice.hide(pilot.shared.notice.text)
    tell(pilot, clock)
    assert not pilot.shared.notice.shown


def test_a_rule_says_what_it_means_and_stays_where_it_is() -> None:
    catalogue = languages.catalogue("en")
    few = rules({"pace": "window", "teams": 0}, catalogue, begun=False)
    more = rules({"pace": "window", "teams": 2}, catalogue, begun=False)
    assert [row.name for row in more][: len(few)] == [row.name for row in few]
    assert all(row.note for row in more)
    fast = {row.name: row for row in rules({"pace": "classic", "go": True}, catalogue, begun=False)}
    assert fast["go"].values == fast["calls"].values == ((False, "no"),)
    assert "points" in fast["pace"].note
