"""The title: one press of Enter begins what was chosen last, at first a flight of six."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import replace

from game.screens.choice import flight_line
from game.screens.first_sky import FirstSky
from game.screens.game import Game
from game.screens.learner_name import chosen_name, draw_name
from game.screens.left_class import CutShort
from game.screens.loading import Loaded, NotLoaded
from game.screens.scenery import draw_backdrop_so_far
from game.screens.screen import Screen, Shortcuts
from game.ui.art import ornament
from game.ui.art.backdrop import TITLE
from game.ui.canvas import Canvas
from game.ui.events import Event
from game.ui.geometry import Rect
from game.ui.text import line_width
from game.ui.theme import TypeStyle
from game.ui.voice import Said
from game.ui.widgets import Button, ButtonKind, Hint, KeyHints, Widget
from game.ui.widgets.hints import TOUCH

ASK_S = 0.05
IDLE_S = 60.0
HORIZON = 812.0

_LARGE = 1.5
"""From this size of text on, the quiet buttons stand in two rows and the line breaks."""


class TitleScreen(Screen):
    """Name, rocket, Fly. The pack is read meanwhile; what is pressed early waits for it."""

    name = "title"

    def __init__(self, game: Game) -> None:
        super().__init__(game)
        self._wanted: Callable[[], None] | None = None
        self._waited_s = 0.0
        self._whole = False
        self._idle_s = 0.0
        self._shown = 0
        self._next = FirstSky(game)
        self._canvas: Canvas | None = None
        self._name = chosen_name(game)
        self._offered: CutShort | None = None

    @property
    def wants_frames(self) -> bool:  # type: ignore[override]
        return not self._whole

    @property
    def next_tick_s(self) -> float | None:  # type: ignore[override]
        if self.game.loading.result is None or self.game.logbook.busy:
            return ASK_S
        if isinstance(self.game.loading.result, Loaded) and not self._next.ready:
            return ASK_S
        return max(ASK_S, IDLE_S - self._idle_s)

    @property
    def _continues(self) -> bool:
        """Whether there is a round to go on with."""
        kept, result = self.game.left_over, self.game.loading.result
        if kept is None:
            return False
        return not isinstance(result, Loaded) or result.pack.id == kept.pack

    @property
    def _left(self) -> CutShort | None:
        """The live class of this pack that was cut short."""
        found, result = self.game.left_class.found, self.game.loading.result
        of_this = isinstance(result, Loaded) and found is not None and found.pack == result.pack.id
        return found if of_this else None

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        actions = (
            (self.say("Study"), self.study),
            (self.say("Choose"), self.choose),
            (self.say("Settings"), self.settings),
            (self.say("Help"), self.help),
            (self.say("Quit"), self.quit),
        )
        high = 48 * min(1.4, self.text_scale)
        ways = (
            Hint("H", self.say("Hangar"), self.hangar),
            Hint("W", self.say("Workshop"), self.workshop),
        )
        hangar = KeyHints(ways, Rect(96, 52, 900, high))
        kind: ButtonKind = "secondary" if self._continues or self._left else "primary"
        places, style = self._places([words for words, _ in actions])
        foot = max(rect.bottom for rect in places)
        top, wide = places[0].y, 440.0 if self._large else 360.0
        fly = Button(self.say("Fly"), (96, top, wide, foot - top), self.fly, kind, sign="play")
        widgets: list[Widget] = [fly]
        for (words, action), rect in zip(actions, places, strict=True):
            widgets.append(Button(words, rect, action, "quiet", style=style))
        widgets.append(hangar)
        high = 108 * min(1.2, self.text_scale)
        wide = min(800.0, 560 * self.text_scale)
        left, y = 96.0, 620 if self._large else 520
        more: list[Widget] = []
        if self._left is not None:
            go_on = self.say("Go on with the class")
            more.append(Button(go_on, (left, y, wide, high), self.take_up_class, "primary"))
            left += wide + 32
        if self._continues:
            kind = "secondary" if more else "primary"
            again = self._continue_words()
            more.append(Button(again, (left, y, wide, high), self.resume, kind))
        return (*more, *widgets), (more or widgets)[0]

    @property
    def _large(self) -> bool:
        return self.text_scale >= _LARGE

    def _places(self, texts: Sequence[str]) -> tuple[list[Rect], TypeStyle | None]:
        """Where the quiet buttons stand, and the one type of all their words: in a row, or in two
        where the text is large."""
        if not self._large:
            return self._row(texts, Rect(488, 888, 1336, 108))
        upper, first = self._row(texts[:3], Rect(568, 874, 1256, TOUCH))
        lower, second = self._row(texts[3:], Rect(568, 978, 1256, TOUCH))
        usual = self.shared.theme.style("button_second")
        sizes = [0.64 * TOUCH / self.text_scale, *(one.size for one in (first, second) if one)]
        size = min(usual.size, *sizes)
        return [*upper, *lower], replace(usual, size=size, min_size=size)

    def _row(self, texts: Sequence[str], area: Rect) -> tuple[list[Rect], TypeStyle | None]:
        """Buttons side by side: they share the room by their lengths where the words are long."""
        style: TypeStyle | None = None
        usual = self.shared.theme.style("button_second")
        size = usual.size * self.text_scale
        wide = [line_width(text, usual, size) for text in texts]
        gap, inset = 32.0, 16.0
        room = area.w - gap * (len(texts) - 1)
        each = room / len(texts)
        if max(wide) <= each - 56:
            places = [each] * len(texts)
        else:
            share = min(1.0, (room - 2 * inset * len(texts)) / sum(wide))
            style = replace(usual, size=usual.size * share, min_size=usual.size * share)
            wide = [own * share for own in wide]
            spare = (room - sum(wide)) / len(texts)
            places = [own + spare for own in wide]
        lefts = [area.x + sum(places[:at]) + gap * at for at in range(len(texts))]
        return [Rect(x, area.y, w, area.h) for x, w in zip(lefts, places, strict=True)], style

    def shortcuts(self) -> Shortcuts:
        return {"h": self.hangar, "w": self.workshop}

    def spoken(self) -> Iterable[str | Said]:
        waits = self.say("Reading the questions") if self._wanted is not None else ""
        line = flight_line(self.game.choice, self.shared.catalogue)
        left = self._stopped() if self._left is not None else ""
        return ("T-Minus.", line, self.game.choice.title, self._name, left, waits)

    def told(self) -> dict[str, object]:
        return {"ready": self.game.loading.result is not None}

    def enter(self) -> None:
        super().enter()
        self._idle_s = 0.0
        self.game.left_class.look(self.game.logbook.folder, after=self.game.loading.wait)

    def handle(self, event: Event) -> None:
        self._idle_s = 0.0
        super().handle(event)

    def fly(self) -> None:
        """Begin what was chosen last, once there is a pack; ask first if a round is waiting."""
        if self._continues:
            self._ask_anew(self._flight)
        else:
            self._when_ready(self._flight)

    def resume(self) -> None:
        """Go on with the round that was left."""

        def go_on() -> None:
            from game.screens import flow

            if self.game.left_over is not None and self._continues:
                flow.take_up(self.game, self.game.left_over)

        self._when_ready(go_on)

    def take_up_class(self) -> None:
        """Offer the live class that was cut short, or a new one."""

        def go_on() -> None:
            from game.screens import live_flow

            live_flow.open_class(self.game)

        self._when_ready(go_on)

    def choose(self) -> None:
        """Choose a pack, who plays, how long and how hard."""
        from game.screens.choose import ChooseScreen

        self.shared.stack.replace(ChooseScreen(self.game))

    def study(self) -> None:
        """To the learner's constellation, from which a sitting is one press away."""
        from game.screens.home import HomeScreen

        self.shared.stack.replace(HomeScreen(self.game))

    def settings(self) -> None:
        from game.screens.settings import SettingsScreen

        self.shared.stack.push(SettingsScreen(self.game))

    def help(self) -> None:
        from game.screens.help import HelpScreen

        self.shared.stack.push(HelpScreen(self.game))

    def hangar(self) -> None:
        """Look at every vehicle."""
        from game.screens.hangar import HangarScreen

        self.shared.stack.push(HangarScreen(self.game))

    def workshop(self) -> None:
        """Look at packs as their authors do."""
        from game.screens.workshop import WorkshopScreen

        self.shared.stack.push(WorkshopScreen(self.game))

    def quit(self) -> None:
        self.shared.stack.clear()

    def update(self, dt: float) -> None:
        super().update(dt)
        result = self.game.loading.result
        if isinstance(result, NotLoaded):
            from game.screens.problem import ProblemScreen

            self._wanted = None
            self.shared.stack.push(ProblemScreen(self.game, result))
            return
        if result is not None and self._wanted is not None:
            wanted, self._wanted = self._wanted, None
            wanted()
        elif self._wanted is not None:
            self._waited_s += dt
            self.redraw()
        elif result is not None and self.game.trace.wanted:
            self.redraw()
        if self._offered != self._left:
            self._offered = self._left
            self.renew()
        if self._name != chosen_name(self.game):
            self._name = chosen_name(self.game)
            self.redraw()
        if self.game.logbook.said:
            from game.screens import records_card

            records_card.tell(self.game)
        if self._canvas is not None and self._whole:
            self._next.make(self._canvas)
        self._idle_s += dt
        if self._idle_s >= IDLE_S and result is not None and self._wanted is None:
            self._attract()

    def paint(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._whole = draw_backdrop_so_far(
            canvas, "fuel", TITLE, HORIZON, behind=self.shared.looks_ahead
        )
        told = (self, self.game.choice, self.layouts, self._name, self._left)
        canvas.still(told, lambda: self._words(canvas))
        if self._wanted is not None and self.game.loading.result is None:
            dots = "." * (1 + int(self._waited_s * 3) % 3)
            canvas.text(
                self.say("Reading the questions") + dots, (100, 860), "hint",
                canvas.theme.colour("ink"), "midleft",
            )  # fmt: skip

    def _words(self, canvas: Canvas) -> None:
        theme = canvas.theme
        name = TypeStyle(232 / self.text_scale, 800, -9 / self.text_scale)
        canvas.text("T-MINUS", (88, 320), name, theme.colour("ink"), "baseleft", fit=940)
        flight = flight_line(self.game.choice, self.shared.catalogue)
        if self._large:
            line = TypeStyle(44, 500, min_size=30)
            whole = re.sub(r"(?<!\.) ", "\N{NO-BREAK SPACE}", flight)
            box = canvas.paragraph(whole, (100, 360, 940, 160), line, theme.colour("ink"))
            below = box.bottom + 72
        else:
            line = TypeStyle(46 * min(1.3, self.text_scale) / self.text_scale, 500)
            canvas.text(flight, (100, 424), line, theme.colour("ink"), "baseleft", fit=940)
            below = 424 + 56 * min(1.3, self.text_scale)
        canvas.text(
            self.game.choice.title, (100, below), line, theme.colour("sand"), "baseleft", fit=940
        )
        if self._name:
            draw_name(canvas, self.game)
        if self._left is not None:
            told = self._stopped()
            low = self.group.widgets[0].rect.bottom + 42
            small = TypeStyle(30 * min(1.3, self.text_scale) / self.text_scale, 500)
            canvas.text(told, (100, low), small, theme.colour("ink"), "baseleft", fit=940)
        if self.text_scale < 1.6:
            ornament.border(canvas, 1030, theme.colour("line"))

    def _flight(self) -> None:
        from game.bank.draw import CannotDraw
        from game.screens import flow
        from game.screens.words import too_few

        try:
            flow.begin(self.game)
        except CannotDraw as error:
            self.shared.notice.show(too_few(error, self.shared.catalogue))

    def _attract(self) -> None:
        """Let a question play by itself: nobody has done anything for a while."""
        from game.bank.draw import CannotDraw
        from game.screens.attract import AttractScreen

        self._idle_s = 0.0
        self._shown += 1
        with suppress(CannotDraw):
            self.shared.stack.push(AttractScreen(self.game, self._shown))

    def _ask_anew(self, do: Callable[[], None]) -> None:
        from game.screens.confirm import ask_anew

        ask_anew(self.game, lambda: self._when_ready(do))

    def _when_ready(self, do: Callable[[], None]) -> None:
        if isinstance(self.game.loading.result, Loaded):
            do()
        else:
            self._wanted = do

    def _stopped(self) -> str:
        """When the class stopped and who was there, "" where there is none."""
        from game.screens.words import day

        found = self._left
        if found is None:
            return ""
        said = self.say("Stopped: {day}, {time}. Learners: {learners}.")
        when = day(found.stopped.date().isoformat(), self.shared.catalogue)
        return said.format(day=when, time=f"{found.stopped:%H:%M}", learners=found.learners)

    def _continue_words(self) -> str:
        kept = self.game.left_over
        count = kept.round.t_minus if kept is not None else 0
        return self.say("Continue at T-{count}").format(count=count)
