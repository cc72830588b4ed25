"""What every screen between roll-out and launch shows: sky, rocket, readings, cells and lamps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from game.packs.model import Pack
from game.play.sitting import Sitting
from game.rounds.state import LAMPS, Cell, Lamp
from game.screens import flow, glossary
from game.screens.call import CallStrip
from game.screens.game import Game
from game.screens.places import Places, places
from game.screens.readings import draw_readings
from game.screens.scenery import NEXT, Sky, draw_backdrop, hose_ends, prepare_backdrop
from game.screens.screen import Screen, Shortcuts
from game.screens.teams_standing import draw_standing
from game.screens.teams_words import team_name
from game.ui.ahead import Ahead
from game.ui.art import mast, signs
from game.ui.canvas import Canvas
from game.ui.events import Event, Pointer
from game.ui.geometry import Point, Rect
from game.ui.voice import Said
from game.ui.widgets import Widget

LAMPS_AREA = Rect(1440, 956, 432, 112)
"""Where the lamps stand, with their words."""
BEGIN_S, AHEAD_S = 0.02, 0.1
"""When what comes next begins to be drawn, and how often it is asked whether it is there."""


class CountdownScreen(Screen):
    """A screen of a sitting.

    `cells` are the fuel cells as they show, which may lag behind, `levels` (0 to 1) how far each is
    filled, and `filled` how many of them that are.
    """

    def __init__(self, game: Game, sitting: Sitting) -> None:
        super().__init__(game)
        self.sitting = sitting
        self.cells: tuple[Cell, ...] = ()
        self.levels: tuple[float, ...] = ()
        self.filled = 0.0
        self.read_gauge()
        self._canvas: Canvas | None = None
        self._time_factor = game.shared.settings.time_factor
        self._language = game.shared.language
        self._due = False
        self._soon: Ahead[None] | None = None
        self._ahead = False
        self.dial = Rect(0, 0, 0, 0)

    def read_gauge(self) -> None:
        """Show the fuel as the round has it now."""
        self.cells, self.levels = self.sitting.cells(), self.sitting.levels()
        self.filled = self.sitting.round.filled_cells()

    @property
    def places(self) -> Places:
        return places(self.text_scale)

    @property
    def pack(self) -> Pack:
        return self.sitting.bank.pack

    @property
    def asked_in(self) -> Pack:
        """The pack in the language of the question that stands."""
        return self.sitting.pack_of(self.sitting.question)

    @property
    def sky(self) -> Sky:
        state = self.sitting.round
        if state.phase in ("key", "launch", "results"):
            return "launch"
        mends = state.now.purpose != "flight" and not self.sitting.studies
        if state.phase == "hold" or mends:
            return "hold"
        skies: dict[str, Sky] = {"rollout": "rollout", "fuelling": "fuel", "check": "check"}
        return skies[self.sitting.stage]

    @property
    def classroom(self) -> bool:
        """Whether a class or teams play, so that a teacher has keys of their own."""
        return self.sitting.round.crew.who != "alone"

    @property
    def gives_way(self) -> Widget | None:
        """The hints, or the call where there are none: the header and the question always stay."""
        calls = (widget for widget in self.group.widgets if isinstance(widget, CallStrip))
        return self.hints or next(calls, None)

    def shortcuts(self) -> Shortcuts:
        keys: Shortcuts = {
            "space": self.pause,
            "escape": self.pause,
            "w": self.open_glossary,
            "f2": self.open_glossary,
        }
        if self.classroom:
            from game.screens import teacher

            keys |= teacher.keys(self)
        return keys

    def spoken(self) -> Iterable[str | Said]:
        from game.screens import spoken_round

        return spoken_round.countdown(self)

    def told(self) -> dict[str, object]:
        state, question = self.sitting.round, self.sitting.question
        return {
            "phase": state.phase,
            "t": state.t_minus,
            "question": question.id,
            "kind": question.kind,
            "key": question.answer,
            "cells": list(self.cells),
        }

    def update(self, dt: float) -> None:
        super().update(dt)
        if self._due:
            self._follow_language()
        # What comes next is drawn bit by bit while the player reads.
        if self._canvas is not None and not self.wants_frames and not self._ahead:
            self._ahead = self._make_ready(self._canvas)

    def _make_ready(self, canvas: Canvas) -> bool:
        """Have the coming pictures drawn, then the next stage's sky; True once all is there."""
        if self._soon is None and self.shared.looks_ahead:
            ahead = self.sitting.apart()
            self._soon = Ahead(_coming(canvas.apart(), self.game, ahead))
        if self._soon is not None and not self._soon.done:
            return False
        vehicle = self.sitting.vehicle.id
        return prepare_backdrop(canvas, NEXT[self.sky], self.places.rocket, vehicle)

    def leave(self) -> None:
        super().leave()
        if self._soon is not None and not self._ahead:
            self._soon.stop()
            self._soon = None

    @property
    def next_tick_s(self) -> float | None:  # type: ignore[override]
        if self._due:
            return AHEAD_S
        if self._ahead:
            return None
        return AHEAD_S if self._soon is not None else BEGIN_S

    def handle(self, event: Event) -> None:
        if self._on_dial(event):
            self.pause()
        else:
            super().handle(event)

    def _on_dial(self, event: Event) -> bool:
        """Whether the sign of the clock was pressed, which stands for the pause."""
        state = self.sitting.round
        return (
            isinstance(event, Pointer)
            and event.kind == "press"
            and event.button == 1
            and self.dial.w > 0
            and (state.rules.window_s > 0 or state.clock_left_s is not None)
            and self.dial.inset(-8).contains(event.position)
        )

    def pause(self) -> None:
        """Lay the pause card over the round; nothing moves under it."""
        self.sitting.pause(True)
        if self.classroom:
            from game.screens.teacher import TeacherScreen

            self.shared.stack.push(TeacherScreen(self))
            return
        if self.sitting.studies:
            from game.screens.study_pause import StudyPauseScreen

            self.shared.stack.push(StudyPauseScreen(self.game, self.sitting))
            return
        from game.screens.pause import PauseScreen

        self.shared.stack.push(PauseScreen(self.game, self.sitting))

    def let_pass(self, dt: float) -> None:
        """Let `dt` seconds of the round pass, and say it once when the launch window closes."""
        in_time = self.sitting.round.on_time
        self.sitting.tick(dt)
        if in_time and not self.sitting.round.on_time:
            self.tell_missed()

    def tell_missed(self) -> None:
        """Say that the launch window has closed, and what that costs."""
        said = self.say("The launch window has closed. Only the “on time” badge is lost.")
        self.shared.notice.show(said)
        self.redraw()

    def open_source(self) -> None:
        """Lay the card of the sources over this screen; it tells no key that is not known yet."""
        from game.screens.source import SourceScreen

        question = self.sitting.question
        self.shared.stack.push(SourceScreen(self.game, question, facts=self.key_is_known))

    @property
    def key_is_known(self) -> bool:
        """Whether the right answer has been shown."""
        return self.sitting.round.phase not in ("go", "asking")

    def enter(self) -> None:
        factor = self.shared.settings.time_factor
        if factor != self._time_factor:
            self._time_factor = factor
            self.sitting.stretch(factor)
        if self.sitting.round.paused:
            self.sitting.pause(False)
        super().enter()
        self._follow_language()

    def _follow_language(self) -> None:
        """Go on in another language, if one was chosen over this screen; or say from when on."""
        language, chosen = self.shared.language, self._language
        if language == chosen:
            return
        self._due = self.game.loading.result is None
        if self._due:
            return
        self._language = language
        if self.sitting.studies or self.sitting.hosted:
            self.shared.notice.show(self.say("The questions keep their language to the end."))
        elif flow.change_language(self.game, self.sitting):
            self.shared.stack.replace(flow.screen_for(self.game, self.sitting))
        elif self.sitting.is_in_old_words and self.sitting.is_fresh:
            flow.tell_old_words(self.game, self.sitting)
        elif self.sitting.question.language != language:
            said = self.say("The next question comes in the new language, if the pack has it.")
            self.shared.notice.show(said)

    def open_glossary(self) -> None:
        """Show the hard words that stand here, if there are any."""
        entries = self.hard_words
        if entries:
            self.shared.stack.push(glossary.GlossaryScreen(self.game, entries))

    @property
    def hard_words(self) -> tuple[glossary.Entry, ...]:
        """The words that can be looked up now, with their lines."""
        return ()

    def paint(self, canvas: Canvas) -> None:
        if canvas.shows:
            draw_backdrop(canvas, self.sky, self.places.rocket, self.sitting.vehicle.id)
            self._canvas = canvas
        self.paint_gauge(canvas)
        self.paint_readings(canvas)

    def paint_readings(self, canvas: Canvas) -> None:
        """The top row."""
        if self.sitting.studies:
            from game.screens import study_readings

            study_readings.draw(canvas, self.places, self.sitting, self.shared.catalogue)
            return
        state, catalogue = self.sitting.round, self.shared.catalogue
        if self.stands:
            state = replace(state, paused=True)
        self.dial = draw_readings(
            canvas,
            self.places,
            state,
            self.filled,
            catalogue,
            went=self.went,
            word=self.word,
            aside=self.aside,
            station=self.station,
        )

    def paint_gauge(self, canvas: Canvas) -> None:
        """The mast with its cells, and the streak's lamps where there is room."""
        cells = tuple(_CELLS[cell] for cell in self.cells)
        teams = self.sitting.round.crew.who == "teams"
        if self.places.room == "normal":
            hoses: tuple[Point, ...] = ()
            if self.places.rocket is not None:
                hoses = hose_ends(self.places.rocket, self.sitting.vehicle.id)
            levels = tuple(
                level * self.level if at == self.filling else level
                for at, level in enumerate(self.levels)
            )
            mast.draw(canvas, cells, levels=levels, hoses=hoses)
        if teams and (self.places.room == "normal" or self.shows_rows):
            draw_standing(canvas, self.places, self.sitting.round, self.say("Fuel earned"))
        elif teams or self.aside_for_notice is not None:
            return
        elif self.places.room == "normal":
            lamps = self.sitting.lamps()
            left = 1464.0 + 52 * (LAMPS - len(lamps)) / 2
            signs.lamps(canvas, tuple(_LAMPS[lamp] for lamp in lamps), left)
            words = (
                self.say("The last answers")
                if self.classroom
                else self.say("Your last six answers")
            )
            ink = canvas.theme.colour("ink_dim")
            canvas.text(words, (1594, 1052), "small", ink, "centre", fit=440)
        elif self.shows_rows:
            mast.two_rows(canvas, cells, self.places.mast.x, self.places.mast.y, levels=self.levels)

    @property
    def word(self) -> str:
        """What stands beside T-n in the place of the stages, "" for the stages."""
        return team_name(self.station, self.shared.catalogue) if self.station else ""

    @property
    def station(self) -> str:
        """The team whose turn it is, "" where there is none; its sign stands before the word."""
        return self.sitting.round.first_asked if self.classroom else ""

    @property
    def aside(self) -> str:
        """What stands small after that word."""
        return ""

    @property
    def stands(self) -> bool:
        """Whether the window stands still for a reason that the round does not know."""
        return False

    @property
    def went(self) -> bool:
        """Whether GO was said to the question that stands now."""
        return False

    @property
    def shows_rows(self) -> bool:
        """Whether nothing else stands where the cells lie down for large text."""
        return True

    @property
    def filling(self) -> int | None:
        """The cell that is rising now."""
        return None

    @property
    def level(self) -> float:
        """How far it has risen, 0 to 1."""
        return 1.0


_CELLS: dict[Cell, mast.Cell] = {
    "empty": "hollow",
    "full": "full",
    "hollow": "recheck",
    "mended": "mended",
}
_LAMPS: dict[Lamp, signs.Lamp] = {"off": "unlit", "lit": "lit", "recheck": "recheck"}


def _coming(canvas: Canvas, game: Game, sitting: Sitting) -> Iterator[None]:
    # What draws it is read in the thread that draws it.
    from game.screens import soon

    yield from soon.slices(canvas, game, sitting)
