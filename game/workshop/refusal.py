"""Why a bundle is not taken: the rule that it breaks, where, and what to do."""

from __future__ import annotations

from dataclasses import dataclass

from game.phrase import Words, in_words


@dataclass(frozen=True, slots=True)
class Refusal:
    """`code` names the rule for programs, `place` is a name in the archive or "" for all of it."""

    code: str
    message: str
    place: str = ""
    hint: str = ""

    def line(self, words: Words) -> str:
        """All of it in one line that a terminal can show, in the language of a catalogue."""
        # Between the digits of a number some languages have a blank that does not break.
        message = in_words(self.message, words).replace("\u00a0", " ")
        hint = in_words(self.hint, words)
        place = f"{shown(self.place)}: " if self.place else ""
        stop = "" if message.endswith("?") else "."
        advice = f" {hint[0].upper()}{hint[1:]}." if hint else ""
        return f"{place}{shown(message)}{stop}{advice} [{self.code}]"


class Refused(Exception):
    """Raised where a rule is broken; carries the refusal."""

    def __init__(self, code: str, message: str, place: str = "", hint: str = "") -> None:
        super().__init__(message)
        self.refusal = Refusal(code, message, place, hint)


def shown(name: str) -> str:
    """A name from a stranger's archive as it may be printed: short, and with nothing hidden."""
    plain = "".join(sign if sign.isprintable() else "?" for sign in name[:201])
    return plain if len(plain) <= 200 else f"{plain[:197]}..."
