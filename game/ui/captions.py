"""Sounds in words, for those who do not hear them."""

from __future__ import annotations

from typing import Protocol

from game.ui.canvas import Canvas
from game.ui.geometry import GRID_WIDTH, Rect

SHOWN_S = 1.6


class Texts(Protocol):
    def gettext(self, message: str, /) -> str: ...


def words(name: str, texts: Texts) -> str:
    """What is heard when a sound of `sound.NAMES` plays; "" for one that has no words."""
    _ = texts.gettext
    return {
        "focus": _("a soft tick"),
        "page": _("a page turns"),
        "lock": _("a bolt slides shut"),
        "fill": _("fuel flows in"),
        "recheck": _("a low hum"),
        "call": _("the radio crackles"),
        "go": _("a rising tone"),
        "key": _("the key clicks home"),
        "three": _("a beat: three"),
        "two": _("a beat: two"),
        "one": _("a beat: one"),
        "ignition": _("the engines ignite"),
        "rumble": _("the engines rumble"),
        "satellite": _("a satellite pings"),
    }.get(name, "")


class SoundCaption:
    """The newest sound in words at the upper edge; a lasting one stays until it ends."""

    def __init__(self) -> None:
        self._name = ""
        self._left = 0.0
        self._lasting = ""

    def heard(self, name: str) -> None:
        """A sound has begun."""
        self._name, self._left = name, SHOWN_S

    def lasts(self, name: str) -> None:
        """A sound has begun that goes on."""
        self._lasting = name

    def ended(self, name: str) -> None:
        """A lasting sound is over."""
        if self._lasting == name:
            self._lasting = ""

    @property
    def name(self) -> str:
        """The sound that is told of now, or ""."""
        return self._name if self._left > 0 else self._lasting

    @property
    def next_tick_s(self) -> float | None:
        """How long the caption stays, for a scene that sleeps meanwhile."""
        return self._left if self._left > 0 else None

    def update(self, dt: float) -> None:
        self._left = max(0.0, self._left - dt)

    def draw(self, canvas: Canvas, texts: Texts) -> None:
        said = words(self.name, texts)
        if not said:
            return
        text, high = f"[{said}]", 40 * canvas.text_scale
        wide = canvas.text_width(text, "small") + 40
        box = Rect((GRID_WIDTH - wide) / 2, 4, wide, high)
        canvas.box(box, canvas.theme.colour("strip"), 12)
        canvas.text(text, box.centre, "small", canvas.theme.colour("ink_dark"), "centre")
