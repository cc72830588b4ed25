"""Each satellite at the end of a launch has its name, clear of all others."""

from __future__ import annotations

from typing import Any

import pygame
import pytest

from game.screens.film_names import draw_names
from game.screens.film_stills import Stills, draw_still, frame_size
from game.screens.flown import flight, flown
from game.ui.art.launch import LaunchFilm
from game.ui.canvas import Canvas
from game.ui.geometry import Rect
from game.ui.scene import SourceTexts
from game.ui.theme import load

LONG = (
    "Байқоңыр қаласы", "Алғашқы жасанды серік", "Қазақ даласы", "Бірінші ғарышкер",
    "Жалға алу мерзімі", "Ғарыш айлағының ауданы", "Темір жол", "Протон-М зымыраны",
    "Ұшу алаңдары", "Қазғарыш агенттігі", "Айдын Айымбетов", "Бәйтерек кешені",
)  # fmt: skip


class Noted(Canvas):
    """A canvas that notes where words stand."""

    def __init__(self, text_scale: float) -> None:
        super().__init__(pygame.Surface((960, 540)), load("calm"), text_scale=text_scale)
        self.said: list[Rect] = []
        self.texts: list[str] = []

    def text(self, string: str, *given: Any, **named: Any) -> Rect:
        box = super().text(string, *given, **named)
        self.texts.append(string)
        self.said.append(box.inset(0, 0.16 * box.h))
        return box


@pytest.mark.parametrize("text_scale", (1.0, 1.5, 2.0))
@pytest.mark.parametrize("count", (1, 3, 8, 10))
def test_every_satellite_has_its_name_and_none_covers_another(
    count: int, text_scale: float
) -> None:
    film = LaunchFilm((640, 360), load("calm"), flown("soyuz-2-1a"), names=LONG[:count])
    every = film.all_labels()
    canvas = Noted(text_scale)
    draw_names(canvas, every, every, load("calm"))
    assert len(canvas.said) == len(every) == count
    for at, box in enumerate(canvas.said):
        assert box.x >= 90 and box.right <= 1830
        assert not any(box.meets(other) for other in canvas.said[:at])


def test_names_stay_in_their_places_as_others_come() -> None:
    film = LaunchFilm((640, 360), load("calm"), flown("soyuz-2-1a"), names=LONG[:8])
    every = film.all_labels()
    few, all_of_them = Noted(1.0), Noted(1.0)
    draw_names(few, every[:3], every, load("calm"))
    draw_names(all_of_them, every, every, load("calm"))
    assert few.said == all_of_them.said[:3]


def test_names_have_their_places_in_the_small_picture_of_a_still() -> None:
    film = LaunchFilm(frame_size((960, 540)), load("calm"), flown("soyuz-2-1a"), names=LONG[:6])
    film.seek(film.length)
    canvas = Noted(1.0)
    stills = Stills(film)
    stills.at = len(stills.all) - 1
    flew, words = flight("soyuz-2-1a"), SourceTexts()
    draw_still(canvas, stills, flew, load("calm"), words, ("", ""))
    assert set(LONG[:6]) <= set(canvas.texts)
