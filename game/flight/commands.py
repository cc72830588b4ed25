"""`launch VEHICLE`: fly a vehicle and report, or fit its pitch programme."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from game.flight.ascent import fly
from game.flight.load import find, load, names
from game.flight.problem import BadVehicle, Problem
from game.flight.report import as_json, as_text
from game.flight.tune import tune as fit
from game.flight.vehicle import Vehicle
from game.flight.write import write_programme
from game.languages import catalogue, spoken, system_language, system_words, tell
from game.phrase import phrase
from game.system_errors import why

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
        tell(
            phrase(
                "{vehicle} has no pitch programme yet. Write one: launch {wanted} --tune",
                vehicle=vehicle.id,
                wanted=wanted,
            )
        )
        return FOUND
    flight = fly(vehicle)
    if report == "json":
        print(json.dumps(as_json(flight), indent=2))
    else:
        language = system_language()
        print("\n".join(as_text(flight, catalogue(language), language)))
    if not flight.reached:
        tell(
            phrase(
                "{vehicle} does not reach its orbit. If its figures are right, fit its pitch "
                "programme: launch {wanted} --tune",
                vehicle=vehicle.id,
                wanted=wanted,
            )
        )
        return FOUND
    return DONE


def tune(folder: Path, wanted: str | None) -> int:
    """Fit the pitch programme of a vehicle and write it into its file.

    2 if there is no such vehicle, 1 if its file has mistakes, cannot be written, or no programme
    was found that reaches the orbit (then nothing is written).
    """
    if wanted is None:
        tell(phrase("Say which vehicle: launch VEHICLE --tune."))
        return WRONG_USE
    vehicle = _vehicle(folder, wanted)
    if isinstance(vehicle, int):
        return vehicle
    path = find(folder, wanted)
    assert path is not None
    programme = fit(vehicle, tell)
    if not fly(vehicle, programme).reached:
        tell(
            phrase(
                "No programme was found that brings {vehicle} to its orbit, and nothing was "
                "written. Are its masses, thrusts and impulses right?",
                vehicle=vehicle.id,
            )
        )
        return FOUND
    try:
        write_programme(path, programme)
    except OSError as error:
        tell(phrase("{path} cannot be written: {why}.", path=path, why=why(error)))
        return FOUND
    print(spoken(phrase("Wrote the pitch programme into {path}.", path=path)))
    return DONE


def _list(folder: Path) -> int:
    status = DONE
    for name in names(folder):
        try:
            print(f"{name}: {load(folder / f'{name}.yaml').name}")
        except BadVehicle as bad:
            _say_what_is_wrong(bad.problems[:1])
            status = FOUND
    return status


def _vehicle(folder: Path, wanted: str) -> Vehicle | int:
    """The vehicle, or the exit status after saying what is wrong."""
    path = find(folder, wanted)
    if path is None:
        tell(
            phrase(
                "There is no vehicle {wanted!r}; there are {names}.",
                wanted=wanted[:80],
                names=", ".join(names(folder)),
            )
        )
        return WRONG_USE
    try:
        return load(path)
    except BadVehicle as bad:
        _say_what_is_wrong(bad.problems)
        return FOUND


def _say_what_is_wrong(problems: Sequence[Problem]) -> None:
    words = system_words()
    for problem in problems:
        tell(problem.said(words))
