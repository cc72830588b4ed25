"""What a round's fuel carries, for every vehicle that there is."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game import paths
from game.flight.load import names
from game.flight.problem import BadVehicle
from game.flight.vehicle import Vehicle
from game.packs.read import read_pack
from game.play.mission import fuel_from, ladder, mission_for, vehicle_called, vehicle_for, vehicles
from tests.packs.made import MANIFEST, make

EVERY = names(paths.assets() / "vehicles")


def test_the_hangar_has_every_vehicle_the_lowest_first() -> None:
    found = vehicles()
    assert sorted(one.id for one in found) == sorted(EVERY)
    assert [one.height_m.value for one in found] == sorted(one.height_m.value for one in found)


@pytest.mark.parametrize("name", EVERY)
@given(share=st.floats(0, 1))
def test_every_share_of_fuel_carries_something_that_this_vehicle_can(
    name: str, share: float
) -> None:
    vehicle: Vehicle = vehicle_called(name)
    mission = mission_for(vehicle, share)
    assert mission.payload in vehicle.payloads
    assert len(mission.more) == len(vehicle.payloads) - 1 - [
        payload for payload, _ in ladder(vehicle)
    ].index(mission.payload)


@pytest.mark.parametrize("name", EVERY)
@given(best=st.integers(300, 40_000))
def test_the_fuel_that_is_told_is_the_least_that_carries_it(name: str, best: int) -> None:
    vehicle = vehicle_called(name)
    for payload, share in ladder(vehicle)[1:]:
        fuel = fuel_from(share, best)
        assert mission_for(vehicle, fuel / best).payload == payload
        assert mission_for(vehicle, (fuel - 1) / best).payload != payload


def test_a_crew_flies_last_and_a_first_satellite_first() -> None:
    assert [one.id for one, _ in ladder(vehicle_called(""))] == ["progress-ms", "soyuz-ms"]
    assert ladder(vehicle_called("vostok-k"))[-1][0].id == "vostok-1"
    assert ladder(vehicle_called("r7-sputnik"))[0] == (
        vehicle_called("r7-sputnik").payload, 0.0
    )  # fmt: skip


def test_full_fuel_carries_all_that_there_is() -> None:
    for vehicle in vehicles():
        assert mission_for(vehicle, 1.0).more == ()


def test_a_pack_chooses_what_its_rounds_fly(tmp_path: Path) -> None:
    make(tmp_path, manifest=f"{MANIFEST}vehicle: vostok-k\n")
    pack, _ = read_pack(tmp_path)
    assert pack is not None
    assert vehicle_called(pack.vehicle).id == "vostok-k"
    make(tmp_path)
    plain, _ = read_pack(tmp_path)
    assert plain is not None
    assert vehicle_called(plain.vehicle).id == "soyuz-2-1a"


def test_a_vehicle_that_there_is_not_is_a_bad_one() -> None:
    with pytest.raises(BadVehicle):
        vehicle_called("nothing")


def test_a_round_without_a_wish_flies_one_that_has_flown_by_its_seed() -> None:
    chosen = [vehicle_for("", f"seed {number}") for number in range(60)]
    assert chosen == [vehicle_for("", f"seed {number}") for number in range(60)]
    assert {one.id for one in chosen} == {one.id for one in vehicles() if one.values == "flown"}
    assert vehicle_for("soyuz-5", "any").id == "soyuz-5"
