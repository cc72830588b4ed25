"""The end of a live class: right answers before fuel, what to teach again, and what to keep."""

from __future__ import annotations

from collections.abc import Sequence

from game.play.live_class import Finisher
from game.screens import live_flow, words
from game.screens.button_row import shared_out
from game.screens.card import Words, said
from game.screens.debrief import DebriefScreen
from game.screens.game import Game
from game.screens.live import LiveCountdown
from game.screens.live_card import LiveConfirm
from game.screens.prompt import draw_card
from game.screens.scenery import draw_earth
from game.screens.screen import Shortcuts
from game.screens.teams_words import team_name
from game.ui.canvas import Canvas
from game.ui.geometry import Rect
from game.ui.theme import TypeStyle
from game.ui.widgets import Action, Button, Widget

KEPT_DAYS = 30
"""A report goes after a month; who needs it longer saves its files elsewhere."""


class EndConfirm(LiveConfirm):
    """Before the report goes with its class; it can still be kept, where `keep` does it."""

    def __init__(
        self, game: Game, heading: Words, text: Words, words: Words, do: Action, keep: Action | None
    ) -> None:
        super().__init__(game, heading, text, words, do)
        self._keep = keep

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        if self._keep is None:
            return super().lay_out()
        first, second, third = self.foot(3)
        back = Button(self.say("Back"), first, self.close, "primary")
        keep = Button(self.say("Keep the report"), second, self._keep_it)
        return (back, keep, Button(said(self.words), third, self._do)), back

    def _keep_it(self) -> None:
        assert self._keep is not None
        self.close()
        self._keep()


class LiveResultsScreen(LiveCountdown, DebriefScreen):
    """What a teacher wants to know when the class's rocket has flown.

    The facts to teach again stand first, for all to see. The list by learner opens when it is asked
    for, since it is for the teacher alone.
    """

    name = "live-results"

    by_learner = False
    _asked_once = False
    _wanted: str | None = None
    """What the host had said when the report was to be kept; it may be tried again after more."""

    guards = True

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        high = 92 * min(1.15, self.text_scale)
        sides = (self.say("By learner"), self.say("What to teach again"))
        keep, kept = self.say("Keep the report"), self.say("The report is kept")
        actions = [(sides[self.by_learner], max(sides, key=len), self.turn_over)]
        if self.pages > 1:
            actions.append((self.say("More"), self.say("More"), self.more))
        end = self.say("End the class")
        actions.append((end, end, self.leave_class))
        if self.can_keep or self.live.kept:
            shown = kept if self.live.kept else keep
            actions.insert(0, (shown, max(keep, kept, key=len), self.keep))
        area = Rect(96, 1040 - high, 1728, high)
        # Nothing moves under a hand: each has room for all that it may say.
        longest = [text for _, text, _ in actions]
        places, style = shared_out(longest, area, self.shared.theme, self.text_scale)
        made = [
            Button(text, place, press, style=style)
            for (text, _, press), place in zip(actions, places, strict=True)
        ]
        if self.live.kept:
            made[0].enabled = False
        return made, None

    def shortcuts(self) -> Shortcuts:
        return {
            "escape": self.back,
            "page_down": self.forward,
            "page_up": self.fewer,
            **({} if self.group.focused else {"enter": self.forward}),
        }

    @property
    def unkept(self) -> bool:
        """Whether there is a report that goes with the class."""
        return bool(self.live.finishers) and not self.live.kept

    @property
    def can_keep(self) -> bool:
        """Whether the host is still there to write it."""
        return self.unkept and not self.live.gone

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
        else:
            said = self.say("This is the end of the class. {escape} leads out of it.")
            self.shared.notice.show(said.format(escape=self.cap("Esc")))

    def turn_over(self) -> None:
        """From what to teach again to the list by learner, asked first, and back."""
        if self.by_learner or self._asked_once:
            self._turn()
            return
        self.shared.stack.push(
            LiveConfirm(
                self.game,
                lambda: self.say("Show names and figures?"),
                lambda: self.say("The class can see this screen. The list is meant for you alone."),
                lambda: self.say("Show them"),
                self._turn,
            )
        )

    def _turn(self) -> None:
        self._asked_once = True
        self.by_learner = not self.by_learner
        self.at = 0
        self.renew()

    def keep(self) -> None:
        """Have the report written, without names, until its day comes."""
        if self._wanted != self.live.message:
            self._wanted = self.live.message
            self.hosting.host.order("keep", days=KEPT_DAYS)

    def back(self) -> None:
        """From the list by learner to what all may see, and from there to the end."""
        if self.by_learner:
            self.turn_over()
        else:
            self.leave_class()

    def leave_class(self) -> None:
        """The class is over for everybody; asked first if its report would go with it."""
        if not self.unkept:
            live_flow.close(self.game)
            return
        self.shared.stack.push(
            EndConfirm(
                self.game,
                lambda: self.say("End the class?"),
                lambda: self.say(
                    "The report has not been kept. When the class has ended, it cannot be seen "
                    "any more."
                ),
                lambda: self.say("End the class"),
                lambda: live_flow.close(self.game),
                self.keep if self.can_keep else None,
            )
        )

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

    def paint_over(self, canvas: Canvas) -> None:
        if not self.live.kept:
            return
        said = self.say("Kept until {day}, with numbers in the place of names: {file}")
        day = words.day(self.live.until, self.shared.catalogue)
        line = said.format(day=day, file=self.live.kept[0])
        area = super()._list()
        foot = Rect(area.x, self._list().bottom + 4, area.w, self._kept_high())
        style = TypeStyle(30 * min(1.2, self.text_scale) / self.text_scale, 500)
        draw_card(canvas, foot)
        ink = canvas.theme.colour("ink_dim")
        canvas.paragraph(line, foot.inset(32, 2), style, ink, valign="middle", max_lines=1)

    def _list(self) -> Rect:
        area = super()._list()
        return area._replace(h=area.h - self._kept_high()) if self.live.kept else area

    def _kept_high(self) -> float:
        return 52.0 * min(1.2, self.text_scale)

    def _head(self, canvas: Canvas) -> None:
        if self.sitting.round.phase == "results":
            super()._head(canvas)
            return
        theme = canvas.theme
        big = TypeStyle(112 / self.text_scale, 800, -3 / self.text_scale)
        text = self.say("{right} of {of} right").format(right=self._right(), of=self._asked())
        drawn = canvas.text(text, (92, 150), big, theme.colour("ink"), "baseleft", fit=900)
        left = drawn.right + 72
        small = TypeStyle(40 * min(1.2, self.text_scale) / self.text_scale, 600)
        fuel = sum(self.sitting.round.mission_fuel())
        line = self.say("{fuel} fuel. Ended before the launch.").format(fuel=fuel)
        canvas.text(line, (left, 150), small, theme.colour("fuel"), "baseleft", fit=1824 - left)

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
