"""Before the lesson: every question of the round with its key, to be dropped, moved, and kept."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from game.bank.question import Question
from game.play.lineup import Lineup, code_of, drop, move, put_back
from game.screens import coded, words
from game.screens.confirm import ask_anew
from game.screens.game import Game
from game.screens.leaves import Measure
from game.screens.loading import Loaded
from game.screens.look_card import Page, draw_page, items, pages
from game.screens.look_list import QuestionList
from game.screens.scenery import draw_backdrop
from game.screens.screen import Screen, Shortcuts
from game.ui.canvas import Canvas
from game.ui.events import Event
from game.ui.geometry import Rect
from game.ui.theme import TypeStyle
from game.ui.widgets import Button, ButtonKind, Widget


class LookThroughScreen(Screen):
    """The round at the left, a question at the right, its code above; what changes, changes it."""

    name = "look-through"

    def __init__(self, game: Game, loaded: Loaded, lineup: Lineup) -> None:
        super().__init__(game)
        self.loaded = loaded
        self.lineup = lineup
        self.code = code_of(lineup, loaded.pack)
        self.at = 0
        self.page = 0
        self._pages: list[Page] = [()]
        self._share = 1.0
        self._list: QuestionList | None = None

    @property
    def question(self) -> Question:
        """The question that is shown."""
        return self.lineup.questions[self.at]

    @property
    def crowded(self) -> bool:
        """Whether large text leaves no room for the list: then one question shows at a time."""
        return self.text_scale > 1.2

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        card = self._card().inset(48, 32)
        measure = Measure(self.shared.theme, self.text_scale, card.w)
        read = items(self.question, self.loaded.pack, self.shared.catalogue)
        self._pages, self._share = pages(measure, read, card.h)
        self.page = min(self.page, len(self._pages) - 1)
        count = len(self.lineup.questions)
        actions = (
            (self.say("Fly"), self.fly, True),
            (self.say("Drop it"), self.drop, True),
            (self.say("Put it back"), self.put_back, bool(self.lineup.drops)),
            (self.say("Earlier"), self.earlier, self.at > 0),
            (self.say("Later"), self.later, self.at + 1 < count),
            (self.say("Back"), self.back, True),
        )
        buttons: list[Widget] = []
        for (text, action, enabled), rect in zip(actions, self._foot(), strict=True):
            first = not buttons
            kind: ButtonKind = (
                "primary" if first else "quiet" if action == self.back else "secondary"
            )
            button = Button(text, rect, action, kind, sign="play" if first else "")
            button.enabled = enabled
            buttons.append(button)
        if self.crowded:
            self._list = None
            turners = self._turners()
            return (*turners, *buttons), turners[1]
        self._list = QuestionList(self.lineup.questions, self._rows(), self._show)
        self._list.select(self.at)
        return (self._list, *buttons), self._list

    def shortcuts(self) -> Shortcuts:
        keys: Shortcuts = {
            "escape": self.back,
            "page_down": self.next,
            "page_up": self.before,
            "delete": self.drop,
        }
        if self._list is not None and self.group.focused is not self._list:
            keys |= {"up": partial(self._to_list, -1), "down": partial(self._to_list, 1)}
        return keys

    def told(self) -> dict[str, object]:
        return {
            "at": self.at,
            "code": self.code,
            "round": [question.id for question in self.lineup.questions],
            "pages": len(self._pages),
        }

    def handle(self, event: Event) -> None:
        super().handle(event)
        if self._list is not None and self._list.current != self.at:
            self._show(self._list.current)

    def next(self) -> None:
        """Read on: the next page of this question, or the next question."""
        if self.page + 1 < len(self._pages):
            self._show(self.at, self.page + 1)
        elif self.at + 1 < len(self.lineup.questions):
            self._show(self.at + 1)

    def before(self) -> None:
        """The page before, or the question before."""
        if self.page:
            self._show(self.at, self.page - 1)
        elif self.at:
            self._show(self.at - 1)

    def drop(self) -> None:
        """Another question in the place of this one."""
        changed = drop(self.loaded.bank, self.lineup, self.at)
        if changed is None:
            self.shared.notice.show(self.say("There is no other question left for this flight."))
            return
        self._change(changed)

    def put_back(self) -> None:
        """Take back the last drop, and show where it was."""
        if self.lineup.drops:
            slot = self.lineup.drops[-1]
            self.at = self.lineup.order.index(slot)
            self._change(put_back(self.loaded.bank, self.lineup))

    def earlier(self) -> None:
        """Ask this question one place earlier."""
        self._move(-1)

    def later(self) -> None:
        """Ask this question one place later."""
        self._move(1)

    def fly(self) -> None:
        """Begin the round as it stands."""

        def begin() -> None:
            coded.fly(self.game, self.loaded, self.lineup)

        if self.game.left_over is not None:
            ask_anew(self.game, begin)
        else:
            begin()

    def back(self) -> None:
        """Back to the choice; the code brings this round again."""
        self.shared.stack.pop()

    def paint(self, canvas: Canvas) -> None:
        theme = canvas.theme
        draw_backdrop(canvas, "rollout", None, horizon=self._foot()[0].y - 30)
        self._paint_head(canvas)
        card = self._card()
        canvas.box(card, theme.colour("card"))
        canvas.box(card, theme.colour("ornament"), width=2)
        draw_page(canvas, self._pages[self.page], card.inset(48, 32), self._share)
        if len(self._pages) > 1:
            for at in range(len(self._pages)):
                x = card.right - 40 - 36 * (len(self._pages) - 1 - at)
                if at == self.page:
                    canvas.disc((x, card.bottom - 28), 10, theme.colour("fuel"))
                else:
                    canvas.disc((x, card.bottom - 28), 10, theme.colour("hollow"), 3)

    def _paint_head(self, canvas: Canvas) -> None:
        theme = canvas.theme
        share = min(1.25, self.text_scale) / self.text_scale
        count = len(self.lineup.questions)
        heading = words.t_minus(count - self.at) if self.crowded else self.say("Look through")
        canvas.text(
            heading, (96, 118), TypeStyle(76 * share, 700), theme.colour("ink"), "baseleft", fit=800
        )
        style = TypeStyle(72 * share, 700, 4)
        canvas.text(self.code, (1824, 132), style, theme.colour("fuel"), "baseright", fit=1180)
        if not self.crowded:
            label = self.say("Mission code")
            canvas.text(label, (1824, 44), "hint", theme.colour("ink_dim"), "midright")

    def _turners(self) -> tuple[Widget, ...]:
        """Where the list has no room: to the question before and to the one that follows."""
        card = self._card()
        last = self.at + 1 == len(self.lineup.questions) and self.page + 1 == len(self._pages)
        back = Button("◀", Rect(card.x, card.bottom + 12, 848, 84), self.before, "quiet")
        on = Button("▶", Rect(card.right - 848, card.bottom + 12, 848, 84), self.next, "quiet")
        back.enabled = self.at > 0 or self.page > 0
        on.enabled = not last
        return back, on

    def _show(self, at: int, page: int = 0) -> None:
        self.at, self.page = at, page
        if self._list is not None:
            self._list.select(at)
        self.shared.sounds.play("page", 0.5)
        self.renew()

    def _to_list(self, by: int) -> None:
        """From a button back to the list, and on in it: who has clicked pages with the arrows."""
        self.group.focus(self._list)
        to = self.at + by
        if 0 <= to < len(self.lineup.questions):
            self._show(to)

    def _move(self, by: int) -> None:
        to = self.at + by
        if 0 <= to < len(self.lineup.questions):
            lineup, self.at = move(self.lineup, self.at, to), to
            self._change(lineup)

    def _change(self, lineup: Lineup) -> None:
        self.lineup = lineup
        self.code = code_of(lineup, self.loaded.pack)
        self._show(self.at)

    def _foot(self) -> tuple[Rect, ...]:
        if not self.crowded:
            wides = (300.0, 254.0, 306.0, 254.0, 254.0, 240.0)
            gap = (1728 - sum(wides)) / (len(wides) - 1)
            places = [96 + sum(wides[:at]) + gap * at for at in range(len(wides))]
            return tuple(Rect(x, 936, w, 100) for x, w in zip(places, wides, strict=True))
        return tuple(
            Rect(96 + column * 587, 1056 - 88 - (1 - row) * 104, 554, 88)
            for row in (0, 1)
            for column in (0, 1, 2)
        )

    def _rows(self) -> Rect:
        return Rect(96, 164, 600, self._foot()[0].y - 58 - 164)

    def _card(self) -> Rect:
        foot = self._foot()[0].y
        if self.crowded:
            return Rect(96, 156, 1728, foot - 140 - 156)
        rows = self._rows()
        return Rect(rows.right + 32, rows.y, 1824 - rows.right - 32, rows.h)
