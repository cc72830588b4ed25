"""Speech through the real mixer, without a device that anybody hears."""

from __future__ import annotations

import struct
from collections.abc import Iterator

import pygame
import pytest

from game.ui.sound import NAMES, QUIETER, Speakers
from game.ui.speech import CHANNEL, Speech
from game.ui.voice import Manner, Said
from game.ui.voice_system import SystemVoice
from tests.patience import until
from tests.ui.test_voice_engines import espeak_only


def wav(seconds: float) -> bytes:
    """A quiet tone."""
    data = b"\1\0" * int(8000 * seconds)
    form = struct.pack("<HHIIHH", 1, 1, 8000, 16000, 2, 16)
    body = b"WAVEfmt " + struct.pack("<I", 16) + form
    body += b"data" + struct.pack("<I", len(data)) + data
    return b"RIFF" + struct.pack("<I", len(body)) + body


@pytest.fixture
def speakers(monkeypatch: pytest.MonkeyPatch) -> Iterator[Speakers]:
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    made = Speakers()
    made.set_level(0.8, mute=False)
    while made.loading:
        made.load_next()
    assert made.trouble is None
    yield made
    pygame.mixer.quit()


def test_speech_is_heard_and_stops_at_once(speakers: Speakers) -> None:
    speech = Speech()
    sound = speech.load(wav(30))
    assert sound is not None and not speech.busy
    speech.play(sound, 0.5)
    assert speech.busy
    for name in NAMES:
        speakers.play(name)
    assert pygame.mixer.Channel(CHANNEL).get_sound() is sound
    speech.end()
    assert not speech.busy


@pytest.mark.parametrize("made", [b"", b"RIFF", wav(0.1)[:20]])
def test_what_is_no_sound_is_not_played(speakers: Speakers, made: bytes) -> None:
    assert speakers.trouble is None
    assert Speech().load(made) is None


def test_other_sounds_keep_a_share_of_their_volume_while_it_speaks(speakers: Speakers) -> None:
    def volume() -> float:
        speakers.play("focus")
        return float(speakers._sounds["focus"].get_volume())

    loud = volume()
    speakers.give_way(True)
    assert volume() == pytest.approx(loud * QUIETER, abs=0.02)
    speakers.give_way(False)
    assert volume() == pytest.approx(loud, abs=0.02)


def test_without_a_mixer_nothing_is_heard_and_nothing_fails() -> None:
    assert pygame.mixer.get_init() is None
    speech = Speech()
    speech.end()
    speech.play(object(), 1.0)
    assert not speech.busy


@espeak_only
@pytest.mark.parametrize(("language", "text"), [("en", "Go."), ("ru", "Пуск."), ("kk", "Ұшыр.")])
def test_the_systems_own_voice_is_heard_from_the_first_word_to_the_last(
    speakers: Speakers, language: str, text: str
) -> None:
    assert speakers.trouble is None
    voice = SystemVoice(Speech())
    voice.tune(Manner(speed=3.0))
    voice.say([Said(text, language)])
    assert voice.speaking
    heard = []

    def over() -> bool:
        voice.step()
        heard.append(Speech().busy)
        return not voice.speaking

    until(over)
    assert any(heard) and voice.trouble == ""
    voice.close()
