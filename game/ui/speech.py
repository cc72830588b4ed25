"""Speech through pygame's mixer, on a channel that no other sound takes."""

from __future__ import annotations

import io
import time

import pygame

CHANNEL = 0
"""The first channel is kept for speech; see `Speakers`."""
OPENS_S, LOOK_S = 3.0, 0.05
"""How long the mixer may take to open at the start of the game, and how often one looks."""


class Speech:
    """Where made speech is heard, once the mixer is open."""

    @property
    def busy(self) -> bool:
        return pygame.mixer.get_init() is not None and pygame.mixer.Channel(CHANNEL).get_busy()

    def load(self, wav: bytes) -> object | None:
        until = time.monotonic() + OPENS_S
        while pygame.mixer.get_init() is None:
            if time.monotonic() > until:
                return None
            time.sleep(LOOK_S)
        try:
            return pygame.mixer.Sound(file=io.BytesIO(wav))
        except (pygame.error, NotImplementedError):
            return None

    def play(self, sound: object, volume: float) -> None:
        if isinstance(sound, pygame.mixer.Sound) and pygame.mixer.get_init() is not None:
            sound.set_volume(volume)
            pygame.mixer.Channel(CHANNEL).play(sound)

    def end(self) -> None:
        if pygame.mixer.get_init() is not None:
            pygame.mixer.Channel(CHANNEL).stop()
