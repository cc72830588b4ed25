"""SM-2 by hand."""

from __future__ import annotations

from datetime import timedelta

from game.study.memory import Memory
from game.study.simulate.sm2 import after
from tests.study.made import START


def intervals(answers: list[bool]) -> list[int]:
    """The interval after each answer, each given when the card was due."""
    memory: Memory | None = None
    days = []
    for right in answers:
        memory = after(memory, "a", memory.due if memory else START, right)
        days.append((memory.due - memory.last).days)
    return days


def test_intervals_are_one_six_and_then_two_and_a_half_times() -> None:
    assert intervals([True] * 5) == [1, 6, 15, 38, 95]


def test_what_is_forgotten_starts_anew() -> None:
    assert intervals([True, True, True, False, True, True, True]) == [1, 6, 15, 1, 1, 6, 15]


def test_a_lapse_is_counted() -> None:
    first = after(None, "a", START, False)
    assert first.lapses == 0
    assert after(first, "a", START + timedelta(days=1), False).lapses == 1
