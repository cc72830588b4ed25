"""The settings of reading aloud: when, how fast, how loud, and by which voice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, get_args

from game import languages
from game.screens.pick import Stepper
from game.ui import voice_words
from game.ui.geometry import Rect
from game.ui.reading import Wish
from game.ui.settings import Settings
from game.ui.voice import Said
from game.ui.widgets import Label, Slider, Widget

if TYPE_CHECKING:
    from game.screens.settings import SettingsScreen

WISHES: tuple[Wish, ...] = get_args(Wish)
_IN_ENGLISH = {"ru": "Russian", "kk": "Kazakh"}
"""As espeak-ng calls its voices."""
SLOWEST, FASTEST, STEP = 0.5, 3.0, 0.25


def voice_rows(screen: SettingsScreen, rows: Sequence[Rect]) -> list[Widget]:
    """The rows of the page; what is changed is heard at once."""
    kept, say = screen.shared.settings, screen.say
    asked = say("when I press {key}").format(key=screen.cap("R"))

    def use(settings: Settings) -> None:
        screen.shared.change(settings)
        screen.redraw()

    def try_out(settings: Settings) -> None:
        use(settings)
        if settings.aloud != "off":
            sample = say("Four, three, two, one. This is how I read.")
            screen.shared.narrator.tell(Said(sample, screen.shared.language))

    return [
        Stepper(
            say("Reading aloud"), (say("off"), asked, say("always")),
            WISHES.index(kept.aloud), rows[0],
            lambda at: use(kept.with_(aloud=WISHES[at])),
        ),
        Slider(
            say("Speed"), rows[1], kept.speed, SLOWEST, FASTEST, STEP,
            lambda value: try_out(screen.shared.settings.with_(speed=value)),
            lambda value: f"× {value:g}",
        ),
        Slider(
            say("Volume of the voice"), rows[2], kept.voice, 0, 1, 0.1,
            lambda value: try_out(screen.shared.settings.with_(voice=value)),
            lambda value: f"{value * 100:.0f} %",
        ),
        _voice_row(screen, rows[3], try_out),
    ]  # fmt: skip


def _voice_row(screen: SettingsScreen, rect: Rect, try_out: Callable[[Settings], None]) -> Widget:
    """The voices of the language of the screen, or where to get one."""
    shared = screen.shared
    names = shared.narrator.voice.voices(shared.language)
    if names is None:
        return Label(screen.say("Looking for voices ..."), rect.inset(24, 12), "body", "ink_dim")
    if not names:
        words = voice_words.where_to_get(shared.catalogue)
        return Label(words, rect.inset(24, 12), "body", "sand")
    chosen = dict(shared.settings.voices).get(shared.language, "")
    at = names.index(chosen) if chosen in names else 0

    def take(to: int) -> None:
        voices = {**dict(shared.settings.voices), shared.language: names[to]}
        try_out(replace(shared.settings, voices=tuple(sorted(voices.items()))))

    shown = tuple(_shown(name, shared.language) for name in names)
    return Stepper(screen.say("Voice"), shown, at, rect, take)


def _shown(name: str, language: str) -> str:
    """A voice that is called after its language in English is called as that language is."""
    return languages.own_name(language) if name == _IN_ENGLISH.get(language) else name
