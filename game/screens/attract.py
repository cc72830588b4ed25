"""One question that plays by itself on an unattended title, without a sound; any key ends it."""

from __future__ import annotations

from dataclasses import replace

from game.play.plan import first_flight
from game.play.sitting import Sitting
from game.screens import flow
from game.screens.explanation import ExplanationScreen
from game.screens.game import Game
from game.screens.loading import Loaded
from game.screens.options import OptionsScreen
from game.screens.places import places
from game.screens.question import QuestionScreen
from game.screens.screen import Screen
from game.screens.unheard import unheard
from game.ui.canvas import Canvas
from game.ui.events import Event, Pointer
from game.ui.scene import Scene

THINK_S = 4.0
READ_S = 9.0


class AttractScreen(Screen):
    """A game of its own on a stack of its own: nothing of it is heard, kept or remembered."""

    name = "attract"

    def __init__(self, game: Game, turn: int) -> None:
        """`turn` makes another question each time. CannotDraw if the pack has too few facts."""
        super().__init__(game)
        self._demo = unheard(game)
        loaded = game.loading.result
        assert isinstance(loaded, Loaded)
        plan = first_flight(f"{game.seed}/attract/{turn}", game.today)
        plan = replace(plan, rules=replace(plan.rules, go_offers=0))
        sitting = Sitting(loaded.bank, plan)
        self._settings = self._demo.shared.settings
        self._on_stage_s = 0.0
        self._demo.shared.stack.push(flow.screen_for(self._demo, sitting))

    @property
    def shown(self) -> Scene:
        """The screen that plays now."""
        top = self._demo.shared.stack.top
        assert top is not None
        return top

    def reads(self) -> None:
        """Nothing: nobody is there."""

    @property
    def wants_frames(self) -> bool:  # type: ignore[override]
        return self.shown.wants_frames

    @property
    def next_tick_s(self) -> float | None:  # type: ignore[override]
        ticks = [tick for tick in (self.shown.next_tick_s, self._left_s) if tick is not None]
        return min(ticks) if ticks else None

    @property
    def _left_s(self) -> float | None:
        """Seconds until something is pressed; None while the screen goes on by itself."""
        scene = self.shown
        if isinstance(scene, ExplanationScreen):
            return max(0.0, READ_S - self._on_stage_s)
        if isinstance(scene, QuestionScreen) and scene.moment == "open":
            return max(0.0, THINK_S - scene.open_s)
        return None

    def told(self) -> dict[str, object]:
        return {"shows": getattr(self.shown, "name", "")}

    def enter(self) -> None:
        super().enter()
        self.shared.sounds.hush(True)

    def leave(self) -> None:
        self.shared.sounds.hush(False)

    def handle(self, event: Event) -> None:
        if not (isinstance(event, Pointer) and event.kind in ("release", "leave")):
            self.shared.stack.pop()

    def update(self, dt: float) -> None:
        if self.shared.settings != self._settings:
            self.shared.stack.pop()
            return
        scene = self.shown
        scene.update(dt)
        self._on_stage_s = self._on_stage_s + dt if scene is self.shown else 0.0
        if self._left_s == 0.0:
            self._press()
        elif isinstance(scene, QuestionScreen) and scene.waits:
            scene.open()
        if self.shown.stale or scene is not self.shown:
            self.redraw()

    def draw(self, canvas: Canvas) -> None:
        scene = self.shown
        scene.stale = False
        if isinstance(scene, Screen):
            scene.plays_itself = True
        scene.draw(canvas)
        room = places(self.text_scale).hints.inset(0, -20)
        canvas.paragraph(
            self.say("This question plays by itself. Press any key."), room,
            "body_bold", canvas.theme.colour("sand"), valign="middle", max_lines=2,
        )  # fmt: skip
        if self.game.trace.wanted:
            told = {"screen": self.name, **self.told(), "places": {}}
            self.game.trace.say(told)

    def _press(self) -> None:
        scene = self.shown
        if isinstance(scene, OptionsScreen) and isinstance(scene.question.answer, int):
            scene.choose(scene.question.answer)
        elif isinstance(scene, QuestionScreen):
            scene.lock(scene.question.answer)
        else:
            self.shared.stack.pop()
