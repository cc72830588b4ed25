"""A live class in the window: its host, what it has told, and which screen shows that."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Protocol

from game.bank.bank import Bank
from game.phrase import phrase
from game.play.class_host import Event
from game.play.hosted import HostedSitting
from game.play.live_class import LiveClass
from game.play.plan import Plan

STEP_S = 0.05
"""How often what the host has told is looked at."""
LONGEST = 120
"""Characters of what is said of an event that is none, and of what is wrong with it."""
WRONG = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What comes of an event that no host sends."""


class Host(Protocol):
    """What a host of a live class can do; see `game.play.class_host`."""

    def order(self, do: str, **named: object) -> None:
        """Have it do something."""

    def heard(self) -> Sequence[Event]:
        """What has happened since the last time."""

    def close(self) -> None:
        """End it."""

    def wait(self) -> None:
        """Wait until it is gone."""


class Hosting:
    """One live class. `again` starts its host once more where it had stopped."""

    def __init__(
        self, bank: Bank, plan: Plan, host: Host, again: Callable[[], Host] | None = None
    ) -> None:
        self.bank = bank
        self.plan = plan
        self.host = host
        self.now = LiveClass()
        self.sitting: HostedSitting | None = None
        self.pressed = False
        """Whether the teacher's phone wants to go on, and nothing here has yet."""
        self._news = ""
        self._again = again

    def step(self) -> bool:
        """Take in what the host has told; whether anything did change."""
        before, pressed, said = self.now, self.pressed, False
        for event in self.host.heard():
            # The same may be refused twice, and is said twice.
            said = said or event["event"] == "problem"
            if event["event"] == "next":
                self.pressed = True
                continue
            try:
                self.now = self.now.after(event)
            except WRONG as error:
                # A class that is on is not ended for one event.
                cannot_be = phrase(
                    "The host told what cannot be: {event} ({error}).",
                    event=str(event["event"])[:LONGEST],
                    error=repr(error)[:LONGEST],
                )
                self.now = replace(self.now, message=cannot_be)
        told = self.now.round
        if told is not None and told is not before.round:
            if self.sitting is None:
                opened = self.now.opened
                seed = opened.plan_seed if opened is not None else ""
                plan = replace(self.plan, seed=seed or self.plan.seed)
                self.sitting = HostedSitting(self.bank, plan, told, self.host.order)
            self.sitting.tell(told)
        clock = self.now.clock
        if self.sitting is not None and clock is not None and clock is not before.clock:
            self.sitting.set_clock(clock)
        if self.now.stands and not before.stands and not self.now.rows:
            # Nobody has fuel, or there are no teams: that is no standing to look at.
            self.host.order("next")
        if (said or self.now.message != before.message) and not self.now.gone:
            self._news = self.now.message
        return self.now is not before or self.pressed != pressed

    @property
    def asked(self) -> bool:
        """Whether a question was closed, so that there is something to look back on."""
        return self.sitting is not None and any(cell != "empty" for cell in self.sitting.cells())

    def take_news(self) -> str:
        """What the host has to say to people, once."""
        news, self._news = self._news, ""
        return news

    def take_press(self) -> bool:
        """Whether the teacher's phone wants to go on; what it wanted meanwhile counts once."""
        pressed, self.pressed = self.pressed, False
        return pressed

    def start_again(self) -> None:
        """Start the host once more; it takes the class up from its log."""
        if self._again is not None:
            self.host = self._again()
            self.now = LiveClass()
            self.sitting = None
