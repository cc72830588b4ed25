"""A vehicle and its computed flight as the records that the film is drawn from."""

from __future__ import annotations

from functools import lru_cache

from game import paths
from game.flight.ascent import fly
from game.flight.load import find, load
from game.flight.track import Flight, Sample
from game.flight.vehicle import Body, Nozzles, Part, Stage, Vehicle
from game.ui.art import craft
from game.ui.art.paint import Colour

STEP_S = 1.0
FINE_S, FINE_UNTIL_S = 0.1, 12.0
"""Poses lie closer on and over the pad, where height changes by the square of time."""
BEFORE_S = 2.0


@lru_cache(maxsize=2)
def flown(vehicle: str, payload: str = "") -> craft.Flown:
    """The flight of a vehicle of the assets, and of one of its payloads, as it is drawn."""
    return as_flown(flight(vehicle, payload))


@lru_cache(maxsize=2)
def flight(vehicle: str, payload: str = "") -> Flight:
    """The flight of a vehicle of the assets, and of one of its payloads, by their ids.

    Without a payload, or with an unknown one, its first flies. BadVehicle if its file has mistakes.
    """
    path = find(paths.assets() / "vehicles", vehicle)
    if path is None:
        raise KeyError(vehicle)
    loaded = load(path)
    carried = next((one for one in loaded.payloads if one.id == payload), None)
    return fly(loaded, payload=carried)


def as_flown(flight: Flight) -> craft.Flown:
    """Any computed flight."""
    orbit = flight.event("orbit")
    end = orbit.t_s if orbit is not None else flight.end_s
    times = {flight.begin_s - BEFORE_S, *(event.t_s for event in flight.events)}
    t = flight.begin_s - BEFORE_S
    while t < flight.end_s + 20:
        times.add(round(t, 3))
        t += FINE_S if t < FINE_UNTIL_S else STEP_S
    poses = tuple(_pose(flight, t) for t in sorted(times))
    return craft.Flown(_craft(flight), poses, tuple(_events(flight, end)), end)


def _pose(flight: Flight, t: float) -> craft.Pose:
    sample: Sample = flight.at(t)
    lit = t >= flight.begin_s
    return craft.Pose(
        t,
        max(0.0, sample.height_km * 1e3) if t > 0 else 0.0,
        sample.downrange_km * 1e3 if t > 0 else 0.0,
        90.0 if t <= 0 else sample.pitch_deg,
        sample.ambient_pa,
        sample.thrust_n / sample.mass_kg,
        tuple(share if lit else 0.0 for share in sample.throttle),
    )


def _events(flight: Flight, end: float) -> list[craft.Event]:
    vehicle = flight.vehicle
    found = [craft.Event("thrust", level.t_s) for level in vehicle.pad_thrust]
    found.append(craft.Event("lift-off", 0.0))
    last = max(i for i, stage in enumerate(vehicle.stages))
    for number, stage in enumerate(vehicle.stages):
        kind: craft.EventKind = "boosters" if stage.count > 1 else "stage"
        _add(found, flight, "lights", f"{stage.id}-ignition")
        _add(found, flight, kind, f"{stage.id}-separation")
        if number == last:
            _add(found, flight, "cut-off", f"{stage.id}-cut-off")
    for part in vehicle.parts:
        _add(found, flight, part.kind, f"{part.id}-jettison")
    _add(found, flight, "max-q", "max-q")
    return sorted((e for e in found if e.t_s <= end + 25), key=lambda event: event.t_s)


def _add(found: list[craft.Event], flight: Flight, kind: craft.EventKind, name: str) -> None:
    event = flight.event(name)
    if event is not None and not (kind == "lights" and event.t_s <= 0):
        found.append(craft.Event(kind, event.t_s))


def _craft(flight: Flight) -> craft.Craft:
    vehicle = flight.vehicle
    colours = {name: _rgb(value) for name, value in vehicle.colours}
    blocks = [
        *(_stage(flight, number, colours) for number in range(len(vehicle.stages))),
        *(_part(flight, part, colours) for part in vehicle.parts),
    ]
    blocks.sort(key=lambda block: 1e9 if block.leaves_s is None else block.leaves_s)
    return craft.Craft(
        vehicle.id,
        vehicle.name,
        vehicle.height_m.value,
        vehicle.site.pad,
        tuple(blocks),
        _look(vehicle.stages[0]),
        _look(vehicle.stages[-1]),
        flight.payload.kind,
        _room(vehicle),
    )


