"""A live class without a network: seats, clocks, answers, and what is told to whom."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.live.course import CHANGE_S, MOST_CHANGE_S
from game.live.players import GONE_S, Player
from game.live.protocol import Leave
from game.live.room import DESERTED_S
from game.live.settings import CLOCK_S, Pace, Settings
from game.records.class_log import AnswerRow, StepRow
from game.rounds import vote
from tests.live.made import Class, questions
from tests.rounds.questions import question

CALM = Settings(go=False, change=False, standing="none")


def test_a_class_plays_from_the_lobby_to_its_end_and_names_its_satellites() -> None:
    live = Class(CALM)
    one, two = live.join(), live.join()
    live.order("start")
    for _ in range(4):
        live.answer(one, 0)
        live.answer(two, 1)
        live.wait(0.1)
        assert live.phase == "explaining"
        live.order("next")
    assert live.phase == "key"
    live.order("next")
    live.order("launched")
    assert live.phase == "results"
    assert live.last(one, "end")["satellites"] == [f"Number {n}" for n in range(4)]
    assert live.last(two, "end")["right"] == 0
    assert len(live.last(two, "end")["again"]) == 4
    (finished,) = live.told("finished")
    assert [row["right"] for row in finished["standings"]] == [4, 0]
    assert finished["fuel"] == 0.5


def test_the_class_has_a_question_right_when_half_of_those_who_were_asked_have() -> None:
    live = Class(CALM)
    three = [live.join() for _ in range(3)]
    live.order("start")
    for player, a in zip(three, (0, 0, 1), strict=True):
        live.answer(player, a)
    live.wait(0.1)
    state = live.room.course.sitting.round
    assert state.cells("class")[0] == "full"
    assert state.earned("class") == 67
    assert live.told("revealed")[0]["counts"] == [2, 1, 0, 0]


def test_a_phone_is_promised_only_what_the_class_missed() -> None:
    live = Class(CALM)
    one, two = live.join(), live.join()
    live.order("start")
    for missed in (True, False):
        live.answer(one, 1)
        live.answer(two, 1 if missed else 0)
        live.wait(0.1)
        assert [live.last(player, "reveal")["returns"] for player in (one, two)] == [missed] * 2
        live.order("next")


@pytest.mark.parametrize(("pace", "points"), [("classic", True), ("window", False)])
def test_a_phone_is_told_whether_speed_gives_points(pace: Pace, points: bool) -> None:
    live = Class(replace(CALM, pace=pace))
    one = live.join()
    live.order("start")
    assert live.last(one, "question")["points"] is points
    live.order("close")
    assert live.last(one, "reveal")["points"] is points


def test_what_the_class_missed_comes_once_more_and_is_mended_by_each_alone() -> None:
    live = Class(CALM)
    one, two = live.join(), live.join()
    live.order("start")
    for at in range(4):
        live.answer(one, 1 if at == 0 else 0)
        live.answer(two, 1 if at == 0 else 0)
        live.wait(0.1)
        live.order("next")
    assert live.phase == "hold"
    assert live.last(one, "hold") == {"t": "hold", "facts": 1}
    live.order("next")
    while live.room.course.sitting.round.now.purpose == "spare":
        live.order("close")
        live.order("next")
    key = live.room.course.question.answer
    live.answer(one, key)
    live.order("close")
    assert live.last(one, "reveal")["mended"] is True
    assert live.last(one, "reveal")["earned"] == 50
    assert live.last(two, "reveal")["mended"] is False


def test_who_is_gone_holds_nobody_up() -> None:
    live = Class(CALM)
    one, two = live.join(), live.join()
    live.order("start")
    live.leave(two)
    live.answer(one, 0)
    live.wait(GONE_S - 1)
    assert live.phase == "asking"
    live.wait(1.2)
    assert live.phase == "explaining"
    assert 0 not in two.results


def test_who_comes_back_at_once_is_waited_for() -> None:
    live = Class(CALM)
    one, two = live.join(), live.join()
    live.order("start")
    live.leave(two)
    live.answer(one, 0)
    live.wait(1)
    assert live.room.back(two.token) is two
    live.wait(GONE_S + 5)
    assert live.phase == "asking"


def test_who_loses_the_network_in_mid_question_has_a_patience_to_answer_it_yet() -> None:
    live = Class(CALM)
    one, two = live.join(), live.join()
    live.order("start")
    live.answer(one, 0)
    live.leave(two)
    live.wait(GONE_S - 0.5)
    assert live.told("answered")[-1]["of"] == 2
    live.room.back(two.token)
    assert live.answer(two, 0) == ""
    live.wait(0.1)
    assert two.results[0].right


def test_who_gives_the_seat_up_is_not_waited_for() -> None:
    live = Class(CALM)
    one, two = live.join(), live.join()
    live.order("start")
    live.answer(one, 0)
    live.room.hear(two, Leave(), live.now)
    live.wait(0.1)
    assert live.phase == "explaining"


def test_who_is_not_back_in_time_holds_up_no_longer_than_the_clock() -> None:
    live = Class(replace(CALM, pace="classic"))
    one, two = live.join(), live.join()
    live.order("start")
    live.answer(one, 0)
    live.wait(live.last(one, "question")["left_ms"] / 1000 - 1)
    live.leave(two)
    live.wait(1.1)
    assert live.phase == "explaining"


def test_a_class_that_all_have_left_waits() -> None:
    live = Class(CALM)
    one = live.join()
    live.order("start")
    live.leave(one)
    live.wait(60)
    assert live.phase == "asking"


def test_who_joins_late_is_not_asked_what_went_before() -> None:
    live = Class(CALM)
    one = live.join()
    live.order("start")
    late = live.join()
    live.answer(one, 0)
    live.order("close")
    assert 0 in one.results
    assert 0 not in late.results
    live.order("next")
    live.order("close")
    assert late.results[1].answered is False


def test_who_joins_while_a_question_is_open_may_answer_it() -> None:
    live = Class(CALM)
    live.join()
    live.order("start")
    late = live.join()
    assert live.answer(late, 0) == ""
    live.order("close")
    assert late.fuel == 100


def test_a_question_counts_for_who_came_while_it_was_open_only_if_they_answered_it() -> None:
    live = Class(CALM)
    one, two = live.join(), live.join()
    live.order("start")
    answers, silent = live.join(), live.join()
    live.answer(answers, 1)
    live.answer(one, 0)
    live.order("close")
    live.order("end")
    report = live.told("report")[-1]
    rows = {row["id"]: (row["right"], row["of"]) for row in report["learners"]}
    assert rows == {one.id: (1, 1), two.id: (0, 1), answers.id: (0, 1), silent.id: (0, 0)}
    assert live.last(answers, "end")["of"] == 1


def test_window_round_and_report_agree_on_how_many_were_asked() -> None:
    live = Class(CALM)
    one, *_silent = [live.join() for _ in range(3)]
    live.order("start")
    late, gone = live.join(), live.join()
    live.answer(one, 0)
    live.answer(late, 0)
    live.leave(gone)
    live.order("close")
    live.room.hear(late, Leave(), live.now)
    live.order("end")
    state = live.room.course.sitting.round
    report, finished = live.told("report")[-1], live.told("finished")[-1]
    told = [live.told("revealed")[0], report["questions"][0], finished["questions"][0]]
    assert [(one["right"], one["of"]) for one in told] == [(2, 4)] * 3
    assert vote.knew(state, 0) == (2, 4)
    assert state.cells("class")[0] == "full"


def test_fewer_than_half_of_those_who_were_asked_do_not_make_a_class_right() -> None:
    live = Class(CALM)
    one, *_silent = [live.join() for _ in range(3)]
    live.order("start")
    live.answer(one, 0)
    live.order("close")
    assert live.room.course.sitting.round.cells("class")[0] != "full"


def test_all_late_joiners_share_the_clock_of_the_question() -> None:
    live = Class(replace(CALM, pace="classic"))
    one = live.join()
    live.order("start")
    live.wait(10)
    late = live.join()
    told = [live.room.course.told(player, live.now)[0] for player in (one, late)]
    assert told[0] == told[1]


def test_a_changed_answer_counts_as_it_was_last() -> None:
    live = Class(replace(CALM, change=True))
    one = live.join()
    live.order("start")
    assert live.answer(one, 1, n=1) == ""
    assert live.answer(one, 0, n=2) == ""
    live.wait(CHANGE_S + 0.2)
    assert one.results[0].right
    assert len([row for row in live.rows if isinstance(row, AnswerRow)]) == 2


def test_a_slip_can_be_mended_and_the_question_waits_anew_after_each_change() -> None:
    live = Class(replace(CALM, change=True))
    one, two = live.join(), live.join()
    live.order("start")
    live.answer(one, 0)
    live.answer(two, 1)
    live.wait(CHANGE_S - 0.1)
    assert live.answer(two, 2, n=2) == ""
    live.wait(CHANGE_S - 0.1)
    assert live.answer(two, 0, n=3) == ""
    live.wait(CHANGE_S + 0.1)
    assert live.phase == "explaining"
    assert two.results[0].right


def test_who_changes_an_answer_over_and_over_holds_nobody_up() -> None:
    live = Class(replace(CALM, change=True))
    one = live.join()
    live.order("start")
    for n in range(1, round(MOST_CHANGE_S) + 2):
        live.answer(one, n % 2, n=n)
        live.wait(1)
    assert live.phase == "explaining"


def test_a_class_of_robots_waits_for_no_change() -> None:
    live = Class(replace(CALM, change=True, pace="fast"))
    one = live.join()
    live.order("start")
    live.answer(one, 0)
    live.wait(0.1)
    assert live.phase == "explaining"


def test_no_answer_is_changed_where_that_is_not_allowed() -> None:
    live = Class(CALM)
    one, _two = live.join(), live.join()
    live.order("start")
    assert live.answer(one, 1, n=1) == ""
    assert live.answer(one, 0, n=2) == "order"
    live.order("close")
    assert not one.results[0].right


def test_a_repeated_answer_is_acknowledged_and_not_stored_twice() -> None:
    live = Class(CALM)
    one, _two = live.join(), live.join()
    live.order("start")
    assert live.answer(one, 2, n=1) == ""
    assert live.answer(one, 2, n=1) == ""
    assert len([row for row in live.rows if isinstance(row, AnswerRow)]) == 1
    assert len([m for m in live.heard[one.id] if m["t"] == "got"]) == 2


def test_an_older_change_does_not_undo_a_newer_one() -> None:
    live = Class(replace(CALM, change=True))
    one = live.join()
    live.order("start")
    live.answer(one, 0, n=2)
    assert live.answer(one, 1, n=1) == "order"
    assert one.given is not None
    assert one.given.response == 0


@pytest.mark.parametrize(
    ("a", "q", "why"),
    [
        (4, 0, "range"),
        ("text", 0, "range"),
        (1.5, 0, "range"),
        ((0, 1), 0, "range"),
        (0, 1, "closed"),
        (0, 77, "closed"),
    ],
)
def test_an_answer_that_there_cannot_be_is_refused_with_its_reason(
    a: object, q: int, why: str
) -> None:
    live = Class(CALM)
    one = live.join()
    live.order("start")
    assert live.answer(one, a, q=q) == why  # type: ignore[arg-type]
    assert one.given is None


def test_an_answer_before_the_options_show_is_too_early() -> None:
    live = Class(Settings(standing="none"))
    one = live.join()
    live.order("start")
    while live.phase != "go":
        live.answer(one, 0)
        live.wait(CHANGE_S + 0.5)
        live.order("next")
    assert live.answer(one, 0) == "early"
    assert live.call(one) == "early"
    assert "options" not in live.last(one, "go")


def test_go_fills_more_and_cannot_be_said_twice() -> None:
    live = Class(Settings(standing="none", change=False))
    one, two = live.join(), live.join()
    live.order("start")
    while live.phase != "go":
        for player in (one, two):
            live.answer(player, 0)
        live.wait(0.2)
        live.order("next")
    before = one.fuel
    assert live.go(one) == ""
    assert live.go(one, False) == "order"
    live.go(two, False)
    live.wait(0.1)
    assert live.phase == "asking"
    assert live.last(one, "question")["go"] is True
    assert live.last(one, "question")["calls"] == 0
    assert live.call(one) == "order"
    live.answer(one, 0)
    live.answer(two, 0)
    live.wait(0.1)
    assert one.fuel - before == 120
    assert two.fuel - before == 100


def test_a_call_is_heard_by_its_caller_alone_and_costs_a_tenth() -> None:
    live = Class(CALM)
    one, two = live.join(), live.join()
    live.order("start")
    assert live.call(one) == ""
    assert live.last(one, "hint")["text"] == "hint 0"
    assert not [m for m in live.heard[two.id] if m["t"] == "hint"]
    live.answer(one, 0)
    assert live.call(one) == "order"
    live.answer(two, 0)
    live.wait(0.1)
    assert (one.fuel, two.fuel) == (90, 100)


def test_calls_are_those_of_the_question_that_stands_whatever_was_made_of_the_last() -> None:
    asked = [
        replace(one, hints=one.hints[:1]) if at else one for at, one in enumerate(questions(4))
    ]
    live = Class(CALM, tuple(asked))
    one, two = live.join(), live.join()
    live.order("start")
    live.call(one)
    live.call(one)
    first = [live.room.course.calls_left(player) for player in (one, two)]
    live.order("close")
    live.order("next")
    assert first == [2, 4]
    for player in (one, two):
        told = live.last(player, "question")
        assert (told["q"], told["calls"], told["heard"]) == (1, 1, [])


@pytest.mark.parametrize("go", [True, False])
def test_the_count_of_answers_begins_anew_with_each_phase(go: bool) -> None:
    live = Class(Settings(go=go, change=False, standing="none"))
    players = [live.join(), live.join()]
    live.order("start")
    while live.phase != "key":
        if live.phase in ("go", "asking"):
            told = live.told("answered")[-1]
            assert (told["q"], told["count"], told["of"]) == (live.room.course.q, 0, 2)
        if live.phase == "asking":
            for player in players:
                live.answer(player, 0)
            live.wait(0.1)
        live.order("next")


def test_the_teachers_phone_is_told_of_a_pause() -> None:
    live = Class(CALM)
    live.join()
    live.order("start")
    live.order("pause")
    assert live.room.state()["paused"] is True
    live.order("resume")
    assert live.room.state()["paused"] is False


def test_a_clock_a_question_closes_it_and_pays_by_speed() -> None:
    live = Class(replace(CALM, pace="classic"))
    one, two = live.join(), live.join()
    live.order("start")
    reading = live.last(one, "question")["left_ms"] / 1000 - CLOCK_S
    live.wait(reading)
    live.answer(one, 0)
    live.wait(CLOCK_S / 2)
    assert live.phase == "asking"
    live.wait(CLOCK_S / 2 + 0.1)
    assert live.phase == "explaining"
    assert one.fuel == 1000
    assert two.fuel == 0
    assert two.results[0].answered is False


def test_extra_time_is_one_learners_own() -> None:
    live = Class(replace(CALM, pace="classic"))
    slow, other = live.join(), live.join()
    live.order("extra", id=slow.id, factor=2)
    live.order("start")
    told = [live.last(player, "question") for player in (slow, other)]
    times = [one["left_ms"] for one in told]
    assert times[0] == 2 * times[1]
    assert [one["left_ms"] - one["reading_ms"] for one in told] == [40_000, 20_000]
    live.wait(times[1] / 1000 + 0.2)
    assert live.phase == "asking"
    assert live.answer(other, 0) == "closed"
    assert live.answer(slow, 0) == ""


def test_a_clock_that_was_paused_while_all_read_goes_on_to_stand() -> None:
    live = Class(replace(CALM, pace="classic"))
    one = live.join()
    live.order("start")
    reading = live.last(one, "question")["reading_ms"]
    live.wait(reading / 2000)
    live.order("pause")
    assert live.last(one, "clock")["reading_ms"] == pytest.approx(reading / 2, abs=60)
    live.order("resume")
    live.wait(reading / 2000 + 1)
    live.order("pause")
    told = live.last(one, "clock")
    assert told["reading_ms"] == 0
    assert told["left_ms"] == pytest.approx(1000 * (CLOCK_S - 1), abs=120)


def test_a_pause_stops_the_clock_for_all() -> None:
    live = Class(replace(CALM, pace="classic"))
    one = live.join()
    live.order("start")
    whole = live.last(one, "question")["left_ms"]
    live.order("pause")
    assert live.last(one, "clock")["paused"] is True
    live.wait(200)
    assert live.phase == "asking"
    live.order("resume")
    assert live.last(one, "clock")["left_ms"] == whole


def test_untimed_waits_for_all_however_long_it_takes() -> None:
    live = Class(replace(CALM, pace="untimed"), drives=True)
    one, two = live.join(), live.join()
    live.order("start")
    assert live.last(one, "question")["left_ms"] is None
    live.answer(one, 0)
    live.wait(600)
    assert live.phase == "asking"
    live.answer(two, None)
    live.wait(0.2)
    assert live.phase == "explaining"


def test_a_class_that_drives_itself_starts_when_enough_have_joined_and_reaches_the_end() -> None:
    live = Class(replace(CALM, pace="fast"), drives=True, start_when=2)
    one = live.join()
    live.wait(1)
    assert live.phase == "lobby"
    two = live.join()
    for _ in range(200):
        live.wait(0.1)
        if live.phase == "asking":
            live.answer(one, live.room.course.question.answer)
            live.answer(two, None)
    assert live.phase == "results"
    assert live.told("finished")


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
    assert live.last(one, "seat") == {"t": "seat", "id": one.id, "name": one.name, "team": ""}
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


def test_shapes_alone_keep_the_texts_off_the_phones() -> None:
    live = Class(replace(CALM, shapes=True))
    one = live.join()
    live.order("start")
    told = live.last(one, "question")
    assert told["prompt"] == ""
    assert told["options"] == ["", "", "", ""]


def test_a_skipped_question_counts_for_nobody() -> None:
    live = Class(CALM)
    one = live.join()
    live.order("start")
    live.answer(one, 1)
    live.order("skip")
    assert live.room.course.q == 1
    assert one.results == {}


def test_a_message_is_one_text_for_all_whose_part_is_the_same() -> None:
    live = Class(CALM)
    for _ in range(30):
        live.join()
    live.room.course.start(live.now)
    asked = [
        push for push in live.room.effects.said if '"t":"question"' in getattr(push, "text", "")
    ]
    assert len(asked) == 1


def test_fewer_than_six_messages_are_pushed_for_a_question() -> None:
    live = Class(Settings(standing="top", teams=2))
    players = [live.join() for _ in range(3)]
    live.heard.clear()
    live.order("start")
    while live.phase != "key":
        if live.phase == "asking":
            for player in players:
                live.answer(player, 0)
        live.wait(CHANGE_S + 0.5)
        live.order("next")
    pushed = [m for m in live.heard[players[0].id] if m["t"] not in ("got", "hint", "no")]
    assert len(pushed) < 6 * 4


def test_each_step_is_written_down_before_it_is_said() -> None:
    live = Class(CALM)
    one = live.join()
    live.room.course.start(live.now)
    effects = live.room.take()
    assert any(isinstance(row, StepRow) for row in effects.rows)
    assert effects.said
    live.answer(one, 0)
    live.room.course.close(live.now)
    effects = live.room.take()
    assert any(isinstance(row, StepRow) and row.closed == 0 for row in effects.rows)


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("join"), st.just(0), st.just(0)),
        st.tuples(st.just("answer"), st.integers(0, 5), st.integers(-1, 4)),
        st.tuples(st.just("go"), st.integers(0, 5), st.integers(0, 1)),
        st.tuples(st.just("call"), st.integers(0, 5), st.just(0)),
        st.tuples(st.just("leave"), st.integers(0, 5), st.just(0)),
        st.tuples(st.just("back"), st.integers(0, 5), st.just(0)),
        st.tuples(st.just("wait"), st.integers(0, 30), st.just(0)),
        st.tuples(
            st.just("order"),
            st.sampled_from(
                ["start", "next", "close", "skip", "pause", "resume", "launch", "kick", "lock"]
            ),
            st.integers(0, 5),
        ),
    ),
    max_size=60,
)


@given(STEPS, st.sampled_from(["window", "classic", "untimed", "fast"]), st.booleans())
def test_whatever_happens_a_class_stands_and_its_sums_agree(
    taken: list[tuple[str, object, int]], pace: str, drives: bool
) -> None:
    asked = (*questions(3), replace(question(3, "number"), citations=()))
    live = Class(Settings(pace=pace), asked, drives=drives)  # type: ignore[arg-type]
    everyone: list[Player] = []
    for do, which, what in taken:
        if do == "join":
            offered = live.room.offer()
            made = live.room.join(offered[0], "", offered, str(len(everyone)).encode(), live.now)
            if not isinstance(made, str):
                everyone.append(made)
        elif do == "wait":
            live.wait(float(str(which)))
        elif do == "order":
            live.order(str(which), id=f"p{what}")
        elif everyone:
            player = everyone[int(str(which)) % len(everyone)]
            if player.id not in live.room.players:
                continue
            if do == "answer":
                live.answer(player, None if what < 0 else what)
            elif do == "go":
                live.go(player, bool(what))
            elif do == "call":
                live.call(player)
            elif do == "leave":
                live.leave(player)
            else:
                live.room.back(player.token)
    live.take()
    for player in live.room.players.values():
        assert player.fuel == sum(result.earned for result in player.results.values())
    state = live.room.course.sitting.round
    closed = {row.closed for row in live.rows if isinstance(row, StepRow)} - {-1}
    assert {answer.asked for answer in state.answers if not answer.skipped} == closed
    for row in live.rows:
        if isinstance(row, AnswerRow):
            assert 0 <= row.q < len(state.asked)
