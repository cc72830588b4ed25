"""The flight seen from beside: the camera keeps the vehicle in sight as it turns and sheds parts.

The vehicle has its pitch, its flame the width that the air gives it, its trail the path that was
flown; its size on the screen follows what is left of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import cos, floor, pi, radians, sin

import pygame

from .. import smoke
from ..craft import Block, Flown, Pose
from ..craft_paint import Light, Portrait, lone, portrait
from ..light import flame, halo, soft_ellipse
from ..paint import Colour, Palette, Point, View, empty, mix, paste
from . import plume
from .heights import HORIZON, SLIDE, Height, background
from .leaving import Piece, pieces
from .shot import Mark, Shot, eased
from .timing import Plan
from .turned import Turned, hung

_TRAIL = 48
_TRAIL_TOP_M = 33e3
_PLACE: dict[Height, Point] = {
    "climb": (1190.0, 392.0),
    "high": (1060.0, 470.0),
    "space": (1010.0, 450.0),
}
_TALL: dict[Height, float] = {"climb": 410.0, "high": 600.0, "space": 600.0}
"""Grid units that a vehicle is long on the screen, as far as it is not drawn too large for that."""
_LARGEST = 26.0
_CLOSER, _SOON_S = 1.5, 6.0
"""How much nearer the camera is to a joint that parts within some mission seconds."""
_GREY = ((84, 78, 104), (128, 122, 142), (168, 162, 176))
_SINKS: dict[Height, tuple[float, float]] = {
    "climb": (0.0, 50e3),
    "high": (40e3, 160e3),
    "space": (100e3, 240e3),
}
"""Between which heights (m) the Earth sinks away by `SLIDE`."""


@dataclass(frozen=True, slots=True)
class Form:
    """The vehicle from a film second on: what is left of it, its scale and its middle."""

    film: float
    blocks: tuple[Block, ...]
    bare: bool
    scale: float
    middle_m: float


class Chase(Shot):
    """One height of the flight; `start` is the film second of its cut."""

    def __init__(
        self,
        view: View,
        palette: Palette,
        seed: str,
        flown: Flown,
        plan: Plan,
        height: Height,
        span: tuple[float, float],
    ) -> None:
        super().__init__(view, palette, seed)
        self._flown = flown
        self._craft = flown.craft
        self._plan = plan
        self._height: Height = height
        self._start, self._end = span
        self._light: Light = "dawn" if height == "climb" else "space"
        self._forms = self._all_forms()
        self._ships: dict[int, Portrait] = {}
        self._parts: dict[tuple[str, int], pygame.Surface] = {}
        self._jets: dict[tuple[int, int, int], pygame.Surface] = {}
        self._veils: dict[tuple[int, int], pygame.Surface] = {}
        self._turned = Turned(14)
        self._large = Turned(2)

    def _all_forms(self) -> tuple[Form, ...]:
        """The vehicle at the cut, and after each time that it has let something go."""
        begin, end = self._plan.mission(self._start + 1e-4), self._plan.mission(self._end)
        changes = sorted({b.leaves_s for b in self._craft.blocks if b.leaves_s is not None})
        times = [begin, *(t for t in changes if begin < t <= end)]
        forms: list[Form] = []
        for t in times:
            blocks = self._craft.attached(t + 1e-6)
            bare = not any(block.kind == "fairing" for block in blocks)
            feet = [block.body.foot_m for block in blocks]
            tops = [block.body.top_m for block in blocks]
            if bare:
                feet.append(self._craft.payload_m[0])
                tops.append(self._craft.payload_m[1])
            tall = max(tops) - min(feet)
            middle = (max(tops) + min(feet)) / 2
            scale = min(_LARGEST, _TALL[self._height] / tall)
            joint = self._joint(t, blocks)
            if t == begin and joint is not None:
                scale, middle = min(_LARGEST, _CLOSER * scale), joint
            film = self._start if t == begin else self._plan.film(t)
            forms.append(Form(film, blocks, bare, scale, middle))
        return tuple(forms)

    def _joint(self, t: float, blocks: tuple[Block, ...]) -> float | None:
        """The height at which the vehicle is about to part, stage from stage."""
        for block in blocks:
            leaves = block.leaves_s
            if block.kind == "stage" and block.body.count == 1 and leaves is not None:
                upper = any(other.body.foot_m >= block.body.top_m - 0.5 for other in blocks)
                if upper and t < leaves < t + _SOON_S:
                    return block.body.top_m
        return None

    def prepare(self) -> Iterator[None]:
        view, s = self.view, self.view.scale
        for picture in background(view, self.palette, self.seed, self._height):
            self._back = picture
            yield
        for number, form in enumerate(self._forms):
            self._ships[number] = portrait(
                self._craft, form.blocks, form.scale * s, self._light, payload=form.bare, times=2
            )
            yield
        self._prepare_parts()
        yield
        for _ in self._prepare_flames():
            yield
        look = self._craft.first
        coral, amber, sand = (self.palette.colour(name) for name in ("coral", "amber", "sand"))
        lights = _lights(s, mix(mix(amber, coral, 0.3), look.flame, 0.3))
        self._warm, self._flash, self._spark_of_joint, self._aside = lights
        self._spark = flame(15 * s, 74 * s, [coral, amber, sand, (255, 250, 226)], 0.3)
        if self._height == "climb":
            self._collar = soft_ellipse((92 * s, 20 * s), (230, 226, 236), 0.6, 1.2)
            dusk, night = self.palette.colour("dusk"), self.palette.colour("night")
            dark, rose = mix(dusk, night, 0.2), mix(coral, dusk, 0.4)
            tones = (dark, mix(dark, rose, 0.75), mix(rose, amber, 0.45), mix(amber, sand, 0.25))
            self._tones = tuple(smoke.tinted(tone, look.smoke) for tone in tones)
        yield

    def _prepare_parts(self) -> None:
        """Pictures of what leaves within this shot or has left just before."""
        times = [self._plan.mission(self._start + 1e-3), self._plan.mission(self._end)]
        for block in self._craft.blocks:
            leaves = block.leaves_s
            if leaves is None or not times[0] - 30 < leaves < times[1] or leaves < 0:
                continue
            scale = self._scale_at(self._plan.film(leaves) + 0.1) * self.view.scale
            whole = portrait(self._craft, (lone(block),), scale, self._light, times=2).picture
            wide, high = whole.get_size()
            self._parts[block.id, 0] = whole
            if block.kind not in ("fairing", "skirt"):
                continue
            for side, left in ((-1, 0), (1, wide // 2)):
                # With room round it, or its cut edge would not be smooth once it is turned.
                half = empty((wide // 2 + 4, high))
                part = (left, 0, wide // 2, high)
                half.blit(whole, (2, 0), part, special_flags=pygame.BLEND_RGBA_ADD)
                self._parts[block.id, side] = half

    def _prepare_flames(self) -> Iterator[None]:
        """A flame of each width that this shot comes to, for each form that pushes."""
        film = self._start
        while film < self._end:
            t = self._plan.mission(film)
            number = self._form_at(film)
            pose = self._flown.at(t)
            if self._burning(t, pose):
                for _ in self._flame_of(number, plume.step_of(plume.widening(pose.ambient_pa)), t):
                    yield
            film += 0.1

    def _flame_of(self, number: int, step: int, t: float) -> Iterator[None]:
        if (number, step, 0) in self._jets:
            return
        form = self._forms[number]
        lit = self._burning(t, self._flown.at(t))
        span = max(block.span_m for block in lit)
        width = max(9.0, 0.8 * span * form.scale) * self.view.scale
        look = self._craft.first if lit[0].body.foot_m < 5 else self._craft.upper
        for phase in (0, 1):
            self._jets[number, step, phase] = plume.jet(
                self.palette, look, width, step, phase / 2, self.view.scale
            )
        yield
        if step >= 2:
            self._veils[number, step] = plume.thin_veil(width, step, self.view.scale, look)
            yield

    def _burning(self, t: float, pose: Pose) -> list[Block]:
        """The blocks whose flame is seen: they push, and nothing is below them."""
        there = self._craft.attached(t)
        return [
            block
            for block in there
            if block.engine is not None
            and block.lit(t)
            and pose.throttle[block.engine] > 0
            and not _covered(block, there)
        ]

    def _form_at(self, film: float) -> int:
        return max(i for i, form in enumerate(self._forms) if form.film <= film or i == 0)

    def _scale_at(self, film: float) -> float:
        return self._between(film, [form.scale for form in self._forms])

    def _between(self, film: float, values: list[float]) -> float:
        """A value of the forms, going over gently after each change."""
        value = values[0]
        for form, then in zip(self._forms[1:], values[1:], strict=True):
            value += (then - value) * eased((film - form.film - 0.25) / 1.1)
        return value

    def draw(self, surface: pygame.Surface, seconds: float) -> None:
        s = self.view.scale
        film = self._start + seconds
        t = self._plan.mission(film)
        pose = self._flown.at(t)
        low, high = _SINKS[self._height]
        slide = SLIDE * eased((pose.height_m - low) / (high - low))
        surface.blit(self._back, (0, round((slide - SLIDE) * s)))
        eye = self._eye(film, pose)
        scale = eye.scale
        burning = self._burning(t, pose)
        foot_m = min((b.body.foot_m for b in burning), default=0.0)
        nozzle = eye.at(foot_m)
        if self._height == "climb" and self._craft.first.cold:
            self._trail(surface, pose, eye.at(foot_m - 4.0), HORIZON + slide)
        number = self._form_at(film)
        if burning:
            self._burn(surface, number, t, pose, nozzle, eye)
        for piece in pieces(self._flown, t):
            if piece.block.kind != "tower":
                self._piece(surface, piece, eye)
        self._staging(surface, t, eye, self._flash)
        ship = self._ships[number]
        turned, _, _ = self._turned.get(
            ("ship", number), ship.picture, eye.tilt, scale / self._forms[number].scale, 0.4
        )
        x, y = eye.at(ship.middle_m)
        paste(surface, turned, (x - turned.get_width() / 2, y - turned.get_height() / 2))
        self._staging(surface, t, eye, self._spark_of_joint)
        self._vapour(surface, t, eye)
        for piece in pieces(self._flown, t):
            if piece.block.kind == "tower":
                self._escape(surface, piece, eye)

    def _eye(self, film: float, pose: Pose) -> _Eye:
        scale = self._scale_at(film)
        middle = self._between(film, [form.middle_m for form in self._forms])
        return _Eye(self.view, self._place(film), pose.pitch_deg, scale, middle)

    def marks(self, seconds: float) -> tuple[Mark, ...]:
        film = self._start + seconds
        t = self._plan.mission(film)
        eye = self._eye(film, self._flown.at(t))
        there = self._craft.attached(t)
        foot, top, _ = self._craft.payload_m
        bare = not any(block.kind == "fairing" for block in there)
        found = [Mark("payload" if bare else "nose", eye.at((foot + top) / 2))]
        burning = self._burning(t, self._flown.at(t))
        if burning:
            found.append(Mark("engines", eye.at(min(block.body.foot_m for block in burning))))
        for piece in pieces(self._flown, t):
            at = eye.at(piece.ahead_m, piece.aside_m)
            if piece.block.kind == "fairing" and piece.part != -1:
                found.append(Mark("cover", at))
            elif piece.block.kind == "stage" and piece.block.body.count == 1:
                found.append(Mark("empty", at))
        return tuple(found)

    def _place(self, film: float) -> Point:
        """The camera drifts a little, so that nothing stands dead still."""
        x, y = _PLACE[self._height]
        share = (film - self._start) / max(0.1, self._end - self._start)
        return x - 50 + 100 * eased(share), y + 24 - 48 * eased(share)

    def _burn(
        self, surface: pygame.Surface, number: int, t: float, pose: Pose, at: Point, eye: _Eye
    ) -> None:
        step = plume.step_of(plume.widening(pose.ambient_pa))
        for _ in self._flame_of(number, step, t):
            pass
        zoom = eye.scale / self._forms[number].scale
        thin = self._veils.get((number, step))
        if thin is not None:
            coarse, angle, size = self._large.get(("veil", number, step), thin, eye.tilt, zoom, 2.0)
            full = self._grown(("full", number, step, angle, size), coarse)
            half = thin.get_height() * 4 * size / 2
            turn = radians(angle)
            x, y = at[0] - sin(turn) * half, at[1] + cos(turn) * half
            corner = (round(x - full.get_width() / 2), round(y - full.get_height() / 2))
            surface.blit(full, corner, special_flags=pygame.BLEND_RGB_ADD)
        else:
            surface.blit(self._warm, self._warm.get_rect(center=(round(at[0]), round(at[1]))))
        phase = floor(self._plan.film(t) / 0.08) % 2
        sprite = self._jets[number, step, phase]
        turned = self._turned.get(("jet", number, step, phase), sprite, eye.tilt, zoom, 1.0)
        x, y = hung(turned, sprite, at)
        if step >= plume.THIN:
            corner = (round(x), round(y))
            surface.blit(turned[0], corner, special_flags=pygame.BLEND_RGB_ADD)
        else:
            paste(surface, turned[0], (x, y))

    def _grown(self, key: tuple[object, ...], coarse: pygame.Surface) -> pygame.Surface:
        if getattr(self, "_full_key", None) != key:
            self._full_key = key
            self._full = plume.grown(coarse)
        return self._full

    def _piece(self, surface: pygame.Surface, piece: Piece, eye: _Eye) -> None:
        sprite = self._parts.get((piece.block.id, piece.part))
        if sprite is None:
            return
        x, y = eye.at(piece.ahead_m, piece.aside_m)
        reach = max(sprite.get_size())
        wide, high = surface.get_size()
        if not (-reach < x < wide + reach and -reach < y < high + reach):
            return
        key = ("part", piece.block.id, piece.part)
        turned, _, _ = self._turned.get(key, sprite, eye.tilt + piece.turn_deg, step=3.0)
        paste(surface, turned, (x - turned.get_width() / 2, y - turned.get_height() / 2))

    def _escape(self, surface: pygame.Surface, piece: Piece, eye: _Eye) -> None:
        """The tower pulls away on two short flames and leaves a grey puff."""
        s = self.view.scale
        if piece.age_s < 2.5:
            seat = eye.at(piece.block.body.foot_m - 10 * piece.age_s)
            grown = min(1.0, 0.4 + piece.age_s)
            fades = 1 - max(0.0, piece.age_s - 1.2) / 1.3
            puffs = [
                (seat[0] + dx * grown * s, seat[1] + dy * grown * s, radius * grown * fades * s)
                for dx, dy, radius in ((-22, 6, 18), (4, -10, 24), (18, 10, 17), (-4, 16, 15))
            ]
            smoke.paint_discs(surface, puffs, _GREY, (0.16, -0.1))
            foot = eye.at(piece.ahead_m + 0.6, piece.aside_m)
            for lean in (-22.0, 22.0):
                turned = self._turned.get(
                    "spark", self._spark, eye.tilt + piece.turn_deg + lean, step=3.0
                )
                paste(surface, turned[0], hung(turned, self._spark, foot))
        self._piece(surface, piece, eye)

    def _staging(self, surface: pygame.Surface, t: float, eye: _Eye, light: pygame.Surface) -> None:
        """The light between two stages: it swells while the upper one pushes against the lower.

        It is drawn behind the vehicle, and fainter in the open joint before it.
        """
        there = self._craft.attached(t)
        for block in self._craft.blocks:
            lights = block.lights_s
            if lights is None or lights <= 0 or block not in there or not lights <= t < lights + 4:
                continue
            joint = eye.at(block.body.foot_m - 0.5)
            age = t - lights
            share = min(1.0, age / 0.7) * max(0.0, 1 - max(0.0, age - 1.8) / 2.2)
            light.set_alpha(round(255 * share))
            surface.blit(light, light.get_rect(center=(round(joint[0]), round(joint[1]))))
            if light is self._flash and _covered(block, there):
                jets, _, _ = self._turned.get("aside", self._aside, eye.tilt, step=3.0)
                jets.set_alpha(round(255 * share))
                surface.blit(jets, jets.get_rect(center=(round(joint[0]), round(joint[1]))))

    def _vapour(self, surface: pygame.Surface, t: float, eye: _Eye) -> None:
        """A collar of cloud at the shoulder while the air pushes hardest."""
        if self._height != "climb":
            return
        for peak in self._flown.when("max-q"):
            share = 1 - abs(t - peak) / 6.5
            if share > 0:
                turned, _, _ = self._turned.get("collar", self._collar, eye.tilt, step=2.0)
                turned.set_alpha(round(255 * sin(share * pi / 2)))
                x, y = eye.at(self._craft.height_m * 0.74)
                surface.blit(turned, turned.get_rect(center=(round(x), round(y))))

    def _trail(self, surface: pygame.Surface, pose: Pose, foot: Point, horizon: float) -> None:
        """Smoke along the path that was flown, drawn so small that the pad is on the horizon.

        Propellants that are kept warm burn almost without smoke and leave none.
        """
        view, s = self.view, self.view.scale
        if pose.height_m < 30:
            return
        ground = view.y(horizon)
        px_per_m = (ground - foot[1]) / pose.height_m
        top = min(pose.height_m, _TRAIL_TOP_M)
        path = self._path()
        discs: list[tuple[float, float, float]] = []
        for index in range(_TRAIL):
            share = index / (_TRAIL - 1)
            height = top * share
            x = foot[0] - (pose.downrange_m - _along(path, height)) * px_per_m
            y = foot[1] + (pose.height_m - height) * px_per_m
            swing = sin(index * 2.4) * 0.5 + sin(index * 1.1 + 1) * 0.5
            age = 1 - height / max(pose.height_m, 1.0)
            radius = (15 + 33 * age**1.3) * (1 + 0.16 * swing) * s
            x += swing * 7 * age * s
            discs.append((x, y, radius))
        smoke.paint_discs(surface, discs, self._tones, (0.2, 0.02))

    def _path(self) -> list[tuple[float, float]]:
        """(height, downrange) of the flight, as far as it leaves a trail."""
        if not hasattr(self, "_flown_path"):
            self._flown_path = [
                (pose.height_m, pose.downrange_m)
                for pose in self._flown.poses
                if pose.t_s >= 0 and pose.height_m < _TRAIL_TOP_M + 2e3
            ]
        return self._flown_path


@lru_cache(maxsize=1)
def _lights(scale: float, warm: Colour) -> tuple[pygame.Surface, ...]:
    """What glows over the nozzles, between stages that part, in their joint, and beside it."""
    return (
        halo(190 * scale, warm, 0.5),
        halo(210 * scale, (206, 220, 255), 1.0, 2.8),
        halo(90 * scale, (240, 246, 255), 0.75, 1.8),
        soft_ellipse((430 * scale, 74 * scale), (206, 222, 255), 0.85, 1.5),
    )


@dataclass(frozen=True, slots=True)
class _Eye:
    """Where a point of the vehicle is on the screen."""

    view: View
    place: Point
    pitch_deg: float
    scale: float
    middle_m: float

    @property
    def tilt(self) -> float:
        """Degrees clockwise from upright."""
        return 90.0 - self.pitch_deg

    def at(self, ahead_m: float, aside_m: float = 0.0) -> Point:
        """In pixels of the window: a height on the axis, and metres to its right."""
        turn = radians(self.pitch_deg)
        along, across = (ahead_m - self.middle_m) * self.scale, aside_m * self.scale
        x = self.place[0] + along * cos(turn) + across * sin(turn)
        y = self.place[1] - along * sin(turn) + across * cos(turn)
        return self.view.at(x, y)


def _covered(block: Block, there: tuple[Block, ...]) -> bool:
    """Whether another stage stands right below."""
    return any(
        other is not block
        and other.kind == "stage"
        and other.body.count == 1
        and other.body.foot_m < block.body.foot_m - 1
        for other in there
    )


def _along(path: list[tuple[float, float]], height: float) -> float:
    """How far downrange the vehicle was at a height (m)."""
    low, high = 0, len(path) - 1
    while high - low > 1:
        half = (low + high) // 2
        if path[half][0] <= height:
            low = half
        else:
            high = half
    (a, first), (b, second) = path[low], path[high]
    return first + (second - first) * min(1.0, (height - a) / max(b - a, 1e-6))
