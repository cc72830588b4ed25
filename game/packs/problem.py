"""What is wrong with a pack, where, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from game.packs.model import Place

Severity = Literal["error", "flaw", "note"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem in one place.

    `path` names the thing for people (`facts[3] "Sputnik 1, the first ..."`), `code` for programs
    (`unknown-key`), `line_text` is the line itself for the caret, "" when there is no line.
    """

    place: Place
    path: str
    code: str
    severity: Severity
    message: str
    hint: str = ""
    line_text: str = ""
