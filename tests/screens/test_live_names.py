"""The names of a whole class stand in its lobby."""

from __future__ import annotations

import pygame
import pytest

from game.screens import live_names
from game.screens.live_names import Name, draw_names
from game.ui.canvas import Canvas
from game.ui.geometry import Rect
from game.ui.theme import load

AREA = Rect(96, 648, 1728, 256)
FIRSTS = ("Зелёный", "Быстрый", "Смелый", "Тихий", "Серебряный")
SECONDS = ("Космолёт", "Телескоп", "Спутник", "Маяк", "Метеор", "Пилот")
NAMES = [Name(f"{one} {other}", "", True) for other in SECONDS for one in FIRSTS]


def drawn(
    count: int, scale: float, monkeypatch: pytest.MonkeyPatch, station: str = ""
) -> tuple[list[Rect], list[str]]:
    """The tiles and the texts of a lobby."""
    tiles: list[Rect] = []
    texts: list[str] = []

    class Seen(Canvas):
        def text(self, string: str, *rest: object, **more: object) -> Rect:
            texts.append(string)
            took = super().text(string, *rest, **more)  # type: ignore[arg-type]
            assert tiles[-1].x <= took.x and took.right <= tiles[-1].right + 2, string
            return took

    monkeypatch.setattr(live_names, "draw_card", lambda _, box: tiles.append(box))
    canvas = Seen(pygame.Surface((960, 540)), load(), text_scale=scale)
    names = [Name(one.name, station, True) for one in (NAMES * 8)[:count]]
    draw_names(canvas, names, AREA, lambda rest: f"и ещё {rest}")
    return tiles, texts


@pytest.mark.parametrize("count", [1, 8, 24, 30])
def test_a_whole_class_is_seen(count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    _, texts = drawn(count, 1.0, monkeypatch)
    assert texts == [one.name for one in NAMES[:count]]


def test_twenty_are_seen_where_text_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    _, texts = drawn(24, 2.0, monkeypatch)
    assert len(texts) >= 20


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("count", [24, 31, 60, 200])
@pytest.mark.parametrize("station", ["", "propulsion"])
def test_no_name_and_no_count_of_the_others_covers_a_name(
    scale: float, count: int, station: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    tiles, texts = drawn(count, scale, monkeypatch, station)
    for at, one in enumerate(tiles):
        assert one.right <= AREA.right + 0.01
        assert one.bottom <= AREA.bottom + 0.01
        for other in tiles[at + 1 :]:
            apart = one.right <= other.x or other.right <= one.x
            assert apart or one.bottom <= other.y or other.bottom <= one.y
    others = [text for text in texts if text.startswith("и ещё")]
    named = len(texts) - len(others)
    assert others == ([f"и ещё {count - named}"] if named < count else [])
