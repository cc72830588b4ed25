"""After a sitting: what came of it, and the mission's next step as a short scene."""

from __future__ import annotations

from collections.abc import Sequence

from game.play.studying import CELLS, Studying
from game.screens import study_flow
from game.screens.blocks import Block, draw_blocks, share_that_fits
from game.screens.button_row import shared_out
from game.screens.flown import standing
from game.screens.game import Game
from game.screens.mission_row import draw_steps
from game.screens.prompt import draw_card
from game.screens.reel import Reel
from game.screens.scenery import Sky, draw_backdrop, hose_ends
from game.screens.screen import Screen, Shortcuts
from game.study.steps import STAGES, Stage
from game.ui.art import mast, rollout
from game.ui.art.backdrop import SCREEN
from game.ui.canvas import Canvas
from game.ui.clock import Motion
from game.ui.geometry import Rect
from game.ui.theme import TypeStyle
from game.ui.widgets import Button, ButtonKind, Widget

SCENE_S = 2.4
BEGIN_S = 0.3
ASK_S = 0.05


class StudyEndScreen(Screen):
    """The scene plays by itself; any button leaves it at once."""

    name = "study-end"
    guards = True

    def __init__(self, game: Game, sitting: Studying) -> None:
        super().__init__(game)
        self.sitting = sitting
        self.moved = sitting.moves
        self.standing = sitting.standing
        still = game.shared.settings.motion != "full" or not self.moved
        self._scene = Motion(0.0 if still else SCENE_S, 0.0 if still else BEGIN_S)
        self._read = False
        self._more = False
        self._reel: Reel | None = None
        self._canvas: Canvas | None = None
        self.craft = standing(sitting.vehicle)
        game.shared.sounds.play("page", 0.5)

    @property
    def wants_frames(self) -> bool:  # type: ignore[override]
        return not self._scene.over

    @property
    def next_tick_s(self) -> float | None:  # type: ignore[override]
        waits = self._more or (self.flies and self._reel is None)
        return ASK_S if waits else None

    @property
    def stage(self) -> Stage:
        """The step that the mission has reached."""
        return self.standing.stage or "assembly"

    @property
    def flies(self) -> bool:
        """Whether this sitting was the one that launches."""
        return self.moved and self.stage == "launch"

    def enter(self) -> None:
        super().enter()
        if not self._read:
            self._read = True
            learner = self.sitting.learner
            self.game.logbook.read(learner.bank, self.game.choice.sets)

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        actions = [
            (self.say("To my sky"), self.home),
            (self.say("Ten more"), self.more),
        ]
        if self.flies:
            actions = [
                (self.say("Launch"), self.launch),
                (self.say("Skip the flight"), self.home),
            ]
        high = 92 * min(1.1, self.text_scale)
        area = Rect(96, 1040 - high, min(1728.0, 900 * self.text_scale), high)
        texts = [words for words, _ in actions]
        places, style = shared_out(texts, area, self.shared.theme, self.text_scale)
        kinds: tuple[ButtonKind, ...] = ("primary", "secondary")
        buttons = [
            Button(words, place, action, kind, style=style)
            for (words, action), place, kind in zip(actions, places, kinds, strict=True)
        ]
        return buttons, buttons[0]

    def shortcuts(self) -> Shortcuts:
        return {"escape": self.home}

    def told(self) -> dict[str, object]:
        return {
            "stage": self.stage,
            "moved": self.moved,
            "right": self.sitting.right(),
            "firsts": self.sitting.firsts,
            "learned": self.sitting.learned(),
        }

    def home(self) -> None:
        """To the constellation, where the moved satellites rise."""
        study_flow.home(self.game, self.sitting)

    def more(self) -> None:
        """Another sitting, as long as this one."""
        self._more = True

    def launch(self) -> None:
        """The film, with what the mission has taught."""
        from game.screens.study_launch import StudyLaunchScreen, reel_of

        reel = self._reel or reel_of(self.game, self.sitting)
        self.shared.stack.replace(StudyLaunchScreen(self.game, self.sitting, reel))

    def _make_film(self) -> None:
        """Have the film made while this stands here, once it is known what it carries."""
        from game.screens.study_launch import reel_of

        if self._canvas is not None and not self.game.logbook.busy:
            self._reel = reel_of(self.game, self.sitting)
            self._reel.begin(self._canvas.surface.get_size())

    def update(self, dt: float) -> None:
        super().update(dt)
        if self._more and not self.game.logbook.busy:
            study_flow.again(self.game, self.sitting)
            return
        if self.flies and self._reel is None and self.shown_s >= BEGIN_S:
            self._make_film()
        before = self._scene.share
        self._scene.tick(dt)
        if before == 0 and self._scene.share > 0:
            self.shared.sounds.play("call" if self.stage == "assembly" else "key", 0.5)

    def paint(self, canvas: Canvas) -> None:
        share = self._scene.value
        if canvas.shows:
            self._canvas = canvas
        self._draw_scene(canvas, share)
        self._words(canvas)

    def _draw_scene(self, canvas: Canvas, share: float) -> None:
        stage = self.stage if self.moved else "assembly"
        if stage == "assembly":
            rollout.hall(canvas, share, self.craft)
            return
        if stage == "roll-out":
            if canvas.shows:
                draw_backdrop(canvas, "rollout", None)
            rollout.rails(canvas, share, self.craft)
            return
        launch = stage == "launch"
        if canvas.shows:
            sky: Sky = "launch" if launch else "fuel"
            draw_backdrop(canvas, sky, SCREEN, self.sitting.vehicle.id)
        full = CELLS if launch else share * CELLS
        cells: list[mast.Cell] = ["full" if at < full else "hollow" for at in range(CELLS)]
        levels = [min(1.0, max(0.0, full - at)) for at in range(CELLS)]
        hoses = hose_ends(SCREEN, self.sitting.vehicle.id)
        mast.draw(canvas, cells, levels=levels, hoses=hoses)

    def _words(self, canvas: Canvas) -> None:
        theme, scale = canvas.theme, self.text_scale
        tall = 1.0 if scale <= 1.2 else 1.25 if scale < 1.6 else 1.5
        card = Rect(96, 64, min(1180.0, 900 * tall), 250 * tall)
        if self.stage in ("assembly", "roll-out") or not self.moved:
            card = Rect(96, 64, min(1728.0, 1180 * tall), 250 * tall)
        draw_card(canvas, card)
        area = card.inset(48, 28)
        steps = Rect(area.x, area.bottom - 60 * min(1.3, scale), area.w, 60 * min(1.3, scale))
        big = TypeStyle(64 * min(1.2, scale) / scale, 800, -1 / scale, min_size=44 / scale)
        room = Rect(area.x, area.y, area.w, steps.y - 12 - area.y)
        head = canvas.text(self._heading(), (room.x, room.y + 32), big, theme.colour("ink"),
                           "midleft", fit=room.w)  # fmt: skip
        rest = Rect(room.x, head.bottom + 4, room.w, room.bottom - head.bottom - 4)
        blocks = [Block(self._result(), "body")]
        draw_blocks(canvas, blocks, rest, share_that_fits(canvas, blocks, (rest.w, rest.h)))
        count = STAGES.index(self.stage) + 1 if self.standing.stage else 0
        draw_steps(canvas, steps, count, self.shared.catalogue, alone=scale > 1.4)

    def _heading(self) -> str:
        if not self.moved:
            return self.say("A short visit")
        headings: dict[Stage, str] = {
            "assembly": self.say("Joined in the hall"),
            "roll-out": self.say("Rolled out to the pad"),
            "fuelling": self.say("Fuelled"),
            "launch": self.say("Ready to launch"),
        }
        return headings[self.stage]

    def _result(self) -> str:
        right, firsts = self.sitting.right(), self.sitting.firsts
        said = self.say("{right} of {of} right.").format(right=right, of=firsts)
        if not self.moved:
            more = self.say("From five answers on the mission moves a step.")
            return f"{said} {more}"
        new = self.sitting.learned()
        if new:
            learned = self.shared.catalogue.ngettext(
                "{count} new fact.", "{count} new facts.", new
            ).format(count=new)
            said = f"{said} {learned}"
        return said
