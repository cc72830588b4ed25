"""Measured from the pictures: contrast, smallest type, focus ring, answers apart, no flashes."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import Any

import pygame
import pytest

from game.screens.card import CardScreen
from game.screens.options import OptionsScreen
from game.screens.screen import Screen
from game.screens.shots import SHOTS
from game.screens.studio import Studio
from game.ui import focus
from game.ui import theme as themes
from game.ui.canvas import Canvas
from game.ui.geometry import Rect
from game.ui.pilot import Pilot
from game.ui.settings import Settings
from game.ui.theme import Colour, contrast
from tests.screens.seeing import BLINDNESS, apart, flashes, ink_contrast, luminances
from tests.screens.sharing import studio_of

LEAST = {"calm": 4.5, "light_aaa": 7.0, "dark_aaa": 7.0}
APART = {"calm": 14.5, "light_aaa": 11.0, "dark_aaa": 36.0}
"""How far the nearest two answers are apart for the worst of three kinds of colour blindness."""
SMALLEST = 28
FILM = tuple(name for name in SHOTS if name.startswith("launch-") and name != "launch-now")
PASSING = ("lock",)
"""What is dimmed for a moment is not there to be read."""
STILL = tuple(name for name in SHOTS if name not in (*FILM, *PASSING))
THEMES = themes.names()


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text as it was drawn: its words, its size on the grid, its colour and place."""

    text: str
    size: float
    colour: Colour
    area: pygame.Rect


@pytest.fixture(params=THEMES, scope="module")
def seen(request: pytest.FixtureRequest) -> Studio:
    """Full-sized pictures in each theme."""
    settings = Settings(motion="none", theme=request.param)
    return studio_of(settings, (1920, 1080))


def lines_of(pilot: Pilot, monkeypatch: pytest.MonkeyPatch) -> tuple[pygame.Surface, list[Line]]:
    """The picture of a screen, and every line of text on it."""
    found: list[Line] = []
    drawn = Canvas._line

    def watched(self: Canvas, text: str, kind: Any, size: float, at: Any, *rest: Any) -> None:
        drawn(self, text, kind, size, at, *rest)
        opaque = rest[2] if len(rest) > 2 else 255
        if text.strip() and type(self) is Canvas and opaque == 255:
            wide = self.text_width(text, kind) * size / (kind.size * self.text_scale)
            left, top = self.to_pixels((at[0], at[1] - size * 0.8))
            area = pygame.Rect(left - 2, top, round(wide) + 4, round(size * 1.05))
            found.append(Line(text, size, rest[0], area))

    with monkeypatch.context() as patch:
        patch.setattr(Canvas, "_line", watched)
        if isinstance(pilot.scene, CardScreen) and pilot.scene._under is not None:
            under = pilot.scene._under
            whole = under.draw

            def covered(canvas: Canvas) -> None:
                whole(canvas)
                found.clear()

            patch.setattr(under, "draw", covered)
        picture = pilot.picture()
    return picture, found


def without_words(pilot: Pilot, monkeypatch: pytest.MonkeyPatch) -> pygame.Surface:
    with monkeypatch.context() as patch:
        patch.setattr(Canvas, "_line", lambda *_: None)
        return pilot.picture()


@pytest.mark.slow
def test_every_text_stands_out_and_none_is_too_small(
    seen: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    theme = seen.settings.theme
    faults = []
    for name in STILL:
        pilot = SHOTS[name](seen)
        picture, lines = lines_of(pilot, monkeypatch)
        blank = without_words(pilot, monkeypatch)
        for line in lines:
            ratio = ink_contrast(picture, blank, line.area)
            if ratio is not None and ratio < LEAST[theme]:
                faults.append(f"{name}: {line.text!r} has {ratio:.2f}:1")
            if line.size < SMALLEST - 0.01:
                faults.append(f"{name}: {line.text!r} is set in {line.size:.1f}")
    assert not faults, "\n".join(faults)


@pytest.mark.slow
@pytest.mark.parametrize("theme", THEMES)
def test_the_focus_ring_stands_out_from_the_band_under_it(
    theme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings(motion="none", theme=theme)
    studio = studio_of(settings)
    faults = []
    for name in STILL:
        pilot = SHOTS[name](studio)
        screen = pilot.scene
        assert isinstance(screen, Screen)
        for widget in [w for w in screen.group.widgets if w.focusable and w.enabled and w.visible]:
            screen.group.focus(widget)
            picture = pilot.picture()
            with monkeypatch.context() as patch:
                patch.setattr(focus, "draw_line", lambda *_: None)
                bare = pilot.picture()
            ratios = [ink_contrast(picture, bare, edge) for edge in edges_of(widget.rect)]
            if None in ratios or min(ratio or 0 for ratio in ratios) < 3.0:
                faults.append(f"{name}: {getattr(widget, 'text', widget)!r} has {ratios}")
    assert not faults, "\n".join(faults)


def edges_of(rect: Rect) -> list[pygame.Rect]:
    """Where the ring goes along each edge, away from its corners, in a picture of half the grid."""
    x, y, w, h = (round(side / 2) for side in rect)
    across, down = min(40, w // 3), h // 3
    return [
        pygame.Rect(x + w // 2 - across // 2, y - 5, across, 4),
        pygame.Rect(x + w // 2 - across // 2, y + h + 1, across, 4),
        pygame.Rect(x - 5, y + down, 4, down),
        pygame.Rect(x + w + 1, y + down, 4, down),
    ]


def test_the_four_answers_are_apart_for_every_eye(seen: Studio) -> None:
    pilot = SHOTS["choice"](seen)
    screen = pilot.scene
    assert isinstance(screen, OptionsScreen)
    picture = pilot.picture()
    colours = []
    for choice in screen.choices:
        inset = 30 if seen.settings.theme == "calm" else 3
        seen_there = picture.get_at((int(choice.rect.right - 60), int(choice.rect.y + inset)))
        colours.append((seen_there.r, seen_there.g, seen_there.b))
    for blindness in BLINDNESS:
        nearest = min(apart(a, b, blindness) for a, b in combinations(colours, 2))
        assert nearest >= APART[seen.settings.theme], f"{blindness}: {nearest:.1f}"


def test_an_eye_that_is_measured_sees_what_is_known() -> None:
    assert contrast((255, 255, 255), (0, 0, 0)) == pytest.approx(21)
    assert (
        apart((214, 39, 40), (31, 157, 40), "deutan")
        < 30
        < apart((214, 39, 40), (31, 119, 180), "deutan")
    )
    steady, dark, bright = [0.5] * 8, [0.1] * 8, [0.9] * 8
    assert flashes([steady] * 30, 30) == 0
    assert flashes([dark, dark, dark, bright, bright, bright] * 10, 30) == 5


FLASHING = ("lock", "key", "launch")


@pytest.mark.slow
@pytest.mark.parametrize("name", FLASHING)
def test_nothing_flashes_more_than_three_times_a_second(name: str) -> None:
    studio = studio_of(Settings(), (480, 270))
    start, seconds = {"lock": ("choice", 3.0), "key": ("key-0", 5.0), "launch": ("key-2", 22.0)}[
        name
    ]
    pilot = SHOTS[start](studio)
    pilot.press("b" if name == "lock" else "enter")
    frames = []
    for _ in range(int(seconds * 30)):
        pilot.step(1 / 30, 30)
        frames.append(luminances(pilot.picture()))
    assert flashes(frames, 30) <= 3
