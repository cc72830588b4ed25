"""The state of one round: what was planned, what was answered, and what can be read from both.

One state serves one player (one seat), a class that votes (one seat), teams (a seat each) and
phones (a seat a learner). Everything shown is derived from the answers; nothing is counted twice.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from game.bank.question import Question
from game.bank.stages import Stage, stage_of

Scheme = Literal["countdown", "classic"]
Phase = Literal["go", "asking", "explaining", "hold", "key", "launch", "results"]
Purpose = Literal["flight", "mend", "spare"]
Cell = Literal["empty", "full", "hollow", "mended"]
Lamp = Literal["off", "lit", "recheck"]
Response = int | float | str | tuple[int, ...] | None

LAMPS = 6
"""Pad lamps that stand in a row; they show the last six answers."""

MEND_AFTER = 3
"""A missed fact comes back at least so many questions after it was missed."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What a teacher or player may choose before a round.

    `window_s` is the launch window in seconds of answering time, 0 for none. `clock_s` is a clock
    for each question, 0 for none; `speed_share` (0 to 1) belongs to the classic scheme.
    `go_offers` is how often GO is offered; `time_factor` stretches reading time, window and clock.
    """

    scheme: Scheme = "countdown"
    window_s: float = 450.0
    clock_s: float = 0.0
    speed_share: float = 0.5
    points: int = 1000
    go_offers: int = 2
    calls: bool = True
    hold: bool = True
    time_factor: float = 1.0


@dataclass(frozen=True, slots=True)
class Seat:
    """Who answers: a player, a whole class, a team, a phone."""

    id: str
    name: str = ""
    team: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """One question in its place. `mends` is the index of the missed question that it mends."""

    question: Question
    purpose: Purpose = "flight"
    offers_go: bool = False
    mends: int | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """What a seat did with the question that stands now, before its answer."""

    seat: str
    go: bool | None = None
    calls: int = 0


@dataclass(frozen=True, slots=True)
class Answered:
    """One seat's answer to the question at index `asked`; fuel or points as earned by it."""

    seat: str
    asked: int
    response: Response
    right: bool
    go: bool
    calls: int
    elapsed_s: float
    earned: int


@dataclass(frozen=True, slots=True)
class Round:
    """A round after some step. `at` is the index in `asked` of the question that stands now."""

    rules: Rules
    seats: tuple[Seat, ...]
    asked: tuple[Asked, ...]
    phase: Phase
    at: int = 0
    paused: bool = False
    window_left_s: float = 0.0
    reading_left_s: float = 0.0
    elapsed_s: float = 0.0
    said: tuple[Said, ...] = ()
    answers: tuple[Answered, ...] = ()

    @property
    def now(self) -> Asked:
        """The question that stands now (in hold, key, launch and results: the last one)."""
        return self.asked[self.at]

    @property
    def count(self) -> int:
        """Questions of the countdown: the n of the first T-n."""
        return sum(1 for asked in self.asked if asked.purpose == "flight")

    @property
    def t_minus(self) -> int:
        """T-n of the question that stands now; 0 from the hold on."""
        return max(0, self.count - self.at) if self.phase in _COUNTING else 0

    @property
    def stage(self) -> Stage:
        """The stage of the question that stands now; the hold and after belong to the last one."""
        return stage_of(min(self.at, self.count - 1), self.count)

    @property
    def on_time(self) -> bool:
        """Whether the launch window was kept; a round without a window has nothing to miss."""
        return self.rules.window_s <= 0 or self.window_left_s > 0

    @property
    def clock_left_s(self) -> float | None:
        """Seconds left on the clock of this question; None where there is none."""
        if self.rules.clock_s <= 0 or self.now.purpose != "flight":
            return None
        return max(0.0, self.rules.clock_s * self.rules.time_factor - self.elapsed_s)

    @property
    def clock_stands(self) -> bool:
        """Whether the window stands still: reading, a call just heard, explaining, pause, hold."""
        return (
            self.paused
            or self.phase != "asking"
            or self.reading_left_s > 0
            or self.now.purpose != "flight"
        )

    def said_by(self, seat: str) -> Said:
        """What that seat said about the question that stands now."""
        return next((said for said in self.said if said.seat == seat), Said(seat))

    def answer_of(self, seat: str, asked: int | None = None) -> Answered | None:
        """That seat's answer to the question at `asked` (the one that stands now if None)."""
        index = self.at if asked is None else asked
        return next((a for a in self.answers if a.asked == index and a.seat == seat), None)

    def mend_of(self, asked: int) -> int | None:
        """Index of the question that mends the one at `asked`, if there is one already."""
        return next((i for i, other in enumerate(self.asked) if other.mends == asked), None)

    def cells(self, seat: str) -> tuple[Cell, ...]:
        """The fuel cells of a seat, one for each question of the countdown, first to last."""
        return tuple(self._cell(seat, index) for index in range(self.count))

    def filled(self, seat: str) -> int:
        """How many cells are full or mended."""
        return sum(1 for cell in self.cells(seat) if cell in ("full", "mended"))

    def earned(self, seat: str) -> int:
        """All fuel (or classic points) of a seat."""
        return sum(answer.earned for answer in self.answers if answer.seat == seat)

    def fuel_share(self) -> float:
        """The mean seat's fuel as a share (0 to 1) of what all right answers fill without GO."""
        if not self.seats or not self.count:
            return 0.0
        best = (self.rules.points if self.rules.scheme == "classic" else 100) * self.count
        mean = sum(self.earned(seat.id) for seat in self.seats) / len(self.seats)
        return min(1.0, mean / best)

    def lamps(self, seat: str) -> tuple[Lamp, ...]:
        """The streak: the last six answers, oldest first; mending lights a lamp."""
        shown: list[Lamp] = []
        for cell in self.cells(seat):
            if cell != "empty":
                shown.append("recheck" if cell == "hollow" else "lit")
        shown = shown[-LAMPS:]
        off: Lamp = "off"
        return (*shown, *(off for _ in range(LAMPS - len(shown))))

    def missed(self) -> tuple[int, ...]:
        """Indices of countdown questions that fewer than half of the seats had right, unmended."""
        return tuple(
            index
            for index in range(self.count)
            if self._right_share(index) is not None
            and (self._right_share(index) or 0.0) < 0.5
            and self.mend_of(index) is None
        )

    def _right_share(self, asked: int) -> float | None:
        answers = [answer for answer in self.answers if answer.asked == asked]
        if not answers:
            return None
        return sum(answer.right for answer in answers) / len(answers)

    def _cell(self, seat: str, index: int) -> Cell:
        first = self.answer_of(seat, index)
        if first is None:
            return "empty"
        if first.right:
            return "full"
        mend = self.mend_of(index)
        second = self.answer_of(seat, mend) if mend is not None else None
        return "mended" if second is not None and second.right else "hollow"


_COUNTING: frozenset[str] = frozenset({"go", "asking", "explaining"})
