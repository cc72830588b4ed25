"""The satellites of a round: each with its name, none over another, at any size of text."""

from __future__ import annotations

from typing import Any

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.screens.constellation import LEFT, Orbiting, draw_satellites
from game.ui.canvas import Canvas
from game.ui.geometry import Rect
from game.ui.theme import load
from tests.examples import examples

NAMES = (
    "Pairs", "Halyqaralyq gharysh stansasy", "Kazakhstan's space agency", "The name Kyzylorda",
    "Алғашқы жасанды серік", "Ғарыш айлағының ауданы", "Союз-5",
)  # fmt: skip


class Noted(Canvas):
    """A canvas that notes where words stand."""

    def __init__(self, text_scale: float) -> None:
        super().__init__(pygame.Surface((960, 540)), load("calm"), text_scale=text_scale)
        self.said: list[Rect] = []

    def paragraph(self, string: str, *given: Any, **named: Any) -> Rect:
        box = super().paragraph(string, *given, **named)
        self.said.append(box)
        return box


def words(labels: list[str], text_scale: float) -> list[Rect]:
    canvas = Noted(text_scale)
    facts = tuple(Orbiting(label, at % 4 == 1) for at, label in enumerate(labels))
    draw_satellites(canvas, facts, float(len(facts)))
    return canvas.said


@pytest.mark.parametrize("count", (1, 3, 5, 6, 10, 14, 20))
@given(data=st.data(), text_scale=st.sampled_from((1.0, 1.5, 2.0)))
@examples(15)
def test_no_name_covers_another_or_leaves_the_screen(
    count: int, data: st.DataObject, text_scale: float
) -> None:
    labels = data.draw(st.lists(st.sampled_from(NAMES), min_size=count, max_size=count))
    boxes = words(labels, text_scale)
    assert len(boxes) == count
    for at, box in enumerate(boxes):
        assert box.x >= LEFT and box.right <= 1910 and box.y >= 0
        assert not any(box.meets(other) for other in boxes[:at])


def test_names_of_a_usual_length_are_as_large_as_they_are_at_most() -> None:
    for count in (3, 10, 20):
        assert all(box.h >= 28 for box in words(["A big anniversary"] * count, 1.0))
