"""What the first question stands before, painted behind the title while one looks at it."""

from __future__ import annotations

from collections.abc import Iterator

from game.screens.game import Game
from game.screens.loading import Loaded
from game.screens.places import places
from game.screens.scenery import prepare_backdrop
from game.ui.ahead import Ahead
from game.ui.canvas import Canvas


class FirstSky:
    """The sky and the vehicle of the round that comes next; `ready` once nothing is left to do."""

    def __init__(self, game: Game) -> None:
        self._game = game
        self._chosen: Ahead[str] | None = None
        self.ready = not game.shared.looks_ahead

    def make(self, canvas: Canvas) -> None:
        """Begin what can be begun now: first the vehicle is read, then its backdrop is painted."""
        result = self._game.loading.result
        if self.ready or not isinstance(result, Loaded):
            return
        if self._chosen is None:
            wish, seed = result.pack.vehicle, self._game.coming_seed
            self._chosen = Ahead(_chosen(wish, seed))
        elif self._chosen.done:
            room = places(self._game.shared.settings.text_scale).rocket
            prepare_backdrop(canvas, "rollout", room, self._chosen.finish())
            self.ready = True


def _chosen(wish: str, seed: str) -> Iterator[str]:
    from game.play.mission import vehicle_for

    yield vehicle_for(wish, seed).id
