"""The standard atmosphere beside the standard's own table."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.flight import air, drag

# Height (m), pressure (Pa), density (kg/m3), speed of sound (m/s): U.S. Standard Atmosphere, 1976,
# table I.
PUBLISHED = (
    (0, 101325.0, 1.2250, 340.29),
    (5_000, 54048.0, 0.73643, 320.55),
    (11_000, 22700.0, 0.36480, 295.15),
    (20_000, 5529.3, 0.088910, 295.07),
    (32_000, 889.06, 0.013555, 303.02),
    (50_000, 79.779, 1.0269e-3, 329.80),
    (70_000, 5.2209, 8.2829e-5, 297.06),
    (80_000, 1.0524, 1.8458e-5, 282.54),
)


@pytest.mark.parametrize("row", PUBLISHED, ids=lambda row: f"{row[0] // 1000} km")
def test_the_air_is_that_of_the_standard(row: tuple[float, float, float, float]) -> None:
    height, pressure, density, sound = row
    found = air.air_at(height)
    assert found.pressure == pytest.approx(pressure, rel=2e-4)
    assert found.density == pytest.approx(density, rel=4e-4)
    assert found.sound == pytest.approx(sound, rel=2e-4)


@given(st.floats(0, air.TOP_M - 1))
def test_the_table_read_linearly_differs_little(height: float) -> None:
    row = air.table()[int(height / air.STEP_M)]
    share = height / air.STEP_M - int(height / air.STEP_M)
    exact = air.air_at(height)
    assert row[0] + share * row[3] == pytest.approx(exact.pressure, rel=2e-4)
    assert row[1] + share * row[4] == pytest.approx(exact.density, rel=1e-3)


@given(st.floats(0, air.TOP_M - 1), st.floats(1, 5000))
def test_higher_air_is_thinner(height: float, more: float) -> None:
    assert air.air_at(height + more).density < air.air_at(height).density


def test_there_is_no_air_in_orbit() -> None:
    assert air.air_at(200_000).density == 0


@given(st.floats(0, 20))
def test_drag_stays_that_of_a_slender_body(mach: float) -> None:
    assert 0.25 <= drag.coefficient(mach) <= 0.55
