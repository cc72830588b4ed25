"""A refusal is one line, in the language of whoever reads it."""

from __future__ import annotations

from gettext import NullTranslations

from game.phrase import phrase
from game.workshop.refusal import Refusal


class Elsewhere(NullTranslations):
    """A language that groups digits by a blank that does not break."""

    def gettext(self, message: str) -> str:
        known = {"{size:,} bytes": "{size:,} Bytes", "get it": "hol es", "1,000.5": "1\u00a0000,5"}
        return known.get(message, message)


def test_a_refusal_is_told_in_the_language_of_its_reader() -> None:
    refusal = Refusal("too-large", phrase("{size:,} bytes", size=5_000), "a.zip", phrase("get it"))
    assert refusal.line(NullTranslations()) == "a.zip: 5,000 bytes. Get it. [too-large]"
    assert refusal.line(Elsewhere()) == "a.zip: 5 000 Bytes. Hol es. [too-large]"


def test_what_a_stranger_has_hidden_in_a_name_stays_hidden_from_the_terminal() -> None:
    refusal = Refusal("x", phrase("this is {name}", name="a\u202eb\x1b[2J"), "\x07.yaml")
    assert refusal.line(Elsewhere()) == "?.yaml: this is a?b?[2J. [x]"
