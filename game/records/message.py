"""What is to be said of how the records were opened, or of what went wrong with them later."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

What = Literal[
    "restored",
    "found-again",
    "started-anew",
    "read-only",
    "no-room",
    "newer",
    "shared",
    "second-copy",
    "clock-back",
]


@dataclass(frozen=True, slots=True)
class Message:
    """One thing that happened.

    `file` names what it happened to: a damaged file that was set aside, a folder. `day` is that of
    a backup or of the last answer, `count` how many answers could be saved beside.
    """

    what: What
    file: str = ""
    day: date | None = None
    count: int = 0
