"""Where the satellites of a constellation stand on the grid, and which is next to which."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import degrees, sqrt

from game.play.constellation import Constellation, Satellite
from game.ui.art.earth import Globe
from game.ui.geometry import Point, Rect

GLOBE = Globe((860.0, 3546.0), 2600.0)
"""The Earth under the constellation; its limb is highest at y 946."""
LEFT, RIGHT = 100.0, 1500.0
FOOT = 910.0
"""No orbit runs lower than this."""
LOWEST = 100.0
HIGHEST = 564.0
"""How far the lowest and the highest orbit run over the limb."""
_FARTHEST = 112.0
_MOST_LANES = 8
_CROWDED = 60
_SINKS = 0.6
"""The chance that something is forgotten shows as this power of it: small differences are to be
seen, since what is due has sunk only a little."""


@dataclass(frozen=True, slots=True)
class Lane:
    """One line round the Earth: its height over the limb, its name ("" if the lane before it has
    the same), the satellites on it, and grid x of its left and right end."""

    over: float
    name: str
    satellites: tuple[Satellite, ...]
    ends: tuple[float, float]

    @property
    def pitch(self) -> float:
        """How far two neighbours stand apart."""
        left, right = self.ends
        return (right - left) / max(1, len(self.satellites))

    def x(self, at: int) -> float:
        """Grid x of its satellite `at`."""
        return self.ends[0] + (at + 0.5) * self.pitch

    def point(self, x: float, sunk: float = 0.0) -> Point:
        """The point of the orbit over grid x, or so far under it."""
        return (x, GLOBE.orbit_y(x, self.over) + sunk)

    def line(self) -> list[Point]:
        """The orbit itself."""
        left, right = self.ends
        steps = 48
        return [self.point(left + (right - left) * step / steps) for step in range(steps + 1)]

    def crosses(self, box: Rect) -> bool:
        """Whether the orbit runs through a box of words."""
        left, right = max(box.x, self.ends[0]), min(box.right, self.ends[1])
        if left > right:
            return False
        ys = [self.point(x)[1] for x in (left, (left + right) / 2, right)]
        return min(ys) < box.bottom - 4 and max(ys) > box.y + 4

    def slant(self, x: float) -> float:
        """By how many degrees the orbit is turned clockwise at grid x."""
        return degrees((x - GLOBE.centre[0]) / (GLOBE.radius + self.over))


@dataclass(frozen=True, slots=True)
class Chart:
    """All lanes, the highest first, as they are drawn."""

    lanes: tuple[Lane, ...]
    depth: float
    """How far what is wholly forgotten hangs under its orbit."""

    def sunk(self, recall: float) -> float:
        """How far under its orbit a card hangs that is remembered with this chance."""
        return sunk(recall, self.depth)

    def place(self, lane: int, at: int, recall: float | None = None) -> Point:
        """Where a satellite stands, or would if it were remembered with another chance."""
        row = self.lanes[lane]
        shown = row.satellites[at].recall if recall is None else recall
        return row.point(row.x(at), self.sunk(shown))

    @property
    def pitch(self) -> float:
        """The least distance of two neighbours."""
        return min((lane.pitch for lane in self.lanes if lane.satellites), default=RIGHT - LEFT)

    def find(self, card: str) -> tuple[int, int] | None:
        """Lane and place of a card."""
        for number, lane in enumerate(self.lanes):
            for at, one in enumerate(lane.satellites):
                if one.card == card:
                    return number, at
        return None

    def beside(self, lane: int, at: int, by: int) -> tuple[int, int] | None:
        """The neighbour on the same orbit, None at its end."""
        return (lane, at + by) if 0 <= at + by < len(self.lanes[lane].satellites) else None

    def across(self, lane: int, at: int, by: int) -> tuple[int, int] | None:
        """The nearest satellite of the next orbit that has any, `by` 1 towards the Earth."""
        x, number = self.lanes[lane].x(at), lane + by
        while 0 <= number < len(self.lanes):
            found = self.nearest_on(number, x)
            if found is not None:
                return number, found
            number += by
        return None

    def nearest_on(self, lane: int, x: float) -> int | None:
        """The satellite of an orbit that is nearest to grid x."""
        row = self.lanes[lane]
        return min(range(len(row.satellites)), key=lambda at: abs(row.x(at) - x), default=None)

    def nearest(self, point: Point, within: float) -> tuple[int, int] | None:
        """The satellite nearest to a point, None if none is near enough."""
        best: tuple[float, tuple[int, int]] | None = None
        for number in range(len(self.lanes)):
            for at in range(len(self.lanes[number].satellites)):
                x, y = self.place(number, at)
                away = sqrt((x - point[0]) ** 2 + (y - point[1]) ** 2)
                if away <= within and (best is None or away < best[0]):
                    best = away, (number, at)
        return best[1] if best else None

    @property
    def lowest(self) -> tuple[int, int] | None:
        """Where one comes to from below: the nearest lane that has satellites, in its middle."""
        for number in range(len(self.lanes) - 1, -1, -1):
            found = self.nearest_on(number, GLOBE.centre[0])
            if found is not None:
                return number, found
        return None


def sunk(recall: float, depth: float) -> float:
    """How far under its orbit a card hangs that is remembered with this chance; `depth` is for what
    is wholly forgotten."""
    forgotten = 1.0 - min(1.0, max(0.0, recall))
    return depth * float(forgotten**_SINKS)


def chart(known: Constellation) -> Chart:
    """A lane for each topic, more for one that is crowded, and no more than eight in all."""
    orbits = list(known.orbits)
    if len(orbits) > _MOST_LANES:
        kept, rest = orbits[: _MOST_LANES - 1], orbits[_MOST_LANES - 1 :]
        merged = tuple(one for orbit in rest for one in orbit.satellites)
        groups = [(orbit.name, orbit.satellites) for orbit in kept]
        groups.append((" · ".join(orbit.name for orbit in rest), merged))
    else:
        groups = [(orbit.name, orbit.satellites) for orbit in orbits]
    shares = [1] * len(groups)
    while sum(shares) < _MOST_LANES and groups:
        fullest = max(range(len(groups)), key=lambda at: len(groups[at][1]) / shares[at])
        if len(groups[fullest][1]) / shares[fullest] <= _CROWDED:
            break
        shares[fullest] += 1
    count = sum(shares)
    step = min(_FARTHEST, (HIGHEST - LOWEST) / max(1, count - 1))
    lanes: list[Lane] = []
    for (name, satellites), share in zip(groups, shares, strict=True):
        cuts = [round(len(satellites) * at / share) for at in range(share + 1)]
        for part, (start, end) in enumerate(pairwise(cuts)):
            over = LOWEST + step * (count - 1 - len(lanes))
            called = name if part == 0 else ""
            lanes.append(Lane(over, called, satellites[start:end], _ends(over)))
    return Chart(tuple(lanes), depth=min(100.0, step))


def _ends(over: float) -> tuple[float, float]:
    """Grid x at which an orbit so high over the limb begins and ends."""
    reach = sqrt(max(0.0, (GLOBE.radius + over) ** 2 - (GLOBE.centre[1] - FOOT) ** 2))
    return max(LEFT, GLOBE.centre[0] - reach), min(RIGHT, GLOBE.centre[0] + reach)
