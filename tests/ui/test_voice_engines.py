"""The voices that systems list, and what is ordered from them; espeak-ng itself where it is."""

from __future__ import annotations

import shutil
import sys

import pytest

from game.ui.voice_engines import (
    Installed,
    espeak_listed,
    find,
    mac_listed,
    windows_listed,
)
from game.ui.voice_helper import Helper
from game.ui.voice_text import pieces

ESPEAK = """\
Pty Language       Age/Gender VoiceName          File                 Other Languages
 5  kk              --/M      Kazakh             trk/kk
 2  en-us           --/M      English_(America)  gmw/en-US            (en 3)
 5  en-us           --/M      us-mbrola-2        mb/mb-us2            (en 7)
"""
MAC = """\
Aru                 kk_KZ    # Сәлем! Менің атым — Ару.
Bad News            en_US    # Hello! My name is Bad News.
Milena              ru_RU    # Здравствуйте! Меня зовут Милена.
"""
WINDOWS = "ru-RU\tMicrosoft Irina Desktop\r\nen-US\tMicrosoft Zira Desktop\r\nnot a voice\r\n"

espeak_only = pytest.mark.skipif(
    sys.platform != "linux" or not shutil.which("espeak-ng"), reason="espeak-ng is not here"
)


def test_voices_are_found_in_what_each_system_lists() -> None:
    assert list(espeak_listed(ESPEAK)) == [
        ("Kazakh", "kk", "trk/kk"),
        ("English (America)", "en", "gmw/en-US"),
    ]
    assert list(mac_listed(MAC)) == [("Aru", "kk"), ("Bad News", "en"), ("Milena", "ru")]
    assert list(windows_listed(WINDOWS)) == [
        ("Microsoft Irina Desktop", "ru"),
        ("Microsoft Zira Desktop", "en"),
    ]


@pytest.mark.parametrize("text", ["", "\n\n", "error: no such thing", "Pty\n\0\0 x"])
def test_what_is_no_list_has_no_voices(text: str) -> None:
    assert not [*espeak_listed(text), *mac_listed(text), *windows_listed(text)]


@espeak_only
def test_espeak_speaks_our_three_languages() -> None:
    assert {"en", "ru", "kk"} <= {one.language for one in find()}


@espeak_only
@pytest.mark.parametrize("language", ["en", "ru", "kk"])
@pytest.mark.parametrize(
    "text",
    [
        "-v ru --help -w /tmp/x",
        '<speak><voice name="x">hello</voice></speak> & <',
        "a\x00b\x1b[31mc\x07 d",
        "[[nonsense]] [[slnc 9000]]",
        "'; $(exit 1) | `true` \\",
        "Байқоңыр ғарыш айлағы. 5, 49,5 %!",
        "long " * 2000,
    ],
)
def test_any_text_becomes_speech(language: str, text: str) -> None:
    for piece in list(pieces(text))[:2]:
        made = spoken(first(language), piece)
        assert made is not None and len(made) > 2000


@espeak_only
def test_a_faster_voice_is_sooner_done() -> None:
    voice = first("en")
    slow, fast = (spoken(voice, "One, two, three, four, five.", speed) for speed in (0.5, 3.0))
    assert slow is not None and fast is not None and len(fast) < len(slow) / 2


@espeak_only
def test_nothing_that_is_said_is_an_argument() -> None:
    order = first("kk").order("-w /tmp/x", 1.0)
    assert not any("/tmp/x" in part for part in order.command)
    assert order.stdin == b"-w /tmp/x"


def first(language: str) -> Installed:
    return next(one for one in find() if one.language == language)


def spoken(voice: Installed, text: str, speed: float = 1.0) -> bytes | None:
    return Helper(voice.order(text, speed)).wav(30)
