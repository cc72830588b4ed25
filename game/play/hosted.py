"""A sitting that a host owns: its steps are orders, and its round is what the host tells."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from game.bank.bank import Bank
from game.play.live_class import Clock
from game.play.plan import Plan
from game.play.sitting import Sitting
from game.rounds import steps
from game.rounds.state import Round


class HostedSitting(Sitting):
    """What the screens of a round show of a live class.

    A step that the screens take is an order to the host, and shows once the host has told the round
    after it. Learners answer there, and nothing is kept here.
    """

    hosted = True

    def __init__(self, bank: Bank, plan: Plan, told: Round, order: Callable[..., None]) -> None:
        super().__init__(bank, plan, taken_up=told)
        self.go_left_s: float | None = None
        """Seconds that phones have for GO; None where there is no end, or none told yet."""
        self._order = order
        self.tell(told)

    def tell(self, told: Round) -> None:
        """The host has told the round as it stands now."""
        if (told.at, told.phase) != (self._round.at, self._round.phase):
            self.go_left_s = None
        self._round = told

    def tick(self, dt: float) -> None:
        """Let time pass as it does at the host, which alone ends a question by it."""
        if self.go_left_s is not None and not self._round.paused:
            self.go_left_s = max(0.0, self.go_left_s - dt)
        later = steps.tick(self._round, dt)
        if later.phase == self._round.phase:
            self._round = later

    def set_clock(self, clock: Clock) -> None:
        """The host has told its clocks, those of a learner without more time."""
        self.go_left_s = clock.left_s if self._round.phase == "go" else None
        state = replace(self._round, paused=clock.paused)
        if clock.window_s is not None:
            state = replace(state, window_left_s=clock.window_s)
        if clock.left_s is not None and state.clock_left_s is not None:
            whole = state.rules.clock_s * state.rules.time_factor
            # What is left beyond the clock itself is for reading; it stands still meanwhile.
            reading_s = max(0.0, clock.left_s - whole)
            elapsed_s = max(0.0, whole - clock.left_s)
            state = replace(state, reading_left_s=reading_s, elapsed_s=elapsed_s)
        self._round = state

    def close(self) -> None:
        self._order("close")

    def pause(self, paused: bool) -> None:
        if paused != self._round.paused:
            self._order("pause" if paused else "resume")

    def stretch(self, factor: float) -> None:
        """A live class has a pace of its own."""

    def go_on(self) -> None:
        self._order("next")

    def begin_hold(self) -> None:
        self._order("next")

    def turn_key(self) -> None:
        self._order("next")

    def reach_orbit(self) -> None:
        self._order("launched")

    def launch_now(self) -> None:
        self._order("launch")
