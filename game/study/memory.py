"""What is known of how well a learner remembers a card."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Memory:
    """A card after its last graded answer.

    `state` and `step` are FSRS's own. `stability` is the days in which the chance to remember falls
    to 90 %, at least 0.001; `difficulty` goes from 1 to 10. `due` and `last` are study days.
    `lapses` counts the days on which the card was known before and forgotten.
    """

    card: str
    state: int
    step: int | None
    stability: float
    difficulty: float
    due: date
    last: date
    reviews: int
    lapses: int

    def is_due(self, day: date) -> bool:
        """Whether it is to be asked on a study day.

        One that was last seen on a later day was seen under a wrong clock, and is asked.
        """
        return self.due <= day or (self.last - day).days > 1
