"""The pipes to the process that owns a live class."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable

import pytest

from game.play.class_host import MOST_SAID, MOST_WAITING, ClassHost, Event
from tests.patience import until


def started(program: str) -> ClassHost:
    return ClassHost([sys.executable, "-c", program], "kk")


def events(host: ClassHost, enough: Callable[[list[Event]], bool]) -> list[Event]:
    heard: list[Event] = []
    until(lambda: enough(heard), lambda: heard.extend(host.heard()), heard)
    return heard


def test_an_order_reaches_the_host_and_its_events_come_back() -> None:
    host = started(
        "import sys, json\n"
        "for line in sys.stdin:\n"
        "    print(json.dumps({'event': 'did', **json.loads(line)}), flush=True)\n"
    )
    host.order("extra", id="7", factor=1.5)
    assert events(host, bool) == [{"event": "did", "do": "extra", "id": "7", "factor": 1.5}]
    host.wait()


def test_a_host_that_dies_says_its_last_words() -> None:
    host = started("import sys; sys.exit('no network')")
    assert events(host, bool) == [{"event": "gone", "message": "no network"}]


def test_a_host_speaks_the_language_of_the_window() -> None:
    host = started("import sys; from game.languages import system_language as s; sys.exit(s())")
    assert events(host, bool) == [{"event": "gone", "message": "kk"}]


def test_lines_that_are_no_events_are_left_out() -> None:
    host = started("print('hello'); print('[1]'); print('{\"event\": \"x\"}'); print('{')")
    heard = events(host, lambda told: any(e["event"] == "gone" for e in told))
    assert [event["event"] for event in heard] == ["x", "gone"]


def test_a_host_that_cannot_be_started_is_gone() -> None:
    host = ClassHost(["/nowhere/at/all"], "en")
    assert [event["event"] for event in host.heard()] == ["gone"]
    host.wait()


def test_a_host_that_cannot_be_started_is_closed_without_a_word(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    wrong: list[object] = []
    monkeypatch.setattr("threading.excepthook", wrong.append)
    ClassHost(["/nowhere/at/all"], "en").close()
    for thread in threading.enumerate():
        if thread.name == "class end":
            thread.join(10)
    assert wrong == []


def test_a_closed_host_ends_without_last_words() -> None:
    host = started("import sys\nfor line in sys.stdin: pass\nsys.stderr.write('left')")
    host.close()
    assert events(host, bool) == [{"event": "gone", "message": ""}]


@pytest.mark.slow
def test_a_host_that_tells_without_end_leaves_time_for_a_frame() -> None:
    host = started('while True: print(\'{"event": "x"}\')')
    heard = events(host, lambda told: len(told) > 3 * MOST_WAITING)
    assert len(heard) > 3 * MOST_WAITING
    assert len(host.heard()) <= MOST_WAITING
    host.wait()


def test_a_line_without_end_is_no_event_and_fills_no_memory() -> None:
    host = started("import sys\nfor _ in range(40): sys.stdout.write('x' * 1_000_000)")
    assert [event["event"] for event in events(host, bool)] == ["gone"]


def test_last_words_without_end_are_cut_short() -> None:
    host = started("import sys\nsys.stderr.write('x' * 5_000_000)")
    (gone,) = events(host, bool)
    assert len(gone["message"]) <= 3 * MOST_SAID + 2


@pytest.mark.slow
def test_a_host_that_does_not_listen_holds_nobody_up() -> None:
    host = started("import time; time.sleep(60)")
    for _ in range(20_000):
        host.order("next")
    host.wait()
    assert events(host, bool) == [{"event": "gone", "message": ""}]


def test_a_host_that_only_falls_silent_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.play.class_host.LEAVES_S", 0.3)
    host = started("import os, time\nos.close(1); time.sleep(60)")
    assert [event["event"] for event in events(host, bool)] == ["gone"]
