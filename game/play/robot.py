"""A player that needs no window: whole rounds, holds included, each answer printed."""

from __future__ import annotations

import random
from collections.abc import Callable

from game.bank.bank import Bank
from game.bank.question import Question
from game.play.plan import Plan, rules_for
from game.play.sitting import Sitting
from game.rounds.state import Answered, Response

KNOWS = 0.7
GOES = 0.5
CALLS = 0.2
SECONDS_AN_ANSWER = (4.0, 20.0)


Keep = Callable[[Sitting, Answered, str], None]
"""Keeps an answer that was just given in a sitting, whose seed comes last."""


def play_rounds(
    bank: Bank,
    seed: int,
    rounds: int,
    count: int,
    today: str,
    say: Callable[[str], None],
    keep: Keep | None = None,
) -> None:
    """Play `rounds` rounds and say each answer and the fuel; the same seed says the same."""
    for number in range(1, rounds + 1):
        name = f"{seed}/{number}"
        sitting = Sitting(bank, Plan(count, name, today, rules=rules_for(count)))
        say(f"round {number} of {rounds}")
        _play(sitting, random.Random(f"{name}/robot"), say, keep)


def _play(
    sitting: Sitting, rng: random.Random, say: Callable[[str], None], keep: Keep | None
) -> None:
    while sitting.round.phase != "results":
        state = sitting.round
        if state.phase == "go":
            go = rng.random() < GOES
            sitting.say_go(go)
            say(f"  T-{state.t_minus}  {'GO' if go else 'NO-GO'}")
        elif state.phase == "asking":
            given = _answer(sitting, rng, say)
            if keep is not None:
                keep(sitting, given, sitting.plan.seed)
        elif state.phase == "explaining":
            sitting.go_on()
        elif state.phase == "hold":
            say(f"  T-0  hold: {len(state.missed())} to mend")
            sitting.begin_hold()
        elif state.phase == "key":
            say(f"  key: {state.filled(sitting.seat)} of {state.count} cells")
            sitting.turn_key()
        else:
            sitting.reach_orbit()
    state = sitting.round
    mission = sitting.mission()
    on_time = "on time" if state.on_time else "after the window"
    say(f"  launch: fuel {state.earned(sitting.seat)}, {on_time}, {mission.payload.name}")


def _answer(sitting: Sitting, rng: random.Random, say: Callable[[str], None]) -> Answered:
    state, question = sitting.round, sitting.question
    sitting.tick(state.reading_left_s + rng.uniform(*SECONDS_AN_ANSWER))
    if sitting.can_call() and rng.random() < CALLS:
        hint = question.hints[sitting.heard]
        sitting.call()
        say(f"  T-{state.t_minus}  call: {hint.call}")
    response = _response(question, rng)
    given = sitting.answer(response)
    place = "T-0" if state.now.purpose != "flight" else f"T-{state.t_minus}"
    verdict = "right" if given.right else "recheck"
    shown = (
        question.options[response] if question.options and isinstance(response, int) else response
    )
    say(
        f"  {place}  {state.now.purpose}  {question.id}  {shown}  {verdict}  "
        f"+{given.earned}  fuel {sitting.round.earned(sitting.seat)}"
    )
    return given


def _response(question: Question, rng: random.Random) -> Response:
    knows = rng.random() < KNOWS
    if knows:
        return question.answer
    if question.options and isinstance(question.answer, int):
        return rng.choice([i for i in range(len(question.options)) if i != question.answer])
    if isinstance(question.answer, tuple):
        return tuple(reversed(question.answer))
    if isinstance(question.answer, str):
        return "?"
    return question.answer + (question.tolerance + 1) * rng.choice((-3, 3))
