"""The facts of a round as satellites over the Earth, each with its name."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from game.play.sitting import Sitting
from game.screens.orbits import sunk
from game.ui.art import signs
from game.ui.art.earth import CENTRE, orbit_y
from game.ui.canvas import Canvas
from game.ui.clock import ease_out
from game.ui.text import curled, lay_out
from game.ui.theme import TypeStyle

LEFT, RIGHT = 900.0, 1880.0
CREST = CENTRE[0]
_BESIDE, _TOP = 26.0, 10.0
_LANES = {5: tuple(120.0 + 130 * i for i in range(5)), 7: tuple(84.0 + 92 * i for i in range(7))}

SINKS = 56.0
"""How far what is wholly forgotten would hang under its orbit."""
_HIGH = {5: 86.0, 7: 62.0}
"""How high a name may be, by the number of lanes."""


@dataclass(frozen=True, slots=True)
class Orbiting:
    """A fact that was learned at once, or mended.

    `recall` is the chance (0 to 1) that the learner remembers it today, as their records say.
    """

    label: str
    mended: bool
    recall: float = 1.0


def facts_in_orbit(sitting: Sitting) -> tuple[Orbiting, ...]:
    """The facts of the countdown whose cells are full, in the order they were asked."""
    return tuple(
        Orbiting(asked.question.label, cell == "mended", sitting.recall(asked.question))
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
    """The satellites that have climbed so far, lowest orbit first, all names in one size."""
    theme = canvas.theme
    heights = orbits_for(facts)
    places = tuple(_place(index, len(facts), heights) for index in range(len(facts)))
    names = tuple((fact.label, *place.box) for fact, place in zip(facts, places, strict=True))
    size = _common(names, theme.style("hint_bold"), canvas.text_scale)
    style = replace(theme.style("hint_bold"), size=size / canvas.text_scale)
    for index, (fact, place) in enumerate(zip(facts, places, strict=True)):
        share = min(1.0, max(0.0, risen - index))
        if share <= 0:
            continue
        x, height = place.x, heights[place.lane] * ease_out(share) - sunk(fact.recall, SINKS)
        y = orbit_y(x, height)
        signs.satellite(canvas, (x, y), "mended" if fact.mended else "learned")
        if share < 1:
            continue
        ink = theme.colour("amber" if fact.mended else "ink")
        wide, high = place.box
        left = x + _BESIDE
        right = left + canvas.measure(fact.label, place.box, style, 2).width
        foot = _over(x, right, height)
        canvas.paragraph(
            fact.label, (left, foot - high, wide, high), style, ink,
            valign="bottom", max_lines=2, balanced=False,
        )  # fmt: skip


def _over(x: float, right: float, height: float) -> float:
    """Where the name of a satellite at grid x may reach down to, clear of it and of its orbit.

    An orbit climbs towards the middle: its highest point under the name counts.
    """
    left = x + _BESIDE
    crest = min(orbit_y(at, height) for at in (left, min(max(CREST, left), right), right))
    return min(orbit_y(x, height) - 24, crest - 8)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a satellite of a round stands, and how wide and high its name may be."""

    lane: int
    x: float
    box: tuple[float, float]


def _place(index: int, count: int, heights: tuple[float, ...]) -> _Place:
    """A few rise in one slanting row from lane to lane; more share the lanes in columns."""
    lanes = len(heights)
    lane = index % lanes
    if count <= lanes:
        x = LEFT + 60 + min(150.0, 480.0 / max(1, count - 1)) * index
        wide = RIGHT - x - _BESIDE
    else:
        row = len(range(lane, count, lanes))
        slot = (RIGHT - LEFT) / row
        slant = 26 * lane if row < 3 else 0
        x = LEFT + slot * (index // lanes) + 46 + slant
        wide = min(slot - 60 - slant, RIGHT + 20 - x - _BESIDE)
    over = _over(x, x + _BESIDE + wide, heights[lane])
    return _Place(lane, x, (wide, min(_HIGH[lanes], over - _TOP)))


@lru_cache(maxsize=8)
def _common(
    names: tuple[tuple[str, float, float], ...], style: TypeStyle, text_scale: float
) -> float:
    """The size in which every name has its room, on two lines if need be, in grid units."""
    sizes = (
        lay_out(curled(name), style, wide, high, text_scale=text_scale, max_lines=2).size
        for name, wide, high in names
    )
    return min(sizes, default=style.size * text_scale)
