"""The course of a live class without a network: its phases, and what is told to whom."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.live.course import CHANGE_S
from game.live.players import Player
from game.live.settings import Pace, Settings
from game.records.class_log import AnswerRow, StepRow
from tests.live.made import CALM, Class, questions
from tests.rounds.questions import question


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


def test_phones_are_told_why_when_it_stands_in_front() -> None:
    live = Class(CALM)
    live.room.course.staged = True
    one, two = live.join(), live.join()
    live.order("start")
    live.answer(one, 0)
    live.answer(two, 2)
    live.order("close")
    question = live.room.course.question
    first = live.last(two, "reveal")
    assert (first["key"], first["right"], first["fuel"]) == (question.key, False, 0)
    assert [first[name] for name in ("explanation", "why", "source", "feedback")] == [""] * 4
    live.order("card", name="counts")
    assert live.last(two, "reveal") is first
    live.order("card", name="more")
    then = live.last(two, "reveal")
    assert then["explanation"] == question.explanation
    assert {**then, **dict.fromkeys(("explanation", "why", "source", "feedback"), "")} == first
    live.order("card", name="why")
    assert live.last(two, "reveal") is then
    assert json.loads(live.room.course.told(two, live.now)) == then


def test_a_class_that_no_window_shows_is_told_all_at_once() -> None:
    live = Class(CALM)
    one = live.join()
    live.order("start")
    live.answer(one, 0)
    live.order("close")
    assert live.last(one, "reveal")["explanation"] == live.room.course.question.explanation


def test_the_first_go_leaves_time_to_read_what_it_means() -> None:
    live = Class(Settings(standing="none"), questions(10))
    one = live.join()
    live.order("start")
    left: list[int] = []
    while live.phase != "hold" and len(left) < 2:
        if live.phase == "go":
            left.append(live.last(one, "go")["left_ms"])
            live.go(one)
            live.wait(3)
        live.order("next")
    first, second = left
    assert first >= second + 15_000
