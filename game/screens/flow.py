"""Which screen shows which phase of a round, and how one starts and ends."""

from __future__ import annotations

from dataclasses import replace

from game.bank.draw import CannotDraw
from game.bank.longest import longest_below
from game.play.lineup import bank_of
from game.play.plan import Plan, in_equal_turns, shortened
from game.play.sitting import Sitting
from game.rounds.state import Cell
from game.screens import words
from game.screens.game import Game
from game.screens.kept import Kept
from game.screens.loading import Loaded
from game.screens.screen import Screen


def begin(game: Game) -> None:
    """Begin what was chosen: a round, or the doors of a live class. CannotDraw as `start`."""
    if game.choice.who == "phones":
        from game.screens.live_flow import open_class

        open_class(game)
    else:
        start(game, game.chosen_flight())


def start(game: Game, plan: Plan) -> None:
    """Begin a round in the place of the top screen, or the longest there is where the sets have too
    few facts for it. CannotDraw if they have none of three questions."""
    loaded = _loaded(game)
    plan = replace(in_equal_turns(plan), exclude=game.recent.facts(loaded.pack.id))
    try:
        sitting = _drawn(game, loaded, plan)
    except CannotDraw as error:
        shorter = shortened(plan, longest_below(error, loaded.bank, plan.today))
        if shorter is None:
            raise
        sitting = _drawn(game, loaded, shorter)
        game.shared.notice.show(words.only_enough(shorter.count, game.shared.catalogue))
    game.logbook.prepare(loaded.bank)
    game.left_over = None
    game.shared.stack.replace(screen_for(game, sitting))


def _drawn(game: Game, loaded: Loaded, plan: Plan) -> Sitting:
    keeper, pack, whose = game.keeper, loaded.pack.id, game.logbook.whose(plan)
    return Sitting(loaded.bank, plan, lambda text: keeper.keep(pack, plan, text, whose))


def take_up(game: Game, kept: Kept) -> None:
    """Go on with a round that was left in the middle."""
    loaded = _loaded(game)
    keeper, pack = game.keeper, loaded.pack.id
    game.logbook.belongs(kept.plan.seed, kept.profile, loaded.bank)
    game.logbook.prepare(loaded.bank)
    sitting = Sitting(
        bank_of(loaded.bank, kept.plan),
        kept.plan,
        lambda text: keeper.keep(pack, kept.plan, text, kept.profile),
        taken_up=kept.round,
    )
    if sitting.round.paused:
        sitting.pause(False)
    game.left_over = None
    game.shared.stack.replace(screen_for(game, sitting))


def go(game: Game, sitting: Sitting, cells: tuple[Cell, ...] | None = None) -> None:
    """Show the phase that the round is in now. `cells` are those that showed until now."""
    if sitting.hosted:
        # What the host tells brings the next screen.
        return
    change_language(game, sitting)
    state = sitting.round
    if not (state.phase == "asking" and state.now.offers_go):
        tell_old_words(game, sitting)
    if sitting.round.phase == "explaining":
        game.recent.ask(sitting.bank.pack.id, sitting.plan.seed, sitting.question.facts)
    game.shared.stack.replace(screen_for(game, sitting, cells))


def change_language(game: Game, sitting: Sitting) -> bool:
    """Ask on in the language that was chosen in the middle of a round, once the pack is there in
    it. Whether the question that stands now has other words.

    A sitting of self-study keeps its language to its end, and so does a class on phones.
    """
    result = game.loading.result
    if sitting.hosted or sitting.studies or not isinstance(result, Loaded):
        return False
    was, now = sitting.bank.pack, result.pack
    if was.id != now.id or was.language == now.language:
        return False
    return sitting.speak(bank_of(result.bank, sitting.plan))


def tell_old_words(game: Game, sitting: Sitting) -> None:
    """Say of a question that comes up why it is not in the language that was chosen."""
    if sitting.is_in_old_words and sitting.is_fresh:
        said = game.shared.catalogue.gettext(
            "This question keeps its language: it cannot be asked in the new one."
        )
        game.shared.notice.show(said)


def to_title(game: Game) -> None:
    """Back to the title, with whatever lies over it taken away."""
    from game.screens.title import TitleScreen

    stack = game.shared.stack
    while stack.under is not None:
        stack.pop()
    stack.replace(TitleScreen(game))


def screen_for(game: Game, sitting: Sitting, cells: tuple[Cell, ...] | None = None) -> Screen:
    """A new screen for the phase that the round is in."""
    phase = sitting.round.phase
    if sitting.studies and phase not in ("asking", "explaining"):
        from game.screens import study_flow

        return study_flow.over(game, sitting)
    if phase == "go":
        from game.screens.go import GoScreen

        return GoScreen(game, sitting)
    if phase == "asking" and sitting.round.crew.who == "class":
        from game.screens.vote import vote_screen

        return vote_screen(game, sitting)
    if phase == "asking" and sitting.round.crew.who == "teams":
        from game.screens.teams import team_screen

        return team_screen(game, sitting)
    if phase == "asking":
        from game.screens.question import question_screen

        return question_screen(game, sitting)
    if phase == "explaining":
        from game.screens.explanation import ExplanationScreen

        return ExplanationScreen(game, sitting, cells)
    if phase == "hold":
        from game.screens.hold import HoldScreen

        return HoldScreen(game, sitting)
    if phase == "key":
        from game.screens.key import KeyScreen

        return KeyScreen(game, sitting)
    if phase == "launch":
        from game.screens.launch import LaunchScreen

        return LaunchScreen(game, sitting)
    if sitting.round.crew.who != "alone":
        from game.screens.debrief import DebriefScreen

        return DebriefScreen(game, sitting)
    from game.screens.results import ResultsScreen

    return ResultsScreen(game, sitting)


def _loaded(game: Game) -> Loaded:
    result = game.loading.result
    if not isinstance(result, Loaded):
        raise ValueError("a round needs a pack that was read")
    return result
