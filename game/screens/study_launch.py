"""The launch of a learner's mission: the film, with the facts of its sittings as satellites."""

from __future__ import annotations

from game.play.learner import Flown
from game.play.mission import mission_for
from game.play.studying import Studying
from game.screens import study_flow
from game.screens.captions import captions
from game.screens.film import FilmScreen
from game.screens.game import Game
from game.screens.reel import Reel, seen

MOST_NAMES = 10


def reel_of(game: Game, sitting: Studying) -> Reel:
    """The film of a mission: what was right in its sittings decides the payload."""
    flown = carried(game, sitting)
    share = flown.right / flown.answers if flown.answers else 1.0
    mission = mission_for(sitting.vehicle, share)
    labels = (sitting.learner.label(card) for card in flown.cards)
    return Reel(
        mission.vehicle.id,
        mission.payload.id,
        names=list(dict.fromkeys(label for label in labels if label))[:MOST_NAMES],
        seed=sitting.plan.seed,
        brief=seen(game, mission.vehicle.id),
        still=game.shared.settings.motion != "full",
    )


def carried(game: Game, sitting: Studying) -> Flown:
    """What the mission has taught, this sitting included."""
    learner = game.logbook.learner(sitting.learner.bank)
    if learner is not None and learner.sittings > sitting.learner.sittings:
        return learner.mission()
    return Flown(sitting.cards, max(1, sitting.firsts), sitting.right())


class StudyLaunchScreen(FilmScreen):
    """Its captions are facts of the last sitting, each with where it is from."""

    name = "launch"

    def __init__(self, game: Game, sitting: Studying, reel: Reel) -> None:
        lines = captions(sitting, sitting.bank.pack, game.shared.catalogue)
        super().__init__(game, reel, lines)
        self.sitting = sitting

    def enter(self) -> None:
        super().enter()
        self.remember()

    def told(self) -> dict[str, object]:
        return {"phase": "launch"}

    def land(self) -> None:
        """In orbit: to the constellation."""
        study_flow.home(self.game, self.sitting)
