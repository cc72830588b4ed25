"""How to play, in one picture, and the way to the credits."""

from __future__ import annotations

from collections.abc import Sequence

from game.screens.heading import draw_heading
from game.screens.prompt import draw_card
from game.screens.screen import Screen, Shortcuts
from game.ui.art import mast, signs
from game.ui.canvas import Canvas
from game.ui.geometry import Point, Rect
from game.ui.theme import TypeStyle
from game.ui.widgets import Button, Widget


class HelpScreen(Screen):
    """Six steps from the first question to orbit, each a sign and a sentence."""

    name = "help"

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        high = 92 * min(1.2, self.text_scale)
        y = 1040 - high
        wide = 420 * min(1.4, self.text_scale)
        done = Button(self.say("Done"), (96, y, wide, high), self.back, "primary")
        credits_ = Button(self.say("Credits"), (128 + wide, y, wide, high), self.show_credits)
        return (done, credits_), done

    def shortcuts(self) -> Shortcuts:
        return {"escape": self.back}

    def back(self) -> None:
        self.shared.stack.pop()

    def show_credits(self) -> None:
        """Who and what this game is made of."""
        from game.screens.credits import CreditsScreen

        self.shared.stack.push(CreditsScreen(self.game))

    def paint(self, canvas: Canvas) -> None:
        theme = canvas.theme
        draw_heading(canvas, self.say("How to play"), 124)
        steps = (
            ("count", self.say("The countdown counts questions: T-10, T-9 ... T-1.")),
            ("cell", self.say("Each right answer fills a fuel cell of the rocket.")),
            ("window", self.say("The launch window runs only while you think.")),
            ("go", self.say("GO: say first that you know it, and it fills more.")),
            ("call", self._call_words()),
            ("recheck", self.say("What you miss comes back at T-0. Mend it, and launch.")),
        )
        top, foot = 176.0, self.group.widgets[0].rect.y - 32
        high = (foot - top - 2 * 24) / 3
        for index, (sign, words) in enumerate(steps):
            box = Rect(96 + (index % 2) * 880, top + (index // 2) * (high + 24), 848, high)
            draw_card(canvas, box)
            self._sign(canvas, sign, (box.x + 128, box.centre[1]))
            canvas.paragraph(
                words, (box.x + 248, box.y + 16, box.w - 288, high - 32), "body",
                theme.colour("ink"), valign="middle",
            )  # fmt: skip

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
