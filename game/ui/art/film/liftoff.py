"""First shot: the pad before dawn, ignition, and the lift-off, from one place.

The engines light at `IGNITION`, the rocket leaves at `LEAVES`; the camera tilts after it.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil, cos, floor, pi, radians, sin
from random import Random

import pygame

from .. import smoke
from ..light import flame, halo, soft_ellipse, wisp
from ..paint import Point, mix, paste
from ..rocket import RocketSprite, rocket, round_livery
from ..sky import sky, stars
from ..steppe import beam
from ..vehicle import CREWED
from . import site
from .frost import Flake, flakes
from .shot import CLOCK, Shot, eased, words_box

IGNITION = 1.9
LEAVES = 4.0
COATS = {"tail": (232, 98, 42), "bare": (146, 146, 160), "thaw": (212, 208, 216)}
_ACCELERATION = 5.0
_LENGTHS = 5
_VARIANTS = 2
_STARTS = 10
_ARM_STEPS = 22
_FALL_STEPS = 16
_VENTS = ((508.0, 0.0), (612.0, 2.1), (716.0, 4.4), (806.0, 5.6))


def climb(seconds: float) -> float:
    """How far the rocket has risen, in grid units: from rest, at an even acceleration."""
    flown = max(0.0, seconds - LEAVES)
    return 0.5 * _ACCELERATION * flown * flown * site.METRE


class LiftOff(Shot):
    """The pad. Times are seconds since the cut."""

    def prepare(self) -> Iterator[None]:
        yield from self._prepare_back()
        yield from self._prepare_land()
        livery = round_livery(
            (
                (-1.0, (122, 108, 136)),
                (-0.62, (226, 210, 204)),
                (-0.12, (255, 248, 236)),
                (0.42, (196, 182, 190)),
                (1.0, (88, 78, 118)),
            ),
            COATS,
        )
        self._rocket: RocketSprite = rocket(CREWED, site.METRE * self.view.scale, livery)
        yield
        yield from self._prepare_arms()
        yield from self._prepare_fire()
        yield from self._prepare_vapour()

    def _prepare_back(self) -> Iterator[None]:
        view, palette, s = self.view, self.palette, self.view.scale
        coral, amber, sand = (palette.colour(name) for name in ("coral", "amber", "sand"))
        night, dusk = palette.colour("night"), palette.colour("dusk")
        stops = [mix(night, (0, 0, 0), 0.2), night, palette.colour("indigo"), dusk]
        stops += [mix(dusk, coral, 0.3), coral, mix(coral, amber, 0.7), mix(amber, sand, 0.3)]
        self._rise = round(200 * s)
        size = (view.size[0], view.size[1] + self._rise)
        sun = (view.x(620), view.y(site.HORIZON) + self._rise)
        back = sky(size, stops, sun, scale=s, spread=1.12, core=0.7)
        yield
        # The sky hangs `rise` lower than the window, and the camera's tilt brings it down.
        clock = words_box(view, *CLOCK)
        clock = pygame.Rect(clock.x, clock.y, clock.width, clock.height + self._rise)
        stars(
            back,
            Random(f"{self.seed}/stars"),
            scale=s,
            below=view.y(690),
            count=150,
            away_from=[clock],
        )
        self._back = back
        yield
        far = pygame.Surface(view.size, pygame.SRCALPHA, 32)
        site.towers(far, view, palette)
        yield
        for lamp in ((900.0, 296.0), (1781.0, 250.0)):
            for half in (44.0, 76.0, 112.0):
                aim = site.AXIS + (half - 70) * 0.8
                ends = view.at(aim, 470 - half), view.at(aim, 470 + half)
                beam(far, view.at(*lamp), *ends, (255, 246, 228), 0.055)
            yield
        gantry, place = site.gantry(view, palette)
        paste(far, gantry, view.at(*place))
        seen = far.get_bounding_rect()
        self._far, self._far_at = far.subsurface(seen).copy(), seen.topleft
        yield

    def _prepare_land(self) -> Iterator[None]:
        view, palette = self.view, self.palette
        self._land = site.ground(view, palette)
        yield
        dug, place = site.trench(view, palette)
        paste(self._land, dug, (view.x(place[0]), (place[1] - site.HORIZON + 40) * view.scale))
        yield
        self._platform = site.platform(view, palette)
        yield
        self._grass = site.grass(view, palette, self.seed)
        yield

    def _prepare_arms(self) -> Iterator[None]:
        view, palette = self.view, self.palette
        sand, lit = palette.colour("sand"), palette.colour("steppe_lit")
        dusk = palette.colour("dusk")
        near = site.arm(view, mix(lit, dusk, 0.4), mix(sand, lit, 0.2))
        back = site.arm(view, mix(palette.colour("night"), dusk, 0.3), mix(dusk, lit, 0.25))
        yield
        self._arms: list[tuple[pygame.Surface, ...]] = []
        for step in range(_ARM_STEPS + 1):
            angle = _arm_angle(step / _ARM_STEPS)
            front, rear = site.turned(near, angle), site.turned(back, angle * 0.92)
            others = [pygame.transform.flip(each, True, False) for each in (front, rear)]
            self._arms.append((front, others[0], rear, others[1]))
            if step % 5 == 4:
                yield
        mast, reach = site.cradle(view, palette)
        self._cradle: list[tuple[pygame.Surface, pygame.Surface]] = []
        for step in range(_FALL_STEPS + 1):
            degrees = _fall_angle(step)
            self._cradle.append((site.turned(mast, degrees), site.turned(reach, degrees * 4.9)))
            if step % 6 == 5:
                yield
        yield

    def _prepare_fire(self) -> Iterator[None]:
        s = self.view.scale
        coral, amber, sand = (self.palette.colour(name) for name in ("coral", "amber", "sand"))
        heart = (255, 255, 244)
        stops = [coral, amber, mix(amber, sand, 0.7), heart, heart]
        self._flames: list[list[pygame.Surface]] = []
        for length in range(_LENGTHS):
            high = (140 + 260 * length / (_LENGTHS - 1)) * s
            phases = [v / _VARIANTS for v in range(_VARIANTS)]
            self._flames.append([flame(128 * s, high, stops, p, flare=1.05) for p in phases])
            yield
        self._starts = [
            flame((36 + 9 * i) * s, (40 + 10 * i) * s, stops, i / 3, flare=1.05)
            for i in range(_STARTS)
        ]
        yield
        self._glow = halo(430 * s, mix(amber, coral, 0.35), 0.5)
        yield
        self._splash = soft_ellipse((560 * s, 190 * s), (255, 226, 150), 0.9, 1.3)
        self._heart = soft_ellipse((360 * s, 150 * s), (255, 250, 226), 1.0, 1.2)
        self._spread = soft_ellipse((1500 * s, 460 * s), amber, 0.34, 1.6)
        self._smoke = smoke.rolling(self.seed, self.palette, site.TRENCH)
        yield

    def _prepare_vapour(self) -> Iterator[None]:
        s = self.view.scale
        white = (238, 232, 240)
        shapes = ((360, 78, 0.5), (320, 64, 0.42), (440, 100, 0.46))
        self._wisps = [wisp((wide * s, high * s), white, light) for wide, high, light in shapes]
        self._bank = soft_ellipse((760 * s, 96 * s), white, 0.3, 1.4)
        yield
        self._flakes: list[Flake] = flakes(
            self.seed, s, (site.AXIS, site.FOOT), site.METRE, IGNITION + 1.2, 3.2
        )
        yield

    def draw(self, surface: pygame.Surface, seconds: float) -> None:
        view, s = self.view, self.view.scale
        climbed = climb(seconds)
        lift = 0.7 * climbed * climbed / (climbed + 80)
        down = round(lift * s)
        power = eased((seconds - IGNITION) / 1.7)
        surface.blit(self._back, (0, down - self._rise))
        paste(surface, self._far, (self._far_at[0], self._far_at[1] + down))
        paste(surface, self._land, (0, round(view.y(site.HORIZON - 40)) + down))
        _light(surface, self._spread, view.at(1060, 940 + lift), power)
        self._fall_back(surface, seconds, down)
        self._hold(surface, seconds, down, 2)
        foot = view.at(site.AXIS, site.FOOT + lift - climbed)
        _light(surface, self._glow, (foot[0], foot[1] + 40 * s), power)
        self._vapour(surface, seconds, down, 1 - power)
        ship = self._rocket
        paste(surface, ship.picture, (foot[0] - ship.foot[0], foot[1] - ship.foot[1]))
        shelf, place = self._platform
        paste(surface, shelf, (view.x(place[0]), view.y(place[1]) + down))
        self._fire(surface, seconds, foot, view.y(1044 + lift), power)
        self._hold(surface, seconds, down, 0)
        for flake in self._flakes:
            flake.draw(surface, seconds, view, lift - climb(flake.born))
        _light(surface, self._splash, view.at(1280, 990 + lift), power)
        _light(surface, self._heart, view.at(1306, 1000 + lift), power)
        for clump in self._smoke:
            smoke.draw(surface, clump, seconds - IGNITION - 0.1, view, lift)
        grass = self._grass
        paste(surface, grass, (0, view.size[1] - grass.get_height() + round(down * 1.15)))

    def _fall_back(self, surface: pygame.Surface, seconds: float, down: int) -> None:
        """The service mast leans back and folds its two arms upwards."""
        step = round(min(max((seconds - 0.5) / 1.4, 0.0), 1.0) * _FALL_STEPS)
        turn = radians(_fall_angle(step))
        mast, reach = self._cradle[step]
        x, y = self.view.at(1494, 850 + down / self.view.scale)
        site.hinged(surface, mast, (x, y), 240 * self.view.scale, _fall_angle(step))
        for height in (458.0, 380.0):
            along = height * self.view.scale
            hinge = (x + along * sin(turn), y - along * cos(turn))
            site.hinged(surface, reach, hinge, 0.0, 0.0)

    def _hold(self, surface: pygame.Surface, seconds: float, down: int, pair: int) -> None:
        """Two of the four arms: the near ones (pair 0) or the far ones (pair 2)."""
        opened = eased((seconds - LEAVES + 0.05) / 1.3)
        sprites = self._arms[round(opened * _ARM_STEPS)]
        away = 114.0 if pair == 0 else 140.0
        for index, sign in ((pair, 1.0), (pair + 1, -1.0)):
            x, y = self.view.at(site.AXIS - sign * away, 850)
            site.hinged(surface, sprites[index], (x, y + down), 0.0, 0.0)

    def _vapour(self, surface: pygame.Surface, seconds: float, down: int, share: float) -> None:
        if share <= 0:
            return
        view = self.view
        for index, (y, phase) in enumerate(_VENTS):
            age = (seconds + phase) % 7.0
            puff = self._wisps[index % len(self._wisps)]
            puff.set_alpha(round(255 * share * sin(age / 7.0 * pi)))
            x = view.x(1352 - age * 20) - puff.get_width()
            surface.blit(puff, (round(x), round(view.y(y)) + down - puff.get_height() // 2))
        _light(surface, self._bank, view.at(930 - seconds * 8, 868), share)

    def _fire(
        self, surface: pygame.Surface, seconds: float, foot: Point, ground: float, power: float
    ) -> None:
        if power <= 0:
            return
        top = foot[1] - 5 * self.view.scale
        room = (ground - top) / self.view.scale
        if power < 0.9:
            sprite = self._starts[floor(power / 0.9 * _STARTS)]
        else:
            length = min(max(ceil((room - 140) / 65), 0), _LENGTHS - 1)
            sprite = self._flames[length][floor(seconds / 0.08) % _VARIANTS]
        paste(surface, sprite, (foot[0] - sprite.get_width() / 2, top))


def _arm_angle(opened: float) -> float:
    return 20.5 - 33.0 * opened


def _fall_angle(step: int) -> float:
    return 19 * eased(step / _FALL_STEPS)


def _light(surface: pygame.Surface, sprite: pygame.Surface, centre: Point, share: float) -> None:
    if share > 0:
        sprite.set_alpha(round(255 * share))
        surface.blit(sprite, sprite.get_rect(center=(round(centre[0]), round(centre[1]))))