def standing(vehicle: Vehicle, *, fuelled: bool = False) -> craft.Craft:
    """A vehicle that waits: whole, without times; `fuelled` it wears the frost of cold tanks."""
    colours = {name: _rgb(value) for name, value in vehicle.colours}
    if not fuelled:
        for name in ("metal", "bare"):
            colours["frost"] = colours.get(name, colours.get("frost", (230, 235, 232)))
    stages = tuple(
        craft.Block(
            stage.id,
            "stage",
            _body(stage.body, stage.count, colours),
            _body(stage.around.body, stage.around.count, colours) if stage.around else None,
            tuple(_nozzles(each) for each in stage.nozzles),
        )
        for stage in vehicle.stages
    )
    parts = tuple(
        craft.Block(part.id, part.kind, _body(part.body, 1, colours)) for part in vehicle.parts
    )
    return craft.Craft(
        vehicle.id,
        vehicle.name,
        vehicle.height_m.value,
        vehicle.site.pad,
        stages + parts,
        _look(vehicle.stages[0]),
        _look(vehicle.stages[-1]),
        vehicle.payload.kind,
        _room(vehicle),
    )


def _stage(flight: Flight, number: int, colours: dict[str, Colour]) -> craft.Block:
    stage = flight.vehicle.stages[number]
    ignition = flight.event(f"{stage.id}-ignition")
    end, leaves = flight.event(f"{stage.id}-cut-off"), flight.event(f"{stage.id}-separation")
    lights = flight.begin_s if stage.lights == "pad" else ignition.t_s if ignition else None
    around = stage.around
    return craft.Block(
        stage.id,
        "stage",
        _body(stage.body, stage.count, colours),
        _body(around.body, around.count, colours) if around is not None else None,
        tuple(_nozzles(each) for each in stage.nozzles),
        number,
        lights,
        end.t_s if end is not None else None,
        leaves.t_s if leaves is not None else None,
    )


def _part(flight: Flight, part: Part, colours: dict[str, Colour]) -> craft.Block:
    event = flight.event(f"{part.id}-jettison")
    leaves = event.t_s if event is not None else None
    return craft.Block(part.id, part.kind, _body(part.body, 1, colours), leaves_s=leaves)


def _body(body: Body, count: int, colours: dict[str, Colour]) -> craft.Body:
    bands = tuple(
        craft.Band(
            band.bottom_m,
            band.top_m,
            band.bottom_diameter_m / 2,
            band.top_diameter_m / 2,
            colours[band.colour],
            band.open,
        )
        for band in body.bands
    )
    return craft.Body(body.base_m, bands, count, body.out_m, body.out_top_m)


def _nozzles(nozzles: Nozzles) -> craft.Nozzles:
    return craft.Nozzles(
        nozzles.count, nozzles.exit_m.value, nozzles.ring_m, nozzles.kind == "main"
    )


def _look(stage: Stage) -> craft.Look:
    burns = stage.propellants
    return craft.Look(_rgb(burns.flame), _rgb(burns.smoke), burns.cold)


def _room(vehicle: Vehicle) -> tuple[float, float, float]:
    """Where the payload stands: on the last stage, as wide and high as its fairing lets it."""
    foot = max(_top(stage.body) for stage in vehicle.stages)
    covers = [part.body for part in vehicle.parts if part.kind == "fairing"]
    if not covers:
        return foot, vehicle.height_m.value, 0.4 * vehicle.stages[-1].diameter_m.value
    top = max(_top(body) for body in covers)
    wide = max(band.bottom_diameter_m for body in covers for band in body.bands)
    return foot, foot + 0.84 * (top - foot), 0.42 * wide


def _top(body: Body) -> float:
    return body.base_m + body.bands[-1].top_m


def _rgb(colour: str) -> Colour:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
