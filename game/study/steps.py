"""The mission of a learner: each sitting is a step, and every third or fourth a launch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Stage = Literal["assembly", "roll-out", "fuelling", "launch"]
STAGES: tuple[Stage, ...] = ("assembly", "roll-out", "fuelling", "launch")

_LONG, _SHORT = 4, 3


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the missions stand: which one (from 1), what was reached, and how far the launch is.

    `stage` is None at the very beginning. `to_launch` is the sittings that are left, 0 when the
    last sitting was a launch.
    """

    mission: int
    stage: Stage | None
    to_launch: int


def standing(sittings: int) -> Standing:
    """Where the missions stand after so many sittings that were finished.

    The first mission, and every other one after it, is already assembled: it has three steps.
    """
    if sittings == 0:
        return Standing(1, None, _SHORT)
    whole, within = divmod(sittings - 1, _LONG + _SHORT)
    short = within < _SHORT
    step = within + 1 if short else within - _SHORT
    return Standing(2 * whole + (1 if short else 2), STAGES[step], len(STAGES) - 1 - step)


def launches(sittings: int) -> int:
    """How many launches there were in so many sittings."""
    now = standing(sittings)
    return now.mission if now.stage == "launch" else now.mission - 1
