"""The radio strip: four voices, one line, and what a right answer gives now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.bank.question import Hint as Call
from game.rounds.scoring import fuel_for
from game.screens import words
from game.ui.canvas import Canvas
from game.ui.geometry import Rect

if TYPE_CHECKING:
    from game.screens.question import QuestionScreen


class CallStrip:
    """The last call that was heard on a question's screen."""

    def __init__(self, screen: QuestionScreen) -> None:
        self._screen = screen

    @property
    def shown(self) -> bool:
        return self._screen.sitting.heard > 0

    @property
    def heard(self) -> tuple[Call, ...]:
        sitting = self._screen.sitting
        return sitting.question.hints[: sitting.heard]

    @property
    def struck(self) -> frozenset[int]:
        """The options that calls have ruled out."""
        return frozenset(call.strikes for call in self.heard if call.strikes is not None)

    @property
    def worth(self) -> int:
        """What a right answer gives now."""
        return fuel_for(right=True, go=False, calls=len(self.heard))

    def draw(self, canvas: Canvas) -> None:
        theme = canvas.theme
        strip = Rect(96, 896, 1312, 116)
        canvas.box(strip, theme.colour("strip"))
        names = " · ".join(
            words.call_name(call.call, self._screen.shared.catalogue)
            for call in self._screen.question.hints
        )
        canvas.text(names, (276, 926), "hint", theme.colour("ink_dark"), "midleft")
        canvas.text(
            self.heard[-1].text,
            (276, 976),
            "body_bold",
            theme.colour("ink_dark"),
            "midleft",
            fit=860,
        )
        canvas.text(str(self.worth), (1288, 966), "figure", theme.colour("ink_dark"), "centre")
