"""How a sitting of self-study begins, and what follows when it is over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.screens.game import Game
from game.screens.screen import Screen

# What studies is imported when somebody does, and not with every round.
if TYPE_CHECKING:
    from game.play.learner import Learner
    from game.play.sitting import Sitting
    from game.play.studying import Studying


def start(
    game: Game, learner: Learner, *, minutes: int = 0, first: str = "", harder: bool = False
) -> None:
    """Begin a sitting in the place of the top screen; say so if there is nothing to ask."""
    from game.play.studying import QUESTIONS, NothingToAsk, Studying
    from game.screens import flow
    from game.study.queue import Length

    length = Length(0, minutes) if minutes else Length(QUESTIONS)
    try:
        sitting = Studying(
            learner,
            length,
            _seed(game, learner),
            time_factor=game.shared.settings.time_factor,
            first=first,
            aim="harder" if harder else "due",
        )
    except NothingToAsk:
        game.shared.notice.show(
            game.shared.catalogue.gettext("Nothing is due and nothing is new. Resting is fine.")
        )
        return
    game.shared.stack.replace(flow.screen_for(game, sitting))


def over(game: Game, sitting: Sitting) -> Screen:
    """What is shown when a sitting has come to its end."""
    from game.play.studying import Studying
    from game.screens.study_end import StudyEndScreen

    assert isinstance(sitting, Studying)
    return StudyEndScreen(game, sitting)


def home(game: Game, sitting: Studying | None = None) -> None:
    """Back to the constellation; what the sitting has moved is seen to rise."""
    from game.screens.home import HomeScreen

    stack = game.shared.stack
    while stack.under is not None:
        stack.pop()
    lifts = {lift.card: lift.before for lift in sitting.lifted()} if sitting is not None else {}
    stack.replace(HomeScreen(game, lifts))


def again(game: Game, sitting: Studying) -> None:
    """Another sitting as long as this one, with what is due and new by now."""
    learner = game.logbook.learner(sitting.learner.bank)
    if learner is None:
        home(game, sitting)
        return
    start(game, learner, minutes=sitting.length.minutes, harder=sitting.aim == "harder")


def _seed(game: Game, learner: Learner) -> str:
    """A seed of its own for every sitting: records of one sitting are told by it."""
    return f"{game.chosen_flight().seed}/{learner.day.isoformat()}/{learner.sittings}"
