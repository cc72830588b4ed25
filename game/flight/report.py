"""Computed beside published: the report of a flight, for people and for programs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from game.flight.orbit import Reached
from game.flight.track import Flight, Happening
from game.flight.vehicle import Cell, Figure, Orbit, Published
from game.phrase import Words, in_words, phrase

Origin = Literal["commanded", "computed", "fitted"]

NAMES: dict[Cell, str] = {"t_s": "t", "height_km": "height_km", "speed_m_s": "speed_m_s"}
"""The cells as the report for programs calls them."""

_HEADS = (
    phrase("event"),
    phrase("T+ s"),
    phrase("height km"),
    phrase("speed m/s"),
    phrase("downrange km"),
)
_ORIGINS: dict[Origin, str] = {"commanded": phrase("commanded"), "fitted": phrase("fitted")}
"""Why a cell is no test of the simulation, in a word."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One cell: computed beside published. Only a `computed` one is a test of the simulation."""

    event: str
    cell: Cell
    computed: float
    published: Figure
    origin: Origin

    @property
    def error_percent(self) -> float:
        """How far the computed value lies over the published one."""
        return 100 * (self.computed - self.published.value) / self.published.value


@dataclass(frozen=True, slots=True)
class Line:
    """One event as it was flown. The origin is `fitted` if any of its cells was fitted."""

    name: str
    t: float
    height_km: float
    speed_m_s: float
    downrange_km: float
    origin: Origin
    published: Published | None
    cells: tuple[Compared, ...]

    @property
    def error_percent(self) -> float | None:
        """The largest error (with its sign) of the cells that test something; None if none does."""
        errors = [cell.error_percent for cell in self.cells if cell.origin == "computed"]
        return max(errors, key=abs, default=None)


def lines(flight: Flight) -> tuple[Line, ...]:
    """Every event of a flight, in time, beside what is published of it."""
    return tuple(_line(flight, event) for event in flight.events)


def _line(flight: Flight, event: Happening) -> Line:
    # Just before it, as long as the mass that it drops is still there.
    sample = flight.at(event.t_s)
    values: dict[Cell, float] = {
        "t_s": event.t_s,
        "height_km": sample.height_km,
        "speed_m_s": sample.speed_m_s,
    }
    published = flight.vehicle.published(event.name)
    cells = []
    for cell in get_args(Cell):
        figure = published.cell(cell) if published is not None else None
        if figure is not None and published is not None and figure.value:
            origin: Origin = "computed"
            if cell in published.fitted:
                origin = "fitted"
            elif cell == "t_s":
                origin = event.how
            cells.append(Compared(event.name, cell, values[cell], figure, origin))
    fitted = published is not None and published.fitted
    return Line(
        name=event.name,
        t=event.t_s,
        height_km=sample.height_km,
        speed_m_s=sample.speed_m_s,
        downrange_km=sample.downrange_km,
        origin="fitted" if fitted else event.how,
        published=published,
        cells=tuple(cells),
    )


def as_json(flight: Flight) -> dict[str, object]:
    """The report for programs: seconds, kilometres, metres a second (relative to the Earth).

    `values` is "flown" or "design"; `doubtful` has a line for every figure that is an estimate.
    """
    orbit = flight.orbit
    return {
        "vehicle": flight.vehicle.id,
        "values": flight.vehicle.values,
        "events": [_event(line) for line in lines(flight)],
        "orbit": {
            "perigee_km": round(orbit.perigee_km, 1),
            "apogee_km": round(orbit.apogee_km, 1),
            "inclination_deg": round(orbit.inclination_deg, 2),
            "published": _published_orbit(flight.vehicle.orbit),
        },
        "propellant_left_percent": round(flight.left_percent(), 2),
        "doubtful": list(flight.vehicle.doubtful()),
    }


def _event(line: Line) -> dict[str, object]:
    error = line.error_percent
    published = None
    if line.cells:
        published = dict.fromkeys(NAMES.values()) | {
            NAMES[cell.cell]: cell.published.value for cell in line.cells
        }
    return {
        "name": line.name,
        "t": round(line.t, 2),
        "height_km": round(line.height_km, 2),
        "speed_m_s": round(line.speed_m_s, 1),
        "downrange_km": round(line.downrange_km, 2),
        "source": line.origin,
        "published": published,
        "error_percent": None if error is None else round(error, 2),
    }


