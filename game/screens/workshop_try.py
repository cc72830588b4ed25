"""One question tried out: asked, answered and explained as in a round, of which nothing is kept."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

from game.bank.question import Question
from game.bank.survey import Playable
from game.play.plan import Plan
from game.play.sitting import Sitting
from game.rounds import steps
from game.rounds.state import Rules
from game.screens import flow
from game.screens.game import Game
from game.screens.kept import Keeper
from game.screens.loading import Loaded, Loading
from game.screens.screen import Screen
from game.ui.canvas import Canvas
from game.ui.events import Event, Key
from game.ui.geometry import Rect
from game.ui.reading import Reading
from game.ui.scene import Scene, Stack

_RULES = Rules(window_s=0.0, go_offers=0, hold=False)
_AWAY = frozenset({"title", "home", "choose"})
"""Screens to which the pause card leads out of a round."""


class WorkshopTryScreen(Screen):
    """A game of its own on a stack of its own, until its one question has been explained.

    Esc leads back at once: there is no round that could be left in the middle.
    """

    name = "workshop-try"

    def __init__(self, game: Game, playable: Playable, question: Question) -> None:
        super().__init__(game)
        shared = replace(game.shared, stack=Stack(), looks_ahead=False)
        loaded = Loaded(playable.pack, playable.bank)
        self._inner = Game(
            shared=shared,
            loading=Loading.done(Path(), loaded),
            keeper=Keeper(None),
            trace=game.trace,
            seed=game.seed,
            today=game.today,
            by_hand=game.by_hand,
        )
        plan = Plan(3, "try", game.today, rules=_RULES)
        # A round has three questions at least; it is left after the first.
        begun = steps.begin((question,) * 3, _RULES, random.Random(0), plan.seats, plan.crew)
        self._sitting = Sitting(playable.bank, plan, taken_up=begun)
        shared.stack.push(flow.screen_for(self._inner, self._sitting))

    @property
    def shown(self) -> Scene | None:
        """The screen of the question, or what lies over it."""
        return self._inner.shared.stack.top

    @property
    def wants_frames(self) -> bool:  # type: ignore[override]
        return self.shown is not None and self.shown.wants_frames

    @property
    def next_tick_s(self) -> float | None:  # type: ignore[override]
        return self.shown.next_tick_s if self.shown is not None else None

    @property
    def takes_text(self) -> bool:  # type: ignore[override]
        return self.shown is not None and self.shown.takes_text

    @property
    def types_letters(self) -> bool:  # type: ignore[override]
        return self.shown is not None and self.shown.types_letters

    @property
    def text_area(self) -> Rect | None:  # type: ignore[override]
        return self.shown.text_area if self.shown is not None else None

    @property
    def takes_any_key(self) -> bool:  # type: ignore[override]
        return self.shown is not None and self.shown.takes_any_key

    @property
    def answers_b(self) -> bool:  # type: ignore[override]
        return self.shown is not None and self.shown.answers_b

    def reads(self) -> Reading | None:
        return self.shown.reads() if self.shown is not None else None

    def handle(self, event: Event) -> None:
        inner = self._inner.shared
        inner.device = self.shared.device
        if isinstance(event, Key) and event.name == "escape" and inner.stack.under is None:
            self.shared.stack.pop()
            return
        if self.shown is not None:
            self.shown.handle(event)
        if inner.settings != self.shared.settings:
            self.shared.change(inner.settings)
        self._leave_at_the_end()

    def update(self, dt: float) -> None:
        scene = self.shown
        if scene is not None:
            scene.update(dt)
        self._leave_at_the_end()
        if scene is not self.shown or (self.shown is not None and self.shown.stale):
            self.redraw()

    def draw(self, canvas: Canvas) -> None:
        if self.shown is not None:
            self.shown.stale = False
            self.shown.draw(canvas)

    def _leave_at_the_end(self) -> None:
        scene = self.shown
        gone = scene is None or (isinstance(scene, Screen) and scene.name in _AWAY)
        state = self._sitting.round
        over = state.at > 0 or state.phase not in ("asking", "explaining")
        if (gone or over) and self.shared.stack.top is self:
            self.shared.stack.pop()
