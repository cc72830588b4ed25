"""When the film shows what: a monotone map from its seconds to the mission's, and its cuts.

Round an event the film is slow, between two it hurries. The short form keeps the lift-off, the
first separation and the orbit, and its clock jumps at the cuts.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from ..craft import Event, Flown

SceneName = Literal["pad", "climb", "cross", "high", "space", "orbit"]
LEAVES_SIGHT_S = 4.2
"""Mission seconds at which the pad's camera lets the vehicle go."""
THIN_M = 105e3
LONGEST_S = 29.5
_TOGETHER_S = 14.0
_BEFORE_S = 1.3
_SHORTEST_S = 0.2
"""No scene is shorter (film seconds)."""


@dataclass(frozen=True, slots=True)
class Knot:
    """At this film second it is this mission second."""

    film: float
    mission: float


@dataclass(frozen=True, slots=True)
class Cut:
    """A scene from a film second to another."""

    name: SceneName
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Plan:
    """The map and the scenes of one film; `ends` is when the clock stops, in both seconds."""

    knots: tuple[Knot, ...]
    cuts: tuple[Cut, ...]

    def mission(self, film: float) -> float:
        """The mission second shown at a film second: never earlier than at one before."""
        number = bisect_right(self.knots, film, key=lambda knot: knot.film)
        if number == 0:
            return self.knots[0].mission
        if number == len(self.knots):
            return self.knots[-1].mission
        a, b = self.knots[number - 1], self.knots[number]
        share = (film - a.film) / (b.film - a.film)
        return a.mission + share * (b.mission - a.mission)

    def film(self, mission: float) -> float:
        """The first film second that shows a mission second, or the one that comes nearest."""
        for a, b in pairwise(self.knots):
            if b.mission >= mission > a.mission and b.film > a.film:
                share = (mission - a.mission) / (b.mission - a.mission)
                return a.film + share * (b.film - a.film)
        return self.knots[0].film if mission <= self.knots[0].mission else self.knots[-1].film

    def factor(self, film: float) -> float:
        """How many mission seconds pass in one of the film's."""
        number = bisect_right(self.knots, film, key=lambda knot: knot.film)
        if number in (0, len(self.knots)):
            return 1.0
        a, b = self.knots[number - 1], self.knots[number]
        return (b.mission - a.mission) / max(1e-6, b.film - a.film)


@dataclass(frozen=True, slots=True)
class Window:
    """Mission seconds that the film shows slowly, and how long it takes."""

    start: float
    end: float
    takes: float
    events: tuple[Event, ...]

    @property
    def cross(self) -> float | None:
        """When boosters leave, if they do here."""
        return next((e.t_s for e in self.events if e.kind == "boosters"), None)


def windows(flown: Flown) -> tuple[Window, ...]:
    """What is shown slowly after the pad is out of sight; events near each other share one."""
    seen = [
        event
        for event in flown.events
        if event.kind not in ("thrust", "lift-off", "max-q") and event.t_s > LEAVES_SIGHT_S
    ]
    groups: list[list[Event]] = []
    for event in seen:
        if groups and event.t_s - groups[-1][-1].t_s < _TOGETHER_S:
            groups[-1].append(event)
        else:
            groups.append([event])
    found: list[Window] = []
    for group in groups:
        first, last = group[0].t_s, group[-1].t_s
        if first > flown.end_s + 1:
            continue
        after = 5.5 if any(event.kind == "boosters" for event in group) else 3.4
        start, end = first - _BEFORE_S, min(last + after, flown.end_s + 1.5)
        found.append(Window(start, end, min(3.8, 1.5 + (end - start) * 0.13), tuple(group)))
    return tuple(found)


