"""Figures for a page: the drawings of the game as shapes that its script sets into an SVG."""

from __future__ import annotations

from collections.abc import Sequence

from game.packs.model import Picture
from game.ui.art.figures import bodies_of, draw_figure
from game.ui.canvas import Anchor
from game.ui.css import code
from game.ui.geometry import Point, Rect
from game.ui.shapes import sign_points
from game.ui.theme import Colour, Theme, mix

Shape = tuple[str | float, ...]
"""Its sort, and what the script needs for it: `fill points colour`, `line points colour width`,
`disc x y radius colour width`, `text x y words colour anchor`."""

SIZE = (640, 440)
"""Wide and high, in the units of the game's grid."""

_ROCKETS = {
    "r7-sputnik": "sputnik",
    "vostok-k": "vostok",
    "proton-m": "proton-m",
    "zenit-2": "zenit-2",
    "soyuz-5": "soyuz-5",
}
_ROCKET = "soyuz"
"""How a vehicle is drawn that has no other outline."""


def outline_of(vehicle: str) -> str:
    """The name of a vehicle's outline in assets/figures."""
    return _ROCKETS.get(vehicle, _ROCKET)


class _Recorder:
    """Notes the shapes that are drawn on it."""

    text_scale = 1.0

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.shapes: list[Shape] = []

    def polygon(self, points: Sequence[Point], colour: Colour) -> None:
        self.shapes.append(("fill", _path(points), code(colour)))

    def line(self, points: Sequence[Point], colour: Colour, width: float) -> None:
        self.shapes.append(("line", _path(points), code(colour), width))

    def disc(self, centre: Point, radius: float, colour: Colour, width: float = 0) -> None:
        x, y = (round(one, 1) for one in centre)
        self.shapes.append(("disc", x, y, radius - width / 2, code(colour), width))

    def shape(self, name: str, centre: Point, size: float, colour: Colour) -> None:
        self.polygon(sign_points(name, centre, size), colour)

    def text(
        self,
        string: str,
        position: Point,
        style: str,  # noqa: ARG002 - a page has one
        colour: Colour,
        anchor: Anchor = "topleft",
        *,
        fit: float = 0,  # noqa: ARG002
    ) -> None:
        x, y = (round(one, 1) for one in position)
        end = "end" if anchor == "midright" else "middle"
        down = 10 if anchor == "midright" else 28
        self.shapes.append(("text", x, y + down, string, code(colour), end))


def shapes_of(picture: Picture, theme: Theme) -> list[Shape]:
    """What a question is asked with, in the colours of a theme."""
    recorder = _Recorder(theme)
    area = Rect(0, 0, *SIZE).inset(24)
    draw_figure(recorder, picture.draw, picture.of, area, picture.within)
    return recorder.shapes


def rocket(of: str, theme: Theme, high: float) -> list[Shape]:
    """A rocket on its axis, its foot at 0 and y downwards, `high` units from foot to top."""
    bodies = bodies_of(of)
    scale = high / max(y for _tone, points in bodies for _x, y in points)
    light, middle, shade = (theme.colour(f"rocket.{tone}") for tone in ("light", "mid", "shade"))
    rim, edge = theme.colour("rocket.rim"), theme.colour("outline")
    found: list[Shape] = []
    for tone, outline in bodies:
        points = [(x * scale, -y * scale) for x, y in outline]
        whole = mix(light, middle, 0.9) if tone == "side" else light
        if tone == "lattice":
            whole = shade
        half = len(points) // 2
        pairs = list(zip(points[:half], reversed(points[half:]), strict=True))
        found.append(("fill", _path(points), code(whole)))
        for share, ink in ((0.42, middle), (0.66, shade), (0.93, rim)):
            part = [(a[0] + (b[0] - a[0]) * share, a[1]) for a, b in pairs]
            part += [b for _a, b in reversed(pairs)]
            found.append(("fill", _path(part), code(ink)))
        found.append(("line", _path([*points, points[0]]), code(edge), 1.2))
    return found


def _path(points: Sequence[Point]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
