"""The room of a live class: seats, names, teams, and what its teacher orders."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.live.room import DESERTED_S
from game.live.settings import Standing
from tests.live.made import CALM, Class


def test_teams_are_dealt_evenly_and_scored_as_the_mean() -> None:
    live = Class(replace(CALM, teams=2, standing="teams"))
    players = [live.join() for _ in range(5)]
    sizes = sorted([p.team for p in players].count(team) for team in {p.team for p in players})
    assert sizes == [2, 3]
    live.order("start")
    winners = [p for p in players if p.team == "guidance"]
    for player in players:
        live.answer(player, 0 if player in winners else 1)
    live.wait(0.1)
    live.order("next")
    (standing,) = live.told("standing")
    assert standing["top"] == []
    assert [(row["id"], row["fuel"]) for row in standing["teams"]] == [
        ("guidance", 100),
        ("propulsion", 0),
    ]
    assert live.last(winners[0], "standing")["team"]["place"] == 1


def test_a_team_that_is_chosen_must_be_one_that_there_is() -> None:
    live = Class(replace(CALM, teams=3, dealt="chosen"))
    offered = live.room.offer()
    assert [team["id"] for team in live.room.welcome(offered)["teams"]] == [  # type: ignore[attr-defined]
        "propulsion", "guidance", "communications",
    ]  # fmt: skip
    assert live.room.join(offered[0], "weather", offered, b"1", live.now) == "range"
    assert live.join(team="guidance").team == "guidance"


def test_a_name_is_one_of_those_offered_unless_names_are_free() -> None:
    live = Class(CALM)
    offered = live.room.offer()
    assert live.room.join("My own", "", offered, b"1", live.now) == "name"
    live.order("settings", names="free")
    made = live.room.join("My own", "", offered, b"1", live.now)
    assert not isinstance(made, str)
    assert live.room.join("Му оwn", "", live.room.offer(), b"2", live.now) == "taken"
    assert live.room.join("My own " * 4, "", live.room.offer(), b"2", live.now) == "long"
    assert live.room.join("...", "", live.room.offer(), b"2", live.now) == "name"


def test_nobody_is_offered_what_another_may_still_take() -> None:
    live = Class(CALM)
    offered = [name for _ in range(60) for name in live.room.offer()]
    assert len(set(offered)) == len(offered)


def test_seats_are_limited_and_doors_can_be_locked() -> None:
    live = Class(CALM, most=1)
    live.order("lock")
    offered = live.room.offer()
    assert live.room.welcome(offered)["locked"] is True
    assert live.room.join(offered[0], "", offered, b"1", live.now) == "locked"
    live.order("unlock")
    live.join()
    assert live.room.join(offered[1], "", offered, b"2", live.now) == "full"


def test_a_deserted_seat_is_given_away_once_all_are_taken() -> None:
    live = Class(CALM, most=2)
    stays, goes = live.join(), live.join()
    live.leave(goes)
    offered = live.room.offer()
    assert live.room.join(offered[0], "", offered, b"1", live.now) == "full"
    live.now += DESERTED_S
    live.join()
    assert goes.id not in live.room.players
    assert stays.id in live.room.players


def test_a_kicked_seat_is_gone_and_its_name_free_again() -> None:
    live = Class(CALM)
    one = live.join()
    live.order("kick", id=one.id)
    assert live.byes[0].why == "kicked"
    assert not live.byes[0].banned
    assert live.room.back(one.token) is None
    assert live.told("left")[-1]["given_up"] is True
    offered = live.room.offer()
    live.order("settings", names="free")
    assert not isinstance(live.room.join(one.name, "", offered, b"2", live.now), str)


def test_a_new_name_reaches_phone_and_window() -> None:
    live = Class(CALM)
    one = live.join()
    before = one.name
    live.order("rename", id=one.id)
    assert one.name != before
    assert live.last(one, "seat") == {
        "t": "seat", "id": one.id, "name": one.name, "team": "", "station": "", "count": 4,
    }  # fmt: skip
    assert live.told("joined")[-1]["name"] == one.name


@pytest.mark.parametrize(
    ("do", "more"),
    [
        ("kick", {}),
        ("extra", {"id": "p1", "factor": 9}),
        ("extra", {"id": "p1", "factor": "much"}),
        ("settings", {"teams": 1}),
        ("settings", {"teams": True}),
        ("settings", {"no such": 1}),
        ("nonsense", {}),
    ],
)
def test_what_cannot_be_done_is_told_as_a_problem(do: str, more: dict[str, object]) -> None:
    live = Class(CALM)
    live.join()
    before = live.room.settings
    live.order(do, **more)
    assert live.told("problem")
    assert live.room.settings == before


def test_a_problem_is_told_in_the_language_of_its_reader() -> None:
    live = Class(CALM, say=str.upper)
    live.order("extra", id=live.join().id, factor=9)
    assert live.told("problem")[-1]["message"].startswith("A LEARNER'S TIME IS 1 TO 4 ")


def test_who_makes_teams_sees_their_standing_unless_another_is_chosen() -> None:
    live = Class()
    seen: list[Standing] = []

    def wants(**settings: object) -> None:
        live.order("settings", **settings)
        seen.append(live.room.settings.standing)

    wants(teams=2)
    wants(teams=3)
    wants(standing="top")
    wants(teams=2)
    wants(standing="teams")
    wants(teams=0)
    wants(standing="none")
    wants(teams=2)
    assert seen == ["teams", "teams", "top", "top", "teams", "top", "none", "none"]


def test_rules_that_come_together_are_all_as_they_were_chosen() -> None:
    live = Class()
    live.order("settings", standing="top", teams=3, dealt="chosen")
    settings = live.room.settings
    assert (settings.standing, settings.teams, settings.dealt) == ("top", 3, "chosen")
