"""Who sits in a live class, and what each has done; one learner is one seat."""

from __future__ import annotations

from dataclasses import dataclass, field

from game.rounds.state import Response

GONE_S = 6.0
"""So long a seat that has lost its connection is waited for: it may be on its way back."""


@dataclass(frozen=True, slots=True)
class Given:
    """An answer that stands until the question closes: the `n`-th of its player."""

    response: Response
    n: int
    elapsed_s: float


@dataclass(frozen=True, slots=True)
class Result:
    """How it went for one player with one question that is closed. `answered` is False where time
    was over; None as a response of one who answered means "I do not know"."""

    response: Response
    answered: bool
    right: bool
    go: bool
    calls: int
    earned: int
    mended: bool = False


@dataclass(slots=True)
class Player:
    """One seat. `since` is the first question that counts for it; `team` "" without teams.

    `factor` (1 to 4) is how much more time it has. `go`, `calls` and `given` belong to the question
    that stands; `results` are those of the questions before, by their number.
    """

    id: str
    name: str
    skeleton: str
    token: bytes
    team: str = ""
    since: int = 0
    factor: float = 1.0
    online: bool = True
    gone_at: float = 0.0
    go: bool | None = None
    calls: int = 0
    given: Given | None = None
    results: dict[int, Result] = field(default_factory=dict)
    fuel: int = 0

    def near(self, now: float) -> bool:
        """Whether the seat is there, or has but just lost its connection."""
        return self.online or now - self.gone_at < GONE_S

    def begin(self) -> None:
        """Another question stands."""
        self.go, self.calls, self.given = None, 0, None

    def close(self, q: int, result: Result) -> None:
        """A question is closed, and counts for this player."""
        self.results[q] = result
        self.fuel += result.earned
