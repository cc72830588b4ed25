"""What lies behind a vehicle at three heights: the dawn, the edge of the air, space.

Each picture is higher than the window by `SLIDE` grid units, so that the Earth sinks away as the
vehicle climbs.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import sin
from random import Random
from typing import Literal

import pygame

from ..light import halo
from ..paint import Palette, Point, View, mix, ribbon
from ..sky import sky, stars
from .limb import Globe, across, air, land, steppe
from .shot import CLOCK, words_box

Height = Literal["climb", "high", "space"]
SLIDE = 76.0
HORIZON = 906.0
"""Grid y of the horizon under the climb, where the pad is, before it sinks."""
_SUN: Point = (1600.0, 912.0)
_RADIUS = 9000.0


def background(view: View, palette: Palette, seed: str, height: Height) -> Iterator[pygame.Surface]:
    """The picture in slices: what is yielded last is whole."""
    extra = round(SLIDE * view.scale)
    size = (view.size[0], view.size[1] + extra)
    tall = View(size, view.scale, (view.offset[0], view.offset[1] + extra))
    if height == "climb":
        yield from _dawn(tall, palette, seed)
    else:
        yield from _limb(tall, palette, seed, height)


def _dawn(view: View, palette: Palette, seed: str) -> Iterator[pygame.Surface]:
    s = view.scale
    coral, amber = palette.colour("coral"), palette.colour("amber")
    night, dusk = palette.colour("night"), palette.colour("dusk")
    stops = [mix(night, (0, 0, 0), 0.3), night, palette.colour("indigo"), dusk]
    stops += [mix(dusk, coral, 0.42), coral, amber, mix(amber, (255, 240, 130), 0.6)]
    back = sky(
        view.size, [*stops, (255, 248, 180)], view.at(*_SUN), scale=s, spread=1.12, core=0.42
    )
    yield back
    stars(
        back,
        Random(f"{seed}/high"),
        scale=s,
        below=view.y(640),
        count=170,
        away_from=[_words(view)],
    )
    yield back
    shine = halo(330 * s, (255, 246, 190), 0.85, 2.4)
    back.blit(shine, shine.get_rect(center=view.at(_SUN[0], _SUN[1] + 6)))
    _land(back, view, palette)
    yield back


def _words(view: View) -> pygame.Rect:
    """Where words may stand while the picture slides."""
    box = words_box(view, *CLOCK)
    extra = round(SLIDE * view.scale)
    return pygame.Rect(box.x, box.y - extra, box.width, box.height + extra)


def _land(back: pygame.Surface, view: View, palette: Palette) -> None:
    dark, at = palette.colour("steppe"), view.at

    def edge(x: float, drop: float) -> float:
        return HORIZON - 1 + drop + (x - 990) ** 2 / (2 * _RADIUS)

    for band, (drop, share) in enumerate(((0, 0.3), (22, 0.2), (58, 0.1), (110, 0.0))):
        wave = [
            at(x, edge(x, drop + (sin(x / 210 + band * 2) * 7 if band else 0)))
            for x in across(view, 40)
        ]
        colour = mix(dark, palette.colour("steppe_lit"), share)
        land(back, colour, wave)
    bank = mix(palette.colour("coral"), palette.colour("sand"), 0.3)
    bends = range(-900, 1501, 16)
    river = [at(x, edge(x, (1560 - x) / 36 + 8 * sin(x / 92))) for x in bends]
    ribbon(back, bank, river, 4.5 * view.scale)


def _limb(view: View, palette: Palette, seed: str, height: Height) -> Iterator[pygame.Surface]:
    s = view.scale
    night, indigo, dusk = (palette.colour(name) for name in ("night", "indigo", "dusk"))
    coral, amber, sand = (palette.colour(name) for name in ("coral", "amber", "sand"))
    far = height == "space"
    globe = Globe((960.0, 872.0 + 3900.0), 3900.0) if far else Globe((960.0, 7260.0), 6400.0)
    sun = view.at(1620.0, globe.y(1620.0) + 6)
    low = pygame.Surface((view.size[0] // 6 + 1, view.size[1] // 6 + 1), 0, 32)
    low.fill(mix(night, (1, 3, 12), 0.55 if far else 0.3))
    lights = (
        (1500, mix(indigo, (30, 52, 150), 0.3), 0.75 if far else 0.95, 1.3, (1200.0, 1000.0)),
        (900, mix(dusk, indigo, 0.5), 0.3 if far else 0.8, 1.5, (1560.0, 980.0)),
        (560, coral, 0.24 if far else 0.5, 1.8, (1620.0, 930.0)),
    )
    for radius, colour, strength, power, place in lights:
        light = halo(radius * s / 6, colour, strength, power)
        x, y = view.at(*place)
        low.blit(light, light.get_rect(center=(x / 6, y / 6)))
    back = pygame.transform.smoothscale(low, view.size)
    yield back
    stars(
        back,
        Random(f"{seed}/{height}"),
        scale=s,
        below=view.y(820),
        count=230,
        away_from=[_words(view)],
    )
    yield back
    tones = ((66, 56, 78), (78, 60, 70), (84, 64, 68), (66, 52, 62))
    if not far:
        tones = ((92, 70, 88), (88, 64, 78), (74, 54, 66), (56, 44, 56))
    steppe(back, view, globe, tones, mix(tones[1], mix(coral, sand, 0.4), 0.55))
    yield back
    if far:
        air(back, view, globe)
    else:
        blue = ((0, 0, 0), (16, 22, 70), (46, 60, 140), (112, 112, 156))
        air(back, view, globe, thick=110.0, inside=44.0, colours=blue)
    yield back
    for radius, strength, power, tone in (
        (520, 0.34, 2.2, mix(amber, coral, 0.4)),
        (230, 0.6, 2.2, amber),
        (90, 0.95, 1.6, (255, 246, 214)),
    ):
        glow = halo(radius * s, tone, strength, power)
        back.blit(glow, glow.get_rect(center=sun))
    yield back
