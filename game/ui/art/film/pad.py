"""First shot: the pad before dawn, the levels of thrust, and the lift-off, from one place.

All times are the mission's: the flame follows the engines' throttle, the vehicle its computed
height; the camera tilts after it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import ceil, floor, pi, radians, sin
from random import Random

import pygame

from .. import smoke
from ..craft import Flown, PadKind
from ..craft_paint import nozzle_places, portrait
from ..light import flame, halo, soft_ellipse, wisp
from ..paint import Colour, Palette, Point, View, empty, mix, paste
from ..sky import sky, stars
from ..steppe import beam
from . import pads, site
from .frost import Flake, flakes
from .shot import CLOCK, Mark, Shot, eased, words_box
from .timing import LEAVES_SIGHT_S
from .turned import Turned

_LENGTHS = 5
_VARIANTS = 2
_STARTS = 10
_TILT = 420.0
"""Grid units that the sky reaches over the window, for the camera's tilt."""
_VENTS = ((0.585, 0.0), (0.44, 2.1), (0.3, 4.4), (0.17, 5.6))
"""Share of the height at which vapour leaves the tanks, and when (s)."""
_SMOKE_EARLY_S = 1.0
_WAIST_M = 19.0
"""Where the four arms hold an R-7."""
_GROUND: dict[PadKind, float] = {"tulip": 1044.0, "supports": 918.0, "table": 964.0}
"""Grid y at which the flame meets the ground, in its pit or on its channels."""


