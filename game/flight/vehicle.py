"""A launch vehicle as its file describes it: every figure with its source and how sure it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Literal

from game.phrase import phrase

Sure = Literal["agreed", "one", "derived", "estimate"]
"""`agreed`: two or more published origins; `one`: a single one; `derived`: reckoned from cited
figures; `estimate`: general knowledge or an estimate of ours."""

Cell = Literal["t_s", "height_km", "speed_m_s"]
"""One published quantity of an event."""

PadKind = Literal["tulip", "supports", "table"]
"""`tulip`: four arms hold the vehicle at its waist (R-7); `supports`: it stands on supports over
flat flame channels (Proton); `table`: it stands on a launch table, alone (Zenit, Soyuz-5)."""

PayloadKind = Literal["satellite", "probe", "cargo", "crew"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, where it comes from and how sure it is. Its unit ends the name it stands under."""

    value: float
    sure: Sure
    sources: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """A published work that figures are taken from. `note` says how it was read."""

    id: str
    title: str
    url: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Site:
    """The pad: its kind for the picture, its place in degrees north and east."""

    name: str
    pad: PadKind
    latitude_deg: Figure
    longitude_deg: Figure


@dataclass(frozen=True, slots=True)
class Propellants:
    """What a stage burns, and how that looks. Colours are `#rrggbb`, `cold` makes frost."""

    id: str
    oxidiser: str
    fuel: str
    cold: bool
    flame: str
    smoke: str


@dataclass(frozen=True, slots=True)
class Nozzles:
    """Nozzles of one size on one block: how many, exit diameter, ring on which they stand (m)."""

    kind: Literal["main", "vernier"]
    count: int
    exit_m: Figure
    ring_m: float


@dataclass(frozen=True, slots=True)
class Band:
    """A piece of a body between two heights over the body's own base, straight sided (m).

    An `open` one is a lattice that one sees through.
    """

    bottom_m: float
    top_m: float
    bottom_diameter_m: float
    top_diameter_m: float
    colour: str
    open: bool


@dataclass(frozen=True, slots=True)
class Body:
    """How a block is drawn: its bands from the base up.

    `base_m` is the height of the base over the vehicle's lowest point; `out_m` is how far from the
    vehicle's axis the block's axis stands at its base, and `out_top_m` at its top (both 0 for what
    stands on the axis; four blocks stand crosswise).
    """

    base_m: float
    out_m: float
    out_top_m: float
    bands: tuple[Band, ...]


@dataclass(frozen=True, slots=True)
class Around:
    """Equal bodies that stand around a stage for good, such as Proton's six fuel tanks."""

    count: int
    body: Body


