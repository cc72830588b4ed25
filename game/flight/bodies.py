"""How the blocks and parts of a vehicle look, out of its file."""

from __future__ import annotations

from game.flight.node import Node
from game.flight.vehicle import Band, Body, Nozzles, Part
from game.phrase import phrase


def read_body(node: Node, colours: dict[str, str]) -> Body:
    """Where a body stands, and its bands from the base up."""
    bands = []
    for one in node.nodes("bands"):
        colour = one.word("colour", tuple(colours) or ("",))
        ends = [one.number(key, 0, 200) for key in ("from_m", "to_m")]
        wide = one.number("diameter_m", 0, 50)
        narrow = one.number("top_diameter_m", 0, 50, wide)
        if ends[1] <= ends[0]:
            one.mistakes.add(
                one.table,
                phrase("'{path}' ends below where it begins", path=one.path),
                phrase("let to_m be above from_m"),
            )
        lattice = one.word("open", ("no", "yes"), "no") == "yes"
        one.done()
        bands.append(Band(ends[0], ends[1], wide, narrow, colour, lattice))
    body = Body(
        base_m=node.number("base_m", 0, 200),
        out_m=node.number("out_m", 0, 20, 0.0),
        out_top_m=node.number("out_top_m", 0, 20, 0.0),
        bands=tuple(bands),
    )
    node.done()
    return body


def read_nozzles(node: Node) -> Nozzles:
    """One size of nozzles."""
    nozzles = Nozzles(
        kind=node.word("kind", ("main", "vernier")),
        count=node.count("count", 1, 40),
        exit_m=node.figure("exit_m", 0.01, 5),
        ring_m=node.number("ring_m", 0, 10, 0.0),
    )
    node.done()
    return nozzles


def read_part(node: Node, colours: dict[str, str]) -> Part:
    """A tower, a fairing, a skirt."""
    part = Part(
        id=node.text("id"),
        name=node.text("name"),
        kind=node.word("kind", ("tower", "fairing", "skirt")),
        mass_kg=node.figure("mass_kg", 0, 1e6),
        length_m=node.figure("length_m", 0.1, 100),
        diameter_m=node.figure("diameter_m", 0.05, 20),
        body=read_body(node.node("body"), colours),
        after=node.text("after", ""),
        after_s=node.number("after_s", 0, 1000, 0.0),
    )
    node.done()
    return part
