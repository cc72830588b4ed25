"""Second shot: the climb over a curved horizon into the dawn, seen from far away.

The vehicle runs along one curve from the pad; its trail is discs on the same curve.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import atan2, cos, degrees, floor, pi, radians, sin
from random import Random

import pygame

from .. import smoke
from ..light import flame, halo, soft_ellipse
from ..paint import Colour, Point, empty, mix, paste, polyline, supersampled
from ..rocket import rocket, round_livery
from ..sky import sky, stars
from ..vehicle import CREWED
from .liftoff import COATS
from .shot import CLOCK, Shot, words_box

SECONDS = 2.5
_SUN: Point = (1560.0, 878.0)
_CURVE: tuple[Point, Point, Point, Point] = (
    (930.0, 890.0),
    (950.0, 770.0),
    (1072.0, 664.0),
    (1245.0, 398.0),
)
_METRE = 7.6
_FIRST, _LAST, _STEP = 28.0, 34.0, 0.5
_TRAIL = 64
_RADIUS = 9000.0


def _on_curve(u: float) -> Point:
    v = 1 - u
    shares = (v**3, 3 * v * v * u, 3 * v * u * u, u**3)
    return (
        sum(share * point[0] for share, point in zip(shares, _CURVE, strict=True)),
        sum(share * point[1] for share, point in zip(shares, _CURVE, strict=True)),
    )


def _heading(u: float) -> float:
    """Degrees over from the vertical, along the curve."""
    (x0, y0), (x1, y1) = _on_curve(max(0.0, u - 0.02)), _on_curve(min(1.0, u + 0.02))
    return degrees(atan2(x1 - x0, y0 - y1))


class Ascent(Shot):
    """The climb. Times are seconds since the cut, to `SECONDS`."""

    def prepare(self) -> Iterator[None]:
        view, palette, s = self.view, self.palette, self.view.scale
        coral, amber, sand = (palette.colour(name) for name in ("coral", "amber", "sand"))
        night, dusk = palette.colour("night"), palette.colour("dusk")
        stops = [mix(night, (0, 0, 0), 0.3), night, palette.colour("indigo"), dusk]
        stops += [mix(dusk, coral, 0.42), coral, amber, mix(amber, (255, 240, 130), 0.6)]
        back = sky(
            view.size, [*stops, (255, 248, 180)], view.at(*_SUN), scale=s, spread=1.12, core=0.42
        )
        yield
        words = [words_box(view, *CLOCK)]
        stars(
            back,
            Random(f"{self.seed}/high"),
            scale=s,
            below=view.y(640),
            count=170,
            away_from=words,
        )
        yield
        shine = halo(330 * s, (255, 246, 190), 0.85, 2.4)
        back.blit(shine, shine.get_rect(center=view.at(_SUN[0], _SUN[1] + 6)))
        self._land(back)
        self._back = back
        yield
        livery = round_livery(
            (
                (-1.0, mix(palette.colour("indigo"), dusk, 0.5)),
                (-0.35, (150, 140, 176)),
                (0.2, (226, 210, 206)),
                (0.62, (255, 240, 214)),
                (1.0, mix(amber, coral, 0.4)),
            ),
            COATS,
        )
        upright = rocket(CREWED, _METRE * s, livery)
        yield
        # Turned about its foot: the sprite is padded so that its middle is the foot.
        padded = empty((upright.picture.get_width(), upright.foot[1] * 2))
        padded.blit(upright.picture, (0, 0))
        self._ships: list[pygame.Surface] = []
        for step in range(round((_LAST - _FIRST) / _STEP) + 1):
            angle = _FIRST + step * _STEP
            self._ships.append(pygame.transform.rotozoom(padded, -angle, 1.0))
            if step % 6 == 5:
                yield
        heart: Colour = (255, 252, 224)
        shades = [mix(coral, dusk, 0.15), coral, amber, amber, mix(amber, sand, 0.6), heart]
        flames = [flame(56 * s, 430 * s, shades, phase, flare=1.3) for phase in (0.0, 0.5)]
        self._flames: list[list[tuple[pygame.Surface, Point]]] = []
        for degree in range(round(_FIRST), round(_LAST) + 1):
            self._flames.append([_hanging(each, float(degree)) for each in flames])
            if degree % 4 == 3:
                yield
        self._glow = halo(190 * s, mix(amber, coral, 0.3), 0.5)
        collar = soft_ellipse((92 * s, 20 * s), (230, 226, 236), 0.6, 1.2)
        self._collar = pygame.transform.rotozoom(collar, -32, 1.0)
        dark = mix(dusk, night, 0.2)
        rose = mix(coral, dusk, 0.4)
        self._tones = (dark, mix(dark, rose, 0.75), mix(rose, amber, 0.45), mix(amber, sand, 0.25))
        yield

    def _land(self, back: pygame.Surface) -> None:
        view, palette, s = self.view, self.palette, self.view.scale
        top = 862.0
        size = (view.size[0], view.size[1] - view.y(top) + 2)
        left = view.offset[0]
        dark = palette.colour("steppe")

        def edge(x: float, drop: float) -> float:
            return 871 + drop + (x - 990) ** 2 / (2 * _RADIUS)

        def draw(big: pygame.Surface, k: int) -> None:
            def at(x: float, y: float) -> Point:
                return (left + x * s) * k, (y - top) * s * k

            xs = [x * 40.0 for x in range(-30, 90)]
            for band, (drop, share) in enumerate(((0, 0.3), (22, 0.2), (58, 0.1), (110, 0.0))):
                wave = [
                    at(x, edge(x, drop + (sin(x / 210 + band * 2) * 7 if band else 0))) for x in xs
                ]
                colour = mix(dark, palette.colour("steppe_lit"), share)
                pygame.draw.polygon(big, colour, [*wave, at(3600, 2400), at(-1200, 2400)])
            bank = mix(palette.colour("coral"), palette.colour("sand"), 0.3)
            bends = range(-900, 1500, 12)
            river = [at(x, edge(x, (1560 - x) / 36 + 8 * sin(x / 92))) for x in bends]
            polyline(big, bank, river, 4.5 * s * k)

        paste(back, supersampled(size, draw, 2), (0, view.y(top)))

    def draw(self, surface: pygame.Surface, seconds: float) -> None:
        view, s = self.view, self.view.scale
        surface.blit(self._back, (0, 0))
        u = 0.76 + 0.24 * min(max(seconds, 0.0) / SECONDS, 1.15)
        angle = min(max(_heading(min(u, 1.0)), _FIRST), _LAST)
        x, y = _on_curve(min(u, 1.05))
        smoke.paint_discs(surface, self._trail(u), self._tones, (0.2, 0.02))
        foot = view.at(x, y)
        place = self._glow.get_rect(center=(round(foot[0]), round(foot[1])))
        surface.blit(self._glow, place)
        fire, (dx, dy) = self._flames[round(angle - _FIRST)][floor(seconds / 0.08) % 2]
        turn = radians(angle)
        paste(surface, fire, (foot[0] + dx + sin(turn) * 4 * s, foot[1] + dy - cos(turn) * 4 * s))
        ship = self._ships[round((angle - _FIRST) / _STEP)]
        paste(surface, ship, (foot[0] - ship.get_width() / 2, foot[1] - ship.get_height() / 2))
        self._collar.set_alpha(round(255 * sin(pi * min(max(seconds / SECONDS, 0.0), 1.0))))
        ahead = 36.0 * _METRE * s
        shoulder = foot[0] + sin(turn) * ahead, foot[1] - cos(turn) * ahead
        surface.blit(self._collar, self._collar.get_rect(center=shoulder))

    def _trail(self, u: float) -> list[tuple[float, float, float]]:
        view, s = self.view, self.view.scale
        discs: list[tuple[float, float, float]] = []
        end = u - 0.15
        for index in range(_TRAIL):
            share = index / (_TRAIL - 1)
            x, y = _on_curve(end * share)
            swing = sin(index * 2.4) * 0.5 + sin(index * 1.1 + 1) * 0.5
            radius = (19 + 27 * (1 - share) ** 1.2) * (1 + 0.16 * swing)
            x += swing * 7 * (1 - share * 0.4)
            discs.append((view.x(x), view.y(y), radius * s))
        return discs


def _hanging(sprite: pygame.Surface, angle: float) -> tuple[pygame.Surface, Point]:
    """A flame turned about its nozzle end, and its corner's place relative to the nozzle."""
    turned = pygame.transform.rotozoom(sprite, -angle, 1.0)
    turn, half = radians(angle), sprite.get_height() / 2
    middle = (-sin(turn) * half, cos(turn) * half)
    return turned, (middle[0] - turned.get_width() / 2, middle[1] - turned.get_height() / 2)
