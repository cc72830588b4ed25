"""A language that nobody speaks, for tests: it shows what no catalogue has and what has no room.

Every text comes back in brackets, its letters accented, and two fifths longer, as Kazakh and
Russian are: `[Làúñçh ñôw oxo]`. Placeholders stay as they are.
"""

from __future__ import annotations

import re
from gettext import NullTranslations
from itertools import cycle, islice

OPENING, CLOSING = "[", "]"
LONGER = 0.4
_ACCENTS = str.maketrans("aceinouyACEINOUY", "àçéîñôúýÀÇÉÎÑÔÚÝ")
_PLACEHOLDER = re.compile(r"(\{[^{}]*\})")
_FILLER = "oxo ox "


class Pseudo(NullTranslations):
    """A catalogue in that language: `Pseudo().gettext("Launch now")`."""

    def gettext(self, message: str) -> str:
        return pseudo(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return pseudo(msgid1 if n == 1 else msgid2)


def pseudo(text: str) -> str:
    """The text in that language. The brackets count as part of what is longer."""
    parts = _PLACEHOLDER.split(text)
    accented = "".join(
        part if at % 2 else part.translate(_ACCENTS) for at, part in enumerate(parts)
    )
    more = max(0, round(len(text) * LONGER) - len(OPENING + CLOSING) - 1)
    filler = "".join(islice(cycle(_FILLER), more)).strip()
    return f"{OPENING}{accented}{' ' if filler else ''}{filler}{CLOSING}"
