"""The constellation as a list: every satellite with its name, and how well it is remembered."""

from __future__ import annotations

from collections.abc import Sequence

from game.play.constellation import Constellation, Satellite
from game.play.learner import Learner
from game.screens import home_words
from game.screens.game import Game
from game.screens.scenery import draw_backdrop
from game.screens.screen import Screen, Shortcuts
from game.ui.canvas import Canvas
from game.ui.geometry import Rect
from game.ui.theme import TypeStyle
from game.ui.widgets import Button, Hint, KeyHints, ListBox, Widget


class SatelliteListScreen(Screen):
    """What is due stands first, then topic by topic."""

    name = "satellites"

    def __init__(self, game: Game, learner: Learner, known: Constellation) -> None:
        super().__init__(game)
        self.learner = learner
        self.known = known
        self.rows: tuple[tuple[str, Satellite], ...] = tuple(
            sorted(
                ((orbit.name, one) for orbit in known.orbits for one in orbit.satellites),
                key=lambda row: not row[1].due,
            )
        )
        self._at = 0

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        scale = self.text_scale
        high = 84 * min(1.15, scale)
        foot = 1040 - high
        catalogue, day = self.shared.catalogue, self.learner.day
        texts = [
            (
                f"{topic}: {one.name}",
                f"{home_words.comes_next(one, day, catalogue)}, "
                f"{home_words.remembered(one, catalogue)}",
            )
            for topic, one in self.rows
        ]
        if scale > 1.4:
            texts = [(text, home_words.remembered(one, catalogue))
                     for (text, _), (_, one) in zip(texts, self.rows, strict=True)]  # fmt: skip
        box = ListBox(
            texts, (96, 184, 1728, foot - 36 - 184), self._source, row_height=72 * min(1.6, scale)
        )
        box.select(self._at)
        back = Button(self.say("Back"), (96, foot, 340 * min(1.3, scale), high), self.back)
        hints = KeyHints(
            [Hint("S", self.say("Show the source"), self.source, self.say("Source"))],
            Rect(back.rect.right + 64, foot, 1700 - back.rect.right, high),
        )
        return (box, back, hints), box

    def shortcuts(self) -> Shortcuts:
        return {"escape": self.back, "l": self.back, "s": self.source}

    def told(self) -> dict[str, object]:
        return {"rows": len(self.rows)}

    def back(self) -> None:
        self.shared.stack.pop()

    def source(self) -> None:
        """Where the chosen one stands."""
        box = self.group.widgets[0]
        if isinstance(box, ListBox):
            self._source(box.current)

    def paint(self, canvas: Canvas) -> None:
        if canvas.shows:
            draw_backdrop(canvas, "rollout", None, horizon=1300)
        scale, ink = self.text_scale, canvas.theme.colour("ink")
        style = TypeStyle(72 * min(1.0, 1.25 / scale), 700, min_size=48 / scale)
        said = home_words.counted(self.known, self.shared.catalogue)
        canvas.text(said, (96, 118), style, ink, "baseleft", fit=1728)
        rest = home_words.others(self.known, self.shared.catalogue)
        if rest:
            note = TypeStyle(30 * min(1.2, scale) / scale, 500)
            dim = canvas.theme.colour("ink_dim")
            canvas.text(rest, (100, 166), note, dim, "baseleft", fit=1720)

    def _source(self, at: int) -> None:
        from game.screens.home import source_of_card

        self._at = at
        source_of_card(self.game, self.learner, self.rows[at][1].card)
