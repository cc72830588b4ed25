"""Vehicles of any file become records that can be drawn, and stills of their launches files."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pygame
import pytest

from game import paths
from game.flight.ascent import fly
from game.flight.load import load, names
from game.screens.flown import as_flown, flown
from game.screens.launch_shots import launch_shots
from game.ui.art.craft_paint import portrait
from game.ui.art.launch import LaunchFilm
from game.ui.theme import load as theme

VEHICLES = tuple(names(paths.assets() / "vehicles"))


@pytest.mark.parametrize("vehicle", VEHICLES)
def test_what_leaves_leaves_in_order_and_the_last_stage_reaches_the_end(vehicle: str) -> None:
    flight = flown(vehicle)
    leaves = [b.leaves_s for b in flight.craft.blocks if b.leaves_s is not None]
    assert leaves == sorted(leaves)
    assert len(flight.craft.attached(-1)) == len(flight.craft.blocks)
    assert flight.craft.attached(flight.end_s - 1)


@pytest.mark.parametrize("vehicle", VEHICLES)
def test_the_table_of_poses_is_ordered_and_begins_on_the_pad(vehicle: str) -> None:
    poses = flown(vehicle).poses
    assert all(a.t_s < b.t_s for a, b in pairwise(poses))
    assert poses[0].height_m == 0
    assert poses[0].pitch_deg == 90
    assert not any(poses[0].throttle)


@pytest.mark.parametrize("vehicle", VEHICLES)
def test_a_portrait_is_as_tall_as_the_vehicle(vehicle: str) -> None:
    craft = flown(vehicle).craft
    drawn = portrait(craft, craft.blocks, 4.0, "flood")
    seen = drawn.picture.get_bounding_rect()
    assert seen.height == pytest.approx(4 * craft.height_m, abs=8)


def test_a_made_vehicle_is_filmed_with_no_new_code() -> None:
    vehicle = load(paths.assets() / "vehicles" / "zenit-2.yaml")
    made = replace(
        vehicle,
        id="made",
        site=replace(vehicle.site, pad="supports"),
        colours=(*vehicle.colours, ("green", "#3f7f5f")),
        stages=tuple(
            replace(
                stage,
                propellants=replace(stage.propellants, cold=False, smoke="#a8512f"),
                body=replace(
                    stage.body,
                    bands=tuple(
                        replace(band, colour="green", open=number == 1)
                        for number, band in enumerate(stage.body.bands)
                    ),
                ),
            )
            for stage in vehicle.stages
        ),
    )
    film = LaunchFilm((240, 135), theme("calm"), as_flown(fly(made)), seed="made")
    surface = pygame.Surface((240, 135))
    seen = set()
    for event in film.flown.events:
        film.seek(film.plan.film(event.t_s) + 0.1)
        film.draw(surface)
        seen.add(pygame.image.tobytes(surface, "RGB"))
    assert len(seen) >= 6


def test_stills_are_written_at_each_event_with_a_sheet_of_all(tmp_path: Path) -> None:
    assert launch_shots("r7-sputnik", tmp_path / "stills", size=(320, 180)) == 0
    written = sorted(path.name for path in (tmp_path / "stills").iterdir())
    assert "sheet.png" in written
    assert written[0] == "01-pad.png"
    assert any("boosters" in name for name in written)
    assert written[-2].endswith("orbit.png")


def test_a_folder_that_cannot_be_written_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    assert launch_shots("r7-sputnik", tmp_path / "file" / "stills", size=(160, 90)) == 1
    assert "cannot be written" in capsys.readouterr().err
