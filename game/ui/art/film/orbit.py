"""Last shot: the Earth's limb at sunrise, the payload on its orbit, and the facts as satellites.

Satellites appear one by one; the screen writes their names where `labels` says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import asin, cos, degrees, radians, sin
from random import Random

import pygame

from .. import satellite
from ..craft import Craft
from ..craft_paint import lone, portrait
from ..light import halo
from ..paint import Colour, Palette, Point, View, along, empty, mix, paste, ribbon, shape
from ..sky import add_grain, stars
from .limb import Globe, across, air, land
from .shot import CLOCK, Mark, Shot, eased, out_cubic, words_box
from .turned import Turned

FIRST = 1.1
STEP = 0.2
_EARTH: Point = (960.0, 3078.0)
_RADIUS = 2350.0
_GLOBE = Globe(_EARTH, _RADIUS)
_ORBIT = 268.0
_SUN: Point = (1640.0, 836.0)
_LINES = (268.0, 390.0, 512.0, 634.0)
"""Heights of the orbits over the limb; the payload is on the first."""
_FIRST_X, _LAST_X = 905.0, 1865.0
_GAP = 34.0
_LETTER = 8.2
"""About half the width of a letter of a name, in grid units."""
_MOST = 12
_CLOUDS = (
    (1180, 70, 250, 7),
    (1420, 150, 190, 8),
    (540, 92, 170, 6),
    (980, 186, 230, 9),
    (250, 214, 210, 9),
    (1660, 236, 240, 10),
)


@dataclass(frozen=True, slots=True)
class Label:
    """A satellite's name: its middle on the grid, over the orbit, its opacity, its satellite."""

    name: str
    centre: Point
    alpha: float
    satellite: Point


def _height(x: float, over: float) -> float:
    """Grid y of the orbit `over` units above the limb."""
    return _GLOBE.y(x, over)


def _slope(x: float, over: float) -> float:
    return degrees(asin((x - _EARTH[0]) / (_RADIUS + over)))


@dataclass(frozen=True, slots=True)
class Place:
    """Where a satellite stands: grid x, the height of its orbit, and if its name has room."""

    x: float
    over: float
    named: bool


def places(names: Sequence[str]) -> tuple[Place, ...]:
    """Places for up to twelve satellites, lowest orbit first, so that no name covers another."""
    rows: list[list[float]] = [[]]
    room = _LAST_X - _FIRST_X
    for name in names[:_MOST]:
        wide = max(120.0, 2 * _LETTER * len(name)) + _GAP
        if rows[-1] and sum(rows[-1]) + wide > room:
            rows.append([])
        rows[-1].append(wide)
    found: list[Place] = []
    for over, row in zip(_LINES, rows, strict=False):
        spare = (room - sum(row)) / (len(row) + 1)
        x = _FIRST_X
        for wide in row:
            found.append(Place(x + spare + wide / 2, over, True))
            x += spare + wide
    # What has no room for its name flies on the left.
    left = sum(len(row) for row in rows[len(_LINES) :])
    return (*found, *(Place(170.0 + 120.0 * i, _LINES[1], False) for i in range(left)))


def _name_place(name: str, place: Place) -> Point:
    """The middle of a name that clears its orbit, which slopes."""
    x, over = place.x, place.over
    half = min(180.0, _LETTER * len(name))
    top = min(_height(x - half, over), _height(x, over) - 10, _height(x + half, over))
    return x, top - 34


