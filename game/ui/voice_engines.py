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
class Order:
    """A helper to start: its command, what it reads, and the file that it writes the WAV to (None
    for its standard output).

    `early` tells that the command is the same for any text, and slow to start: the next one waits
    for its text already.
    """

    command: tuple[str, ...]
    stdin: bytes
    file: Path | None = None
    early: bool = False


@dataclass(frozen=True, slots=True)
class Installed:
    """A voice of the system: its name as people read it, its language such as "ru", and how a text
    is ordered from it at a speed."""

    name: str
    language: str
    order: Callable[[str, float], Order]


def find() -> tuple[Installed, ...]:
    """The voices of this system, the better ones of a language first. Takes as long as a program
    needs to start: not for a frame."""
    espeak = _espeak_voices(shutil.which("espeak-ng") or _espeak_elsewhere())
    if sys.platform == "darwin":
        return (*_mac_voices(shutil.which("say")), *espeak)
    if sys.platform == "win32":
        return (*_windows_voices(shutil.which("powershell")), *espeak)
    return espeak


def _espeak_elsewhere() -> str | None:
    """eSpeak's older form; on Windows where its installer puts it, which is on no path."""
    folder = Path(os.environ.get("PROGRAMFILES", "")) / "eSpeak NG" / "espeak-ng.exe"
    if sys.platform == "win32" and folder.is_file():
        return str(folder)
    return shutil.which("espeak")


def _espeak_voices(program: str | None) -> tuple[Installed, ...]:
    if program is None:
        return ()

    def by(key: str) -> Callable[[str, float], Order]:
        def order(text: str, speed: float) -> Order:
            words = f"{USUAL_WPM * speed:.0f}"
            command = (program, "-v", key, "-s", words, "-b", "1", "--stdin", "--stdout")
            return Order(command, text.encode())

        return order

    listed = sorted(
        espeak_listed(_output(program, "--voices")), key=lambda one: one[2] not in _USUAL
    )
    return tuple(Installed(name, language, by(key)) for name, language, key in listed)


def espeak_listed(listed: str) -> Iterator[tuple[str, str, str]]:
    """(name, language, file) of what `espeak-ng --voices` lists, without the voices that need
    another program (mbrola)."""
    for line in listed.splitlines()[1:]:
        parts = line.split()
        if len(parts) >= 5 and parts[0].isdigit() and "mb/" not in parts[4]:
            yield parts[3].replace("_", " "), parts[1].partition("-")[0], parts[4]


def _mac_voices(program: str | None) -> tuple[Installed, ...]:
    """`say` of macOS, which writes into a file only."""
    if program is None:
        return ()

    def by(name: str) -> Callable[[str, float], Order]:
        def order(text: str, speed: float) -> Order:
            handle, path = tempfile.mkstemp(suffix=".wav", prefix="t-minus-")
            os.close(handle)
            words = f"{USUAL_WPM * speed:.0f}"
            form = ("--data-format=LEI16@22050", "-o", path, "-f", "-")
            return Order((program, "-v", name, "-r", words, *form), text.encode(), Path(path))

        return order

    listed = mac_listed(_output(program, "-v", "?"))
    return tuple(Installed(name, language, by(name)) for name, language in listed)


def mac_listed(listed: str) -> Iterator[tuple[str, str]]:
    """(name, language) of what `say -v ?` lists: a name, maybe with spaces, a locale, a sample."""
    for line in listed.splitlines():
        found = re.match(r"(.+?)\s+([a-z]{2,3})[_-][A-Za-z0-9_-]+\s+#", line)
        if found:
            yield found[1], found[2]


def _windows_voices(program: str | None) -> tuple[Installed, ...]:
    """SAPI through Windows PowerShell and System.Speech."""
    if program is None:
        return ()

    def by(name: str) -> Callable[[str, float], Order]:
        def order(text: str, speed: float) -> Order:
            # SAPI's rates run from -10, a third of the usual speed, to 10, three times it.
            rate = round(max(-_SAPI_RATES, min(_SAPI_RATES, _SAPI_RATES * (speed - 1) / 2)))
            payload = base64.b64encode(f"{name}\n{rate}\n{text}".encode()) + b"\n"
            return Order((program, *_POWERSHELL, _encoded(_SPEAK)), payload, early=True)

        return order

    listed = windows_listed(_output(program, *_POWERSHELL, _encoded(_LIST)))
    return tuple(Installed(name, language, by(name)) for name, language in listed)


def windows_listed(listed: str) -> Iterator[tuple[str, str]]:
    """(name, language) of what `_LIST` prints: a culture, a tab, a name."""
    for line in listed.splitlines():
        culture, tab, name = line.strip("\ufeff \r").partition("\t")
        if tab:
            yield name, culture.partition("-")[0].lower()


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
Add-Type -AssemblyName System.Speech
$s = New-Object System.Speech.Synthesis.SpeechSynthesizer
$line = [Console]::In.ReadLine()
if (-not $line) { exit }
$p = [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String($line)) -split "`n", 3
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
