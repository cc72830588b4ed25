"""The workshop: all packs that there are, with what is wrong with each, and the way to one."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path

from game.packs.problem import Problem
from game.screens import workshop_words
from game.screens.game import Game
from game.screens.heading import draw_heading
from game.screens.screen import Screen, Shortcuts
from game.screens.shelf import Volume
from game.ui.canvas import Canvas
from game.ui.geometry import Rect
from game.ui.widgets import Button, ListBox, Widget

ASK_S = 0.1


class WorkshopScreen(Screen):
    """A row a pack, its problems at the right; they are counted one pack after the other."""

    name = "workshop"

    def __init__(self, game: Game) -> None:
        super().__init__(game)
        self.found: dict[Path, tuple[Problem, ...]] = {}
        self._at = 0
        self._over = threading.Event()
        self._counting: threading.Thread | None = None
        self._told = 0
        game.shelf.begin(after=game.loading.wait)

    @property
    def volumes(self) -> tuple[Volume, ...]:
        """The packs that have been read so far."""
        return self.game.shelf.volumes

    @property
    def next_tick_s(self) -> float | None:  # type: ignore[override]
        done = self.game.shelf.whole and len(self.found) == len(self.volumes)
        return None if done and self._told == self._known else ASK_S

    @property
    def _known(self) -> int:
        return len(self.volumes) + len(self.found)

    def enter(self) -> None:
        super().enter()
        self._over = threading.Event()
        self.found.clear()
        self._counting = threading.Thread(
            target=self._count, args=(self._over,), name="workshop", daemon=True
        )
        self._counting.start()

    def leave(self) -> None:
        super().leave()
        self._over.set()

    def wait(self) -> None:
        """Count to the end before coming back: for pictures and tests, never in a frame."""
        if self._counting is not None:
            self._counting.join()

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        self._told = self._known
        high = 92 * min(1.15, self.text_scale)
        wide = 420 * min(1.4, self.text_scale)
        y = 1048 - high
        open_ = Button(self.say("Open"), (96, y, wide, high), self.open, "primary")
        back = Button(self.say("Back"), (128 + wide, y, wide, high), self.back)
        open_.enabled = bool(self.volumes)
        if not self.volumes:
            return (open_, back), back
        rows = [(self._title(one), self._wrong(one)) for one in self.volumes]
        box = ListBox(
            rows, Rect(96, 300, 1728, y - 32 - 300), self._open_row,
            row_height=96 * min(1.4, self.text_scale),
        )  # fmt: skip
        box.select(self._at)
        return (box, open_, back), box

    def shortcuts(self) -> Shortcuts:
        return {"escape": self.back}

    def told(self) -> dict[str, object]:
        return {
            "packs": [one.name for one in self.volumes],
            "problems": [len(self.found.get(one.folder, ())) for one in self.volumes],
            "counted": len(self.found),
        }

    def update(self, dt: float) -> None:
        super().update(dt)
        if self._told != self._known:
            box = self.group.widgets[0]
            if isinstance(box, ListBox):
                self._at = box.current
            self.renew()

    def open(self) -> None:
        """Open the pack of the chosen row."""
        box = self.group.widgets[0]
        self._open_row(box.current if isinstance(box, ListBox) else self._at)

    def back(self) -> None:
        self.shared.stack.pop()

    def paint(self, canvas: Canvas) -> None:
        theme = canvas.theme
        draw_heading(canvas, self.say("Workshop"), 124)
        said = self.say(
            "Open a pack to see all its questions. Each save in its files shows at once."
        )
        canvas.paragraph(
            said,
            (96, 164, 1728, 116),
            "body",
            theme.colour("ink_dim"),
            valign="middle",
            max_lines=2,
        )

    def _title(self, volume: Volume) -> str:
        return volume.pack.title if volume.pack is not None else volume.name

    def _wrong(self, volume: Volume) -> str:
        found = self.found.get(volume.folder)
        return "..." if found is None else workshop_words.problems(found, self.shared.catalogue)

    def _open_row(self, at: int) -> None:
        from game.screens.workshop_pack import WorkshopPackScreen

        if at < len(self.volumes):
            self._at = at
            folder = self.volumes[at].folder
            self.shared.stack.push(WorkshopPackScreen(self.game, folder))

    def _count(self, over: threading.Event) -> None:
        from game.bank.check import judge_questions
        from game.packs.read import read_folder

        for folder in self.game.shelf.folders:
            reading = read_folder(folder)
            whole = judge_questions(reading, lambda: not over.is_set())
            if not whole or over.is_set():
                return
            self.found[folder] = tuple(reading.findings.in_order())
