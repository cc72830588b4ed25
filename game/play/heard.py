"""What is known of an answer beside the round that it was given in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heard:
    """How long an answer took, and what came between.

    `mend` is whether the fact was missed in this sitting; `paused` whether the question was left
    meanwhile; `offered` whether GO could be said.
    """

    elapsed_ms: int
    mend: bool = False
    paused: bool = False
    offered: bool = False
