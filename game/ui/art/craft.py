"""What the drawing knows of a vehicle and of its flight: plain records, with no physics in them.

Heights are metres over the vehicle's lowest point, times are mission seconds (0 at lift-off),
angles degrees over the local horizon.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from .paint import Colour

PadKind = Literal["tulip", "supports", "table"]
BlockKind = Literal["stage", "tower", "fairing", "skirt"]
PayloadKind = Literal["satellite", "probe", "cargo", "crew"]
Spacecraft = Literal["ship", "capsule", "ball", "probe"]
"""How a payload is drawn: with panels and crew, a globe with crew, a small ball, all others."""
EventKind = Literal[
    "thrust", "lift-off", "max-q", "tower", "boosters", "fairing", "skirt", "lights", "stage",
    "cut-off",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Band:
    """A piece of a body: heights over the body's base, radii, paint; `open` is a lattice."""

    bottom_m: float
    top_m: float
    bottom_radius_m: float
    top_radius_m: float
    colour: Colour
    open: bool = False


@dataclass(frozen=True, slots=True)
class Nozzles:
    """Equal nozzles on a ring under a block, measures in metres."""

    count: int
    exit_m: float
    ring_m: float
    main: bool


@dataclass(frozen=True, slots=True)
class Body:
    """`count` equal bodies round the axis (1: on it), the feet `out_m` from it, the tops
    `out_top_m`."""

    base_m: float
    bands: tuple[Band, ...]
    count: int = 1
    out_m: float = 0.0
    out_top_m: float = 0.0

    @property
    def foot_m(self) -> float:
        return self.base_m + self.bands[0].bottom_m

    @property
    def top_m(self) -> float:
        return self.base_m + self.bands[-1].top_m

    @property
    def radius_m(self) -> float:
        """The greatest."""
        return max(max(band.bottom_radius_m, band.top_radius_m) for band in self.bands)


@dataclass(frozen=True, slots=True)
class Block:
    """What flies and leaves as one. `engine` is its place in a pose's throttles, None without.

    It is lit from `lights_s` to `ends_s` and leaves at `leaves_s` (None: never).
    """

    id: str
    kind: BlockKind
    body: Body
    around: Body | None = None
    nozzles: tuple[Nozzles, ...] = ()
    engine: int | None = None
    lights_s: float | None = None
    ends_s: float | None = None
    leaves_s: float | None = None

    def there(self, t: float) -> bool:
        """Whether it is still with the vehicle."""
        return self.leaves_s is None or t < self.leaves_s

    def lit(self, t: float) -> bool:
        """Whether its engine burns."""
        return self.lights_s is not None and self.lights_s <= t < (self.ends_s or 1e9)

    @property
    def span_m(self) -> float:
        """How wide its engines stand: what its flame begins as."""
        outer = [body.out_m + body.radius_m for body in (self.body, self.around) if body]
        return 2 * max(outer)


@dataclass(frozen=True, slots=True)
class Look:
    """The colours of a propellant; `cold` makes frost and vapour."""

    flame: Colour
    smoke: Colour
    cold: bool


@dataclass(frozen=True, slots=True)
class Craft:
    """A vehicle as it is drawn; blocks stand in the order in which they leave."""

    id: str
    name: str
    height_m: float
    pad: PadKind
    blocks: tuple[Block, ...]
    first: Look
    upper: Look
    payload: PayloadKind
    payload_m: tuple[float, float, float]
    """Foot, top and radius of the payload under its fairing."""

    @property
    def spacecraft(self) -> Spacecraft:
        """Its payload by its kind, and by the room that it has."""
        tall = self.payload_m[1] - self.payload_m[0]
        if self.payload in ("crew", "cargo"):
            return "ship" if tall > 6.5 else "capsule"
        return "ball" if tall < 2 else "probe"

    def attached(self, t: float) -> tuple[Block, ...]:
        """The blocks that are still there."""
        return tuple(block for block in self.blocks if block.there(t))

    @property
    def strap_ons(self) -> Block | None:
        """The block of four that leaves as a cross, if the vehicle has one."""
        return next((block for block in self.blocks if block.body.count == 4), None)


class Pose(NamedTuple):
    """How things stand at one moment; `throttle` is a share (0 to 1) of each engine."""

    t_s: float
    height_m: float
    downrange_m: float
    pitch_deg: float
    ambient_pa: float
    push_m_s2: float
    throttle: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """Something that one sees or is told: its kind and when."""

    kind: EventKind
    t_s: float


@dataclass(frozen=True, slots=True)
class Flown:
    """A craft and one flight of it as a table of poses; `end_s` is when the orbit is entered."""

    craft: Craft
    poses: tuple[Pose, ...]
    events: tuple[Event, ...]
    end_s: float

    @property
    def begin_s(self) -> float:
        """When the first engine is lit on the pad."""
        return self.poses[0].t_s

    def at(self, t: float) -> Pose:
        """The pose of any time, evenly between two of the table, throttles as in the earlier."""
        number = bisect_right(self.poses, t, key=_time)
        if number == 0:
            return self.poses[0]
        if number == len(self.poses):
            return self.poses[-1]
        a, b = self.poses[number - 1], self.poses[number]
        share = (t - a.t_s) / (b.t_s - a.t_s)
        return Pose(
            t,
            a.height_m + share * (b.height_m - a.height_m),
            a.downrange_m + share * (b.downrange_m - a.downrange_m),
            a.pitch_deg + share * (b.pitch_deg - a.pitch_deg),
            a.ambient_pa + share * (b.ambient_pa - a.ambient_pa),
            a.push_m_s2 + share * (b.push_m_s2 - a.push_m_s2),
            a.throttle,
        )

    def when(self, *kinds: EventKind) -> Sequence[float]:
        """The times of all events of these kinds."""
        return [event.t_s for event in self.events if event.kind in kinds]


def _time(pose: Pose) -> float:
    return pose.t_s
