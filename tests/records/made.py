"""Records that tests make."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from game.records.record import Record

FIRST = datetime(2026, 9, 1, 9, 30, tzinfo=UTC)
"""When the first made answer is given; each next one comes a day later."""


def record(at: int = 0, **changed: Any) -> Record:
    """The answer of the `at`-th day, with what a test wants to be otherwise."""
    when = FIRST + timedelta(days=at)
    made = Record(
        at_utc=when,
        study_day=when.date(),
        profile="",
        mode="study",
        pack="made",
        pack_version="1.0.0",
        card=f"made/fact-{at % 7}#when",
        card_rev="5f0a",
        question=f"made/fact-{at % 7}#when/choice",
        question_rev="8c1d",
        language="en",
        seed=f"s{at // 10}",
        shown=("1955", "1957", "1961", "Байқоңыр"),
        chosen="1",
        right=at % 3 != 0,
        hints=("archive",) if at % 5 == 0 else (),
        go=None,
        elapsed_ms=4200 + at,
        rating=3 if at % 3 else 1,
        grading_version=1,
        scheduler_params="made for a test",
        others=(),
        options=4,
    )
    return replace(made, **changed)
