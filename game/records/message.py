"""What is to be said of how the records were opened, or of what went wrong with them later."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

What = Literal[
    "restored", "started-anew", "read-only", "no-room", "newer", "second-copy", "clock-back"
]


@dataclass(frozen=True, slots=True)
class Message:
    """One thing that happened. `detail` names what it happened to: a file, a folder, a day."""

    what: What
    detail: str = ""
