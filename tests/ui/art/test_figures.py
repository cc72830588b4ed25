"""The figures that a question is asked with."""

from __future__ import annotations

from itertools import pairwise

import pytest

from game.ui.art.figures import draw_figure
from game.ui.geometry import Point, Rect
from game.ui.theme import Colour, Theme, load


class Recorder:
    """A ground that keeps the texts and where they stand."""

    text_scale = 1.0

    def __init__(self, theme: Theme, text_scale: float) -> None:
        self.theme = theme
        self.text_scale = text_scale
        self.named: dict[int, float] = {}

    def polygon(self, points: object, colour: Colour) -> None: ...

    def line(self, points: object, colour: Colour, width: float) -> None: ...

    def disc(self, centre: Point, radius: float, colour: Colour, width: float = 0) -> None: ...

    def shape(self, name: str, centre: Point, size: float, colour: Colour) -> None: ...

    def text(self, string: str, position: Point, *_how: object, fit: float = 0) -> None:
        assert fit == 0
        self.named[int(string)] = position[0]


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("within", [(1720, 1910), (1900, 1920), (1890, 1970), (1000, 2030)])
def test_a_line_of_years_names_both_its_ends_and_no_two_names_touch(
    within: tuple[int, int], scale: float
) -> None:
    ground = Recorder(load(), scale)
    draw_figure(ground, "timeline", str(within[1] - 2), Rect(0, 0, 852, 652), within)
    assert (min(ground.named), max(ground.named)) == within
    places = sorted(ground.named.values())
    assert all(b - a >= 100 * scale for a, b in pairwise(places))
