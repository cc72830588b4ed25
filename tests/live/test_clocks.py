"""The clocks of a live class: points by speed, extra time, pauses, and no clock at all."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.live.settings import CLOCK_S
from tests.live.made import CALM, Class


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
