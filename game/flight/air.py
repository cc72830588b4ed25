"""The air around a vehicle: the U.S. Standard Atmosphere, 1976."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from functools import cache
from math import exp, log, sqrt
from typing import NamedTuple

TOP_M = 100_000.0
"""Height above which the air no longer counts: what climbs through it there feels under 20 N."""

STEP_M = 100.0
SEA_LEVEL_PA = 101_325.0

_G0 = 9.80665
_GAS = 287.05287
_GAMMA = 1.4
_EARTH_M = 6_356_766.0
"""The radius by which the standard turns heights into geopotential heights."""

# Geopotential height (m), temperature (K) and lapse rate (K/m) of each layer's base: table 4.
_LAYERS = (
    (0.0, 288.15, -0.0065),
    (11_000.0, 216.65, 0.0),
    (20_000.0, 216.65, 0.001),
    (32_000.0, 228.65, 0.0028),
    (47_000.0, 270.65, 0.0),
    (51_000.0, 270.65, -0.0028),
    (71_000.0, 214.65, -0.002),
)

# Height (m), pressure (Pa), density (kg/m3) from 86 km up: the standard's table I.
_THIN = (
    (86_000.0, 0.37338, 6.958e-6),
    (90_000.0, 0.18359, 3.416e-6),
    (95_000.0, 0.075966, 1.393e-6),
    (100_000.0, 0.032011, 5.604e-7),
)
_THIN_SOUND = 274.1
"""Speed of sound at 86 km (m/s); above it the standard gives none, and it is kept."""


class Air(NamedTuple):
    """Pressure (Pa), density (kg/m3) and speed of sound (m/s)."""

    pressure: float
    density: float
    sound: float


def air_at(height_m: float) -> Air:
    """The air at a height over the sea, from 0 to `TOP_M`; nothing above it.

    U.S. Standard Atmosphere, 1976 (NOAA-S/T 76-1562): equations 33a, 33b, 42 and 50 up to 86 km,
    above it table I, between whose rows the logarithm is linear.
    """
    if height_m > TOP_M:
        return Air(0.0, 0.0, _THIN_SOUND)
    if height_m >= _THIN[0][0]:
        return _thin(height_m)
    height = max(height_m, 0.0)
    height = _EARTH_M * height / (_EARTH_M + height)
    pressure = SEA_LEVEL_PA
    for number, (base, warm, lapse) in enumerate(_LAYERS):
        top = _LAYERS[number + 1][0] if number + 1 < len(_LAYERS) else height
        here = min(height, top) - base
        if lapse:
            pressure *= (warm / (warm + lapse * here)) ** (_G0 / (_GAS * lapse))
        else:
            pressure *= exp(-_G0 * here / (_GAS * warm))
        if height <= top:
            kelvin = warm + lapse * here
            break
    return Air(pressure, pressure / (_GAS * kelvin), sqrt(_GAMMA * _GAS * kelvin))


def _thin(height: float) -> Air:
    number = min(bisect_right(_THIN, height, key=lambda row: row[0]), len(_THIN) - 1)
    low, high = _THIN[number - 1], _THIN[number]
    share = (height - low[0]) / (high[0] - low[0])
    pressure, density = (exp(log(low[i]) + share * (log(high[i]) - log(low[i]))) for i in (1, 2))
    return Air(pressure, density, _THIN_SOUND)


Row = tuple[float, float, float, float, float, float]


@cache
def table() -> tuple[Row, ...]:
    """Rows every `STEP_M`: pressure, density, 1 / sound, and how each changes to the next row.

    Read linearly it differs from `air_at` by less than 0.01 %.
    """
    count = int(TOP_M / STEP_M)
    points = []
    for number in range(count + 1):
        air = air_at(number * STEP_M)
        points.append((air.pressure, air.density, 1 / air.sound))
    return tuple(
        (*low, high[0] - low[0], high[1] - low[1], high[2] - low[2])
        for low, high in itertools.pairwise(points)
    )
