"""Questions in the language of the screen, and another from one round to the next."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.bank.bank import ROUND
from game.screens.game import Game
from game.screens.loading import Loaded
from game.screens.studio import Studio
from tests.bank.test_languages import MANY, many_in_russian
from tests.packs.made import make
from tests.packs.test_translation import say


@pytest.fixture
def game(tmp_path: Path) -> Game:
    """A game over a pack of which ten facts are in Russian."""
    say(make(tmp_path, MANY), many_in_russian(ROUND))
    say(tmp_path, "title: Реки\n", "pack.yaml")
    return Studio(tmp_path).game()


def spoken(game: Game) -> set[str]:
    result = game.loading.wait()
    assert isinstance(result, Loaded)
    return {question.language for question in result.bank.questions()}


def test_another_language_is_asked_in_at_once(game: Game) -> None:
    assert spoken(game) == {"en"}
    game.speak("ru")
    assert spoken(game) == {"ru"}
    game.speak("en")
    assert spoken(game) == {"en"}


def test_a_pack_is_named_in_the_language(game: Game) -> None:
    game.speak("ru")
    (volume, *_others) = game.shelf.wait()
    assert volume.pack is not None
    assert (volume.pack.title, volume.counts[0]) == ("Реки", 14)


def test_what_lacks_is_asked_as_it_is_if_the_player_says_so(game: Game) -> None:
    game.speak("ru")
    game.mix(True)
    assert spoken(game) == {"ru", "en"}
    game.mix(False)
    assert spoken(game) == {"ru"}


def test_a_language_that_the_pack_lacks_leaves_it_in_its_own(game: Game) -> None:
    game.speak("kk")
    assert spoken(game) == {"en"}
