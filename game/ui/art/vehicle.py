"""The shape of the R-7 family as it is drawn: profiles of (height, radius) in metres.

Heights run up from the nozzles' rim. Proportions follow a Soyuz; inner shapes (ogives, bands,
fins) are drawn to look right and are no evidence of the vehicle's measures.
"""

from __future__ import annotations

from dataclasses import dataclass

Profile = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Body:
    """One round body: its profile from the foot up, and the (height, x) line of its axis."""

    profile: Profile
    axis: Profile = ((0.0, 0.0), (1.0, 0.0))
    bands: tuple[float, ...] = ()
    outlined: bool = False


@dataclass(frozen=True, slots=True)
class Vehicle:
    """Bodies from back to front, the open lattices (foot, head, radius), and hatches."""

    height: float
    bodies: tuple[Body, ...]
    lattices: tuple[tuple[float, float, float], ...]
    hatches: tuple[tuple[float, float, float, float], ...] = ()
    fins: tuple[tuple[tuple[float, float], ...], ...] = ()


def _ogive(foot: float, head: float, radius: float, power: float = 0.72) -> Profile:
    """A nose that leaves the cylinder without a corner."""
    count = 14
    return tuple(
        (foot + (head - foot) * i / count, radius * (1 - (i / count) ** 2) ** power)
        for i in range(count + 1)
    )


_CORE = ((1.0, 1.06), (13.0, 1.06), (19.6, 1.42), (21.6, 1.45), (27.8, 1.26))

_BOOSTER = (
    (1.0, 1.34),
    (3.2, 1.34),
    (8.1, 1.27),
    (12.5, 0.98),
    (17.0, 0.62),
    (19.2, 0.42),
    (20.2, 0.25),
    (20.7, 0.1),
)


def _side(sign: float) -> Body:
    return Body(
        profile=_BOOSTER,
        axis=((0.0, 3.72 * sign), (8.1, 3.66 * sign), (20.7, 1.62 * sign)),
        bands=(8.1, 14.2),
    )


_FRONT = Body(
    profile=tuple((h * 0.885 if h > 8.1 else h, r) for h, r in _BOOSTER),
    bands=(8.1, 14.2),
    outlined=True,
)

_FINS = (
    ((-4.98, 2.9), (-5.06, 1.0), (-5.6, 1.0)),
    ((4.98, 2.9), (5.06, 1.0), (5.6, 1.0)),
)

CARGO = Vehicle(
    height=38.4,
    bodies=(
        Body(profile=_CORE, bands=(19.9, 23.6, 27.0)),
        Body(
            profile=((29.2, 1.25), (31.8, 1.25), (32.2, 1.36), *_ogive(34.2, 38.4, 1.36)),
            bands=(30.6, 32.2, 35.3),
        ),
        _side(-1),
        _side(1),
        _FRONT,
    ),
    lattices=((27.8, 29.2, 1.13),),
    hatches=((-0.24, 33.3, 0.58, 1.15),),
    fins=_FINS,
)
"""The rocket of the screens: a Soyuz under a plain fairing."""
