"""What a teacher may choose for a live class, before it and while it runs."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Literal, get_args

from game.phrase import phrase
from game.play.plan import rules_for
from game.rounds.crew import MOST_TEAMS, STATIONS
from game.rounds.state import Rules

Pace = Literal["window", "relaxed", "untimed", "classic", "fast"]
Standing = Literal["top", "teams", "none"]
Names = Literal["made", "free"]
Dealt = Literal["chosen", "dealt"]

CLOCK_S = 20.0
"""The clock of a question in the classic scheme, the usual one of its programs."""
MOST_SEATS = 2000
"""So many may join where the system allows as many connections: the largest plan that is sold."""
RELAXED = 2.0
"""So many times the usual time."""

_MAY_BE: dict[str, tuple[object, ...]] = {
    "shapes": (True, False),
    "change": (True, False),
    "standing": get_args(Standing),
    "names": get_args(Names),
    "teams": (0, *range(2, MOST_TEAMS + 1)),
    "dealt": get_args(Dealt),
    "go": (True, False),
    "calls": (True, False),
    "locked": (True, False),
    "pace": get_args(Pace),
}


@dataclass(frozen=True, slots=True)
class Settings:
    """`shapes`: phones show only shapes and letters; `change`: an answer can be changed until the
    question closes; `teams`: how many there are (0 or 2 to 6), and whether they are `dealt` or
    chosen; `go` and `calls`: whether they can be said and made; `seats`: how many may join, 0 for
    as many as there is room for; `locked`: whether the doors are."""

    shapes: bool = False
    change: bool = True
    standing: Standing = "top"
    names: Names = "made"
    teams: int = 0
    dealt: Dealt = "dealt"
    go: bool = True
    calls: bool = True
    pace: Pace = "window"
    seats: int = 0
    locked: bool = False

    @property
    def team_ids(self) -> tuple[str, ...]:
        """The teams: stations of one mission."""
        return STATIONS[: self.teams]

    def as_json(self) -> str:
        """All of them, as the log has them."""
        return json.dumps(asdict(self))


def settings_from(text: str) -> Settings:
    """The settings that `as_json` wrote; those that are none are as usual."""
    found = json.loads(text) if text else {}
    return Settings(
        **{name: value for name, value in found.items() if not wrong_setting(name, value)}
    )


def wrong_setting(name: str, value: object) -> str:
    """What is wrong with a setting that somebody wants, "" if nothing is."""
    if name == "seats":
        fits = type(value) is int and 0 <= value <= MOST_SEATS
        return "" if fits else phrase("seats are 0 to {most}", most=MOST_SEATS)
    allowed = _MAY_BE.get(name)
    if allowed is None:
        return phrase("there is no setting {name!r}", name=name)
    # True is 1 in Python, and teams are a number.
    if any(value == one and type(value) is type(one) for one in allowed):
        return ""
    return phrase("{name} is one of {values}", name=name, values=", ".join(map(str, allowed)))


def rules_of(settings: Settings, count: int) -> Rules:
    """The rules of a round of that many questions."""
    if settings.pace == "classic":
        return Rules(scheme="classic", window_s=0.0, clock_s=CLOCK_S, go_offers=0, calls=False)
    if settings.pace == "untimed":
        return rules_for(count, timed=False)
    return rules_for(count, time_factor=RELAXED if settings.pace == "relaxed" else 1.0)
