"""The end of a live class: right answers before fuel, what to teach again, and what to keep."""

from __future__ import annotations

from collections.abc import Sequence

from game.play.live_class import Finisher
from game.screens import live_flow, words
from game.screens.button_row import shared_out
from game.screens.debrief import DebriefScreen
from game.screens.live import LiveCountdown
from game.screens.prompt import draw_card
from game.screens.scenery import draw_earth
from game.screens.screen import Shortcuts
from game.screens.teams_words import team_name
from game.ui.canvas import Canvas
from game.ui.geometry import Rect
from game.ui.theme import TypeStyle
from game.ui.widgets import Button, Widget

KEPT_DAYS = 30
"""A report goes after a month; who needs it longer saves its files elsewhere."""


class LiveResultsScreen(LiveCountdown, DebriefScreen):
    """What a teacher wants to know when the class's rocket has flown.

    The facts to teach again stand first, for all to see. The list by learner opens when it is asked
    for, since it is for the teacher alone.
    """

    name = "live-results"

    by_learner = False

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        high = 92 * min(1.15, self.text_scale)
        other = self.say("What to teach again") if self.by_learner else self.say("By learner")
        actions = [
            (self.say("End the class"), self.leave_class),
            (other, self.turn_over),
            (self.say("Keep the report"), self.keep),
        ]
        if self.pages > 1:
            actions.append((self.say("More"), self.more))
        area = Rect(96, 1040 - high, 1728, high)
        texts = [text for text, _ in actions]
        places, style = shared_out(texts, area, self.shared.theme, self.text_scale)
        buttons = [
            Button(text, place, press, "primary" if at == 0 else "secondary", style=style)
            for at, ((text, press), place) in enumerate(zip(actions, places, strict=True))
        ]
        return buttons, buttons[1]

    def shortcuts(self) -> Shortcuts:
        return {"escape": self.leave_class, "page_down": self.forward, "page_up": self.fewer}

    @property
    def listed(self) -> int:
        return len(self.live.finishers) if self.by_learner else super().listed

    @property
    def on_page(self) -> int:
        if not self.by_learner:
            return super().on_page
        return max(1, int(self._list().h // self._row_high()))

    @property
    def heads(self) -> str:
        return self.say("Learners who had it")

    def forward(self) -> None:
        if self.pages > 1:
            self.more()

    def turn_over(self) -> None:
        """From what to teach again to the list by learner, and back."""
        self.by_learner = not self.by_learner
        self.at = 0
        self.renew()

    def keep(self) -> None:
        """Have the report written, without names, until its day comes."""
        self.hosting.host.order("keep", days=KEPT_DAYS)

    def changed(self) -> None:
        if self.live.kept:
            said = self.say("Kept until {day}, with numbers in the place of names: {file}")
            day = words.day(self.live.until, self.shared.catalogue)
            line = said.format(day=day, file=self.live.kept[0])
            self.shared.notice.show(line)
        super().changed()

    def leave_class(self) -> None:
        """The class is over for everybody."""
        live_flow.close(self.game)

    def told(self) -> dict[str, object]:
        return {
            **super().told(),
            "finishers": [[one.name, one.right, one.of, one.fuel] for one in self.live.finishers],
            "numbers": [one.number for one in self.live.finishers],
            "kept": list(self.live.kept),
        }

    def paint(self, canvas: Canvas) -> None:
        if not self.by_learner:
            super().paint(canvas)
            return
        draw_earth(canvas)
        self._head(canvas)
        area = self._list()
        if self.live.kept:
            style = TypeStyle(30 * min(1.2, self.text_scale) / self.text_scale, 500)
            told = self.say("The numbers are those of the report.")
            dim = canvas.theme.colour("ink_dim")
            canvas.text(told, (area.x, area.y - 22), style, dim, "baseleft", fit=area.w)
        rows = self.live.finishers
        shown = rows[self.at * self.on_page : (self.at + 1) * self.on_page]
        high = self._row_high()
        for at, one in enumerate(shown):
            box = Rect(area.x, area.y + at * high, area.w, high - 10)
            draw_card(canvas, box)
            self._learner(canvas, box, one)

    def _row_high(self) -> float:
        return 84.0 * min(1.5, self.text_scale)

    def _learner(self, canvas: Canvas, box: Rect, one: Finisher) -> None:
        theme, y = canvas.theme, box.centre[1]
        style = TypeStyle(38 * min(1.4, canvas.text_scale) / canvas.text_scale, 600)
        fuel = self.say("{fuel} fuel").format(fuel=one.fuel)
        right = canvas.text(fuel, (box.right - 32, y), style, theme.colour("fuel"), "midright")
        had = self.say("{right} of {of} right").format(right=one.right, of=one.of)
        middle = min(right.x - 64, box.x + box.w * 0.78)
        drawn = canvas.text(had, (middle, y), style, theme.colour("ink"), "midright")
        name = one.name
        if one.team:
            name = f"{name} ({team_name(one.team, self.shared.catalogue)})"
        left = box.x + 32
        if self.live.kept:
            column = 64 * min(1.4, canvas.text_scale)
            number = f"{one.number}"
            canvas.text(number, (left + column - 24, y), style, theme.colour("ink_dim"), "midright")
            left += column
        room = drawn.x - left - 40
        canvas.text(name, (left, y), style, theme.colour("ink"), "midleft", fit=room)
