"""What the window knows of a live class."""

from __future__ import annotations

from functools import reduce

import pytest

from game.play.class_host import Event
from game.play.live_class import LiveClass, Person, Row

DOORS: Event = {
    "event": "opened", "url": "http://10.0.0.2:8765/", "urls": [], "pin": "123456",
    "teacher": "http://10.0.0.2:8765/teacher#s", "seats": 40, "resumed": False,
}  # fmt: skip


def told(*events: Event) -> LiveClass:
    return reduce(LiveClass.after, events, LiveClass())


def came(seat: str, name: str) -> Event:
    return {"event": "joined", "id": seat, "name": name, "team": "", "players": 1}


def test_an_opened_class_waits_in_the_lobby() -> None:
    assert told(DOORS).phase == "lobby"


def test_who_is_away_keeps_the_seat() -> None:
    away: Event = {"event": "left", "id": "1", "name": "A", "players": 0, "given_up": False}
    live = told(DOORS, came("1", "A"), came("2", "B"), away)
    assert live.people == (Person("1", "A", here=False), Person("2", "B"))
    assert live.here == 1
    back: Event = {"event": "back", "id": "1", "name": "A", "players": 2}
    assert live.after(back).here == 2


def test_who_gives_the_seat_up_is_not_listed() -> None:
    left: Event = {"event": "left", "id": "1", "name": "A", "players": 0, "given_up": True}
    assert told(came("1", "A"), left).people == ()


def test_a_renamed_learner_stays_in_place() -> None:
    live = told(came("1", "A"), came("2", "B"), came("1", "C"))
    assert [person.name for person in live.people] == ["C", "B"]


def test_a_changed_team_brings_no_phone_back() -> None:
    away: Event = {"event": "left", "id": "1", "name": "A", "players": 0, "given_up": False}
    live = told(came("1", "A"), away, {**came("1", "A"), "team": "guidance"})
    assert live.people == (Person("1", "A", "guidance", here=False),)


def test_what_came_of_it_tells_that_a_class_has_ended() -> None:
    assert not told(DOORS).ended
    assert told(DOORS, {"event": "finished", "standings": [], "teams": []}).ended


def test_nobody_without_fuel_stands_among_the_first() -> None:
    top = [{"name": name, "fuel": fuel, "place": 1} for name, fuel in (("A", 120), ("B", 0))]
    live = told({"event": "standing", "top": top, "teams": []})
    assert [row.name for row in live.rows] == ["A"]
    assert not live.by_team


def test_a_new_question_forgets_the_counts_of_the_last() -> None:
    revealed: Event = {
        "event": "revealed", "q": 0, "key": "x", "counts": [3, 1], "right": 3, "of": 4,
    }  # fmt: skip
    live = told({"event": "answered", "q": 0, "count": 4, "of": 4}, revealed)
    assert (live.counts, live.right, live.of) == ((3, 1), 3, 4)
    after = live.after({"event": "question", "q": 1})
    assert (after.counts, after.answered) == ((), 0)


def test_teams_stand_by_their_ids() -> None:
    event: Event = {
        "event": "standing",
        "top": [{"name": "A", "fuel": 120, "place": 1}],
        "teams": [{"id": "guidance", "fuel": 60, "place": 1}],
    }
    live = told(event)
    assert live.top == (Row("A", 120, 1),)
    assert live.teams == (Row("guidance", 60, 1),)


def test_an_unknown_event_changes_nothing() -> None:
    live = told(DOORS)
    assert live.after({"event": "weather", "sunny": True}) is live


def test_an_event_without_what_belongs_to_it_is_refused() -> None:
    with pytest.raises(KeyError):
        told({"event": "opened"})


def test_a_report_gives_each_learner_the_number_that_it_has_there() -> None:
    rows = [
        {"id": "2", "name": "B", "team": "", "right": 3, "of": 3, "fuel": 300, "place": 1},
        {"id": "1", "name": "A", "team": "", "right": 1, "of": 3, "fuel": 100, "place": 2},
    ]
    live = told({"event": "finished", "standings": rows, "teams": []})
    assert [one.number for one in live.finishers] == [0, 0]
    live = live.after({"event": "report", "learners": [{"id": "1"}, {"id": "2"}], "questions": []})
    assert [(one.name, one.number) for one in live.finishers] == [("B", 2), ("A", 1)]
