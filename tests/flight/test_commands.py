"""`launch VEHICLE` as people and programs use it."""

from __future__ import annotations

import json
from gettext import NullTranslations
from pathlib import Path
from typing import Any

import pytest

from game import paths
from game.cli import main
from game.flight import commands
from game.flight.ascent import fly
from game.flight.load import load
from game.flight.report import as_text
from tests.flight.made import MADE, PROGRAMME, write_made
from tests.flight.test_ascent import SIX

FOLDER = paths.assets() / "vehicles"
NUMBER = (int, float)


def reported(capsys: pytest.CaptureFixture[str], name: str) -> dict[str, Any]:
    assert main(["launch", name, "--report", "json"]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


@pytest.mark.parametrize("name", SIX)
def test_the_report_for_programs_has_its_fixed_form(
    capsys: pytest.CaptureFixture[str], name: str
) -> None:
    report = reported(capsys, name)
    assert set(report) >= {"vehicle", "events", "orbit", "propellant_left_percent"}
    assert report["vehicle"] == name
    assert 0 <= report["propellant_left_percent"] <= 6
    assert set(report["orbit"]) == {"perigee_km", "apogee_km", "inclination_deg", "published"}
    for event in report["events"]:
        assert list(event) == [
            *("name", "t", "height_km", "speed_m_s", "downrange_km"),
            *("source", "published", "error_percent"),
        ]
        assert event["source"] in ("commanded", "computed", "fitted")
        assert event["error_percent"] is None or isinstance(event["error_percent"], NUMBER)
        if event["published"] is not None:
            assert set(event["published"]) == {"t", "height_km", "speed_m_s"}


def test_an_error_is_that_of_the_worst_cell_that_counts(
    capsys: pytest.CaptureFixture[str],
) -> None:
    events = {event["name"]: event for event in reported(capsys, "soyuz-2-1a")["events"]}
    separation = events["strap-ons-separation"]
    assert separation["source"] == "commanded"
    height, published = separation["height_km"], separation["published"]["height_km"]
    expected = 100 * (height - published) / published
    assert separation["error_percent"] == pytest.approx(expected, abs=0.1)
    assert events["core-separation"]["source"] == "fitted"
    assert events["tower-jettison"]["error_percent"] is None


def test_a_design_is_called_one_in_both_reports(capsys: pytest.CaptureFixture[str]) -> None:
    report = reported(capsys, "soyuz-5")
    assert report["values"] == "design"
    assert all(event["published"] is None for event in report["events"])
    assert main(["launch", "soyuz-5"]) == 0
    assert "design values" in capsys.readouterr().out


def test_the_report_for_people_is_in_the_language_of_a_catalogue(tmp_path: Path) -> None:
    class Elsewhere(NullTranslations):
        def gettext(self, message: str) -> str:
            return {"event": "was dabei geschieht", "Limit: {limit}": "Grenze: {limit}"}.get(
                message, message
            )

    told = "limits: [It is small.]\nwords:\n  de: {Made: Gemacht, It is small.: Sie ist klein.}\n"
    flight = fly(load(write_made(tmp_path, MADE + PROGRAMME + told)))
    title, _, _, head, first, *rest = as_text(flight, Elsewhere(), "de")
    assert title == "Gemacht -- design values, not flown ones"
    assert head.index("T+ s") == len("was dabei geschieht") + 2 == first.index("0.0")
    assert "Grenze: Sie ist klein." in rest


@pytest.mark.parametrize("name", SIX)
def test_what_is_doubtful_is_repeated(capsys: pytest.CaptureFixture[str], name: str) -> None:
    doubtful = reported(capsys, name)["doubtful"]
    assert doubtful
    assert main(["launch", name]) == 0
    text = capsys.readouterr().out
    assert all(line in text for line in doubtful)


def test_an_unknown_vehicle_is_answered_with_those_that_exist(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["launch", "buran"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "'buran'" in said.err
    assert all(name in said.err for name in SIX)


@pytest.mark.parametrize("name", ["x" * 5000 + ".yaml", "\x00.yaml", "../soyuz", "", " "])
def test_no_name_breaks_launch(capsys: pytest.CaptureFixture[str], name: str) -> None:
    assert main(["launch", name]) == 2
    assert "There is no vehicle" in capsys.readouterr().err


def test_a_name_that_fits_several_vehicles_is_not_guessed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["launch", "soyuz"]) == 2
    assert "soyuz-2-1a, soyuz-5" in capsys.readouterr().err


def test_without_a_vehicle_they_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["launch"]) == 0
    assert [line.partition(":")[0] for line in capsys.readouterr().out.splitlines()] == list(SIX)


def test_a_spoilt_file_is_said_to_be_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write_made(tmp_path, MADE.replace("mission:", "misson:"))
    assert main(["launch", str(path)]) == 1
    said = capsys.readouterr().err
    assert "made.yaml:5:" in said
    assert "Traceback" not in said


def test_one_spoilt_file_does_not_hide_the_other_vehicles(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_made(tmp_path)
    (tmp_path / "other.yaml").write_text("id: [", encoding="utf-8")
    assert commands.launch(tmp_path, None, None) == 1
    said = capsys.readouterr()
    assert said.out == "made: Made\n"
    assert "other.yaml:1:" in said.err


def test_a_vehicle_without_a_programme_is_told_how_to_get_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert commands.launch(write_made(tmp_path, MADE).parent, "made", None) == 1
    assert "launch made --tune" in capsys.readouterr().err


def test_one_that_does_not_reach_orbit_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    heavy = (MADE + PROGRAMME).replace("mass_kg: {value: 2000", "mass_kg: {value: 12000")
    path = write_made(tmp_path, heavy)
    assert main(["launch", str(path)]) == 1
    said = capsys.readouterr()
    assert "was not reached" in said.out
    assert "does not reach its orbit" in said.err


@pytest.mark.parametrize("wrong", [["--report", "xml"], ["a", "b"], ["--report"], ["--fly"]])
def test_what_launch_does_not_know_is_wrong_use(wrong: list[str]) -> None:
    assert main(["launch", *wrong]) == 2


def test_tuning_needs_a_vehicle() -> None:
    assert main(["launch", "--tune"]) == 2


@pytest.mark.slow
def test_a_new_vehicle_is_a_new_file_that_tuning_completes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write_made(tmp_path, MADE)
    assert main(["launch", str(path), "--tune"]) == 0
    assert path.read_text(encoding="utf-8").startswith(MADE)
    capsys.readouterr()
    assert main(["launch", str(path), "--report", "json"]) == 0
    orbit = json.loads(capsys.readouterr().out)["orbit"]
    assert orbit["perigee_km"] == pytest.approx(200, abs=5)
    assert orbit["inclination_deg"] == pytest.approx(51.6, abs=0.05)


@pytest.mark.slow
def test_what_cannot_reach_orbit_is_not_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    heavy = MADE.replace("mass_kg: {value: 2000", "mass_kg: {value: 12000")
    path = write_made(tmp_path, heavy)
    assert main(["launch", str(path), "--tune"]) == 1
    assert path.read_text(encoding="utf-8") == heavy
    assert "nothing was written" in capsys.readouterr().err
