"""A sitting of self-study: what is due, then what is new; an answer is kept, then explained."""

from __future__ import annotations

import random
from copy import copy
from dataclasses import dataclass, replace
from typing import Literal

from game.bank.question import Question
from game.bank.stages import Stage
from game.flight.vehicle import Vehicle
from game.play.learner import COUNTS_FROM, Learner
from game.play.plan import Plan, rules_for
from game.play.sitting import Sitting
from game.rounds import growing, steps
from game.rounds.state import Answered, Cell, Response
from game.study import queue
from game.study.forms import question_for, step_of
from game.study.queue import Length, Up
from game.study.steps import Standing, standing

CELLS = 10
"""So many bays has the mast; a longer sitting shows its last answers."""
QUESTIONS, MINUTES = 10, 10
HARDEST = 2
"""The step of forms that is remembered unaided."""

Aim = Literal["due", "harder"]


class NothingToAsk(Exception):
    """Nothing is due and nothing is new."""


@dataclass(frozen=True, slots=True)
class Lift:
    """A card that a sitting has moved: the chance before and after, None if it was not known."""

    card: str
    before: float | None
    after: float


class Studying(Sitting):
    """One sitting of a learner. NothingToAsk if there is nothing to begin with.

    `first` is a card that comes before all others; `aim` "harder" asks what is known and not due in
    its hardest kinds. The screens of a round show it as they show any other sitting.
    """

    studies = True

    def __init__(
        self,
        learner: Learner,
        length: Length,
        seed: str,
        *,
        time_factor: float = 1.0,
        first: str = "",
        aim: Aim = "due",
    ) -> None:
        self.learner = learner
        self.length = length
        self.day = learner.day
        self.aim: Aim = aim
        self.spent_s = 0.0
        self._first = first
        self._owed = [] if aim == "harder" else list(learner.missed)
        self._rng = random.Random(f"{seed}/study")
        # Options stand otherwise in each sitting, so that no place is learned for an answer.
        self._bank = learner.bank.under(self._rng.randrange(2**32))
        self._queue = queue.begin(self.day, length)
        self._fresh = learner.fresh()
        self._abilities = learner.abilities
        self._harder = list(learner.harder()) if aim == "harder" else []
        self._before: dict[str, float | None] = {}
        self._ups: tuple[Up, ...] = ()
        self._coming: tuple[Up, Question] | None = None
        self._is_apart = False
        self._asked_of: dict[str, list[str]] = {}
        found = self._next()
        if found is None:
            raise NothingToAsk
        up, question = found
        self._ups = (up,)
        count = length.questions or CELLS
        rules = replace(rules_for(count, time_factor=time_factor or 1.0, timed=False), hold=False)
        plan = Plan(count, seed, self.day.isoformat(), rules=rules)
        begun = growing.begin(question, rules)
        super().__init__(self._bank, plan, taken_up=begun, recorder=learner.recorder("study"))

    @property
    def cards(self) -> tuple[str, ...]:
        """The cards asked so far, one for each question."""
        return tuple(up.card for up in self._ups)

    @property
    def firsts(self) -> int:
        """How many questions were answered that were no second asking."""
        return self._queue.firsts

    @property
    def vehicle(self) -> Vehicle:
        """What the mission flies: the same from its first step to its launch."""
        return self.learner.vehicle

    @property
    def comes_back(self) -> bool:
        """Whether what was just answered is asked once more in this sitting."""
        return any(back.card == self._ups[-1].card for back in self._queue.back)

    @property
    def stage(self) -> Stage:
        """How far the sitting has come: its beginning, its middle and its last part."""
        done = (
            self.firsts / self.length.questions
            if self.length.questions
            else (self.spent_s / (60 * self.length.minutes))
        )
        return "rollout" if done < 0.2 else "fuelling" if done < 0.6 else "check"

    @property
    def counted(self) -> int:
        """Which question of the sitting stands now, from 1; a second asking keeps the number."""
        answered = self.answered is not None
        again = self._ups[-1].reason == "back"
        return self.firsts + (0 if answered or again else 1)

    @property
    def left_s(self) -> float:
        """The seconds that are left of a sitting by minutes."""
        return max(0.0, self.length.minutes * 60 - self.spent_s)

    @property
    def shown_s(self) -> int:
        return int(self.left_s)

    @property
    def reason(self) -> str:
        """Why the question that stands now is asked: "due", "new" or "back"."""
        return self._ups[-1].reason

    def cells(self) -> tuple[Cell, ...]:
        """One for each question that was asked first, the newest of them, and those to come."""
        seat = self.round.seats[0].id
        found: list[Cell] = []
        for index, asked in enumerate(self.round.asked):
            if asked.purpose != "flight":
                continue
            given = self.round.answer_of(seat, index)
            if given is None:
                continue
            again = (
                self.round.answer_of(seat, at)
                for at, other in enumerate(self.round.asked)
                if other.mends == index
            )
            mended = any(second is not None and second.right for second in again)
            found.append("full" if given.right else "mended" if mended else "hollow")
        whole = found[-CELLS:]
        empty: list[Cell] = ["empty"] * (CELLS - len(whole))
        return (*whole, *empty)

    def levels(self) -> tuple[float, ...]:
        """What was mended counts as much here as what was known at once."""
        return tuple(float(cell in ("full", "mended")) for cell in self.cells())

    def tick(self, dt: float) -> None:
        super().tick(dt)
        if not self.round.paused:
            self.spent_s += dt

    def answer(self, response: Response, seat: str | None = None) -> Answered:
        """Answer, and have the answer kept: `stored` tells when it is."""
        if self._is_apart:
            return super().answer(response, seat)
        up = self._ups[-1]
        memory = self.learner.agenda.memories.get(up.card)
        if up.card not in self._before:
            chance = self.learner.schedule.recall(memory, self.day) if memory else None
            self._before[up.card] = chance
        given = super().answer(response, seat)
        self._queue = queue.answered(self._queue, up, given.right, self._rng, self.spent_s)
        card = self.learner.cards.get(up.card)
        if card is not None and up.reason == "new":
            self._fresh.take(card)
        return given

    def go_on(self) -> None:
        """Leave the explanation: to what comes next, or to the end of the sitting."""
        self.prepare()
        found, self._coming = self._coming, None
        if found is None:
            self._step(steps.go_on(self.round))
            return
        up, question = found
        self._ups = (*self._ups, up)
        self._step(growing.go_on(self.round, question, self._mends(up)))

    def prepare(self) -> None:
        """Find what comes after the explanation that stands now, if that was not yet done."""
        if self._coming is None and self.round.phase == "explaining" and not self._is_apart:
            self._coming = self._next()

    def apart(self) -> Studying:
        """The same sitting once more; what it is answered is neither kept nor remembered."""
        self.prepare()
        other = copy(self)
        other.recorder = None
        other._is_apart = True
        return other

    def lifted(self) -> tuple[Lift, ...]:
        """The cards that this sitting has moved, in the order in which they came."""
        memories = self.learner.agenda.memories
        return tuple(
            Lift(card, before, self.learner.schedule.recall(memories[card], self.day))
            for card, before in self._before.items()
            if card in memories
        )

    @property
    def moves(self) -> bool:
        """Whether it was long enough to take the mission a step further."""
        return len(self.round.answers) >= COUNTS_FROM

    @property
    def standing(self) -> Standing:
        """Where the missions stand after it."""
        return standing(self.learner.sittings + self.moves)

    def right(self) -> int:
        """How many questions were right at their first asking."""
        return sum(
            given.right
            for given in self.round.answers
            if self.round.asked[given.asked].purpose == "flight"
        )

    def learned(self) -> int:
        """How many cards were new in it."""
        return sum(before is None for before in self._before.values())

    def _next(self) -> tuple[Up, Question] | None:
        """The next card and its question; None at the end of the sitting."""
        first, self._first = self._first, ""
        while not first and self._owed:
            owed = self._owed.pop(0)
            first = owed if owed not in self._queue.asked else ""
        if first in self.learner.cards:
            up: Up | None = Up(first, "due")
        else:
            up = queue.next_up(self._queue, self.learner.agenda, self._new, self.spent_s)
        if up is None:
            return None
        asked = self._asked_of.setdefault(up.card, list(self.learner.asked(up.card)))
        harder = self.aim == "harder"
        step = HARDEST if harder else step_of(self.learner.agenda.memories.get(up.card))
        question = question_for(self._bank, up.card, step, asked, self._rng)
        assert question is not None, "every card of a bank has a question of its own"
        asked.append(question.id)
        return up, question

    def _new(self, seen: frozenset[str]) -> str | None:
        """A card that was never asked; where harder kinds are wanted, a known one."""
        if self.aim == "harder":
            return next((card for card in self._harder if card not in seen), None)
        return self._fresh.best(self._abilities, seen)

    def _mends(self, up: Up) -> int | None:
        """The question whose miss this one mends: the last one of the card that was no mend."""
        if up.reason != "back":
            return None
        earlier = range(len(self._ups) - 2, -1, -1)
        return next(at for at in earlier if self._ups[at].card == up.card and self._first_of(at))

    def _first_of(self, at: int) -> bool:
        return self.round.asked[at].purpose == "flight"
