"""What is told of voices in writing: why none is heard, and where to get one."""

from __future__ import annotations

import sys
from typing import Protocol

from game.ui.voice import Trouble


class Texts(Protocol):
    def gettext(self, message: str, /) -> str: ...


def trouble(what: Trouble, texts: Texts) -> str:
    """Why nothing is read aloud, in a sentence; "" where it is."""
    _ = texts.gettext
    return {
        "": "",
        "language": _("There is no voice for this language. Settings, “What is read”, say more."),
        "silent": _("The voice does not answer. It is tried again in half a minute."),
        "device": _("Nothing can be read aloud: this computer plays no sound."),
    }[what]


def where_to_get(texts: Texts, system: str = sys.platform) -> str:
    """What to install where a language has no voice."""
    _ = texts.gettext
    if system == "win32":
        return _("No voice for this language. Add one in the settings of Windows, or eSpeak NG.")
    if system == "darwin":
        return _("No voice for this language. Add one in System Settings, or espeak-ng.")
    return _("No voice for this language. Install one: sudo apt install espeak-ng")
