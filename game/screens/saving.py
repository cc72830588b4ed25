"""An answer is on the disk before it is explained; where that takes long, or fails, it is said."""

from __future__ import annotations

from game.screens.countdown import CountdownScreen

SAID_AFTER_S = 0.25
GIVES_UP_S = 8.0
"""A disk that is silent for so long is not waited for; the answer stays in memory meanwhile."""


def over(screen: CountdownScreen, waited_s: float) -> bool:
    """Whether the screen may go on: the answer is kept, or it is clear that it cannot be."""
    sitting, notice = screen.sitting, screen.shared.notice
    if not sitting.stored and waited_s < GIVES_UP_S:
        if waited_s >= SAID_AFTER_S and not notice.shown:
            notice.show(screen.say("Saving ..."))
            screen.redraw()
        return False
    if sitting.trouble or not sitting.stored:
        game = screen.game
        if not game.told_of_disk:
            game.told_of_disk = True
            notice.show(
                screen.say(
                    "Your answers cannot be written to the disk now. The game goes on and keeps "
                    "them until it closes."
                )
            )
    return True
