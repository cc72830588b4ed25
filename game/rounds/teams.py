"""Teams as stations of one mission: who is first, what is passed on, and how they stand."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from game.rounds import steps
from game.rounds.state import Answered, Round


def buzz(state: Round, seat: str) -> Round:
    """A team was the first to press: it answers before the others."""
    steps.need_asking(state)
    if not waits_for_buzz(state):
        raise steps.NotNow("nobody can press now")
    if seat not in {other.id for other in state.seats}:
        raise steps.NotNow(f"there is no team {seat!r} in this round")
    return replace(state, buzzed=seat)


def waits_for_buzz(state: Round) -> bool:
    """Whether the first team that presses will answer."""
    return (
        state.phase == "asking"
        and state.crew.who == "teams"
        and state.crew.order == "buzz"
        and state.now.purpose == "flight"
        and not state.buzzed
    )


def mark(state: Round, right: Collection[str]) -> Round:
    """The teacher marks which of the teams that all answer at once were right; the rest were not.

    NotNow while one team answers alone; the explanation opens after it.
    """
    steps.need_asking(state)
    if state.first_asked and not state.passed:
        raise steps.NotNow("one team answers alone")
    unknown = set(right) - set(state.awaited())
    if unknown:
        raise steps.NotNow(f"{sorted(unknown)} are not asked now")
    for seat in state.awaited():
        state = steps.answer(state, seat, None, judged=seat in right)
    return state


def turns_of(state: Round, seat: str) -> int:
    """How many questions of the countdown were the team's own so far, to answer at once."""
    seats = [other.id for other in state.seats]
    asked = {a.asked for a in state.answers if not a.skipped and a.asked < state.count}
    if state.crew.order == "turns":
        return sum(seats[index % len(seats)] == seat for index in asked)
    return len(asked)


def standing(state: Round, seat: str) -> float:
    """The team's mean fuel for a question of its own, so that neither its size nor how often it
    came first counts; what it put into questions of others comes on top. 0 before its first."""
    turns = turns_of(state, seat)
    return state.earned(seat) / turns if turns else 0.0


def last_answer(state: Round, seat: str) -> Answered | None:
    """The newest answer of a team or class that can be turned round; None if there is none."""
    given = [a for a in state.answers if a.seat == seat and not a.skipped]
    return given[-1] if given else None


def overrule(state: Round, seat: str) -> Round:
    """Turn the newest answer round, and round again: right becomes not right, with its fuel."""
    given = last_answer(state, seat)
    if given is None:
        raise steps.NotNow(f"{seat!r} has not answered yet")
    turned = replace(given, right=not given.right, overruled=not given.overruled)
    turned = replace(turned, earned=steps.earned_by(state, turned))
    answers = tuple(turned if a is given else a for a in state.answers)
    state = replace(state, answers=answers)
    if state.phase == "asking" and not state.awaited():
        return replace(state, phase="explaining")
    return state
