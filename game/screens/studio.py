"""Rounds brought to a wanted moment, for pictures of every screen and for tests."""

from __future__ import annotations

import random
from collections.abc import Iterable
from copy import copy
from dataclasses import replace
from pathlib import Path

from game import languages, paths
from game.bank.bank import Bank
from game.bank.draw import draw_round
from game.bank.question import Kind, Question
from game.packs.model import Pack
from game.phrase import counted
from game.play.plan import Plan, rules_for
from game.play.sitting import Sitting
from game.rounds import steps
from game.rounds.crew import Crew
from game.rounds.state import Response, Rules
from game.screens import flow
from game.screens.game import Game
from game.screens.kept import Keeper
from game.screens.loading import Loaded, Loading
from game.screens.shelf import Shelf, folders_in
from game.screens.trace import Trace
from game.ui.pilot import Pilot
from game.ui.scene import services
from game.ui.settings import Settings

DAY = "2025-12-01"
SEED = 7


class NoPack(Exception):
    """The pack cannot be read; the message is one sentence."""


class Studio:
    """One pack, read once, and as many games on it as are wanted. Nothing is kept on disk.

    What was made of the pack, a round or all questions of a kind, is made once.
    """

    def __init__(
        self,
        pack_folder: Path,
        *,
        size: tuple[int, int] = (1920, 1080),
        language: str = "en",
        settings: Settings | None = None,
    ) -> None:
        self.size = size
        self.language = language
        self.settings = settings or Settings()
        self.loading = Loading(pack_folder, SEED, language=language)
        self.shelf = Shelf(folders_in(paths.packs(), first=pack_folder), language=language)
        result = self.loading.wait()
        if not isinstance(result, Loaded):
            told = counted(
                "{folder} cannot be played: {count} problem.",
                "{folder} cannot be played: {count} problems.",
                len(result.problems),
                folder=pack_folder,
            )
            raise NoPack(result.sentence or told)
        self.loaded = result
        self._drawn: dict[int, tuple[Question, ...]] = {}
        self._made: dict[Kind, tuple[Question, ...]] = {}

    def another(self, settings: Settings, size: tuple[int, int], language: str = "en") -> Studio:
        """The same pack, and what was made of it, for other pictures."""
        other = copy(self)
        other.settings, other.size, other.language = settings, size, language
        return other

    @property
    def bank(self) -> Bank:
        return self.loaded.bank

    @property
    def pack(self) -> Pack:
        return self.loaded.pack

    def game(self, settings: Settings | None = None) -> Game:
        """A game that has just begun."""
        catalogue = languages.catalogue(self.language)
        return Game(
            shared=services(catalogue=catalogue, settings=settings or self.settings),
            loading=self.loading,
            keeper=Keeper(None),
            trace=Trace(),
            seed=SEED,
            today=DAY,
            shelf=self.shelf,
        )

    def sitting(
        self,
        at: int,
        asks: Question | None = None,
        *,
        count: int = 10,
        missed: Iterable[int] = (),
        go: bool = False,
        rules: Rules | None = None,
        seconds: float = 11.0,
        crew: Crew | None = None,
    ) -> Sitting:
        """A sitting at its question `at` (from 0), those before it answered, `missed` not right.

        `asks` is the question that stands there; `go` offers GO with it. `crew` is who plays.
        """
        used = rules or rules_for(count)
        questions = list(self._round(count))
        if asks is not None:
            questions = [q for q in questions if not set(q.facts) & set(asks.facts)]
            questions = [*questions[:at], asks, *questions[at:]][:count]
            while len(questions) < count:
                questions.append(asks)
        plan = Plan(count, f"{SEED}", DAY, rules=used, crew=crew or Crew())
        begun = steps.begin(
            questions, replace(used, go_offers=0), random.Random(0), plan.seats, plan.crew
        )
        asked = tuple(
            replace(one, offers_go=go and index == at) for index, one in enumerate(begun.asked)
        )
        state = replace(begun, asked=asked, rules=used)
        if at == 0 and go:
            state = replace(state, phase="go")
        sitting = Sitting(self.bank, plan, taken_up=state)
        wrong = frozenset(missed)
        for index in range(at):
            answer(sitting, right=index not in wrong, seconds=seconds)
            sitting.go_on()
        return sitting

    def _round(self, count: int) -> tuple[Question, ...]:
        if count not in self._drawn:
            rng = random.Random(f"{SEED}")
            self._drawn[count] = tuple(draw_round(self.bank, count, rng, sets=None, today=DAY))
        return self._drawn[count]

    def play(self, sitting: Sitting, settings: Settings | None = None) -> Pilot:
        """The screen of a sitting, with a pilot at it."""
        game = self.game(settings)
        return Pilot(game.shared, flow.screen_for(game, sitting), self.size)

    def questions(self, kind: Kind) -> tuple[Question, ...]:
        """All questions of a kind."""
        if kind not in self._made:
            self._made[kind] = tuple(self.bank.questions(kind))
        return self._made[kind]

    def question(self, kind: Kind, fits: Iterable[str] = (), *, long: bool = False) -> Question:
        """A question of a kind: about a fact in `fits`, else the longest or the first."""
        wanted = tuple(fits)
        found = self.questions(kind)
        for fact in wanted:
            for question in found:
                if fact in question.facts:
                    return question
        if not found:
            raise ValueError(f"the pack has no question of kind {kind}")
        return max(found, key=lambda q: len(q.prompt)) if long else found[0]


def answer(sitting: Sitting, *, right: bool, seconds: float = 5.0) -> None:
    """Answer the question that stands now, after reading it and thinking for some seconds."""
    if sitting.round.phase == "go":
        sitting.say_go(False)
    sitting.tick(sitting.round.reading_left_s + seconds)
    response = sitting.question.answer if right else wrong_answer(sitting.question)
    while sitting.round.phase == "asking":
        sitting.answer(response, sitting.round.awaited()[0])


def wrong_answer(question: Question) -> Response:
    """An answer that is not right."""
    if question.options and isinstance(question.answer, int):
        return next(i for i in range(len(question.options)) if i != question.answer)
    if isinstance(question.answer, tuple):
        return (*question.answer[1:], question.answer[0])
    if isinstance(question.answer, float | int):
        return question.answer * 2 + 10
    return "Sputnik 99"
