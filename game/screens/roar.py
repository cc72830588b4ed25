"""How a computed flight sounds: what thrust and air make of each layer at any moment of it."""

from __future__ import annotations

from typing import NamedTuple

from game.flight.air import SEA_LEVEL_PA
from game.flight.track import Flight

_USUAL_MAX_Q_PA = 30e3
_INSIDE, _LEAST_INSIDE = 0.24, 0.1
"""How loud engines are that are heard through the structure alone, at most and at least."""
_FELT_M_S2 = 14.0
"""The push that is heard through the structure in full."""
_COASTING = 0.06
_VENTS, _STILL = 0.45, 0.2
_RUSH = 0.8


class Layers(NamedTuple):
    """Volumes, 0 to 1, of the loops of `game.ui.sound` by their names."""

    body: float
    crackle: float
    wind: float


SILENT = Layers(0.0, 0.0, 0.0)


class Roar:
    """The sound of one flight. Times are mission seconds; the layers go with the computed state.

    Outside, the engines are as loud as the air can carry: with the root of the thrust, as a share
    of that at lift-off, and the root of the air's pressure. What the air itself makes of the flame
    dies sooner. What is left in a vacuum comes through the structure, by how hard it pushes. The
    stream of air is heard as the dynamic pressure, as a share of its greatest.
    """

    def __init__(self, flight: Flight) -> None:
        self._flight = flight
        self._most_n = max(1.0, flight.at(0.0).thrust_n)
        hardest = flight.event("max-q")
        top = flight.at(hardest.t_s).dynamic_pa if hardest is not None else _USUAL_MAX_Q_PA
        self._most_pa = max(1.0, top)
        self._cold = flight.vehicle.stages[0].propellants.cold
        orbit = flight.event("orbit")
        self._end_s = orbit.t_s if orbit is not None else flight.end_s

    def at(self, t: float) -> Layers:
        """What is heard at a time; nothing once the orbit is entered."""
        if t >= self._end_s:
            return SILENT
        vents = _VENTS if self._cold else _STILL
        if t < self._flight.begin_s:
            return Layers(0.0, 0.0, vents)
        now = self._flight.at(t)
        share = min(1.0, now.thrust_n / self._most_n)
        air = min(1.0, now.ambient_pa / SEA_LEVEL_PA)
        felt = min(1.0, now.thrust_n / now.mass_kg / _FELT_M_S2)
        inside = max(_LEAST_INSIDE, _INSIDE * felt) if share > 0 else 0.0
        outside = (share * air) ** 0.5
        body = max(outside, inside, _COASTING)
        stream = _RUSH * min(1.0, now.dynamic_pa / self._most_pa)
        wind = max(stream, vents * (1 - share)) if t < 0 else stream
        return Layers(body, share**0.8 * air**0.7, wind)

    def said(self, t: float) -> str:
        """Which of `game.ui.captions.LASTING` is heard at a time."""
        if t < self._flight.begin_s:
            return "vents"
        if t >= self._end_s:
            return "off"
        now = self._flight.at(t)
        share, air = now.thrust_n / self._most_n, now.ambient_pa / SEA_LEVEL_PA
        if share <= 0:
            return "off"
        if t < 0:
            return "low" if share < 0.2 else "middle" if share < 0.9 else "full"
        return "full" if air > 0.3 else "thinner" if air > 0.005 else "faint"
