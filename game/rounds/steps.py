"""The steps of a round: each takes a state and what happened, and gives the next state.

A step that does not fit the phase raises `NotNow`, and the state that was passed in stays good.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

from game.bank.judge import judge
from game.bank.question import Question
from game.bank.stages import stage_lengths
from game.bank.unaided import can_be_known_unseen
from game.rounds.crew import Crew
from game.rounds.scoring import (
    FUEL_PASSED,
    MOST_CALLS,
    classic_points,
    fuel_for,
    fuel_for_mending,
    reading_seconds,
)
from game.rounds.state import (
    MEND_AFTER,
    Answered,
    Asked,
    Response,
    Round,
    Rules,
    Said,
    Seat,
)

CALL_PAUSE_S = 6.0
"""A call is one line; the window stands still while it is read."""


class NotNow(Exception):
    """A step that the round's phase does not allow; the message says which and why."""


def begin(
    questions: Sequence[Question],
    rules: Rules,
    rng: random.Random,
    seats: Sequence[Seat] = (Seat("player"),),
    crew: Crew | None = None,
) -> Round:
    """A round at its first question. ValueError for under three questions or no seat."""
    crew = crew or Crew()
    if crew.who == "teams" and crew.order != "turns":
        # Nobody is asked alone before the options show, so nobody can say GO.
        rules = replace(rules, go_offers=0)
    if not seats:
        raise ValueError("a round needs at least one seat")
    stage_lengths(len(questions))
    offers = _go_offers(questions, rules, rng)
    asked = tuple(
        Asked(question, offers_go=index in offers) for index, question in enumerate(questions)
    )
    start = Round(
        rules=rules,
        seats=tuple(seats),
        asked=asked,
        phase="asking",
        window_left_s=rules.window_s * rules.time_factor,
        crew=crew,
    )
    return _stand(start, 0)


def tick(state: Round, dt: float) -> Round:
    """Let `dt` seconds pass: reading time first, then window and clock; both stand when they must.

    A clock that runs out closes the question for everyone who has not answered.
    """
    if dt < 0:
        raise ValueError("time runs forward")
    if state.paused or state.phase != "asking":
        return state
    reading = min(dt, state.reading_left_s)
    dt -= reading
    state = replace(state, reading_left_s=state.reading_left_s - reading)
    if dt <= 0:
        return state
    window = state.window_left_s
    if state.now.purpose == "flight" and state.rules.window_s > 0:
        window = max(0.0, window - dt)
    state = replace(state, window_left_s=window, elapsed_s=state.elapsed_s + dt)
    return close(state) if state.clock_left_s == 0.0 else state


def say_go(state: Round, seat: str, go: bool) -> Round:
    """A seat says GO or NO-GO; once all have who are asked, the options show."""
    _need(state, "go")
    if seat not in state.awaited():
        raise NotNow(f"{seat!r} is not asked now")
    said = replace(state.said_by(seat), go=go)
    state = _with_said(state, said)
    if all(state.said_by(other).go is not None for other in state.awaited()):
        return replace(state, phase="asking", reading_left_s=_options_reading(state))
    return state


def can_call(state: Round, seat: str) -> bool:
    """Whether this seat may call mission control now and there is a call left to make.

    Where teams play, only one that answers alone may.
    """
    said = state.said_by(seat)
    return (
        state.phase == "asking"
        and (state.crew.who != "teams" or seat == state.first_asked)
        and state.rules.calls
        and state.rules.scheme == "countdown"
        and not said.go
        and state.answer_of(seat) is None
        and said.calls < min(MOST_CALLS, len(state.now.question.hints))
    )


def call(state: Round, seat: str) -> Round:
    """A seat calls mission control: its next hint is heard; the window waits meanwhile."""
    if not can_call(state, seat):
        raise NotNow("no call can be made to this question now")
    said = state.said_by(seat)
    state = _with_said(state, replace(said, calls=said.calls + 1))
    pause = CALL_PAUSE_S * state.rules.time_factor
    return replace(state, reading_left_s=max(state.reading_left_s, pause))


