"""Writes the table of computed beside published into docs/flight.md: run it after a change."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from game import paths
from game.flight.ascent import fly
from game.flight.load import load, names
from game.flight.report import Compared, lines, pressed
from game.flight.track import Flight

DOCUMENT = paths.HERE.parent / "docs" / "flight.md"
BEGIN, END = "<!-- begin: made by tests/tools/flight_table.py -->", "<!-- end -->"
WORDS = {"t_s": "time, s", "height_km": "height, km", "speed_m_s": "speed, m/s"}
DIGITS = {"t_s": 1, "height_km": 1, "speed_m_s": 0}


def renewed(text: str) -> str:
    """The document with its table as the flights are now."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return before + "\n".join([BEGIN, *table(), END]) + after


def table() -> Iterator[str]:
    """A heading and a table for each vehicle."""
    folder = paths.assets() / "vehicles"
    for name in names(folder):
        flight = fly(load(folder / f"{name}.yaml"))
        design = " (design values)" if flight.vehicle.values == "design" else ""
        yield f"\n### {flight.vehicle.name}{design}\n"
        cells = [cell for line in lines(flight) for cell in line.cells]
        if cells:
            yield "| event | what | published | computed | error |"
            yield "|---|---|---:|---:|---:|"
            yield from map(_row, cells)
            yield ""
        yield _orbit(flight)
        yield f"Propellant left: {flight.left_percent():.1f} %. {pressed(flight)}"
        yield from (f"\n{limit}" for limit in flight.vehicle.limits)
    yield ""


def _row(cell: Compared) -> str:
    error = f"{cell.error_percent:+.1f} %" if cell.origin == "computed" else cell.origin
    digits = DIGITS[cell.cell]
    return (
        f"| {cell.event} | {WORDS[cell.cell]} | {cell.published.value:g} | "
        f"{cell.computed:.{digits}f} | {error} |"
    )


def _orbit(flight: Flight) -> str:
    found, aim = flight.orbit, flight.vehicle.orbit
    return (
        f"Orbit {found.perigee_km:.0f} x {found.apogee_km:.0f} km at {found.inclination_deg:.1f} "
        f"degrees; aimed at {aim.perigee_km.value:g} x {aim.apogee_km.value:g} km at "
        f"{aim.inclination_deg.value:g}."
    )


def main(document: Path = DOCUMENT) -> int:
    """Write the table."""
    text = document.read_text(encoding="utf-8")
    document.write_text(renewed(text), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
