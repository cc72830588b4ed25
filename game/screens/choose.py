"""What to fly: which pack and sets, who plays, how long, how hard. One look tells all of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from game.bank.draw import CannotDraw
from game.screens import flow
from game.screens.choice import Choice
from game.screens.choose_places import choosing
from game.screens.confirm import ask_anew
from game.screens.game import Game
from game.screens.kept import Kept
from game.screens.loading import Loaded, NotLoaded
from game.screens.scenery import draw_backdrop
from game.screens.screen import Screen, Shortcuts
from game.screens.shelf import Volume
from game.screens.words import too_few
from game.ui.ahead import Ahead
from game.ui.canvas import Canvas
from game.ui.geometry import Rect
from game.ui.theme import TypeStyle
from game.ui.widgets import Button, Widget

if TYPE_CHECKING:
    from game.play.lineup import Lineup

ASK_S, DRAWN_S = 0.1, 0.03
"""How often to ask whether a pack was read, and whether a round was drawn."""


class ChooseScreen(Screen):
    """Every change counts at once and is remembered; Fly begins as soon as the pack is there."""

    name = "choose"

    def __init__(self, game: Game) -> None:
        super().__init__(game)
        self._wanted: Callable[[Loaded], None] | None = None
        self._drawing: Ahead[Lineup] | None = None
        self._loaded: Loaded | None = None
        self._of = 1
        self._seen = (0, False)
        game.shelf.begin(after=game.loading.wait)

    @property
    def next_tick_s(self) -> float | None:  # type: ignore[override]
        waits = self._wanted is not None or not self.game.shelf.whole
        return DRAWN_S if self._drawing is not None else ASK_S if waits else None

    @property
    def choice(self) -> Choice:
        """What is chosen now."""
        return self.game.choice

    @property
    def volumes(self) -> tuple[Volume, ...]:
        """The packs that have been read so far."""
        return self.game.shelf.volumes

    @property
    def volume(self) -> Volume | None:
        """The pack that is chosen, None while it is being read."""
        return next((v for v in self.volumes if v.folder == self.game.loading.folder), None)

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        self._seen = (len(self.volumes), self.has_last_class)
        foot = self._foot()
        fly = Button(self.say("Fly"), foot[0], self.fly, "primary", sign="play")
        look = Button(self.say("Look through"), foot[1], self.look_through)
        code = Button(self.say("Type a code"), foot[2], self.type_code)
        back = Button(self.say("Back"), foot[-1], self.back, "quiet")
        buttons = [fly, look, code, back]
        if self.has_last_class:
            last = Button(self.say("Last class round"), foot[3], self.last_class)
            buttons.insert(3, last)
        widgets = (*choosing(self, self._area()), *buttons)
        return widgets, next(filter(self._was_focused, widgets), fly)

    def shortcuts(self) -> Shortcuts:
        return {"escape": self.back}

    def told(self) -> dict[str, object]:
        choice = self.choice
        return {
            "pack": self.game.loading.folder.name,
            "packs": [volume.name for volume in self.volumes],
            "sets": sorted(self.sets()),
            "count": choice.count,
            "who": choice.who,
            "level": choice.level,
        }

    def sets(self) -> frozenset[str]:
        """The ids of the sets that are drawn from."""
        if self.choice.sets is not None:
            return self.choice.sets
        volume = self.volume
        return _default_sets(volume) if volume is not None else frozenset()

    def leave(self) -> None:
        super().leave()
        self._stop_drawing()

    def change(self, choice: Choice) -> None:
        """Choose something else."""
        self._stop_drawing()
        self.game.choose(choice)
        self.renew()

    def take_pack(self, volume: Volume) -> None:
        """Choose a pack, if it can be read."""
        if volume.pack is None:
            say = self.say("This pack cannot be read. The command “check” says why.")
            self.shared.notice.show(say)
        elif volume.folder != self.game.loading.folder:
            self.game.take(volume.folder)
            title = volume.pack.title
            self.change(replace(self.choice, pack=volume.name, title=title, sets=None))

    def tick_set(self, set_id: str) -> None:
        """Take a set in or leave it out; one of them stays."""
        volume = self.volume
        changed = self.sets() ^ {set_id}
        if not changed or volume is None:
            self.shared.notice.show(self.say("One of them must be chosen."))
            self.renew()
            return
        self.take_sets(changed)

    def take_sets(self, sets: frozenset[str]) -> None:
        """Draw from these sets."""
        volume = self.volume
        default = volume is not None and sets == _default_sets(volume)
        self.change(replace(self.choice, sets=None if default else sets))

    def fly(self) -> None:
        """Begin a round of what is chosen."""
        if self.game.left_over is not None:
            ask_anew(self.game, self._fly)
        else:
            self._fly()

    def look_through(self) -> None:
        """Page through the round before it is flown, and get its code."""
        self._when_ready(self._draw)

    def type_code(self) -> None:
        """Write the code of a round that was looked through."""
        from game.screens.enter_code import CodeScreen

        self.shared.stack.push(CodeScreen(self.game))

    @property
    def has_last_class(self) -> bool:
        """Whether a round that a class has ended can be looked up from here."""
        return self.choice.who != "alone" and self.game.last_class.round is not None

    def last_class(self) -> None:
        """Show the end of the last class round again, with what to teach again."""
        kept, now = self.game.last_class.round, self.game.loading.result
        if kept is None:
            return
        if not (isinstance(now, Loaded) and now.pack.id == kept.pack):
            volume = next((v for v in self.volumes if v.pack and v.pack.id == kept.pack), None)
            if volume is None:
                said = self.say("The questions of the last class round are not here any more.")
                self.shared.notice.show(said)
                return
            self.take_pack(volume)
        self._when_ready(lambda loaded: self._look_up(loaded, kept))

    def _look_up(self, loaded: Loaded, kept: Kept) -> None:
        from game.play.lineup import bank_of
        from game.play.sitting import Sitting
        from game.screens.debrief import DebriefScreen

        sitting = Sitting(bank_of(loaded.bank, kept.plan), kept.plan, taken_up=kept.round)
        self.shared.stack.replace(DebriefScreen(self.game, sitting, again=True))

    def back(self) -> None:
        flow.to_title(self.game)

    def update(self, dt: float) -> None:
        super().update(dt)
        if self._seen != (len(self.volumes), self.has_last_class):
            self.renew()
        if self._drawing is not None:
            self.redraw()
            if self._drawing.done:
                self.show_drawn()
            return
        result = self.game.loading.result
        if self._wanted is None or result is None:
            return
        wanted, self._wanted = self._wanted, None
        if isinstance(result, NotLoaded):
            from game.screens.problem import ProblemScreen

            self.shared.stack.push(ProblemScreen(self.game, result))
        else:
            wanted(result)

    def paint(self, canvas: Canvas) -> None:
        theme = canvas.theme
        draw_backdrop(canvas, "rollout", None, horizon=self._foot()[0].y - 36)
        size = 76 * min(1.25, self.text_scale) / self.text_scale
        heading = self.say("Choose a flight")
        if self.crowded:
            canvas.box(self._area().inset(-12, -4), theme.colour("card"), 24)
        if self._wanted is not None:
            heading = self.say("Reading the questions")
        if self._drawing is not None:
            heading = self.say("Drawing a round")
            share = min(1.0, (self._drawing.turn + 0.5) / (self._of + 0.5))
            canvas.box((96, 136, 1728, 8), theme.colour("line"), 4)
            canvas.box((96, 136, 1728 * share, 8), theme.colour("fuel"), 4)
        canvas.text(
            heading, (96, 118), TypeStyle(size, 700), theme.colour("ink"), "baseleft", fit=1700
        )

    def _when_ready(self, do: Callable[[Loaded], None]) -> None:
        result = self.game.loading.result
        if isinstance(result, Loaded):
            do(result)
        else:
            self._wanted = do
            self.redraw()

    def _try(self, do: Callable[[], None]) -> None:
        try:
            do()
        except CannotDraw as error:
            self.shared.notice.show(too_few(error, self.shared.catalogue))

    def _draw(self, loaded: Loaded) -> None:
        """Have a round drawn behind the game: it takes longer than a frame."""
        from game.screens import coded

        if self._drawing is None:
            self._loaded = loaded
            self._of, each = coded.draws(self.game, loaded)
            self._drawing = Ahead(each)
            self.redraw()

    def _stop_drawing(self) -> None:
        if self._drawing is not None:
            self._drawing.stop()
            self._drawing = None
            self.redraw()

    def show_drawn(self) -> None:
        """Show the round that is being drawn: once it is there, or, for pictures and tests, now."""
        from game.screens.look_through import LookThroughScreen

        drawing, loaded, self._drawing = self._drawing, self._loaded, None
        if drawing is not None and loaded is not None:
            game = self.game
            self._try(
                lambda: self.shared.stack.push(LookThroughScreen(game, loaded, drawing.finish()))
            )
            self.redraw()

    def _fly(self) -> None:
        self._when_ready(lambda _: self._try(lambda: flow.begin(self.game)))

    def _was_focused(self, widget: Widget) -> bool:
        """Whether a widget is the one that had the focus, made anew: a choice may add rows."""
        before = self.group.focused
        return type(widget) is type(before) and _name(widget) == _name(before)

    @property
    def crowded(self) -> bool:
        """Whether large text leaves no room for tiles: then every choice is one row."""
        return self.text_scale > 1.2

    def _foot(self) -> tuple[Rect, ...]:
        """Fly and the others: in a row, or in two where the text is large."""
        if not self.crowded:
            wide: tuple[tuple[int, int], ...] = ((96, 420), (548, 420), (1000, 420), (1452, 372))
            if self.has_last_class:
                wide = ((96, 340), (460, 348), (832, 336), (1192, 392), (1608, 216))
            return tuple(Rect(x, 928, w, 108) for x, w in wide)
        high = 92.0
        rows: tuple[int, ...] = (2, 3) if self.has_last_class else (2, 2)
        return tuple(
            Rect(
                96 + column * (1728 + 32) / columns,
                1052 - high - (1 - row) * (high + 20),
                (1728 + 32) / columns - 32,
                high,
            )
            for row, columns in enumerate(rows)
            for column in range(columns)
        )

    def _area(self) -> Rect:
        top = 156.0
        return Rect(96, top, 1728, self._foot()[0].y - (72 if not self.crowded else 56) - top)


def _name(widget: Widget | None) -> str:
    return str(getattr(widget, "label", "") or getattr(widget, "text", ""))


def _default_sets(volume: Volume) -> frozenset[str]:
    if volume.pack is None:
        return frozenset()
    return frozenset(one.id for one in volume.pack.sets if one.chosen == "always")
