"""What an answer is worth, in both schemes, and how long a text takes to read."""

from __future__ import annotations

FUEL_RIGHT = 100
FUEL_GO = 120
FUEL_MENDED = 50
FUEL_PASSED = 50
"""Of a question that another team has missed: one wrong answer is known by then, as for a mend."""

FUEL_PER_CALL = 10
MOST_CALLS = 4

WORDS_A_SECOND = 2.5
"""Reading aloud to a class runs at about 150 words a minute; a slow silent reader is no slower."""

READING_FLOOR_S = 3.0

CLASSIC_AT_ONCE_S = 0.5
"""An answer quicker than this gets the full points (Kahoot, "How points work")."""


def fuel_for(*, right: bool, go: bool, calls: int) -> int:
    """Fuel of a first answer: 120 after GO, else 100 less 10 a call; 0 if it is not right."""
    if not right:
        return 0
    if go:
        return FUEL_GO
    return FUEL_RIGHT - FUEL_PER_CALL * min(calls, MOST_CALLS)


def fuel_for_mending(*, right: bool, go: bool) -> int:
    """Fuel of a mend: 50, or 0 where the missed answer had been a GO."""
    return FUEL_MENDED if right and not go else 0


def classic_points(
    elapsed_s: float, clock_s: float, *, possible: int = 1000, speed_share: float = 0.5
) -> int:
    """Points of a right answer in the classic scheme.

    Kahoot's published rule is round((1 - (response_time / question_timer) / 2) x possible), with
    the full points under half a second: 2 s of 30 s is 967 of 1000. `speed_share` (0 to 1) stands
    for its one half: 0 pays every right answer alike, 1 lets a last-moment answer earn nothing.
    """
    if not 0.0 <= speed_share <= 1.0:
        raise ValueError(f"speed_share must be from 0 to 1, not {speed_share}")
    if elapsed_s < CLASSIC_AT_ONCE_S or clock_s <= 0:
        return possible
    share = min(elapsed_s / clock_s, 1.0)
    return int((1.0 - share * speed_share) * possible + 0.5)


def reading_seconds(*texts: str) -> float:
    """How long the texts of a question take to read, in seconds, at least three."""
    words = sum(len(text.split()) for text in texts)
    return max(READING_FLOOR_S, words / WORDS_A_SECOND)
