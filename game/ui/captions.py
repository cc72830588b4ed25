"""Sounds in words, for those who do not hear them."""

from __future__ import annotations

from typing import Protocol

from game.ui.canvas import Canvas
from game.ui.geometry import GRID_WIDTH, Rect

SHOWN_S = 1.6
LASTING = ("vents", "low", "middle", "full", "thinner", "faint", "off")
"""What a launch sounds like for a while."""


class Texts(Protocol):
    def gettext(self, message: str, /) -> str: ...


def words(name: str, texts: Texts) -> str:
    """What is heard when a sound of `sound.NAMES` plays or one of LASTING goes on; else ""."""
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
        "arms": _("steel arms groan open"),
        "puff": _("a short puff: the tower leaves"),
        "boosters": _("four soft thumps: boosters away"),
        "thump": _("a deep thump"),
        "swell": _("the next engine swells"),
        "satellite": _("a satellite pings"),
        "arrived": _("a calm chord"),
        "vents": _("wind, and hissing vents"),
        "low": _("engines at low thrust"),
        "middle": _("engines at medium thrust"),
        "full": _("engines at full thrust"),
        "thinner": _("the roar fades with the air"),
        "faint": _("a faint hum through the hull"),
        "off": _("engines off: near silence"),
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
        """This is heard from now on, until it has `ended` or something else lasts."""
        self._lasting = name

    def ended(self) -> None:
        """What lasted is over."""
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
