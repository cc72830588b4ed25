"""A learner's home: their constellation over the Earth, and what to do today."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from game.play.constellation import Constellation, Satellite
from game.play.learner import Learner
from game.screens import home_words
from game.screens.blocks import Block, draw_blocks, share_that_fits
from game.screens.button_row import shared_out
from game.screens.game import Game
from game.screens.loading import Loaded, NotLoaded
from game.screens.mission_row import done, draw_steps
from game.screens.orbits import GLOBE, chart
from game.screens.places import places
from game.screens.records_card import tell
from game.screens.scenery import draw_home, prepare_backdrop
from game.screens.screen import Screen, Shortcuts
from game.screens.sky_chart import SkyChart
from game.ui.art import emblems
from game.ui.canvas import Canvas
from game.ui.clock import Motion
from game.ui.events import Event, Pointer
from game.ui.geometry import Rect
from game.ui.theme import TypeStyle
from game.ui.widgets import Button, ButtonKind, Hint, KeyHints, Widget

ASK_S = 0.05
LIFT_S, LIFT_AFTER_S = 0.7, 0.5
NEAR = 46.0
"""How near to a satellite a hand must come."""
_ROW = Rect(96, 968, 1728, 84)
_WORDS = (((70.0, 40.0), 1780.0, 320.0),)
_SMALLEST = 0.85
"""How much smaller what stands on the card may be set before some of it gives way."""

Lifts = Mapping[str, float | None]
Do = Callable[[], None]


class HomeScreen(Screen):
    """What is known, what has sunk, and the way to a sitting.

    `lifts` are the cards that a sitting has just moved, with the chance before it: they are seen
    to rise. The buttons stand under the sky; arrows lead from satellite to satellite.
    """

    name = "home"

    def __init__(self, game: Game, lifts: Lifts | None = None) -> None:
        super().__init__(game)
        self.lifts: Lifts = lifts or {}
        self.known: Constellation | None = None
        self.learner: Learner | None = None
        self.sky: SkyChart | None = None
        self._wanted: Do | None = None
        self._asked_for: object = None
        still = game.shared.settings.motion != "full"
        moves = bool(self.lifts) and not still
        self._lift = Motion(LIFT_S if moves else 0.0, LIFT_AFTER_S if moves else 0.0)
        self._heard = not self.lifts
        self._canvas: Canvas | None = None
        self._ready = not game.shared.looks_ahead

    @property
    def wants_frames(self) -> bool:  # type: ignore[override]
        return self.known is not None and not self._lift.over

    @property
    def next_tick_s(self) -> float | None:  # type: ignore[override]
        return None if self.known is not None and self._ready else ASK_S

    @property
    def nothing_left(self) -> bool:
        """Whether nothing is due and nothing is new."""
        learner = self.learner
        return learner is not None and not learner.due() and not learner.new

    def enter(self) -> None:
        super().enter()
        logbook, result = self.game.logbook, self.game.loading.result
        there = logbook.learner(result.bank) if isinstance(result, Loaded) else None
        if logbook.busy or there is not self.learner:
            # Somebody else studies now, or more is known: what stands here is out of date.
            self.known = None
        self._ask()
        self._look()

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        actions = self._actions()
        high = _ROW.h * min(1.1, self.text_scale)
        area = Rect(_ROW.x, _ROW.bottom - high, _ROW.w, high)
        texts = [words for words, _ in actions]
        places, style = shared_out(texts, area, self.shared.theme, self.text_scale)
        buttons: list[Widget] = []
        for at, ((words, action), place) in enumerate(zip(actions, places, strict=True)):
            kind: ButtonKind = "primary" if at == 0 else "secondary" if at == 1 else "quiet"
            heavy = replace(style, weight=700) if at == 0 else style
            buttons.append(Button(words, place, action, kind, style=heavy))
        first = buttons[0]
        widgets: list[Widget] = [*buttons]
        if self.known is not None and self.known.satellites:
            before = self.sky
            plan = chart(self.known)
            at_ = plan.find(before.chosen.card) if before and before.chosen else None
            self.sky = SkyChart(plan, at_, self.press_satellite)
            self.sky.clear = self._clear()
            self.sky.named = self.text_scale < 1.6
            widgets.append(self.sky)
        elif self.known is not None:
            self.sky = SkyChart(chart(self.known), None, self.press_satellite)
            widgets.append(self.sky)
        widgets.append(self._hints())
        return widgets, first

    def shortcuts(self) -> Shortcuts:
        return {
            "escape": self.back,
            "l": self.show_list,
            "p": self.progress,
            "h": self.hangar,
            "s": self.source,
        }

    def told(self) -> dict[str, object]:
        known, looked = self.known, self.sky.chosen if self.sky is not None else None
        if known is None:
            return {"ready": False}
        profile = self.game.logbook.profile
        return {
            "ready": True,
            "known": known.known,
            "due": known.due,
            "guest": profile is None,
            "nickname": profile.nickname if profile is not None else "",
            "looked": looked.card if looked is not None and self._looks else "",
        }

    def handle(self, event: Event) -> None:
        if isinstance(event, Pointer) and self.sky is not None and event.kind in ("move", "press"):
            found = self.sky.chart.nearest(event.position, NEAR)
            if found is not None and (found != self.sky.at or self.group.focused is not self.sky):
                self.sky.select(found)
                self.group.focus(self.sky)
                self.redraw()
        super().handle(event)

    def update(self, dt: float) -> None:
        super().update(dt)
        if self.known is None:
            self._ask()
            self._look()
            return
        if self._lift.over and not self._ready and self._canvas is not None:
            # The first question's sky is painted behind the game while one looks at one's own.
            stand = places(self.text_scale).rocket
            assert self.learner is not None
            vehicle = self.learner.vehicle.id
            self._ready = prepare_backdrop(self._canvas, "rollout", stand, vehicle)
        if self.sky is not None and not self._lift.over:
            self._lift.tick(dt)
            self.sky.share = self._lift.share
            if not self._heard and self._lift.share > 0:
                self._heard = True
                self.shared.sounds.play("satellite")

    def ten_questions(self) -> None:
        """The usual sitting."""
        self._when_ready(lambda: self._study(minutes=0))

    def ten_minutes(self) -> None:
        """A sitting by the clock."""
        self._when_ready(lambda: self._study(minutes=10))

    def harder(self) -> None:
        """What is known, in kinds that are harder."""
        self._when_ready(lambda: self._study(minutes=0, harder=True))

    def press_satellite(self) -> None:
        """One that is due is asked first; of another the source is shown."""
        looked = self.sky.chosen if self.sky is not None else None
        if looked is not None and looked.due:
            self._study(minutes=0, first=looked.card)
        else:
            self.source()

    def source(self) -> None:
        """Where the satellite that is looked at stands."""
        looked = self.sky.chosen if self.sky is not None and self._looks else None
        if looked is None or self.learner is None:
            return
        source_of_card(self.game, self.learner, looked.card)

    def show_list(self) -> None:
        """All satellites as a list."""
        if self.known is not None and self.known.satellites and self.learner is not None:
            from game.screens.satellite_list import SatelliteListScreen

            screen = SatelliteListScreen(self.game, self.learner, self.known)
            self.shared.stack.push(screen)

    def progress(self) -> None:
        """How far the learner has come."""
        if self.learner is not None:
            from game.screens.progress import progress_screen

            self.shared.stack.push(progress_screen(self.game, self.learner))

    def who(self) -> None:
        """Choose, add, rename or delete a learner."""
        from game.screens.profiles import ProfilesScreen

        self.shared.stack.push(ProfilesScreen(self.game))

    def hangar(self) -> None:
        """The vehicles."""
        from game.screens.hangar import HangarScreen

        self.shared.stack.push(HangarScreen(self.game))

    def another_pack(self) -> None:
        """Choose what else to study."""
        from game.screens.choose import ChooseScreen

        self.shared.stack.replace(ChooseScreen(self.game))

    def back(self) -> None:
        from game.screens import flow

        flow.to_title(self.game)

    def paint(self, canvas: Canvas) -> None:
        if canvas.shows:
            draw_home(canvas, GLOBE, _WORDS)
            self._canvas = canvas
        if self.hints is not None:
            self.hints.visible = not self._looks
        self._heading(canvas)
        if self.known is None:
            self._waiting(canvas)

    def paint_over(self, canvas: Canvas) -> None:
        looked = self.sky.chosen if self.sky is not None else None
        if looked is not None and self._looks:
            self._card(canvas, looked)

    @property
    def _looks(self) -> bool:
        """Whether a satellite has the focus."""
        return self.sky is not None and self.group.focused is self.sky

    def _actions(self) -> list[tuple[str, Do]]:
        guest = self.game.logbook.profile is None
        who = self.say("Choose a name") if guest else self.say("Learners")
        first = (self.say("Ten questions"), self.ten_questions)
        second = (self.say("Ten minutes"), self.ten_minutes)
        if self.nothing_left:
            first = (self.say("Harder ones"), self.harder)
            second = (self.say("Another pack"), self.another_pack)
        elif self.known is not None and self.known.satellites and not self.known.due:
            first = (self.say("Ten new ones"), self.ten_questions)
        return [
            first,
            second,
            (self.say("Progress"), self.progress),
            (who, self.who),
            (self.say("Menu"), self.back),
        ]

    def _hints(self) -> KeyHints:
        row = [Hint("↑", self.say("Into the sky"))] if self._has_satellites else []
        if self._has_satellites:
            row.append(Hint("L", self.say("As a list"), self.show_list, self.say("List")))
        row.append(Hint("H", self.say("Hangar"), self.hangar))
        high = 44 * min(1.3, self.text_scale)
        return KeyHints(row, Rect(self._box.x, 300 - high / 2, self._box.w, high))

    @property
    def _has_satellites(self) -> bool:
        return self.known is not None and bool(self.known.satellites)

    def _ask(self) -> None:
        """Have read what is needed, once each."""
        logbook, result = self.game.logbook, self.game.loading.result
        self.game.loading.begin()
        logbook.begin()
        if isinstance(result, NotLoaded):
            from game.screens.problem import ProblemScreen

            self.shared.stack.replace(ProblemScreen(self.game, result))
            return
        if not isinstance(result, Loaded) or not logbook.opened or logbook.busy:
            return
        if tell(self.game):
            return
        if len(logbook.profiles) > 1 and not logbook.asked_who:
            logbook.asked_who = True
            self.who()
            return
        wanted = (result.bank, logbook.profile, self.game.choice.sets)
        there = logbook.learner(result.bank)
        if wanted != self._asked_for:
            self._asked_for = wanted
            if there is None or there.chosen != self.game.choice.sets:
                logbook.read(result.bank, self.game.choice.sets)

    def _look(self) -> None:
        """Take what was read."""
        logbook, result = self.game.logbook, self.game.loading.result
        if logbook.busy or not isinstance(result, Loaded) or self.shared.stack.top is not self:
            return
        found = logbook.learner(result.bank)
        if found is None:
            self.known = None
            self._asked_for = None
            return
        if found is self.learner and self.known is not None:
            return
        another = self.learner is None or found.profile is not self.learner.profile
        self.learner, self.known = found, found.constellation()
        self.renew()
        self.settle()
        if another:
            # The ring stays on the button that led to the choice of a learner no longer.
            self.group.focus(self.group.widgets[0])
        if self.sky is not None and self.lifts:
            self.sky.lifts = self.lifts
            self.sky.share = self._lift.share
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            wanted()

    def _when_ready(self, do: Do) -> None:
        if self.learner is not None and self.known is not None:
            do()
        else:
            self._wanted = do

    def _study(self, *, minutes: int, first: str = "", harder: bool = False) -> None:
        from game.screens import study_flow

        assert self.learner is not None
        study_flow.start(self.game, self.learner, minutes=minutes, first=first, harder=harder)

    def _heading(self, canvas: Canvas) -> None:
        theme, scale = canvas.theme, self.text_scale
        profile = self.game.logbook.profile
        left = 96.0
        if profile is not None:
            emblems.draw(canvas, profile.picture, (148, 118), 52)
            left = 224.0
        title = profile.nickname if profile is not None else self.say("Your constellation")
        room = (self._box.x - 30 if self._looks or scale > 1.2 else 1820) - left
        style = TypeStyle(84 / scale, 800, -2 / scale)
        canvas.text(title, (left, 118), style, theme.colour("ink"), "midleft", fit=room)
        if self.known is None:
            return
        known, catalogue = self.known, self.shared.catalogue
        assert self.learner is not None
        lines = [
            Block(home_words.counted(known, catalogue), "body_bold"),
            Block(home_words.what_now(known, self.learner.day, catalogue), "hint", "ink_dim"),
        ]
        if self.learner.guest:
            lines.append(Block(self._guest_words(), "hint", "sand", before=2))
        if scale > 1.2:
            # The counts are worth more than a sentence that stands on the list as well.
            del lines[1]
        area = Rect(96, 184, self._box.x - 136, 140)
        draw_blocks(canvas, lines, area, share_that_fits(canvas, lines, (area.w, area.h)))
        row = Rect(self._box.x, 216, self._box.w, 56)
        if not self._looks:
            draw_steps(canvas, row, done(self.learner.standing), catalogue, alone=scale > 1.2)

    @property
    def _box(self) -> Rect:
        """The card of the satellite that is looked at."""
        wide = 704.0 if self.text_scale <= 1.2 else 900.0
        return Rect(1824 - wide, 44, wide, 284 if wide < 800 else 300)

    def _guest_words(self) -> str:
        return self.say("You are a guest: all this is kept only when you choose a name.")

    def _waiting(self, canvas: Canvas) -> None:
        ink = canvas.theme.colour("ink_dim")
        text = self.game.logbook.trouble or self.say("Reading what you know")
        canvas.text(text, (100, 212), "body", ink, "midleft", fit=1700)

    def _clear(self) -> tuple[Rect, ...]:
        """Where no name of a satellite may stand."""
        return (Rect(60, 30, 1800, 300), Rect(0, 940, 1920, 140))

    def _card(self, canvas: Canvas, one: Satellite) -> None:
        """What is looked at: name, question, chance, when it comes next, and where it stands."""
        theme, catalogue = canvas.theme, self.shared.catalogue
        assert self.learner is not None and self.sky is not None
        box = self._box
        x, y = self.sky.rect.centre
        corner = (min(max(x, box.x + 60), box.right - 60), box.bottom)
        away = max(1.0, ((x - corner[0]) ** 2 + (y - corner[1]) ** 2) ** 0.5)
        near = (x + (corner[0] - x) * 44 / away, y + (corner[1] - y) * 44 / away)
        canvas.line([near, corner], theme.colour("ink"), 2.5, alpha=150)
        canvas.box(box, theme.colour("card"))
        canvas.box(box, theme.colour("ink"), width=3)
        area = box.inset(32, 22)
        when = home_words.comes_next(one, self.learner.day, catalogue)
        source = home_words.source_of(one, self.learner.bank.pack, catalogue)
        todo = self.say("Enter: answer it, and lift it") if one.due else ""
        name, ask = Block(one.name, "body_bold"), Block(one.ask, "hint")
        cited = Block(source, "hint", "sand", before=4)
        then = Block(todo or when, "hint_bold", "amber" if one.due else "ink", before=6)
        high = 40.0 * min(1.2, self.text_scale)
        room = Rect(area.x, area.y, area.w, area.h - high - 6)
        # Where the room is short the question gives way first, then the name in large type.
        for blocks in (
            [name, ask, cited, then],
            [name, cited, then],
            [replace(name, style="hint_bold"), cited, then],
        ):
            share = share_that_fits(canvas, blocks, (room.w, room.h))
            if share >= _SMALLEST:
                break
        draw_blocks(canvas, blocks, room, share)
        self._chance(canvas, Rect(area.x, area.bottom - high, area.w, high), one)

    def _chance(self, canvas: Canvas, area: Rect, one: Satellite) -> None:
        """The chance that it is remembered, as a bar and in words."""
        theme, scale = canvas.theme, self.text_scale
        ink = theme.colour("amber" if one.due else "fuel")
        y = area.centre[1]
        bar = Rect(area.x, y - 10, 240, 20)
        canvas.box(bar, theme.colour("hollow"), 10, 3)
        canvas.box(bar._replace(w=max(20.0, bar.w * one.recall)), ink, 10)
        words = home_words.remembered(one, self.shared.catalogue)
        if one.due:
            due = home_words.comes_next(one, one.next_day, self.shared.catalogue)
            words = f"{due}. {words}"
        style = TypeStyle(30 * min(1.2, scale) / scale, 600, min_size=28 / scale)
        room = area.right - bar.right - 24
        left = (bar.right + 24, y)
        canvas.text(words, left, style, theme.colour("ink"), "midleft", fit=room)


def source_of_card(game: Game, learner: Learner, card: str) -> None:
    """Lay the card of the sources of one known card over the screen."""
    from game.screens.source import SourceScreen
    from game.study.forms import question_for

    question = question_for(learner.bank, card, 0, (), random.Random(0))
    if question is not None:
        game.shared.stack.push(SourceScreen(game, question))
