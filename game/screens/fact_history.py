"""What happened to one fact: each answer that counted, when it came back, and where it stands."""

from __future__ import annotations

from game.play.learner import Learner
from game.play.progress import Progress
from game.screens import progress_words
from game.screens.blocks import Block
from game.screens.game import Game
from game.screens.paged import PagedCardScreen
from game.screens.screen import Shortcuts


class FactHistoryScreen(PagedCardScreen):
    """The newest answer first; S shows the source."""

    name = "fact-history"
    high = 860.0

    def __init__(self, game: Game, learner: Learner, progress: Progress, card: str) -> None:
        super().__init__(game, "")
        self.learner = learner
        self.card_id = card
        self.progress = progress
        self._events = progress.history(card, learner.schedule)

    @property
    def heading(self) -> str:
        return self.learner.label(self.card_id)

    def shortcuts(self) -> Shortcuts:
        return {**super().shortcuts(), "s": self.source}

    def told(self) -> dict[str, object]:
        return {"card": self.card_id, "events": len(self._events)}

    def source(self) -> None:
        """Where it stands."""
        from game.screens.home import source_of_card

        source_of_card(self.game, self.learner, self.card_id)

    def blocks(self) -> list[Block]:
        catalogue = self.shared.catalogue
        newest = [
            Block(progress_words.event(one, self.progress, catalogue), before=14)
            for one in reversed(self._events)
        ]
        stands = Block(self.say("S shows where it stands."), "hint", "sand", before=28)
        return [*newest, stands]
