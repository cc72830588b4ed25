"""Pictures of what comes before a flight: choosing, looking through, typing a code."""

from __future__ import annotations

from collections.abc import Callable

from game.play.lineup import Lineup, code_of, line_up
from game.screens.choice import Choice
from game.screens.choose import ChooseScreen
from game.screens.enter_code import CodeScreen
from game.screens.game import Game
from game.screens.look_through import LookThroughScreen
from game.screens.studio import SEED, Studio
from game.screens.title import TitleScreen
from game.ui.events import TextEntered
from game.ui.pilot import Pilot

CLASS = Choice(who="class", count=10)


def _title(studio: Studio) -> Pilot:
    game = studio.game()
    game.choice = Choice("baikonur-rockets", who="teams", count=15, title="Rockets of Baikonur")
    pilot = Pilot(game.shared, TitleScreen(game), studio.size)
    pilot.settle()
    return pilot


def _chosen(choice: Choice) -> Callable[[Studio], Pilot]:
    def take(studio: Studio) -> Pilot:
        game = studio.game()
        game.shelf.wait()
        game.choice = choice
        return Pilot(game.shared, ChooseScreen(game), studio.size)

    return take


def _drawn(studio: Studio) -> tuple[Game, Lineup]:
    game = studio.game()
    game.shelf.wait()
    game.choice = CLASS
    return game, line_up(studio.bank, game.chosen_flight(), SEED)


def _look_through(*keys: str) -> Callable[[Studio], Pilot]:
    def take(studio: Studio) -> Pilot:
        game, lineup = _drawn(studio)
        screen = LookThroughScreen(game, studio.loaded, lineup)
        pilot = Pilot(game.shared, screen, studio.size)
        pilot.press(*keys)
        return pilot

    return take


def _code(letters: str = "", *keys: str) -> Callable[[Studio], Pilot]:
    def take(studio: Studio) -> Pilot:
        game, lineup = _drawn(studio)
        pilot = Pilot(game.shared, CodeScreen(game), studio.size)
        pilot.send(TextEntered(letters or code_of(lineup, studio.pack)))
        pilot.press(*keys)
        pilot.step(0.3)
        return pilot

    return take


BEFORE: dict[str, Callable[[Studio], Pilot]] = {
    "title-chosen": _title,
    "choose": _chosen(Choice()),
    "choose-class": _chosen(CLASS),
    "choose-teams": _chosen(Choice(who="teams", count=15, level="gentle")),
    "look-through": _look_through("down", "down"),
    "look-through-changed": _look_through("down", "delete", "page_down"),
    "code": _code("KD3HWPX"),
    "code-slip": _code("KD3HWPXMAR", "enter"),
    "code-known": _code(),
}
