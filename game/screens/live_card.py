"""A card over a live class: what the host tells meanwhile is taken in, and shows on it."""

from __future__ import annotations

from game.screens.card import CardScreen
from game.screens.hosting import STEP_S, Hosting


class LiveCard(CardScreen):
    """A card of the class that the game hosts now."""

    @property
    def hosting(self) -> Hosting:
        """The class that is on."""
        assert self.game.hosting is not None
        return self.game.hosting

    @property
    def next_tick_s(self) -> float | None:  # type: ignore[override]
        return STEP_S

    def update(self, dt: float) -> None:
        super().update(dt)
        if self.hosting.step():
            self.renew()
