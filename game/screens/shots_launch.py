"""Pictures of the launch as it is held, as teams see it, and in stills."""

from __future__ import annotations

from collections.abc import Callable

from game.rounds.crew import Crew
from game.screens.constellation import facts_in_orbit
from game.screens.launch import LaunchScreen
from game.screens.reel import Reel
from game.screens.studio import Studio
from game.ui.pilot import Pilot
from game.ui.settings import Motion

Shot = Callable[[Studio], Pilot]
VEHICLE = "soyuz-2-1a"


def _launch(
    at: float, *presses: str, crew: Crew | None = None, motion: Motion = "full", brief: bool = False
) -> Shot:
    """The launch at a mission second, in a round that missed one fact."""

    def take(studio: Studio) -> Pilot:
        sitting = studio.sitting(9, crew=crew, missed=(3,))
        sitting.launch_now()
        sitting.turn_key()
        game = studio.game(studio.settings.with_(motion=motion))
        names = [fact.label for fact in facts_in_orbit(sitting)]
        reel = Reel(VEHICLE, names=names, brief=brief)
        screen = LaunchScreen(game, sitting, reel)
        pilot = Pilot(game.shared, screen, studio.size)
        if motion == "full":
            film = reel.film(studio.size)
            film.seek(film.plan.film(at) + 0.3)
        pilot.press(*presses)
        return pilot

    return take


LAUNCHES: dict[str, Shot] = {
    "launch-brief": _launch(0.5, brief=True),
    "launch-held": _launch(2.0, "space"),
    "launch-teams": _launch(-12.0, crew=Crew("teams", 4, "together")),
    "launch-teams-6": _launch(118.0, crew=Crew("teams", 6, "together")),
    "launch-still": _launch(0.0, "right", "right", "right", motion="reduced"),
    "launch-still-orbit": _launch(0.0, *["right"] * 6, motion="none"),
}
