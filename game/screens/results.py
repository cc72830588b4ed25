"""In orbit: what the round filled, learned and mended, and where to read on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from game.play.sitting import Sitting
from game.rounds.state import Cell
from game.screens import flow, words
from game.screens.blocks import Block, draw_blocks, share_that_fits
from game.screens.constellation import draw_satellites, facts_in_orbit, orbits_for
from game.screens.countdown import CountdownScreen
from game.screens.game import Game
from game.screens.prompt import draw_card
from game.screens.reading import missed, read_next, to_read
from game.screens.review import ReviewScreen
from game.screens.scenery import draw_earth
from game.screens.screen import Shortcuts
from game.ui.art import mast, signs
from game.ui.canvas import Canvas
from game.ui.geometry import Rect
from game.ui.theme import TypeStyle
from game.ui.voice import Said
from game.ui.widgets import Button, Hint, KeyHints, Widget

CLIMB_S = 0.3
MOST_CELLS = 20
"""More than so many stand in words alone."""
SMALLEST = 0.85
"""How much smaller what to learn again may be set before fewer of it show."""
_CELLS: dict[Cell, mast.Cell] = {
    "full": "full", "mended": "mended", "hollow": "recheck", "empty": "hollow",
}  # fmt: skip


class ResultsScreen(CountdownScreen):
    """The end of a round: new satellites climb to their orbit one by one."""

    name = "results"

    def __init__(self, game: Game, sitting: Sitting) -> None:
        super().__init__(game, sitting)
        game.keeper.forget()
        self.facts = facts_in_orbit(sitting)
        state = sitting.round
        self.held = state.mission_fuel()
        self.questions = to_read(sitting)
        self.missed = bool(missed(sitting))
        self.passed_s = 0.0
        self._heard = 0
        self._still = game.shared.settings.motion != "full"

    @property
    def earned(self) -> int:
        """All fuel, or classic points: what the cells hold together."""
        return sum(self.held)

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
        hangar = self._hangar_hint()
        if not self.questions:
            return (again, leave, hangar), again
        low = 88.0
        card = self._card(y)
        place = Rect(card.x + 40, card.bottom - 24 - low, card.w - 80, low)
        read = Button(self._read_words(), place, self.review)
        return (again, leave, read, hangar), again

    def shortcuts(self) -> Shortcuts:
        return {"escape": self.back, "s": self.review, "h": self.hangar}

    def spoken(self) -> Iterable[str | Said]:
        from game.screens import spoken_launch

        return spoken_launch.results(self)

    def told(self) -> dict[str, object]:
        state = self.sitting.round
        return {
            **super().told(),
            "fuel": self.earned,
            "on_time": state.on_time,
            "satellites": [fact.label for fact in self.facts],
            "again": [question.id for question in self.questions] if self.missed else [],
        }

    def again(self) -> None:
        """Another flight of the same sets and length."""
        flow.start(self.game, self.game.another(self.sitting.plan))

    def review(self) -> None:
        """Every fact to learn again, with its sources."""
        if self.questions:
            self.shared.stack.push(ReviewScreen(self.game, self.sitting))

    def hangar(self) -> None:
        """Look at every vehicle."""
        from game.screens.hangar import HangarScreen

        self.shared.stack.push(HangarScreen(self.game, first=self.sitting.vehicle.id))

    def back(self) -> None:
        flow.to_title(self.game)

    def _hangar_hint(self) -> KeyHints:
        high = 52 * min(1.4, self.text_scale)
        left = 1560.0 if self.places.room == "normal" else 900.0
        place = Rect(left, 1002 - high / 2, 1880 - left, high)
        return KeyHints((Hint("H", self.say("Hangar"), self.hangar),), place)

    def update(self, dt: float) -> None:
        super().update(dt)
        self.passed_s += dt
        if self._still:
            return
        if self._heard < len(self.facts) and self.risen >= self._heard:
            self._heard += 1
            self.shared.sounds.play("satellite")

    def paint(self, canvas: Canvas) -> None:
        if canvas.shows:
            draw_earth(canvas, orbits_for(self.facts))
        draw_satellites(canvas, self.facts, self.risen)
        self.draw_still(canvas, "words", self._words)

    def _words(self, canvas: Canvas) -> None:
        self.paint_heading(canvas)
        self.paint_fuel(canvas)
        self.paint_read_next(canvas)
        if self.places.room == "normal":
            self._legend(canvas)

    def paint_heading(self, canvas: Canvas) -> None:
        theme = canvas.theme
        poster = TypeStyle(148 / self.text_scale, 800, -5 / self.text_scale)
        canvas.text(
            self.say("In orbit"), (90, 152), poster, theme.colour("ink"), "baseleft", fit=720
        )
        mission, catalogue = self.sitting.mission(), self.shared.catalogue
        more = words.with_more(mission, self.sitting.round.best, catalogue)
        for line, style, ink, y in (
            (words.carries(mission, catalogue), "body_bold", "ink", 222),
            (words.bound_for(mission, catalogue), self._small, "ink", 268),
            (more, self._small, "sand", 312),
        ):
            canvas.text(line, (96, y), style, theme.colour(ink), "baseleft", fit=720)

    @property
    def _small(self) -> TypeStyle:
        return TypeStyle(30 * min(1.0, 1.25 / self.text_scale), 500)

    def paint_fuel(self, canvas: Canvas) -> None:
        theme = canvas.theme
        state = self.sitting.round
        big = TypeStyle(84 / self.text_scale, 800, -2 / self.text_scale)
        figure = canvas.text(str(self.earned), (94, 400), big, theme.colour("fuel"), "baseleft")
        on_time = state.on_time and state.rules.window_s > 0
        badge = self._badge_wide(canvas) if on_time else 0.0
        room = 816 - figure.right - 20 - (badge + 28 if badge else 0)
        of_best = self.say("of {best} points") if self._classic else self.say("of {best} fuel")
        canvas.text(
            of_best.format(best=state.best), (figure.right + 20, 400), "body",
            theme.colour("ink"), "baseleft", fit=room,
        )  # fmt: skip
        if badge:
            self._badge(canvas, Rect(816 - badge, 346, badge, 56))
        self._row(canvas)
        mended = sum(cell == "mended" for cell in self.cells)
        at_once = sum(cell == "full" for cell in self.cells)
        if mended:
            line = self.say("{filled} of {count} cells: {at_once} at once, {mended} mended")
        else:
            line = self.say("{filled} of {count} cells are full")
        line = line.format(
            filled=at_once + mended, count=len(self.cells), at_once=at_once, mended=mended
        )
        canvas.text(line, (96, 536), self._small, theme.colour("ink"), "baseleft", fit=720)

    @property
    def _classic(self) -> bool:
        return self.sitting.round.rules.scheme == "classic"

    def _row(self, canvas: Canvas) -> None:
        """The cells, and under each the fuel that it holds."""
        cells = [_CELLS[cell] for cell in self.cells]
        if len(cells) > MOST_CELLS:
            return
        box = (96.0, 424.0, 720.0, 42.0)
        mast.row(canvas, cells, box, self.levels)
        step = (box[2] + 12) / len(cells)
        style = TypeStyle(28 / self.text_scale, 600, min_size=28 / self.text_scale)
        held = [str(fuel) for fuel in self.held]
        if any(canvas.text_width(fuel, style) > step - 2 for fuel in held):
            return
        for index, fuel in enumerate(held):
            x = box[0] + index * step + (step - 12) / 2
            ink = canvas.theme.colour("ink_dim" if fuel == "0" else "ink")
            canvas.text(fuel, (x, 486), style, ink, "centre")

    def _badge_wide(self, canvas: Canvas) -> float:
        return min(320.0, canvas.text_width(self.say("on time"), self._small) + 90)

    def _badge(self, canvas: Canvas, pill: Rect) -> None:
        theme = canvas.theme
        canvas.box(pill, theme.colour("ink"), pill.h / 2, 3)
        signs.check(canvas, (pill.x + 38, pill.centre[1]), 28, theme.colour("ink"))
        canvas.text(
            self.say("on time"), (pill.x + 64, pill.centre[1]), self._small,
            theme.colour("ink"), "midleft", fit=pill.w - 86,
        )  # fmt: skip

    def _card(self, foot: float) -> Rect:
        return Rect(96, 562, 720, foot - 32 - 562)

    def _read_words(self) -> str:
        if not self.missed:
            return self.say("Read on")
        ngettext = self.shared.catalogue.ngettext
        count = len(self.questions)
        return ngettext("Go through it", "Go through all {count}", count).format(count=count)

    def paint_read_next(self, canvas: Canvas) -> None:
        """What was missed and where it stands; where all was known, where most of it stood."""
        theme = canvas.theme
        card = self._card(self.group.widgets[0].rect.y)
        draw_card(canvas, card, "tr" if self.places.room == "normal" else "")
        area = card.inset(40, 16)
        title = self.say("Learn again") if self.missed else self.say("Read next")
        head = canvas.text(
            title, (area.x, area.y + 22 * min(1.4, self.text_scale)), self._sized("body_bold"),
            theme.colour("ink"), "midleft", fit=area.w - 120,
        )  # fmt: skip
        foot = self.group.widgets[2].rect.y if self.questions else area.bottom
        room = Rect(area.x, head.bottom, area.w, foot - 12 - head.bottom)
        entries = read_next(self.questions, self.pack, self.shared.catalogue)
        for count, cited in ((2, True), (1, True), (2, False), (1, False)):
            blocks = [
                block
                for about, where in entries[:count]
                for block in (
                    Block(about, "hint_bold", "sand", 8),
                    *((Block(where, "hint", "ink_dim"),) if cited else ()),
                )
            ]
            share = share_that_fits(canvas, blocks, (room.w, room.h))
            if share >= SMALLEST:
                break
        draw_blocks(canvas, blocks, room, share)

    def _sized(self, name: str) -> TypeStyle:
        """A style that stops growing where this column has no more room for it."""
        style = self.shared.theme.style(name)
        return TypeStyle(style.size * min(1.0, 1.4 / self.text_scale), style.weight)

    def _legend(self, canvas: Canvas) -> None:
        theme = canvas.theme
        ink = theme.colour("ink_dim")
        signs.satellite(canvas, (1010, 1002), "learned")
        drawn = canvas.text(self.say("learned"), (1040, 1002), "hint", ink, "midleft")
        x = drawn.right + 80
        if any(fact.mended for fact in self.facts):
            signs.satellite(canvas, (x, 1002), "mended")
            canvas.text(self.say("mended"), (x + 30, 1002), "hint", ink, "midleft")
