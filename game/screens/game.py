"""What the screens of one game share beside the window's services."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from game import languages
from game.screens.choice import Choice, LastChoice
from game.screens.class_rules import ClassRules
from game.screens.last_class import LastClass
from game.screens.left_class import LeftClass
from game.screens.loading import Loading
from game.screens.logbook import Logbook
from game.screens.recent import Recent
from game.screens.shelf import Shelf
from game.screens.team_pads import TeamPads
from game.screens.trace import Trace
from game.ui.scene import Services

# What plays a round is imported when the first one begins, and not before the first picture.
if TYPE_CHECKING:
    from game.play.plan import Plan
    from game.play.sitting import Sitting
    from game.screens.hosting import Hosting
    from game.screens.kept import Keeper, Kept
    from game.screens.workshop_drafts import Drafting


@dataclass(slots=True)
class Game:
    """One start of the program. `seed` names its rounds; `today` is an ISO day.

    `left_over` is a round that was left in the middle. `choice` is what was chosen last,
    `last_choice` keeps it, `shelf` has all packs, and `loading` is the one that is chosen.
    `last_class` is the round that a class has ended last, `left_class` a live class that was cut
    short, `logbook` keeps what learners answer, and
    `told_of_disk` that a disk which refuses was spoken of.
    `hosting` is the live class that is on.
    `drafting` brings what changes drafts, None where nobody may.
    `by_hand` tells that the player wants keys on the screen, `recent` what was asked lately,
    `class_rules` how the last live class was held.
    """

    shared: Services
    loading: Loading
    keeper: Keeper
    trace: Trace
    seed: int
    today: str
    left_over: Kept | None = None
    rounds: int = 0
    told_of_disk: bool = False
    choice: Choice = field(default_factory=Choice)
    by_hand: bool = False
    recent: Recent = field(default_factory=lambda: Recent(None))
    class_rules: ClassRules = field(default_factory=lambda: ClassRules(None))
    last_choice: LastChoice = field(default_factory=lambda: LastChoice(None))
    shelf: Shelf = field(default_factory=lambda: Shelf(()))
    last_class: LastClass = field(default_factory=lambda: LastClass(None))
    left_class: LeftClass = field(default_factory=LeftClass)
    team_pads: TeamPads = field(default_factory=TeamPads)
    logbook: Logbook = field(default_factory=lambda: Logbook(None))
    drafting: Callable[[], Drafting] | None = None
    hosting: Hosting | None = None

    def choose(self, choice: Choice) -> None:
        """Fly this from now on, and at the next start."""
        self.choice = choice
        self.last_choice.keep(choice)

    def take(self, folder: Path) -> None:
        """Read another pack from now on; further calls for the same one do nothing."""
        if folder != self.loading.folder:
            self.loading = self.loading.again(folder)
        self.loading.begin()

    def chosen_flight(self, seed: str = "") -> Plan:
        """The plan for what was chosen last, under a seed of its own if none is given."""
        from game.play.plan import Plan, rules_for

        choice, factor = self.choice, self.shared.settings.time_factor
        rules = rules_for(choice.count, time_factor=factor or 1.0, timed=factor > 0)
        return Plan(
            choice.count,
            seed or self._next_seed(),
            self.today,
            sets=choice.sets,
            rules=rules,
            crew=choice.crew,
            level=choice.level,
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

        whose = sitting.recorder.profile if sitting.recorder is not None else ""
        self.left_over = Kept(sitting.bank.pack.id, sitting.plan, sitting.round, whose)

    def speak(self, language: str) -> None:
        """Use another language from now on. A round goes on in it as far as the pack has it, but
        for the question that somebody has begun to answer."""
        self.shared.catalogue = languages.catalogue(language)
        self.shared.change(self.shared.settings.with_(language=language))
        self._read_again(language)

    def mix(self, mixed: bool) -> None:
        """Ask what a language lacks in the pack's own from now on, or do not."""
        self.shared.change(self.shared.settings.with_(mixed=mixed))
        self._read_again(self.loading.language)

    def read_again(self) -> None:
        """Read the packs anew, whose files have changed."""
        self._read_again(self.loading.language)

    def _read_again(self, language: str) -> None:
        begun = self.loading.begun
        self.loading = self.loading.again(language=language, mixed=self.shared.settings.mixed)
        self.shelf = self.shelf.again(language)
        if begun:
            self.loading.begin()
            self.shelf.begin(after=self.loading.wait)

    @property
    def coming_seed(self) -> str:
        """The seed of the round that begins next."""
        return f"{self.seed}/{self.rounds + 1}"

    def _next_seed(self) -> str:
        seed = self.coming_seed
        self.rounds += 1
        return seed
