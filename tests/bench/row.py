"""One line of a benchmark: what was measured, beside what."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """A measured value and its floor or peer, both from the same run and in the same unit."""

    name: str
    value: float
    unit: str
    against: str
    against_value: float
    ratio: float
