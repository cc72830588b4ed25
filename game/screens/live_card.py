"""Cards over a live class: what the host tells meanwhile is taken in, and shows on them."""

from __future__ import annotations

from game.phrase import in_words
from game.screens.card import CardScreen
from game.screens.confirm import ConfirmScreen
from game.screens.hosting import STEP_S, Hosting
from game.ui.geometry import Rect


class LiveCard(CardScreen):
    """A card of the class that the game hosts now. It goes when the teacher's phone goes on, and
    when the class is over."""

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
        hosting = self.hosting
        was_over = hosting.now.ended or hosting.now.gone
        if hosting.step():
            self.renew()
        if news := hosting.take_news():
            self.shared.notice.show(in_words(news, self.shared.catalogue))
        if hosting.pressed or (hosting.now.ended or hosting.now.gone) != was_over:
            self.close()


class LiveSheet(LiveCard):
    """A card that has nearly the whole screen, so that nothing of the one under it peeks out."""

    @property
    def card(self) -> Rect:
        return Rect(64, 20, 1792, 1040)


class LiveConfirm(LiveCard, ConfirmScreen):
    """A question before something of a class is lost."""
