"""A screen and the stack of screens: what the loop asks of them and what they share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from game.ui.canvas import Canvas
from game.ui.clock import Clock
from game.ui.events import Event
from game.ui.geometry import Rect
from game.ui.keys import Device, KeyMap
from game.ui.narrator import Narrator
from game.ui.reading import Reading
from game.ui.settings import Settings
from game.ui.sound import Silence, Sounds
from game.ui.theme import Theme, load
from game.ui.voice import Manner, Unspoken
from game.ui.widgets.hints import Toast


class Catalogue(Protocol):
    """The texts of one language, as `gettext.NullTranslations` offers them."""

    def gettext(self, message: str, /) -> str: ...

    def ngettext(self, msgid1: str, msgid2: str, n: int, /) -> str: ...

    def info(self) -> dict[str, str]: ...


class SourceTexts:
    """The texts as they stand in the code, for tests and for want of a catalogue."""

    def gettext(self, message: str, /) -> str:
        return message

    def ngettext(self, msgid1: str, msgid2: str, n: int, /) -> str:
        return msgid1 if n == 1 else msgid2

    def info(self) -> dict[str, str]:
        return {}


@dataclass(slots=True)
class Services:
    """What every scene shares. Scenes read it; `change` is the one way to set something.

    `notice.show("...")` says a sentence over whatever scene is on top, for a few seconds. `device`
    is what was used last, so that hints can name its keys or buttons. `looks_ahead` tells that what
    comes next may be drawn behind the game: a player waits, a test does not.
    """

    theme: Theme
    catalogue: Catalogue
    sounds: Sounds
    settings: Settings
    clock: Clock
    stack: Stack
    device: Device = "keyboard"
    looks_ahead: bool = False
    keep: Callable[[Settings], None] = field(default=lambda _settings: None)
    notice: Toast = field(default_factory=Toast)
    narrator: Narrator = field(default_factory=lambda: Narrator(Unspoken()))

    def __post_init__(self) -> None:
        self._tune()

    @property
    def keys(self) -> KeyMap:
        """The player's keys, and the buttons of their gamepad."""
        return KeyMap(self.settings.keys, self.settings.pad)

    def change(self, settings: Settings) -> None:
        """Use these settings from now on and keep them."""
        if settings.theme != self.settings.theme:
            self.theme = load(settings.theme)
        self.settings = settings
        self.sounds.set_level(settings.volume, settings.mute, settings.music)
        self._tune()
        self.keep(settings)

    @property
    def language(self) -> str:
        """The language of the screen, such as "kk"."""
        return self.catalogue.info().get("language", "en")

    def _tune(self) -> None:
        settings = self.settings
        self.narrator.wish = settings.aloud
        self.narrator.voice.tune(Manner(settings.speed, settings.voice, settings.voices))


class Scene:
    """A screen. Subclasses override `handle`, `update` and `draw`.

    `wants_frames` is True while something moves; else the loop sleeps until input comes or, if it
    is not None, `next_tick_s` seconds have passed. After every event but a moving pointer the
    screen is drawn again; call `redraw` when it must be for another reason. `takes_text` is True
    while typing goes into a field: then text arrives. `types_letters` is True while that field
    takes letters, so that none is a shortcut; `text_area` is then where the field stands.
    `takes_any_key` is True while the next key is wanted as it is, whatever it usually does;
    `answers_b` while B is an answer, and so never a remote's wish to darken the screen.
    """

    wants_frames: bool = False
    next_tick_s: float | None = None
    takes_text: bool = False
    types_letters: bool = False
    text_area: Rect | None = None
    takes_any_key: bool = False
    answers_b: bool = False

    def __init__(self, shared: Services) -> None:
        self.shared = shared
        self.stale = True

    def redraw(self) -> None:
        """Ask to be drawn once more."""
        self.stale = True

    def enter(self) -> None:
        """The scene is on top now, at first or again."""

    def leave(self) -> None:
        """The scene is no longer on top."""

    def handle(self, event: Event) -> None:
        """Take one event."""

    def update(self, dt: float) -> None:
        """Let `dt` seconds pass."""

    def draw(self, canvas: Canvas) -> None:
        """Draw the whole screen."""

    def reads(self) -> Reading | None:
        """The whole screen as it is read aloud; None while there is nothing to say."""
        return None


class Stack:
    """The screens that lie over each other; the top one plays. Empty, the game is over."""

    def __init__(self) -> None:
        self._scenes: list[Scene] = []

    @property
    def top(self) -> Scene | None:
        return self._scenes[-1] if self._scenes else None

    @property
    def under(self) -> Scene | None:
        """The scene beneath the top one, for a card that is drawn over it."""
        return self._scenes[-2] if len(self._scenes) > 1 else None

    def push(self, scene: Scene) -> None:
        """Lay a scene over the present one."""
        if self.top:
            self.top.leave()
        self._scenes.append(scene)
        self._enter()

    def pop(self) -> None:
        """Take the top scene away; what lies under it goes on."""
        if self._scenes:
            self._scenes.pop().leave()
        self._enter()

    def replace(self, scene: Scene) -> None:
        """Put a scene in the place of the top one."""
        if self._scenes:
            self._scenes.pop().leave()
        self._scenes.append(scene)
        self._enter()

    def clear(self) -> None:
        """End the game."""
        while self._scenes:
            self._scenes.pop().leave()

    def _enter(self) -> None:
        if self.top:
            self.top.enter()
            self.top.redraw()


def services(
    *,
    theme: str | None = None,
    catalogue: Catalogue | None = None,
    sounds: Sounds | None = None,
    settings: Settings | None = None,
    keep: Callable[[Settings], None] = lambda _settings: None,
    narrator: Narrator | None = None,
) -> Services:
    """Services with what is given, and what a test wants for the rest: English, silence."""
    used = settings if settings is not None else Settings()
    if theme is not None:
        used = used.with_(theme=theme)
    heard = sounds if sounds is not None else Silence()
    heard.set_level(used.volume, used.mute, used.music)
    return Services(
        theme=load(used.theme),
        catalogue=catalogue if catalogue is not None else SourceTexts(),
        sounds=heard,
        settings=used,
        clock=Clock(),
        stack=Stack(),
        keep=keep,
        narrator=narrator if narrator is not None else Narrator(Unspoken()),
    )