def answer(state: Round, seat: str, response: Response, *, judged: bool | None = None) -> Round:
    """A seat answers; once all have who are asked, the explanation opens. None: "I don't know".

    `judged` is what a teacher has heard: then the response is not known, and need not be.
    """
    _need(state, "asking")
    if state.answer_of(seat) is not None:
        raise NotNow("this seat has already answered")
    if seat not in {other.id for other in state.seats}:
        raise NotNow(f"there is no seat {seat!r} in this round")
    if seat not in state.awaited():
        raise NotNow(f"{seat!r} is not asked now")
    right = response is not None and judge(state.now.question, response)
    given = _given(state, seat, response, right=right if judged is None else judged)
    given = replace(given, earned=earned_by(state, given), marked=judged is not None)
    state = replace(state, answers=(*state.answers, given))
    return state if state.awaited() else replace(state, phase="explaining")


def close(state: Round) -> Round:
    """End the question for every seat that has not answered: unanswered, and not right."""
    _need(state, "asking")
    while state.phase == "asking":
        state = answer(state, state.awaited()[0], None)
    return state


def skip(state: Round) -> Round:
    """Leave the question out: no fuel, nothing to mend, and on to what comes next."""
    if state.phase not in ("go", "asking"):
        raise NotNow(f"there is no question to skip at {state.phase!r}")
    left = [seat.id for seat in state.seats if state.answer_of(seat.id) is None]
    skipped = tuple(
        Answered(seat, state.at, None, False, False, 0, state.elapsed_s, 0, skipped=True)
        for seat in left
    )
    state = replace(state, phase="explaining", answers=(*state.answers, *skipped), paused=False)
    return go_on(state)


def go_on(state: Round) -> Round:
    """Leave the explanation: to the next question, to the hold, or to the key."""
    _need(state, "explaining")
    if state.at + 1 < len(state.asked):
        return _stand(state, state.at + 1)
    if state.rules.hold and state.missed():
        return replace(state, phase="hold", said=())
    return replace(state, phase="key", said=())


def spares_needed(state: Round) -> tuple[int, ...]:
    """For each missed question, in the order of the hold, how many spares must come before it.

    A missed fact returns at least `MEND_AFTER` questions later; where too few lie between, fresh
    questions fill the gap. Oldest misses come first, so at most two are ever needed.
    """
    needs = []
    position = len(state.asked)
    for index in state.missed():
        spares = max(0, index + MEND_AFTER - position)
        needs.append(spares)
        position += spares + 1
    return tuple(needs)


def begin_hold(state: Round, queue: Sequence[Asked]) -> Round:
    """Take up the questions of the hold, mends and spares in their order; none goes to the key."""
    _need(state, "hold")
    if any(asked.purpose == "flight" for asked in queue):
        raise ValueError("the hold takes mends and spares, not questions of the countdown")
    if not queue:
        return replace(state, phase="key")
    state = replace(state, asked=(*state.asked, *queue))
    return _stand(state, len(state.asked) - len(queue))


def turn_key(state: Round) -> Round:
    """Turn the key: the launch begins."""
    _need(state, "key")
    return replace(state, phase="launch")


def reach_orbit(state: Round) -> Round:
    """The launch has been seen, or skipped."""
    _need(state, "launch")
    return replace(state, phase="results")


def launch_now(state: Round) -> Round:
    """End the questions early, with the hold off; what is earned stays."""
    if state.phase in ("key", "launch", "results"):
        raise NotNow("the countdown is already over")
    return replace(state, phase="key", paused=False, said=())


def pause(state: Round, paused: bool) -> Round:
    """Pause or go on; the window stands while paused."""
    return replace(state, paused=paused)


