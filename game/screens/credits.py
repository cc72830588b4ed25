"""What the game is made of: the pack's sources, the licences, type and tools."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from game import languages
from game.packs.model import Source
from game.screens import words
from game.screens.blocks import Block, draw_blocks, share_that_fits
from game.screens.heading import draw_heading
from game.screens.loading import Loaded
from game.screens.prompt import draw_card
from game.screens.screen import Screen, Shortcuts
from game.screens.source import capital
from game.ui.canvas import Canvas
from game.ui.geometry import Rect
from game.ui.widgets import Button, Widget

_MOST_ABOVE_EACH_OTHER = 8
_MOST_PUBLISHERS = 24
_GAP = 48.0


class CreditsScreen(Screen):
    """Sources with their kinds and days on the left, the game's own on the right."""

    name = "credits"

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        high = 92 * min(1.2, self.text_scale)
        done = Button(self.say("Done"), (96, 1040 - high, 420, high), self.back, "primary")
        return (done,), done

    def shortcuts(self) -> Shortcuts:
        return {"escape": self.back}

    def back(self) -> None:
        self.shared.stack.pop()

    def paint(self, canvas: Canvas) -> None:
        draw_heading(canvas, self.say("Credits"), 124)
        foot = self.group.widgets[0].rect.y - 28
        left = Rect(96, 172, 1040, foot - 172)
        right = Rect(1192, 172, 632, foot - 172)
        self._sources(canvas, left)
        self._own(canvas, right)

    def _sources(self, canvas: Canvas, area: Rect) -> None:
        result = self.game.loading.result
        if not isinstance(result, Loaded):
            return
        head = Block(result.pack.came_from, "body_bold", "sand")
        by_publisher: dict[tuple[str, str], list[Source]] = {}
        for source in result.pack.sources:
            by_publisher.setdefault((source.publisher, source.kind), []).append(source)
        if len(by_publisher) > _MOST_PUBLISHERS:
            entries = _by_kind(by_publisher)
        else:
            entries = [
                self._entry(publisher, kind, found)
                for (publisher, kind), found in by_publisher.items()
            ]
        top = draw_blocks(canvas, [head], area)
        count = 1 if len(entries) <= _MOST_ABOVE_EACH_OTHER else 2
        wide = (area.w - _GAP * (count - 1)) / count
        each = -(-len(entries) // count)
        columns = [
            [block for entry in entries[at * each : (at + 1) * each] for block in entry]
            for at in range(count)
        ]
        high = area.bottom - top
        share = min(share_that_fits(canvas, blocks, (wide, high)) for blocks in columns)
        for at, blocks in enumerate(columns):
            left = area.x + at * (wide + _GAP)
            draw_blocks(canvas, blocks, Rect(left, top, wide, high), share)

    def _entry(self, publisher: str, kind: str, found: Sequence[Source]) -> tuple[Block, ...]:
        """A publisher with what it is; of its only work the title and the day as well."""
        name, about = publisher, self._works(len(found))
        if len(found) == 1:
            name = f"{publisher}: {found[0].title}"
            about = words.day(found[0].date, self.shared.catalogue)
        under = Block(f"{capital(kind)}, {about}", "hint", "ink_dim")
        return Block(name, "hint_bold", before=22), under

    def _works(self, count: int) -> str:
        """How many works of one publisher there are; each question's source line names its own."""
        ngettext = self.shared.catalogue.ngettext
        return ngettext("{count} work", "{count} works", count).format(count=count)

    def own_lines(self) -> list[str]:
        """What the game is made of, and under which licences."""
        result = self.game.loading.result
        lines = [
            self.say("The game: MIT licence."),
            self.say("Type: Inter, SIL Open Font License."),
            self.say("Made with pygame-ce (LGPL 2.1)."),
            self.say("PyYAML, pydantic, platformdirs, RapidFuzz, FSRS, openpyxl: MIT licence."),
            self.say("aiohttp: Apache licence 2.0. segno: BSD licence."),
            self.say("Drawings, sounds and music were made for this game."),
        ]
        if isinstance(result, Loaded):
            authors = ", ".join(result.pack.authors)
            line = self.say("The questions: {authors}, {licence}, in words of their own.")
            lines.insert(1, line.format(authors=authors, licence=result.pack.licence))
        if not languages.reviewed(self.shared.catalogue.info()):
            lines.append(self.say("Not yet reviewed: no native teacher has read this translation."))
        return lines

    def _own(self, canvas: Canvas, area: Rect) -> None:
        lines = self.own_lines()
        draw_card(canvas, area)
        blocks = [
            Block(line, "hint", before=30 if index else 0) for index, line in enumerate(lines)
        ]
        draw_blocks(canvas, blocks, area.inset(40, 36))


def _by_kind(publishers: Iterable[tuple[str, str]]) -> list[tuple[Block, ...]]:
    """What the publishers are, and their names: where they are too many to stand one by one."""
    names: dict[str, list[str]] = {}
    for publisher, kind in publishers:
        names.setdefault(kind, []).append(publisher)
    return [
        (Block(f"{capital(kind)}: {'; '.join(found)}.", "hint", before=14),)
        for kind, found in names.items()
    ]