@dataclass(frozen=True, slots=True)
class Verniers:
    """Steering engines that push with the main engine, and alone after it for `alone_s`.

    Their thrust is part of the stage's thrust while the main engine burns.
    """

    engine: str
    thrust_vac_n: Figure
    isp_vac_s: Figure
    alone_s: Figure


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage, or one of `count` equal blocks; masses, thrusts and measures are of one block.

    `lights`: on the `pad`, by a `timer` (its event's published time), or `after` the stage before
    it stopped, `lights_after_s` later (negative: while that still pushes). `ends`: by a `timer`,
    when run `dry`, or in `orbit`, when the orbit aimed at is reached. `leaves_s` later it is
    dropped (None: never). `throttle` has (time in s, share of full thrust) in order; `limit_g` is
    the acceleration (in g) that the engine is throttled to. `keeps_kg` is loaded but not burned.
    """

    id: str
    name: str
    count: int
    engine: str
    propellants: Propellants
    dry_kg: Figure
    propellant_kg: Figure
    keeps_kg: Figure | None
    thrust_sl_n: Figure | None
    thrust_vac_n: Figure
    isp_sl_s: Figure | None
    isp_vac_s: Figure
    burn_s: Figure | None
    length_m: Figure
    diameter_m: Figure
    nozzles: tuple[Nozzles, ...]
    body: Body
    around: Around | None
    lights: Literal["pad", "timer", "after"]
    lights_after_s: float
    ends: Literal["timer", "dry", "orbit"]
    leaves_s: float | None
    throttle: tuple[tuple[float, float], ...]
    limit_g: Figure | None
    verniers: Verniers | None
    aim: Orbit | None
    goes_on: bool


@dataclass(frozen=True, slots=True)
class Part:
    """What is dropped on the way without being a stage: a tower, a fairing, a skirt.

    It leaves by its event's published time, or `after_s` seconds after the stage `after` left.
    """

    id: str
    name: str
    kind: Literal["tower", "fairing", "skirt"]
    mass_kg: Figure
    length_m: Figure
    diameter_m: Figure
    body: Body
    after: str
    after_s: float


@dataclass(frozen=True, slots=True)
class PadThrust:
    """A level of thrust on the pad, from `t_s` (before lift-off, negative), as a share of full."""

    name: str
    t_s: float
    share: float


@dataclass(frozen=True, slots=True)
class Published:
    """What is published of one event. Cells named in `fitted` were targets of the tuning."""

    name: str
    t_s: Figure | None
    height_km: Figure | None
    speed_m_s: Figure | None
    fitted: tuple[Cell, ...]
    note: str

    def cell(self, name: Cell) -> Figure | None:
        """The figure of that cell, if one is published."""
        return {"t_s": self.t_s, "height_km": self.height_km, "speed_m_s": self.speed_m_s}[name]


@dataclass(frozen=True, slots=True)
class Orbit:
    """An orbit aimed at, heights over a sphere of 6371 km; `entry_km` is where it is entered."""

    perigee_km: Figure
    apogee_km: Figure
    inclination_deg: Figure
    entry_km: Figure | None


@dataclass(frozen=True, slots=True)
class Programme:
    """The pitch programme: straight up, a kick over `KICK_S`, a gravity turn, knots, guidance.

    The azimuth is that of the plane in which the vehicle pitches, in degrees from north, fixed in
    space. Knots are (time in s, pitch in degrees over the local horizon); between them pitch is
    linear. From `guided_from_s` on a stage that ends in orbit steers itself there.
    """

    azimuth_deg: float
    vertical_s: float
    kick_deg: float
    guided_from_s: float
    knots: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Payload:
    """What the vehicle carried (`flown`) or can carry, and where: `orbit` in words.

    `sources` tell of the flight, each figure's own of the figure.
    """

    id: str
    name: str
    kind: PayloadKind
    mass_kg: Figure
    orbit: str
    date: str
    flown: bool
    sources: tuple[str, ...]
    perigee_km: Figure | None
    apogee_km: Figure | None


@dataclass(frozen=True, slots=True)
class Vehicle:
    """A vehicle in the order in which it is built up. The first payload is the one that flies.

    `short` is what it is called beside others. `values` says whether the figures are of flown
    vehicles or of a design. Stages stand in the order in which they leave. `limits` has what a
    reader must know before trusting a number. `words` are, for each language but the file's own,
    pairs of a text of this vehicle and what it is there.
    """

    id: str
    name: str
    short: str
    mission: str
    values: Literal["flown", "design"]
    sources: tuple[Source, ...]
    site: Site
    height_m: Figure
    span_m: Figure
    liftoff_mass_kg: Figure
    drag_area_m2: Figure
    max_q_pa: Figure | None
    colours: tuple[tuple[str, str], ...]
    pad_thrust: tuple[PadThrust, ...]
    stages: tuple[Stage, ...]
    parts: tuple[Part, ...]
    payloads: tuple[Payload, ...]
    events: tuple[Published, ...]
    orbit: Orbit
    programme: Programme | None
    limits: tuple[str, ...]
    words: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()

    @property
    def payload(self) -> Payload:
        """The payload of the flight that the published figures are of."""
        return self.payloads[0]

    def said(self, text: str, language: str) -> str:
        """A text of this vehicle in a language; as it stands where the file has no words for it."""
        return dict(dict(self.words).get(language, ())).get(text, text)

    def texts(self) -> frozenset[str]:
        """Every text that players read."""
        found = {self.name, self.short, self.site.name, *self.limits}
        for stage in self.stages:
            burns = stage.propellants
            found |= {stage.name, stage.engine, burns.oxidiser, burns.fuel}
        for payload in self.payloads:
            found |= {payload.name, payload.orbit}
        return frozenset(found)

    def published(self, name: str) -> Published | None:
        """What is published of the event of that name."""
        return next((event for event in self.events if event.name == name), None)

    def figures(self) -> Iterator[tuple[str, Figure]]:
        """Every figure with its path in words, such as `stages core dry_kg`."""
        yield from _figures(self, "")

    def doubtful(self) -> tuple[str, ...]:
        """A line for every figure that is an estimate."""
        return tuple(
            _estimated(path, figure) for path, figure in self.figures() if figure.sure == "estimate"
        )


def _estimated(path: str, figure: Figure) -> str:
    value = figure.value
    if not figure.note:
        return phrase("{path} {value:g} is an estimate", path=path, value=value)
    return phrase(
        "{path} {value:g} is an estimate: {note}", path=path, value=value, note=figure.note
    )


def _figures(record: object, path: str) -> Iterator[tuple[str, Figure]]:
    if isinstance(record, Figure):
        yield path, record
    elif isinstance(record, tuple):
        for one in record:
            name = getattr(one, "id", "") or getattr(one, "name", "") or getattr(one, "kind", "")
            yield from _figures(one, f"{path} {name}".strip())
    elif is_dataclass(record):
        for field in fields(record):
            yield from _figures(getattr(record, field.name), f"{path} {field.name}".strip())
