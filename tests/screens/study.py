"""A learner at the real screens and a real store, with a clock that a test sets."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path

from game.screens.explanation import ExplanationScreen
from game.screens.game import Game
from game.screens.home import HomeScreen
from game.screens.logbook import Logbook
from game.screens.question import QuestionScreen
from game.screens.studio import Studio, wrong_answer
from game.screens.study_end import StudyEndScreen
from game.ui.pilot import Pilot
from tests.patience import PATIENCE_S, until

MORNING = datetime(2026, 9, 7, 8, 30, tzinfo=timezone(timedelta(hours=5)))
MOST_STEPS = 400


class Desk:
    """A game with a folder of its own. `now` is what its clock shows."""

    def __init__(self, studio: Studio, folder: Path | None, now: datetime = MORNING) -> None:
        self.studio = studio
        self.now = now
        self.game = studio.game()
        self.game.logbook = Logbook(folder, lambda: self.now)

    def open(self) -> Pilot:
        """The title, with a pilot at it, once all has been read."""
        from game.screens.title import TitleScreen

        pilot = Pilot(self.game.shared, TitleScreen(self.game), self.studio.size)
        if self.game.logbook.exists:
            self.game.logbook.begin()
        self.game.logbook.wait()
        return pilot

    def known(self, pilot: Pilot) -> HomeScreen:
        """The home, once it shows what is known."""
        scene = pilot.scene
        for _ in range(MOST_STEPS):
            self.game.logbook.wait()
            scene = pilot.scene
            if not isinstance(scene, HomeScreen) or scene.known is not None:
                break
            pilot.step(0.05)
        assert isinstance(scene, HomeScreen), scene
        return scene


def explained(pilot: Pilot) -> None:
    """Step until the explanation shows, which waits until the answer is on the disk."""
    until(lambda: isinstance(pilot.scene, ExplanationScreen), lambda: pilot.step(0.05), pilot.scene)


def studied(pilot: Pilot, game: Game, right: Callable[[int], bool] = lambda _: True) -> list[str]:
    """Answer every question of a sitting at its screens; the facts that were asked, in order."""
    facts: list[str] = []
    for _ in range(MOST_STEPS):
        scene = pilot.scene
        if isinstance(scene, StudyEndScreen):
            return facts
        if isinstance(scene, QuestionScreen):
            pilot.step(5.0)
            question = scene.question
            good = right(len(facts))
            facts.append(question.id.rpartition("#")[0] + question.id.rpartition("#")[2][:0])
            scene.lock(question.answer if good else wrong_answer(question))
            game.logbook.wait()
            scene.sitting.ticket and scene.sitting.ticket.wait(PATIENCE_S)
            pilot.step(0.7)
        elif isinstance(scene, ExplanationScreen):
            pilot.press("enter")
        else:
            raise AssertionError(scene)
    raise AssertionError("the sitting does not end")