def whole(flown: Flown, orbit_s: float) -> Plan:
    """The whole film; its last scene, where the clock stands, takes `orbit_s`."""
    knots = _pad(flown)
    cuts: list[Cut] = [Cut("pad", 0.0, knots[-1].film)]
    _to(knots, 9.0, 0.01)
    name: SceneName = "climb"
    start = cuts[-1].end
    peak = next(iter(flown.when("max-q")), 60.0)
    _to(knots, peak - 4, 2.1)
    _to(knots, peak + 6, 1.3)
    rest = [window for window in windows(flown) if window.end > knots[-1].mission + 1]
    for number, window in enumerate(rest):
        gap = window.start - knots[-1].mission
        if gap > 0:
            _to(knots, window.start, min(1.7, 0.5 + gap * 0.008))
        at = knots[-1].film
        split = window.cross
        if split is not None:
            # Boosters that leave before the air is thickest are shown after it all the same.
            shown = knots[-1].mission
            _to(knots, max(shown, split + 0.05), 1.0)
            cuts.append(Cut(name, start, knots[-1].film))
            start = knots[-1].film
            _to(knots, max(shown, split + 2.4), 2.1)
            cuts.append(Cut("cross", start, knots[-1].film))
            start, name = knots[-1].film, "high"
            _to(knots, max(shown, window.end, split + 5.5), 1.2)
            continue
        height = flown.at(window.start).height_m
        if at <= start + _SHORTEST_S:
            pass
        elif name == "climb" and number == 0:
            cuts.append(Cut(name, start, at))
            start, name = at, "high"
        elif name == "high" and height > THIN_M:
            cuts.append(Cut(name, start, at))
            start, name = at, "space"
        _to(knots, window.end, window.takes)
    if knots[-1].film > start + _SHORTEST_S:
        cuts.append(Cut(name, start, knots[-1].film))
    return _with_orbit(*_held(knots, cuts, LONGEST_S - orbit_s), flown, orbit_s)


def _held(knots: list[Knot], cuts: list[Cut], most: float) -> tuple[list[Knot], list[Cut]]:
    """The same, with all after the pad told faster if it would take too long."""
    pad, end = cuts[0].end, knots[-1].film
    share = min(1.0, (most - pad) / (end - pad))

    def earlier(film: float) -> float:
        return film if film <= pad else pad + (film - pad) * share

    return (
        [Knot(earlier(knot.film), knot.mission) for knot in knots],
        [Cut(cut.name, earlier(cut.start), earlier(cut.end)) for cut in cuts],
    )


def short(flown: Flown, orbit_s: float) -> Plan:
    """Eight seconds: the first movement, the first separation, the orbit."""
    knots = [Knot(0.0, -0.9), Knot(2.4, 2.6)]
    cuts = [Cut("pad", 0.0, 2.4)]
    peak = next(iter(flown.when("max-q")), 60.0)
    _jump(knots, peak - 4)
    _to(knots, peak + 4, 1.4)
    cuts.append(Cut("climb", 2.4, knots[-1].film))
    first = next((w for w in windows(flown) if w.start > knots[-1].mission), None)
    if first is not None:
        split = first.cross
        _jump(knots, split + 0.05 if split is not None else first.start)
        start = cuts[-1].end
        _to(knots, split + 3.6 if split is not None else first.end, 1.8)
        cuts.append(Cut("cross" if split is not None else "high", start, knots[-1].film))
    _jump(knots, flown.end_s)
    return _with_orbit(knots, cuts, flown, orbit_s)


def _pad(flown: Flown) -> list[Knot]:
    """From a breath before the first flame to where the pad's camera lets go."""
    levels = sorted(flown.when("thrust"))
    first, last = levels[0], levels[-1]
    knots = [Knot(0.0, first - 1.6)]
    _to(knots, first, 1.1)
    for level in levels[1:]:
        gap = level - knots[-1].mission
        _to(knots, level, min(gap, 1.1))
    _to(knots, 0.0, max(0.5, -last))
    _to(knots, LEAVES_SIGHT_S, LEAVES_SIGHT_S)
    return knots


def _with_orbit(knots: list[Knot], cuts: list[Cut], flown: Flown, takes: float) -> Plan:
    start = cuts[-1].end
    end = max(knots[-1].mission, flown.end_s)
    _to(knots, end, 0.5)
    cuts.append(Cut("orbit", start, start + takes))
    return Plan(tuple(knots), tuple(cuts))


def _to(knots: list[Knot], mission: float, takes: float) -> None:
    """Go on to a mission second within `takes` film seconds."""
    if mission >= knots[-1].mission:
        knots.append(Knot(knots[-1].film + takes, mission))


def _jump(knots: list[Knot], mission: float) -> None:
    _to(knots, mission, 1e-6)
