"""The answers of a live class: which are taken, which count, and which are refused."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.live.course import CHANGE_S, MOST_CHANGE_S
from game.live.settings import Settings
from game.records.class_log import AnswerRow
from tests.live.made import CALM, Class


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
