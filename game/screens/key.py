"""The key to launch: one press turns it by thirds, with 3, 2, 1."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from game.play.sitting import Sitting
from game.screens import flow, words
from game.screens.blocks import Block, draw_blocks, height, share_that_fits, shrunk
from game.screens.countdown import CountdownScreen
from game.screens.game import Game
from game.screens.launch import LaunchScreen, reel_of
from game.screens.prompt import draw_card
from game.screens.readings import draw_fuel
from game.screens.scenery import forget_backdrops
from game.screens.screen import Shortcuts
from game.ui.art import key
from game.ui.canvas import Canvas
from game.ui.clock import ease_out
from game.ui.events import Event, Key
from game.ui.geometry import Rect
from game.ui.theme import TypeStyle
from game.ui.voice import Said
from game.ui.widgets import Hint, KeyHints, Widget

BEGIN_S = 0.2
THIRD_S = 1.0
TURN_S = 0.5
COUNTS = (("3", "three"), ("2", "two"), ("1", "one"))


class Plate(Widget):
    """The plate of the key, to be pressed anywhere."""

    radius = key.RADIUS
    text = "key"

    def draw(self, canvas: Canvas) -> None:
        """The screen draws it, with the key as far as it is turned."""


class KeyScreen(CountdownScreen):
    """Waits for the player; the class counts aloud."""

    name = "key"
    guards = True

    def __init__(self, game: Game, sitting: Sitting) -> None:
        super().__init__(game, sitting)
        self.turning = False
        self.turned_s = 0.0
        self.skipped = False
        self._begun = False
        self.reel = reel_of(game, sitting)

    @property
    def wants_frames(self) -> bool:  # type: ignore[override]
        return self.turning

    @property
    def thirds(self) -> int:
        """How many of 3, 2, 1 have been said."""
        return min(3, int(self.turned_s / THIRD_S) + 1) if self.turning else 0

    @property
    def angle(self) -> float:
        """Where the key stands, in degrees from -60 to 60: it goes on with each count."""
        if not self.turning:
            return -key.TURN
        done = int(self.turned_s / THIRD_S)
        within = min(1.0, (self.turned_s - done * THIRD_S) / TURN_S)
        return -key.TURN + 2 * key.TURN * min(3.0, done + ease_out(within)) / 3

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        plate = Plate(key.PLATE, self.turn)
        hints = KeyHints(
            (
                Hint(self.say("Enter"), self.say("Turn the key"), self.turn),
                Hint("Esc", self.say("Skip the flight"), self.skip),
            ),
            self.places.hints,
        )
        return (plate, hints), plate

    def shortcuts(self) -> Shortcuts:
        return {"enter": self.turn, "space": self.turn, "escape": self.skip}

    def spoken(self) -> Iterable[str | Said]:
        from game.screens.spoken import heard

        count = (COUNTS[self.thirds - 1][0],) if self.turning else ()
        return (f"{self.say('Turn the key')}.", *heard(self, self._carries), *count)

    def told(self) -> dict[str, object]:
        return {**super().told(), "thirds": self.thirds}

    def meant_for_another(self, event: Event) -> bool:
        return super().meant_for_another(event) or (
            isinstance(event, Key) and event.name == "space"
        )

    def turn(self) -> None:
        """Begin to turn; the rest goes by itself."""
        if not self.turning and not self.skipped:
            self.turning = True
            self.turned_s = 0.0
            self.group.focus(None)
            self.shared.sounds.play("three")

    def skip(self) -> None:
        """Straight to the results."""
        if self.skipped:
            return
        self.skipped = True
        self.sitting.turn_key()
        self.sitting.reach_orbit()
        flow.go(self.game, self.sitting)
        self.reel.close()

    @property
    def next_tick_s(self) -> float | None:  # type: ignore[override]
        rest = super().next_tick_s
        return rest if self._begun else min(BEGIN_S, rest or BEGIN_S)

    def update(self, dt: float) -> None:
        super().update(dt)
        # Not with the first picture: the film's thread would hold it up.
        if self.shown_s >= BEGIN_S and self._canvas is not None and not self.skipped:
            # The film needs the room of what is over.
            forget_backdrops(but=1)
            if not self._begun:
                self._canvas.forget_pictures()
            self.reel.begin(self._canvas.surface.get_size())
            self._begun = True
        if not self.turning:
            return
        before = int(self.turned_s / THIRD_S)
        self.turned_s += dt
        after = int(self.turned_s / THIRD_S)
        if before < after < len(COUNTS):
            self.shared.sounds.play(COUNTS[after][1])
        if after >= len(COUNTS):
            self.shared.sounds.play("key")
            self.sitting.turn_key()
            self.launch()

    def launch(self) -> None:
        """The key is turned: on to the film."""
        self.shared.stack.replace(LaunchScreen(self.game, self.sitting, self.reel))

    def paint_readings(self, canvas: Canvas) -> None:
        state, catalogue = self.sitting.round, self.shared.catalogue
        draw_fuel(canvas, self.places, state, self.filled, catalogue)

    def paint(self, canvas: Canvas) -> None:
        self.draw_still(canvas, "under the key", self._under)
        key.draw(canvas, self.angle)
        self.draw_still(canvas, "over the key", self._over)
        self.draw_still(canvas, f"{self.thirds} counted", self._counts)
        self.draw_still(canvas, "what is carried", self._carries)

    def _under(self, canvas: Canvas) -> None:
        super().paint(canvas)
        heading = TypeStyle(120 / canvas.text_scale, 800, -3 / canvas.text_scale)
        ink = canvas.theme.colour("ink")
        canvas.text(self.say("Turn the key"), (88, 174), heading, ink, "baseleft", fit=1000)

    def _over(self, canvas: Canvas) -> None:
        theme = canvas.theme
        for word, centre, ink in (
            (self.say("HOLD"), (292.0, 636.0), "ink_dim"),
            (self.say("LAUNCH"), (660.0, 636.0), "fuel"),
        ):
            style = TypeStyle(34 / canvas.text_scale, 700)
            canvas.text(word, centre, style, theme.colour(ink), "centre", fit=158)
        aloud = self.say("Everybody, aloud:") if self.classroom else self.say("Aloud:")
        canvas.text(aloud, (872, 262), "body", theme.colour("ink"), "baseleft", fit=536)

    def _counts(self, canvas: Canvas) -> None:
        key.counts(canvas, self.thirds)
        for index, (digit, _) in enumerate(COUNTS):
            own = canvas.theme.colour("ink_dark" if index < self.thirds else "ink")
            style = TypeStyle(104 / canvas.text_scale, 800)
            canvas.text(digit, key.COUNTS[index], style, own, "centre")

    def _carries(self, canvas: Canvas) -> None:
        """What the fuel carries, and what more would have; the cells and the orbit if there is
        room."""
        told = self.places.room == "normal"
        box = Rect(868, 500, 530 if told else 956, 392)
        catalogue = self.shared.catalogue
        full = words.filled(self.sitting.round, catalogue)
        mission = self.sitting.mission()
        more = words.with_more(mission, self.sitting.round.best, catalogue)
        blocks = [
            *([Block(full, "hint_bold")] if told else []),
            Block(words.carries(mission, catalogue), "body_bold", "sand", before=18 if told else 0),
            *([Block(words.bound_for(mission, catalogue), "hint", before=6)] if told else []),
            *([Block(more, "hint", "ink_dim", before=18)] if more else []),
        ]
        inner = box.inset(36, 28)
        share = share_that_fits(canvas, blocks, (inner.w, inner.h))
        styles = [shrunk(canvas.theme, block.style, share) for block in blocks]
        high = sum(
            block.before * share + height(canvas, block.text, style, inner.w)
            for block, style in zip(blocks, styles, strict=True)
        )
        draw_card(canvas, box._replace(h=min(box.h, high + 56)))
        draw_blocks(canvas, blocks, inner, share)