class Pad(Shot):
    """The pad. `clock` gives the mission second of a second since the cut."""

    def __init__(
        self,
        view: View,
        palette: Palette,
        seed: str,
        flown: Flown,
        clock: Callable[[float], float],
    ) -> None:
        super().__init__(view, palette, seed)
        self._flown = flown
        self._craft = flown.craft
        self._clock = clock
        self._metre = pads.metre(self._craft.pad, self._craft.height_m)
        self._foot = pads.STAND[self._craft.pad]
        levels = flown.when("thrust")
        self._lit, self._full = levels[0], levels[-1]
        self._turned = Turned(6)

    def prepare(self) -> Iterator[None]:
        yield from self._prepare_back()
        self._ship = portrait(
            self._craft, self._craft.blocks, self._metre * self.view.scale, "flood", times=3
        )
        yield
        yield from self._prepare_near()
        if self._craft.pad == "tulip":
            yield from self._prepare_arms()
        yield from self._prepare_fire()
        yield from self._prepare_vapour()

    def _prepare_back(self) -> Iterator[None]:
        view, palette, s = self.view, self.palette, self.view.scale
        coral, amber, sand = (palette.colour(name) for name in ("coral", "amber", "sand"))
        night, dusk = palette.colour("night"), palette.colour("dusk")
        stops = [mix(night, (0, 0, 0), 0.2), night, palette.colour("indigo"), dusk]
        stops += [mix(dusk, coral, 0.3), coral, mix(coral, amber, 0.7), mix(amber, sand, 0.3)]
        late = self._craft.pad == "supports"
        if late:
            stops = [palette.colour("indigo"), mix(dusk, palette.colour("indigo"), 0.4), dusk]
            stops += [mix(dusk, coral, 0.45), coral, mix(coral, amber, 0.6), amber]
            stops += [mix(amber, sand, 0.5)]
        self._rise = round(_TILT * s)
        size = (view.size[0], view.size[1] + self._rise)
        # All this hangs `rise` lower than the window, and the camera's tilt brings it down.
        high = View(size, s, (view.offset[0], view.offset[1] + self._rise))
        sun = high.at(620, site.HORIZON)
        back = sky(size, stops, sun, scale=s, spread=1.2 if late else 1.12, core=0.7)
        yield
        clock = words_box(view, *CLOCK)
        clock = pygame.Rect(clock.x, clock.y, clock.width, clock.height + self._rise)
        stars(
            back,
            Random(f"{self.seed}/stars"),
            scale=s,
            below=high.y(690),
            count=110 if late else 220,
            away_from=[clock],
        )
        yield
        site.towers(back, high, palette)
        yield
        middle = self._foot - 0.6 * self._craft.height_m * self._metre
        for lamp in ((900.0, 296.0), (1781.0, 250.0)):
            for half in (44.0, 76.0, 112.0):
                aim = site.AXIS + (half - 70) * 0.8
                ends = high.at(aim, middle - half), high.at(aim, middle + half)
                beam(back, high.at(*lamp), *ends, (255, 246, 228), 0.035 if late else 0.055)
            yield
        drawn = pads.service_tower if self._craft.pad == "supports" else site.gantry
        picture, place = drawn(view, palette)
        paste(back, picture, high.at(*place))
        yield
        site.ground(back, high, palette)
        if self._craft.pad == "tulip":
            site.trench(back, high, palette)
        else:
            pads.floor(back, high, palette, self._craft.pad)
        self._back = back
        yield

    def _prepare_near(self) -> Iterator[None]:
        view, palette, kind = self.view, self.palette, self._craft.pad
        if kind == "tulip":
            self._platform = site.platform(view, palette)
        else:
            self._platform = pads.stand(view, palette, kind, self._metre)
        yield
        self._grass = site.grass(view, palette, self.seed)
        yield

    def _prepare_arms(self) -> Iterator[None]:
        view, palette = self.view, self.palette
        sand, lit = palette.colour("sand"), palette.colour("steppe_lit")
        dusk = palette.colour("dusk")
        near = site.arm(view, mix(lit, dusk, 0.4), mix(sand, lit, 0.2))
        back = site.arm(view, mix(palette.colour("night"), dusk, 0.3), mix(dusk, lit, 0.25))
        others = [pygame.transform.flip(each, True, False) for each in (near, back)]
        self._arms = (near, others[0], back, others[1])
        yield
        self._mast_tall = 0.757 * (self._craft.height_m * self._metre - 79)
        self._mast, self._reach = site.cradle(view, palette, self._mast_tall)
        yield

    def _prepare_fire(self) -> Iterator[None]:
        s, look = self.view.scale, self._craft.first
        coral, amber, sand = (self.palette.colour(name) for name in ("coral", "amber", "sand"))
        heart = (255, 255, 244)
        stops = [mix(coral, look.flame, 0.25), mix(amber, look.flame, 0.6)]
        stops += [mix(look.flame, sand, 0.6), heart, heart]
        clear = 1.0 if look.cold else 0.74
        columns, wide = self._columns()
        self._flames: list[list[pygame.Surface]] = []
        for length in range(_LENGTHS):
            high = (140 + 260 * length / (_LENGTHS - 1)) * s
            phases = [v / _VARIANTS for v in range(_VARIANTS)]
            self._flames.append(
                [
                    _beside(flame(wide * s, high, stops, p, flare=1.05, opacity=clear), columns, s)
                    for p in phases
                ]
            )
            yield
        self._starts: list[pygame.Surface] = []
        for i in range(_STARTS):
            share = (i + 1) / _STARTS
            small = flame(
                wide * (0.3 + 0.7 * share) * s, (30 + 110 * share) * s, stops, i / 3, flare=1.05,
                opacity=clear * (0.6 + 0.4 * share),
            )  # fmt: skip
            self._starts.append(_beside(small, columns, s))
        yield
        warm = mix(mix(amber, coral, 0.35), look.flame, 0.4)
        self._glow = halo(430 * s, warm, 0.5)
        yield
        self._splash = soft_ellipse((560 * s, 190 * s), (255, 226, 150), 0.9, 1.3)
        self._heart = soft_ellipse((360 * s, 150 * s), (255, 250, 226), 1.0, 1.2)
        self._spread = soft_ellipse((1500 * s, 460 * s), mix(amber, look.flame, 0.5), 0.34, 1.6)
        clumps = smoke.rolling(self.seed, self.palette, site.TRENCH, look.smoke)
        if self._craft.pad == "supports":
            clumps = smoke.aside(clumps, site.AXIS, 0.62, 0.42)
        yield
        longest = LEAVES_SIGHT_S - self._full + _SMOKE_EARLY_S + 0.2
        self._smoke = smoke.Rolling(clumps, self.view, longest)
        yield

    def _columns(self) -> tuple[list[float], float]:
        """Where flames stand beside each other (grid, from the axis), and how wide each is."""
        first = [block for block in self._craft.blocks if block.lit(0.0) and block.nozzles]
        span = max((block.span_m for block in first), default=3.0)
        for block in first:
            mains = [each for each in block.nozzles if each.main]
            if len(first) == 1 and mains and mains[0].count > 4:
                places = nozzle_places(mains[0])
                return [x * self._metre for x in places], mains[0].exit_m * 1.3 * self._metre
        full = 0.86 if self._craft.pad == "tulip" else 1.2
        return [0.0], full * span * self._metre

    def _prepare_vapour(self) -> Iterator[None]:
        self._wisps: list[pygame.Surface] = []
        self._flakes: list[Flake] = []
        if not self._craft.first.cold:
            return
        s = self.view.scale
        white: Colour = (238, 232, 240)
        shapes = ((360, 78, 0.5), (320, 64, 0.42), (440, 100, 0.46))
        self._wisps = [wisp((wide * s, high * s), white, light) for wide, high, light in shapes]
        self._bank = soft_ellipse((760 * s, 96 * s), white, 0.3, 1.4)
        yield
        foot = (site.AXIS, self._foot)
        tall = self._craft.height_m
        self._flakes = flakes(self.seed, s, foot, self._metre, tall, self._full - 0.6, 3.0)
        yield

    def power(self, t: float) -> float:
        """How strongly the engines push at a mission second (0 to 1), as an eye follows it."""
        steps = [self._share(t - 0.5 + 0.125 * i) for i in range(5)]
        return sum(steps) / len(steps)

    def _share(self, t: float) -> float:
        return 0.0 if t < self._lit else self._flown.at(t).throttle[0]

    def climbed(self, t: float) -> float:
        """Grid units that the vehicle has risen."""
        return self._flown.at(t).height_m * self._metre if t > 0 else 0.0

    def draw(self, surface: pygame.Surface, seconds: float) -> None:
        view, s = self.view, self.view.scale
        t = self._clock(seconds)
        climbed = self.climbed(t)
        lift = min(_TILT, 0.7 * climbed * climbed / (climbed + 80))
        down = round(lift * s)
        strength = self.power(t)
        level = strength**0.45
        light = strength**0.7
        surface.blit(self._back, (0, down - self._rise))
        _light(surface, self._spread, view.at(1060, 940 + lift), light)
        tulip = self._craft.pad == "tulip"
        if tulip:
            self._fall_back(surface, t, down)
            self._hold(surface, t, down, 2)
        foot = view.at(site.AXIS, self._foot + lift - climbed)
        _light(surface, self._glow, (foot[0], foot[1] + 40 * s), light)
        self._vapour(surface, t, down, 1 - light)
        ship = self._ship
        anchor = ship.foot()
        shelf, place = self._platform
        shelf_at = (view.x(place[0]), view.y(place[1]) + down)
        paste(surface, ship.picture, (foot[0] - anchor[0], foot[1] - anchor[1]))
        if tulip:
            paste(surface, shelf, shelf_at)
        self._fire(surface, t, foot, lift, level)
        if not tulip:
            paste(surface, shelf, shelf_at)
        else:
            self._hold(surface, t, down, 0)
        for flake in self._flakes:
            flake.draw(surface, t, view, lift - self.climbed(flake.born))
        self._splashes(surface, lift, light)
        self._smoke.draw(surface, t - self._full + _SMOKE_EARLY_S, lift)
        grass = self._grass
        paste(surface, grass, (0, view.size[1] - grass.get_height() + round(down * 1.15)))

    def marks(self, seconds: float) -> tuple[Mark, ...]:
        t = self._clock(seconds)
        climbed = self.climbed(t)
        foot = self._foot - climbed + min(_TILT, 0.7 * climbed * climbed / (climbed + 80))

        def at(height_m: float) -> Point:
            return self.view.at(site.AXIS, foot - height_m * self._metre)

        found = [Mark("nose", at(0.9 * self._craft.height_m))]
        if t >= self._full:
            found.append(Mark("engines", at(-0.5)))
        elif self._craft.pad == "tulip":
            found.append(Mark("arms", at(_WAIST_M)))
        return tuple(found)

    def _splashes(self, surface: pygame.Surface, lift: float, light: float) -> None:
        view = self.view
        if self._craft.pad == "tulip":
            _light(surface, self._splash, view.at(1280, 990 + lift), light)
            _light(surface, self._heart, view.at(1306, 1000 + lift), light)
        else:
            # Where it meets the ground the flame spreads: nothing of it ends in a straight line.
            _light(surface, self._splash, view.at(1310, 926 + lift), 0.8 * light)
            low = view.at(1310, _GROUND[self._craft.pad] + lift)
            _light(surface, self._heart, low, light * (1.0 if self._craft.first.cold else 0.45))

    def _fall_back(self, surface: pygame.Surface, t: float, down: int) -> None:
        """The service mast leans back and folds its two arms upwards before the engines push."""
        begins = self._lit - 0.4
        share = min(max((t - begins) / (self._full - begins), 0.0), 1.0)
        mast, degrees, _ = self._turned.get("mast", self._mast, 19 * eased(share), step=0.9)
        reach, _, _ = self._turned.get("reach", self._reach, 93 * eased(share), step=4.0)
        turn = radians(degrees)
        x, y = self.view.at(1494, 850 + down / self.view.scale)
        site.hinged(surface, mast, (x, y), self._mast_tall / 2 * self.view.scale, degrees)
        for height in (self._mast_tall - 22, self._mast_tall - 100):
            along = height * self.view.scale
            hinge = (x + along * sin(turn), y - along * (1 - turn * turn / 2))
            site.hinged(surface, reach, hinge, 0.0, 0.0)

    def _hold(self, surface: pygame.Surface, t: float, down: int, pair: int) -> None:
        """Two of the four arms: the near ones (pair 0) or the far ones (pair 2)."""
        angle = _arm_angle(eased((t + 0.05) / 1.9)) * (1.0 if pair == 0 else 0.92)
        away = 114.0 if pair == 0 else 140.0
        for index, sign in ((pair, 1.0), (pair + 1, -1.0)):
            x, y = self.view.at(site.AXIS - sign * away, 850)
            arm, _, _ = self._turned.get(index, self._arms[index], sign * angle, step=1.5)
            site.hinged(surface, arm, (x, y + down), 0.0, 0.0)

    def _vapour(self, surface: pygame.Surface, t: float, down: int, share: float) -> None:
        if share <= 0 or not self._wisps:
            return
        view = self.view
        tall = self._craft.height_m * self._metre
        for index, (height, phase) in enumerate(_VENTS):
            age = (t / 3 + phase) % 7.0
            puff = self._wisps[index % len(self._wisps)]
            puff.set_alpha(round(255 * share * sin(age / 7.0 * pi)))
            x = view.x(site.AXIS + 42 - age * 20) - puff.get_width()
            y = view.y(self._foot - height * tall) + down - puff.get_height() // 2
            surface.blit(puff, (round(x), round(y)))
        _light(surface, self._bank, view.at(930 - t * 3, 868), share)

    def _fire(
        self, surface: pygame.Surface, t: float, foot: Point, lift: float, level: float
    ) -> None:
        if level <= 0.02:
            return
        view = self.view
        kind = self._craft.pad
        tulip = kind == "tulip"
        top = foot[1] - (5 if tulip else -0.02 * self._metre) * view.scale
        room = (view.y(_GROUND[kind] + lift) - top) / view.scale
        if level < 0.95:
            sprite = self._starts[min(_STARTS - 1, floor(level / 0.95 * _STARTS))]
        else:
            length = min(max(ceil((room - 140) / 65), 0), _LENGTHS - 1)
            sprite = self._flames[length][floor(t / 0.08) % _VARIANTS]
        place = (foot[0] - sprite.get_width() / 2, top)
        if not tulip:
            seen = min(sprite.get_height(), max(4, round(room * view.scale)))
            sprite = sprite.subsurface((0, 0, sprite.get_width(), seen))
        paste(surface, sprite, place)


def _beside(one: pygame.Surface, columns: list[float], scale: float) -> pygame.Surface:
    """The same flame at every column (grid units from the axis), on one sprite."""
    if len(columns) == 1:
        return one
    reach = max(abs(x) for x in columns) * scale
    both = empty((2 * reach + one.get_width(), one.get_height()))
    for x in columns:
        paste(both, one, (reach + x * scale, 0))
    return both


def _arm_angle(opened: float) -> float:
    return 20.5 - 33.0 * opened


def _light(surface: pygame.Surface, sprite: pygame.Surface, centre: Point, share: float) -> None:
    if share > 0:
        sprite.set_alpha(round(255 * min(1.0, share)))
        surface.blit(sprite, sprite.get_rect(center=(round(centre[0]), round(centre[1]))))
