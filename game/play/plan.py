"""What is to be played: which pack and sets, how long, by which rules."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from game.bank.wishes import Level
from game.rounds.crew import Crew
from game.rounds.state import Rules, Seat

FIRST_FLIGHT = 6
FEWEST = 3
"""The fewest questions of a round: one a stage."""
WINDOW_S_A_QUESTION = 45.0
"""Answering time alone; with reading and explanations a question takes about a minute."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A round to be. `sets` are the ids of the sets to draw from, None for the default ones.

    `today` is an ISO day, for facts that have had their day. `exclude` are ids of facts that come
    only when there are no others: those that were asked lately. `crew` is who plays, `level` how
    hard it is to be.
    """

    count: int
    seed: str
    today: str
    sets: frozenset[str] | None = None
    rules: Rules = field(default_factory=Rules)
    exclude: frozenset[str] = frozenset()
    crew: Crew = field(default_factory=Crew)
    level: Level = "usual"

    @property
    def seats(self) -> tuple[Seat, ...]:
        """The seats of the crew."""
        return tuple(Seat(name) for name in self.crew.seats)


def rules_for(count: int, *, time_factor: float = 1.0, timed: bool = True) -> Rules:
    """The countdown's rules for that many questions; untimed rounds have no window."""
    window = count * WINDOW_S_A_QUESTION if timed else 0.0
    return Rules(window_s=window, time_factor=time_factor)


def full_turns(count: int, crew: Crew) -> int:
    """The number of questions that gives each team as many, where teams answer in turn.

    The nearest such number to `count`, the greater of two that are as near.
    """
    if crew.who != "teams" or crew.order != "turns":
        return count
    fewest = -(-FEWEST // crew.teams)
    return max(fewest, (2 * count + crew.teams) // (2 * crew.teams)) * crew.teams


def in_equal_turns(plan: Plan) -> Plan:
    """The plan with as many questions for each team; the window goes with their number."""
    even = full_turns(plan.count, plan.crew)
    if even == plan.count:
        return plan
    rules = replace(plan.rules, window_s=plan.rules.window_s * even / plan.count)
    return replace(plan, count=even, rules=rules)


def shortened(plan: Plan, most: int) -> Plan | None:
    """The plan with at most so many questions, as many for each team; None if it has too few."""
    for count in range(most, FEWEST - 1, -1):
        if full_turns(count, plan.crew) == count:
            rules = replace(plan.rules, window_s=plan.rules.window_s * count / plan.count)
            return replace(plan, count=count, rules=rules)
    return None


def first_flight(seed: str, today: str, *, time_factor: float = 1.0, timed: bool = True) -> Plan:
    """Six questions from the default sets: what one press of Enter on the title starts."""
    rules = rules_for(FIRST_FLIGHT, time_factor=time_factor, timed=timed)
    return Plan(FIRST_FLIGHT, seed, today, rules=rules)
