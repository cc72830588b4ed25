"""How long a class waits: for GO, for answers, and, where it drives itself, for what is read."""

from __future__ import annotations

from game.live.grading import reading_of
from game.live.settings import Settings
from game.rounds.scoring import reading_seconds
from game.rounds.state import Round

GO_S = 8.0
"""Time for GO or NO-GO, beside that to read the stem."""
FIRST_GO_S = 25.0
"""The same at the first time, when all must read first what it means."""
PATIENCE_S = 90.0
"""How long a class that drives itself waits for an answer, beside the time to read; a class of
robots `FAST_S`."""
FAST_S = 15.0
STANDING_S, HOLD_S, KEY_S, LAUNCH_S = 5.0, 5.0, 6.0, 20.0
"""How long a class that drives itself shows each."""


def has_clock(state: Round) -> bool:
    """Whether the open question has a clock of its own."""
    return state.phase == "asking" and state.rules.clock_s > 0 and state.now.purpose == "flight"


def limit_s(
    state: Round, settings: Settings, factor: float, *, drives: bool, first: bool
) -> float | None:
    """How long a seat with `factor` times the time may take, from when GO or the question began;
    None for as long as it likes. `first` tells that GO was not asked before."""
    rules = state.rules
    reading = reading_of(state.now.question, rules)
    if state.phase == "go":
        usual = FIRST_GO_S if first and not drives else GO_S
        more = None if settings.pace == "untimed" else usual * rules.time_factor
        reading = reading_seconds(state.now.question.prompt) * rules.time_factor
    elif settings.pace == "fast":
        return FAST_S * factor
    elif has_clock(state):
        more = rules.clock_s * rules.time_factor
    elif drives and settings.pace != "untimed":
        more = PATIENCE_S * rules.time_factor
    else:
        more = None
    return None if more is None else (reading + more) * factor


def reading_s(state: Round, settings: Settings, factor: float) -> float:
    """How much of that a question's clock stands at first, while its seat reads."""
    if settings.pace == "fast" or not has_clock(state):
        return 0.0
    return reading_of(state.now.question, state.rules) * factor


def shown_s(state: Round, settings: Settings, *, stood: bool) -> float:
    """How long a class that drives itself shows what stands, which is no question."""
    if settings.pace == "fast":
        return 0.0
    if state.phase == "explaining":
        question = state.now.question
        texts = reading_seconds(question.explanation, question.why, question.key)
        return STANDING_S if stood else texts * state.rules.time_factor + 2
    return {"hold": HOLD_S, "key": KEY_S, "launch": LAUNCH_S}[state.phase]
