"""The launch of a learner's mission: the film, with the facts of its sittings as satellites."""

from __future__ import annotations

from game.play.learner import Flown
from game.play.mission import mission_for, vehicle_called
from game.play.studying import Studying
from game.screens import study_flow
from game.screens.film import FilmScreen
from game.screens.game import Game
from game.screens.reel import Reel, seen

MOST_NAMES = 10


class StudyLaunchScreen(FilmScreen):
    """Its captions are facts of the mission, each with where it is from."""

    name = "launch"

    def __init__(self, game: Game, sitting: Studying) -> None:
        bank = sitting.bank
        flown = carried(game, sitting)
        vehicle = vehicle_called(bank.pack.vehicle)
        share = flown.right / flown.answers if flown.answers else 1.0
        mission = mission_for(vehicle, share)
        labels = (sitting.learner.label(card) for card in flown.cards)
        names = list(dict.fromkeys(label for label in labels if label))[:MOST_NAMES]
        reel = Reel(
            mission.vehicle.id,
            mission.payload.id,
            names=names,
            seed=sitting.plan.seed,
            brief=seen(game, mission.vehicle.id),
        )
        from game.screens.captions import captions

        super().__init__(game, reel, captions(sitting, bank.pack, game.shared.catalogue))
        self.sitting = sitting

    def enter(self) -> None:
        super().enter()
        self.remember()

    def arrive(self) -> None:
        """In orbit: to the constellation."""
        super().arrive()
        study_flow.home(self.game, self.sitting)


def carried(game: Game, sitting: Studying) -> Flown:
    """What the mission has taught, this sitting included."""
    learner = game.logbook.learner(sitting.learner.bank)
    if learner is not None and learner.sittings > sitting.learner.sittings:
        return learner.mission()
    right = sitting.right()
    return Flown(sitting.cards, max(1, sitting.firsts), right)