def stretch(state: Round, factor: float, usual: Rules) -> Round:
    """Give `factor` times the usual time from now on, 0 for no clock: as much of the window stays
    spent as it was. `usual` are the rules that the round began with."""
    rules = state.rules
    if factor <= 0:
        return replace(state, rules=replace(rules, window_s=0.0, clock_s=0.0))
    more = factor / rules.time_factor
    return replace(
        state,
        rules=replace(rules, time_factor=factor, window_s=usual.window_s, clock_s=usual.clock_s),
        window_left_s=state.window_left_s * more,
        reading_left_s=state.reading_left_s * more,
    )


def _stand(state: Round, at: int) -> Round:
    """Put up the question at `at`: its stem first where GO is offered, else all of it."""
    asked = state.asked[at]
    question = asked.question
    offers = asked.offers_go and state.rules.scheme == "countdown"
    reading = reading_seconds(question.prompt, *question.prompts, *question.options)
    return replace(
        state,
        at=at,
        phase="go" if offers else "asking",
        said=(),
        buzzed="",
        elapsed_s=0.0,
        reading_left_s=reading * state.rules.time_factor,
    )


def _options_reading(state: Round) -> float:
    return reading_seconds(*state.now.question.options) * state.rules.time_factor


def _go_offers(questions: Sequence[Question], rules: Rules, rng: random.Random) -> set[int]:
    """Where GO is offered: after roll-out, where the stem can be answered by itself.

    Fewer times than the rules say where a round has too few such stems.
    """
    if rules.scheme != "countdown":
        return set()
    first = stage_lengths(len(questions))[0]
    fit = [i for i in range(first, len(questions)) if can_be_known_unseen(questions[i])]
    with_options = [i for i in fit if questions[i].options]
    pool = with_options if len(with_options) >= rules.go_offers else fit
    return set(rng.sample(pool, min(rules.go_offers, len(pool))))


def worth(state: Round, seat: str) -> int:
    """The fuel (or classic points) that a right answer of this seat would give now."""
    return earned_by(state, _given(state, seat, None, right=True))


def earned_by(state: Round, given: Answered) -> int:
    """The fuel (or classic points) of an answer as it is judged."""
    asked = state.asked[given.asked]
    if asked.purpose == "spare":
        return 0
    if given.passed:
        return FUEL_PASSED if given.right else 0
    if asked.mends is not None:
        missed = state.answer_of(given.seat, asked.mends)
        had_it = missed is not None and missed.right
        return 0 if had_it else _mend(state, given.right, missed is not None and missed.go)
    if state.rules.scheme == "classic":
        clock, share = state.rules.clock_s * state.rules.time_factor, state.rules.speed_share
        points = classic_points(
            given.elapsed_s, clock, possible=state.rules.points, speed_share=share
        )
        return points if given.right else 0
    return fuel_for(right=given.right, go=given.go, calls=given.calls)


def _given(state: Round, seat: str, response: Response, *, right: bool) -> Answered:
    """An answer to the question that stands now, its fuel not yet reckoned."""
    said = state.said_by(seat)
    return Answered(
        seat, state.at, response, right, bool(said.go), said.calls, state.elapsed_s, 0,
        passed=state.passed,
    )  # fmt: skip


def _mend(state: Round, right: bool, go: bool) -> int:
    return 0 if state.rules.scheme == "classic" else fuel_for_mending(right=right, go=go)


def _with_said(state: Round, said: Said) -> Round:
    if said.seat not in {seat.id for seat in state.seats}:
        raise NotNow(f"there is no seat {said.seat!r} in this round")
    others = tuple(other for other in state.said if other.seat != said.seat)
    return replace(state, said=(*others, said))


def need_asking(state: Round) -> None:
    """NotNow unless a question is open."""
    _need(state, "asking")


def _need(state: Round, phase: str) -> None:
    if state.phase != phase:
        raise NotNow(f"that belongs to {phase!r}, but the round is at {state.phase!r}")