def _published_orbit(orbit: Orbit) -> dict[str, float]:
    return {
        "perigee_km": orbit.perigee_km.value,
        "apogee_km": orbit.apogee_km.value,
        "inclination_deg": orbit.inclination_deg.value,
    }


def as_text(flight: Flight, words: Words, language: str) -> list[str]:
    """The report for people, in the language of a catalogue, whose code picks what the vehicle's
    file says in it. A cell of the table is computed (published, error)."""
    vehicle = flight.vehicle
    name = vehicle.said(vehicle.name, language)
    if vehicle.values == "design":
        name = in_words(phrase("{name} -- design values, not flown ones", name=name), words)
    text = [name, vehicle.mission, ""]
    rows = [tuple(in_words(head, words) for head in _HEADS)]
    rows += [_row(line, words) for line in lines(flight)]
    widths = [max(len(row[i]) for row in rows) for i in range(5)]
    text += [
        "  ".join(cell.ljust(widths[i]) for i, cell in enumerate(row)).rstrip() for row in rows
    ]
    limits = (vehicle.said(limit, language) for limit in vehicle.limits)
    told = [
        phrase(
            "In brackets: published, and the error. Commanded times are the published timers', "
            "fitted cells were targets of the tuning; neither is counted."
        ),
        _reached(flight.orbit, vehicle.orbit),
        phrase("Propellant left in the last stage: {left:.1f} %.", left=flight.left_percent()),
        pressed(flight),
        *([] if flight.reached else [phrase("The orbit aimed at was not reached.")]),
        *(phrase("Limit: {limit}", limit=limit) for limit in limits),
        *(phrase("Doubtful: {figure}.", figure=line) for line in vehicle.doubtful()),
    ]
    return [*text, "", *(in_words(line, words) for line in told)]


def _reached(orbit: Reached, aim: Orbit) -> str:
    return phrase(
        "Orbit {perigee:.1f} x {apogee:.1f} km, {inclination:.2f} degrees (published "
        "{aimed_perigee:g} x {aimed_apogee:g} km, {aimed_inclination:g} degrees; guidance aims "
        "at it).",
        perigee=orbit.perigee_km,
        apogee=orbit.apogee_km,
        inclination=orbit.inclination_deg,
        aimed_perigee=aim.perigee_km.value,
        aimed_apogee=aim.apogee_km.value,
        aimed_inclination=aim.inclination_deg.value,
    )


def pressed(flight: Flight) -> str:
    """The greatest dynamic pressure in words, beside the published one where there is one."""
    event = flight.event("max-q")
    if event is None:
        return phrase("No greatest dynamic pressure: it never flew fast in the air.")
    found = flight.at(event.t_s).dynamic_pa / 1000
    figure = flight.vehicle.max_q_pa
    if figure is None or figure.sure == "estimate":
        return phrase(
            "Greatest dynamic pressure: {found:.1f} kPa (none is published).", found=found
        )
    error = 100 * (1000 * found / figure.value - 1)
    published = figure.value / 1000
    return phrase(
        "Greatest dynamic pressure: {found:.1f} kPa (published {published:g} kPa, {error:+.1f} %).",
        found=found,
        published=published,
        error=error,
    )


def _row(line: Line, words: Words) -> tuple[str, ...]:
    computed = {"t_s": f"{line.t:.1f}", "height_km": f"{line.height_km:.1f}"}
    computed["speed_m_s"] = f"{line.speed_m_s:.0f}"
    for cell in line.cells:
        how = f"{cell.error_percent:+.1f} %"
        if cell.origin in _ORIGINS:
            how = in_words(_ORIGINS[cell.origin], words)
        computed[cell.cell] += f" ({cell.published.value:g}, {how})"
    t, height, speed = computed.values()
    return line.name, t, height, speed, f"{line.downrange_km:.0f}"
