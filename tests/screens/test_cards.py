"""Cards over other screens."""

from __future__ import annotations

import pytest

from game.screens.card import CardScreen, said
from game.screens.confirm import ConfirmScreen
from game.screens.shots import SHOTS
from game.ui.settings import Settings
from tests.screens.sharing import studio_of

CARDS = (
    "begin-anew", "source", "pause", "launch-now", "review", "hangar-data", "teacher",
    "team-take-back",
)  # fmt: skip


def words(card: CardScreen) -> list[str]:
    """What a card says by itself: its heading, and what it asks."""
    asked = [said(card.text), said(card.words)] if isinstance(card, ConfirmScreen) else []
    return [card.heading, *asked]


@pytest.mark.parametrize("name", CARDS)
def test_a_card_says_all_anew_when_the_language_changes(name: str) -> None:
    shown = []
    for language in ("en", "ru"):
        studio = studio_of(Settings(motion="none"), language=language)
        pilot = SHOTS[name](studio)
        card = pilot.scene
        assert isinstance(card, CardScreen)
        before = words(card)
        # Nothing is asked here, so the pack need not be read in the other language.
        card.game.loading = card.game.loading.again()
        card.game.speak("ru")
        assert language == "ru" or words(card)[0] != before[0]
        shown.append(words(card))
    assert shown[0] == shown[1]
