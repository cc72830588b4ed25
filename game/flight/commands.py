"""`launch VEHICLE`: fly a vehicle and report, or fit its pitch programme."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from game.flight.ascent import fly
from game.flight.load import find, load, names
from game.flight.problem import BadVehicle
from game.flight.report import as_json, as_text
from game.flight.tune import tune as fit
from game.flight.vehicle import Vehicle
from game.flight.write import write_programme

DONE, FOUND, WRONG_USE = 0, 1, 2


def launch(folder: Path, wanted: str | None, report: str | None) -> int:
    """Print the flight of a vehicle of a folder, as text or as JSON; without one, list them.

    2 if there is no such vehicle, 1 if its file has mistakes or it does not reach its orbit.
    """
    if wanted is None:
        return _list(folder)
    vehicle = _vehicle(folder, wanted)
    if isinstance(vehicle, int):
        return vehicle
    if vehicle.programme is None:
        print(
            f"{vehicle.id} has no pitch programme yet. Write one: launch {wanted} --tune",
            file=sys.stderr,
        )
        return FOUND
    flight = fly(vehicle)
    if report == "json":
        print(json.dumps(as_json(flight), indent=2))
    else:
        print("\n".join(as_text(flight)))
    if not flight.reached:
        print(
            f"{vehicle.id} does not reach its orbit. If its figures are right, fit its pitch "
            f"programme: launch {wanted} --tune",
            file=sys.stderr,
        )
        return FOUND
    return DONE


def tune(folder: Path, wanted: str | None) -> int:
    """Fit the pitch programme of a vehicle and write it into its file.

    2 if there is no such vehicle, 1 if its file has mistakes, cannot be written, or no programme
    was found that reaches the orbit (then nothing is written).
    """
    if wanted is None:
        print("Say which vehicle: launch VEHICLE --tune.", file=sys.stderr)
        return WRONG_USE
    vehicle = _vehicle(folder, wanted)
    if isinstance(vehicle, int):
        return vehicle
    path = find(folder, wanted)
    assert path is not None
    programme = fit(vehicle, lambda line: print(line, file=sys.stderr, flush=True))
    if not fly(vehicle, programme).reached:
        print(
            f"No programme was found that brings {vehicle.id} to its orbit, and nothing was "
            "written. Are its masses, thrusts and impulses right?",
            file=sys.stderr,
        )
        return FOUND
    try:
        write_programme(path, programme)
    except OSError as error:
        print(f"{path} cannot be written: {error.strerror}.", file=sys.stderr)
        return FOUND
    print(f"Wrote the pitch programme into {path}.")
    return DONE


def _list(folder: Path) -> int:
    status = DONE
    for name in names(folder):
        try:
            print(f"{name}: {load(folder / f'{name}.yaml').name}")
        except BadVehicle as bad:
            print(bad.problems[0], file=sys.stderr)
            status = FOUND
    return status


def _vehicle(folder: Path, wanted: str) -> Vehicle | int:
    """The vehicle, or the exit status after saying what is wrong."""
    path = find(folder, wanted)
    if path is None:
        print(
            f"There is no vehicle {wanted[:80]!r}; there are {', '.join(names(folder))}.",
            file=sys.stderr,
        )
        return WRONG_USE
    try:
        return load(path)
    except BadVehicle as bad:
        for problem in bad.problems:
            print(problem, file=sys.stderr)
        return FOUND
