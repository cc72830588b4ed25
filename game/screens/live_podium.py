"""After the launch of a live class: the first three, in front of everybody, before the report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from game.play.hosted import HostedSitting
from game.screens.game import Game
from game.screens.heading import draw_heading
from game.screens.live import LiveCountdown
from game.screens.live_results import LiveResultsScreen
from game.screens.prompt import draw_card
from game.screens.scenery import draw_earth
from game.screens.screen import Shortcuts
from game.screens.teams_words import team_name
from game.ui.art.ornament import corners
from game.ui.art.stations import draw_station
from game.ui.canvas import Canvas
from game.ui.geometry import Rect
from game.ui.text import line_width
from game.ui.theme import TypeStyle
from game.ui.voice import Said
from game.ui.widgets import Hint, KeyHints, Widget

PLACES = 3
MOST = 5
"""So many stand on it at the most; where more are level, the class is told as one."""

STEP_S = 1.1
"""From one place to the next, the first last of all."""

_HIGH = {1: 740.0, 2: 640.0, 3: 560.0}


@dataclass(frozen=True, slots=True)
class Placed:
    """Who stands on a step. `station` is the team's sign, "" for a learner; `had` is how many were
    right, "" for a team."""

    name: str
    fuel: int
    place: int
    station: str = ""
    had: str = ""


class LivePodiumScreen(LiveCountdown):
    """The first three learners or teams, the third first; without a standing, what all of them did
    together. The report comes after it."""

    name = "live-podium"

    def __init__(self, game: Game, sitting: HostedSitting) -> None:
        super().__init__(game, sitting)
        self.placed = self._placed()
        self.shown = self._steps if game.shared.settings.motion == "none" else 0
        self._since_s = 0.0
        # What is to be taught again is kept even if the window is closed here.
        self._report = LiveResultsScreen(game, sitting)

    @property
    def _steps(self) -> int:
        return len({one.place for one in self.placed})

    @property
    def next_tick_s(self) -> float | None:  # type: ignore[override]
        rest = super().next_tick_s
        if self.shown >= self._steps:
            return rest
        left = max(0.01, STEP_S - self._since_s)
        return left if rest is None else min(rest, left)

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        hints = [Hint(self.say("Enter"), self.say("Go on"), self.forward)]
        return (KeyHints(hints, self.places.hints),), None

    def shortcuts(self) -> Shortcuts:
        return {"enter": self.forward, "page_down": self.forward, "right": self.forward,
                "escape": self.forward}  # fmt: skip

    def update(self, dt: float) -> None:
        super().update(dt)
        if self.shown >= self._steps or self.shared.stack.top is not self:
            return
        self._since_s += dt
        if self._since_s >= STEP_S:
            self._show(self.shown + 1)

    def forward(self) -> None:
        """All at once, and then the report."""
        if self.shown < self._steps:
            self._show(self._steps)
        else:
            self.turn_to(self._report)

    def told(self) -> dict[str, object]:
        return {
            **super().told(),
            "placed": [[one.place, one.name, one.fuel] for one in self.placed],
            "shown": self.shown,
        }

    def spoken(self) -> Iterable[str | Said]:
        yield self._heading()
        for one in self._seen_places():
            yield f"{one.place}. {one.name}. {self._fuel(one)}"

    def paint(self, canvas: Canvas) -> None:
        draw_earth(canvas)
        draw_heading(canvas, self._heading(), 132)
        if not self.placed:
            self._together(canvas)
            return
        foot = self.group.widgets[0].rect.y - 24
        across = self._across()
        wide = min(560.0, (1728 - 32 * (len(across) - 1)) / len(across))
        left = 960 - (wide * len(across) + 32 * (len(across) - 1)) / 2
        seen, name = self._seen_places(), self._name_style(wide)
        for at, one in enumerate(across):
            if one in seen:
                high = _HIGH[one.place] + foot - 960
                x = left + at * (wide + 32)
                self._step(canvas, Rect(x, foot - high, wide, high), one, name)

    def _show(self, count: int) -> None:
        self.shown, self._since_s = count, 0.0
        self.shared.sounds.play("satellite" if count < self._steps else "arrived")
        self.redraw()

    def _seen_places(self) -> list[Placed]:
        shown = sorted({one.place for one in self.placed}, reverse=True)[: self.shown]
        return [one for one in self.placed if one.place in shown]

    def _across(self) -> list[Placed]:
        """The first in the middle, the others to its left and right by turns."""
        row: list[Placed] = []
        for at, one in enumerate(self.placed):
            row.insert(0 if at % 2 else len(row), one)
        return row

    def _placed(self) -> tuple[Placed, ...]:
        if self.live.settings.get("standing") == "none":
            return ()
        found = self._teams() or tuple(
            Placed(one.name, one.fuel, one.place, had=self._had(one.right, one.of))
            for one in self.live.finishers
        )
        placed = tuple(one for one in found if one.place <= PLACES and one.fuel)
        return placed if len(placed) <= MOST else ()

    def _teams(self) -> tuple[Placed, ...]:
        names = self.shared.catalogue
        return tuple(
            Placed(team_name(row.name, names), row.fuel, row.place, station=row.name)
            for row in self.live.teams
        )

    def _had(self, right: int, of: int) -> str:
        return self.say("{right} of {of} right").format(right=right, of=of)

    def _fuel(self, one: Placed) -> str:
        return self.say("{fuel} fuel").format(fuel=one.fuel)

    def _heading(self) -> str:
        if not self.placed:
            return self.say("You flew it together")
        return self.say("Most fuel of all")

    def _together(self, canvas: Canvas) -> None:
        theme = canvas.theme
        right = sum(one.right for one in self.live.finishers)
        learners = len(self.live.finishers)
        lines = (
            self.shared.catalogue.ngettext(
                "{count} right answer", "{count} right answers", right
            ).format(count=right),
            self.shared.catalogue.ngettext(
                "from {count} learner", "from {count} learners", learners
            ).format(count=learners),
        )
        big = TypeStyle(150 / canvas.text_scale, 800, -3 / canvas.text_scale)
        canvas.text(lines[0], (960, 470), big, theme.colour("fuel"), "centre", fit=1728)
        canvas.text(lines[1], (960, 640), "question", theme.colour("ink"), "centre", fit=1728)

    def _step(self, canvas: Canvas, box: Rect, one: Placed, name: TypeStyle) -> None:
        theme, scale = canvas.theme, canvas.text_scale
        first = one.place == 1
        if first:
            canvas.box(box, theme.colour("fuel"))
        else:
            draw_card(canvas, box)
        dark = theme.colour("ink_dark")
        corners(canvas, box, where="tl tr", colour=dark if first else None)
        ink = dark if first else theme.colour("sand")
        number = TypeStyle((200 if first else 150) / scale, 800, -4 / scale)
        top = box.y + 116
        if one.station:
            colour = dark if first else None
            draw_station(canvas, one.station, (box.centre[0] + 90, top), 110, colour)
        centre = box.centre[0] - (90 if one.station else 0)
        canvas.text(str(one.place), (centre, top), number, ink, "centre")
        rows = [row for row in (self._fuel(one), one.had) if row]
        high = 60.0 * min(1.25, scale)
        foot = box.bottom - 24 - high * len(rows)
        area = Rect(box.x + 28, box.y + 212, box.w - 56, foot - box.y - 224)
        ink = dark if first else theme.colour("ink")
        canvas.paragraph(one.name, area, name, ink, "centre", "middle", 2)
        small = TypeStyle(44 * min(1.25, scale) / scale, 600)
        for at, text in enumerate(rows):
            middle = (box.centre[0], foot + (at + 0.5) * high)
            canvas.text(text, middle, small, ink, "centre", fit=box.w - 40)

    def _name_style(self, wide: float) -> TypeStyle:
        """All names in one size, the largest in which each word has room."""
        usual = 72 * min(1.25, self.text_scale)
        style = TypeStyle(usual, 700)
        words = [word for one in self.placed for word in one.name.split()]
        longest = max(line_width(word, style, usual) for word in words)
        size = usual * min(1.0, (wide - 56) / longest) / self.text_scale
        return TypeStyle(size, 700, min_size=size / 2)
