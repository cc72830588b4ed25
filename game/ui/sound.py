"""Short sounds from assets/sounds. Never needed to play, and never a reason to stop."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

import pygame

from game.paths import assets
from game.ui.bed import Bed
from game.ui.captions import SoundCaption

NAMES = (
    "focus", "page", "lock", "fill", "recheck", "call", "go", "key",
    "three", "two", "one", "ignition", "rumble", "satellite",
)  # fmt: skip
BED = "bed.ogg"


@contextmanager
def _hushed() -> Iterator[None]:
    """Keep ALSA from printing ten lines of its own on a Linux machine without a sound card."""
    if not sys.platform.startswith("linux"):
        yield
        return
    kept, nowhere = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)


class Sounds(Protocol):
    """What scenes ask of sound."""

    caption: SoundCaption
    """What sounds, in words, whether it is heard or not."""

    @property
    def loading(self) -> bool:
        """Whether sounds are still to be loaded."""

    def play(self, name: str, volume: float = 1.0) -> None:
        """Sound once. A name of NAMES; volume 0 to 1."""

    def loop(self, name: str, volume: float = 1.0) -> None:
        """Sound until `stop`."""

    def stop(self, name: str, fade: float = 0.3) -> None:
        """End a sound, fading for so many seconds."""

    def set_level(self, volume: float, mute: bool, music: float = 0.0) -> None:
        """The player's volumes of sounds and of the music, 0 to 1, and mute for both."""

    def hush(self, hushed: bool) -> None:
        """Let the bed of music fade out for a while, or come back."""

    def load_next(self) -> None:
        """Take one short step towards having all sounds; the loop calls it between pictures."""


class Silence:
    """No sound at all; `played` lists what would have sounded."""

    loading = False

    def __init__(self) -> None:
        self.played: list[str] = []
        self.caption = SoundCaption()

    def play(self, name: str, volume: float = 1.0) -> None:  # noqa: ARG002
        self.played.append(name)
        self.caption.heard(name)

    def loop(self, name: str, volume: float = 1.0) -> None:  # noqa: ARG002
        self.played.append(name)
        self.caption.lasts(name)

    def stop(self, name: str, fade: float = 0.3) -> None:  # noqa: ARG002
        self.caption.ended(name)

    def set_level(self, volume: float, mute: bool, music: float = 0.0) -> None:
        pass

    def hush(self, hushed: bool) -> None:
        pass

    def load_next(self) -> None:
        pass


class Speakers:
    """Sound through pygame's mixer, opened when the first picture stands.

    Without a device everything is silent and `trouble` says why.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder if folder is not None else assets() / "sounds"
        self._sounds: dict[str, pygame.mixer.Sound] = {}
        self._waiting: list[str] = list(NAMES)
        self._opened = False
        self._bed = Bed(self._folder / BED)
        self._volume = 0.7
        self._mute = False
        self._looping: dict[str, float] = {}
        self.trouble: str | None = None
        self.caption = SoundCaption()

    def play(self, name: str, volume: float = 1.0) -> None:
        self.caption.heard(name)
        sound = None if self._mute else self._sounds.get(name)
        if sound is not None:
            sound.set_volume(self._volume * volume)
            sound.play()

    def loop(self, name: str, volume: float = 1.0) -> None:
        self._looping[name] = volume
        self._bed.hush(True)
        self.caption.lasts(name)
        sound = self._sounds.get(name)
        if sound is not None:
            sound.set_volume(0.0 if self._mute else self._volume * volume)
            sound.play(loops=-1, fade_ms=200)

    def stop(self, name: str, fade: float = 0.3) -> None:
        if self._looping.pop(name, None) is not None and not self._looping:
            self._bed.hush(False)
        self.caption.ended(name)
        sound = self._sounds.get(name)
        if sound is not None:
            sound.fadeout(round(fade * 1000))

    def set_level(self, volume: float, mute: bool, music: float = 0.0) -> None:
        self._volume = min(1.0, max(0.0, volume))
        self._mute = mute
        self._bed.set_level(0.0 if mute else music)
        for name, own in self._looping.items():
            if name in self._sounds:
                self._sounds[name].set_volume(0.0 if mute else self._volume * own)

    def hush(self, hushed: bool) -> None:
        self._bed.hush(hushed)

    @property
    def loading(self) -> bool:
        return bool(self._waiting) or self._bed.waiting

    def load_next(self) -> None:
        if not self._waiting:
            self._bed.begin_if_wanted()
            return
        try:
            if not self._opened:
                with _hushed():
                    pygame.mixer.init(frequency=44100, size=-16, channels=2, buffer=512)
                self._opened = True
                return
            name = self._waiting.pop(0)
            self._sounds[name] = pygame.mixer.Sound(str(self._folder / f"{name}.wav"))
            if name in self._looping:
                self.loop(name, self._looping[name])
        except (pygame.error, NotImplementedError, FileNotFoundError) as error:
            self.trouble = f"There is no sound: {error}"
            self._waiting.clear()
            self._bed.give_up()
