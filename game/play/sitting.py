"""One sitting at the game: the round as it stands, and the steps that window and robot share."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import TYPE_CHECKING, Concatenate, ParamSpec

from game.bank.bank import Bank
from game.bank.draw import draw_round, spare
from game.bank.letters import dealt
from game.bank.mend import another_form
from game.bank.question import Question
from game.bank.stages import Stage
from game.play.heard import Heard
from game.play.mission import Mission, mission_for, vehicle_for
from game.play.plan import Plan
from game.rounds import steps
from game.rounds.reword import is_fresh, reword, untouched
from game.rounds.saved import to_json
from game.rounds.state import Answered, Asked, Cell, Lamp, Response, Round, lamps_of

# Records and the schedule are imported where somebody studies.
if TYPE_CHECKING:
    from game.flight.vehicle import Vehicle
    from game.packs.model import Pack
    from game.play.recording import Recorder
    from game.records.ticket import Ticket

P = ParamSpec("P")


class Sitting:
    """Runs one round from its first question to its launch.

    Everybody plays through this: the window, the robot, and later a live class. It holds the
    current `round`, and after every step writes it to `keep` (a text to be stored; None to keep
    nothing). Each answer goes to the `recorder`, where a learner has chosen a name. Chance comes
    from the plan's seed alone, so the same plan is the same sitting.
    """

    studies = False
    """Whether it is one of self-study, whose questions follow from the answers."""
    hosted = False
    """Whether a host owns the round, and tells it."""

    def __init__(
        self,
        bank: Bank,
        plan: Plan,
        keep: Callable[[str], None] | None = None,
        *,
        taken_up: Round | None = None,
        recorder: Recorder | None = None,
    ) -> None:
        self.bank = bank
        self.plan = plan
        self.recorder = recorder
        self.ticket: Ticket | None = None
        self._keep = keep
        self._asked_s = 0.0
        self._left = False
        self._packs: dict[str, Pack] = {}
        if taken_up is not None:
            self._round = taken_up
            return
        rng = random.Random(f"{plan.seed}/round")
        questions = draw_round(
            bank,
            plan.count,
            rng,
            sets=plan.sets,
            today=plan.today,
            exclude=plan.exclude,
            level=plan.level,
        )
        questions = dealt(questions, random.Random(f"{plan.seed}/letters"))
        self._round = steps.begin(
            questions, plan.rules, random.Random(f"{plan.seed}/go"), plan.seats, plan.crew
        )
        self._save()

    @property
    def round(self) -> Round:
        """The round as it stands now."""
        return self._round

    @property
    def question(self) -> Question:
        """The question that stands now."""
        return self._round.now.question

    @property
    def seat(self) -> str:
        """The team that answers alone now, else the first seat: one person's, or a class's."""
        return self._round.first_asked or self._round.seats[0].id

    @property
    def heard(self) -> int:
        """How many calls this seat has made to this question."""
        return self._round.said_by(self.seat).calls

    @property
    def answered(self) -> Answered | None:
        """This seat's answer to the question that stands now."""
        return self._round.answer_of(self.seat)

    @property
    def shown_s(self) -> int:
        """The whole seconds that a clock of its own shows; they stand still where there is none."""
        return 0

    @property
    def stage(self) -> Stage:
        """How far it has come, as a stage of the countdown."""
        return self._round.stage

    def apart(self) -> Sitting:
        """The same sitting once more, as it stands now: no step of it is kept or recorded."""
        other = Sitting(self.bank, self.plan, taken_up=self._round)
        other._packs = self._packs
        return other

    def cells(self) -> tuple[Cell, ...]:
        """The fuel cells of the one rocket: of teams together, else of the one seat."""
        if self._round.crew.who == "teams":
            return self._round.mission_cells()
        return self._round.cells(self.seat)

    def levels(self) -> tuple[float, ...]:
        """How far each of them is filled, 0 to 1."""
        return self._round.levels()

    def lamps(self) -> tuple[Lamp, ...]:
        """The streak of the one rocket."""
        return lamps_of(self.cells())

    @property
    def stored(self) -> bool:
        """Whether the last answer is kept where it is to be kept, or cannot be: see `trouble`."""
        return self.ticket is None or self.ticket.settled

    @property
    def trouble(self) -> str:
        """Why the last answer could not be kept, "" if it could or need not."""
        return self.ticket.trouble if self.ticket is not None else ""

    def recall(self, question: Question) -> float:
        """The chance (0 to 1) that the learner remembers today what a question asks; 1 where
        nobody's memory is kept."""
        return self.recorder.recall(self.bank, question) if self.recorder is not None else 1.0

    def speak(self, bank: Bank) -> bool:
        """Ask on in the words of another bank of the same pack, which is in another language.

        What it cannot say, and what somebody has begun to answer, stays as it is: the records have
        each question as it was seen. Whether the question that stands now has other words.
        """
        before = self.question
        questions = [asked.question for asked in self._round.asked]
        said: dict[int, Question] = {}
        rng = random.Random(f"{self.plan.seed}/letters/{bank.pack.language}")
        for at in untouched(self._round):
            again = bank.again(questions[at])
            if again is None:
                continue
            questions[at] = again
            if self._round.asked[at].purpose == "flight":
                questions[at] = dealt(questions, rng, only=at)[at]
            said[at] = questions[at]
        self._packs = {**self._packs, self.bank.pack.language: self.bank.pack}
        self.bank = bank
        self._step(reword(self._round, said))
        return self.question is not before

    def pack_of(self, question: Question) -> Pack:
        """The pack in the language of a question: it may be that of before a change."""
        pack = self.bank.pack
        return (
            pack if question.language == pack.language else self._packs.get(question.language, pack)
        )

    @property
    def is_in_old_words(self) -> bool:
        """Whether the question that stands was left in a language that has been changed since."""
        return self.pack_of(self.question) is not self.bank.pack

    @property
    def is_fresh(self) -> bool:
        """Whether nothing was done with the question that stands, but that GO was said."""
        return is_fresh(self._round)

    def can_call(self) -> bool:
        """Whether mission control can be called now."""
        return steps.can_call(self._round, self.seat)

    def worth(self) -> int:
        """The fuel that a right answer would give now."""
        return steps.worth(self._round, self.seat)

    def tick(self, dt: float) -> None:
        """Let `dt` seconds pass. Time alone is written down with the next step, not by itself."""
        before = self._round.phase
        if before == "asking" and not self._round.paused:
            self._asked_s += dt
        self._round = steps.tick(self._round, dt)
        if self._round.phase != before:
            self._save()

    def say_go(self, go: bool, seat: str | None = None) -> None:
        """Say GO or NO-GO before the options show."""
        self._step(steps.say_go(self._round, seat or self.seat, go))

    def call(self, seat: str | None = None) -> None:
        """Call mission control."""
        self._step(steps.call(self._round, seat or self.seat))

    def answer(self, response: Response, seat: str | None = None) -> Answered:
        """Answer the question that stands now; what was earned comes back."""
        name = seat or self.seat
        self._step(steps.answer(self._round, name, response))
        given = self._round.answer_of(name)
        assert given is not None
        if self.recorder is not None and self._round.crew.who == "alone":
            asked = self._round.now
            heard = Heard(
                round(self._asked_s * 1000), asked.purpose == "mend", self._left, asked.offers_go
            )
            self.ticket = self.recorder.answered(
                self.bank, asked.question, given, heard, self.plan.seed
            )
        return given

    def do(
        self,
        step: Callable[Concatenate[Round, P], Round],
        *args: P.args,
        **named: P.kwargs,
    ) -> None:
        """Take a step of a class or of teams, such as `vote.show_letter`."""
        self._step(step(self._round, *args, **named))

    def close(self) -> None:
        """End the question for everyone who has not answered."""
        self._step(steps.close(self._round))

    def pause(self, paused: bool) -> None:
        """Pause, or go on."""
        self._left = self._left or (paused and self._round.phase == "asking")
        self._step(steps.pause(self._round, paused))

    def stretch(self, factor: float) -> None:
        """Give `factor` times the usual time from now on, 0 for no clock."""
        self._step(steps.stretch(self._round, factor, self.plan.rules))

    def go_on(self) -> None:
        """Leave the explanation."""
        self._step(steps.go_on(self._round))

    def begin_hold(self) -> None:
        """Take up the hold: each missed fact in another form, after spares if it needs distance."""
        rng = random.Random(f"{self.plan.seed}/hold")
        used = {fact for asked in self._round.asked for fact in asked.question.facts}
        queue: list[Asked] = []
        for index, spares in zip(
            self._round.missed(), steps.spares_needed(self._round), strict=True
        ):
            for _ in range(spares):
                fresh = spare(self.bank, frozenset(used), rng)
                if fresh is not None:
                    used.update(fresh.facts)
                    queue.append(Asked(fresh, "spare"))
            missed = self._round.asked[index].question
            given = self._round.answer_of(self.seat, index)
            response, calls = (given.response, given.calls) if given else (None, 0)
            form = another_form(self.bank, missed, rng, response, calls)
            queue.append(Asked(form or missed, "mend", mends=index))
        self._step(steps.begin_hold(self._round, queue))

    def turn_key(self) -> None:
        """Turn the key to launch."""
        self._step(steps.turn_key(self._round))

    def reach_orbit(self) -> None:
        """The launch has been seen or skipped."""
        self._step(steps.reach_orbit(self._round))

    def launch_now(self) -> None:
        """End the questions early: key and launch, with the hold off."""
        self._step(steps.launch_now(self._round))

    @property
    def vehicle(self) -> Vehicle:
        """What this round flies."""
        return vehicle_for(self.bank.pack.vehicle, self.plan.seed)

    def mission(self) -> Mission:
        """What this round's fuel carries, and where to."""
        return mission_for(self.vehicle, self._round.fuel_share())

    def _step(self, state: Round) -> None:
        if state.at != self._round.at:
            self._asked_s, self._left, self.ticket = 0.0, False, None
        self._round = state
        self._save()

    def _save(self) -> None:
        if self._keep is not None:
            self._keep(to_json(self._round))
