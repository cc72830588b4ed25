"""What to fly: which sets, and how many questions."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from game.bank.draw import CannotDraw
from game.packs.model import FactSet
from game.play.plan import LENGTHS
from game.screens import flow
from game.screens.game import Game
from game.screens.loading import Loaded
from game.screens.pick import Pick
from game.screens.scenery import draw_backdrop
from game.screens.screen import Screen, Shortcuts
from game.screens.words import too_few
from game.ui.canvas import Canvas
from game.ui.geometry import Rect
from game.ui.theme import TypeStyle
from game.ui.widgets import Button, Widget


class ChooseScreen(Screen):
    """Sets to tick and a length; one of each is always chosen."""

    name = "choose"

    def __init__(self, game: Game, loaded: Loaded) -> None:
        super().__init__(game)
        self.pack = loaded.pack
        self.count = game.count
        default = frozenset(one.id for one in self.pack.sets if one.chosen == "always")
        self.sets = game.sets if game.sets is not None else default

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        left, right, foot = self._areas()
        widgets: list[Widget] = [
            *self._set_picks(left),
            *self._length_picks(right),
        ]
        high = foot.h
        fly = Button(self.say("Fly"), (96, foot.y, 420, high), self.fly, "primary", sign="play")
        back = Button(self.say("Back"), (548, foot.y, 340, high), self.back)
        return (*widgets, fly, back), fly

    def shortcuts(self) -> Shortcuts:
        return {"escape": self.back}

    def told(self) -> dict[str, object]:
        return {"sets": sorted(self.sets), "count": self.count}

    def fly(self) -> None:
        """Begin a round of what is chosen."""
        self.game.sets, self.game.count = self.sets, self.count
        try:
            flow.start(self.game, self.game.chosen_flight())
        except CannotDraw as error:
            self.shared.notice.show(too_few(error, self.shared.catalogue))

    def back(self) -> None:
        flow.to_title(self.game)

    def paint(self, canvas: Canvas) -> None:
        theme = canvas.theme
        draw_backdrop(canvas, "rollout", None, horizon=1300)
        size = 88 * min(1.25, self.text_scale) / self.text_scale
        canvas.text(
            self.say("Choose a flight"),
            (96, 130),
            TypeStyle(size, 700),
            theme.colour("ink"),
            "baseleft",
            fit=1700,
        )
        left, right, _ = self._areas()
        for words, area in ((self.say("About what"), left), (self.say("How long"), right)):
            canvas.text(
                words,
                (area.x, area.y - 26),
                "hint",
                theme.colour("ink_dim"),
                "baseleft",
                fit=area.w,
            )

    def _areas(self) -> tuple[Rect, Rect, Rect]:
        grow = min(1.3, self.text_scale)
        foot = Rect(96, 1032 - 108 * grow, 1728, 108 * grow)
        top = 170 + 56 * grow
        high = foot.y - 40 - top
        return Rect(96, top, 1000, high), Rect(1160, top, 664, high), foot

    def _set_picks(self, area: Rect) -> list[Widget]:
        sets = self.pack.sets
        rows = _rows(area, len(sets), 150)
        picks: list[Widget] = []
        for one, rect in zip(sets, rows, strict=True):
            tick = partial(self._tick, one)
            picks.append(Pick(one.title, self._about(one), rect, tick, on=one.id in self.sets))
        return picks

    def _length_picks(self, area: Rect) -> list[Widget]:
        rows = _rows(area, len(LENGTHS), 150)
        ngettext = self.shared.catalogue.ngettext
        picks: list[Widget] = []
        for count, rect in zip(LENGTHS, rows, strict=True):
            words = ngettext("{count} question", "{count} questions", count).format(count=count)
            aside = ngettext("about {count} minute", "about {count} minutes", count)
            picks.append(
                Pick(
                    words,
                    aside.format(count=count),
                    rect,
                    partial(self._length, count),
                    on=count == self.count,
                    single=True,
                )
            )
        return picks

    def _about(self, one: FactSet) -> str:
        facts = sum(fact.set == one.id for fact in self.pack.facts)
        line = self.shared.catalogue.ngettext(
            "from age {age}, {count} fact", "from age {age}, {count} facts", facts
        )
        return line.format(age=one.age, count=facts)

    def _tick(self, one: FactSet) -> None:
        changed = self.sets ^ {one.id}
        if changed:
            self.sets = frozenset(changed)
        else:
            self.shared.notice.show(self.say("One of them must be chosen."))
        self.renew()

    def _length(self, count: int) -> None:
        self.count = count
        self.renew()


def _rows(area: Rect, count: int, most: float) -> list[Rect]:
    gap = 20.0
    high = min(most, (area.h - gap * (count - 1)) / max(1, count))
    return [Rect(area.x, area.y + i * (high + gap), area.w, high) for i in range(count)]
