"""How far a learner has come: the entry from their home."""

from __future__ import annotations

from game.play.learner import Learner
from game.screens.game import Game
from game.screens.satellite_list import SatelliteListScreen
from game.screens.screen import Screen


def progress_screen(game: Game, learner: Learner) -> Screen:
    """What Progress opens, laid over the home; it goes back by `stack.pop()`."""
    return SatelliteListScreen(game, learner, learner.constellation())
