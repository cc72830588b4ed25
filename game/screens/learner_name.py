"""Who studies, as it stands on the title: a picture and a nickname."""

from __future__ import annotations

from game.screens.game import Game
from game.ui.canvas import Canvas
from game.ui.theme import TypeStyle


def chosen_name(game: Game) -> str:
    """The nickname of the learner whose answers are kept now, "" for a guest."""
    profile = game.logbook.profile
    return profile.nickname if profile is not None else ""


def draw_name(canvas: Canvas, game: Game) -> None:
    """The picture in the corner, and the nickname beside it."""
    from game.ui.art import emblems

    profile = game.logbook.profile
    if profile is None:
        return
    emblems.draw(canvas, profile.picture, (1780, 88), 44)
    scale = canvas.text_scale
    style = TypeStyle(34 * min(1.3, scale) / scale, 600)
    ink = canvas.theme.colour("ink")
    canvas.text(profile.nickname, (1716, 88), style, ink, "midright", fit=160)
