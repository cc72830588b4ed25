"""The surface that scenes draw on, in grid units, whatever the window's size and shape."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import contextmanager
from math import ceil
from typing import Literal

import pygame

from game.ui import fonts, shapes
from game.ui.cache import PictureCache
from game.ui.geometry import ABOVE, GRID_HEIGHT, GRID_WIDTH, Point, Rect, RectLike
from game.ui.painting import Box, Painting, blit, fill, tiled
from game.ui.text import Layout, curled, lay_out, line_width, paint_line, pixels_for
from game.ui.theme import Colour, Theme, TypeStyle

Anchor = Literal[
    "topleft", "midtop", "topright", "midleft", "centre", "midright",
    "bottomleft", "midbottom", "bottomright", "baseleft", "midbase", "baseright",
]  # fmt: skip
Align = Literal["left", "centre", "right"]
VAlign = Literal["top", "middle", "bottom"]
_STRIP = 64


class Canvas:
    """A surface with the design grid laid over it. `shows` is False for one that is never seen.

    The grid keeps its shape and stands in the middle, or low in a high window; `visible` is all
    that the window shows, in grid units, and is wider or higher than the grid where the window
    is: backgrounds fill it.
    """

    def __init__(
        self,
        surface: pygame.Surface,
        theme: Theme,
        *,
        text_scale: float = 1.0,
        cache: PictureCache | None = None,
        painting: Painting | None = None,
    ) -> None:
        """Draw on the surface at once or, with a `painting`, when that is finished."""
        self.surface = surface
        self.shows = True
        self._painting = painting
        self.theme = theme
        self.text_scale = text_scale
        self._cache = cache if cache is not None else PictureCache()
        width, height = surface.get_size()
        self.scale = min(width / GRID_WIDTH, height / GRID_HEIGHT)
        self.offset = (
            (width - GRID_WIDTH * self.scale) / 2,
            (height - GRID_HEIGHT * self.scale) * ABOVE,
        )
        self.visible = Rect(
            -self.offset[0] / self.scale,
            -self.offset[1] / self.scale,
            width / self.scale,
            height / self.scale,
        )

    def to_pixels(self, point: Point) -> tuple[int, int]:
        return (
            round(point[0] * self.scale + self.offset[0]),
            round(point[1] * self.scale + self.offset[1]),
        )

    def to_grid(self, pixel: tuple[float, float]) -> Point:
        return (
            (pixel[0] - self.offset[0]) / self.scale,
            (pixel[1] - self.offset[1]) / self.scale,
        )

    def fill(self, colour: Colour) -> None:
        """The whole window in one colour."""
        self._put((0, 0, *self.surface.get_size()), fill, colour, (0, 0, *self.surface.get_size()))

    def backdrop(self, picture: pygame.Surface, turn: int = 0) -> None:
        """A picture as large as the window, which changes only from one turn to the next."""
        self._put((0, 0, *picture.get_size()), blit, picture, 0, 0, turn)

    def live(self, paint: Callable[[pygame.Surface], None]) -> None:
        """Have something painted over the whole window that is another one each time."""
        if self._painting is not None:
            self._painting.live(paint)
        elif self.shows:
            paint(self.surface)

    def still(self, key: Hashable, draw: Callable[[], None]) -> None:
        """Have `draw` draw what stands still while something else moves: once for as long as the
        key stays the same, which tells all that it depends on but the canvas."""
        if self._painting is None:
            draw()
        else:
            self._painting.still(key, draw)

    @contextmanager
    def clipped(self, rect: RectLike) -> Iterator[None]:
        """Draw no further than a rectangle."""
        area = self._pixel_rect(rect)
        if self._painting is not None:
            with self._painting.clipped((area.x, area.y, area.width, area.height)):
                yield
            return
        before = self.surface.get_clip()
        self.surface.set_clip(area.clip(before))
        try:
            yield
        finally:
            self.surface.set_clip(before)

    def box(
        self,
        rect: RectLike,
        colour: Colour,
        radius: float = 20,
        width: float = 0,
        alpha: int = 255,
    ) -> Rect:
        """A rounded box; `width` > 0 draws its edge alone, inside the rectangle."""
        area = self._pixel_rect(rect)
        if area.width <= 0 or area.height <= 0:
            return Rect(*rect)
        corner = min(radius * self.scale, area.width / 2, area.height / 2)
        edge = max(1, round(width * self.scale)) if width else 0
        place = (area.x, area.y, area.width, area.height)
        if alpha >= 255:
            self._put(place, self._paint_box, place, colour, corner, edge)
        elif not edge:
            self._put(place, self._paint_veil, place, colour, corner, alpha)
        else:
            key = ("box", area.size, colour, round(corner, 2), edge, alpha)

            def paint() -> pygame.Surface:
                picture = pygame.Surface(area.size, pygame.SRCALPHA)
                picture.fill((*colour, 0))
                self._paint_box(picture, (0, 0, *area.size), colour, corner, edge)
                picture.fill((255, 255, 255, alpha), special_flags=pygame.BLEND_RGBA_MULT)
                return picture

            self._blit(self._cache.get(key, paint), area.topleft)
        return Rect(*rect)

    def dashed_box(
        self, rect: RectLike, colour: Colour, radius: float = 20, width: float = 3
    ) -> Rect:
        """The edge of a rounded box in dashes: an option that is ruled out."""
        area = self._pixel_rect(rect)
        key = ("dashed", area.size, colour, radius * self.scale, width * self.scale)

        def paint() -> pygame.Surface:
            return shapes.dashes(
                area.size, colour, radius * self.scale, max(1.0, width * self.scale), self.scale
            )

        self._blit(self._cache.get(key, paint), area.topleft)
        return Rect(*rect)

    def disc(
        self, centre: Point, radius: float, colour: Colour, width: float = 0, alpha: int = 255
    ) -> None:
        """A disc, or a ring of `width` inside the radius."""
        points = [
            (centre[0] - radius, centre[1] - radius),
            (centre[0] + radius, centre[1] + radius),
        ]

        def paint(surface: pygame.Surface, local: list[tuple[float, float]], factor: float) -> None:
            middle = ((local[0][0] + local[1][0]) / 2, (local[0][1] + local[1][1]) / 2)
            pygame.draw.circle(surface, (*colour, 255), middle, radius * factor)
            if 0 < width < radius:
                pygame.draw.circle(surface, (*colour, 0), middle, (radius - width) * factor)

        self._shape(
            ("disc", round(radius * 16), round(width * 16)), points, colour, alpha, 0, paint
        )

    def polygon(self, points: Sequence[Point], colour: Colour, alpha: int = 255) -> None:
        """A filled polygon."""

        def paint(surface: pygame.Surface, local: list[tuple[float, float]], _: float) -> None:
            pygame.draw.polygon(surface, (*colour, 255), local)

        self._shape(("polygon",), points, colour, alpha, 0, paint)

    def line(self, points: Sequence[Point], colour: Colour, width: float, alpha: int = 255) -> None:
        """A line through points, with round joins and ends; along the grid it is a crisp bar."""
        if len(points) == 2 and (points[0][0] == points[1][0] or points[0][1] == points[1][1]):
            (x1, y1), (x2, y2) = points
            self._bar(
                Rect(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1)), colour, width, alpha
            )
            return

        def paint(surface: pygame.Surface, local: list[tuple[float, float]], factor: float) -> None:
            thick = max(width * factor, factor / self.scale)
            shapes.thick_line(surface, local, (*colour, 255), thick)

        self._shape(("line", round(width * 16)), points, colour, alpha, width, paint)

    def arc(
        self,
        centre: Point,
        radius: float,
        start: float,
        end: float,
        colour: Colour,
        width: float,
        alpha: int = 255,
    ) -> None:
        """An arc with round ends; angles in degrees, clockwise from the top."""
        self.line(shapes.arc_points(centre, radius, start, end), colour, width, alpha)

    def pie(self, centre: Point, radius: float, share: float, colour: Colour) -> None:
        """A slice from the top, clockwise; `share` 0 to 1."""
        if share >= 1:
            self.disc(centre, radius, colour)
        elif share > 0:
            self.polygon([centre, *shapes.arc_points(centre, radius, 0, 360 * share)], colour)

    def shape(
        self, name: str, centre: Point, size: float, colour: Colour, width: float = 0
    ) -> None:
        """An answer's sign: triangle, diamond, circle, square; `width` > 0 its edge alone."""
        if name == "circle":
            self.disc(centre, size / 2 * 1.02, colour, width)
            return
        points = shapes.sign_points(name, centre, size)
        if width:
            self.line([*points, points[0]], colour, width)
        elif name == "square":
            (left, top), _, (right, bottom), _ = points
            self.box((left, top, right - left, bottom - top), colour, radius=size * 0.06)
        else:
            self.polygon(points, colour)

    def picture(self, surface: pygame.Surface, topleft: Point) -> None:
        """A picture, its pixels as they are."""
        self._blit(surface, self.to_pixels(topleft))

    def cached(
        self,
        key: Hashable,
        size: tuple[float, float],
        painter: Callable[[Canvas], None],
        *,
        opaque: bool = False,
    ) -> pygame.Surface:
        """A picture of `size` grid units, painted once a scale and kept.

        The painter gets a canvas whose grid starts at the picture's top left corner.
        """
        pixels = (max(1, ceil(size[0] * self.scale)), max(1, ceil(size[1] * self.scale)))

        def paint() -> pygame.Surface:
            surface = pygame.Surface(pixels, 0 if opaque else pygame.SRCALPHA)
            painter(_Part(surface, self))
            return surface

        return self._cache.get(("cached", key, pixels, self.theme.name, self.text_scale), paint)

    def forget_pictures(self) -> None:
        """Give back the room of small pictures that were not used lately."""
        self._cache.forget(self._cache.limit // 3)

    def apart(self) -> Canvas:
        """A canvas that shows nothing and shares the pictures: to make some ahead, in a thread."""
        other = Canvas(
            pygame.Surface((1, 1)), self.theme, text_scale=self.text_scale, cache=self._cache
        )
        other.shows = False
        other.scale, other.offset, other.visible = self.scale, self.offset, self.visible
        return other

    def stamp(
        self, key: Hashable, centre: Point, half: float, painter: Callable[[Canvas, Point], None]
    ) -> None:
        """A sign of many shapes as one picture, at most `half` from its centre; painted once."""
        picture = self.cached(key, (2 * half, 2 * half), lambda part: painter(part, (half, half)))
        self.picture(picture, (centre[0] - half, centre[1] - half))

    def text(
        self,
        string: str,
        position: Point,
        style: str | TypeStyle,
        colour: Colour,
        anchor: Anchor = "topleft",
        *,
        equal_digits: bool = False,
        fit: float = 0,
        alpha: int = 255,
    ) -> Rect:
        """One line of text; `fit` > 0 is the width that it is set smaller for, if need be.

        "mid" vertically is the middle of the capitals. `equal_digits` gives every digit the same
        room, so that a clock does not jump.
        """
        kind = self.theme.style(style) if isinstance(style, str) else style
        string = curled(string)
        size = kind.size * self.text_scale
        width = line_width(string, kind, size, equal_digits=equal_digits)
        if 0 < fit < width:
            size *= fit / width
            width = fit
        left, baseline = _anchored(position, width, size, kind.line, anchor)
        self._line(string, kind, size, (left, baseline), colour, equal_digits, alpha)
        top = baseline - size * (fonts.ASCENT - fonts.DESCENT) / 2 - size * kind.line / 2
        return Rect(left, top, width, size * kind.line)

    def text_width(
        self, string: str, style: str | TypeStyle, *, equal_digits: bool = False
    ) -> float:
        """How wide `text` sets a line, in grid units."""
        kind = self.theme.style(style) if isinstance(style, str) else style
        return line_width(
            curled(string), kind, kind.size * self.text_scale, equal_digits=equal_digits
        )

    def paragraph(
        self,
        string: str,
        rect: RectLike,
        style: str | TypeStyle,
        colour: Colour,
        align: Align = "left",
        valign: VAlign = "top",
        max_lines: int = 0,
        balanced: bool = True,
        alpha: int = 255,
    ) -> Rect:
        """Text in a box, broken at spaces, smaller only if it must; returns what it covers."""
        kind = self.theme.style(style) if isinstance(style, str) else style
        area = Rect(*rect)
        layout = self.measure(string, (area.w, area.h), kind, max_lines, balanced)
        pixels = pixels_for(layout, kind, area.w, self.scale)
        spare = {"top": 0.0, "middle": 0.5, "bottom": 1.0}[valign] * (area.h - layout.height)
        share = {"left": 0.0, "centre": 0.5, "right": 1.0}[align]
        for index, (line, width) in enumerate(zip(layout.lines, layout.widths, strict=True)):
            left = area.x + share * (area.w - width)
            middle = area.y + spare + (index + 0.5) * layout.line_height
            baseline = middle + layout.size * (fonts.ASCENT - fonts.DESCENT) / 2
            self._line(line, kind, layout.size, (left, baseline), colour, False, alpha, pixels)
        return Rect(
            area.x + share * (area.w - layout.width), area.y + spare, layout.width, layout.height
        )

    def measure(
        self,
        string: str,
        size: tuple[float, float],
        style: str | TypeStyle,
        max_lines: int = 0,
        balanced: bool = True,
    ) -> Layout:
        """How `paragraph` would set a text in a box of this size."""
        kind = self.theme.style(style) if isinstance(style, str) else style
        return lay_out(
            curled(string),
            kind,
            size[0],
            size[1],
            text_scale=self.text_scale,
            max_lines=max_lines,
            balanced=balanced,
        )

    def _line(
        self,
        string: str,
        kind: TypeStyle,
        size: float,
        at: Point,
        colour: Colour,
        equal_digits: bool,
        alpha: int,
        pixels: int = 0,
    ) -> None:
        if not string:
            return
        height = pixels or max(1, round(size * self.scale))
        tracking = kind.tracking * size / kind.size * self.scale
        key = ("line", string, kind.weight, height, round(tracking, 2), colour, equal_digits, alpha)

        def paint() -> pygame.Surface:
            picture = paint_line(
                string, kind.weight, height, tracking, colour, equal_digits=equal_digits
            )
            if alpha < 255:
                picture.fill((255, 255, 255, alpha), special_flags=pygame.BLEND_RGBA_MULT)
            return picture

        picture = self._cache.get(key, paint)
        x, y = self.to_pixels(at)
        self._blit(picture, (x, y - fonts.font(kind.weight, height).get_ascent()))

    def _put(self, area: Box, paint: Callable[..., None], *given: Hashable) -> None:
        if self._painting is None:
            paint(self.surface, *given)
        else:
            self._painting.put(area, paint, *given)

    def _blit(self, picture: pygame.Surface, topleft: tuple[int, int]) -> None:
        self._put((*topleft, *picture.get_size()), blit, picture, *topleft)

    def _pixel_rect(self, rect: RectLike) -> pygame.Rect:
        left, top = self.to_pixels((rect[0], rect[1]))
        right, bottom = self.to_pixels((rect[0] + rect[2], rect[1] + rect[3]))
        return pygame.Rect(left, top, right - left, bottom - top)

    def _bar(self, span: Rect, colour: Colour, width: float, alpha: int) -> None:
        thick = max(width, 1 / self.scale)
        across = Rect(
            span.x - (thick / 2 if span.w == 0 else 0),
            span.y - (thick / 2 if span.h == 0 else 0),
            span.w or thick,
            span.h or thick,
        )
        area = self._pixel_rect(across)
        area.width, area.height = max(1, area.width), max(1, area.height)
        if alpha >= 255:
            place = (area.x, area.y, area.width, area.height)
            self._put(place, fill, colour, place)
            return
        self.box(across, colour, radius=0, alpha=alpha)

    def _paint_box(
        self, target: pygame.Surface, place: Box, colour: Colour, corner: float, edge: int
    ) -> None:
        area = pygame.Rect(place)
        round_by = ceil(corner)
        if round_by < 1:
            pygame.draw.rect(target, colour, area, edge)
            return
        disc = self._cache.get(
            ("corner", round(corner, 2), colour, edge),
            lambda: shapes.corner_disc(corner, colour, edge),
        )
        for corner_at, part in _corners(area, round_by):
            target.blit(disc, corner_at, part)
        left, top, right = area.left, area.top, area.right - round_by
        across, down = area.width - 2 * round_by, area.height - 2 * round_by
        if edge:
            target.fill(colour, (left + round_by, top, across, edge))
            target.fill(colour, (left + round_by, area.bottom - edge, across, edge))
            target.fill(colour, (left, top + round_by, edge, down))
            target.fill(colour, (area.right - edge, top + round_by, edge, down))
        else:
            target.fill(colour, (left + round_by, top, across, area.height))
            target.fill(colour, (left, top + round_by, round_by, down))
            target.fill(colour, (right, top + round_by, round_by, down))

    def _paint_veil(
        self, target: pygame.Surface, place: Box, colour: Colour, corner: float, alpha: int
    ) -> None:
        """A box that lets through what is under it, of corners and strips: a large picture of it
        would take long to make."""
        area = pygame.Rect(place)
        round_by = ceil(corner) if corner >= 1 else 0

        def strip() -> pygame.Surface:
            made = pygame.Surface((area.width, _STRIP))
            made.fill(colour)
            made.set_alpha(alpha)
            return made

        def corners() -> pygame.Surface:
            made = shapes.corner_disc(corner, colour, 0).copy()
            made.fill((255, 255, 255, alpha), special_flags=pygame.BLEND_RGBA_MULT)
            return made

        veil = self._cache.get(("strip", area.width, colour, alpha), strip)
        left, top, wide, high = place
        tiled(target, veil, (left, top + round_by, wide, high - 2 * round_by))
        if not round_by:
            return
        across = wide - 2 * round_by
        tiled(target, veil, (left + round_by, top, across, round_by))
        tiled(target, veil, (left + round_by, area.bottom - round_by, across, round_by))
        disc = self._cache.get(("veiled", round(corner, 2), colour, alpha), corners)
        for corner_at, part in _corners(area, round_by):
            target.blit(disc, corner_at, part)

    def _shape(
        self,
        kind: Hashable,
        points: Sequence[Point],
        colour: Colour,
        alpha: int,
        spread: float,
        paint: Callable[[pygame.Surface, list[tuple[float, float]], float], None],
    ) -> None:
        reach = ceil(spread * self.scale / 2) + 1
        (left, top, width, height), local = shapes.placed(
            tuple(points), self.scale, self.offset, reach
        )
        if width <= 0 or height <= 0:
            return

        def painted() -> pygame.Surface:
            def on_large(surface: pygame.Surface, factor: int) -> None:
                step = factor / 8
                paint(surface, [(x * step, y * step) for x, y in local], factor * self.scale)

            return shapes.supersampled(width, height, colour, alpha, on_large)

        key = (kind, local, colour, alpha, round(self.scale, 4))
        self._blit(self._cache.get(key, painted), (left, top))


def _corners(area: pygame.Rect, by: int) -> tuple[tuple[tuple[int, int], pygame.Rect], ...]:
    """Where the quarters of a corner's disc stand in a box, and which part of the disc each is."""
    right, bottom = area.right - by, area.bottom - by
    return (
        ((area.left, area.top), pygame.Rect(0, 0, by, by)),
        ((right, area.top), pygame.Rect(by, 0, by, by)),
        ((area.left, bottom), pygame.Rect(0, by, by, by)),
        ((right, bottom), pygame.Rect(by, by, by, by)),
    )


class _Part(Canvas):
    def __init__(self, surface: pygame.Surface, whole: Canvas) -> None:
        super().__init__(surface, whole.theme, text_scale=whole.text_scale, cache=whole._cache)
        self.scale = whole.scale
        self.offset = (0.0, 0.0)
        width, height = surface.get_size()
        self.visible = Rect(0, 0, width / self.scale, height / self.scale)


def _anchored(
    position: Point, width: float, size: float, line: float, anchor: Anchor
) -> tuple[float, float]:
    x, y = position
    if anchor in ("topright", "midright", "bottomright", "baseright"):
        x -= width
    elif anchor in ("midtop", "centre", "midbottom", "midbase"):
        x -= width / 2
    middle_to_base = size * (fonts.ASCENT - fonts.DESCENT) / 2
    if anchor in ("topleft", "midtop", "topright"):
        y += size * line / 2 + middle_to_base
    elif anchor in ("midleft", "centre", "midright"):
        y += size * fonts.CAP_HEIGHT / 2
    elif anchor in ("bottomleft", "midbottom", "bottomright"):
        y += middle_to_base - size * line / 2
    return x, y
