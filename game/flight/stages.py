"""Stages, propellants and orbits out of a vehicle's file."""

from __future__ import annotations

from typing import Literal

from game.flight.bodies import read_body, read_nozzles
from game.flight.node import Node
from game.flight.vehicle import Around, Orbit, Propellants, Stage, Verniers
from game.phrase import phrase


def read_propellants(node: Node) -> Propellants:
    """A pair of propellants and how it burns to the eye."""
    propellants = Propellants(
        id=node.text("id"),
        oxidiser=node.text("oxidiser"),
        fuel=node.text("fuel"),
        cold=node.word("cold", ("yes", "no")) == "yes",
        flame=node.colour("flame"),
        smoke=node.colour("smoke"),
    )
    node.done()
    return propellants


def read_orbit(node: Node) -> Orbit:
    """An orbit that is aimed at."""
    orbit = Orbit(
        perigee_km=node.figure("perigee_km", -6000, 1e5),
        apogee_km=node.figure("apogee_km", 50, 1e6),
        inclination_deg=node.figure("inclination_deg", 0, 180),
        entry_km=node.maybe("entry_km", 50, 1e5),
    )
    node.done()
    return orbit


def read_stage(node: Node, propellants: dict[str, Propellants], colours: dict[str, str]) -> Stage:
    """One stage; figures are of one of its blocks."""
    burned = node.word("propellants", tuple(propellants) or ("",))
    lights: Literal["pad", "timer", "after"] = node.word("lights", ("pad", "timer", "after"))
    aim = node.optional("aim")
    verniers = node.optional("verniers")
    around = node.optional("around")
    stage = Stage(
        id=node.text("id"),
        name=node.text("name"),
        count=node.count("count", 1, 20, 1),
        engine=node.text("engine"),
        propellants=propellants.get(burned, Propellants("", "", "", False, "#ffffff", "#ffffff")),
        dry_kg=node.figure("dry_kg", 1, 1e6),
        propellant_kg=node.figure("propellant_kg", 1, 1e7),
        keeps_kg=node.maybe("keeps_kg", 0, 1e5),
        thrust_sl_n=node.maybe("thrust_sl_n", 1, 1e9),
        thrust_vac_n=node.figure("thrust_vac_n", 1, 1e9),
        isp_sl_s=node.maybe("isp_sl_s", 50, 1000),
        isp_vac_s=node.figure("isp_vac_s", 50, 1000),
        burn_s=node.maybe("burn_s", 1, 10_000),
        length_m=node.figure("length_m", 0.1, 150),
        diameter_m=node.figure("diameter_m", 0.1, 30),
        nozzles=tuple(read_nozzles(one) for one in node.nodes("nozzles")),
        body=read_body(node.node("body"), colours),
        around=_around(around, colours) if around is not None else None,
        lights=lights,
        lights_after_s=node.number("lights_after_s", -20, 3600) if lights == "after" else 0.0,
        ends=node.word("ends", ("timer", "dry", "orbit")),
        leaves_s=node.number("leaves_s", 0, 3600) if node.has("leaves_s") else None,
        throttle=_throttle(node),
        limit_g=node.maybe("limit_g", 1, 20),
        verniers=_verniers(verniers) if verniers is not None else None,
        aim=read_orbit(aim) if aim is not None else None,
        goes_on=node.word("goes_on", ("no", "yes"), "no") == "yes",
    )
    node.done()
    if stage.thrust_sl_n is not None and stage.thrust_sl_n.value > stage.thrust_vac_n.value:
        node.mistakes.add(
            node.table["thrust_sl_n"],
            phrase("'{path}' pushes harder at sea level than in vacuum", path=node.path),
            phrase("swap thrust_sl_n and thrust_vac_n, or correct them"),
        )
    return stage


def _around(node: Node, colours: dict[str, str]) -> Around:
    around = Around(node.count("count", 2, 12), read_body(node.node("body"), colours))
    node.done()
    return around


def _throttle(node: Node) -> tuple[tuple[float, float], ...]:
    rows = []
    for one in node.nodes("throttle", needed=False):
        rows.append((one.figure("t_s", 0, 5000).value, one.figure("share", 0.05, 1.2).value))
        one.done()
    return tuple(sorted(rows))


def _verniers(node: Node) -> Verniers:
    verniers = Verniers(
        engine=node.text("engine"),
        thrust_vac_n=node.figure("thrust_vac_n", 1, 1e7),
        isp_vac_s=node.figure("isp_vac_s", 50, 1000),
        alone_s=node.figure("alone_s", 0.5, 1000),
    )
    node.done()
    return verniers
