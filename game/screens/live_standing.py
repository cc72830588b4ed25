"""Between two questions: the five who have put in most, or the teams."""

from __future__ import annotations

from collections.abc import Sequence

from game.play.live_class import Row
from game.screens.live import LiveCountdown
from game.screens.prompt import draw_card
from game.screens.teams_words import team_name
from game.ui.art.stations import draw_station
from game.ui.canvas import Canvas
from game.ui.geometry import Rect
from game.ui.theme import TypeStyle
from game.ui.widgets import Hint, KeyHints, Widget


class LiveStandingScreen(LiveCountdown):
    """The standing as the host tells it."""

    name = "live-standing"

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        row = [
            Hint(self.say("Enter"), self.say("Go on"), self.forward),
            Hint(self.say("Space"), self.say("Pause"), self.pause),
        ]
        return (KeyHints(row, self.places.hints),), None

    def forward(self) -> None:
        self.sitting.go_on()

    def told(self) -> dict[str, object]:
        return {**super().told(), "rows": [[r.place, r.name, r.fuel] for r in self.live.rows]}

    def paint(self, canvas: Canvas) -> None:
        super().paint(canvas)
        theme, places = canvas.theme, self.places
        rows, teams = self.live.rows, self.live.by_team
        left, top = places.card.x, places.card.y
        heading = self.say("The stations") if teams else self.say("Most fuel so far")
        size = 64 * min(1.2, canvas.text_scale)
        style = TypeStyle(size / canvas.text_scale, 700)
        wide, line = places.right - left, top + 10 + size * 0.75
        canvas.text(heading, (left, line), style, theme.colour("ink"), "baseleft", fit=wide)
        area = Rect(left, line + 38, wide, places.hints.y - 28 - line - 38)
        gap = 16.0
        count = max(5, len(rows))
        high = min(128.0, (area.h - gap * (count - 1)) / count)
        for at, row in enumerate(rows):
            box = Rect(area.x, area.y + at * (high + gap), area.w, high)
            draw_card(canvas, box)
            self._row(canvas, box, row, teams)

    def _team_of(self, name: str) -> str:
        """The team of a learner, "" where there are none."""
        teams = {person.name: person.team for person in self.live.people}
        return teams.get(name, "")

    def _row(self, canvas: Canvas, box: Rect, row: Row, team: bool) -> None:
        theme, y = canvas.theme, box.centre[1]
        name = team_name(row.name, self.shared.catalogue) if team else row.name
        style = TypeStyle(
            min(56.0, box.h * 0.5) * min(1.2, canvas.text_scale) / canvas.text_scale, 700
        )
        canvas.text(str(row.place), (box.x + 72, y), style, theme.colour("sand"), "centre")
        left = box.x + 132
        station = row.name if team else self._team_of(row.name)
        if station:
            draw_station(canvas, station, (left + 36, y), box.h * 0.6)
            left += 96
        figure = canvas.text(
            f"{row.fuel}", (box.right - 40, y), style, theme.colour("fuel"), "midright"
        )
        canvas.text(
            name, (left, y), style, theme.colour("ink"), "midleft", fit=figure.x - left - 32
        )
