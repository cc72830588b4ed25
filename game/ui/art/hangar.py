"""The hangar: vehicles side by side to one scale, whole and without frost, over a dark floor.

Contract: `preparation(...)` makes the picture of a window in slices; advance it until it ends.
`Bays` says where on the grid each vehicle stands, so that a screen can set words there. A person
stands beside the first one, and a line runs at every ten metres.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

import pygame

from .craft import Craft
from .craft_paint import portrait
from .paint import Colour, Palette, Point, View, is_light, mix, paste, supersampled
from .sky import sky, stars

FLOOR = 924.0
LEFT, RIGHT = 96.0, 1740.0
TOP = 168.0
WORDS = (690.0, 400.0)
"""Grid x and y up to which words stand in the corner; no line runs through them."""
PERSON_M = 1.75
STAND_M = 1.0
"""How high they stand over the floor, so that there is room for nozzles."""
EVERY_M = 10
_MOST_A_METRE = 12.2
_MIRRORED = 34


@dataclass(frozen=True, slots=True)
class Bays:
    """Columns for `count` vehicles, the highest of `tallest_m` metres."""

    count: int
    tallest_m: float

    @property
    def metre(self) -> float:
        """Grid units a metre."""
        return min(_MOST_A_METRE, (FLOOR - TOP) / (self.tallest_m + STAND_M))

    @property
    def wide(self) -> float:
        """How wide a column is."""
        return (RIGHT - LEFT) / max(1, self.count)

    def middle(self, at: int) -> float:
        """Grid x of the axis of one vehicle."""
        return LEFT + (at + 0.5) * self.wide

    def height(self, metres: float) -> float:
        """Grid y of a height over the vehicles' feet."""
        return FLOOR - (STAND_M + metres) * self.metre

    def lines(self) -> tuple[int, ...]:
        """The heights in metres that have a line."""
        return tuple(range(EVERY_M, int(self.tallest_m) + EVERY_M // 2, EVERY_M))


def preparation(
    size: tuple[int, int], scale: float, offset: Point, palette: Palette, crafts: Sequence[Craft]
) -> Iterator[pygame.Surface]:
    """Make the picture in slices; every slice gives it as far as it is done."""
    view = View(size, scale, offset)
    bays = Bays(len(crafts), max(craft.height_m for craft in crafts))
    picture = sky(
        size, palette.sky("rollout"), view.at(960, FLOOR + 40), scale=scale, spread=1.05, core=0.9
    )
    words = pygame.Rect(view.at(80, 60), (760 * scale, 300 * scale))
    stars(picture, Random("hangar"), scale=scale, below=view.y(560), count=70, away_from=[words])
    _floor(picture, view, palette)
    _lines(picture, view, bays, crafts, palette)
    yield picture
    for at, craft in enumerate(crafts):
        _stand(picture, view, bays, at, craft, palette)
        yield picture
    _person(picture, view, bays, palette)
    yield picture


def _floor(picture: pygame.Surface, view: View, palette: Palette) -> None:
    top, high = round(view.y(FLOOR)), picture.get_height()
    near = palette.colour("steppe")
    far = near if is_light(palette) else palette.colour("steppe_far")
    for y in range(top, high):
        share = min(1.0, (y - top) / max(1.0, 150 * view.scale))
        picture.fill(mix(far, near, share), (0, y, picture.get_width(), 1))


def _lines(
    picture: pygame.Surface, view: View, bays: Bays, crafts: Sequence[Craft], palette: Palette
) -> None:
    ink, thick = palette.colour("line"), max(1, round(2 * view.scale))
    dash, step = max(2, round(6 * view.scale)), max(4, round(18 * view.scale))
    # Over each vehicle stands its height, and no line runs through it.
    labels = [
        pygame.Rect(view.at(bays.middle(at) - 80, bays.height(craft.height_m) - 76),
                    (160 * view.scale, 64 * view.scale))
        for at, craft in enumerate(crafts)
    ]  # fmt: skip
    for metres in bays.lines():
        y = round(view.y(bays.height(metres)))
        clear = y < view.y(WORDS[1])
        for x in range(round(view.x(WORDS[0] if clear else LEFT)), round(view.x(RIGHT)), step):
            if not any(label.collidepoint(x, y) for label in labels):
                picture.fill(ink, (x, y, dash, thick))


def _stand(
    picture: pygame.Surface, view: View, bays: Bays, at: int, craft: Craft, palette: Palette
) -> None:
    drawn = portrait(craft, craft.blocks, bays.metre * view.scale, "flood")
    x, y = view.at(bays.middle(at), FLOOR)
    wide = 2 * drawn.half_m * bays.metre * view.scale
    _shadow(picture, (x, y), wide * 1.15, palette)
    sprite, foot = drawn.picture, drawn.foot()
    raised = STAND_M * bays.metre * view.scale
    left, top = x - foot[0], y - raised - foot[1]
    if not is_light(palette):
        mirrored = pygame.transform.flip(sprite, False, True)
        mirrored.fill((_MIRRORED,) * 4, special_flags=pygame.BLEND_RGBA_MULT)
        room = picture.get_clip()
        picture.set_clip(pygame.Rect(0, round(y), *picture.get_size()))
        paste(picture, mirrored, (left, y + raised - (sprite.get_height() - foot[1])))
        picture.set_clip(room)
    plinth = pygame.Rect(0, 0, round(wide * 0.62), max(2, round(raised * 0.4)))
    plinth.midbottom = round(x), round(y)
    picture.fill(palette.colour("pit"), plinth)
    paste(picture, sprite, (left, top))


def _shadow(picture: pygame.Surface, centre: Point, wide: float, palette: Palette) -> None:
    pit: Colour = palette.colour("pit")
    high = wide * 0.075

    def draw(big: pygame.Surface, k: int) -> None:
        pygame.draw.ellipse(big, (*pit, 255), (0, 0, wide * k, high * k))

    if not is_light(palette):
        paste(
            picture, supersampled((wide, high), draw), (centre[0] - wide / 2, centre[1] - high / 2)
        )


def _person(picture: pygame.Surface, view: View, bays: Bays, palette: Palette) -> None:
    """One who stands between the first two vehicles, for the eye to measure by."""
    tall = PERSON_M * bays.metre * view.scale
    size = (tall * 0.5, tall)
    ink = palette.colour("ink")

    def draw(big: pygame.Surface, k: int) -> None:
        h, mid = tall * k, size[0] * k / 2
        pygame.draw.circle(big, ink, (mid, h * 0.11), h * 0.11)
        body = pygame.Rect(0, 0, h * 0.3, h * 0.4)
        body.midtop = (round(mid), round(h * 0.24))
        pygame.draw.rect(big, ink, body, border_radius=round(h * 0.1))
        for side in (-1, 1):
            leg = pygame.Rect(0, 0, h * 0.12, h * 0.46)
            leg.midtop = (round(mid + side * h * 0.08), round(h * 0.54))
            pygame.draw.rect(big, ink, leg)

    x = bays.middle(0) + bays.wide * 0.5
    paste(picture, supersampled(size, draw, 8), (view.x(x) - size[0] / 2, view.y(FLOOR) - tall))
