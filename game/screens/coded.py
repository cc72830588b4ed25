"""Rounds that have a code: drawn to be looked through, found by their code, and begun."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace

from game.play.lineup import (
    Lineup,
    NotThisPack,
    bank_of,
    begun,
    line_up,
    made_again,
    number_from,
    plan_of,
)
from game.play.mission_code import Recipe
from game.play.plan import Plan, in_equal_turns, rules_for
from game.play.sitting import Sitting
from game.screens import flow
from game.screens.choice import Choice
from game.screens.game import Game
from game.screens.loading import Loaded
from game.screens.shelf import Volume

_DRAWS = 3
"""Rounds that are drawn, of which the one that repeats least is shown."""


def draws(game: Game, loaded: Loaded) -> tuple[int, Iterator[Lineup]]:
    """How many rounds of what is chosen are drawn, and these draws, one a step: each gives the
    best so far, which asks few facts that were asked lately. CannotDraw while they are drawn."""
    plan = in_equal_turns(game.chosen_flight())
    lately = game.recent.facts(loaded.pack.id)
    count = _DRAWS if lately else 1

    def each() -> Iterator[Lineup]:
        rng = random.Random(plan.seed)
        found: list[Lineup] = []
        for _ in range(count):
            found.append(line_up(loaded.bank, plan, number_from(rng)))
            yield min(found, key=lambda one: sum(f in lately for q in one.slots for f in q.facts))

    return count, each()


def by_code(game: Game, loaded: Loaded, recipe: Recipe) -> Lineup:
    """The round of a code from the pack that is there. NotThisPack, CannotDraw."""
    plan = plan_of(recipe, loaded.pack, game.today)
    return made_again(loaded.bank, _ruled(game, plan), recipe)


def can_mean(recipe: Recipe, volume: Volume) -> bool:
    """Whether a code may have been made with a pack of that id."""
    if volume.pack is None:
        return False
    try:
        plan_of(recipe, volume.pack, "2026-01-01")
    except NotThisPack as error:
        return error.same_id
    return True


def fly(game: Game, loaded: Loaded, lineup: Lineup) -> None:
    """Begin a round as it stands in the place of the top screen, and remember what it was."""
    keeper, pack, plan = game.keeper, loaded.pack.id, lineup.plan
    sitting = Sitting(
        bank_of(loaded.bank, plan),
        plan,
        lambda text: keeper.keep(pack, plan, text),
        taken_up=begun(lineup),
    )
    choose(game, loaded, lineup)
    game.left_over = None
    stack = game.shared.stack
    while stack.under is not None:
        stack.pop()
    stack.replace(flow.screen_for(game, sitting))


def choose(game: Game, loaded: Loaded, lineup: Lineup) -> None:
    """Choose from now on what this round was drawn from."""
    game.choose(replace(choice_of(game, lineup), title=loaded.pack.title))


def choice_of(game: Game, lineup: Lineup) -> Choice:
    """What somebody would have chosen to fly this round."""
    before, plan = game.choice, lineup.plan
    crew = plan.crew
    played = Choice(
        pack=game.loading.folder.name,
        sets=plan.sets,
        teams=crew.teams or before.teams,
        order=crew.order if crew.who == "teams" else before.order,
        count=plan.count,
        level=plan.level,
    )
    return played.played_by(crew.who)


def _ruled(game: Game, plan: Plan) -> Plan:
    factor = game.shared.settings.time_factor
    rules = rules_for(plan.count, time_factor=factor or 1.0, timed=factor > 0)
    return replace(plan, rules=rules)
