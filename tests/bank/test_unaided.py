"""A stem that needs its options is told from one that does not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.bank.unaided import can_be_known_unseen
from tests.rounds.questions import question


@pytest.mark.parametrize(
    ("prompt", "key", "known"),
    [
        ("Who was the first human in space?", "Yuri Gagarin", True),
        ("Who built it?", "the Soviet Union", True),
        ("When was that?", "12 April 1961", True),
        ("What is such a path called?", "an orbit", True),
        ("What did they share?", "a launch site", False),
        ("What else happened that year?", "Sputnik", False),
        ("Which of these flew first?", "Sputnik", False),
    ],
)
def test_only_a_name_a_number_or_one_word_is_known_without_options(
    prompt: str, key: str, known: bool
) -> None:
    asked = replace(question(1), prompt=prompt, options=(key, "b", "c"))
    assert can_be_known_unseen(asked) is known
