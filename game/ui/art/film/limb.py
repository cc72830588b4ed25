"""The edge of the Earth from high up: a disc, the thin air over it, the steppe below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, sin, sqrt

import pygame

from ..paint import Colour, Point, View, along, mix, ribbon, shape

_AIR: tuple[Colour, ...] = ((0, 0, 0), (14, 30, 92), (48, 82, 200), (150, 162, 226))


@dataclass(frozen=True, slots=True)
class Globe:
    """A disc on the grid."""

    centre: Point
    radius: float

    def y(self, x: float, over: float = 0.0) -> float:
        """Grid y at grid x of what is `over` units above the edge."""
        return self.centre[1] - sqrt((self.radius + over) ** 2 - (x - self.centre[0]) ** 2)


def across(view: View, step: int) -> range:
    """Grid x from before a window's left edge to behind its right one."""
    left = floor(-view.offset[0] / view.scale / step)
    return range(left * step, ceil((view.size[0] - view.offset[0]) / view.scale) + 2 * step, step)


def land(picture: pygame.Surface, colour: Colour, edge: Sequence[Point]) -> None:
    """All below an edge that runs from left to right (pixels)."""
    foot = picture.get_height() + 2
    shape(picture, colour, [*edge, (edge[-1][0], foot), (edge[0][0], foot)])


def air(
    back: pygame.Surface,
    view: View,
    globe: Globe,
    *,
    thick: float = 62.0,
    inside: float = 34.0,
    colours: tuple[Colour, ...] = _AIR,
) -> None:
    """Add the air over the edge, ring by ring, falling off upwards; and its glow below."""
    s, width = view.scale, view.size[0]
    reach = globe.centre[1] - globe.radius
    top = max(0, round(view.y(reach - thick - 30)))
    ends = ((0 - view.offset[0]) / s, (width - view.offset[0]) / s)
    foot = max(view.y(globe.y(x, -inside)) for x in ends)
    high = max(1, min(view.size[1], round(foot) + 2) - top)
    # The rings are flat: little width and double height draw them finely enough.
    picture = pygame.Surface((max(2, width // 4), high * 2), 0, 32)
    cx, cy = view.at(*globe.centre)
    steps = 24
    columns = [(width * i / steps / 4, (width * i / steps - cx) ** 2) for i in range(steps + 1)]
    count = max(50, round(0.7 * (thick + inside) * s))
    inner: list[Point] = []
    for ring in range(count - 1, -1, -1):
        over = thick - (thick + inside) * ring / (count - 1)
        square = ((globe.radius + over) * s) ** 2
        points = [(x, (cy - sqrt(square - far) - top) * 2) for x, far in columns]
        if over > 0:
            colour = along(colours, (1 - over / thick) ** 2.1)
        else:
            colour = mix(colours[-1], colours[0], min(1.0, -over / inside) ** 0.5)
        if inner:
            pygame.draw.polygon(picture, colour, [*points, *inner])
        inner = points[::-1]
    back.blit(
        pygame.transform.smoothscale(picture, (width, high)),
        (0, top),
        special_flags=pygame.BLEND_RGB_ADD,
    )


def steppe(
    back: pygame.Surface,
    view: View,
    globe: Globe,
    tones: tuple[Colour, ...],
    river: Colour,
) -> None:
    """The land below the edge in wavy bands, with a river and long clouds over it."""
    s = view.scale
    at = view.at

    for index, tone in enumerate(tones):
        drop, wave = -1 + 42 * index**1.25, 0.0 if index == 0 else 6.0 + 3 * index
        pace = 230 + 40 * index
        edge = [at(x, globe.y(x, -drop - wave * sin(x / pace + index))) for x in across(view, 40)]
        land(back, tone, edge)
    bends = range(-300, 1501, 20)
    line = [at(x, globe.y(x, -(18 + (1500 - x) / 26 + 7 * sin(x / 84)))) for x in bends]
    ribbon(back, river, line, 3.6 * s)
    cloud = mix(tones[0], (214, 190, 186), 0.34)
    for x, drop, wide, tall in ((420, 96, 250, 8), (1340, 62, 300, 7), (1660, 150, 220, 10)):
        arch = [(i, tall * (1 - (i / wide) ** 2)) for i in range(-wide, wide + 1, wide // 10)]
        upper = [at(x + i, globe.y(x + i, -drop) - up) for i, up in arch]
        lower = [at(x + i, globe.y(x + i, -drop) + up / 2) for i, up in reversed(arch)]
        shape(back, cloud, upper + lower)
