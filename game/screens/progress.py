"""How far a learner has come: four pages of charts, each with its numbers in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.play.learner import Learner
from game.play.progress import Progress
from game.screens import progress_words
from game.screens.button_row import shared_out
from game.screens.game import Game
from game.screens.progress_charts import draw_ahead, draw_kept, draw_year
from game.screens.prompt import draw_card
from game.screens.scenery import draw_backdrop
from game.screens.screen import Screen, Shortcuts
from game.ui.canvas import Canvas
from game.ui.geometry import Rect
from game.ui.theme import TypeStyle
from game.ui.widgets import Button, ButtonKind, ListBox, Widget

ASK_S = 0.05
CARD = Rect(96, 268, 1728, 620)


def progress_screen(game: Game, learner: Learner) -> Screen:
    """What Progress opens, laid over the home; it goes back by `stack.pop()`."""
    return ProgressScreen(game, learner)


class ProgressScreen(Screen):
    """Days, what is coming, how much is kept, and the facts one by one."""

    name = "progress"

    def __init__(self, game: Game, learner: Learner) -> None:
        super().__init__(game)
        self.learner = learner
        self.page = 0
        self.progress: Progress | None = None
        self._cards: tuple[str, ...] = ()
        self._at = 0
        self._shown = False
        game.logbook.measure(learner, self._take)

    @property
    def next_tick_s(self) -> float | None:  # type: ignore[override]
        return ASK_S if self.progress is None or not self._shown else None

    @property
    def pages(self) -> tuple[str, ...]:
        """What the pages are called."""
        return (
            self.say("Your days"),
            self.say("What is coming"),
            self.say("What is kept"),
            self.say("Fact by fact"),
        )

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        area = Rect(96, 152, 1728, 84)
        places, style = shared_out(self.pages, area, self.shared.theme, self.text_scale)
        tabs: list[Widget] = []
        for at, (words, place) in enumerate(zip(self.pages, places, strict=True)):
            kind: ButtonKind = "primary" if at == self.page else "secondary"
            tabs.append(Button(words, place, self._opener(at), kind, style=style))
        high = 92 * min(1.1, self.text_scale)
        foot = Rect(96, 1040 - high, 360 * min(1.6, self.text_scale), high)
        back = Button(self.say("Back"), foot, self.back, "secondary")
        widgets: list[Widget] = [*tabs, back]
        if self.page == 3 and self.progress is not None:
            self._cards = self._listed()
            if self._cards:
                box = ListBox(
                    progress_words.rows(
                        self._cards, self.progress, self.learner, self.shared.catalogue
                    ),
                    CARD,
                    self._history,
                    row_height=78 * min(1.5, self.text_scale),
                )
                box.select(self._at)
                return [*widgets, box], box
        return widgets, tabs[self.page]

    def shortcuts(self) -> Shortcuts:
        return {
            "escape": self.back,
            "page_down": lambda: self._open((self.page + 1) % len(self.pages)),
            "page_up": lambda: self._open((self.page - 1) % len(self.pages)),
        }

    def told(self) -> dict[str, object]:
        return {"page": self.page, "read": self.progress is not None, "said": list(self.said())}

    def said(self) -> tuple[str, ...]:
        """The page's chart in words."""
        if self.progress is None:
            return ()
        page = (
            progress_words.days,
            progress_words.ahead,
            progress_words.kept,
            progress_words.facts,
        )[self.page]
        return page(self.progress, self.shared.catalogue)

    def update(self, dt: float) -> None:
        super().update(dt)
        if self.progress is not None and not self._shown:
            self._shown = True
            self.renew()

    def back(self) -> None:
        self.shared.stack.pop()

    def paint(self, canvas: Canvas) -> None:
        if canvas.shows:
            draw_backdrop(canvas, "rollout", None, horizon=1300)
        theme, scale = canvas.theme, self.text_scale
        title = TypeStyle(72 * min(1.0, 1.3 / scale), 700, min_size=44 / scale)
        canvas.text(
            self.say("Progress"), (96, 112), title, theme.colour("ink"), "baseleft", fit=1728
        )
        if self.progress is None:
            self._alone(canvas, self.say("Reading ..."))
            return
        if self.page == 3:
            if not self._cards:
                self._alone(canvas, " ".join(self.said()))
            return
        draw_card(canvas, CARD, "tr")
        area = CARD.inset(56, 40)
        chart = area._replace(h=area.h * (0.6 if scale < 1.4 else 0.38))
        if self.page == 0:
            draw_year(canvas, self.progress, chart)
        elif self.page == 1:
            draw_ahead(canvas, self.progress, chart)
        else:
            draw_kept(canvas, self.progress, chart, self.shared.catalogue)
        rest = Rect(area.x, chart.bottom + 28, area.w, area.bottom - chart.bottom - 28)
        canvas.paragraph(
            "\n".join(self.said()), rest, "body", theme.colour("ink"), valign="top", balanced=False
        )

    def _alone(self, canvas: Canvas, words: str) -> None:
        draw_card(canvas, CARD, "tr bl")
        area = CARD.inset(56, 40)
        canvas.paragraph(words, area, "body", canvas.theme.colour("ink_dim"), valign="middle")

    def _take(self, progress: Progress) -> None:
        self.progress = progress

    def _opener(self, at: int) -> Callable[[], None]:
        return lambda: self._open(at)

    def _open(self, at: int) -> None:
        if at != self.page:
            self.page = at
            self.shared.sounds.play("page", 0.5)
            self.renew()
            self.settle()
            widgets = self.group.widgets
            self.group.focus(widgets[-1] if isinstance(widgets[-1], ListBox) else widgets[at])

    def _listed(self) -> tuple[str, ...]:
        """What gives most trouble first, then all other cards of the pack that were asked."""
        assert self.progress is not None
        hard = [one.card for one in self.progress.trouble]
        return (*hard, *(card for card in self.progress.reviews if card not in hard))

    def _history(self, at: int) -> None:
        from game.screens.fact_history import FactHistoryScreen

        assert self.progress is not None
        self._at = at
        self.shared.stack.push(
            FactHistoryScreen(self.game, self.learner, self.progress, self._cards[at])
        )
