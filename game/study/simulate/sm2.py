"""SM-2, the schedule that most programs begin with, to be measured against.

After Wozniak, "Optimization of learning" (1990): intervals of 1 and 6 days, then times an easiness
that starts at 2.5; what is forgotten starts anew and keeps its easiness.
"""

from __future__ import annotations

from datetime import date, timedelta
from math import ceil

from game.study.memory import Memory

_FIRST_DAYS, _SECOND_DAYS = 1, 6
_EASE, _LEAST_EASE = 2.5, 1.3
_RIGHT = 4
"""Its grade, of 0 to 5, of a right answer that took some thought."""


def after(memory: Memory | None, card: str, day: date, right: bool) -> Memory:
    """A card after its first answer of a day.

    `step` counts right answers in a row, `stability` is the interval in days, `difficulty` the
    easiness.
    """
    run = memory.step if memory and memory.step else 0
    ease = memory.difficulty if memory else _EASE
    before = memory.stability if memory else 0.0
    if right:
        lack = 5 - _RIGHT
        days = (_FIRST_DAYS, _SECOND_DAYS, ceil(before * ease))[min(run, 2)]
        ease = max(_LEAST_EASE, ease + 0.1 - lack * (0.08 + lack * 0.02))
        run += 1
    else:
        days, run = _FIRST_DAYS, 0
    return Memory(
        card=card,
        state=2,
        step=run,
        stability=float(days),
        difficulty=ease,
        due=day + timedelta(days=days),
        last=day,
        reviews=(memory.reviews if memory else 0) + 1,
        lapses=(memory.lapses if memory else 0) + (memory is not None and not right),
    )
