"""The three stages of a countdown, for any number of questions."""

from __future__ import annotations

from typing import Literal

Stage = Literal["rollout", "fuelling", "check"]

STAGES: tuple[Stage, ...] = ("rollout", "fuelling", "check")


def stage_lengths(count: int) -> tuple[int, int, int]:
    """How many of `count` questions (at least 3) fall into roll-out, fuelling and systems check.

    Ten are 2, 4 and 4; other counts keep these shares as nearly as whole questions allow.
    """
    if count < 3:
        raise ValueError(f"a countdown has at least three questions, not {count}")
    rollout = max(1, round(count * 0.2))
    check = max(1, round(count * 0.4))
    return rollout, count - rollout - check, check


def stage_of(index: int, count: int) -> Stage:
    """The stage of the question at `index` (from 0) of `count`."""
    rollout, fuelling, _ = stage_lengths(count)
    if index < rollout:
        return "rollout"
    return "fuelling" if index < rollout + fuelling else "check"
