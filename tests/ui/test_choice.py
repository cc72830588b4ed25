"""The plate of an option: its sign keeps inside it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.ui.geometry import Rect
from game.ui.shapes import sign_points
from game.ui.widgets import Choice

SIGNS = ("triangle", "diamond", "circle", "square")


@given(st.sampled_from(SIGNS), st.floats(70, 400), st.floats(40, 300))
def test_no_tip_of_a_sign_comes_near_the_edge_of_its_plate(
    sign: str, high: float, wanted: float
) -> None:
    plate = Rect(0, 0, 800, high)
    choice = Choice("B", "an option", plate, sign_size=wanted)
    rows = [y for _, y in sign_points(sign, (86.0, high / 2), choice.sign_size)]
    assert min(rows) >= 8
    assert max(rows) <= high - 8
