"""One run of a helper that turns a text into sound: it can be ended at once, and cannot hang."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from functools import cache

from game.ui.voice_engines import Order

MOST_BYTES = 16_000_000
"""Three minutes of what voices give; whoever writes more has gone wrong."""
_POSIX = sys.platform != "win32"


class Helper:
    """A process in a group of its own. `end` may be called from any thread, at any time."""

    def __init__(self, order: Order) -> None:
        """Start it. OSError if it cannot be started."""
        self._order = order
        self._found = bytearray()
        # A voice never asks for a window, a terminal or what the game has open.
        try:
            self._process = subprocess.Popen(
                (*_tied(), *order.command),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                start_new_session=_POSIX,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError:
            self._made()
            raise

    def fits(self, order: Order) -> bool:
        """Whether it was started by the same command, and has not ended by itself."""
        return self._order.command == order.command and self._process.poll() is None

    def wav(self, patience_s: float, text: bytes | None = None) -> bytes | None:
        """What it makes of its text, or of another; None if that is nothing, took longer, or was
        ended."""
        text = self._order.stdin if text is None else text
        reader = threading.Thread(target=self._read, args=(text,), name="voice-reader", daemon=True)
        reader.start()
        reader.join(patience_s)
        late = reader.is_alive()
        self.end()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(1.0)
        made = self._made()
        return None if late or len(made) > MOST_BYTES else whole_wav(made)

    def end(self) -> None:
        """Kill it and all that it has started."""
        with suppress(OSError):
            if _POSIX:
                # As long as nobody has waited for it, its number is nobody else's.
                if self._process.returncode is None:
                    os.killpg(self._process.pid, signal.SIGKILL)
            else:
                self._process.kill()

    def _read(self, text: bytes) -> None:
        """Hand it the text and take what it writes, until it has closed its end."""
        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin is not None and stdout is not None
        with suppress(OSError, ValueError):
            stdin.write(text)
            stdin.close()
        with suppress(OSError, ValueError):
            while len(self._found) <= MOST_BYTES:
                piece = os.read(stdout.fileno(), 65_536)
                if not piece:
                    break
                self._found += piece
        with suppress(OSError):
            stdout.close()

    def _made(self) -> bytes:
        path = self._order.file
        if path is None:
            return bytes(self._found)
        try:
            return path.read_bytes()
        except OSError:
            return b""
        finally:
            with suppress(OSError):
                path.unlink()


@cache
def _tied() -> tuple[str, ...]:
    """What starts a command so that it ends with the game, however that ends; () where nothing
    does: there a helper ends when it has read its text."""
    program = shutil.which("setpriv") if sys.platform.startswith("linux") else None
    return (program, "--pdeathsig", "KILL", "--") if program else ()


def whole_wav(made: bytes) -> bytes | None:
    """A WAV with its true lengths, which a program that writes into a pipe cannot know; None for
    what is no WAV, or has no sound in it."""
    if made[:4] != b"RIFF" or made[8:12] != b"WAVE":
        return None
    at = 12
    while at + 8 <= len(made):
        name, length = made[at : at + 4], int.from_bytes(made[at + 4 : at + 8], "little")
        if name == b"data":
            left = len(made) - at - 8
            length = min(length, left) & ~1
            if not length:
                return None
            body = made[12:at] + b"data" + length.to_bytes(4, "little")
            body += made[at + 8 : at + 8 + length]
            return b"RIFF" + (len(body) + 4).to_bytes(4, "little") + b"WAVE" + body
        at += 8 + length + length % 2
    return None
