"""Orbits of two bodies: what a state flies on to, and what an orbit asks for at a height."""

from __future__ import annotations

from dataclasses import dataclass
from math import acos, degrees, sqrt

from game.flight.motion import EARTH_M, MU, State


@dataclass(frozen=True, slots=True)
class Reached:
    """An orbit: heights over a sphere of 6371 km, inclination to the equator in degrees."""

    perigee_km: float
    apogee_km: float
    inclination_deg: float


@dataclass(frozen=True, slots=True)
class Entry:
    """Where and how an orbit is entered: radius (m), speeds up and across (m/s), energy (J/kg)."""

    radius: float
    up: float
    across: float
    energy: float


def energy(state: State) -> float:
    """Orbital energy of each kilogram, J/kg: v2/2 - mu/r (Bate, Mueller, White, equation 1.4-2)."""
    x, y, z, u, v, w = state
    return 0.5 * (u * u + v * v + w * w) - MU / sqrt(x * x + y * y + z * z)


def orbit_of(state: State) -> Reached:
    """The orbit of a state that falls freely.

    Bate, Mueller and White, Fundamentals of Astrodynamics, equations 1.5-3 (eccentricity by
    energy and angular momentum), 1.5-8 and 2.4-7 (inclination). A state that escapes has an apogee
    of infinity.
    """
    x, y, z, u, v, w = state
    hx, hy, hz = y * w - z * v, z * u - x * w, x * v - y * u
    square = hx * hx + hy * hy + hz * hz
    total = energy(state)
    eccentricity = sqrt(max(0.0, 1 + 2 * total * square / (MU * MU)))
    parameter = square / MU
    perigee = parameter / (1 + eccentricity)
    apogee = parameter / (1 - eccentricity) if eccentricity < 1 else float("inf")
    tilt = degrees(acos(max(-1.0, min(1.0, hz / sqrt(square))))) if square else 90.0
    return Reached((perigee - EARTH_M) / 1e3, (apogee - EARTH_M) / 1e3, tilt)


def entry_of(perigee_km: float, apogee_km: float, at_km: float) -> Entry:
    """How an orbit is entered at a height (held between perigee and apogee), not descending.

    The same equations: energy -mu/2a, angular momentum by the two apsides.
    """
    low, high = perigee_km * 1e3 + EARTH_M, apogee_km * 1e3 + EARTH_M
    radius = min(max(at_km * 1e3 + EARTH_M, low), high)
    total = -MU / (low + high)
    momentum = sqrt(2 * MU * low * high / (low + high))
    across = momentum / radius
    up = sqrt(max(0.0, 2 * (total + MU / radius) - across * across))
    return Entry(radius, up, across, total)
