"""Help in large text: it turns a page rather than staying small."""

from __future__ import annotations

import pytest

from game.screens.help import HelpScreen
from game.screens.shots import SHOTS
from game.screens.studio import Studio
from game.ui.settings import Settings
from tests.screens.test_fits import watched


def test_at_twice_the_size_help_is_read_on_two_pages(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = watched(monkeypatch)
    pilot = SHOTS["help"](studio.another(Settings(text_scale=2.0, motion="none"), (1920, 1080)))
    screen = pilot.scene
    assert isinstance(screen, HelpScreen)
    read: list[set[str]] = []
    for _ in range(screen.pages):
        drawn.clear()
        pilot.picture()
        read.append({each.text for each in drawn if len(each.text) > 24})
        pilot.press("enter")
    assert [len(page) for page in read] == [3, 3]
    assert not read[0] & read[1]
    assert pilot.scene is not screen


def test_the_pages_of_help_can_be_turned_back(studio: Studio) -> None:
    pilot = SHOTS["help"](studio.another(Settings(text_scale=2.0, motion="none"), (1920, 1080)))
    screen = pilot.scene
    assert isinstance(screen, HelpScreen)
    pilot.press("page_down")
    assert screen.at == 1
    pilot.press("page_up")
    assert screen.at == 0
