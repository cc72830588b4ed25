"""The launch at the end of a round: the film of what its fuel carries."""

from __future__ import annotations

from collections.abc import Iterator

from game.play.sitting import Sitting
from game.screens import flow
from game.screens.captions import captions
from game.screens.constellation import facts_in_orbit, orbits_for
from game.screens.film import EARTH_AFTER_S, FilmScreen
from game.screens.film_stations import draw_stations, lit, moments, said
from game.screens.game import Game
from game.screens.mission_clock import draw_clock, height_and_speed
from game.screens.reel import Reel, seen
from game.ui.ahead import Ahead
from game.ui.art.launch import LaunchFilm
from game.ui.canvas import Canvas


def reel_of(game: Game, sitting: Sitting) -> Reel:
    """The film of a sitting; from a vehicle's second launch on it is brief."""
    mission = sitting.mission()
    return Reel(
        mission.vehicle.id,
        mission.payload.id,
        names=[fact.label for fact in facts_in_orbit(sitting)],
        seed=sitting.plan.seed,
        brief=seen(game, mission.vehicle.id),
        still=game.shared.settings.motion != "full",
    )


class LaunchScreen(FilmScreen):
    """Its captions are what the round taught; teams see their stations at work."""

    name = "launch"

    def __init__(self, game: Game, sitting: Sitting, reel: Reel | None = None) -> None:
        lines = captions(sitting, sitting.bank.pack, game.shared.catalogue)
        super().__init__(game, reel or reel_of(game, sitting), lines)
        self.sitting = sitting
        if sitting.round.crew.who == "alone":
            self.orbits = orbits_for(facts_in_orbit(sitting))
        self._soon: Ahead[None] | None = None

    def enter(self) -> None:
        super().enter()
        self.remember()

    def told(self) -> dict[str, object]:
        return {"phase": self.sitting.round.phase, "t": self.sitting.round.t_minus}

    def paint(self, canvas: Canvas) -> None:
        super().paint(canvas)
        film = self.reel.now
        if film is None or not self.shared.looks_ahead or self._soon is not None:
            return
        if not self.orbits and film.seconds > EARTH_AFTER_S:
            self._soon = Ahead(_debrief())
        elif film.seconds > film.scenes[-1].start:
            # So late that the film's own words leave them among the pictures that are kept.
            self._soon = Ahead(_results(canvas.apart(), self.game, self.sitting))

    def paint_clock(self, canvas: Canvas, film: LaunchFilm) -> None:
        crew = self.sitting.plan.crew
        if crew.who != "teams":
            super().paint_clock(canvas, film)
            return
        theme, catalogue = self.reel.theme, self.shared.catalogue
        found = moments(film, crew.seats)
        line = said(lit(film, found), film, catalogue)
        reading = height_and_speed(film, self.reel.flight, catalogue)
        draw_clock(canvas, film, theme, catalogue, line, reading, self.held_words)
        draw_stations(canvas, film, crew.seats, found, theme, catalogue)

    def land(self) -> None:
        """In orbit."""
        self.sitting.reach_orbit()
        flow.go(self.game, self.sitting)


def _results(canvas: Canvas, game: Game, sitting: Sitting) -> Iterator[None]:
    # What draws them is read in the thread that draws them.
    from game.screens import soon

    yield from soon.results(canvas, game, sitting)


def _debrief() -> Iterator[None]:
    # A class must not wait for what its end is made of.
    from game.screens import debrief  # noqa: F401

    yield
