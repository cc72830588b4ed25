"""A game beside the one that is played: for questions that play by themselves, or behind it."""

from __future__ import annotations

from dataclasses import replace

from game.screens.game import Game
from game.screens.kept import Keeper
from game.screens.trace import Trace
from game.ui.scene import Stack
from game.ui.sound import Silence
from game.ui.widgets.hints import Toast


def unheard(game: Game) -> Game:
    """The same game on a stack of its own: nothing of it is heard, kept or remembered."""
    shared = replace(
        game.shared, stack=Stack(), sounds=Silence(), keep=lambda _: None, notice=Toast()
    )
    # What is not named here has a form that keeps nothing, and is that.
    return Game(
        shared=shared,
        loading=game.loading,
        keeper=Keeper(None),
        trace=Trace(),
        seed=game.seed,
        today=game.today,
        choice=game.choice,
        by_hand=game.by_hand,
        shelf=game.shelf,
    )
