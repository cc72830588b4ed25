"""How to play, in one picture or two, and the way to the credits."""

from __future__ import annotations

from collections.abc import Sequence

from game.screens.game import Game
from game.screens.heading import draw_heading
from game.screens.prompt import draw_card
from game.screens.screen import Screen, Shortcuts
from game.ui.art import mast, signs
from game.ui.canvas import Canvas
from game.ui.geometry import Point, Rect
from game.ui.theme import TypeStyle
from game.ui.widgets import Button, Widget

_LARGE = 1.5
"""From this size of text on, three of the six steps stand on a page, one below the other."""

_GAP = 24.0


class HelpScreen(Screen):
    """Six steps from the first question to orbit, each a sign and a sentence."""

    name = "help"

    def __init__(self, game: Game) -> None:
        super().__init__(game)
        self.at = 0

    @property
    def pages(self) -> int:
        """How many pages the steps take at this size of text."""
        return 2 if self.text_scale >= _LARGE else 1

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        self.at = min(self.at, self.pages - 1)
        high = 92 * min(1.2, self.text_scale)
        y = 1040 - high
        wide = 420 * min(1.4, self.text_scale)
        last = self.at + 1 == self.pages
        words, act = (self.say("Done"), self.back) if last else (self.say("Read on"), self.turn)
        on = Button(words, (96, y, wide, high), act, "primary")
        credits_ = Button(self.say("Credits"), (128 + wide, y, wide, high), self.show_credits)
        return (on, credits_), on

    def shortcuts(self) -> Shortcuts:
        keys: Shortcuts = {"escape": self.back}
        if self.pages > 1:
            keys = {**keys, "page_down": self.turn, "page_up": self.turn_back}
        return keys

    def back(self) -> None:
        self.shared.stack.pop()

    def turn(self) -> None:
        """To the next page."""
        self._to(min(self.pages - 1, self.at + 1))

    def turn_back(self) -> None:
        """To the page before."""
        self._to(max(0, self.at - 1))

    def show_credits(self) -> None:
        """Who and what this game is made of."""
        from game.screens.credits import CreditsScreen

        self.shared.stack.push(CreditsScreen(self.game))

    def paint(self, canvas: Canvas) -> None:
        theme = canvas.theme
        draw_heading(canvas, self.say("How to play"), 124)
        steps = self._steps()
        if self.pages > 1:
            steps = steps[3 * self.at :][:3]
            place = self.say("{page} of {pages}").format(page=self.at + 1, pages=self.pages)
            on = self.group.widgets[0].rect
            canvas.text(place, (1824, on.centre[1]), "hint", theme.colour("ink_dim"), "midright")
        across = 2 // self.pages
        wide = (1728 - (across - 1) * _GAP) / across
        top, foot = 176.0, self.group.widgets[0].rect.y - 32
        high = (foot - top - 2 * _GAP) / 3
        for index, (sign, words) in enumerate(steps):
            left = 96 + (index % across) * (wide + _GAP)
            box = Rect(left, top + (index // across) * (high + _GAP), wide, high)
            draw_card(canvas, box)
            self._sign(canvas, sign, (box.x + 128, box.centre[1]))
            canvas.paragraph(
                words, (box.x + 248, box.y + 16, box.w - 288, high - 32), "body",
                theme.colour("ink"), valign="middle",
            )  # fmt: skip

    def _steps(self) -> Sequence[tuple[str, str]]:
        return (
            ("count", self.say("The countdown counts questions: T-10, T-9 ... T-1.")),
            ("cell", self.say("Each right answer fills a fuel cell of the rocket.")),
            ("window", self.say("The launch window runs only while you think.")),
            ("go", self.say("GO: say first that you know it, and it fills more.")),
            ("call", self._call_words()),
            ("recheck", self.say("What you miss comes back at T-0. Mend it, and launch.")),
        )

    def _to(self, at: int) -> None:
        if at != self.at:
            self.at = at
            self.shared.sounds.play("page", 0.5)
            self.renew()

    def _call_words(self) -> str:
        words = self.say("Unsure? Call mission control with {key}. It costs little.")
        return words.format(key=self.cap("H"))

    def _sign(self, canvas: Canvas, sign: str, centre: Point) -> None:
        theme = canvas.theme
        x, y = centre
        if sign == "count":
            style = TypeStyle(96 / canvas.text_scale, 800, -3 / canvas.text_scale)
            canvas.text("T-10", centre, style, theme.colour("ink"), "centre", fit=184)
        elif sign == "cell":
            for place, state in ((62.0, "full"), (-8.0, "full"), (-78.0, "hollow")):
                mast.cell(canvas, (x - 54, y + place - 22, 108, 60), _state(state))
        elif sign == "window":
            signs.clock(canvas, centre, 62, 0.7, theme.colour("ink"))
        elif sign == "go":
            signs.go(canvas, centre, 124, theme.colour("fuel"))
        elif sign == "call":
            signs.radio(canvas, centre, 140, theme.colour("sand"))
        else:
            signs.recheck(canvas, centre, 62)


def _state(name: str) -> mast.Cell:
    return "full" if name == "full" else "hollow"
