"""Who plays a round: one player, a class that votes as one, or teams of one mission."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Who = Literal["alone", "class", "teams"]
Order = Literal["turns", "buzz", "together"]

STATIONS: tuple[str, ...] = (
    "propulsion", "guidance", "communications", "recovery", "power", "weather",
)  # fmt: skip
"""The stations of one mission, a team each; their ids are also the ids of the teams' seats."""

FEWEST_TEAMS = 2
MOST_TEAMS = len(STATIONS)


@dataclass(frozen=True, slots=True)
class Crew:
    """Who plays. `teams` (2 to 6) and `order` count for teams alone.

    `turns`: the teams answer one after the other; `buzz`: whoever presses first; `together`: all
    show a card, and the teacher marks who was right. `size` is how many learners there are, 0 if
    nobody said. `phones`: each learner of a class answers alone, and a cell holds the mean of what
    they put in. ValueError for a number of teams that there are no stations for.
    """

    who: Who = "alone"
    teams: int = 0
    order: Order = "turns"
    size: int = 0
    phones: bool = False

    def __post_init__(self) -> None:
        if self.who == "teams" and not FEWEST_TEAMS <= self.teams <= MOST_TEAMS:
            raise ValueError(f"there are {FEWEST_TEAMS} to {MOST_TEAMS} teams, not {self.teams}")

    @property
    def seats(self) -> tuple[str, ...]:
        """The ids of the seats: a team each, else one for all."""
        if self.who == "teams":
            return STATIONS[: self.teams]
        return ("class",) if self.who == "class" else ("player",)
