"""Sounds: all there, short, and never a reason to stop."""

from __future__ import annotations

import wave
from collections.abc import Iterator
from itertools import pairwise

import pygame
import pytest

from game.paths import assets
from game.ui.captions import LASTING, words
from game.ui.scene import SourceTexts
from game.ui.sound import BED, LOOPS, NAMES, Speakers
from tests.patience import until
from tests.tools.make_sounds import ALL, loudness
from tests.tools.make_sounds import LOOPS as MADE_LOOPS


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
    speakers.level("body", 0.5)
    speakers.set_level(0.5, True)
    speakers.play("no such sound")
    speakers.level("body", 0.0)
    speakers.end()


def samples_of(name: str) -> list[float]:
    """The samples of a file as the mixer reads it, from -1 to 1; the mixer is opened for it."""
    pygame.mixer.quit()
    pygame.mixer.init(frequency=22_050, size=-16, channels=1)
    raw = pygame.mixer.Sound(str(assets() / "sounds" / name)).get_raw()
    return [sample / 32_767 for sample in memoryview(raw).cast("h")]


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
    for name in LOOPS:
        speakers.level(name, 0.5)
    use(speakers)


def test_a_loop_asked_for_before_it_is_loaded_sounds_once_it_is(device: pytest.MonkeyPatch) -> None:
    device.setenv("SDL_AUDIODRIVER", "dummy")
    speakers = Speakers()
    speakers.level("body", 0.5)
    loaded(speakers)
    assert pygame.mixer.get_busy()


def test_loops_and_what_rings_out_obey_the_volume_and_the_mute(
    device: pytest.MonkeyPatch,
) -> None:
    device.setenv("SDL_AUDIODRIVER", "dummy")
    speakers = loaded(Speakers())
    speakers.set_level(0.5, False)
    speakers.level("body", 0.8)
    speakers.play("ignition")
    body, ignition = (speakers._sounds[name] for name in ("body", "ignition"))
    assert body.get_volume() == pytest.approx(0.4, abs=0.02)
    for silent in ((0.5, True), (0.0, False)):
        speakers.set_level(*silent)
        speakers.level("body", 0.9)
        assert body.get_volume() == 0.0
    speakers.set_level(0.5, True)
    assert ignition.get_volume() == 0.0


def test_after_the_end_nothing_sounds(device: pytest.MonkeyPatch) -> None:
    device.setenv("SDL_AUDIODRIVER", "dummy")
    speakers = loaded(Speakers())
    for name in LOOPS:
        speakers.level(name, 0.5)
    speakers.play("ignition")
    assert pygame.mixer.get_busy()
    for name in LOOPS:
        assert speakers._sounds[name].get_num_channels()
    speakers.end()
    # A loop never ends by itself.
    until(lambda: not pygame.mixer.get_busy())


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
    speakers.hush(True)
    assert not speakers.loading
    speakers.hush(False)
    assert speakers.loading


@pytest.mark.parametrize("name", NAMES)
def test_no_sound_is_long_or_loud(name: str) -> None:
    with wave.open(str(assets() / "sounds" / f"{name}.wav")) as file:
        seconds = file.getnframes() / file.getframerate()
        samples = memoryview(file.readframes(file.getnframes())).cast("h")
    assert seconds <= 1.5
    assert 0.1 < max(samples) / 32_767 <= 0.85
    assert abs(samples[0]) < 400
    assert abs(samples[-1]) < 400


@pytest.mark.parametrize("name", LOOPS)
def test_a_loop_is_small_and_goes_round_without_a_seam(
    name: str, device: pytest.MonkeyPatch
) -> None:
    device.setenv("SDL_AUDIODRIVER", "dummy")
    samples = samples_of(f"{name}.ogg")
    assert 3 <= len(samples) / 22_050 <= 5
    assert MADE_LOOPS[name][1] - 1 < loudness(samples) < MADE_LOOPS[name][1] + 1
    steps = sorted(abs(b - a) for a, b in pairwise(samples))
    assert abs(samples[0] - samples[-1]) <= 2 * steps[int(0.99 * len(steps))]
    assert (assets() / "sounds" / f"{name}.ogg").stat().st_size < 30_000


def test_every_sound_has_a_caption_of_its_own() -> None:
    said = {words(name, SourceTexts()) for name in (*NAMES, *LASTING)}
    assert len(said) == len(NAMES) + len(LASTING) and "" not in said
