"""Sounds: all there, short, and never a reason to stop."""

from __future__ import annotations

import wave
from collections.abc import Iterator
from itertools import pairwise

import pygame
import pytest

from game.paths import assets
from game.ui.captions import words
from game.ui.scene import SourceTexts
from game.ui.sound import BED, NAMES, Speakers
from tests.tools.make_sounds import ALL, loudness


@pytest.fixture
def device(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    yield monkeypatch
    pygame.mixer.quit()


def loaded(speakers: Speakers) -> Speakers:
    for _ in range(2 * len(NAMES)):
        speakers.load_next()
    return speakers


def use(speakers: Speakers) -> None:
    speakers.play("lock")
    speakers.loop("rumble")
    speakers.set_level(0.5, True)
    speakers.play("no such sound")
    speakers.stop("rumble")


def test_without_a_device_everything_is_silent_and_nothing_stops(
    device: pytest.MonkeyPatch,
) -> None:
    device.setenv("SDL_AUDIODRIVER", "no-such-driver")
    speakers = loaded(Speakers())
    assert not speakers.loading
    assert speakers.trouble is not None
    use(speakers)


def test_sounds_asked_for_before_they_are_loaded_do_no_harm() -> None:
    use(Speakers())


def test_every_sound_loads_and_plays(device: pytest.MonkeyPatch) -> None:
    device.setenv("SDL_AUDIODRIVER", "dummy")
    speakers = loaded(Speakers())
    assert speakers.trouble is None
    for name in NAMES:
        speakers.play(name)
    use(speakers)


@pytest.mark.parametrize("name", NAMES)
def test_a_sound_is_as_loud_as_the_table_says(name: str) -> None:
    wanted = ALL[name][1]
    with wave.open(str(assets() / "sounds" / f"{name}.wav")) as file:
        samples = memoryview(file.readframes(file.getnframes())).cast("h")
    # A sound without high tones stops at its peak before it is as loud as that.
    assert wanted - 1 < loudness([sample / 32_767 for sample in samples]) < wanted + 0.3


def test_the_bed_of_music_is_quiet_and_goes_round_without_a_seam(
    device: pytest.MonkeyPatch,
) -> None:
    device.setenv("SDL_AUDIODRIVER", "dummy")
    pygame.mixer.init(frequency=22_050, size=-16, channels=1)
    sound = pygame.mixer.Sound(str(assets() / "sounds" / BED))
    samples = memoryview(sound.get_raw()).cast("h")
    assert 30 <= len(samples) / 22_050 <= 90
    assert max(samples) < 0.4 * 32_767
    steps = sorted(abs(b - a) for a, b in pairwise(samples[:200_000]))
    assert abs(samples[0] - samples[-1]) <= 2 * steps[int(0.999 * len(steps))]
    assert (assets() / "sounds" / BED).stat().st_size < 400_000


def test_music_plays_only_while_it_is_wanted(device: pytest.MonkeyPatch) -> None:
    device.setenv("SDL_AUDIODRIVER", "dummy")
    speakers = loaded(Speakers())
    assert not speakers.loading
    speakers.set_level(0.7, False, 0.5)
    assert speakers.loading
    speakers.load_next()
    assert pygame.mixer.music.get_busy()
    assert pygame.mixer.music.get_volume() == pytest.approx(0.5, abs=0.01)
    for unwanted in ((0.7, True, 0.5), (0.7, False, 0.0)):
        speakers.set_level(*unwanted)
        assert not speakers.loading
        speakers.set_level(0.7, False, 0.5)
        assert speakers.loading
        speakers.load_next()
    speakers.loop("rumble")
    assert not speakers.loading
    speakers.stop("rumble")
    assert speakers.loading


@pytest.mark.parametrize("name", NAMES)
def test_no_sound_is_long_or_loud(name: str) -> None:
    with wave.open(str(assets() / "sounds" / f"{name}.wav")) as file:
        seconds = file.getnframes() / file.getframerate()
        samples = memoryview(file.readframes(file.getnframes())).cast("h")
    assert seconds <= (5 if name == "rumble" else 1.5)
    assert 0.1 < max(samples) / 32_767 <= 0.85
    if name != "rumble":
        assert abs(samples[0]) < 400
        assert abs(samples[-1]) < 400


def test_the_rumble_goes_round_without_a_seam() -> None:
    with wave.open(str(assets() / "sounds" / "rumble.wav")) as file:
        samples = memoryview(file.readframes(file.getnframes())).cast("h")
    steps = [abs(b - a) for a, b in pairwise(samples)]
    assert abs(samples[0] - samples[-1]) <= max(steps)


def test_every_sound_has_a_caption_of_its_own() -> None:
    said = {words(name, SourceTexts()) for name in NAMES}
    assert len(said) == len(NAMES) and "" not in said
