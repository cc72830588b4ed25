"""A pack that cannot be read: what is wrong, where, and what to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game import paths
from game.packs.problem import Problem
from game.packs.report import as_counted
from game.phrase import in_words
from game.screens.blocks import Block, draw_blocks
from game.screens.game import Game
from game.screens.loading import NotLoaded
from game.screens.scenery import draw_backdrop
from game.screens.screen import Screen, Shortcuts
from game.screens.source import capital
from game.ui.canvas import Canvas
from game.ui.geometry import Rect
from game.ui.theme import TypeStyle
from game.ui.widgets import Button, Widget

MOST = 4


class ProblemScreen(Screen):
    """The first few problems in words, and a button to read the pack again once it is mended."""

    name = "problem"

    def __init__(self, game: Game, wrong: NotLoaded) -> None:
        super().__init__(game)
        self.wrong = wrong

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        high = 92 * min(1.2, self.text_scale)
        wide = 420 * min(1.4, self.text_scale)
        again = Button(
            self.say("Read it again"), (96, 1040 - high, wide, high), self.again, "primary"
        )
        leave = Button(self.say("Quit"), (128 + wide, 1040 - high, wide, high), self.back)
        return (again, leave), again

    def shortcuts(self) -> Shortcuts:
        return {"escape": self.back}

    def again(self) -> None:
        """Read the pack once more."""
        self.game.loading = self.game.loading.again()
        self.game.loading.begin()
        self.shared.stack.pop()

    def back(self) -> None:
        self.shared.stack.clear()

    def paint(self, canvas: Canvas) -> None:
        theme = canvas.theme
        draw_backdrop(canvas, "rollout", None, horizon=1300)
        size = 76 * min(1.0, 1.25 / self.text_scale)
        canvas.text(
            self.say("The pack cannot be read"), (96, 130), TypeStyle(size, 700),
            theme.colour("ink"), "baseleft", fit=1700,
        )  # fmt: skip
        canvas.text(
            str(self.game.loading.folder), (96, 190), "hint", theme.colour("ink_dim"), "midleft",
            fit=1728,
        )  # fmt: skip
        foot = self.group.widgets[0].rect.y - 32
        area = Rect(96, 232, 1728, foot - 232)
        canvas.box(area, theme.colour("card"))
        blocks = []
        for where, text in self.sentences():
            if where:
                blocks.append(Block(where, "hint_bold", "amber", before=28))
            blocks.append(Block(text, before=0 if where else 28))
        draw_blocks(canvas, blocks, area.inset(48, 20))

    def sentences(self) -> list[tuple[str, str]]:
        """Where something is wrong, and what; at most four, the last one for all that are left."""
        if self.wrong.sentence:
            return [("", self.wrong.sentence)]
        errors = [one for one in self.wrong.problems if one.severity == "error"]
        found = [(self._where(one), " ".join(self._said(one))) for one in errors[:MOST]]
        if len(errors) > MOST:
            more = len(errors) - MOST + 1
            line = self.shared.catalogue.ngettext(
                "{count} more problem. All of them: {program} check PACK",
                "{count} more problems. All of them: {program} check PACK",
                more,
            )
            found[-1] = ("", line.format(count=more, program=paths.program()))
        return found

    def _where(self, one: Problem) -> str:
        # Where the folder itself is missing there is no file to name a place in.
        if one.code == "no-folder":
            return ""
        return f"{one.place}  {in_words(as_counted(one.path), self.shared.catalogue)}".strip()

    def _said(self, one: Problem) -> Iterator[str]:
        for text in filter(None, (one.message, one.hint)):
            said = capital(in_words(text, self.shared.catalogue))
            # A full stop behind something to be typed would be typed as well.
            yield f"{said}." if said[-1].isalnum() or said[-1] in ")»”" else said
