"""In orbit: what the round filled, learned and mended, and where to read on."""

from __future__ import annotations

from collections.abc import Sequence

from game.play.sitting import Sitting
from game.screens import flow, words
from game.screens.blocks import Block, draw_blocks
from game.screens.constellation import draw_satellites, facts_in_orbit
from game.screens.countdown import CountdownScreen
from game.screens.game import Game
from game.screens.prompt import draw_card
from game.screens.reading import read_next
from game.screens.scenery import draw_earth
from game.screens.screen import Shortcuts
from game.ui.art import mast, signs
from game.ui.canvas import Canvas
from game.ui.geometry import Rect
from game.ui.theme import TypeStyle
from game.ui.widgets import Button, Widget

CLIMB_S = 0.3


class ResultsScreen(CountdownScreen):
    """The end of a round: new satellites climb to their orbit one by one."""

    name = "results"

    def __init__(self, game: Game, sitting: Sitting) -> None:
        super().__init__(game, sitting)
        game.keeper.forget()
        self.facts = facts_in_orbit(sitting)
        self.passed_s = 0.0
        self._heard = 0
        self._still = game.shared.settings.motion != "full"

    @property
    def risen(self) -> float:
        """How many satellites have climbed; a fraction is one on its way."""
        return float(len(self.facts)) if self._still else self.passed_s / CLIMB_S

    @property
    def wants_frames(self) -> bool:  # type: ignore[override]
        return self.risen < len(self.facts)

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        high = 92 * min(1.15, self.text_scale)
        y = 1036 - high
        again = Button(self.say("Fly again"), (96, y, 400, high), self.again, "primary")
        leave = Button(self.say("Menu"), (528, y, 288, high), self.back)
        return (again, leave), again

    def shortcuts(self) -> Shortcuts:
        return {"escape": self.back}

    def told(self) -> dict[str, object]:
        state = self.sitting.round
        return {
            **super().told(),
            "fuel": state.earned(self.sitting.seat),
            "on_time": state.on_time,
            "satellites": [fact.label for fact in self.facts],
        }

    def again(self) -> None:
        """Another flight of the same sets and length."""
        flow.start(self.game, self.game.another(self.sitting.plan))

    def back(self) -> None:
        flow.to_title(self.game)

    def update(self, dt: float) -> None:
        super().update(dt)
        self.passed_s += dt
        if self._still:
            return
        if self._heard < len(self.facts) and self.risen >= self._heard:
            self._heard += 1
            self.shared.sounds.play("satellite")

    def paint(self, canvas: Canvas) -> None:
        draw_earth(canvas)
        draw_satellites(canvas, self.facts, self.risen)
        self._heading(canvas)
        self._fuel(canvas)
        self._read_next(canvas)
        if self.places.room == "normal":
            self._legend(canvas)

    def _heading(self, canvas: Canvas) -> None:
        theme = canvas.theme
        poster = TypeStyle(200 / self.text_scale, 800, -8 / self.text_scale)
        canvas.text(
            self.say("In orbit"), (88, 212), poster, theme.colour("ink"), "baseleft", fit=760
        )
        bound = words.bound_for(self.sitting.mission(), self.shared.catalogue)
        canvas.text(bound, (100, 302), "body", theme.colour("ink"), "baseleft", fit=716)

    def _fuel(self, canvas: Canvas) -> None:
        theme = canvas.theme
        state = self.sitting.round
        earned = state.earned(self.sitting.seat)
        big = TypeStyle(92 / self.text_scale, 800, -2 / self.text_scale)
        figure = canvas.text(str(earned), (96, 410), big, theme.colour("fuel"), "baseleft")
        classic = state.rules.scheme == "classic"
        points = self.shared.catalogue.ngettext("point", "points", earned)
        unit = points if classic else self.say("fuel")
        label = canvas.text(
            unit, (figure.right + 22, 410), "body", theme.colour("ink"), "baseleft", fit=160
        )
        if state.on_time and state.rules.window_s > 0:
            self._badge(canvas, label.right + 44)
        if len(self.cells) <= 20:
            shown: dict[str, mast.Cell] = {
                "full": "full", "mended": "mended", "hollow": "recheck", "empty": "hollow",
            }  # fmt: skip
            mast.row(canvas, [shown[cell] for cell in self.cells], (96, 436, 720, 44))
        mended = sum(cell == "mended" for cell in self.cells)
        at_once = sum(cell == "full" for cell in self.cells)
        if mended:
            line = self.say("{filled} of {count} cells: {at_once} at once, {mended} mended")
        else:
            line = self.say("{filled} of {count} cells are full")
        line = line.format(
            filled=self.filled, count=len(self.cells), at_once=at_once, mended=mended
        )
        small = TypeStyle(30 * min(1.0, 1.25 / self.text_scale), 500)
        canvas.text(line, (96, 526), small, theme.colour("ink"), "baseleft", fit=720)

    def _badge(self, canvas: Canvas, left: float) -> None:
        theme = canvas.theme
        text = self.say("on time")
        wide = min(816 - left, canvas.text_width(text, "body") + 112)
        pill = Rect(left, 346, wide, 70)
        canvas.box(pill, theme.colour("ink"), 35, 3)
        signs.check(canvas, (pill.x + 46, pill.centre[1]), 34, theme.colour("ink"))
        canvas.text(
            text, (pill.x + 78, pill.centre[1]), "body", theme.colour("ink"), "midleft",
            fit=wide - 104,
        )  # fmt: skip

    def _read_next(self, canvas: Canvas) -> None:
        """Where what was missed stands; where all was known, where most of it stood."""
        theme = canvas.theme
        button = self.group.widgets[0].rect
        card = Rect(96, 552, 720, button.y - 36 - 552)
        draw_card(canvas, card, "tr" if self.places.room == "normal" else "")
        area = card.inset(48, 20)
        head = canvas.text(
            self.say("Read next"), (area.x, area.y + 24 * self.text_scale), "body_bold",
            theme.colour("ink"), "midleft", fit=area.w - 120,
        )  # fmt: skip
        blocks: list[Block] = []
        for where, what in read_next(self.sitting, self.pack, self.shared.catalogue):
            blocks += [Block(where, "hint_bold", "sand", 14), Block(what, "hint", "ink_dim")]
        top = head.bottom
        draw_blocks(canvas, blocks, Rect(area.x, top, area.w, area.bottom - top))

    def _legend(self, canvas: Canvas) -> None:
        theme = canvas.theme
        ink = theme.colour("ink_dim")
        signs.satellite(canvas, (1010, 1002), "learned")
        drawn = canvas.text(self.say("learned"), (1040, 1002), "hint", ink, "midleft")
        x = drawn.right + 80
        if any(fact.mended for fact in self.facts):
            signs.satellite(canvas, (x, 1002), "mended")
            canvas.text(self.say("mended"), (x + 30, 1002), "hint", ink, "midleft")
