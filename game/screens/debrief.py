"""The end of a class round: right answers first, what to teach again, then the fuel."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.bank.draw import CannotDraw
from game.bank.question import Question
from game.play.sitting import Sitting
from game.rounds import teams, vote
from game.rounds.state import Cell, Round
from game.screens import flow, words
from game.screens.blocks import shrunk
from game.screens.confirm import ask_anew
from game.screens.countdown import CountdownScreen
from game.screens.game import Game
from game.screens.prompt import draw_card
from game.screens.scenery import draw_earth
from game.screens.screen import Shortcuts
from game.screens.teams_words import team_name
from game.ui.art import mast, signs
from game.ui.art.stations import draw_station
from game.ui.canvas import Canvas
from game.ui.geometry import Rect
from game.ui.theme import TypeStyle
from game.ui.widgets import Button, Widget

KNOWN_WELL = 0.7
"""Where fewer hands were right, the fact is worth teaching again though its cell is full."""

LEAST = 0.8
"""How much smaller the line of the fuel may be set before it takes two lines."""

_CELLS: dict[Cell, mast.Cell] = {
    "full": "full",
    "mended": "mended",
    "hollow": "recheck",
    "empty": "hollow",
}


@dataclass(frozen=True, slots=True)
class Taught:
    """A fact to teach again: how it went, and how many of how many had it, None if unknown.

    `taken_back` tells that the teacher took the point of a right answer back.
    """

    question: Question
    cell: Cell
    right: int | None = None
    of: int | None = None
    taken_back: bool = False

    @property
    def fact(self) -> str:
        """The fact in a line; of several at once only what was asked about them."""
        question = self.question
        if isinstance(question.answer, tuple):
            return question.prompt
        return question.explanation or question.key

    @property
    def share(self) -> float:
        """The share that was right, 0 where nobody counted: what is not known comes first."""
        return self.right / self.of if self.of and self.right is not None else 0.0


def to_teach(state: Round, cells: Sequence[Cell]) -> tuple[Taught, ...]:
    """The facts of the countdown that were missed, or that too few had; fewest first."""
    rows: list[Taught] = []
    for index, cell in enumerate(cells):
        if cell == "empty":
            continue
        right, of = had(state, index)
        taken = any(a.asked == index and a.overruled and not a.right for a in state.answers)
        row = Taught(state.asked[index].question, cell, right, of, taken)
        if cell != "full" or (of and row.share < KNOWN_WELL):
            rows.append(row)
    return tuple(sorted(rows, key=lambda row: row.share))


def had(state: Round, asked: int) -> tuple[int | None, int | None]:
    """How many hands of a class, or how many teams, were right when it was asked first."""
    if state.crew.who == "teams":
        given = [a for a in state.answers if a.asked == asked and not a.skipped]
        if len(given) < 2:
            return None, None
        return sum(a.right for a in given), len(given)
    return vote.knew(state, asked) or (None, None)


class DebriefScreen(CountdownScreen):
    """What a teacher wants to know when the rocket has flown; later it is looked up `again`."""

    name = "debrief"
    commits = False

    def __init__(self, game: Game, sitting: Sitting, *, again: bool = False) -> None:
        super().__init__(game, sitting)
        self.looked_up = again
        if not again:
            game.keeper.forget()
            game.last_class.end(sitting)
        self.rows = to_teach(sitting.round, self.cells)
        self.at = 0

    @property
    def pages(self) -> int:
        """How many pages the facts fill."""
        return max(1, -(-self.listed // self.on_page))

    @property
    def listed(self) -> int:
        """How many rows there are on all pages."""
        return len(self.rows)

    @property
    def on_page(self) -> int:
        """How many facts a page has room for."""
        return max(1, int(self._list().h // self._pitch()))

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        high = 92 * min(1.15, self.text_scale)
        y = 1040 - high
        again = Button(self.say("Fly again"), (96, y, 400, high), self.again, "primary")
        menu_words = self.say("Back") if self.looked_up else self.say("Menu")
        menu = Button(menu_words, (528, y, 300, high), self.back)
        more = Button(self.say("More facts"), (1424, y, 400, high), self.more)
        crown = Button(self.say("In orbit"), (860, y, 400, high), self.orbit)
        shown = [again, menu] if self.looked_up else [again, menu, crown]
        return (*shown, more) if self.pages > 1 else shown, None

    def shortcuts(self) -> Shortcuts:
        keys = {"escape": self.back, "page_down": self.forward, "page_up": self.fewer}
        if self.group.focused is None:
            keys["enter"] = self.forward
        return keys

    def forward(self) -> None:
        """The key that went on until here: to more facts, and never away from them."""
        if self.pages > 1:
            self.more()
        else:
            said = self.say("This is the end of the flight. {escape} leads to the menu.")
            self.shared.notice.show(said.format(escape=self.cap("Esc")))

    def told(self) -> dict[str, object]:
        state = self.sitting.round
        rows = [[row.question.id, row.right, row.of] for row in self.rows]
        standing = {seat.id: round(teams.standing(state, seat.id)) for seat in state.seats}
        return {
            **super().told(),
            "rows": rows,
            "right": self._right(),
            "standing": standing,
            "page": [self.at + 1, self.pages],
        }

    def again(self) -> None:
        """Another flight of the same crew, sets and length."""
        if self.looked_up and self.game.left_over is not None:
            ask_anew(self.game, self._fly)
        else:
            self._fly()

    def back(self) -> None:
        """To where it was looked up, or to the title: it can be looked up there."""
        if self.looked_up:
            from game.screens.choose import ChooseScreen

            self.shared.stack.replace(ChooseScreen(self.game))
            return
        flow.to_title(self.game)
        said = self.say("What to teach again is kept: “Choose” has it as the last class round.")
        self.shared.notice.show(said)

    def _fly(self) -> None:
        try:
            flow.start(self.game, self.game.another(self.sitting.plan))
        except CannotDraw as error:
            self.shared.notice.show(words.too_few(error, self.shared.catalogue))

    def orbit(self) -> None:
        """The facts as satellites."""
        from game.screens.results import ResultsScreen

        self.shared.stack.replace(ResultsScreen(self.game, self.sitting))

    def more(self) -> None:
        """The next page of facts, and the first after the last."""
        if self.pages > 1:
            self.at = (self.at + 1) % self.pages
            self.shared.sounds.play("page", 0.5)
            self.renew()

    def fewer(self) -> None:
        """The page before."""
        if self.at:
            self.at -= 1
            self.renew()

    def paint(self, canvas: Canvas) -> None:
        self.at = min(self.at, self.pages - 1)
        draw_earth(canvas)
        self._head(canvas)
        self._rows(canvas)
        if self.sitting.round.crew.who == "teams":
            self._standing(canvas)

    def _right(self) -> int:
        """How many answers were right when they were asked first: one a question, but of each
        learner where a class is on phones."""
        if self._on_phones:
            return sum(right for right, _ in self._known())
        return sum(cell == "full" for cell in self.cells)

    def _asked(self) -> int:
        if self._on_phones:
            return sum(of for _, of in self._known())
        return sum(cell != "empty" for cell in self.cells)

    @property
    def _on_phones(self) -> bool:
        return self.sitting.round.crew.phones

    def _known(self) -> list[tuple[int, int]]:
        state = self.sitting.round
        return [vote.knew(state, index) or (0, 0) for index in range(state.count)]

    def _head(self, canvas: Canvas) -> None:
        theme, ink = canvas.theme, canvas.theme.colour("ink")
        big = TypeStyle(112 / self.text_scale, 800, -3 / self.text_scale)
        text = self.say("{right} of {of} right").format(right=self._right(), of=self._asked())
        first = canvas.text(text, (92, 150), big, ink, "baseleft", fit=900)
        right = first.right + 72
        fuel = sum(self.sitting.round.mission_fuel())
        carried = words.carries(self.sitting.mission(), self.shared.catalogue)
        small = TypeStyle(40 * min(1.2, self.text_scale) / self.text_scale, 600)
        line = self.say("{fuel} fuel. {payload}").format(fuel=fuel, payload=carried)
        room = 1824 - right
        if canvas.text_width(line, small) * LEAST <= room:
            canvas.text(line, (right, 150), small, theme.colour("fuel"), "baseleft", fit=room)
        else:
            area = Rect(right, 104, room, 84)
            canvas.paragraph(line, area, small, theme.colour("fuel"), valign="top", max_lines=2)
        if len(self.cells) <= 20:
            mast.row(
                canvas,
                [_CELLS[cell] for cell in self.cells],
                (right, 56, min(700.0, room), 40),
                self.levels,
            )

    def _list(self) -> Rect:
        """Where the facts stand."""
        wide = 1728.0
        if self.sitting.round.crew.who == "teams":
            wide = 1180.0 - 160 * max(0.0, self.text_scale - 1)
        top = 250 + 20 * min(1.5, self.text_scale)
        foot = 1040 - 92 * min(1.15, self.text_scale) - 36
        return Rect(96, top, wide, foot - top)

    @property
    def heads(self) -> str:
        """What stands over how many had it."""
        if self.sitting.round.crew.who == "teams":
            return self.say("Teams that had it")
        if self._on_phones:
            return self.say("Learners who had it")
        return self.say("Hands that were right")

    def _pitch(self) -> float:
        return 160.0 * min(1.6, self.text_scale)

    def _rows(self, canvas: Canvas) -> None:
        theme = canvas.theme
        area, pitch = self._list(), self._pitch()
        heading = self.say("Teach again") if self.rows else self.say("Nothing to teach again.")
        room = area.w
        if any(row.right is not None for row in self.rows):
            column = self.heads
            style = TypeStyle(30 * min(1.7, self.text_scale) / self.text_scale, 500)
            end, ink = (area.right - 32, area.y - 22), theme.colour("ink_dim")
            room = (
                canvas.text(column, end, style, ink, "baseright", fit=area.w * 0.4).x - area.x - 32
            )
        start = (area.x, area.y - 22)
        canvas.text(heading, start, "body_bold", theme.colour("ink"), "baseleft", fit=room)
        shown = self.rows[self.at * self.on_page : (self.at + 1) * self.on_page]
        for at, row in enumerate(shown):
            self._row(canvas, Rect(area.x, area.y + at * pitch, area.w, pitch - 14), row)

    def _row(self, canvas: Canvas, card: Rect, row: Taught) -> None:
        theme = canvas.theme
        draw_card(canvas, card)
        y = card.centre[1]
        radius = min(28.0, card.h * 0.3)
        sign = (card.x + 56, y)
        if row.cell == "mended":
            signs.mended(canvas, sign, radius)
        elif row.cell == "hollow":
            signs.recheck(canvas, sign, radius)
        else:
            signs.check_disc(canvas, sign, radius, theme.colour("right"), theme.colour("card"))
        right = card.right - 32
        figure = self.say("Point taken back") if row.taken_back else ""
        if row.right is not None and not figure:
            figure = self.say("{right} of {of}").format(right=row.right, of=row.of)
        if figure:
            drawn = canvas.text(
                figure, (right, y), "body_bold", theme.colour("sand"), "midright", fit=card.w * 0.25
            )
            right = drawn.x - 36
        left = card.x + 116
        name = row.question.label or words.topic(row.question, self.pack)
        area = Rect(left, card.y + 6, right - left, card.h * 0.42)
        canvas.paragraph(name, area, "body_bold", theme.colour("ink"), valign="middle", max_lines=1)
        fact = Rect(left, area.bottom, area.w, card.bottom - 8 - area.bottom)
        canvas.paragraph(
            row.fact, fact, "hint", theme.colour("ink_dim"),
            valign="middle", max_lines=2 if self.text_scale < 1.4 else 3, balanced=False,
        )  # fmt: skip

    def _standing(self, canvas: Canvas) -> None:
        """The teams in the order of their stations: nobody is last."""
        theme, state = canvas.theme, self.sitting.round
        area = self._list()
        box = Rect(area.right + 40, area.y, 1824 - area.right - 40, area.h)
        canvas.text(
            self.say("Mean fuel a question"), (box.x, box.y - 22), "body_bold", theme.colour("ink"),
            "baseleft", fit=box.w,
        )  # fmt: skip
        high = min(110.0, (box.h - 24) / len(state.seats))
        box = box._replace(h=high * len(state.seats) + 24)
        draw_card(canvas, box)
        names = [team_name(seat.id, self.shared.catalogue) for seat in state.seats]
        figures = TypeStyle(min(56.0, high * 0.6) / canvas.text_scale, 800)
        room = box.w - 116 - 36 - 20 - canvas.text_width("120", figures)
        longest = max(canvas.text_width(name, "body") for name in names)
        style = shrunk(theme, "body", min(1.0, room / longest), canvas.text_scale)
        for at, seat in enumerate(state.seats):
            y = box.y + 12 + (at + 0.5) * high
            draw_station(canvas, seat.id, (box.x + 64, y), min(60.0, high * 0.6))
            figure = str(round(teams.standing(state, seat.id)))
            ink = theme.colour("ink")
            canvas.text(figure, (box.right - 36, y), figures, ink, "midright")
            canvas.text(names[at], (box.x + 116, y), style, ink, "midleft", fit=room)
