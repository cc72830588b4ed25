"""A team to press: its key, its sign and its name, small at the foot or large for the back row."""

from __future__ import annotations

from collections.abc import Sequence

from game.ui.art import signs
from game.ui.art.stations import draw_station
from game.ui.canvas import Canvas
from game.ui.geometry import Rect, RectLike
from game.ui.text import line_width
from game.ui.theme import Theme, TypeStyle, mix
from game.ui.widgets import Action, Widget

LEAST_NAME = 28.0
"""Grid units below which a name is no help from afar."""
GAP = 32.0


class TeamTile(Widget):
    """A team: its key, its sign and its name; ticked where it was right.

    `stacked` puts the name under key and sign, where it has no room beside them; `large` is for the
    back row. A `pad` of its own stands in its corner.
    """

    def __init__(self, seat: str, key: str, name: str, rect: RectLike, on_press: Action) -> None:
        super().__init__(rect, on_press)
        self.seat = seat
        self.key = key
        self.text = name
        self.ticked = False
        self.lit = False
        self.large = False
        self.pad = False
        self.stacked = False
        self.named = True
        self.name_size = 0.0
        self._sign_y = 0.0

    def fits(self, theme: Theme, scale: float) -> bool:
        """Whether the name has room beside key and sign, the tick included."""
        style = theme.style("body_bold")
        return (
            line_width(self.text, style, style.size * scale) <= self.rect.w - 2.2 * self._high - 176
        )

    @property
    def _high(self) -> float:
        return min(72.0, self.rect.h - 32) if not self.stacked else min(84.0, self.rect.h * 0.45)

    def draw(self, canvas: Canvas) -> None:
        theme, rect = canvas.theme, self.rect
        marked = self.ticked or self.lit
        ground = theme.colour("nogo" if marked else "card")
        if self.hovered or self.held:
            ground = mix(ground, theme.colour("ink"), 0.1)
        canvas.box(rect, ground)
        edge = theme.colour(f"team.{self.seat}")
        canvas.box(rect, edge, width=8 if marked else 4)
        if self.large:
            self._draw_large(canvas)
        else:
            self._draw_small(canvas)
        if self.pad:
            self._draw_pad(canvas)

    def _draw_large(self, canvas: Canvas) -> None:
        """The key over or beside the sign, and the name under both, as large as the tile allows."""
        rect, ink, scale = self.rect, canvas.theme.colour("ink"), canvas.text_scale
        high, sign, name = self._cap(scale), self._sign(scale), self._line(scale)
        beside = self._wide(scale)
        left = rect.centre[0] - (high + (GAP + sign if beside else 0)) / 2
        under = (name if self.name_size else 0) + (0 if beside else sign)
        free = (rect.h - high - under) / (4 if self.name_size and not beside else 3)
        cap = Rect(left, rect.y + free, high, high)
        canvas.box(cap, ink, 20, 6)
        size = TypeStyle(high * 0.72 / scale, 800, min_size=10)
        canvas.text(self.key, cap.centre, size, ink, "centre", fit=high - 28)
        at = (cap.right + GAP + sign / 2, cap.centre[1])
        if not beside:
            at = (rect.centre[0], cap.bottom + free + sign / 2)
        self._sign_y = at[1]
        draw_station(canvas, self.seat, at, sign)
        if self.name_size:
            style = TypeStyle(self.name_size / scale, 700, min_size=10)
            foot = (rect.centre[0], rect.bottom - free * 0.8 - name / 2)
            canvas.text(self.text, foot, style, ink, "centre")

    def _line(self, scale: float) -> float:
        return min(52 * scale, self.rect.h * 0.16)

    def _cap(self, scale: float) -> float:
        rect = self.rect
        return min(rect.h - self._line(scale) - rect.h * 0.18 - 54, rect.w - 56, 220.0)

    def _sign(self, scale: float) -> float:
        return self._cap(scale) * 0.62 if self._wide(scale) else self.rect.h * 0.18

    def _wide(self, scale: float) -> bool:
        """Whether key and sign stand side by side."""
        return self.rect.w >= self._cap(scale) * 1.8 + 80

    def large_name(self, theme: Theme, scale: float) -> float:
        """How large the name can be set on a large tile."""
        style = theme.style("body_bold")
        size = min(style.size * scale, self._line(scale) * 0.84)
        room = self.rect.w - 36
        return min(size, size * room / line_width(self.text, style, size))

    def _draw_pad(self, canvas: Canvas) -> None:
        """A gamepad in the corner of the tile."""
        theme, rect = canvas.theme, self.rect
        size = 56.0 if self.large else 36.0
        at = (rect.right - size * 0.62 - 6, rect.y + size * 0.4 + 6)
        if self.large and not self._wide(canvas.text_scale):
            at = (at[0], self._sign_y)
        signs.gamepad(canvas, at, size, theme.colour("ink"), theme.colour("card"))

    def _draw_small(self, canvas: Canvas) -> None:
        theme, rect = canvas.theme, self.rect
        high, ink = self._high, theme.colour("ink")
        name = self.name_style(theme, canvas.text_scale) if self.named else None
        y = rect.y + 14 + high / 2 if self.stacked and name else rect.centre[1]
        left = rect.x + 24
        if self.stacked:
            left = rect.centre[0] - high * (1.75 if self.ticked else 1.2)
        cap = Rect(left, y - high * 0.44, high * 0.88, high * 0.88)
        canvas.box(cap, ink, 10, 3)
        size = max(28.0, high * 0.56) / canvas.text_scale
        style = TypeStyle(size, 800, min_size=10)
        canvas.text(self.key, cap.centre, style, ink, "centre", fit=cap.w - 8)
        sign = (cap.right + 24 + high / 2, y)
        draw_station(canvas, self.seat, sign, high)
        if self.ticked:
            tick = sign[0] + high * 1.1 if self.stacked else rect.right - 24 - high * 0.4
            signs.check(canvas, (tick, y), high * 0.8, ink)
        if not name:
            return
        if self.stacked:
            foot = (rect.centre[0], (y + high / 2 + rect.bottom) / 2 - 2)
            canvas.text(self.text, foot, name, ink, "centre", fit=rect.w - 32)
        else:
            canvas.text(self.text, (sign[0] + high / 2 + 20, y), name, ink, "midleft")

    def name_style(self, theme: Theme, scale: float) -> TypeStyle | None:
        """How the name is set; None where no legible size has room: it stands on other screens."""
        style = theme.style("body_bold")
        if not self.stacked:
            return style
        most = (self.rect.h - 14 - self._high) * 0.72 / scale
        size = min(style.size, most)
        wide = line_width(self.text, style, size * scale)
        size = min(size, size * (self.rect.w - 32) / wide)
        return TypeStyle(size, 700, min_size=10) if size * scale >= LEAST_NAME else None


def arrange(tiles: Sequence[TeamTile], theme: Theme, scale: float) -> None:
    """Set all names alike: beside their signs if each has the room, else all under them; and none
    where one would be too small to be read."""
    if any(tile.large for tile in tiles):
        size = min(tile.large_name(theme, scale) for tile in tiles)
        for tile in tiles:
            tile.name_size = size if size >= LEAST_NAME else 0.0
        return
    stacked = not all(tile.fits(theme, scale) for tile in tiles)
    for tile in tiles:
        tile.stacked = stacked
    named = all(tile.name_style(theme, scale) is not None for tile in tiles)
    for tile in tiles:
        tile.named = named
