"""What the screens of one game share beside the window's services."""

from __future__ import annotations

from dataclasses import dataclass
from gettext import NullTranslations

from game.play.plan import Plan, first_flight, rules_for
from game.screens.kept import Keeper, Kept
from game.screens.loading import Loading
from game.screens.trace import Trace
from game.ui.scene import Services


@dataclass(slots=True)
class Game:
    """One start of the program. `seed` names its rounds; `today` is an ISO day."""

    shared: Services
    loading: Loading
    keeper: Keeper
    trace: Trace
    seed: int
    today: str
    catalogue: NullTranslations
    left_over: Kept | None = None
    notice: str = ""
    rounds: int = 0
    sets: frozenset[str] | None = None
    count: int = 10

    def first_flight(self) -> Plan:
        """The plan behind the title's first button."""
        factor = self.shared.settings.time_factor
        return first_flight(
            self._next_seed(), self.today, time_factor=factor or 1.0, timed=factor > 0
        )

    def chosen_flight(self) -> Plan:
        """The plan for the sets and the length that were chosen last."""
        factor = self.shared.settings.time_factor
        rules = rules_for(self.count, time_factor=factor or 1.0, timed=factor > 0)
        return Plan(self.count, self._next_seed(), self.today, sets=self.sets, rules=rules)

    def _next_seed(self) -> str:
        self.rounds += 1
        return f"{self.seed}/{self.rounds}"
