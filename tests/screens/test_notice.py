"""A notice in the middle of a question lies over nothing that must stay in sight."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from game.screens.shots import SHOTS
from game.ui.geometry import Rect
from game.ui.settings import Settings
from tests.screens.sharing import studio_of
from tests.screens.test_fits import Set, watched


@pytest.fixture
def texts(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Set]]:
    yield watched(monkeypatch)


def over(one: Rect, other: Rect) -> bool:
    across = min(one.right, other.right) - max(one.x, other.x)
    return across > 1 and min(one.bottom, other.bottom) - max(one.y, other.y) > 1


@pytest.mark.parametrize("calls", [0, 1])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_an_enter_that_chooses_nothing_is_told_where_nothing_else_stands(
    scale: float, calls: int, texts: list[Set]
) -> None:
    settings = Settings(motion="none", text_scale=scale)
    studio = studio_of(settings)
    pilot = SHOTS["team-turn"](studio)
    pilot.step(2)
    pilot.press(*"h" * calls, "enter")
    texts.clear()
    pilot.picture()
    notice = pilot.shared.notice
    place = notice.place
    assert notice.shown and place is not None
    beneath = [one.text for one in texts if over(one.took, place) and one.text != notice.text]
    assert not beneath
    pilot.step(notice.seconds + 0.1)
    texts.clear()
    pilot.picture()
    assert any(over(one.took, place) for one in texts), "what gave way comes back"


def test_how_to_choose_is_told_beside_the_keys_and_not_over_them(texts: list[Set]) -> None:
    studio = studio_of(Settings(motion="none"))
    pilot = studio.play(studio.sitting(3, studio.question("choice", ("first-satellite",))))
    pilot.press("enter")
    pilot.step(1)
    pilot.press("enter")
    assert not pilot.shared.notice.shown, "it was pressed to see the answers"
    pilot.step(1)
    pilot.press("enter")
    texts.clear()
    pilot.picture()
    notice = pilot.shared.notice
    assert notice.shown and notice.place is not None
    assert [one.text for one in texts if over(one.took, notice.place)] == [notice.text]
    assert any(one.text == "Choose" for one in texts), "the keys stay in sight"
    pilot.step(notice.seconds + 0.1)
    texts.clear()
    pilot.picture()
    assert any(one.text == "Your last six answers" for one in texts)
