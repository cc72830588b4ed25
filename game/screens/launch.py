"""The launch: a film that any key skips at once and Space holds."""

from __future__ import annotations

from game.play.sitting import Sitting
from game.screens import flow
from game.screens.countdown import CountdownScreen
from game.screens.game import Game
from game.ui.canvas import Canvas
from game.ui.events import Event, Key, Pointer


class LaunchScreen(CountdownScreen):
    """Plays the film of the launch to its end."""

    name = "launch"
    wants_frames = True
    film_s = 3.0

    def __init__(self, game: Game, sitting: Sitting) -> None:
        super().__init__(game, sitting)
        self.passed_s = 0.0

    def handle(self, event: Event) -> None:
        pressed = isinstance(event, Pointer) and event.kind == "press"
        if pressed or (isinstance(event, Key) and not event.repeat):
            self.arrive()

    def update(self, dt: float) -> None:
        self.passed_s += dt
        if self.passed_s >= self.film_s:
            self.arrive()

    def arrive(self) -> None:
        """In orbit: the film is over, or was skipped."""
        self.sitting.reach_orbit()
        flow.go(self.game, self.sitting)

    def paint(self, canvas: Canvas) -> None:
        super().paint(canvas)
