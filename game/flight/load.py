"""Vehicles out of their files."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

from game.flight.bodies import read_part
from game.flight.node import Mistakes, Node
from game.flight.problem import BadVehicle, Problem
from game.flight.stages import read_orbit, read_propellants, read_stage
from game.flight.vehicle import (
    Cell,
    PadKind,
    PadThrust,
    Part,
    Payload,
    PayloadKind,
    Programme,
    Published,
    Site,
    Source,
    Stage,
    Vehicle,
)
from game.phrase import phrase
from game.reading.values import Items, Table
from game.reading.yaml_events import read_yaml
from game.system_errors import why

FORMAT = "1"
LARGEST_FILE = 1_000_000
_BOOLEANS = frozenset({"cold", "flown", "goes_on", "open"})


def names(folder: Path) -> tuple[str, ...]:
    """The ids of the vehicles in a folder, in order."""
    return tuple(sorted(path.stem for path in folder.glob("*.yaml")))


def find(folder: Path, wanted: str) -> Path | None:
    """The file of a vehicle: by its id, by an unmistakable part of it, or by the file's own path.

    Case, hyphens, dots and blanks count for nothing: `Soyuz 2.1` finds `soyuz-2-1a`.
    """
    every = names(folder)
    plain = _plain(wanted)
    fitting = [name for name in every if _plain(name) == plain]
    fitting = fitting or [name for name in every if plain and plain in _plain(name)]
    if len(fitting) == 1:
        return folder / f"{fitting[0]}.yaml"
    path = Path(wanted)
    try:
        return path if path.suffix == ".yaml" and path.is_file() else None
    except OSError:
        return None


def _plain(name: str) -> str:
    return "".join(sign for sign in name.casefold() if sign.isalnum())


def load(path: Path) -> Vehicle:
    """The vehicle of a file. BadVehicle if the file has any mistake, with all of them."""
    mistakes = Mistakes(path.name)
    try:
        data = path.read_bytes()
    except OSError as error:
        message = phrase("the file cannot be read: {why}", why=why(error))
        raise BadVehicle((Problem(path.name, 1, 1, message),)) from None
    if len(data) > LARGEST_FILE:
        raise BadVehicle((Problem(path.name, 1, 1, phrase("the file is larger than 1 MB")),))
    document = read_yaml(data, _BOOLEANS)
    found = tuple(
        Problem(path.name, one.line, one.column, one.message, one.hint) for one in document.mistakes
    )
    if found or document.value is None or not document.whole:
        raise BadVehicle(found or (Problem(path.name, 1, 1, phrase("the file is empty")),))
    vehicle = _vehicle(document.value, mistakes, path.stem)
    if mistakes.found:
        raise BadVehicle(tuple(sorted(mistakes.found, key=lambda one: (one.line, one.column))))
    return vehicle


def _vehicle(value: object, mistakes: Mistakes, stem: str) -> Vehicle:
    node = Node(value, "", mistakes)
    node.word("format", (FORMAT,))
    if node.text("id") not in ("", stem):
        mistakes.add(
            node.table["id"],
            phrase("the id is not the file's name, {name}", name=stem),
            phrase("write id: {name}", name=stem),
        )
    sources = _sources(node)
    mistakes.sources = frozenset(source.id for source in sources)
    colours = _colours(node)
    propellants = {one.id: one for one in map(read_propellants, node.nodes("propellants"))}
    stages = tuple(read_stage(one, propellants, colours) for one in node.nodes("stages"))
    parts = tuple(read_part(one, colours) for one in node.nodes("parts", needed=False))
    vehicle = Vehicle(
        id=stem,
        name=node.text("name"),
        short=node.text("short", node.text("name")),
        mission=node.text("mission"),
        values=node.word("values", ("flown", "design")),
        sources=sources,
        site=_site(node.node("site")),
        height_m=node.figure("height_m", 5, 200),
        span_m=node.figure("span_m", 0.3, 50),
        liftoff_mass_kg=node.figure("liftoff_mass_kg", 100, 1e7),
        drag_area_m2=node.figure("drag_area_m2", 0.05, 1000),
        max_q_pa=node.maybe("max_q_pa", 1000, 1e6),
        colours=tuple(colours.items()),
        pad_thrust=tuple(_pad_thrust(one) for one in node.nodes("pad_thrust")),
        stages=stages,
        parts=parts,
        payloads=tuple(_payload(one) for one in node.nodes("payloads")),
        events=tuple(_published(one) for one in node.nodes("events")),
        orbit=read_orbit(node.node("orbit")),
        programme=_programme(node.optional("programme")),
        limits=tuple(str(one) for one in (node.items("limits") if node.has("limits") else [])),
        words=_words(node.optional("words")),
    )
    node.done()
    _judge(vehicle, node, mistakes)
    return vehicle


def _sources(node: Node) -> tuple[Source, ...]:
    value = node.node("sources")
    found = []
    for key in list(value.table):
        one = value.node(key)
        found.append(Source(key, one.text("title"), one.text("url", ""), one.text("note", "")))
        one.done()
    return tuple(found)


def _colours(node: Node) -> dict[str, str]:
    value = node.node("colours")
    return {key: value.colour(key) for key in list(value.table)}


def _site(node: Node) -> Site:
    site = Site(
        node.text("name"),
        node.word("pad", get_args(PadKind)),
        node.figure("latitude_deg", -90, 90),
        node.figure("longitude_deg", -180, 180),
    )
    node.done()
    return site


def _pad_thrust(node: Node) -> PadThrust:
    level = PadThrust(node.text("name"), node.number("t_s", -60, 0), node.number("share", 0, 1))
    node.text("note", "")
    node.sources(needed=False)
    node.done()
    return level


def _payload(node: Node) -> Payload:
    payload = Payload(
        id=node.text("id"),
        name=node.text("name"),
        kind=node.word("kind", get_args(PayloadKind)),
        mass_kg=node.figure("mass_kg", 0.1, 1e6),
        orbit=node.text("orbit"),
        date=node.text("date", ""),
        flown=node.word("flown", ("yes", "no")) == "yes",
        sources=node.sources(needed=False),
        perigee_km=node.maybe("perigee_km", 80, 1e6),
        apogee_km=node.maybe("apogee_km", 80, 1e6),
    )
    node.done()
    return payload


def _published(node: Node) -> Published:
    fitted: list[Cell] = []
    if node.has("fitted"):
        for one in node.items("fitted"):
            cells = [cell for cell in get_args(Cell) if cell == str(one)]
            fitted += cells
            if not cells or not node.has(str(one)):
                node.mistakes.add(
                    one,
                    phrase(
                        "'{path}' has no figure {cell!s:.40} to be fitted", path=node.path, cell=one
                    ),
                    phrase("write some of {words}", words=", ".join(get_args(Cell))),
                )
    event = Published(
        name=node.text("name"),
        t_s=node.maybe("t_s", -3600, 1e5),
        height_km=node.maybe("height_km", 0, 1e6),
        speed_m_s=node.maybe("speed_m_s", 0, 20_000),
        fitted=tuple(fitted),
        note=node.text("note", ""),
    )
    node.done()
    return event


def _programme(node: Node | None) -> Programme | None:
    if node is None:
        return None
    knots = node.numbers("knots", 2, -90, 5000)
    programme = Programme(
        azimuth_deg=node.number("azimuth_deg", 0, 360),
        vertical_s=node.number("vertical_s", 2, 60),
        kick_deg=node.number("kick_deg", 0, 45),
        guided_from_s=node.number("guided_from_s", 20, 5000),
        knots=tuple((t, pitch) for t, pitch in knots),
    )
    times = [t for t, _ in knots]
    if times != sorted(set(times)) or any(abs(pitch) > 90 for _, pitch in knots):
        node.mistakes.add(
            node.table.get("knots"),
            phrase("the knots of the programme must go on in time, with pitches from -90 to 90"),
            phrase("write [[time in s, pitch in degrees], ...]"),
        )
    node.done()
    return programme


def _words(node: Node | None) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    if node is None:
        return ()
    found = []
    for language in list(node.table):
        own = node.node(language)
        found.append((str(language), tuple((str(key), own.text(key)) for key in list(own.table))))
    return tuple(found)


def _judge(vehicle: Vehicle, node: Node, mistakes: Mistakes) -> None:
    """What can be judged only when the whole is known."""
    possible = happenings(vehicle)
    for event, value in zip(vehicle.events, node.items("events"), strict=False):
        if event.name not in possible and isinstance(value, Table):
            mistakes.add(
                value.get("name", value),
                phrase("no event of this vehicle is called {name!r}", name=event.name),
                phrase("there are {words}", words=", ".join(possible)),
            )
    texts = vehicle.texts()
    for language, pairs in vehicle.words:
        for key in (key for key, _ in pairs if key not in texts):
            mistakes.add(
                node.node("words").table[language],
                phrase("no text of this vehicle that players read is {text!r:.80}", text=key),
                phrase("write it as it stands above"),
            )
    timed = {event.name for event in vehicle.events if event.t_s is not None}
    values = node.items("stages")
    for number, stage in enumerate(vehicle.stages):
        value = values[number]
        if stage.lights == "timer" and f"{stage.id}-ignition" not in timed:
            _wants_time(value, f"{stage.id}-ignition", mistakes)
        if stage.ends == "timer" and not {f"{stage.id}-cut-off", f"{stage.id}-separation"} & timed:
            _wants_time(value, f"{stage.id}-cut-off", mistakes)
    for part, value in zip(
        vehicle.parts, node.items("parts") if vehicle.parts else [], strict=True
    ):
        if part.after and part.after not in {stage.id for stage in vehicle.stages}:
            message = phrase(
                "there is no stage {name!r} after which it could leave", name=part.after
            )
            mistakes.add(value, message)
        if not part.after and f"{part.id}-jettison" not in timed:
            _wants_time(value, f"{part.id}-jettison", mistakes)
    for what, every in (("stages", vehicle.stages), ("payloads", vehicle.payloads)):
        if not every:
            mistakes.add(node.table, phrase("'{path}' must have at least one entry", path=what))
    ids = [stage.id for stage in vehicle.stages] + [part.id for part in vehicle.parts]
    for twice in sorted({name for name in ids if ids.count(name) > 1}):
        message = phrase("two stages or parts have the id {name!r}", name=twice)
        mistakes.add(node.table, message, phrase("rename one"))
    if vehicle.stages and vehicle.stages[-1].ends != "orbit":
        message = phrase("the last stage does not end in orbit")
        mistakes.add(values[-1], message, phrase("write ends: orbit for it"))
    if vehicle.stages and not any(stage.lights == "pad" for stage in vehicle.stages):
        message = phrase("no stage is lit on the pad")
        mistakes.add(values[0], message, phrase("write lights: pad for the first"))


def _wants_time(value: Items | Table, name: str, mistakes: Mistakes) -> None:
    mistakes.add(
        value,
        phrase("a timer is wanted, and no time is published for {name!r}", name=name),
        phrase("add an event named {name} with t_s under 'events'", name=name),
    )


def happenings(vehicle: Vehicle) -> tuple[str, ...]:
    """The names of all that can happen on a flight of that vehicle."""

    def of(stage: Stage) -> list[str]:
        own = [] if stage.lights == "pad" else [f"{stage.id}-ignition"]
        own += [f"{stage.id}-main-cut-off"] if stage.verniers is not None else []
        own.append(f"{stage.id}-cut-off")
        return [*own, f"{stage.id}-separation"] if stage.leaves_s is not None else own

    def dropped(part: Part) -> str:
        return f"{part.id}-jettison"

    return (
        "lift-off", "mach-1", "max-q",
        *(name for stage in vehicle.stages for name in of(stage)),
        *map(dropped, vehicle.parts), "orbit",
    )  # fmt: skip
