"""The facts of a round as satellites over the Earth, each with its name."""

from __future__ import annotations

from dataclasses import dataclass

from game.play.sitting import Sitting
from game.ui.art import signs
from game.ui.art.earth import CENTRE, orbit_y
from game.ui.canvas import Canvas
from game.ui.clock import ease_out

LEFT, RIGHT = 900.0, 1880.0
CREST = CENTRE[0]
_LANES = {5: (130.0, 272.0, 414.0, 556.0, 690.0), 7: tuple(100.0 + 98 * i for i in range(7))}


@dataclass(frozen=True, slots=True)
class Orbiting:
    """A fact that was learned at once, or mended."""

    label: str
    mended: bool


def facts_in_orbit(sitting: Sitting) -> tuple[Orbiting, ...]:
    """The facts of the countdown whose cells are full, in the order they were asked."""
    return tuple(
        Orbiting(asked.question.label, cell == "mended")
        for asked, cell in zip(sitting.round.asked, sitting.cells(), strict=False)
        if cell in ("full", "mended")
    )


def orbits_for(facts: tuple[Orbiting, ...]) -> tuple[float, ...]:
    """How high the orbits of so many facts are, in grid units over the Earth."""
    return _LANES[5 if len(facts) <= 10 else 7]


def draw_orbit(canvas: Canvas, height: float) -> None:
    """An orbit from the words' right edge to the window's."""
    right, steps = canvas.visible.right, 40
    xs = (LEFT + (right - LEFT) * step / steps for step in range(steps + 1))
    canvas.line([(x, orbit_y(x, height)) for x in xs], canvas.theme.colour("line"), 2.5)


def draw_satellites(canvas: Canvas, facts: tuple[Orbiting, ...], risen: float) -> None:
    """The satellites that have climbed so far, lowest orbit first."""
    theme = canvas.theme
    heights = orbits_for(facts)
    for index, fact in enumerate(facts):
        share = min(1.0, max(0.0, risen - index))
        if share <= 0:
            continue
        lane = index % len(heights)
        row = [i for i in range(len(facts)) if i % len(heights) == lane]
        slot = (RIGHT - LEFT) / len(row)
        x = LEFT + slot * row.index(index) + 46 + (26 * lane if len(row) < 3 else 0)
        height = heights[lane] * ease_out(share)
        y = orbit_y(x, height)
        signs.satellite(canvas, (x, y), "mended" if fact.mended else "learned")
        if share < 1:
            continue
        ink = theme.colour("amber" if fact.mended else "ink")
        left = x + 26
        room = min(slot - 60 - (26 * lane if len(row) < 3 else 0), RIGHT + 20 - left)
        right = left + min(room, canvas.text_width(fact.label, "hint_bold"))
        # An orbit climbs towards the middle: its highest point under the name counts.
        crest = min(orbit_y(at, height) for at in (left, min(max(CREST, left), right), right))
        base = min(y - 30, crest - 14)
        canvas.text(fact.label, (left, base), "hint_bold", ink, "baseleft", fit=room)
