"""At every text size, and with longer words, everything stands on the screen and in its box."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from gettext import NullTranslations
from typing import Any

import pytest

from game import languages, paths
from game.screens.card import CardScreen
from game.screens.screen import Screen
from game.screens.shots import SHOTS
from game.screens.studio import Studio
from game.ui.canvas import Canvas
from game.ui.geometry import GRID, Rect
from game.ui.settings import Settings
from tests.screens.sharing import studio_of

STILL = tuple(name for name in SHOTS if not name.startswith("launch-"))
SLACK = 2.0
RING = 10.0


class Longer(NullTranslations):
    """Every text two fifths longer, as other languages are."""

    def gettext(self, message: str) -> str:
        return message + " " + "oxoxx"[: max(1, len(message) * 2 // 5)] * max(1, len(message) // 14)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


@dataclass(frozen=True, slots=True)
class Set:
    """A text that was set, the room that it had, and what it took."""

    text: str
    room: Rect
    took: Rect


@pytest.fixture
def texts(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Set]]:
    yield watched(monkeypatch)


def watched(monkeypatch: pytest.MonkeyPatch) -> list[Set]:
    """Every text that is drawn on the whole screen from now on."""
    found: list[Set] = []
    text, paragraph = Canvas.text, Canvas.paragraph

    def watched_text(self: Canvas, string: str, *rest: Any, **more: Any) -> Rect:
        took = text(self, string, *rest, **more)
        if type(self) is Canvas and string.strip():
            found.append(Set(string, GRID, took))
        return took

    def watched_paragraph(self: Canvas, string: str, rect: Any, *rest: Any, **more: Any) -> Rect:
        took = paragraph(self, string, rect, *rest, **more)
        if type(self) is Canvas and string.strip():
            found.append(Set(string, Rect(*rect), took))
        return took

    monkeypatch.setattr(Canvas, "text", watched_text)
    monkeypatch.setattr(Canvas, "paragraph", watched_paragraph)
    return found


def made(scale: float, *, longer: bool = False, monkeypatch: pytest.MonkeyPatch) -> Studio:
    settings = Settings(motion="none", text_scale=scale)
    if not longer:
        return studio_of(settings)
    # The words of its questions are longer, too.
    monkeypatch.setattr(languages, "catalogue", lambda _: Longer())
    return Studio(paths.default_pack(), size=(960, 540), settings=settings)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("scale", "longer"), [(1.0, False), (1.0, True), (1.5, False), (2.0, False)]
)
def test_no_text_leaves_its_box_and_no_widget_covers_another(
    scale: float, longer: bool, texts: list[Set], monkeypatch: pytest.MonkeyPatch
) -> None:
    studio = made(scale, longer=longer, monkeypatch=monkeypatch)
    faults = []
    for name in STILL:
        texts.clear()
        pilot = SHOTS[name](studio)
        texts.clear()
        pilot.picture()
        screen = pilot.scene
        assert isinstance(screen, Screen)
        faults += [
            f"{name}: {one.text!r} {one.took} leaves {one.room}" for one in texts if leaves(one)
        ]
        faults += [f"{name}: {fault}" for fault in covering(screen)]
        if not isinstance(screen, CardScreen):
            faults += [f"{name}: {fault}" for fault in crowded(texts)]
    assert not faults, "\n".join(faults)


def leaves(one: Set) -> bool:
    """Whether a text is outside its room; a line may reach above and below with its leading."""
    over = one.took.h * 0.25
    room = one.room
    return (
        one.took.x < room.x - SLACK
        or one.took.right > room.right + SLACK
        or one.took.y < room.y - SLACK - over
        or one.took.bottom > room.bottom + SLACK + over
    )


def crowded(texts: list[Set]) -> list[str]:
    """Texts that run into each other, their leading left out."""
    cores = [(one.text, one.took.inset(2, one.took.h * 0.22)) for one in texts]
    return [
        f"{text!r} runs into {other!r}"
        for index, (text, core) in enumerate(cores)
        for other, room in cores[index + 1 :]
        if meet(core, room)
    ]


def covering(screen: Screen) -> list[str]:
    """Widgets that can be pressed and leave the screen or stand nearer than their focus rings."""
    faults = []
    pressed = [w for w in screen.group.widgets if w.focusable and w.visible and w.enabled]
    for index, widget in enumerate(pressed):
        if not inside(widget.rect):
            faults.append(f"{widget.rect} leaves the screen")
        for other in pressed[index + 1 :]:
            if meet(widget.rect, other.rect):
                faults.append(f"{widget.rect} covers {other.rect}")
    for place, hint in screen.hints.places if screen.hints and screen.hints.visible else ():
        if place.right > GRID.right or place.bottom > GRID.bottom + RING:
            faults.append(f"the hint {hint.words!r} leaves the screen")
    return faults


def inside(rect: Rect) -> bool:
    return rect.x >= 0 and rect.y >= 0 and rect.right <= GRID.right and rect.bottom <= GRID.bottom


def meet(one: Rect, other: Rect) -> bool:
    apart = one.right <= other.x or other.right <= one.x
    return not (apart or one.bottom <= other.y or other.bottom <= one.y)
