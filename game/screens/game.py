"""What the screens of one game share beside the window's services."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from game import languages
from game.screens.loading import Loading
from game.screens.recent import Recent
from game.screens.trace import Trace
from game.ui.scene import Services

# What plays a round is imported when the first one begins, and not before the first picture.
if TYPE_CHECKING:
    from game.play.plan import Plan
    from game.play.sitting import Sitting
    from game.rounds.crew import Crew
    from game.screens.kept import Keeper, Kept


@dataclass(slots=True)
class Game:
    """One start of the program. `seed` names its rounds; `today` is an ISO day.

    `left_over` is a round that was left in the middle. `sets`, `count` and `crew` (None: one
    player) are what was chosen last.
    `by_hand` tells that the player wants keys on the screen, `recent` what was asked lately.
    """

    shared: Services
    loading: Loading
    keeper: Keeper
    trace: Trace
    seed: int
    today: str
    left_over: Kept | None = None
    rounds: int = 0
    sets: frozenset[str] | None = None
    count: int = 10
    crew: Crew | None = None
    by_hand: bool = False
    recent: Recent = field(default_factory=lambda: Recent(None))

    def first_flight(self) -> Plan:
        """The plan behind the title's first button."""
        from game.play.plan import first_flight

        factor = self.shared.settings.time_factor
        return first_flight(
            self._next_seed(), self.today, time_factor=factor or 1.0, timed=factor > 0
        )

    def chosen_flight(self) -> Plan:
        """The plan for the sets and the length that were chosen last."""
        from game.play.plan import Plan, rules_for
        from game.rounds.crew import Crew

        factor = self.shared.settings.time_factor
        rules = rules_for(self.count, time_factor=factor or 1.0, timed=factor > 0)
        crew = self.crew or Crew()
        return Plan(
            self.count, self._next_seed(), self.today, sets=self.sets, rules=rules, crew=crew
        )

    def another(self, plan: Plan) -> Plan:
        """The same flight once more: its sets and its length, with other questions."""
        from game.play.plan import rules_for

        factor = self.shared.settings.time_factor
        rules = plan.rules
        if rules.scheme == "countdown":
            rules = rules_for(plan.count, time_factor=factor or 1.0, timed=factor > 0)
        return replace(plan, seed=self._next_seed(), today=self.today, rules=rules)

    def leave(self, sitting: Sitting) -> None:
        """Remember a round that is left in the middle, so that it is offered again."""
        from game.screens.kept import Kept

        self.left_over = Kept(sitting.bank.pack.id, sitting.plan, sitting.round)

    def speak(self, language: str) -> None:
        """Use another language from now on; questions stay in the language of their pack."""
        self.shared.catalogue = languages.catalogue(language)
        self.shared.change(self.shared.settings.with_(language=language))

    def _next_seed(self) -> str:
        self.rounds += 1
        return f"{self.seed}/{self.rounds}"
