"""The widgets look as they did: golden pictures at three sizes, in both themes."""

from __future__ import annotations

import pytest

from game.ui.pilot import Pilot
from game.ui.scene import services
from game.ui.settings import Settings
from tests.pictures import assert_like_golden
from tests.ui.sheet import ENGLISH, KAZAKH, WidgetSheet


@pytest.mark.parametrize(
    ("name", "size", "theme", "scale", "question"),
    [
        ("widgets-1920x1080", (1920, 1080), "calm", 1.0, ENGLISH),
        ("widgets-960x540", (960, 540), "calm", 1.0, ENGLISH),
        ("widgets-light-1280x960", (1280, 960), "light_aaa", 1.0, ENGLISH),
        ("widgets-kazakh-150", (1366, 768), "calm", 1.5, KAZAKH),
    ],
)
def test_the_widgets_look_as_they_did(
    name: str, size: tuple[int, int], theme: str, scale: float, question: str
) -> None:
    shared = services(settings=Settings(theme=theme, text_scale=scale))
    pilot = Pilot(shared, WidgetSheet(shared, question), size)
    assert_like_golden(pilot.picture(), f"ui/{name}")
