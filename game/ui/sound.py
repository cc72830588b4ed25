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
    "three", "two", "one", "ignition", "arms", "puff", "boosters", "thump", "swell", "satellite",
    "arrived",
)  # fmt: skip
LOOPS = ("body", "crackle", "wind")
"""What goes round for as long as a scene wants: a launch mixes them by thrust and air."""
BED = "bed.ogg"
LET_GO_S = 0.3
CHANNELS = 16
"""So many sounds at once: the satellites of a round ring into each other. One more is speech."""
QUIETER = 0.35
"""The share of its volume that every sound keeps while somebody speaks."""


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

    def level(self, name: str, volume: float) -> None:
        """Let one of LOOPS go round at a volume, 0 to 1; 0 ends it. Cheap enough for each frame."""

    def end(self, fade: float = 0.08) -> None:
        """End all that sounds but music, fading for so many seconds."""

    def set_level(self, volume: float, mute: bool, music: float = 0.0) -> None:
        """The player's volumes of sounds and of the music, 0 to 1, and mute for both."""

    def hush(self, hushed: bool) -> None:
        """Let the bed of music fade out for a while, or come back."""

    def give_way(self, speaks: bool) -> None:
        """Be quieter, effects and music, for as long as something is read aloud."""

    def load_next(self) -> None:
        """Take one short step towards having all sounds; the loop calls it between pictures."""


class Silence:
    """No sound at all; `played` lists what would have sounded, `levels` what goes round."""

    loading = False

    def __init__(self) -> None:
        self.played: list[str] = []
        self.levels: dict[str, float] = {}
        self.gives_way = False
        self.caption = SoundCaption()

    def play(self, name: str, volume: float = 1.0) -> None:  # noqa: ARG002
        self.played.append(name)
        self.caption.heard(name)

    def level(self, name: str, volume: float) -> None:
        self.levels[name] = volume

    def end(self, fade: float = 0.08) -> None:  # noqa: ARG002
        self.levels.clear()
        self.caption.ended()

    def set_level(self, volume: float, mute: bool, music: float = 0.0) -> None:
        pass

    def hush(self, hushed: bool) -> None:
        pass

    def give_way(self, speaks: bool) -> None:
        self.gives_way = speaks

    def load_next(self) -> None:
        pass


class Speakers:
    """Sound through pygame's mixer, opened when the first picture stands.

    Without a device everything is silent and `trouble` says why.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder if folder is not None else assets() / "sounds"
        self._sounds: dict[str, pygame.mixer.Sound] = {}
        self._waiting: list[str] = [*NAMES, *LOOPS]
        self._opened = False
        self._bed = Bed(self._folder / BED)
        self._volume = 0.7
        self._mute = False
        self._music = 0.0
        self._share = 1.0
        self._looping: dict[str, float] = {}
        self.trouble: str | None = None
        self.caption = SoundCaption()

    def play(self, name: str, volume: float = 1.0) -> None:
        self.caption.heard(name)
        sound = None if self._mute else self._sounds.get(name)
        if sound is not None:
            sound.set_volume(self._volume * self._share * volume)
            sound.play()

    def level(self, name: str, volume: float) -> None:
        before = self._looping.get(name, 0.0)
        sound = self._sounds.get(name)
        if volume <= 0:
            self._looping.pop(name, None)
            if before > 0 and sound is not None:
                sound.fadeout(round(LET_GO_S * 1000))
            return
        self._looping[name] = volume
        if sound is not None:
            sound.set_volume(0.0 if self._mute else self._volume * self._share * volume)
            if before <= 0:
                sound.play(loops=-1, fade_ms=60)

    def end(self, fade: float = 0.08) -> None:
        self._looping.clear()
        self.caption.ended()
        for sound in self._sounds.values():
            sound.fadeout(round(fade * 1000))

    def set_level(self, volume: float, mute: bool, music: float = 0.0) -> None:
        self._volume = min(1.0, max(0.0, volume))
        self._mute = mute
        self._music = music
        self._bed.set_level(0.0 if mute else music * self._share)
        if mute:
            for sound in self._sounds.values():
                sound.set_volume(0.0)
        for name, own in self._looping.items():
            self.level(name, own)

    def hush(self, hushed: bool) -> None:
        self._bed.hush(hushed)

    def give_way(self, speaks: bool) -> None:
        share = QUIETER if speaks else 1.0
        if share != self._share:
            self._share = share
            self.set_level(self._volume, self._mute, self._music)

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
                pygame.mixer.set_num_channels(CHANNELS + 1)
                # The first is for speech.
                pygame.mixer.set_reserved(1)
                self._opened = True
                return
            name = self._waiting.pop(0)
            file = f"{name}.ogg" if name in LOOPS else f"{name}.wav"
            self._sounds[name] = pygame.mixer.Sound(str(self._folder / file))
            if name in self._looping:
                self.level(name, self._looping.pop(name))
        except (pygame.error, NotImplementedError, FileNotFoundError) as error:
            self.trouble = f"There is no sound: {error}"
            self._waiting.clear()
            self._bed.give_up()
