"""An explanation that needs several cards is broken where a sentence ends."""

from __future__ import annotations

import pytest

from game.screens.leaves import Leaf, Measure, set_out
from game.screens.verdict import Verdict
from game.ui.theme import load

FIRST = "The first rocket stood on this pad in the spring of that year."
SECOND = "Its engines had been tried for months, and nobody knew whether they would hold."
THIRD = "They did, and four months later the first satellite went up from the same place."


def whys(text: str, room: float) -> list[str]:
    leaf = Leaf(why=text, source="A book, page 3.")
    setting = set_out(Measure(load(), 2.0, 1500.0), leaf, leaf, 0.0, room)
    return [one.why for one in setting.leaves if one.why]


@pytest.mark.parametrize("room", [330.0, 420.0, 540.0])
def test_a_card_ends_with_a_sentence(room: float) -> None:
    text = f"{FIRST} {SECOND} {THIRD}"
    found = whys(text, room)
    assert len(found) > 1
    assert all(part.endswith(".") for part in found)
    assert " ".join(found) == text


def test_a_sentence_too_long_for_a_card_is_broken_into_even_parts() -> None:
    long = " and ".join(one.rstrip(".") for one in (FIRST, SECOND, THIRD)) + "."
    found = whys(long, 340.0)
    assert " ".join(found) == long
    assert len(found) > 1
    assert min(map(len, found)) > max(map(len, found)) / 2


def test_the_word_of_a_verdict_stays_with_its_sentence() -> None:
    line = f"You chose a pad. {FIRST} {SECOND} {THIRD}"
    said = Verdict(False, "recheck", "Not this time", line, "")
    leaf = Leaf(said=said)
    setting = set_out(Measure(load(), 2.0, 1500.0), leaf, leaf, 0.0, 340.0)
    verdicts = [one.said for one in setting.leaves if one.said is not None]
    assert [one.head for one in verdicts] == ["Not this time", *[""] * (len(verdicts) - 1)]
    assert " ".join(one.line for one in verdicts) == said.line
