"""Which screen shows which moment of a live class, and how one is opened and left."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from game.play.class_host import ClassHost, command
from game.play.hosted import HostedSitting
from game.play.plan import Plan
from game.rounds.crew import Crew
from game.screens import flow
from game.screens.game import Game
from game.screens.hosting import Host, Hosting
from game.screens.live import LiveScreen
from game.screens.loading import Loaded
from game.screens.screen import Screen

if TYPE_CHECKING:
    from game.screens.left_class import CutShort


def open_class(game: Game) -> None:
    """Open the doors of a class of what was chosen, in the place of the top screen."""
    result = game.loading.result
    if not isinstance(result, Loaded):
        raise ValueError("a class needs a pack that was read")
    found = _cut_short(game, result.pack.id)
    if found is not None:
        from game.screens.live_cut_short import CutShortScreen

        resume, anew = (partial(_open, game, resume=resume) for resume in (True, False))
        game.shared.stack.push(CutShortScreen(game, found, resume, anew))
    else:
        _open(game, resume=False)


def _open(game: Game, *, resume: bool) -> None:
    result = game.loading.result
    assert isinstance(result, Loaded)
    plan = game.chosen_flight()
    if not plan.crew.phones:
        # It is taken up from the title, where somebody else may have flown last.
        plan = replace(plan, crew=Crew("class", phones=True))
    game.left_class.forget()
    start = partial(_host, game, plan, result.pack.id)
    host = start(resume=resume)
    if not resume and (rules := game.class_rules.last()):
        host.order("settings", **rules)
    game.hosting = Hosting(result.bank, plan, host, partial(start, resume=True))
    game.shared.stack.replace(screen_for(game))


def _cut_short(game: Game, pack: str) -> CutShort | None:
    """The class of this pack whose log was left behind."""
    if game.logbook.folder is None:
        return None
    found = game.left_class.find(game.logbook.folder)
    return found if found is not None and found.pack == pack else None


def close(game: Game) -> None:
    """End the class and go back to the title."""
    if game.hosting is not None:
        game.hosting.host.order("end")
        game.hosting.host.close()
        game.hosting = None
    flow.to_title(game)


def follow(screen: LiveScreen) -> bool:
    """Show what the host has told if another screen is for that; whether one is."""
    game = screen.game
    if game.hosting is not None:
        game.class_rules.keep(game.hosting.now.settings)
    wanted = wanted_for(game)
    if wanted[0] == "over":
        close(game)
        return True
    if _stands(screen, wanted):
        return False
    stack = game.shared.stack
    while stack.top is not screen and stack.under is not None:
        stack.pop()
    stack.replace(screen_for(game))
    return True


def wanted_for(game: Game) -> tuple[str, int]:
    """The moment that the class is in, and the question that stands. A class that was ended before
    a question was closed is "over": nothing of it is left to be shown."""
    hosting = game.hosting
    if hosting is None:
        return "gone", 0
    if hosting.now.ended:
        # It may have been ended from the teacher's phone, in the middle of a question or before.
        return ("results", 0) if hosting.asked else ("over", 0)
    if hosting.now.gone:
        return "gone", 0
    if hosting.sitting is None or hosting.now.phase in ("", "lobby"):
        return "lobby", 0
    state = hosting.sitting.round
    if state.phase == "explaining" and hosting.now.stands and hosting.now.rows:
        return "standing", state.at
    return state.phase, state.at


def screen_for(game: Game) -> Screen:
    """A new screen for the moment that the class is in."""
    moment, _ = wanted = wanted_for(game)
    if moment == "asking":
        sitting = _sitting(game)
        game.recent.ask(sitting.bank.pack.id, sitting.plan.seed, sitting.question.facts)
    screen = _MADE[moment](game)
    assert isinstance(screen, LiveScreen)
    screen.stands_for = wanted
    return screen


def _stands(screen: LiveScreen, wanted: tuple[str, int]) -> bool:
    return (
        screen.stands_for == wanted
        or wanted[0] in screen.ahead
        or (
            screen.stands_for[0] == wanted[0] and wanted[0] in ("lobby", "key", "launch", "results")
        )
    )


def _host(game: Game, plan: Plan, pack: str, *, resume: bool) -> Host:
    arguments = [str(game.loading.folder), "--questions", str(plan.count), "--level", plan.level]
    if game.loading.language:
        arguments += ["--lang", game.loading.language]
    if game.logbook.folder is not None:
        arguments += ["--data", str(game.logbook.folder)]
    if plan.sets is not None:
        arguments += ["--sets", ",".join(sorted(plan.sets))]
    lately = () if resume else game.recent.facts(pack)
    if lately:
        arguments += ["--lately", ",".join(sorted(lately))]
    if resume:
        arguments.append("--resume")
    return ClassHost(command(*arguments), game.shared.language)


def _sitting(game: Game) -> HostedSitting:
    assert game.hosting is not None
    assert game.hosting.sitting is not None
    return game.hosting.sitting


def _gone(game: Game) -> Screen:
    from game.screens.live_gone import GoneScreen

    return GoneScreen(game)


def _lobby(game: Game) -> Screen:
    from game.screens.live_lobby import LobbyScreen

    return LobbyScreen(game)


def _question(game: Game) -> Screen:
    from game.screens.live_question import LiveQuestionScreen

    return LiveQuestionScreen(game, _sitting(game))


def _go(game: Game) -> Screen:
    from game.screens.live_go import LiveGoScreen

    return LiveGoScreen(game, _sitting(game))


def _counts(game: Game) -> Screen:
    from game.screens.live_counts import LiveCountsScreen

    return LiveCountsScreen(game, _sitting(game))


def _standing(game: Game) -> Screen:
    from game.screens.live_standing import LiveStandingScreen

    return LiveStandingScreen(game, _sitting(game))


def _hold(game: Game) -> Screen:
    from game.screens.live_over import LiveHold

    return LiveHold(game, _sitting(game))


def _key(game: Game) -> Screen:
    from game.screens.live_over import LiveKey

    return LiveKey(game, _sitting(game))


def _launch(game: Game) -> Screen:
    from game.screens.live_over import LiveLaunch

    return LiveLaunch(game, _sitting(game))


def _results(game: Game) -> Screen:
    from game.screens.live_podium import LivePodiumScreen
    from game.screens.live_results import LiveResultsScreen

    assert game.hosting is not None
    sitting = _sitting(game)
    # A class that was ended before its launch comes to the report at once.
    flown = sitting.round.phase == "results"
    if flown and any(one.fuel for one in game.hosting.now.finishers):
        return LivePodiumScreen(game, sitting)
    return LiveResultsScreen(game, sitting)


_MADE: dict[str, Callable[[Game], Screen]] = {
    "gone": _gone,
    "lobby": _lobby,
    "go": _go,
    "asking": _question,
    "explaining": _counts,
    "standing": _standing,
    "hold": _hold,
    "key": _key,
    "launch": _launch,
    "results": _results,
}
