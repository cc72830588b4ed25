"""The voices that systems bring: which there are, and the command that turns a text into a WAV.

Every text goes through standard input, so that nothing in it can be an option or reach a shell.
"""

from __future__ import annotations

import base64
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

LOOK_S = 8.0
"""How long a system may take to list its voices."""
USUAL_WPM = 170
_SAPI_RATES = 10.0
_USUAL = frozenset({"gmw/en", "gmw/en-US"})


@dataclass(frozen=True, slots=True)
class Installed:
    """A voice of the system: its name as people read it, its language such as "ru", and what the
    system calls it."""

    name: str
    language: str
    key: str


@dataclass(frozen=True, slots=True)
class Order:
    """A helper to start: its command, what it reads, and the file that it writes the WAV to (None
    for its standard output)."""

    command: tuple[str, ...]
    stdin: bytes
    file: Path | None = None


Makes = Callable[[str, Installed, float], Order]
"""The order for a text by a voice at a speed."""


@dataclass(frozen=True, slots=True)
class Engine:
    """What speaks on this machine. `voices` come in the order in which they are preferred."""

    voices: tuple[Installed, ...]
    order: Makes

    def of(self, language: str) -> tuple[Installed, ...]:
        """The voices of a language."""
        return tuple(one for one in self.voices if one.language == language)


def find() -> Engine | None:
    """The engine of this system; None where there is none. Takes as long as a program needs to
    start: not for a frame."""
    if sys.platform == "darwin":
        return mac(shutil.which("say"))
    if sys.platform == "win32":
        return windows(shutil.which("powershell"))
    return espeak(shutil.which("espeak-ng") or shutil.which("espeak"))


def espeak(program: str | None) -> Engine | None:
    """eSpeak NG, which most Linux systems have."""
    listed = _output(program, "--voices")
    if program is None or not listed:
        return None
    # Of the many English ones, those that most pupils have heard come first.
    voices = sorted(espeak_voices(listed), key=lambda one: one.key not in _USUAL)

    def order(text: str, voice: Installed, speed: float) -> Order:
        words = f"{USUAL_WPM * speed:.0f}"
        command = (program, "-v", voice.key, "-s", words, "-b", "1", "--stdin", "--stdout")
        return Order(command, text.encode())

    return Engine(tuple(voices), order)


def espeak_voices(listed: str) -> Iterator[Installed]:
    """The voices of `espeak-ng --voices`, without those that need another program (mbrola)."""
    for line in listed.splitlines()[1:]:
        parts = line.split()
        if len(parts) >= 5 and parts[0].isdigit() and "mb/" not in parts[4]:
            yield Installed(parts[3].replace("_", " "), parts[1].partition("-")[0], parts[4])


def mac(program: str | None) -> Engine | None:
    """`say` of macOS; it writes into a file only."""
    listed = _output(program, "-v", "?")
    if program is None or not listed:
        return None
    voices = tuple(mac_voices(listed))

    def order(text: str, voice: Installed, speed: float) -> Order:
        handle, name = tempfile.mkstemp(suffix=".wav", prefix="t-minus-")
        os.close(handle)
        words = f"{USUAL_WPM * speed:.0f}"
        form = ("--data-format=LEI16@22050", "-o", name, "-f", "-")
        return Order((program, "-v", voice.key, "-r", words, *form), text.encode(), Path(name))

    return Engine(voices, order)


def mac_voices(listed: str) -> Iterator[Installed]:
    """The voices of `say -v ?`: a name that may have spaces, a locale, and a sample."""
    for line in listed.splitlines():
        found = re.match(r"(.+?)\s+([a-z]{2,3})[_-][A-Za-z0-9_-]+\s+#", line)
        if found:
            yield Installed(found[1], found[2], found[1])


def windows(program: str | None) -> Engine | None:
    """SAPI through Windows PowerShell and System.Speech."""
    listed = _output(program, *_POWERSHELL, _encoded(_LIST))
    if program is None or not listed:
        return None
    voices = tuple(windows_voices(listed))

    def order(text: str, voice: Installed, speed: float) -> Order:
        # SAPI's rates run from -10, a third of the usual speed, to 10, three times it.
        rate = round(max(-10.0, min(10.0, _SAPI_RATES * (speed - 1))))
        payload = base64.b64encode(f"{voice.key}\n{rate}\n{text}".encode()) + b"\n"
        return Order((program, *_POWERSHELL, _encoded(_SPEAK)), payload)

    return Engine(voices, order)


def windows_voices(listed: str) -> Iterator[Installed]:
    """The voices as `_LIST` prints them: a culture, a tab, a name."""
    for line in listed.splitlines():
        culture, tab, name = line.strip().partition("\t")
        if tab:
            yield Installed(name, culture.partition("-")[0].lower(), name)


_POWERSHELL = ("-NoLogo", "-NoProfile", "-NonInteractive", "-EncodedCommand")
_LIST = """
[Console]::OutputEncoding = [Text.Encoding]::UTF8
Add-Type -AssemblyName System.Speech
$s = New-Object System.Speech.Synthesis.SpeechSynthesizer
foreach ($v in $s.GetInstalledVoices()) {
  if ($v.Enabled) { "$($v.VoiceInfo.Culture.Name)`t$($v.VoiceInfo.Name)" }
}
"""
_SPEAK = """
$ErrorActionPreference = 'Stop'
$line = [Console]::In.ReadLine()
$p = [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String($line)) -split "`n", 3
Add-Type -AssemblyName System.Speech
$s = New-Object System.Speech.Synthesis.SpeechSynthesizer
$s.SelectVoice($p[0])
$s.Rate = [int]$p[1]
$m = New-Object IO.MemoryStream
$s.SetOutputToWaveStream($m)
$s.Speak($p[2])
$s.SetOutputToNull()
$b = $m.ToArray()
$o = [Console]::OpenStandardOutput()
$o.Write($b, 0, $b.Length)
$o.Flush()
"""


def _encoded(script: str) -> str:
    return base64.b64encode(script.encode("utf-16-le")).decode()


def _output(program: str | None, *arguments: str) -> str:
    if program is None:
        return ""
    try:
        done = subprocess.run(
            [program, *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=LOOK_S,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.decode("utf-8", "replace")
