"""Where the parts of a countdown screen stand, for each size of text.

Labels give way first, then the mast lies down into rows, then the rocket leaves; type never does.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from game.ui.art.backdrop import SCREEN, Stand
from game.ui.geometry import Rect

Room = Literal["normal", "large", "huge"]

LARGE_FROM = 1.2
HUGE_FROM = 1.6


@dataclass(frozen=True, slots=True)
class Places:
    """The places of one room of text.

    `right` is the right edge of the cards, `inset` that of text in them, `rocket` where the rocket
    stands, if it has room.
    """

    room: Room
    card: Rect
    answers: tuple[Rect, ...]
    plates: tuple[Rect, Rect]
    hints: Rect
    mast: Rect
    right: float
    inset: float
    rocket: Stand | None


_NORMAL = Places(
    room="normal",
    card=Rect(96, 176, 1312, 300),
    answers=(
        Rect(96, 508, 642, 172),
        Rect(766, 508, 642, 172),
        Rect(96, 708, 642, 172),
        Rect(766, 708, 642, 172),
    ),
    plates=(Rect(96, 560, 642, 320), Rect(766, 560, 642, 320)),
    hints=Rect(96, 970, 1312, 52),
    mast=Rect(1711, 222, 112, 678),
    right=1408,
    inset=64,
    rocket=SCREEN,
)

_LARGE = Places(
    room="large",
    card=Rect(96, 168, 1408, 396),
    answers=(
        Rect(96, 592, 690, 152),
        Rect(814, 592, 690, 152),
        Rect(96, 768, 690, 152),
        Rect(814, 768, 690, 152),
    ),
    plates=(Rect(96, 616, 690, 288), Rect(814, 616, 690, 288)),
    hints=Rect(96, 954, 1408, 78),
    mast=Rect(1552, 950, 272, 96),
    right=1504,
    inset=56,
    rocket=replace(SCREEN, axis=1690, foot=892, metre=14.8),
)

_HUGE = Places(
    room="huge",
    card=Rect(64, 152, 1792, 376),
    answers=(
        Rect(64, 552, 884, 168),
        Rect(972, 552, 884, 168),
        Rect(64, 742, 884, 168),
        Rect(972, 742, 884, 168),
    ),
    plates=(Rect(64, 592, 884, 318), Rect(972, 592, 884, 318)),
    hints=Rect(64, 962, 1456, 84),
    mast=Rect(1552, 958, 304, 92),
    right=1856,
    inset=44,
    rocket=None,
)


def places(text_scale: float) -> Places:
    """The places for a text scale of 1 to 2."""
    if text_scale < LARGE_FROM:
        return _NORMAL
    return _LARGE if text_scale < HUGE_FROM else _HUGE
