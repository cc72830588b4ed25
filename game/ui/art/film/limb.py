"""The edge of the Earth from high up: a disc, the thin air over it, the steppe below."""

from __future__ import annotations

from dataclasses import dataclass
from math import sin, sqrt

import pygame

from ..paint import Colour, Point, View, along, mix, paste, polyline, supersampled

_AIR: tuple[Colour, ...] = ((0, 0, 0), (14, 30, 92), (48, 82, 200), (150, 162, 226))


@dataclass(frozen=True, slots=True)
class Globe:
    """A disc on the grid."""

    centre: Point
    radius: float

    def y(self, x: float, over: float = 0.0) -> float:
        """Grid y at grid x of what is `over` units above the edge."""
        return self.centre[1] - sqrt((self.radius + over) ** 2 - (x - self.centre[0]) ** 2)


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
    high = view.size[1] - top
    # The rings are flat: little width and double height draw them finely enough.
    picture = pygame.Surface((max(2, width // 4), high * 2), 0, 32)
    centre = view.at(*globe.centre)
    count = max(50, round((thick + inside) * s))
    for ring in range(count):
        over = thick - (thick + inside) * ring / (count - 1)
        radius = (globe.radius + over) * s
        points: list[Point] = []
        for i in range(49):
            x = width * i / 48
            y = centre[1] - sqrt(max(0.0, radius**2 - (x - centre[0]) ** 2))
            points.append((x / 4, (y - top) * 2))
        if over > 0:
            colour = along(colours, (1 - over / thick) ** 2.1)
        else:
            colour = mix(colours[-1], colours[0], min(1.0, -over / inside) ** 0.5)
        foot = picture.get_height()
        pygame.draw.polygon(picture, colour, [*points, (picture.get_width(), foot), (0, foot)])
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
    left, top = view.offset[0], globe.centre[1] - globe.radius - 12
    size = (view.size[0], max(1.0, view.size[1] - view.y(top) + 2))

    def draw(big: pygame.Surface, k: int) -> None:
        def at(x: float, y: float) -> Point:
            return (left + x * s) * k, (y - top) * s * k

        for index, tone in enumerate(tones):
            drop, wave = -1 + 42 * index**1.25, 0.0 if index == 0 else 6.0 + 3 * index
            xs = range(-700, 2700, 30)
            edge = [
                at(x, globe.y(x, -drop - wave * sin(x / (230 + 40 * index) + index))) for x in xs
            ]
            pygame.draw.polygon(big, tone, [*edge, at(2700, 3600), at(-700, 3600)])
        bends = range(-300, 1500, 14)
        line = [at(x, globe.y(x, -(18 + (1500 - x) / 26 + 7 * sin(x / 84)))) for x in bends]
        polyline(big, river, line, 3.6 * s * k)
        cloud = mix(tones[0], (214, 190, 186), 0.34)
        for x, drop, wide, tall in ((420, 96, 250, 8), (1340, 62, 300, 7), (1660, 150, 220, 10)):
            arch = [(i, tall * (1 - (i / wide) ** 2)) for i in range(-wide, wide + 1, 10)]
            upper = [at(x + i, globe.y(x + i, -drop) - up) for i, up in arch]
            lower = [at(x + i, globe.y(x + i, -drop) + up / 2) for i, up in reversed(arch)]
            pygame.draw.polygon(big, cloud, upper + lower)

    paste(back, supersampled(size, draw, 2), (0, view.y(top)))
