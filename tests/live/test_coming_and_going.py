"""Who comes late to a live class, and who goes: each is fair, and nobody is waited for too long."""

from __future__ import annotations

from dataclasses import replace

from game.live.players import GONE_S
from game.live.protocol import Leave
from game.rounds import vote
from tests.live.made import CALM, Class


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
    told = [live.room.course.told(player, live.now) for player in (one, late)]
    assert told[0] == told[1]