class Orbit(Shot):
    """The arrival. Times are seconds since the cut."""

    def __init__(
        self,
        view: View,
        palette: Palette,
        seed: str,
        names: Sequence[str],
        craft: Craft,
        within: float | None = None,
    ) -> None:
        """`within`: all satellites are out after so many seconds, instead of at their leisure."""
        super().__init__(view, palette, seed)
        self.names = tuple(names[:_MOST])
        self.first, self.step = FIRST, STEP
        if within is not None:
            self.first = min(FIRST, 0.2 * within)
            self.step = min(STEP, 0.55 * within / max(1, len(self.names)))
        self._places = places(self.names)
        self._carrier = craft
        self._turned = Turned(2)

    def prepare(self) -> Iterator[None]:
        view, palette, s = self.view, self.palette, self.view.scale
        back = self._space()
        yield
        self._stars(back)
        yield
        self._ground(back)
        yield
        air(back, view, _GLOBE)
        yield
        yield from self._sunrise(back)
        add_grain(back)
        self._orbits(back)
        self._back = back
        yield
        self._craft = satellite.DRAWN[self._carrier.spacecraft](s, palette)
        yield
        self._stage = self._spent()
        yield
        self._small = []
        for place in self._places:
            turned = satellite.small(s, round(_slope(place.x, place.over)) - 4)
            half = (turned.get_width() // 2, turned.get_height() // 2)
            self._small.append((pygame.transform.smoothscale(turned, half), turned))
        yield

    def _spent(self) -> pygame.Surface:
        """The last stage that has left, tumbling behind."""
        gone = [b for b in self._carrier.blocks if b.kind == "stage" and b.leaves_s is not None]
        last = max(gone, key=lambda block: block.leaves_s or 0.0, default=self._carrier.blocks[-1])
        tall = last.body.top_m - last.body.foot_m
        drawn = portrait(
            self._carrier, (lone(last),), min(190 / tall, 17.0) * self.view.scale, "space"
        )
        return pygame.transform.rotozoom(drawn.picture, -57, 1.0)

    def _space(self) -> pygame.Surface:
        view, palette, s = self.view, self.palette, self.view.scale
        night, indigo = palette.colour("night"), palette.colour("indigo")
        low = pygame.Surface((view.size[0] // 6 + 1, view.size[1] // 6 + 1), 0, 32)
        low.fill(mix(night, (1, 3, 12), 0.5))
        x, y = view.at(1200, 620)
        light = halo(1300 * s / 6, indigo, 0.85, 1.3)
        low.blit(light, light.get_rect(center=(x / 6, y / 6)))
        return pygame.transform.smoothscale(low, view.size)

    def _stars(self, back: pygame.Surface) -> None:
        view, s = self.view, self.view.scale
        words = [words_box(view, *CLOCK)]
        for name, place in zip(self.names, self._places, strict=True):
            half = _LETTER * len(name)
            middle = _name_place(name, place)
            words.append(words_box(view, middle[0] - half, middle[1] - 18, 2 * half, 36))
        stars(
            back,
            Random(f"{self.seed}/orbit"),
            scale=s,
            below=view.y(760),
            count=220,
            away_from=words,
        )

    def _ground(self, back: pygame.Surface) -> None:
        view, s = self.view, self.view.scale
        top = round(view.y(716.0))
        ground = empty((view.size[0], view.size[1] - top))
        earth: tuple[Colour, ...] = ((66, 56, 78), (76, 58, 68), (88, 68, 70), (70, 54, 64))

        def at(x: float, y: float) -> Point:
            return view.x(x), view.y(y) - top

        for index, (drop, wave, pace) in enumerate(
            ((-1, 0.0, 300.0), (64, 9.0, 260.0), (128, 14.0, 330.0), (212, 16.0, 410.0))
        ):
            edge = [at(x, _height(x, -drop - wave * sin(x / pace))) for x in across(view, 40)]
            land(ground, earth[index], edge)
        lake: list[Point] = []
        for degree in range(0, 360, 8):
            t = radians(degree)
            x = 740 + 108 * cos(t) * (1 + 0.18 * sin(2 * t + 1))
            lake.append(at(x, 878 + 30 * sin(t) - 10 * cos(t)))
        shape(ground, (66, 82, 150), lake)
        bends = [(800 + i * 13, 866 + i * 2.1 + 8 * sin(i / 3.3)) for i in range(46)]
        ribbon(ground, (140, 130, 146), [at(x, y) for x, y in bends], 4 * s)
        for x, drop, wide, high in _CLOUDS:
            arch = [(i, high * (1 - (i / wide) ** 2)) for i in range(-wide, wide + 1, wide // 10)]
            upper = [at(x + i, _height(x + i, -drop) - up) for i, up in arch]
            lower = [at(x + i, _height(x + i, -drop) + up / 2) for i, up in reversed(arch)]
            shape(ground, (122, 106, 114), upper + lower)
        # Night lies on the left, the sun's light on the right.
        shade = pygame.Surface((32, 1), 0, 32)
        for i in range(32):
            x = (i + 0.5) / 32 * view.size[0]
            near = max(0.0, 1 - abs(x - view.x(_SUN[0])) / (1500 * s))
            shade.set_at((i, 0), along(((84, 76, 118), (196, 170, 172), (255, 222, 170)), near))
        ground.blit(
            pygame.transform.smoothscale(shade, (ground.get_width(), ground.get_height())),
            (0, 0),
            special_flags=pygame.BLEND_RGB_MULT,
        )
        paste(back, ground, (0, top))

    def _sunrise(self, back: pygame.Surface) -> Iterator[None]:
        view, s = self.view, self.view.scale
        centre = view.at(*_SUN)
        for radius, colour, strength, power in (
            (640, (190, 104, 70), 0.62, 1.7),
            (380, (250, 150, 90), 0.6, 1.6),
            (210, (255, 214, 140), 0.9, 1.3),
            (128, (255, 250, 236), 1.0, 1.15),
        ):
            light = halo(radius * s, colour, strength, power)
            back.blit(light, light.get_rect(center=centre))
            yield

    def _orbits(self, back: pygame.Surface) -> None:
        """The lines, brightest in the middle; those of the names only as many as there are."""
        view, s = self.view, self.view.scale
        fuel = self.palette.colour("fuel")
        highest = max((place.over for place in self._places), default=0.0)
        for index, over in enumerate(_LINES):
            if over > max(highest, _ORBIT):
                break
            line, thick = empty((view.size[0], 0.2 * view.size[1])), 2.0 if index == 0 else 1.25
            top = round(view.y(_EARTH[1] - _RADIUS - over)) - 8
            xs = across(view, 40)
            ribbon(
                line, fuel, [(view.x(x), view.y(_height(x, over)) - top) for x in xs], 2 * thick * s
            )
            faint = pygame.Surface((64, 1), pygame.SRCALPHA, 32)
            for i in range(64):
                x = ((i + 0.5) / 64 * view.size[0] - view.offset[0]) / s
                fade = max(0.12, 1 - abs(x - 1000) / 1500) * (0.9 if index == 0 else 0.26)
                faint.set_at((i, 0), (round(255 * fade),) * 4)
            shade = pygame.transform.smoothscale(faint, line.get_size())
            line.blit(shade, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
            paste(back, line, (0, top))

    def draw(self, surface: pygame.Surface, seconds: float) -> None:
        view = self.view
        surface.blit(self._back, (0, 0))
        _centred(surface, self._stage, view.at(262 + 6 * seconds, 684 + 3 * seconds))
        craft, _, _ = self._turned.get(
            "craft", self._craft, min(-12, -14 + seconds / 1.6), step=1.0
        )
        _centred(surface, craft, self._payload(seconds))
        for index, place in enumerate(self._places):
            age = seconds - self.first - index * self.step
            if age <= 0:
                continue
            rise = 1 - out_cubic(age / 0.3)
            sprite = self._small[index][0 if age < 0.07 else 1]
            _centred(surface, sprite, view.at(place.x, _height(place.x, place.over) + 34 * rise))

    def _payload(self, seconds: float) -> Point:
        x = 556 + 76 * eased(seconds / 4.5)
        return self.view.at(x + 84, _height(x + 70, _ORBIT) - 4)

    def marks(self, seconds: float) -> tuple[Mark, ...]:
        return (Mark("payload", self._payload(seconds)),)

    def labels(self, seconds: float) -> tuple[Label, ...]:
        """The names that show at this time."""
        shown: list[Label] = []
        for index, (name, place) in enumerate(zip(self.names, self._places, strict=True)):
            alpha = eased((seconds - self.first - index * self.step - 0.12) / 0.25)
            if alpha > 0 and place.named:
                at = (place.x, _height(place.x, place.over))
                shown.append(Label(name, _name_place(name, place), alpha, at))
        return tuple(shown)

    def length(self) -> float:
        """Seconds until the last satellite has come to rest, and a breath more."""
        return self.first + len(self.names) * self.step + 1.3


def _centred(surface: pygame.Surface, sprite: pygame.Surface, middle: Point) -> None:
    size = sprite.get_size()
    paste(surface, sprite, (middle[0] - size[0] / 2, middle[1] - size[1] / 2))
