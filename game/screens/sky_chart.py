"""The constellation as a widget: orbits, satellites, and the one that is looked at."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property

from game.play.constellation import Satellite
from game.screens.orbits import GLOBE, LEFT, RIGHT, Chart
from game.ui.art import fleet
from game.ui.canvas import Canvas
from game.ui.clock import ease_out
from game.ui.events import Event, Key
from game.ui.geometry import Point, Rect
from game.ui.theme import TypeStyle
from game.ui.widgets import Widget

WHOLE_FROM, SMALL_FROM = 58.0, 30.0
"""Nearer neighbours than this are drawn smaller, and nearer still as dots."""
REACH = 34.0
"""How near to a satellite a hand means it."""
_MOST_NAMES = 9
_NAMED_WHEN_DUE = 6
_MOVES = frozenset({"left", "right", "up", "down", "home", "end"})

Lifts = Mapping[str, float | None]
"""Where cards come from that are moving: the chance before, None for one that is new."""


class SkyChart(Widget):
    """Arrows move from satellite to satellite; the ring stands round the one that has the focus.

    `lifts` are the cards that move now, `share` (0 to 1) how much of their time is over.
    `clear` are the rectangles that names keep away from.
    """

    text = "constellation"

    def __init__(
        self, chart: Chart, at: tuple[int, int] | None, on_press: Callable[[], None]
    ) -> None:
        super().__init__((0, 0, 0, 0), on_press)
        self.chart = chart
        self.at = at or chart.lowest
        self.focusable = self.at is not None
        self.lifts: Lifts = {}
        self.share = 1.0
        self.clear: tuple[Rect, ...] = ()
        self.named = True
        self._places = [
            [chart.place(number, at) for at in range(len(lane.satellites))]
            for number, lane in enumerate(chart.lanes)
        ]
        self._taken: list[Rect] = []
        for lane, row in zip(chart.lanes, self._places, strict=True):
            for index, (one, place) in enumerate(zip(lane.satellites, row, strict=True)):
                self._taken.append(_around(place))
                if one.due:
                    x, y = lane.point(lane.x(index))
                    self._taken.append(Rect(x - 10, y - 12, 20, 60))
        self._token = object()
        self._follow()

    @property
    def chosen(self) -> Satellite | None:
        """The satellite that is looked at."""
        if self.at is None:
            return None
        return self.chart.lanes[self.at[0]].satellites[self.at[1]]

    def select(self, at: tuple[int, int]) -> None:
        """Look at another one."""
        self.at = at
        self._follow()

    def handle(self, event: Event) -> bool:
        if not isinstance(event, Key) or self.at is None:
            return False
        if event.name not in _MOVES:
            return False
        found = self._from(event.name, *self.at)
        if found is None:
            # Downwards the focus leaves for what stands under the sky, and nowhere else.
            return event.name != "down"
        self.select(found)
        return True

    def _from(self, way: str, lane: int, at: int) -> tuple[int, int] | None:
        """Where an arrow leads to from a satellite."""
        if way in ("left", "right"):
            return self.chart.beside(lane, at, -1 if way == "left" else 1)
        if way in ("up", "down"):
            return self.chart.across(lane, at, -1 if way == "up" else 1)
        return (lane, 0 if way == "home" else len(self.chart.lanes[lane].satellites) - 1)

    def draw(self, canvas: Canvas) -> None:
        size = self._size
        looked = self.at[0] if self.at is not None and self.focused else None
        for number, lane in enumerate(self.chart.lanes):
            fleet.orbit(canvas, lane.line(), bright=number == looked)
        if not size:
            self._dots(canvas)
        for number, lane in enumerate(self.chart.lanes):
            for at, one in enumerate(lane.satellites):
                if size or one.due or (number, at) == self.at or one.card in self.lifts:
                    self._satellite(canvas, number, at, one, size)
        if self.at is None:
            self._waiting(canvas)
        self._topics(canvas, looked)
        if self.named and self.share >= 1:
            self._names(canvas)

    def _waiting(self, canvas: Canvas) -> None:
        """Places that wait, where nothing is known yet."""
        ink = canvas.theme.colour("ornament")
        for number, lane in enumerate(self.chart.lanes):
            left, right = lane.ends
            count = 4 + number % 2
            for at in range(count):
                x = left + (right - left) * (at + 0.5) / count
                canvas.disc(lane.point(x), 10, canvas.theme.colour("night"))
                canvas.disc(lane.point(x), 10, ink, 3)

    @cached_property
    def _size(self) -> float:
        """How large satellites are drawn, 0 for dots: all alike, by the narrowest place."""
        pitch = self.chart.pitch
        if pitch >= WHOLE_FROM:
            return 1.0
        return max(0.5, pitch / WHOLE_FROM) if pitch >= SMALL_FROM else 0.0

    def _dots(self, canvas: Canvas) -> None:
        """All that are neither due nor moving, as one picture."""
        corner = (LEFT - 20.0, 300.0)

        def painter(part: Canvas) -> None:
            for lane, row in zip(self.chart.lanes, self._places, strict=True):
                for one, (x, y) in zip(lane.satellites, row, strict=True):
                    if not one.due and one.card not in self.lifts:
                        fleet.dot(part, (x - corner[0], y - corner[1]), "known")

        area = (RIGHT - LEFT + 60.0, 700.0)
        canvas.picture(canvas.cached(("dots", self._token), area, painter), corner)

    def _satellite(self, canvas: Canvas, number: int, at: int, one: Satellite, size: float) -> None:
        lane = self.chart.lanes[number]
        x = lane.x(at)
        place = self._now(number, at, one)
        moving = one.card in self.lifts and self.share < 1
        due = one.due or (moving and self.lifts[one.card] is not None and self.share < 0.6)
        looked = (number, at) == self.at and self.focused
        if due and size:
            fleet.tether(canvas, lane.point(x), place)
        if due:
            fleet.craft(canvas, place, lane.slant(x), "due", max(0.62, size))
        elif size or looked or moving:
            fleet.craft(canvas, place, lane.slant(x), "known", max(0.62, size))
        else:
            fleet.dot(canvas, place, "known")

    def _now(self, number: int, at: int, one: Satellite) -> Point:
        """Where it stands at this moment of a lift."""
        end = self._places[number][at]
        if one.card not in self.lifts or self.share >= 1:
            return end
        before = self.lifts[one.card]
        eased = ease_out(self.share)
        start = (
            (end[0], GLOBE.orbit_y(end[0], -40.0))
            if before is None
            else self.chart.place(number, at, before)
        )
        return (end[0], start[1] + (end[1] - start[1]) * eased)

    def _topics(self, canvas: Canvas, looked: int | None) -> None:
        """The names of the orbits at their right ends."""
        theme, scale = canvas.theme, canvas.text_scale
        size = 30 * min(1.25, scale) / scale
        for number, lane in enumerate(self.chart.lanes):
            if not lane.name:
                continue
            here = number == looked
            end = lane.point(lane.ends[1])
            left, high = end[0] + 24, 76.0 * min(1.25, scale)
            middle = min(end[1] + 6, 938.0 - high / 2)
            style = TypeStyle(size, 700 if here else 500, line=1.1, min_size=20 / scale)
            ink = theme.colour("ink" if here else "ink_dim")
            area = (left, middle - high / 2, 1840 - left, high)
            canvas.paragraph(lane.name, area, style, ink, valign="middle", max_lines=2)

    def _names(self, canvas: Canvas) -> None:
        """Names beside satellites, as many as have room: what is looked at and due comes first."""
        style = TypeStyle(28 * min(1.15, canvas.text_scale) / canvas.text_scale, 500)
        taken = [*self.clear, *self._taken]
        count = 0
        for number, at in self._worth_naming():
            lane = self.chart.lanes[number]
            one = lane.satellites[at]
            wide = canvas.text_width(one.name, style)
            place = self._places[number][at]
            own = next(
                (
                    box
                    for box in _beside(place, wide, 34.0 * min(1.15, canvas.text_scale))
                    if box.right < RIGHT + 10
                    and box.x > 60
                    and not any(_meet(box, other) for other in taken)
                    and not any(lane.crosses(box) for lane in self.chart.lanes)
                ),
                None,
            )
            if own is None:
                continue
            ink = canvas.theme.colour("amber" if one.due else "ink")
            canvas.text(one.name, (own.x + 8, own.centre[1]), style, ink, "midleft")
            taken.append(own)
            count += 1
            if count >= _MOST_NAMES:
                return

    def _worth_naming(self) -> list[tuple[int, int]]:
        due = [
            (number, at)
            for number, lane in enumerate(self.chart.lanes)
            for at, one in enumerate(lane.satellites)
            if one.due
        ][:_NAMED_WHEN_DUE]
        if self.at is None or not self.focused or not self._size:
            return due
        lane, here = self.at
        row = range(len(self.chart.lanes[lane].satellites))
        near = sorted(row, key=lambda at: abs(at - here))
        return [*due, *((lane, at) for at in near if at != here)]

    def _follow(self) -> None:
        """The ring stands round the satellite that is looked at."""
        if self.at is None:
            return
        x, y = self.chart.place(*self.at)
        self.rect = Rect(x - REACH, y - REACH, 2 * REACH, 2 * REACH)
        self.radius = REACH


def shortened(canvas: Canvas, text: str, style: TypeStyle, room: float) -> str:
    """A name that fits: its end gives way, and three dots say so."""
    if canvas.text_width(text, style) <= room:
        return text
    cut = text
    while cut and canvas.text_width(f"{cut}…", style) > room:
        cut = cut[:-1].rstrip()
    return f"{cut}…"


def _around(centre: Point) -> Rect:
    return Rect(centre[0] - 30, centre[1] - 18, 60, 36)


def _beside(centre: Point, wide: float, high: float) -> tuple[Rect, ...]:
    """The places for a name: right of its satellite, left of it, under it, over it."""
    x, y = centre
    full = wide + 16
    return (
        Rect(x + 44, y - high / 2 + 6, full, high),
        Rect(x - 44 - full, y - high / 2 + 6, full, high),
        Rect(x - full / 2, y + 28, full, high),
        Rect(x - full / 2, y - 28 - high, full, high),
    )


def _meet(one: Rect, other: Rect) -> bool:
    apart = one.right <= other.x or other.right <= one.x
    return not (apart or one.bottom <= other.y or other.bottom <= one.y)
