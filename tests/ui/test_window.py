"""The window and its loop on SDL's dummy screen, and without any screen."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator

import pygame
import pytest

from game.ui.canvas import Canvas
from game.ui.events import Event, Key
from game.ui.loop import Loop
from game.ui.scene import Scene, Services, services
from game.ui.theme import load
from game.ui.window import Window, WindowError


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    yield monkeypatch
    pygame.display.quit()


class Once(Scene):
    """Presses F11, takes a letter, and leaves at Escape."""

    def __init__(self, shared: Services) -> None:
        super().__init__(shared)
        self.keys: list[str] = []

    def handle(self, event: Event) -> None:
        if isinstance(event, Key):
            self.keys.append(event.name)
            if event.name == "escape":
                self.shared.stack.pop()

    def draw(self, canvas: Canvas) -> None:
        canvas.fill((20, 30, 40))


def press(*keys: int) -> None:
    for key in keys:
        values = {"key": key, "scancode": 0, "unicode": "", "mod": 0}
        pygame.event.post(pygame.event.Event(pygame.KEYDOWN, values))


def test_the_loop_plays_until_the_last_scene_is_left(screen: pytest.MonkeyPatch) -> None:
    del screen
    shared = services()
    window = Window("T-Minus", load(), (960, 540))
    scene = Once(shared)
    Loop(shared, window).run(scene, lambda: press(pygame.K_F11, pygame.K_a, pygame.K_ESCAPE))
    assert scene.keys == ["a", "escape"]
    assert window.full
    assert shared.settings.fullscreen


def test_the_first_picture_stands_before_anything_slow_begins(screen: pytest.MonkeyPatch) -> None:
    del screen
    shared = services()
    window = Window("T-Minus", load(), (960, 540))
    seen: list[tuple[int, ...]] = []

    def look() -> None:
        seen.append(tuple(window.surface.get_at((5, 5))[:3]))
        press(pygame.K_ESCAPE)

    Loop(shared, window).run(Once(shared), look)
    assert seen == [(20, 30, 40)]


def test_without_a_screen_one_sentence_says_what_to_do(screen: pytest.MonkeyPatch) -> None:
    screen.setenv("SDL_VIDEODRIVER", "no-such-driver")
    with pytest.raises(WindowError, match="No window can be opened") as caught:
        Window("T-Minus", load())
    assert "\n" not in str(caught.value)


def test_nothing_heavy_is_imported_before_the_first_picture() -> None:
    code = (
        "import sys, game.ui.loop, game.ui.window, game.ui.widgets; "
        "print([m for m in ('yaml', 'pydantic', 'asyncio', 'sqlite3', 'importlib.metadata', 'json')"
        " if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYGAME_HIDE_SUPPORT_PROMPT": "1"},
    )
    assert done.stdout.strip() == "[]"
