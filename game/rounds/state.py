"""The state of one round: what was planned, what was answered, and what can be read from both.

One state serves one player (one seat), a class that votes (one seat), teams (a seat each) and
phones (a seat a learner). Everything shown is derived from the answers; nothing is counted twice.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from game.bank.question import Question
from game.bank.stages import Stage, stage_of
from game.rounds.crew import Crew
from game.rounds.scoring import FUEL_RIGHT

Scheme = Literal["countdown", "classic"]
Phase = Literal["go", "asking", "explaining", "hold", "key", "launch", "results"]
Purpose = Literal["flight", "mend", "spare"]
Cell = Literal["empty", "full", "hollow", "mended"]
Lamp = Literal["off", "lit", "recheck"]
Response = int | float | str | tuple[int, ...] | None

LAMPS = 6
"""Most pad lamps that stand in a row; they show the last answers."""

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
    """One seat's answer to the question at index `asked`; fuel or points as earned by it.

    `skipped` is a question that was left out. `overruled` tells that the teacher has turned round
    what was judged at first. `marked` means that the teacher judged, and `response` is not known;
    `passed` that another team had missed the question before.
    """

    seat: str
    asked: int
    response: Response
    right: bool
    go: bool
    calls: int
    elapsed_s: float
    earned: int
    skipped: bool = False
    overruled: bool = False
    marked: bool = False
    passed: bool = False


@dataclass(frozen=True, slots=True)
class Vote:
    """One show of hands or cards about the question at index `asked`.

    `counts` are the hands for each option, () where nobody counted or there are no options;
    `right` of `of` hands were right, both None where that is not known.
    """

    asked: int
    counts: tuple[int, ...] = ()
    right: int | None = None
    of: int | None = None

    @property
    def share(self) -> float | None:
        """The share (0 to 1) of the hands that were right; None where it is not known."""
        return self.right / self.of if self.of and self.right is not None else None


@dataclass(frozen=True, slots=True)
class Round:
    """A round after some step. `at` is the index in `asked` of the question that stands now.

    `buzzed` is the team that was the first to press, "" while none was.
    """

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
    crew: Crew = field(default_factory=Crew)
    votes: tuple[Vote, ...] = ()
    buzzed: str = ""

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

    def mission_cells(self) -> tuple[Cell, ...]:
        """The cells of the one rocket: full where half of the seats that were asked were right."""
        return tuple(self._mission_cell(index) for index in range(self.count))

    def mission_fuel(self) -> tuple[int, ...]:
        """What each cell of the one rocket holds: of teams the most that one has put in."""
        if self.crew.who != "teams":
            return self.fuel(self.seats[0].id)
        held = zip(*(self.fuel(seat.id) for seat in self.seats), strict=True)
        cells = zip(self.mission_cells(), held, strict=True)
        return tuple(max(fuel) if cell in ("full", "mended") else 0 for cell, fuel in cells)

    def levels(self) -> tuple[float, ...]:
        """How far each cell of the one rocket is filled, from 0 to 1.

        What was right at once fills a cell, and a mend as much of it as it is worth. A class on
        phones fills it as far as its learners do in the mean.
        """
        shares = tuple(min(1.0, fuel / self._whole) for fuel in self.mission_fuel())
        if self.crew.phones:
            return shares
        by_mend = self.rules.scheme != "classic"
        return tuple(
            share if cell == "mended" and by_mend else float(cell in ("full", "mended"))
            for cell, share in zip(self.mission_cells(), shares, strict=True)
        )

    def filled_cells(self) -> float:
        """How many cells of the one rocket are full or mended; of a class on phones how many its
        fuel would fill one after the other, to a tenth."""
        if self.crew.phones:
            tenths = (20 * sum(self.mission_fuel()) + self._whole) // (2 * self._whole)
            return min(float(self.count), tenths / 10)
        return sum(cell in ("full", "mended") for cell in self.mission_cells())

    def awaited(self) -> tuple[str, ...]:
        """The seats that are to answer now. A question that one team missed goes to the others."""
        left = tuple(seat.id for seat in self.seats if self.answer_of(seat.id) is None)
        first = self.first_asked
        if not first:
            return left
        given = self.answer_of(first)
        if given is None:
            return (first,)
        return () if given.right else left

    @property
    def first_asked(self) -> str:
        """The team that answers before the others, "" where all answer at once or none has buzzed.

        The hold is for all at once.
        """
        crew = self.crew
        if crew.who != "teams" or crew.order == "together" or self.now.purpose != "flight":
            return ""
        if crew.order == "buzz":
            return self.buzzed
        return self.seats[self.at % len(self.seats)].id

    @property
    def passed(self) -> bool:
        """Whether a team has missed the question, and the others may answer it now."""
        first = self.first_asked
        given = self.answer_of(first) if first else None
        return self.phase == "asking" and given is not None and not given.right

    def votes_on(self, asked: int) -> tuple[Vote, ...]:
        """The votes about the question at `asked`, first to last."""
        return tuple(vote for vote in self.votes if vote.asked == asked)

    def left_out(self, asked: int) -> bool:
        """Whether the question at `asked` was skipped."""
        return any(a.asked == asked and a.skipped for a in self.answers)

    def filled(self, seat: str) -> int:
        """How many cells are full or mended."""
        return sum(1 for cell in self.cells(seat) if cell in ("full", "mended"))

    def earned(self, seat: str) -> int:
        """All fuel (or classic points) of a seat."""
        return sum(answer.earned for answer in self.answers if answer.seat == seat)

    @property
    def best(self) -> int:
        """The fuel (or classic points) that all right answers fill without GO."""
        asked = self.count - sum(self.left_out(index) for index in range(self.count))
        return self._whole * max(1, asked)

    def fuel(self, seat: str) -> tuple[int, ...]:
        """What each cell of a seat holds, its mend included, first to last."""
        held = [0] * self.count
        for answer in self.answers:
            asked = self.asked[answer.asked]
            at = answer.asked if asked.mends is None else asked.mends
            if answer.seat == seat and asked.purpose != "spare":
                held[at] += answer.earned
        return tuple(held)

    def fuel_share(self) -> float:
        """The mean seat's fuel as a share (0 to 1) of what all right answers fill without GO.

        Teams have one rocket: its cells count, and not how many teams there are.
        """
        if not self.seats or not self.count:
            return 0.0
        if self.crew.who == "teams":
            return min(1.0, sum(self.mission_fuel()) / self.best)
        mean = sum(self.earned(seat.id) for seat in self.seats) / len(self.seats)
        return min(1.0, mean / self.best)

    def lamps(self, seat: str) -> tuple[Lamp, ...]:
        """The streak of a seat: the last six answers, oldest first; mending lights a lamp."""
        return lamps_of(self.cells(seat))

    def missed(self) -> tuple[int, ...]:
        """Indices of countdown questions that fewer than half of the seats had right, unmended."""
        return tuple(
            index
            for index in range(self.count)
            if self.right_share(index) is not None
            and (self.right_share(index) or 0.0) < 0.5
            and self.mend_of(index) is None
        )

    def right_share(self, asked: int) -> float | None:
        """The share (0 to 1) of the seats asked that were right; None where none has answered."""
        answers = [a for a in self.answers if a.asked == asked and not a.skipped]
        if not answers:
            return None
        return sum(answer.right for answer in answers) / len(answers)

    @property
    def _whole(self) -> int:
        """What fills a cell without GO."""
        return self.rules.points if self.rules.scheme == "classic" else FUEL_RIGHT

    def _mission_cell(self, index: int) -> Cell:
        share = self.right_share(index)
        if share is None or (index == self.at and self.phase == "asking"):
            return "empty"
        if share >= 0.5:
            return "full"
        mend = self.mend_of(index)
        second = self.right_share(mend) if mend is not None else None
        return "mended" if second is not None and second >= 0.5 else "hollow"

    def _cell(self, seat: str, index: int) -> Cell:
        first = self.answer_of(seat, index)
        if first is None or first.skipped:
            return "empty"
        if first.right:
            return "full"
        mend = self.mend_of(index)
        second = self.answer_of(seat, mend) if mend is not None else None
        return "mended" if second is not None and second.right else "hollow"


def lamps_of(cells: tuple[Cell, ...]) -> tuple[Lamp, ...]:
    """The lamps that stand for the newest cells, the oldest first; a short round has fewer."""
    shown: list[Lamp] = ["recheck" if c == "hollow" else "lit" for c in cells if c != "empty"]
    shown = shown[-LAMPS:]
    off: Lamp = "off"
    return (*shown, *(off for _ in range(min(LAMPS, len(cells)) - len(shown))))


_COUNTING: frozenset[str] = frozenset({"go", "asking", "explaining"})
